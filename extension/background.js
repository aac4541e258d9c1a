// The background: wakes the engine when it is asked something, and does what only the browser can. It holds nothing
// that a sleep would lose.

import { answer, captions, checkPack, forgetStored } from "./background/engine.js";
import { count, recount } from "./background/count.js";
import { onCommand } from "./background/keys.js";
import { offerMenu, onMenu } from "./background/menu.js";
import { keepInStep } from "./background/sync.js";
import { runJavascriptForm, welcome } from "./background/tabs.js";
import { browser } from "./browser.js";
import { followSites } from "./sites.js";

browser.runtime.onMessage.addListener((/** @type {any} */ request, /** @type {chrome.runtime.MessageSender} */ sender, /** @type {(answer: unknown) => void} */ respond) => {
  reply(request, sender).then(respond, (fault) => respond({ error: String(fault) }));
  return true;
});

followSites();
browser.runtime.onInstalled.addListener((/** @type {{ reason: string }} */ { reason }) => {
  offerMenu();
  welcome(reason);
});
browser.contextMenus?.onClicked.addListener(onMenu);
browser.commands?.onCommand.addListener(onCommand);
browser.runtime.onStartup.addListener(() => keepInStep());

browser.storage.onChanged.addListener((/** @type {Record<string, any>} */ changes, /** @type {string} */ area) => {
  if (area === "session") return;
  forgetStored();
  if (area === "local" && changes.toolbar_count) recount();
  keepInStep(changes, area);
});

/** What only the browser can answer. */
const ANSWERS = { javascript_form: runJavascriptForm, check_pack: checkPack, captions, count };

/**
 * @param {{ ask: string }} request
 * @param {chrome.runtime.MessageSender} sender
 */
const reply = async (request, sender) =>
  request.ask in ANSWERS ? ANSWERS[/** @type {keyof ANSWERS} */ (request.ask)](/** @type {any} */ (request), sender) : answer(request);
