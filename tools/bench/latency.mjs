/** From a card's arrival in the page to the badge on it, in real browsers, with the engine awake and from its sleep. */

import { serve } from "../../tests/demo/serve.mjs";
import { launch } from "../../tests/e2e/browser.mjs";
import { ms, quantile } from "./measure.mjs";

/** @typedef {import("../../tests/e2e/browser.mjs").Session} Session */
/** @typedef {import("puppeteer-core").Page} Page */

const KINDS = /** @type {const} */ (["chrome", "firefox"]);
const AWAKE = 40;
const ASLEEP = 8;
/** After this many milliseconds without work Firefox lets the background go; it has no way to be told to. */
const IDLE = 500;

/**
 * Runs in the page: puts a card with words never seen before on top of the feed, and waits for its badge.
 * @param {number} turn @returns {Promise<number>} milliseconds
 */
function arrival(turn) {
  const model = document.querySelector("ytd-rich-item-renderer:has(> #content > yt-lockup-view-model)");
  const cell = /** @type {Element} */ (model?.cloneNode(true));
  const words = `Heal your anxiety in ${turn} days, no pills needed`;
  cell.querySelectorAll("second-look").forEach((badge) => badge.remove());
  cell.querySelectorAll("a[href^='/watch']").forEach((link) => link.setAttribute("href", `/watch?v=bench${String(turn).padStart(6, "-")}`));
  cell.querySelectorAll("[class*=content-id]").forEach((part) => part.setAttribute("class", `content-id-bench${String(turn).padStart(6, "-")}`));
  cell.querySelector("h3")?.setAttribute("title", words);
  return new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (!cell.querySelector("second-look")) return;
      observer.disconnect();
      done(performance.now() - start);
    });
    observer.observe(cell, { childList: true, subtree: true });
    const start = performance.now();
    model?.before(cell);
  });
}

/** @param {Session} browser @returns {Promise<[number[], number[]]>} times with the engine awake, and from its sleep */
async function measured(browser) {
  const page = await browser.open("https://www.youtube.com/");
  await browser.report(page, (report) => report.settled && report.videos.length > 10);
  await page.bringToFront();
  const [awake, asleep] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (let turn = 0; turn < AWAKE; turn += 1) awake.push(await page.evaluate(arrival, turn));
  for (let turn = 0; turn < ASLEEP; turn += 1) {
    await browser.lullBackground();
    asleep.push(await page.evaluate(arrival, AWAKE + turn));
  }
  return [awake, asleep];
}

/** @param {import("../../tests/e2e/browser.mjs").Kind} kind */
async function rows(kind) {
  const browser = await launch(kind, { extraPrefsFirefox: { "extensions.background.idle.timeout": IDLE } });
  browser.otherwise = serve;
  const [awake, asleep] = await measured(browser);
  await browser.close();
  const row = (/** @type {string} */ label, /** @type {number[]} */ all, /** @type {string} */ goal) => [`${kind}, ${label}`, ms(quantile(all, 0.5)), ms(quantile(all, 0.95)), goal];
  return [row("engine awake", awake, "50 ms"), row("engine asleep", asleep, "300 ms")];
}

/** @returns {Promise<{ head: string[], rows: string[][] }>} */
export async function latency() {
  const all = [];
  for (const kind of KINDS) all.push(...(await rows(kind)));
  return { head: ["from a new card to its badge", "median", "95 of 100", "goal"], rows: all };
}
