// @ts-check
/** A site beyond those of the manifest: the viewer allows it here, for itself alone, and may take that back. */
import { browser } from "../browser.js";
import { element, icon } from "../parts/dom.js";
import { text } from "../parts/i18n.js";

/**
 * What can be allowed or withdrawn for the tab in front; nothing where that is no page of the web, or one of ours.
 * @param {{ url?: string } | undefined} tab
 */
export async function drawAllow(tab) {
  const site = siteOf(tab?.url);
  if (!site || isOwn(site.host)) return [];
  const may = await browser.permissions.contains({ origins: [site.pattern] });
  return [may ? withdraw(site) : offer(site)];
}

/** @typedef {{ host: string, pattern: string }} Site */

/** @param {string | undefined} url @returns {Site | null} */
function siteOf(url) {
  const { protocol = "", hostname = "" } = url && URL.canParse(url) ? new URL(url) : {};
  return /^https?:$/.test(protocol) ? { host: hostname, pattern: `${protocol}//${hostname}/*` } : null;
}

/** Whether the manifest names it. @param {string} host */
function isOwn(host) {
  const own = /** @type {string[]} */ (browser.runtime.getManifest().host_permissions ?? []);
  const domains = own.map((pattern) => pattern.replace(/^.*:\/\/(?:\*\.)?/, "").replace(/\/.*$/, ""));
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** @param {Site} site */
function offer({ host, pattern }) {
  const act = () => void browser.permissions.request({ origins: [pattern] });
  return section(text("popup_allow", host), text("popup_allow_help"), text("popup_allow_act"), act);
}

/** @param {Site} site */
function withdraw({ host, pattern }) {
  const act = () => void browser.permissions.remove({ origins: [pattern] });
  return section(text("popup_allowed", host), text("popup_allowed_help"), text("popup_withdraw_act"), act);
}

/** @param {string} heading @param {string} help @param {string} label @param {() => void} act */
function section(heading, help, label, act) {
  const button = element("button", { type: "button", class: "button", onclick: act }, label);
  const words = element("div", {}, element("h2", {}, heading), element("p", {}, help), button);
  return element("section", { class: "unread allow" }, icon("globe"), words);
}

/** Calls whenever the viewer has allowed a site, or withdrawn one. @param {() => void} changed */
export function followAllowed(changed) {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}
