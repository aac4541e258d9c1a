// Working a page by the keyboard alone.

import assert from "node:assert/strict";

/** @typedef {import("puppeteer-core").Page} Page */

/** More stops than any page of ours has. */
const STOPS = 260;

/** Runs in the page: whether the focus is on what is sought, or in it. @param {string} selector */
const isThere = (selector) => document.activeElement?.closest(selector) != null;

/** Presses Tab until the focus is where it is wanted. @param {Page} page @param {string} selector @param {"Tab" | "Back"} [way] */
export async function tabTo(page, selector, way = "Tab") {
  for (let presses = 0; presses < STOPS; presses += 1) {
    if (way === "Back") await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    if (way === "Back") await page.keyboard.up("Shift");
    if (await page.evaluate(isThere, selector)) return;
  }
  assert.fail(`Tab never reached ${selector}`);
}

/** Goes to it and presses a key. @param {Page} page @param {string} selector @param {import("puppeteer-core").KeyInput} key */
export async function pressAt(page, selector, key) {
  await tabTo(page, selector);
  await page.keyboard.press(key);
}
