/** The player of short videos: a row of slots, of which only the current one is filled. */

import { creators } from "../creators.mjs";
import { h, one, tagged } from "../dom.mjs";
import { face, picture } from "./card.mjs";
import { shorts } from "./videos.mjs";

/** @typedef {import("../creators.mjs").Creator} Creator */
/** @typedef {import("./videos.mjs").Video} Video */

const words = "span.ytAttributedStringHost";

/** @param {Creator} creator */
const channelBar = (creator) =>
  h("yt-reel-channel-bar-view-model.ytReelChannelBarViewModelHost",
    h("yt-decorated-avatar-view-model.ytDecoratedAvatarViewModelHost",
      h("yt-avatar-shape", h("div.ytSpecAvatarShapeHost", { "aria-label": `Go to channel @${creator.handle}`, role: "button", tabindex: "0" }, h("img", { alt: "", src: face(creator) })))),
    h(`${words}.ytReelChannelBarViewModelChannelName`, { dir: "auto" }, h("a.ytAttributedStringLink", { href: `/@${creator.handle}`, tabindex: "0" }, `@${creator.handle}`)));

/** @param {Video} video */
const title = (video) =>
  h("yt-shorts-video-title-view-model.ytShortsVideoTitleViewModelHost",
    h("h1.ytShortsVideoTitleViewModelShortsVideoTitle", { role: "link", tabindex: "0", "aria-label": video.title },
      h(words, { dir: "auto", role: "text" }, tagged(video.title, (plain) => h("span", plain), (tag) => h("a", { href: `/hashtag/${tag}` }, `#${tag}`)))));

/** @param {Video} video */
const overlay = (video) =>
  h("div#reel-overlay-container",
    h("ytd-reel-video-renderer#reel-video-renderer",
      h("div#short-video-container.short-video-container", h("div.player-wrapper")),
      h("div#experiment-overlay.overlay",
        h("ytd-reel-player-overlay-renderer-cow.ytdReelPlayerOverlayRendererHost",
          h("yt-reel-player-overlay-view-model.ytReelPlayerOverlayViewModelHost",
            h("div.ytReelPlayerOverlayViewModelMetadataContainer",
              h("yt-reel-metapanel-view-model.ytReelMetapanelViewModelHost",
                h("div.ytReelMetapanelViewModelMetapanelItem", channelBar(creators[video.by])),
                h("div.ytReelMetapanelViewModelMetapanelItem", title(video)))),
            h("div.ytReelPlayerOverlayViewModelActionsContainer",
              h("reel-action-bar-view-model", h("button", { "aria-label": "like this video" }, "♡"), h("button", { "aria-label": "share" }, "↗"))))))));

/** @param {Video} video @param {number} index */
const slot = (video, index) =>
  h("div.reel-video-in-sequence-new", { id: String(index) },
    h("div.reel-video-in-sequence-thumbnail", { style: `background-image:url("${picture(video, "frame0.jpg")}");` }));

/** @param {Element} page @param {Video} video */
const slotOf = (page, video) => one(`.reel-video-in-sequence-new[id="${shorts.indexOf(video)}"]`, page);

/**
 * The shorts page with all its slots, none of them filled. A slot that is scrolled to becomes the current one.
 * @param {(video: import("./videos.mjs").Video) => void} arrive
 */
export function shortsPage(arrive) {
  const slots = shorts.map(slot);
  const seen = (/** @type {IntersectionObserverEntry[]} */ entries) => {
    const arrived = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target);
    shorts.filter((_, index) => arrived.includes(slots[index])).forEach(arrive);
  };
  const observer = new IntersectionObserver(seen, { threshold: 0.8 });
  slots.forEach((one) => observer.observe(one));
  return h("ytd-shorts", h("div#shorts-container", h("div#shorts-inner-container", slots)));
}

/** Fills the slot of one video and empties the others. @param {Element} page @param {Video} video */
export function show(page, video) {
  const current = slotOf(page, video);
  if (current.querySelector("#reel-overlay-container")) return;
  page.querySelectorAll("#reel-overlay-container, video").forEach((old) => old.remove());
  current.append(overlay(video), h("video"));
}

/** Brings the slot of a video into view. @param {Element} page @param {Video} video */
export const reveal = (page, video) => slotOf(page, video).scrollIntoView({ block: "center" });
