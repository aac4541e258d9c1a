/**
 * What the extension adds while one scrolls through two thousand cards: the same way with it and without, in both
 * browsers. Times in Chrome are those of the page's own thread on the processor: what others do on the machine does not
 * count, and what the way itself does counts only towards its tasks. Firefox tells nobody how long scripts ran, how
 * often it laid a page out, or what its heap holds: of it there are the longest time for which the page did not answer,
 * on the clock of the wall, and what the page module holds.
 */

import { launch } from "../../tests/e2e/browser.mjs";
import { FEED, feed, LENGTH, travel, VARIANTS } from "../../tests/e2e/feed.mjs";
import { ms } from "./measure.mjs";
import { forced, longestTask, traced } from "./timeline.mjs";

/** @typedef {import("../../tests/e2e/browser.mjs").Session} Session */
/** @typedef {import("../../tests/e2e/feed.mjs").Variant} Variant */
/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {{ script: number, layouts: number, longest: number, wrong: string[], memory: string[] }} Way */

const KINDS = /** @type {const} */ (["chrome", "firefox"]);
/** Memory is looked at after each of these stretches. */
const STRETCH = 500;
const NOT_TOLD = "not told";

/** Reads Chrome's counters of a page: times in milliseconds of its thread. @param {Page} page */
async function counters(page) {
  const session = await page.createCDPSession();
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const of = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    return { script: (of.ScriptDuration ?? 0) * 1000, layouts: of.LayoutCount ?? 0 };
  };
}

/** What is held once all garbage is gone. @param {Session} browser @param {Page} page */
async function memory(browser, page) {
  const held = await browser.held(page);
  const own = held ? `${held.cards} cards, ${held.badges} badges, ${held.answers} answers, ${Math.round(held.memory / 1024)} KiB of Wasm` : "nothing";
  if (browser.kind === "firefox") return own;
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
  const { JSHeapUsedSize = 0, Nodes = 0, JSEventListeners = 0 } = await page.metrics();
  return `${own}; in the page ${Math.round(JSHeapUsedSize / 1000)} kB of heap, ${Nodes} nodes, ${JSEventListeners} listeners`;
}

/** @param {Session} browser @param {Variant} variant @param {boolean} on @returns {Promise<Way>} */
async function once(browser, variant, on) {
  await browser.store({ site_youtube: on });
  const page = await browser.open(FEED);
  const count = browser.kind === "firefox" ? async () => ({ script: 0, layouts: 0 }) : await counters(page);
  const way = { script: 0, layouts: 0, longest: 0, wrong: /** @type {string[]} */ ([]), memory: /** @type {string[]} */ ([]) };
  for (let from = 0; from < LENGTH; from += STRETCH) {
    const before = await count();
    const { longest, wrong } = await page.evaluate(travel, variant, LENGTH, on, from, from + STRETCH);
    const after = await count();
    way.script += after.script - before.script;
    way.layouts += after.layouts - before.layouts;
    way.longest = Math.max(way.longest, longest);
    way.wrong.push(...wrong);
    if (on) way.memory.push(`  after ${from + STRETCH}: ${await memory(browser, page)}`);
  }
  await page.close();
  return way;
}

/** What Chrome's timeline tells of the same way. @param {Session} browser @param {Variant} variant @param {boolean} on */
async function timeline(browser, variant, on) {
  await browser.store({ site_youtube: on });
  const page = await browser.open(FEED);
  const events = await traced(page, () => page.evaluate(travel, variant, LENGTH, on, 0, LENGTH));
  await page.close();
  return { longest: longestTask(events), forced: forced(events, browser.root) };
}

/** @param {Session} browser @param {Variant} variant @returns {Promise<string[][]>} */
async function rows(browser, variant) {
  const without = await once(browser, variant, false);
  const along = await once(browser, variant, true);
  const name = `${browser.kind}, ${variant}`;
  const amiss = along.wrong.length ? along.wrong.join("; ") : "none";
  const held = along.memory.map((line) => [line]);
  const pair = (/** @type {string | number} */ one, /** @type {string | number} */ other) => `${one} (${other} without)`;
  if (browser.kind === "firefox") return [[name, NOT_TOLD, pair(ms(along.longest), ms(without.longest)), NOT_TOLD, NOT_TOLD, amiss], ...held];
  const told = { without: await timeline(browser, variant, false), along: await timeline(browser, variant, true) };
  const { layouts, styles } = told.along.forced;
  const perCard = `${((along.script - without.script) / LENGTH).toFixed(3)} ms`;
  const tasks = pair(ms(told.along.longest), ms(told.without.longest));
  return [[name, perCard, tasks, pair(along.layouts, without.layouts), `${layouts} layouts, ${styles} styles`, amiss], ...held];
}

/** @returns {Promise<{ head: string[], rows: string[][] }>} */
export async function scrolling() {
  const all = [];
  for (const kind of KINDS) {
    const browser = await launch(kind);
    browser.serve(FEED, { body: feed() });
    for (const variant of VARIANTS) all.push(...(await rows(browser, variant)));
    await browser.close();
  }
  return { head: [`${LENGTH} cards`, "script a card (goal 0.3 ms)", "longest task (goal 50 ms)", "layouts", "forced by us", "badges amiss"], rows: all };
}
