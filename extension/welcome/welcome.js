// @ts-check
/** The welcome page, opened once after installing: what Second Look does, what it does not, and what one may choose. */
import { formRow } from "../options/form.js";
import { byId, element, icon, marked } from "../parts/dom.js";
import { count, text, translate } from "../parts/i18n.js";
import { openStore } from "../parts/store.js";

/** The settings offered here. All of them have a default, and nothing waits for an answer. */
const OFFERED = ["country", "reminder"];
const LIST_ICONS = /** @type {Record<string, string>} */ ({ welcome_does: "check", welcome_does_not: "minus" });
const LIST_LENGTH = 3;

translate(document);
byId("claim").replaceChildren(...marked(text("welcome_claim")));
byId("example-quote").replaceChildren(...marked(text("welcome_example_quote")));
byId("example-badge").textContent = count("badge_notes", 1);
for (const list of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-list]"))) {
  const key = list.dataset.list ?? "";
  for (let index = 1; index <= LIST_LENGTH; index += 1) {
    list.append(element("li", {}, icon(LIST_ICONS[key] ?? "check"), element("span", {}, text(`${key}_${index}`))));
  }
}

const store = await openStore();
const offered = store.rows.filter(({ key }) => OFFERED.includes(key));
byId("choices").replaceChildren(...offered.map((row) => formRow(row, store)));
document.documentElement.dataset.ready = "";
