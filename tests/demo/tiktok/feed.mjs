/** The vertical feed of the TikTok-like part: articles that are empty until they come near. */

import { creators } from "../creators.mjs";
import { h, one, whenNear } from "../dom.mjs";
import { address, creatorInfo, css, description, face, player, summary } from "./parts.mjs";

/** @typedef {import("./videos.mjs").Clip} Clip */

/** @param {string} name @param {string} glyph */
const control = (name, glyph, more = {}) =>
  h("button.TUXButton.action-item", { type: "button", ...more }, h("div.TUXButton-content", { "aria-label": name }, glyph));

/** @param {Clip} clip @param {number} index */
const overlay = (clip, index) =>
  h(`div.${css("DivMediaCardOverlay")}`,
    h(`div.${css("DivMediaCardOverlayTop")}`,
      control("Volume", "♪"),
      control("More", "⋯", { "data-e2e": "more-menu-icon", "data-more-menu-item-id": clip.id })),
    h(`div.${css("DivMediaCardOverlayBottom")}`,
      h(`div.${css("DivOverlayBottomContent")}`,
        h(`div.${css("DivCaptionContainer")}`),
        creatorInfo(creators[clip.by]),
        h(`div.${css("DivMediaCardDescriptionContainer")}`,
          h(`div.${css("DivMultilineTextContainer")}`, h(`div.${css("DivMultilineText")}`, description(clip), index === 0 && summary()))))));

/** @param {Clip} clip */
const rail = (clip) => {
  const creator = creators[clip.by];
  return h(`section.${css("SectionActionBarContainer")}`,
    h("div", h("a.link-a11y-focus", { "data-e2e": "video-author-avatar", href: `/@${creator.handle}` }, h("img", { alt: creator.handle, src: face(creator) }))),
    h("button", { type: "button", "aria-label": `Like video ${clip.likes} likes` }, h("span", { "data-e2e": "like-icon" }, "♥"), h("strong", { "data-e2e": "like-count" }, clip.likes)),
    h("a", { href: address(clip), "aria-label": "Open video" }, "↗"));
};

/** @param {Clip} clip @param {number} index */
const filling = (clip, index) =>
  h(`div.${css("DivContentFlexLayout")}`,
    h(`section#media-card-${index}.${css("SectionMediaCardContainer")}`, { tabindex: "0", "aria-label": "Watch in full screen", "data-e2e": "feed-video" },
      h(`div.${css("DivVideoPlayerContainer")}`, player(clip, index, clip.text)),
      overlay(clip, index)),
    rail(clip));

/** An article fills itself when it comes near the viewport, and is an empty shell again when it has gone far. @param {Clip} clip @param {number} index */
function article(clip, index) {
  const shell = h(`article.${css("ArticleItemContainer")}`, { "data-scroll-index": String(index), "data-e2e": "recommend-list-item-container" });
  const settle = (/** @type {boolean} */ near) => {
    if (near === shell.hasChildNodes()) return;
    shell.replaceChildren(...(near ? [filling(clip, index)] : []));
    near ? shell.setAttribute("id", `one-column-item-${index}`) : shell.removeAttribute("id");
  };
  new IntersectionObserver((entries) => settle(entries.at(-1)?.isIntersecting ?? false), { rootMargin: "150% 0px" }).observe(shell);
  if (index === 0) settle(true);
  return shell;
}

const atFirst = 8;

/** A feed of clips; the later ones are added when one has scrolled to the end of the first. @param {Clip[]} clips */
export function feed(clips) {
  const list = h(`div#column-list-container.${css("DivColumnListContainer")}`, clips.slice(0, atFirst).map(article));
  if (clips.length > atFirst) {
    whenNear(one(":scope > :last-child", list), (observer) => {
      observer.disconnect();
      list.append(...clips.slice(atFirst).map((clip, index) => article(clip, atFirst + index)));
    });
  }
  return list;
}
