// The background: wakes the engine when it is asked something, and runs the page module's JavaScript form where a
// site refuses Wasm. It holds nothing that a sleep would lose.

import init, { Background } from "./engine.js";
import { followSites } from "./sites.js";

/** The engine, made ready once per wake-up. */
const engine = Promise.all([init({ module_or_path: chrome.runtime.getURL("engine.wasm") }), translations()]).then(begin);

/** All that the store holds; read again after a change. @type {Promise<object> | undefined} */
let stored;
chrome.storage.onChanged.addListener(() => (stored = undefined));

chrome.runtime.onMessage.addListener((request, sender, respond) => {
  reply(request, sender).then(respond, (fault) => respond({ error: String(fault) }));
  return true;
});

followSites();
chrome.runtime.onInstalled.addListener(welcome);

/**
 * @param {{ ask: string }} request
 * @param {chrome.runtime.MessageSender} sender
 */
async function reply(request, sender) {
  if (request.ask === "javascript_form") return runJavascriptForm(sender);
  const ready = await engine;
  return ready.answer(request, await (stored ??= chrome.storage.local.get(null)));
}

/** @param {[unknown, object]} ready */
function begin([, translations]) {
  const background = new Background();
  background.speak(language(), translations);
  return background;
}

/** The language of the interface: that of the texts the browser chose. */
function language() {
  return chrome.i18n.getMessage("language");
}

/** What the rules say in that language; English rules say it themselves. @returns {Promise<object>} */
async function translations() {
  const file = await fetch(chrome.runtime.getURL(`rules/${language()}.json`)).catch(() => null);
  return file?.ok ? file.json() : {};
}

/** @param {chrome.runtime.MessageSender} sender */
async function runJavascriptForm({ tab, frameId }) {
  if (tab?.id === undefined || frameId === undefined) throw new Error("only a page can ask for its JavaScript form");
  const target = { tabId: tab.id, frameIds: [frameId] };
  await chrome.scripting.executeScript({ target, files: ["page-javascript.js"] });
  return {};
}

/** Says once, in a tab of its own, what this is and what it is not. @param {{ reason: string }} details */
async function welcome({ reason }) {
  if (reason === "install") await chrome.tabs.create({ url: chrome.runtime.getURL("welcome/welcome.html") });
}
