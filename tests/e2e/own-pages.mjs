// The extension's own pages, opened in a tab and worked as a person would.

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * Opens a page and waits until it shows what it is to show.
 * @param {import("./browser.mjs").Session} browser @param {string} path
 * @param {Record<string, unknown>} [held] what the browser's store holds before
 */
export async function openPage(browser, path, held = {}) {
  await browser.store(held);
  const page = await browser.extensionPage(path);
  await page.waitForSelector("[data-ready]");
  return page;
}

/** The options page. @param {import("./browser.mjs").Session} browser @param {Record<string, unknown>} [held] */
export const options = (browser, held) => openPage(browser, "options/options.html", held);

/** What the browser's store holds. @param {Page} page @returns {Promise<any>} */
export const stored = (page) => page.evaluate(() => chrome.storage.local.get());

/** The words in an element. @param {Page} page @param {string} selector */
export const words = (page, selector) => page.$eval(selector, (node) => node.textContent ?? "");

/** Clicks as a page would: a switch lies over its own drawing. @param {Page} page @param {string} selector */
export async function press(page, selector) {
  await page.waitForSelector(selector);
  await page.$eval(selector, (node) => /** @type {HTMLElement} */ (node).click());
}
