// @ts-check
/** A box to try any text: the engine answers as one types. Nothing typed is kept. */
import { ask } from "../browser.js";
import { element, icon } from "./dom.js";
import { text } from "./i18n.js";
import { drawNotes, drawOverruled } from "./note.js";

/** @typedef {import("../wire").Answer} Answer */

/** @param {HTMLElement} place @param {string} [given] a text to begin with */
export function drawAttempt(place, given = "") {
  const box = element("textarea", {
    class: "field",
    id: "attempt",
    rows: 3,
    dir: "auto",
    maxlength: 20_000,
    placeholder: text("try_placeholder"),
    "aria-label": text("try_label"),
  });
  const result = element("div", { class: "result", role: "status" });
  place.append(box, result);
  let latest = 0;
  box.addEventListener("input", async () => {
    const turn = ++latest;
    const words = box.value.trim();
    /** @type {Answer | null} */
    const answer = words ? await ask({ ask: "assess", video: { id: "attempt", description: words } }) : null;
    if (turn !== latest) return;
    result.replaceChildren(...(words ? drawResult(answer) : []));
  });
  box.value = given.slice(0, box.maxLength);
  if (given) box.dispatchEvent(new Event("input"));
}

/** @param {Answer | null} answer */
function drawResult(answer) {
  if (!answer) return [state("unstated", text("engine_silent"))];
  const notes = drawNotes(answer);
  const { state: found } = answer.assessment;
  const none = () => state(STATE_ICONS[found], text(`state_${found}`), text(`state_${found}_help`));
  return [...(notes.length ? notes : [none()]), ...drawOverruled(answer)];
}

const STATE_ICONS = { notes: "licence", nothing_matched: "look", not_read: "unstated", off_topic: "minus" };

/** @param {string} symbol @param {string} words @param {string} [more] */
const state = (symbol, words, more) =>
  element("div", { class: "state" }, icon(symbol), element("p", {}, element("b", {}, words), more ? ` ${more}` : ""));
