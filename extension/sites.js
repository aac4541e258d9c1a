// Where the content script runs: on the sites of the manifest, and on those that the viewer has allowed beyond them. The
// permission alone says which these are; the script that is registered follows it, also over restarts.

const SCRIPT = "allowed-sites";

const { content_scripts: [script] = [], host_permissions = [] } = chrome.runtime.getManifest();
const own = /** @type {string[]} */ (host_permissions);
/** As paths: Firefox tells them as whole addresses. */
const files = (script?.js ?? []).map((file) => new URL(file, chrome.runtime.getURL("/")).pathname.slice(1));

/** Follows what the viewer allows and withdraws, here or in the browser's own settings. */
export function followSites() {
  chrome.permissions.onAdded.addListener(({ origins = [] }) => serve().then(() => enterOpenTabs(origins)));
  chrome.permissions.onRemoved.addListener(() => serve().then(leaveOpenTabs));
  // A new or updated installation also serves the tabs that were open before it.
  chrome.runtime.onInstalled.addListener(() => serve().then(async () => enterOpenTabs([...(script?.matches ?? []), ...(await allowed())])));
  chrome.runtime.onStartup.addListener(serve);
}

/** The sites beyond those of the manifest, as match patterns. */
async function allowed() {
  const { origins = [] } = await chrome.permissions.getAll();
  return origins.filter((origin) => !own.includes(origin));
}

/** Has the browser start the content script on the sites that are allowed now, and on no others. */
async function serve() {
  const matches = await allowed();
  const known = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  const wanted = { id: SCRIPT, matches, excludeMatches: own, js: files, persistAcrossSessions: true };
  if (matches.length === 0) return known.length ? chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] }) : undefined;
  return known.length ? chrome.scripting.updateContentScripts([wanted]) : chrome.scripting.registerContentScripts([wanted]);
}

/** @param {string[]} url match patterns */
async function enterOpenTabs(url) {
  if (url.length === 0) return;
  const tabs = await chrome.tabs.query({ url, status: "complete" });
  await Promise.allSettled(tabs.map(enter));
}

/** @param {chrome.tabs.Tab} tab */
async function enter({ id: tabId = chrome.tabs.TAB_ID_NONE }) {
  const served = await chrome.tabs.sendMessage(tabId, { ask: "report" }).catch(() => undefined);
  if (!served) await chrome.scripting.executeScript({ target: { tabId }, files });
}

/** Ends the content script wherever it may not be any more. The browser leaves it running. */
async function leaveOpenTabs() {
  const tabs = await chrome.tabs.query({});
  await Promise.allSettled(tabs.map(leave));
}

/** @param {chrome.tabs.Tab} tab */
async function leave({ id: tabId = chrome.tabs.TAB_ID_NONE }) {
  const where = await chrome.tabs.sendMessage(tabId, { ask: "where" });
  const may = await chrome.permissions.contains({ origins: [`${where}/*`] });
  if (!may) await chrome.tabs.sendMessage(tabId, { ask: "leave" });
}
