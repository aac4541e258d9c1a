// @ts-check
/** What was read on a page and what was not, field by field, and what went wrong. */
import { element, icon } from "../parts/dom.js";
import { text } from "../parts/i18n.js";

/**
 * @typedef {import("../wire").Report} Report
 */

/** Over the whole page, field by field. @param {Report} report */
export function drawRead(report) {
  return report.videos.length ? [fields(report), ...problems(report.errors)] : problems(report.errors);
}

/**
 * A field counts as read where any video has it. One that no video has is either not on such pages, or it should have
 * been there.
 * @param {Report} report
 */
function fields({ site, fields }) {
  const read = fields.filter(({ found }) => found).map(({ field }) => pill("pill", "check", text(`card_field_${field}`)));
  const lost = fields.filter(({ found, missed }) => !found && missed).map(({ field }) => pill("pill open", "unstated", text("popup_lost", text(`card_field_${field}`))));
  const absent = fields.filter(({ found, missed }) => !found && !missed).map(({ field }) => pill("pill open", "minus", text(`popup_missed_${field}`)));
  const heading = element("h2", { class: "label" }, text("popup_read", text(`setting_site_${site}`)));
  return element("section", {}, heading, element("ul", { class: "pills" }, ...read, ...lost, ...absent));
}

/** @param {string} look @param {string} symbol @param {string} words */
const pill = (look, symbol, words) => element("li", { class: look }, icon(symbol), words);

/** @param {string[]} errors */
function problems(errors) {
  if (errors.length === 0) return [];
  const lines = errors.map((line) => element("p", { class: "problem", dir: "auto" }, line));
  return [element("section", {}, element("h2", { class: "label" }, text("popup_errors")), ...lines)];
}
