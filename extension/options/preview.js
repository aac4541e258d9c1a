// @ts-check
/** A live preview: the engine reads an invented text, and what is switched on is shown. */
import { ask } from "../browser.js";
import { byId, element, icon } from "../parts/dom.js";
import { count, text } from "../parts/i18n.js";
import { drawNotes } from "../parts/note.js";

/**
 * @typedef {import("../wire").Answer} Answer
 * @typedef {import("../parts/store.js").Store} Store
 */

/** @param {Store} store */
export async function showPreview(store) {
  /** @type {Answer | null} */
  const answer = await ask({ ask: "assess", video: { id: "preview", description: text("preview_sample") } });
  if (!answer) return;
  store.follow(() => {
    const shown = chosen(answer, store);
    const { practices, notes } = shown.assessment;
    byId("preview-badge").replaceChildren(...badge(notes.length, practices.length));
    byId("preview-card").replaceChildren(...card(shown));
  });
}

/**
 * What the viewer's switches leave of an answer; two notes at most, as on a video.
 * @param {Answer} answer @param {Store} store
 * @returns {Answer}
 */
function chosen({ assessment, rules }, { values }) {
  const practices = values["badge_practices"] ? assessment.practices.slice(0, 1) : [];
  const notes = values["badge_claims"] ? assessment.notes.slice(0, 2 - practices.length) : [];
  return { assessment: { ...assessment, practices, notes }, rules };
}

/** @param {number} notes @param {number} practices */
function badge(notes, practices) {
  if (notes + practices === 0) return [];
  const words = notes ? count("badge_notes", notes) : count("badge_practices", practices);
  const look = notes ? "badge" : "badge good";
  return [element("span", { class: look }, element("i", {}, icon(notes ? "quote" : "sprout")), words)];
}

/** @param {Answer} answer */
function card(answer) {
  const notes = drawNotes(answer);
  const rest = element("section", {}, element("p", {}, text("preview_none")));
  return [
    element("div", { class: "card" }, ...(notes.length ? notes : [rest]), element("footer", {}, text("card_footer"))),
  ];
}
