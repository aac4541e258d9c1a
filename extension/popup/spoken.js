// @ts-check
/** Why spoken words could not be had, where there should be some. */
import { element } from "../parts/dom.js";
import { text } from "../parts/i18n.js";

/** @param {import("../wire").Report} report */
export function drawSpoken({ videos }) {
  const warnings = new Set(videos.flatMap(({ captions_warning }) => captions_warning ?? []));
  return [...warnings].map((warning) => element("p", { class: "problem" }, text(`captions_warning_${warning}`)));
}
