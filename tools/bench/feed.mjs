/** What the extension adds while one scrolls through two thousand cards: the same way with it and without, in Chrome. */

import { launch } from "../../tests/e2e/browser.mjs";
import { FEED, feed, LENGTH, travel, VARIANTS } from "../../tests/e2e/feed.mjs";
import { ms } from "./measure.mjs";

/** @typedef {import("../../tests/e2e/browser.mjs").Session} Session */
/** @typedef {import("../../tests/e2e/feed.mjs").Variant} Variant */

/** @param {Session} browser @param {Variant} variant @param {boolean} on */
async function once(browser, variant, on) {
  await browser.store({ site_youtube: on });
  const page = await browser.open(FEED);
  const before = await page.metrics();
  const { longest, wrong } = await page.evaluate(travel, variant, LENGTH, on, 0, LENGTH);
  const after = await page.metrics();
  await page.close();
  const spent = (/** @type {keyof import("puppeteer-core").Metrics} */ name) => (after[name] ?? 0) - (before[name] ?? 0);
  return { script: spent("ScriptDuration") * 1000, layouts: spent("LayoutCount"), longest, wrong };
}

/** @param {Session} browser @param {Variant} variant */
async function row(browser, variant) {
  const without = await once(browser, variant, false);
  const along = await once(browser, variant, true);
  const perCard = (along.script - without.script) / LENGTH;
  const frames = `${along.layouts} (${without.layouts} without)`;
  const longest = (/** @type {number} */ task) => (task ? ms(task) : "under 50 ms");
  return [variant, `${perCard.toFixed(3)} ms`, `${longest(along.longest)} (${longest(without.longest)} without)`, frames, along.wrong.length ? along.wrong.join("; ") : "none"];
}

/** @returns {Promise<{ head: string[], rows: string[][] }>} */
export async function scrolling() {
  const browser = await launch("chrome");
  browser.serve(FEED, { body: feed() });
  const rows = [];
  for (const variant of VARIANTS) rows.push(await row(browser, variant));
  await browser.close();
  return { head: [`${LENGTH} cards, chrome`, "script a card (goal 0.3 ms)", "longest task", "layouts", "badges amiss"], rows };
}
