// Pages move: cards are given to other videos while answers are on their way, words come late, players shrink.

import assert from "node:assert/strict";
import { inEachBrowser, until } from "./browser.mjs";
import { badged, card, CARDS, HOME, home } from "./fixture.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const [CURE, BOAT] = /** @type {[import("./fixture.mjs").Card, import("./fixture.mjs").Card]} */ (CARDS);
const LATE = { id: "aaaaaaaaa03", title: "This root cures anxiety for good" };

const WATCH = `${HOME}watch?v=aaaaaaaaa41`;
const watch = (/** @type {string} */ words) => `<!doctype html><html lang="en"><head><title>YouTube</title></head><body><ytd-app><ytd-page-manager id="page-manager">
  <ytd-watch-flexy role="main" video-id="aaaaaaaaa41"><div id="player"><div id="movie_player" style="width: 640px; height: 360px"><video class="html5-main-video"></video></div></div>
  <ytd-watch-metadata><div id="title"><h1>A quiet talk</h1></div><ytd-video-owner-renderer><div id="channel-name"><a href="/@invented">An invented channel</a></div></ytd-video-owner-renderer>
  <div id="description-inline-expander"><yt-attributed-string>${words}</yt-attributed-string></div></ytd-watch-metadata></ytd-watch-flexy>
  </ytd-page-manager></ytd-app></body></html>`;

/** Gives a cell of the home page to another video, as the page does when it recycles. @param {string} from @param {{ id: string, title: string }} to */
function recycle(from, { id, title }) {
  const inner = document.querySelector(`.content-id-${from}`);
  inner?.setAttribute("class", `content-id-${id}`);
  inner?.querySelectorAll("a[href^='/watch']").forEach((link) => link.setAttribute("href", `/watch?v=${id}`));
  inner?.querySelector("h3")?.setAttribute("title", title);
}

inEachBrowser("a page that moves", (it) => {
  it("drops the answer for a video that is gone", async (browser) => {
    browser.serve(HOME, { body: home([]) });
    const page = await browser.open(HOME);
    await browser.report(page, ({ settled }) => settled);
    // The card comes, is asked about in the next frames, and shows another video before any answer can be drawn.
    await page.evaluate(
      async (html, from, to, move) => {
        const next = () => new Promise(requestAnimationFrame);
        for (let turn = 0; turn < 10; turn += 1) {
          document.querySelector("#contents")?.insertAdjacentHTML("beforeend", html);
          for (let frame = 0; frame < turn % 4; frame += 1) await next();
          new Function(`return ${move}`)()(from, to);
          await next();
          if (turn < 9) document.querySelector("#contents")?.replaceChildren();
        }
      },
      card(CURE),
      CURE.id,
      BOAT,
      recycle.toString(),
    );
    const report = await browser.report(page, ({ settled, videos }) => settled && videos.length === 1);
    assert.equal(report.videos[0].video.id, BOAT.id);
    assert.deepEqual(await badged(page), []);
    await page.evaluate(recycle, BOAT.id, LATE);
    await until(() => badged(page), (found) => String(found) === LATE.id);
  });

  it("goes back and forward, and draws each page's own badges", async (browser) => {
    browser.serve(HOME, { body: home() });
    const page = await browser.open(HOME);
    await until(() => badged(page), (found) => String(found) === CURE.id);
    await page.evaluate((html) => {
      const left = document.querySelector("ytd-browse");
      left?.setAttribute("hidden", "");
      left?.removeAttribute("role");
      document.querySelector("#page-manager")?.insertAdjacentHTML("beforeend", html);
      history.pushState(null, "", "/results?search_query=x");
    }, `<ytd-search role="main"><div id="contents">${card(LATE)}</div></ytd-search>`);
    const there = await browser.report(page, ({ settled, page_kind }) => settled && page_kind === "search");
    assert.deepEqual(there.videos.map((/** @type {any} */ { video }) => video.id), [LATE.id]);
    await until(() => badged(page), (found) => String(found) === LATE.id);
    for (const [home_, kind, id] of /** @type {[boolean, string, string][]} */ ([[true, "home", CURE.id], [false, "search", LATE.id], [true, "home", CURE.id]])) {
      await page.evaluate((toHome) => {
        const [browse, search] = ["ytd-browse", "ytd-search"].map((name) => document.querySelector(name));
        for (const [shown, element] of /** @type {[boolean, Element][]} */ ([[toHome, browse], [!toHome, search]])) {
          element.toggleAttribute("hidden", !shown);
          if (shown) element.setAttribute("role", "main");
          else element.removeAttribute("role");
        }
        return toHome ? history.back() : history.forward();
      }, home_);
      await browser.report(page, ({ settled, page_kind }) => settled && page_kind === kind);
      await until(() => badged(page), (found) => String(found) === id);
    }
  });

  it("reads a description that comes late, and one that is opened", async (browser) => {
    browser.serve(WATCH, { body: watch("") });
    const page = await browser.open(WATCH);
    const before = await browser.report(page, ({ settled, videos }) => settled && videos.length === 1);
    assert.equal(before.videos[0].video.description, "");
    await page.$eval("#description-inline-expander yt-attributed-string", (words) => (words.textContent = "This tea cures depression"));
    await browser.report(page, ({ settled, videos }) => settled && videos[0]?.badge?.visible);
    await page.$eval("#description-inline-expander", (expander) => expander.insertAdjacentHTML("beforeend", `<div id="expanded"><yt-attributed-string>A calm evening with tea.</yt-attributed-string></div>`));
    const opened = await browser.report(page, ({ settled, videos }) => settled && videos[0]?.video.description.startsWith("A calm"));
    assert.equal(opened.videos[0].badge, null);
  });

  it("keeps one badge where a player shrinks into a corner or plays on hover", async (browser) => {
    browser.serve(HOME, { body: home() });
    const page = await browser.open(HOME);
    await until(() => badged(page), (found) => String(found) === CURE.id);
    await page.evaluate((id) => {
      const mini = `<ytd-miniplayer active><div id="movie_player"><video></video></div><h1 class="title">This tea cures depression in a week</h1><a href="/watch?v=${id}">open</a></ytd-miniplayer>`;
      const preview = `<ytd-video-preview><div id="inline-preview-player"><video></video></div><a id="media-container-link" href="/watch?v=${id}"></a></ytd-video-preview>`;
      document.querySelector("ytd-app")?.insertAdjacentHTML("beforeend", mini + preview);
    }, CURE.id);
    const report = await browser.report(page, ({ settled, videos }) => settled && videos.length === 2);
    assert.deepEqual(report.errors, []);
    assert.equal(await page.$$eval("second-look[data-part=badge]", (hosts) => hosts.length), 1);
  });

  it("serves several tabs, each by its own page", async (browser) => {
    browser.serve(HOME, { body: home() });
    browser.serve(WATCH, { body: watch("This root cures anxiety for good") });
    const [one, two] = [await browser.open(HOME), await browser.open(WATCH)];
    await two.bringToFront();
    const second = await browser.report(two, ({ settled, videos }) => settled && videos.length);
    await one.bringToFront();
    const first = await browser.report(one, ({ settled, videos }) => settled && videos.length);
    assert.deepEqual([first.page_kind, second.page_kind], ["home", "watch"]);
    assert.deepEqual([first.videos.length, second.videos.length], [2, 1]);
    await until(() => badged(one), (found) => String(found) === CURE.id);
  });
});
