// The demo feed, held to what its videos are known to say: every card read once, every badge on its own video, whatever
// the page does to its cards.

import assert from "node:assert/strict";

import { serve } from "../demo/serve.mjs";
import { clips } from "../demo/tiktok/videos.mjs";
import { shorts, videos } from "../demo/youtube/videos.mjs";
import { inEachBrowser, launch } from "./browser.mjs";

/** @typedef {import("../../extension/wire.d.ts").Report} Report */
/** @typedef {import("../../extension/wire.d.ts").Seen} Seen */
/** @typedef {{ id: string, says?: string[], card?: string[], never?: string[] }} Known */

const TUBE = "https://www.youtube.com/";
const REELS = "https://www.tiktok.com/";

const ids = (/** @type {Known[]} */ list) => list.map(({ id }) => id).sort();
const read = (/** @type {Report} */ report) => report.videos.map(({ video }) => video.id).sort();
const about = (/** @type {string} */ topic) => videos.filter((video) => topic === "All" || video.topic === topic);

/** What a card shows of a video. @type {(report: Report, id: string) => import("../../extension/wire.d.ts").Seen} */
const seen = (report, id) => report.videos.find(({ video }) => video.id === id) ?? assert.fail(`${id} was not read`);

/**
 * Each video says what it is known to say, and nothing that would be wrong.
 * @param {Report} report @param {Known[]} known @param {(video: Known) => string[]} due
 */
function hold(report, known, due) {
  for (const video of known) {
    const { assessment, badge } = seen(report, video.id);
    const categories = assessment?.categories ?? [];
    for (const category of due(video)) assert.ok(categories.includes(category), `${video.id} says ${category}; found: ${categories}`);
    for (const category of video.never ?? []) assert.ok(!categories.includes(category), `${video.id} does not say ${category}`);
    if (due(video).length) assert.ok(badge?.visible, `${video.id} has a badge`);
    else if (!video.says && !video.never) assert.equal(badge, null, `${video.id} has no badge`);
  }
}

const onCard = (/** @type {Known} */ { card = [] }) => card;
const inFull = (/** @type {Known} */ { says = [] }) => says;

/** Settled, with these videos and no others. @param {Known[]} known */
const holding = (known) => (/** @type {Report} */ report) => report.settled && String(read(report)) === String(ids(known));

/** How many badges the page holds. @param {import("puppeteer-core").Page} page */
const badges = (page) => page.$$eval("second-look[data-part=badge]", (hosts) => hosts.length);

/** @param {import("./browser.mjs").Kind} kind */
async function onStage(kind) {
  const browser = await launch(kind);
  browser.otherwise = serve;
  return browser;
}

const atFirst = [...videos.slice(0, 12), ...shorts];

