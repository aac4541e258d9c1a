/** What the pages of the TikTok-like part share: components are known by the end of their class names. */

import { creators } from "../creators.mjs";
import { h, tagged } from "../dom.mjs";

/** @typedef {import("./videos.mjs").Clip} Clip */
/** @typedef {import("../creators.mjs").Creator} Creator */

/** A generated class name as the site's build makes them; only its end is stable. @param {string} component */
export const css = (component) => `css-d3m0-7937d88b--${component}`;

/** @param {Clip} clip */
export const picture = (clip) => `https://p16-sign.tiktokcdn-us.com/${clip.id}`;
/** @param {Creator} creator */
export const face = (creator) => `https://p16-common-sign.tiktokcdn-us.com/${creator.handle}`;
/** @param {Clip} clip */
export const address = (clip) => `/@${creators[clip.by].handle}/video/${clip.id}`;

/** @param {string} shape @param {import("../dom.mjs").Part[]} rest */
const text = (shape, ...rest) => h(`${shape}.TUXText.TUXText--tiktok-sans`, ...rest);

/** The picture and the player of a clip. @param {Clip} clip @param {number} index @param {string} alt */
export const player = (clip, index, alt) =>
  h(`div.${css("DivContainer")}`, { mode: "0" },
    h("div", h("span", h("picture", h("img", { alt, src: picture(clip) })))),
    h(`div.${css("DivBasicPlayerWrapper")}`,
      h(`div#xgwrapper-${index}-${clip.id}.xgplayer-container.tiktok-web-player`, h("div", h("video", { preload: "" })))));

/** The creator's words as the site marks them up: runs of text and links. @param {Clip} clip */
export const description = (clip) =>
  h("div", { "data-e2e": "video-desc", class: css("DivDescriptionContentContainer") },
    tagged(clip.text,
      (plain) => text("span", { "data-e2e": "desc-span-0" }, plain),
      (tag) => h("a", { "data-e2e": "search-common-link", href: `/tag/${tag}` }, text("p", `#${tag}`))));

/** The platform's own summary, which stands beside the creator's words and is not theirs. */
export const summary = () =>
  h(`div.${css("DivCustomTDKContainer")}`,
    h("div", { "data-e2e": "v2t-title" }, "Cure your anxiety and depression forever"),
    h("div", { "data-e2e": "v2t-desc" }, "A summary written by a machine: this video cures every disorder in minutes. #cure"),
    h("div", { "data-e2e": "v2t-keywords" }, "Keywords: anxiety cure, depression cure"),
    h("div", "This is an AI-generated summary of the content."));

/** @param {Creator} creator */
export const creatorInfo = (creator) =>
  h(`div.${css("DivCreatorInfoContainer")}`,
    h("a.link-a11y-focus", { href: `/@${creator.handle}` }, h("div", text("p", creator.name))));
