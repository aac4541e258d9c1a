// Allowing the extension to read a site beyond those of its manifest, as a viewer would.

import { until } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Session} Session */

/**
 * Has the browser say yes when a page of the extension asks for a site. Chrome would show a question that nobody is
 * there to answer; what its own settings page has granted once is given without one. Firefox is set up to say yes.
 * @param {Session} browser @param {string} pattern
 */
export async function sayYes(browser, pattern) {
  if (browser.kind === "firefox") return;
  const settings = await browser.browser.newPage();
  await settings.goto("chrome://extensions");
  await settings.evaluate(grant, new URL(browser.root).host, pattern);
  await settings.close();
}

/** Allows a site, by a click as in the popup. @param {Session} browser @param {string} url */
export async function allow(browser, url) {
  const { protocol, hostname } = new URL(url);
  const pattern = `${protocol}//${hostname}/*`;
  await sayYes(browser, pattern);
  const page = await browser.extensionPage("style/tokens.css");
  await page.evaluate(offer, pattern);
  await page.bringToFront();
  await page.click("button");
  await until(() => browser.inExtension(serves, pattern), Boolean);
}

/** Runs in Chrome's own page of extensions. @param {string} id @param {string} pattern */
function grant(id, pattern) {
  return /** @type {any} */ (chrome).developerPrivate.addHostPermission(id, pattern);
}

/** Runs in a page of the extension: a button that asks for a site. @param {string} pattern */
function offer(pattern) {
  const button = document.createElement("button");
  button.textContent = "Allow";
  button.addEventListener("click", () => void chrome.permissions.request({ origins: [pattern] }));
  document.body.replaceChildren(button);
}

/** Runs in a page of the extension: whether the content script starts on a site. @param {string} pattern */
async function serves(pattern) {
  const scripts = await chrome.scripting.getRegisteredContentScripts();
  return scripts.some(({ matches = [] }) => matches.includes(pattern));
}
