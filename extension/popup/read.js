// @ts-check
/** What was read on a page and what was not, field by field, and what went wrong. */
import { element, icon } from "../parts/dom.js";
import { text } from "../parts/i18n.js";

/**
 * @typedef {import("../wire").Report} Report
 * @typedef {import("../wire").Field} Field
 */

const FIELDS = /** @type {Field[]} */ ([
  "title",
  "description",
  "hashtags",
  "captions",
  "creator_name",
  "handle",
  "bio",
]);

/** Over the whole page: a field counts as read where any video has it. @param {Report} report */
export function drawRead(report) {
  return report.videos.length ? [fields(report), ...problems(report.errors)] : problems(report.errors);
}

/** @param {Report} report */
function fields({ site, videos }) {
  const [read, unread] = [true, false].map((wanted) =>
    FIELDS.filter((field) => videos.some(({ video }) => holds(video, field)) === wanted),
  );
  const pills = [
    ...(read ?? []).map((field) => pill("pill", "check", text(`card_field_${field}`))),
    ...(unread ?? []).map((field) => pill("pill open", "minus", text(`popup_missed_${field}`))),
  ];
  const heading = element("h2", { class: "label" }, text("popup_read", text(`setting_site_${site}`)));
  return element("section", {}, heading, element("ul", { class: "pills" }, ...pills));
}

/** @param {string} look @param {string} symbol @param {string} words */
const pill = (look, symbol, words) => element("li", { class: look }, icon(symbol), words);

/** @param {import("../wire").Video} video @param {Field} field */
function holds(video, field) {
  const { name, handle, bio } = video.creator;
  const captions = video.captions.length > 0 || video.transcript !== "";
  const { title, description } = video;
  const words = { title, description, hashtags: video.hashtags.length, captions, creator_name: name, handle, bio };
  return Boolean(words[field]);
}

/** @param {string[]} errors */
function problems(errors) {
  if (errors.length === 0) return [];
  const lines = errors.map((line) => element("p", { class: "problem", dir: "auto" }, line));
  return [element("section", {}, element("h2", { class: "label" }, text("popup_errors")), ...lines)];
}
