// The number on the toolbar's button, for whoever has asked for it: how many badges the page shows. A number, no alarm.

import { browser, stored } from "../browser.js";

const COLOURS = { ground: "#155e68", words: "#ffffff" };

/** @param {{ number: number }} request @param {chrome.runtime.MessageSender} sender */
export async function count({ number }, { tab }) {
  const wanted = (await stored())["toolbar_count"] === true;
  if (tab?.id !== undefined) await show(tab.id, wanted && number ? String(number) : "");
  return {};
}

/** @param {number} tabId @param {string} text */
async function show(tabId, text) {
  await browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS.ground });
  await browser.action.setBadgeTextColor?.({ tabId, color: COLOURS.words });
  await browser.action.setBadgeText({ tabId, text });
}

/** The setting has changed: every page is asked for its number, or every number is taken away. */
export async function recount() {
  const [{ toolbar_count }, tabs] = await Promise.all([stored(), browser.tabs.query({})]);
  const tell = (/** @type {number} */ id) => (toolbar_count === true ? browser.tabs.sendMessage(id, { ask: "recount" }) : show(id, ""));
  await Promise.allSettled(tabs.map((/** @type {{ id: number }} */ { id }) => tell(id)));
}
