/** Search results of the YouTube-like part: rows that are kept and given to other videos by the next search. */

import { creators } from "../creators.mjs";
import { h, one } from "../dom.mjs";
import { face, picture } from "./card.mjs";
import { videos } from "./videos.mjs";

/** @typedef {import("./videos.mjs").Video} Video */

const channelName = () =>
  h("ytd-channel-name#channel-name",
    h("div#container", h("div#text-container", h("yt-formatted-string#text", { dir: "auto" }, h("a")))));

const thumbnail = () =>
  h("ytd-thumbnail",
    h("a#thumbnail.inline-block", { tabindex: "-1" },
      h("yt-image", h("img.ytCoreImageHost", { alt: "" })),
      h("div#overlays",
        h("ytd-thumbnail-overlay-time-status-renderer",
          h("div.thumbnail-overlay-badge-shape", h("badge-shape.ytBadgeShapeHost", { role: "img" }, h("div.ytBadgeShapeText"))))),
      h("div#mouseover-overlay"), h("div#hover-overlays")));

const row = () =>
  h("ytd-video-renderer", { lockup: "true" },
    h("div#dismissible",
      thumbnail(),
      h("div.text-wrapper",
        h("div#meta",
          h("div#title-wrapper", h("h3.title-and-badge", h("a#video-title", h("yt-formatted-string")))),
          h("ytd-video-meta-block",
            h("div#metadata",
              h("div#byline-container", channelName()),
              h("div#metadata-line", h("span.inline-metadata-item"), h("span.inline-metadata-item"))))),
        h("div#channel-info", h("a#channel-thumbnail", h("yt-img-shadow", h("img#img", { alt: "" }))), channelName()),
        h("yt-formatted-string#description-text"))),
    h("div#dismissed"));

/** Gives a row to a video. Nothing is made anew: only attributes and words change. @param {Element} element @param {Video} video */
function fill(element, video) {
  const creator = creators[video.by];
  const set = (/** @type {string} */ selector, /** @type {object} */ values) => Object.assign(one(selector, element), values);
  const href = `/watch?v=${video.id}&pp=demo`;
  set("#thumbnail", { href });
  set("#thumbnail img", { src: picture(video) });
  set(".ytBadgeShapeText", { textContent: video.time });
  set("#video-title", { href, title: video.title, ariaLabel: `${video.title} ${video.time}` });
  set("#video-title yt-formatted-string", { textContent: video.title });
  set("#channel-thumbnail", { href: `/@${creator.handle}` });
  set("#img", { src: face(creator) });
  for (const link of element.querySelectorAll("#text a")) Object.assign(link, { href: `/@${creator.handle}`, textContent: creator.name });
  set(".inline-metadata-item", { textContent: video.views });
  set(".inline-metadata-item:last-child", { textContent: video.age });
  set("#description-text", { textContent: video.text.split("\n")[0] });
  return element;
}

/** The videos whose words hold what was asked for; all of them for an empty question. @param {string} question */
export function found(question) {
  const wanted = question.toLowerCase();
  return videos.filter((video) => `${video.title} ${video.text} ${creators[video.by].name} ${video.topic}`.toLowerCase().includes(wanted));
}

/** The results page. */
export const results = () =>
  h("ytd-search", { "page-subtype": "search" },
    h("div#container",
      h("ytd-two-column-search-results-renderer", { "page-subtype": "search" },
        h("div#primary", h("ytd-section-list-renderer", h("div#contents", h("ytd-item-section-renderer", h("div#contents"))))))));

/** Shows the answer to a question, in the rows that are there already as far as they go. @param {Element} page @param {string} question */
export function search(page, question) {
  const list = one("ytd-item-section-renderer > #contents", page);
  const answers = found(question);
  const rows = [...list.children];
  answers.forEach((video, index) => (index < rows.length ? fill(rows[index], video) : list.append(fill(row(), video))));
  rows.slice(answers.length).forEach((rest) => rest.remove());
}
