// Two thousand cards from end to end: every badge on its own video, none lost, none doubled, and nothing piles up.

import assert from "node:assert/strict";
import { inEachBrowser } from "./browser.mjs";
import { FEED, feed, LENGTH, travel, VARIANTS } from "./feed.mjs";

/** Where memory is looked at for the first time. */
const EARLY = 500;
/** What may come to it until the end: buffers that grow by doubling, and garbage that nobody has collected yet. */
const MORE = 6_000_000;
/** Where cells go, no more cards are followed than the feed shows, and one step's that are on their way. */
const CARDS = 48 + 24;
/** Answers that are kept beyond those of the cards: see crate/page/src/answers.rs. */
const ANSWERS = 400;

/**
 * What the page's world holds after a collection, buffers and Wasm memory included; `null` where that can not be asked.
 * @param {import("./browser.mjs").Session} browser @param {import("puppeteer-core").Page} page
 */
async function memory(browser, page) {
  if (browser.kind === "firefox") return null;
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const usage = /** @type {any} */ (await session.send("Runtime.getHeapUsage"));
  await session.detach();
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}

inEachBrowser("a feed of two thousand", (it) => {
  for (const variant of VARIANTS) {
    it(`keeps every badge on its own video where the feed is ${variant}`, async (browser) => {
      browser.serve(FEED, { body: feed() });
      const page = await browser.open(FEED);
      const early = await page.evaluate(travel, variant, LENGTH, true, 0, EARLY);
      const [before, earlyHeld] = [await memory(browser, page), await browser.held(page)];
      const late = await page.evaluate(travel, variant, LENGTH, true, EARLY - (EARLY % 24), LENGTH);
      const [after, lateHeld] = [await memory(browser, page), await browser.held(page)];
      assert.deepEqual([...early.wrong, ...late.wrong], []);
      // What grows holds all of its cards itself.
      if (variant === "grown") return;
      if (before && after) assert.ok(after - before < MORE, `${before} bytes, later ${after}`);
      assert.ok(earlyHeld && lateHeld);
      assert.ok(lateHeld.cards <= CARDS, `${lateHeld.cards} cards are followed`);
      assert.ok(lateHeld.answers <= ANSWERS + CARDS, `${lateHeld.answers} answers are kept`);
      assert.ok(lateHeld.badges <= lateHeld.cards);
      assert.ok(lateHeld.memory <= earlyHeld.memory * 1.5, `${earlyHeld.memory} bytes of Wasm, later ${lateHeld.memory}`);
    });
  }
});
