// The popup, opened in a tab: browsers open the real one for a click on their own toolbar alone.

import { until } from "./browser.mjs";

/**
 * Opens the popup in a tab, and loads it again once the page it is about stands in front.
 * @param {import("./browser.mjs").Session} browser @param {import("puppeteer-core").Page} front
 */
export async function popupOver(browser, front) {
  const popup = await browser.extensionPage("popup/popup.html");
  await popup.waitForSelector("[data-ready]");
  await front.bringToFront();
  await popup.evaluate(() => {
    delete document.documentElement.dataset.ready;
    location.reload();
  });
  await until(() => popup.evaluate(() => "ready" in document.documentElement.dataset).catch(() => false), Boolean);
  return popup;
}

/**
 * Opens the popup in the tab in front, as if it were about a page behind it: in Firefox keys reach the tab in front alone.
 * @param {import("./browser.mjs").Session} browser @param {string} url the page's address
 */
export async function popupBefore(browser, url) {
  const popup = await browser.extensionPage("popup/popup.html");
  await popup.waitForSelector("[data-ready]");
  await popup.bringToFront();
  await popup.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).findLast((it) => it.url === url);
    const api = /** @type {{ browser?: typeof chrome }} */ (/** @type {unknown} */ (globalThis)).browser ?? chrome;
    // A tab that is not read keeps its address to itself, until the popup is opened over it.
    Object.assign(api.tabs, { query: async () => [{ ...tab, url }] });
    const switches = /** @type {HTMLElement} */ (document.getElementById("switches"));
    switches.hidden = true;
    for (const one of switches.querySelectorAll(".quick")) one.remove();
    delete document.documentElement.dataset.ready;
    await chrome.storage.local.set({ reminder_after: 4 }); // a change, upon which the popup looks again
  }, url);
  await popup.waitForSelector("[data-ready]");
  return popup;
}
