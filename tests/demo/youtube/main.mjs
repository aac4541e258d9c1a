/** The YouTube-like part of the demo: which address shows which page, and the pages left behind in the document. */

import { bar } from "../bar.mjs";
import { h, navigation } from "../dom.mjs";
import { channel, showChannel } from "./channel.mjs";
import { choose, home } from "./home.mjs";
import { results, search } from "./search.mjs";
import { reveal, shortsPage, show as showShort } from "./shorts.mjs";
import { shorts, videos } from "./videos.mjs";
import { open, playTo, watch } from "./watch.mjs";

const byId = (list, id) => list.find((video) => video.id === id) ?? list[0];
const current = (address) => byId(videos, address.searchParams.get("v"));
const short = (address) => byId(shorts, address.pathname.split("/")[2]);

/** Scrolling to another short changes the address without a step in the history, as on the site itself. */
function scrolledTo(video) {
  if (!location.pathname.startsWith("/shorts/") || location.pathname.endsWith(video.id)) return;
  history.replaceState({}, "", `/shorts/${video.id}`);
  showShort(pages.get("shorts"), video);
}

function openShort(page, video) {
  showShort(page, video);
  reveal(page, video);
}

/** Address pattern, how the page is made, and what it shows at an address. The first that fits is taken. */
const routes = [
  [/^\/watch/, "watch", watch, (page, address) => open(page, current(address))],
  [/^\/shorts\//, "shorts", () => shortsPage(scrolledTo), (page, address) => openShort(page, short(address))],
  [/^\/results/, "search", results, (page, address) => search(page, address.searchParams.get("search_query") ?? "")],
  [/^\/@/, "channel", channel, (page, address) => showChannel(page, address.pathname.slice(2).split("/")[0])],
  [/^/, "home", home, () => {}],
];

/** Pages once shown stay in the document, hidden, as on the site itself. @type {Map<string, HTMLElement>} */
const pages = new Map();
const manager = h("ytd-page-manager#page-manager");

function show(address) {
  const [, name, make, fill] = routes.find(([pattern]) => pattern.test(address.pathname));
  if (!pages.has(name)) pages.set(name, manager.appendChild(make()));
  for (const page of pages.values()) {
    page.toggleAttribute("hidden", page !== pages.get(name));
    page.removeAttribute("role");
  }
  pages.get(name).setAttribute("role", "main");
  scrollTo(0, 0);
  fill(pages.get(name), address);
  document.title = `${name} - YouTube`;
  document.dispatchEvent(new CustomEvent("yt-navigate-finish", { bubbles: true }));
}

const field = h("input", { type: "search", name: "search_query", placeholder: "Search", "aria-label": "Search" });
const ask = (event) => {
  event.preventDefault();
  go(`/results?search_query=${encodeURIComponent(field.value)}`);
};
const links = { Shorts: `/shorts/${shorts[0].id}`, "Vertical feed": "https://www.tiktok.com/foryou" };
document.body.append(h("ytd-app", bar("Demo Tube", links, h("form", { submit: ask }, field)), h("div#content", manager)));

/** In-page navigation of the demo. */
export const go = navigation(show);

// What tests and the curious can do from the console, without a pointer.
globalThis.demo = {
  go,
  choose: (topic) => choose(pages.get("home"), topic),
  playTo: (second) => playTo(pages.get("watch"), current(new URL(location.href)), second),
};
