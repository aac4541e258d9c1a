// The background: wakes the engine when it is asked something, and runs the page module's JavaScript form where a
// site refuses Wasm. It holds nothing that a sleep would lose.

import init, { Background } from "./engine.js";
import { download } from "./download.js";
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
  const settings = await (stored ??= chrome.storage.local.get(null));
  return request.ask === "captions" ? captions(ready, request, settings) : ready.answer(request, settings);
}

/**
 * The one request that is ever made: for a caption file of the opened video, where the viewer and the site's file allow it.
 * @param {Background} ready
 * @param {{ ask: string }} request
 * @param {object} settings
 */
async function captions(ready, request, settings) {
  const address = ready.caption_address(request, settings);
  if (!address) throw new Error("this file may not be asked for");
  const { status, bytes } = await download(address);
  return ready.captions(status, bytes);
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
  // A file that is not there fails in Chrome when it is asked for, in Firefox when it is read.
  const file = fetch(chrome.runtime.getURL(`rules/${language()}.json`));
  return file.then((it) => (it.ok ? it.json() : {})).catch(() => ({}));
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
