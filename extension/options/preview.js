// @ts-check
/** A live preview: the engine reads an invented text, and what is switched on is shown. */
import { ask } from "../browser.js";
import { byId, element, icon } from "../parts/dom.js";
import { count, text } from "../parts/i18n.js";
import { drawNotes } from "../parts/note.js";

/**
 * @typedef {import("../wire").Answer} Answer
 * @typedef {import("../wire").Assessment} Assessment
 * @typedef {import("../wire").Note} Note
 * @typedef {import("../parts/store.js").Store} Store
 */

/**
 * Shows the preview, and again after every change: the engine judges anew, as it does for a page.
 * @param {Store} store
 */
export function showPreview(store) {
  let turn = 0;
  store.follow(async () => {
    const mine = ++turn;
    const video = { id: "preview", description: text("preview_sample"), creator: CREATOR };
    const answer = /** @type {Answer | null} */ (await ask({ ask: "assess", video }));
    if (!answer || mine !== turn) return;
    const shown = chosen(answer, store);
    byId("preview-badge").replaceChildren(...badge(shown.assessment));
    byId("preview-card").replaceChildren(card(shown));
  });
}

/** Invented. */
const CREATOR = { name: "Cora Lind, LCSW", handle: "coralind", bio: "" };

/** Claims that a card shows before "show all". */
const UP_FRONT = 2;

/**
 * What the viewer's switches leave of an answer.
 * @param {Answer} answer @param {Store} store
 * @returns {Answer}
 */
function chosen({ assessment, rules }, { values, mutes }) {
  const heard = (/** @type {Note} */ { rule }) => !mutes.some(({ kind, id }) => kind === "rule" && id === rule);
  const practices = values["badge_practices"] ? assessment.practices.filter(heard) : [];
  const notes = values["badge_claims"] ? assessment.notes.filter(heard) : [];
  const { credential } = assessment;
  const status = values["badge_credential"] ? credential.status : "not_found";
  return { assessment: { ...assessment, practices, notes, credential: { ...credential, status } }, rules };
}

/** @param {Assessment} assessment */
function badge({ notes, practices, credential }) {
  const chip = (/** @type {string} */ look, /** @type {string} */ symbol, /** @type {string} */ words) =>
    element("span", { class: look }, element("i", {}, icon(symbol)), words);
  if (notes.length) return [chip("badge", "quote", count("badge_notes", notes.length))];
  if (speaks(credential.status)) return [chip("badge licence", "licence", text(`status_${credential.status}`))];
  return practices.map(({ category }) => chip("badge good", "sprout", text(`category_${category}`)));
}

/** @param {string} status */
const speaks = (status) => status !== "not_found";

/** @param {Answer} answer */
function card(answer) {
  const { status } = answer.assessment.credential;
  const speaker = () =>
    element("section", { class: "note" }, element("h3", {}, icon("licence"), text(`status_${status}`)));
  const { practices, notes } = answer.assessment;
  const upFront = { practices: practices.slice(0, 1), notes: notes.slice(0, UP_FRONT) };
  const shown = drawNotes({ ...answer, assessment: { ...answer.assessment, ...upFront } });
  const sections = [...shown, ...(speaks(status) ? [speaker()] : [])];
  const none = () => element("section", {}, element("p", {}, text("preview_none")));
  const footer = element("footer", {}, text("card_footer"));
  return element("div", { class: "card" }, ...(sections.length ? sections : [none()]), footer);
}
