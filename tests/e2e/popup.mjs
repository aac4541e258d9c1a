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
