// Working a page by the keyboard alone.

import assert from "node:assert/strict";

/** @typedef {import("puppeteer-core").Page} Page */

/** More stops than any page of ours has. */
const STOPS = 260;

/** Runs in the page: whether the focus is on what is sought, or in it. @param {string} selector */
const isThere = (selector) => document.activeElement?.closest(selector) != null;

/** Runs in the page: whether what is sought stands before what has the focus. @param {string} selector */
function isBehind(selector) {
  const [now, sought] = [document.activeElement, document.querySelector(selector)];
  return Boolean(now && sought && now !== document.body && now.compareDocumentPosition(sought) & Node.DOCUMENT_POSITION_PRECEDING);
}

/**
 * Presses Tab until the focus is where it is wanted, or Shift and Tab where that is behind: once around the page the focus
 * would pass through the browser's own window, from which a browser without a window does not come back whole.
 * @param {Page} page @param {string} selector
 */
export async function tabTo(page, selector) {
  await page.waitForSelector(selector);
  const back = await page.evaluate(isBehind, selector);
  for (let presses = 0; presses < STOPS; presses += 1) {
    if (back) await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    if (back) await page.keyboard.up("Shift");
    if (await page.evaluate(isThere, selector)) return;
  }
  assert.fail(`Tab never reached ${selector}`);
}

/** Goes to it and presses a key. @param {Page} page @param {string} selector @param {import("puppeteer-core").KeyInput} key */
export async function pressAt(page, selector, key) {
  await tabTo(page, selector);
  await page.keyboard.press(key);
}
