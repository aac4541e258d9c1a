/** The YouTube-like part of the demo: which address shows which page, and the pages left behind in the document. */

import { bar } from "../bar.mjs";
import { h, navigation } from "../dom.mjs";
import { channel, showChannel } from "./channel.mjs";
import { choose, home } from "./home.mjs";
import { results, search } from "./search.mjs";
import { reveal, shortsPage, show as showShort } from "./shorts.mjs";
import { shorts, videos } from "./videos.mjs";
import { open, playTo, watch } from "./watch.mjs";

/** @typedef {import("./videos.mjs").Video} Video */

/** @param {Video[]} list @param {string | null | undefined} id */
const byId = (list, id) => /** @type {Video} */ (list.find((video) => video.id === id) ?? list[0]);
/** @param {URL} address */
const current = (address) => byId(videos, address.searchParams.get("v"));
/** @param {URL} address */
const short = (address) => byId(shorts, address.pathname.split("/")[2]);

/** Scrolling to another short changes the address without a step in the history, as on the site itself. @param {Video} video */
function scrolledTo(video) {
  if (!location.pathname.startsWith("/shorts/") || location.pathname.endsWith(video.id)) return;
  history.replaceState({}, "", `/shorts/${video.id}`);
  showShort(pageOf("shorts"), video);
}

/** @param {Element} page @param {URL} address */
function openShort(page, address) {
  showShort(page, short(address));
  reveal(page, short(address));
}

/** Which addresses a page has, how it is made, and what it shows at an address. @typedef {object} Route
 * @property {RegExp} at @property {() => HTMLElement} make @property {(page: HTMLElement, address: URL) => void} [fill] */

/** The first that fits is taken. @type {Record<string, Route>} */
const routes = {
  watch: { at: /^\/watch/, make: watch, fill: (page, address) => open(page, current(address)) },
  shorts: { at: /^\/shorts\//, make: () => shortsPage(scrolledTo), fill: openShort },
  search: { at: /^\/results/, make: results, fill: (page, address) => search(page, address.searchParams.get("search_query") ?? "") },
  channel: { at: /^\/@/, make: channel, fill: (page, address) => showChannel(page, address.pathname.slice(2)) },
  home: { at: /^/, make: home },
};

/** Pages once shown stay in the document, hidden, as on the site itself. @type {Map<string, HTMLElement>} */
const pages = new Map();
const manager = h("ytd-page-manager#page-manager");

/** @param {string} name */
function pageOf(name) {
  const page = pages.get(name) ?? routes[name]?.make() ?? home();
  pages.set(name, page);
  return page;
}

/** @param {URL} address */
function show(address) {
  const [name = "home", route] = Object.entries(routes).find(([, { at }]) => at.test(address.pathname)) ?? [];
  const page = pageOf(name);
  for (const other of pages.values()) {
    other.toggleAttribute("hidden", other !== page);
    other.removeAttribute("role");
  }
  page.setAttribute("role", "main");
  if (!page.isConnected) manager.append(page);
  scrollTo(0, 0);
  route?.fill?.(page, address);
  document.title = `${name} - YouTube`;
  document.dispatchEvent(new CustomEvent("yt-navigate-finish", { bubbles: true }));
}

const field = /** @type {HTMLInputElement} */ (h("input", { type: "search", name: "search_query", placeholder: "Search", "aria-label": "Search" }));
const ask = (/** @type {Event} */ event) => {
  event.preventDefault();
  go(`/results?search_query=${encodeURIComponent(field.value)}`);
};
const links = { Shorts: `/shorts/${byId(shorts, "").id}`, "Vertical feed": "https://www.tiktok.com/foryou" };
document.body.append(h("ytd-app", bar("Demo Tube", links, h("form", { submit: ask }, field)), h("div#content", manager)));

const go = navigation(show);

// What tests and the curious can do from the console, without a pointer.
globalThis.demo = {
  go,
  choose: (/** @type {string} */ topic) => choose(pageOf("home"), topic),
  playTo: (/** @type {number} */ second) => playTo(pageOf("watch"), current(new URL(location.href)), second),
};
