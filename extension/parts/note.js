// @ts-check
/** Drawing what the engine says about a text: notes with their words, and what a guard set aside. */
import { element, icon } from "./dom.js";
import { text } from "./i18n.js";

/**
 * @typedef {import("../wire").Answer} Answer
 * @typedef {import("../wire").Note} Note
 * @typedef {import("../wire").RuleText} RuleText
 */

/**
 * The words of a note in their sentence.
 * @param {Note} note
 */
export const quote = ({ before, quote: words, after }) =>
  element("blockquote", { class: "quote", dir: "auto" }, before, element("mark", {}, words), after);

/**
 * A note as the card shows it: what the words do, the words, why it matters, a question, the source.
 * @param {Note} note
 * @param {RuleText | undefined} rule
 * @param {"note" | "note good"} look
 */
export const drawNote = (note, rule, look) =>
  element(
    "section",
    { class: look },
    element("h3", {}, icon(look === "note" ? "quote" : "sprout"), rule?.title ?? text(`category_${note.category}`)),
    quote(note),
    rule?.why ? element("p", {}, rule.why) : null,
    rule?.question ? question(rule.question) : null,
    ...(rule?.sources ?? []).slice(0, 1).map(source),
  );

/** @param {string} words */
const question = (words) =>
  element(
    "div",
    { class: "ask" },
    icon("ask"),
    element("div", {}, element("b", {}, text("card_question")), element("br"), words),
  );

/**
 * A publication, as a link where it has an address.
 * @param {{ title: string, url: string }} source
 */
export const source = ({ title, url }) =>
  url.startsWith("https://")
    ? element("a", { class: "source", href: url, rel: "noreferrer", target: "_blank" }, title, "\u00a0", icon("out", "flip"))
    : element("span", { class: "source" }, title);

/**
 * All notes of an answer, good practice first.
 * @param {Answer} answer
 */
export function drawNotes({ assessment, rules }) {
  const rule = (/** @type {Note} */ note) => rules.find(({ id }) => id === note.rule);
  return [
    ...assessment.practices.map((note) => drawNote(note, rule(note), "note good")),
    ...assessment.notes.map((note) => drawNote(note, rule(note), "note")),
  ];
}

/**
 * Why words that look like a note are none.
 * @param {Answer} answer
 */
export const drawOverruled = ({ assessment }) =>
  assessment.overruled.map((note) =>
    element(
      "p",
      { class: "meta" },
      icon("minus"),
      element("q", { dir: "auto" }, note.quote),
      text(`guard_${note.guard}`),
    ),
  );
