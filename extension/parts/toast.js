// @ts-check
/** A line at the foot of the page that says what was done and, where it can be, undoes it. */
import { element } from "./dom.js";
import { text } from "./i18n.js";

/** Spoken politely. It stands in the page from the start: a live region that comes with its text stays silent. */
const place = element("div", { class: "toasts", role: "status" });
document.body.append(place);

/**
 * Shows one line in place of the last. It stays until it is closed, used or replaced: no clock takes it away.
 * @param {string} words
 * @param {() => void} [undo]
 */
export function toast(words, undo) {
  const close = () => place.replaceChildren();
  const button = (/** @type {string} */ label, /** @type {() => void} */ act) =>
    element("button", { class: "button", type: "button", onclick: () => (close(), act()) }, label);
  place.replaceChildren(
    element(
      "div",
      { class: "toast" },
      element("p", {}, words),
      undo ? button(text("undo"), undo) : false,
      button(text("close"), () => {}),
    ),
  );
}