inEachBrowser("the demo feed", (it) => {
  it("reads the home page, and what is added when one scrolls", async (browser) => {
    const page = await browser.open(TUBE);
    hold(await browser.report(page, holding(atFirst)), atFirst, onCard);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    hold(await browser.report(page, holding([...videos, ...shorts])), [...videos, ...shorts], onCard);
  });

  it("follows cells that are given to other videos", async (browser) => {
    const page = await browser.open(TUBE);
    await browser.report(page, holding(atFirst));
    for (const topic of ["Food", "Mind", "Games", "All"]) {
      await page.evaluate((it) => globalThis.demo.choose?.(it), topic);
      const shown = [...about(topic), ...shorts];
      const report = await browser.report(page, holding(shown));
      hold(report, shown, onCard);
      assert.equal(await badges(page), report.videos.filter((/** @type {Seen} */ { badge }) => badge).length, `badges under ${topic}`);
    }
  });

  it("follows rows whose words are replaced", async (browser) => {
    const page = await browser.open(`${TUBE}results?search_query=depression`);
    await browser.report(page, ({ settled, videos: found }) => settled && found.length === 3);
    await page.evaluate(() => globalThis.demo.go("/results?search_query=anxiety"));
    const report = await browser.report(page, ({ settled, videos: found }) => settled && found.some((/** @type {Seen} */ { video }) => video.id === "demo-breath"));
    assert.ok(!read(report).includes("demo-saffro"), "what was found before is gone");
    assert.equal(await badges(page), report.videos.filter((/** @type {Seen} */ { badge }) => badge).length);
  });

  it("goes to a video and back without a page load", async (browser) => {
    const page = await browser.open(TUBE);
    await browser.report(page, holding(atFirst));
    for (const video of videos.filter(({ says }) => says)) {
      await page.evaluate((id) => globalThis.demo.go(`/watch?v=${id}`), video.id);
      const report = await browser.report(page, (it) => it.settled && it.page_kind === "watch" && it.videos[0]?.video.id === video.id);
      hold(report, [video], inFull);
    }
    await page.evaluate(() => globalThis.demo.go("/"));
    await browser.report(page, holding(atFirst));
  });

  it("hears captions as they are spoken", async (browser) => {
    const page = await browser.open(`${TUBE}watch?v=demo-breath`);
    await browser.report(page, ({ settled }) => settled);
    await page.evaluate(() => globalThis.demo.playTo(10));
    const heard = (/** @type {Seen} */ { assessment }) => assessment?.notes.some(({ field, quote }) => field === "captions" && quote.includes("cure your anxiety"));
    await browser.report(page, (it) => it.settled && heard(it.videos[0]));
  });

  it("reads a channel with its bio, and the shorts player", async (browser) => {
    const page = await browser.open(`${TUBE}@mateoriveralmft`);
    const channel = await browser.report(page, ({ settled, videos: found }) => settled && found.length === 1);
    assert.match(seen(channel, "demo-attach").video.creator.bio, /^Licensed marriage and family therapist/);
    await page.evaluate(() => globalThis.demo.go("/shorts/demo-s-gone"));
    const reel = await browser.report(page, ({ settled, page_kind, videos: found }) => settled && page_kind === "shorts" && found.length);
    hold(reel, shorts.filter(({ id }) => id === "demo-s-gone"), onCard);
    assert.equal(seen(reel, "demo-s-gone").video.creator.handle, "goldenrootwellness");
  });

  it("reads a vertical feed from end to end, and leaves the platform's own words out", async (browser) => {
    const page = await browser.open(`${REELS}foryou`);
    /** @type {Map<string, Known>} */
    const met = new Map();
    for (const clip of clips) {
      const report = await browser.report(page, (report) => report.settled && read(report).includes(clip.id));
      for (const { video } of report.videos) met.set(video.id, clips.find(({ id }) => id === video.id) ?? { id: assert.fail(video.id) });
      hold(report, [clip], inFull);
      await page.evaluate((id) => document.querySelector(`[data-more-menu-item-id="${id}"]`)?.closest("article")?.nextElementSibling?.scrollIntoView(), clip.id);
    }
    assert.equal(met.size, clips.length);
  });

  it("reads a profile and one video with its list", async (browser) => {
    const page = await browser.open(`${REELS}@dramaraosei`);
    const own = clips.filter(({ by }) => by === "amara");
    const [, cure] = /** @type {[Known, Known]} */ (/** @type {unknown} */ (clips));
    const profile = await browser.report(page, holding(own));
    hold(profile, own, inFull);
    assert.match(seen(profile, String(own[0]?.id)).video.creator.bio, /HCPC registered/);
    await page.evaluate((id) => globalThis.demo.go(`/@calmwithcora/video/${id}`), cure.id);
    const single = await browser.report(page, ({ settled, page_kind, videos: found }) => settled && page_kind === "video" && found.length > 8);
    hold(single, [cure], inFull);
    assert.doesNotMatch(seen(single, cure.id).video.description, /every disorder/);
  });

  it("shows markup as text", async (browser) => {
    const page = await browser.open(`${TUBE}watch?v=demo-marked`);
    page.on("dialog", () => assert.fail("a script of the description ran"));
    const report = await browser.report(page, (it) => it.settled && it.videos[0]);
    const { video } = seen(report, "demo-marked");
    assert.equal(video.title, videos.find(({ id }) => id === video.id)?.title);
    assert.match(video.description, /<b>cures anxiety<\/b> forever & ever/);
    assert.equal(await page.title(), "watch - YouTube");
  });
}, onStage);
