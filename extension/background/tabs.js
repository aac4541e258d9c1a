// Tabs: the page module's JavaScript form where a site refuses Wasm, and the welcome page.

import { browser } from "../browser.js";

/** @param {object} _request @param {chrome.runtime.MessageSender} sender */
export async function runJavascriptForm(_request, { tab, frameId }) {
  if (tab?.id === undefined || frameId === undefined) throw new Error("only a page can ask for its JavaScript form");
  const target = { tabId: tab.id, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: ["page-javascript.js"] });
  return {};
}

/** Says once, in a tab of its own, what this is and what it is not. @param {string} reason */
export async function welcome(reason) {
  if (reason === "install") await browser.tabs.create({ url: browser.runtime.getURL("welcome/welcome.html") });
}
