// The entry in the page's context menu: a selected text is looked at in a small window. It is handed over in the
// store that lives in memory, and leaves neither the device nor a trace.

import { browser } from "../browser.js";

/** Firefox for Android has no context menus. */
export async function offerMenu() {
  await browser.contextMenus?.removeAll();
  browser.contextMenus?.create({ id: "check", contexts: ["selection"], title: browser.i18n.getMessage("menu_check") });
}

/** @param {{ selectionText?: string }} info */
export async function onMenu({ selectionText = "" }) {
  await browser.storage.session.set({ check: selectionText });
  const url = browser.runtime.getURL("check/check.html");
  await (browser.windows ? browser.windows.create({ url, type: "popup", width: 440, height: 680 }) : browser.tabs.create({ url }));
}
