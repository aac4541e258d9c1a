/** A channel of the YouTube-like part: the header with the bio, and the channel's videos. */

import { h } from "../dom.mjs";
import { face, item } from "./card.mjs";
import { byHandle } from "../creators.mjs";
import { videos } from "./videos.mjs";

/** @typedef {import("../creators.mjs").Creator} Creator */

const words = "span.ytAttributedStringHost";

/** @param {Creator} creator */
const bio = (creator) =>
  h("yt-description-preview-view-model.ytDescriptionPreviewViewModelHost",
    h("truncated-text.ytTruncatedTextHost",
      h("truncated-text-content.ytTruncatedTextTruncatedTextContent", h(words, { role: "text" }, creator.bio)),
      h("truncated-text-content.ytTruncatedTextTruncatedTextContent.ytTruncatedTextHiddenTextContent", { hidden: true }, h(words, { role: "text" }, creator.bio))));

/** @param {Creator} creator */
const header = (creator) =>
  h("div#header",
    h("ytd-tabbed-page-header",
      h("div#page-header",
        h("yt-page-header-renderer.pageHeaderRendererHost",
          h("yt-page-header-view-model.ytPageHeaderViewModelHost",
            h("div.ytPageHeaderViewModelHeadline",
              h("yt-decorated-avatar-view-model.ytDecoratedAvatarViewModelHost", h("img", { alt: "", src: face(creator) })),
              h("div.ytPageHeaderViewModelHeadlineInfo",
                h("yt-dynamic-text-view-model.ytPageHeaderViewModelTitle", h("h1.dynamicTextViewModelH1", { "aria-label": creator.name }, h(words, { dir: "auto", role: "text" }, creator.name))),
                h("yt-content-metadata-view-model.ytPageHeaderViewModelContentMetadata.ytContentMetadataViewModelHost",
                  h("div.ytContentMetadataViewModelMetadataRow", h(words, { role: "text" }, h("span", { dir: "auto" }, `@${creator.handle}`))),
                  h("div.ytContentMetadataViewModelMetadataRow", h(words, { role: "text" }, `${creator.followers} subscribers`))),
                bio(creator))))))));

/** A channel page, empty. */
export const channel = () => h("ytd-browse", { "page-subtype": "channels" });

/** Shows a creator on the channel page. @param {Element} page @param {string} handle */
export function showChannel(page, handle) {
  const { key, creator } = byHandle(handle);
  page.replaceChildren(
    header(creator),
    h("ytd-two-column-browse-results-renderer", { "page-subtype": "channels" },
      h("div#primary",
        h("ytd-rich-grid-renderer", h("div#contents", videos.filter((video) => video.by === key).map((video) => item(video, "channel")))))));
}
