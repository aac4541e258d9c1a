/** The watch page of the YouTube-like part: a player with captions, title, owner, description, sidebar. */

import { creators } from "../creators.mjs";
import { h, one, tagged } from "../dom.mjs";
import { silence } from "../silence.mjs";
import { face, lockup, picture } from "./card.mjs";
import { videos } from "./videos.mjs";

/** @typedef {import("../creators.mjs").Creator} Creator */
/** @typedef {import("./videos.mjs").Video} Video */

/** @param {string} time */
const seconds = (time) => time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
/** @param {number} second */
const clock = (second) => `${Math.floor(second / 60)}:${String(Math.floor(second % 60)).padStart(2, "0")}`;

/** @param {Video} video */
const controls = (video) =>
  h("div.ytp-chrome-bottom",
    h("div.ytp-progress-bar-container", h("div.ytp-progress-bar", { role: "slider", tabindex: "0", "aria-label": "Seek slider", "aria-valuemin": "0", "aria-valuemax": String(seconds(video.time)), "aria-valuenow": "0" }, h("div.ytp-play-progress"))),
    h("div.ytp-chrome-controls", h("button.ytp-play-button", { type: "button" }, "Play with captions"), h("span.ytp-time-display", `0:00 / ${video.time}`)));

/** @param {Video} video */
const player = (video) =>
  h("div#player",
    h("div#movie_player.html5-video-player",
      h("div.html5-video-container", h("video.video-stream.html5-main-video", { poster: picture(video), src: silence(seconds(video.time)) })),
      h("div.ytp-caption-window-container"),
      controls(video)));

/** @param {Creator} creator */
const owner = (creator) =>
  h("ytd-video-owner-renderer",
    h("a", { href: `/@${creator.handle}`, tabindex: "-1" }, h("yt-img-shadow#avatar", h("img#img", { alt: "", src: face(creator) }))),
    h("div#upload-info",
      h("ytd-channel-name#channel-name",
        h("div#container", h("div#text-container", h("yt-formatted-string#text", { title: creator.name }, h("a.yt-simple-endpoint", { href: `/@${creator.handle}`, dir: "auto" }, creator.name))))),
      h("yt-formatted-string#owner-sub-count", `${creator.followers} subscribers`)));

/** @param {Video} video */
const description = (video) =>
  h("div#description",
    h("div#description-inner",
      h("ytd-watch-info-text", h("span", `${video.views} views · ${video.age}`)),
      h("ytd-text-inline-expander#description-inline-expander",
        h("yt-attributed-string",
          h("span.ytAttributedStringHost", { dir: "auto" },
            tagged(video.text, (plain) => h("span", plain), (tag) => h("a", { href: `/hashtag/${tag}` }, `#${tag}`)))))));

/** @param {Video} video */
const sidebar = (video) =>
  h("div#secondary",
    h("div#secondary-inner",
      h("div#related",
        h("ytd-watch-next-secondary-results-renderer",
          h("div#items",
            h("ytd-item-section-renderer",
              h("div#contents", videos.filter((other) => other !== video).slice(0, 14).map((other) => lockup(other, "sidebar")))))))));

/** The watch page, empty. */
export const watch = () => h("ytd-watch-flexy", h("div#columns"));

/** Shows a video on the watch page. @param {Element} page @param {Video} video */
export function open(page, video) {
  page.setAttribute("video-id", video.id);
  one("#columns", page).replaceChildren(
    h("div#primary",
      h("div#primary-inner",
        player(video),
        h("div#below",
          h("ytd-watch-metadata",
            h("div#title", h("h1", h("yt-formatted-string", { title: video.title }, video.title))),
            h("div#top-row", h("div#owner", owner(creators[video.by]))),
            h("div#bottom-row", description(video)))))),
    sidebar(video));
  const media = /** @type {HTMLVideoElement} */ (one("video", page));
  media.muted = true;
  media.addEventListener("timeupdate", () => tell(page, video, media.currentTime));
  one(".ytp-play-button", page).addEventListener("click", () => (media.paused ? media.play() : media.pause()));
}

/** Puts the player to a second. @param {Element} page @param {Video} video @param {number} second */
export function playTo(page, video, second) {
  /** @type {HTMLVideoElement} */ (one("video", page)).currentTime = second;
  tell(page, video, second);
}

/** Shows where the player is: the position, and the caption that is spoken there. @param {Element} page @param {Video} video @param {number} second */
function tell(page, video, second) {
  const spoken = (video.captions ?? []).filter(([start]) => start <= second).at(-1);
  one(".ytp-play-progress", page).style.width = `${(100 * second) / seconds(video.time)}%`;
  one(".ytp-progress-bar", page).setAttribute("aria-valuenow", String(Math.floor(second)));
  one(".ytp-time-display", page).textContent = `${clock(second)} / ${video.time}`;
  const window = one(".ytp-caption-window-container", page);
  if (window.textContent !== (spoken?.[1] ?? "")) window.replaceChildren(...(spoken ? [caption(spoken[1])] : []));
}

/** @param {string} spoken */
const caption = (spoken) =>
  h("div.caption-window", h("span.captions-text", h("span.caption-visual-line", h("span.ytp-caption-segment", spoken))));
