/** The pages of the TikTok-like part: For You, one video with its "You may like" list, a profile. */

import { byHandle, creators } from "../creators.mjs";
import { h } from "../dom.mjs";
import { feed } from "./feed.mjs";
import { address, css, face, picture, player } from "./parts.mjs";
import { clips } from "./videos.mjs";

/** @typedef {import("./videos.mjs").Clip} Clip */

/** `/foryou` and `/` */
export const forYou = () => h("main#main-content-homepage_hot", feed(clips));

/** @param {Clip} clip */
const related = (clip) => {
  const creator = creators[clip.by];
  return h(`div.${css("DivItemContainer")}`,
    h(`div.${css("DivCoverContainer")}`,
      h("a", { href: address(clip), title: clip.text }, h("div", h("span", h("picture", h("img", { alt: clip.text, src: picture(clip) })))))),
    h(`div.${css("DivContentContainer")}`,
      h(`div.${css("DivInfoContainer")}`,
        h(`div.${css("DivDesc")}`, h(`div.${css("DivTitle")}`, clip.text)),
        h(`div.${css("DivAuthor")}`, h(`span.${css("SpanUniqueId")}`, creator.handle)),
        h(`div.${css("DivOtherInfo")}`, clip.likes))));
};

/** `/@handle/video/id` @param {Clip} clip */
export function single(clip) {
  const others = clips.filter((other) => other !== clip);
  return h(`div#main-content-video_detail.${css("DivMainContainer")}`,
    h(`div.${css("DivVideoDetailContainer")}`,
      h(`div.${css("DivLeftContainer")}`, feed([clip, ...others.slice(8)])),
      h(`div.${css("DivRelatedTabContainer")}`, h("h2", "You may like"), h(`div.${css("DivListContainer")}`, others.slice(0, 8).map(related)))));
}

/** @param {Clip} clip @param {number} index */
const tile = (clip, index) =>
  h(`div#grid-item-container-${index}.${css("DivItemContainerV2")}`,
    h("div", { "data-e2e": "user-post-item", class: css("DivContainer"), tabindex: "0", role: "button", "aria-label": "Watch in full screen" },
      h(`div.${css("DivWrapper")}`,
        h("a", { href: `https://www.tiktok.com${address(clip)}`, tabindex: "-1", class: css("AVideoContainer") },
          h(`div.${css("DivPlayerContainer")}`, player(clip, index, `${clip.text} created by ${creators[clip.by].name} with ${creators[clip.by].name}’s original sound`)),
          h(`div.${css("DivCardFooter")}`, h("strong", { "data-e2e": "video-views" }, clip.likes))))));

/** `/@handle` @param {string} handle */
export function profile(handle) {
  const { key, creator } = byHandle(handle);
  return h("div#main-content-others_homepage", { "data-e2e": "user-page" },
    h(`div.${css("CreatorPageHeader")}`,
      h("div", { "data-e2e": "user-avatar" }, h("img", { alt: "", src: face(creator) })),
      h(`div.${css("CreatorPageHeaderShareContainer")}`,
        h("h1", { "data-e2e": "user-title" }, creator.handle),
        h("h2", { "data-e2e": "user-subtitle" }, creator.name),
        h("h3", h("strong", { "data-e2e": "followers-count" }, creator.followers), " Followers"),
        h("h2", { "data-e2e": "user-bio" }, creator.bio))),
    h("div#user-post-item-list", { "data-e2e": "user-post-item-list", class: css("DivVideoFeedV2") },
      clips.filter((clip) => clip.by === key).map(tile)));
}
