// The caption file that a player has loaded, read again from the browser's cache. The network is this machine and counts:
// whatever is read or not, nobody is asked a second time.

import assert from "node:assert/strict";
import { after } from "node:test";

import { inEachBrowser, launch } from "./browser.mjs";
import { openNetwork } from "./network.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./browser.mjs").Session} Session */
/** @typedef {import("../../extension/wire.d.ts").Seen} Seen */

const WATCH = "https://www.youtube.com/watch?v=aaaaaaaaa01";
const SPOKEN = "https://www.youtube.com/api/timedtext?v=aaaaaaaaa01&kind=asr&lang=en";
const KEPT = { "cache-control": "private, max-age=3600", "content-type": "application/json" };

const SAID = [[1000, "Today I talk about anxiety."], [12500, "This tea cures anxiety in a week."]];
const JSON3 = JSON.stringify({ events: SAID.map(([tStartMs, utf8]) => ({ tStartMs, dDurationMs: 2000, segs: [{ utf8 }] })) });
const SRV3 = `<?xml version="1.0" encoding="utf-8"?><timedtext format="3"><body>${SAID.map(([t, words]) => `<p t="${t}" d="2000">${words}</p>`).join("")}</body></timedtext>`;
const DUBBED = '<how-this-was-made-section-view-model><a href="https://support.google.com/youtube/answer/15569972?hl=de">Mehr</a></how-this-was-made-section-view-model>';

/** A worker that would ask the network for whatever comes to it. */
const WORKER = `addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => event.respondWith(fetch(event.request.url, { cache: "reload" })));`;

const network = await openNetwork();
after(() => network.close());

let files = 0;
/** The address of a file that no browser has seen yet. */
const fresh = () => `${SPOKEN}&ei=${(files += 1)}`;

/** @param {string} [more] */
const watch = (more = "") => `<!doctype html><html lang="en"><head><link rel="icon" href="data:,"></head><body><ytd-app><ytd-page-manager id="page-manager"><ytd-watch-flexy role="main" video-id="aaaaaaaaa01"><div id="movie_player"><video></video></div>
  <ytd-watch-metadata><div id="title"><h1>A cup in the morning</h1></div><ytd-video-owner-renderer><div id="channel-name"><a href="/@calm.kettle">Calm Kettle</a></div></ytd-video-owner-renderer>
  <div id="description-inline-expander"><span>Steam.</span></div></ytd-watch-metadata>${more}</ytd-watch-flexy></ytd-page-manager></ytd-app></body></html>`;

/** A watch page out of the network. @param {Session} browser @param {string} [more] */
async function open(browser, more) {
  network.asked.length = 0;
  network.served.set(WATCH, { body: watch(more), headers: { "content-type": "text/html" } });
  const page = await browser.live();
  await page.goto(WATCH);
  await opened(browser, page, ({ assessment }) => assessment);
  return page;
}

/** The opened video, once it is as wanted. @param {Session} browser @param {Page} page @param {(seen: Seen) => unknown} wanted @returns {Promise<Seen>} */
async function opened(browser, page, wanted) {
  const report = await browser.report(page, ({ settled, videos }) => settled && videos[0] && wanted(videos[0]));
  return report.videos[0];
}

/** Has the page load a file, as the player does. @param {Page} page @param {string} url @param {import("./network.mjs").Answer} answer */
async function load(page, url, answer) {
  network.served.set(url, answer);
  await page.evaluate(async (it) => void (await (await fetch(it)).text()), url);
}

/** @param {Seen} seen */
const isRead = ({ video, assessment }) => video.captions_from === "cache" && assessment?.notes.length;

/** Chrome writes down in the page's console what it has no copy of. */
const MISS = "Failed to load resource: net::ERR_CACHE_MISS";

/** @param {Session} browser */
const missed = (browser) => assert.deepEqual(browser.errors.splice(0), browser.kind === "chrome" ? [MISS] : []);

