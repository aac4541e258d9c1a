// @ts-check
/** Where a page can not be read well: plain words, and a text that the viewer can copy for whoever mends that. */
import { browser } from "../browser.js";
import { element, icon } from "../parts/dom.js";
import { text } from "../parts/i18n.js";

/** @param {import("../wire").Report} report */
export function drawTrouble({ trouble, form, errors }) {
  if (!trouble) return [];
  const letter = element("textarea", { readonly: "", rows: "6", dir: "ltr", spellcheck: "false", "aria-label": text("popup_trouble_letter") });
  letter.value = [head(form), trouble, ...errors].join("\n");
  const said = element("span", { role: "status" });
  const copy = element(
    "button",
    { type: "button", class: "button", onclick: () => void copied(letter).then((done) => (said.textContent = done ? text("popup_trouble_copied") : text("popup_trouble_not_copied"))) },
    text("popup_trouble_copy"),
  );
  const fold = element("details", {}, element("summary", {}, text("popup_trouble_show")), letter);
  const words = element("div", {}, element("h2", {}, text("popup_trouble")), element("p", {}, text("popup_trouble_help")));
  return [element("section", { class: "trouble" }, element("div", { class: "unread" }, icon("unstated"), words), fold, copy, said)];
}

/** Which versions of what were at work. @param {string} form */
function head(form) {
  return `Second Look ${browser.runtime.getManifest().version}, ${form}\n${navigator.userAgent}`;
}

/** @param {HTMLTextAreaElement} letter */
async function copied(letter) {
  try {
    await navigator.clipboard.writeText(letter.value);
    return true;
  } catch {
    letter.select();
    return false;
  }
}
