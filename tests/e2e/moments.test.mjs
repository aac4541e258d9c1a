// Moments: marks on the timeline where the words of a note are spoken, by pointer and by keys, and the quiet line.

import assert from "node:assert/strict";

import { inEachBrowser, until } from "./browser.mjs";
import { count, find, focus, gone, onStage, tabTo, words } from "./overlay.mjs";

/** @typedef {import("./browser.mjs").Session} Session */
/** @typedef {import("puppeteer-core").Page} Page */

const WATCH = "https://www.youtube.com/watch?v=demo-breath";
const SPOKEN = "cure your anxiety";

/** The watch page, its player put to a second: what is spoken there is heard. @param {Session} browser @param {number} second */
async function heard(browser, second) {
  const page = await browser.open(WATCH);
  await page.bringToFront();
  await browser.report(page, (it) => it.settled);
  for (const at of [4, second]) await page.evaluate((it) => globalThis.demo.playTo(it), at);
  return page;
}

/** Where the player is, in seconds. @param {Page} page */
const at = (page) => page.$eval("video", (player) => player.currentTime);

inEachBrowser(
  "moments",
  (it) => {
    it("are marked on the timeline once the words have been heard", async (browser) => {
      const page = await heard(browser, 4);
      assert.equal(await count(page, "moments"), 0, "nothing noted has been spoken yet");
      await page.evaluate(() => globalThis.demo.playTo(10));
      const mark = await find(page, "moments", ".mark");
      assert.match((await mark.evaluate((it) => it.ariaLabel)) ?? "", new RegExp(`^Go to 0:(09|10)\\. .+: “.*${SPOKEN}.*”$`));
      const [bar, place] = [await page.$eval(".ytp-progress-bar", (it) => it.getBoundingClientRect().toJSON()), await mark.boundingBox()];
      assert.ok(place && Math.abs(place.x + place.width / 2 - bar.x - (bar.width * 10) / 494) < 4, "at its time");
    });

    it("are reached and followed by keys alone", async (browser) => {
      const page = await heard(browser, 10);
      await find(page, "moments", ".mark");
      await page.evaluate(() => globalThis.demo.playTo(200));
      await tabTo(page, ({ part }) => part === "moments");
      assert.ok((await words(page, "moments")).includes(SPOKEN), "the words show while the mark has the focus");
      await page.keyboard.press("Enter");
      await until(() => at(page), (it) => it > 8 && it < 11);
      assert.equal((await focus(page)).part, "moments");
      await page.keyboard.press("Escape");
      await until(() => words(page, "moments"), (it) => !it.includes(SPOKEN));
    });

    it("are jumped to from the card", async (browser) => {
      const page = await heard(browser, 10);
      await find(page, "moments", ".mark");
      await page.evaluate(() => globalThis.demo.playTo(200));
      await (await find(page, "badge", "button")).evaluate((it) => /** @type {HTMLElement} */ (it).click());
      const more = await find(page, "card", ".fold.quiet");
      await more.evaluate((it) => /** @type {HTMLElement} */ (it).click());
      await (await find(page, "card", ".moment")).evaluate((it) => /** @type {HTMLElement} */ (it).click());
      await until(() => at(page), (it) => it > 8 && it < 11);
    });

    it("go with the video they belong to", async (browser) => {
      const page = await heard(browser, 10);
      await find(page, "moments", ".mark");
      await page.evaluate(() => globalThis.demo.go("/watch?v=demo-lentil"));
      await gone(page, "moments");
    });

    it("are told by a quiet line when playback reaches one, where the viewer asked for it", async (browser) => {
      await browser.store({ moments_line: true });
      const page = await heard(browser, 10);
      await find(page, "moments", ".mark");
      await page.evaluate(() => globalThis.demo.playTo(9));
      await page.$eval("video", (player) => void player.play());
      await find(page, "told", ".told");
      assert.match(await words(page, "told"), new RegExp(SPOKEN));
    });

    it("are left out where the viewer wants none", async (browser) => {
      await browser.store({ moments: false });
      const page = await heard(browser, 10);
      const noted = (/** @type {any} */ { assessment }) => assessment?.notes.some((/** @type {any} */ { at }) => at !== null);
      await browser.report(page, ({ settled, videos }) => settled && noted(videos[0]));
      assert.equal(await count(page, "moments"), 0);
    });
  },
  onStage,
);
