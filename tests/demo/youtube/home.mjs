/** The home page of the YouTube-like part: topic chips, a shelf of shorts, cards that grow as one scrolls. */

import { h, one, whenNear } from "../dom.mjs";
import { item, refill, shortsLockup } from "./card.mjs";
import { shorts, videos } from "./videos.mjs";

const atFirst = 12;
const topics = ["All", ...new Set(videos.map((video) => video.topic))];

const shelf = () =>
  h("ytd-rich-section-renderer",
    h("div#content",
      h("ytd-rich-shelf-renderer",
        h("h2", "Shorts"),
        h("div#contents", shorts.map((video) => h("ytd-rich-item-renderer", { "is-slim-media": true }, h("div#content", shortsLockup(video))))))));

/** @param {string} topic @param {Element} page */
const chip = (topic, page) =>
  h("yt-chip-cloud-chip-renderer", h("button", { type: "button", click: () => choose(page, topic) }, topic));

/** The home page. */
export function home() {
  const page = h("ytd-browse", { "page-subtype": "home" });
  page.append(
    h("ytd-two-column-browse-results-renderer", { "page-subtype": "home" },
      h("div#primary",
        h("ytd-rich-grid-renderer",
          h("div#header", h("ytd-feed-filter-chip-bar-renderer", h("div#chips", topics.map((topic) => chip(topic, page))))),
          h("div#contents", videos.slice(0, atFirst).map((video) => item(video, "home")), shelf(), h("ytd-continuation-item-renderer"))))));
  const more = one("ytd-continuation-item-renderer", page);
  whenNear(more, (observer) => {
    observer.disconnect();
    more.replaceWith(...videos.slice(atFirst).map((video) => item(video, "home")));
  }, "100px");
  return page;
}

/** Shows one topic in the cells that are there: each cell is given to another video, those left over go away. @param {Element} page @param {string} topic */
export function choose(page, topic) {
  const cells = [...page.querySelectorAll("ytd-rich-grid-renderer > #contents > ytd-rich-item-renderer")];
  const wanted = videos.filter((video) => topic === "All" || video.topic === topic);
  cells.forEach((cell, index) => (wanted[index] ? refill(cell, wanted[index]) : cell.remove()));
  if (wanted.length > cells.length) one("#contents", page).append(...wanted.slice(cells.length).map((video) => item(video, "home")));
}
