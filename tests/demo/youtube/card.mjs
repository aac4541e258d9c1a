/** The cards of the YouTube-like part, on the element structure of autumn 2026. */

import { creators } from "../creators.mjs";
import { h, one } from "../dom.mjs";

/** @typedef {import("../creators.mjs").Creator} Creator */
/** @typedef {import("./videos.mjs").Video} Video */

const words = "span.ytAttributedStringHost";
const metadata = `${words}.ytContentMetadataViewModelMetadataText`;

/** The address of a drawn picture of a video. @param {Video} video */
export const picture = (video, file = "hq720.jpg") => `https://i.ytimg.com/vi/${video.id}/${file}`;

/** The address of a creator's drawn avatar. @param {Creator} creator */
export const face = (creator) => `https://yt3.ggpht.com/${creator.handle}=s48`;

/** @param {Video} video @param {string} size */
const thumbnail = (video, size) =>
  h(`yt-thumbnail-view-model.ytThumbnailViewModelHost.ytThumbnailViewModelAspectRatio16By9.ytThumbnailViewModel${size}`,
    h("div.ytThumbnailViewModelImage", h("img.ytCoreImageHost.ytCoreImageLoaded", { alt: "", src: picture(video) })),
    h("yt-thumbnail-bottom-overlay-view-model.ytThumbnailBottomOverlayViewModelHost",
      h("div.ytThumbnailBottomOverlayViewModelBadgeContainer",
        h("yt-thumbnail-badge-view-model.ytThumbnailBadgeViewModelHost", duration(video)))));

/** @param {Video} video */
const duration = (video) =>
  h("badge-shape.ytBadgeShapeHost.ytBadgeShapeThumbnailBadge", { role: "img", "aria-label": video.time }, h("div.ytBadgeShapeText", video.time));

/** @param {Creator} creator */
const avatar = (creator) =>
  h("div.ytLockupMetadataViewModelAvatar",
    h("yt-decorated-avatar-view-model.ytDecoratedAvatarViewModelHost",
      h("yt-avatar-shape",
        h("div.ytSpecAvatarShapeHost", { "aria-label": `Go to channel ${creator.name}`, role: "button", tabindex: "0" },
          h("img.ytCoreImageHost.ytSpecAvatarShapeImage", { alt: "", src: face(creator) })))));

/** @param {Video} video */
const title = (video) =>
  h("h3.ytLockupMetadataViewModelHeadingReset", { title: video.title, "aria-label": video.title },
    h("a.ytLockupMetadataViewModelTitle", { href: `/watch?v=${video.id}`, "aria-label": `${video.title} ${video.time}` },
      h(`${words}.ytAttributedStringWhiteSpacePreWrap`, { dir: "auto", role: "text" }, video.title)));

/** @param {Creator} creator @param {boolean} linked */
const channelRow = (creator, linked) =>
  h("div.ytContentMetadataViewModelMetadataRow", { role: "group" },
    linked
      ? h(metadata, { dir: "auto" }, h("span", { dir: "auto" }, h("a.ytAttributedStringLink", { tabindex: "0", href: `/@${creator.handle}` }, creator.name)))
      : h(metadata, { dir: "auto", role: "text" }, creator.name));

/** @param {Video} video */
const countRow = (video) =>
  h("div.ytContentMetadataViewModelMetadataRow", { role: "group" },
    h(metadata, { dir: "auto", "aria-label": `${video.views} views`, role: "text" }, video.views),
    h("span.ytContentMetadataViewModelDelimiter", { "aria-hidden": "true" }, " • "),
    h(metadata, { dir: "auto", "aria-label": video.age, role: "text" }, video.age));

const menu = () =>
  h("div.ytLockupMetadataViewModelMenuButton",
    h("button-view-model.ytSpecButtonViewModelHost", h("button", { title: "", "aria-label": "More actions" }, "⋮")));

/**
 * A card of the home page, a channel or the sidebar.
 * @param {import("./videos.mjs").Video} video
 * @param {"home" | "channel" | "sidebar"} place home cards link their channel; sidebar cards only name it; cards on a
 *   channel's own page do neither
 */
export function lockup(video, place) {
  const creator = creators[video.by];
  const shape = place === "sidebar" ? "Horizontal" : "Vertical";
  return h("yt-lockup-view-model.lockup.ytLockupViewModelWrapper",
    h(`div.ytLockupViewModelHost.ytLockupViewModel${shape}.content-id-${video.id}`,
      h("a.ytLockupViewModelContentImage", { href: `/watch?v=${video.id}`, tabindex: "-1" }, thumbnail(video, place === "sidebar" ? "Medium" : "Large")),
      h("div.ytLockupViewModelMetadata",
        h(`yt-lockup-metadata-view-model.ytLockupMetadataViewModelHost.ytLockupMetadataViewModel${shape}`,
          place === "home" && avatar(creator),
          h("div.ytLockupMetadataViewModelTextContainer",
            title(video),
            h("div.ytLockupMetadataViewModelMetadata",
              h("yt-content-metadata-view-model.ytContentMetadataViewModelHost",
                place !== "channel" && channelRow(creator, place === "home"),
                countRow(video)))),
          menu()))));
}

/** A cell of a grid with its card. @param {Video} video @param {"home" | "channel" | "sidebar"} place */
export const item = (video, place) =>
  h("ytd-rich-item-renderer", { lockup: "true" }, h("div#content", lockup(video, place)));

/** Gives a cell to another video, as the site does: the cell stays, what is in it is made anew. @param {Element} cell @param {Video} video */
export const refill = (cell, video) => one("#content", cell).replaceChildren(lockup(video, "home"));

/** A short video in a shelf: no channel is shown. @param {Video} video */
export const shortsLockup = (video) =>
  h("ytm-shorts-lockup-view-model-v2.shortsLockupViewModelHost",
    h("ytm-shorts-lockup-view-model.shortsLockupViewModelHost",
      h("a.shortsLockupViewModelHostEndpoint", { href: `/shorts/${video.id}`, title: video.title },
        h("div.shortsLockupViewModelHostThumbnailContainer", h("img.ytCoreImageHost", { alt: "", src: picture(video, "frame0.jpg") }))),
      h("div.shortsLockupViewModelHostOutsideMetadata",
        h("h3.shortsLockupViewModelHostMetadataTitle", { "aria-label": `${video.title}, ${video.views} views` },
          h("a.shortsLockupViewModelHostOutsideMetadataEndpoint", { href: `/shorts/${video.id}`, title: video.title },
            h(words, { role: "text" }, video.title))),
        h("div.shortsLockupViewModelHostMetadataSubhead", h(words, { role: "text" }, `${video.views} views`)))));
