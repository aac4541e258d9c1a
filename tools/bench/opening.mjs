/** From a viewer's intent to the card, and what that does to the page: layout shifts and long tasks, as the browser counts them. */

import { onStage } from "../../tests/e2e/overlay.mjs";
import { ms, quantile } from "./measure.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const KINDS = /** @type {const} */ (["chrome", "firefox"]);
const TURNS = 40;
const VIEW = { width: 1280, height: 900 };

/** Runs in the page: counts from now on what moves the page and what holds it up, where the browser tells. */
function count() {
  const counted = { shifts: 0, shift: 0, long: 0, longest: 0 };
  Object.assign(window, { counted });
  const types = PerformanceObserver.supportedEntryTypes;
  const observe = (/** @type {string} */ type, /** @type {(entry: any) => void} */ note) =>
    types.includes(type) && new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: false });
  observe("layout-shift", ({ value }) => void ((counted.shifts += 1), (counted.shift += value)));
  observe("longtask", ({ duration }) => void ((counted.long += 1), (counted.longest = Math.max(counted.longest, duration))));
}

/**
 * Runs in the page: presses a badge, or lets the focus rest on it, and waits until its card has been painted.
 * @param {"press" | "focus"} way @returns {Promise<number>} milliseconds
 */
async function opened(way) {
  const button = /** @type {HTMLElement} */ (document.querySelector("second-look[data-part=badge]")?.shadowRoot?.querySelector("button"));
  const shown = () => document.querySelector("second-look[data-part=card]");
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  button.blur(); // a card that closes gives the focus back
  await frame();
  const start = performance.now();
  if (way === "press") button.click();
  else button.focus();
  while (!shown()) await new Promise((done) => setTimeout(done));
  await frame();
  const took = performance.now() - start;
  if (way === "press") button.click();
  else button.blur();
  while (shown()) await frame();
  return took;
}

/** @param {Page} page @param {"press" | "focus"} way */
async function times(page, way) {
  const all = [];
  for (let turn = 0; turn < TURNS; turn += 1) all.push(await page.evaluate(opened, way));
  return all;
}

/** @param {import("../../tests/e2e/browser.mjs").Kind} kind */
async function rows(kind) {
  const browser = await onStage(kind);
  const page = await browser.blank();
  await page.setViewport(VIEW);
  await page.goto("https://www.youtube.com/", { waitUntil: "load" });
  await page.bringToFront();
  await browser.report(page, (report) => report.settled && report.videos.length > 10);
  await page.evaluate(count);
  const [pressed, rested] = [await times(page, "press"), await times(page, "focus")];
  const counted = await page.evaluate(() => /** @type {any} */ (window).counted);
  const told = await page.evaluate(() => PerformanceObserver.supportedEntryTypes);
  await browser.close();
  const row = (/** @type {string} */ what, /** @type {number[]} */ all, /** @type {string} */ goal) => [`${kind}, ${what}`, ms(quantile(all, 0.5)), ms(quantile(all, 0.95)), goal];
  const shifts = told.includes("layout-shift") ? `${counted.shifts} (${counted.shift})` : "not told by this browser";
  const long = told.includes("longtask") ? `${counted.long}${counted.long ? `, longest ${ms(counted.longest)}` : ""}` : "not told by this browser";
  return [
    row("from a press", pressed, "100 ms"),
    row("from the focus, the rest of 150 ms included", rested, "250 ms"),
    [`${kind}, layout shifts while ${2 * TURNS} cards opened and closed`, shifts, "", "0"],
    [`${kind}, long tasks meanwhile`, long, "", "0"],
  ];
}

/** @returns {Promise<{ head: string[], rows: string[][] }>} */
export async function opening() {
  const all = [];
  for (const kind of KINDS) all.push(...(await rows(kind)));
  return { head: ["from intent to the painted card", "median", "95 of 100", "goal"], rows: all };
}