/** How often each caption file was asked for, in the order of the asking. */
const asked = () => network.asked.map(({ url }) => url).filter((url) => url.includes("timedtext"));

/** @param {import("./browser.mjs").Kind} kind */
const onNetwork = (kind) => launch(kind, network.options(kind));

inEachBrowser("a caption file that the player has loaded", (it, kind) => {
  /** @type {Record<string, import("./network.mjs").Answer>} */
  const answers = {
    "kept for an hour": { body: JSON3, headers: KEPT },
    "to be asked about each time": { body: JSON3, headers: { ...KEPT, "cache-control": "no-cache" } },
    "out of date": { body: JSON3, headers: { ...KEPT, "cache-control": "max-age=0" } },
    "in XML": { body: SRV3, headers: { ...KEPT, "content-type": "text/xml; charset=utf-8" } },
  };
  for (const [name, answer] of Object.entries(answers)) {
    it(`is read again without asking anybody: ${name}`, async (browser) => {
      const url = fresh();
      const page = await open(browser);
      await load(page, url, answer);
      const { video, assessment } = await opened(browser, page, isRead);
      assert.deepEqual([assessment?.notes[0]?.at, video.captions_language], [12.5, "en"]);
      assert.deepEqual(asked(), [url]);
    });
  }

  it("is not read where the browser keeps no copy, nor is a translation, and nobody is asked", async (browser) => {
    const page = await open(browser);
    const [unkept, translated, kept] = [fresh(), `${fresh()}&tlang=de`, fresh()];
    const other = JSON3.replace("cures", "heals");
    await load(page, unkept, { body: other, headers: { ...KEPT, "cache-control": "no-store" } });
    await load(page, translated, { body: other, headers: KEPT });
    await opened(browser, page, ({ captions_warning }) => captions_warning === "translated");
    await load(page, kept, { body: JSON3, headers: KEPT });
    const { video } = await opened(browser, page, isRead);
    assert.match(video.captions[1]?.text ?? "", /cures/);
    assert.deepEqual(asked(), [unkept, translated, kept]);
    missed(browser);
  });

  it("is not read where the viewer has switched that off", async (browser) => {
    await browser.store({ captions_fetch: false });
    const page = await open(browser);
    const [spoken, translated] = [fresh(), `${fresh()}&tlang=de`];
    for (const url of [spoken, translated]) await load(page, url, { body: JSON3, headers: KEPT });
    const { video } = await opened(browser, page, ({ captions_warning }) => captions_warning === "translated");
    assert.deepEqual([video.captions, asked()], [[], [spoken, translated]]);
  });

  it("is not read where a machine may have heard another voice than the creator's", async (browser) => {
    const page = await open(browser, DUBBED);
    const url = fresh();
    await load(page, url, { body: JSON3, headers: KEPT });
    const { video } = await opened(browser, page, ({ captions_warning }) => captions_warning === "dubbed");
    assert.deepEqual([video.captions, asked()], [[], [url]]);
  });

  it("is no errand for the page's service worker, and in Firefox not read where there is one", async (browser) => {
    network.served.set("https://www.youtube.com/sw.js", { body: WORKER, headers: { "content-type": "text/javascript" } });
    const page = await open(browser);
    await page.evaluate(async () => {
      const controlled = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
      await navigator.serviceWorker.register("/sw.js");
      await controlled;
    });
    const [unkept, kept, translated] = [fresh(), fresh(), `${fresh()}&tlang=de`];
    await load(page, unkept, { body: JSON3, headers: { ...KEPT, "cache-control": "no-store" } });
    for (const url of [kept, translated]) await load(page, url, { body: JSON3, headers: KEPT });
    const { video } = await opened(browser, page, (seen) => seen.captions_warning === "translated" && (kind === "firefox" || isRead(seen)));
    assert.equal(video.captions.length, kind === "firefox" ? 0 : 2);
    await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.unregister()));
    assert.deepEqual(asked(), [unkept, kept, translated]);
    if (kind === "chrome") missed(browser);
  });
}, onNetwork);
