// Keyboard shortcuts: what they ask for is done by the tab in front.

import { browser } from "../browser.js";

/** @param {string} command @param {{ id?: number }} [tab] */
export async function onCommand(command, tab) {
  const [front] = tab ? [tab] : await browser.tabs.query({ active: true, currentWindow: true });
  await browser.tabs.sendMessage(front?.id, { ask: "key", command }).catch(() => {}); // a page that is not read
}
