// @ts-check
/** How often notes are right at each sensitivity, as measured, in the language of the interface or else in English. */
import { ask } from "../browser.js";
import { element } from "../parts/dom.js";
import { language, text } from "../parts/i18n.js";

/** @typedef {import("../wire").SensitivityEntry} Entry */

/** Asked once for all options. @type {Promise<Entry[]> | undefined} */
let measured;

const percent = new Intl.NumberFormat(language, { style: "percent" });

/** @param {string} sensitivity an option of that setting */
export function figures(sensitivity) {
  const place = element("span", { class: "figures" });
  measured ??= ask({ ask: "sensitivities" }).then((entries) => /** @type {Entry[]} */ (entries ?? []));
  void measured.then((entries) => {
    const own = entries.filter((entry) => entry.sensitivity === sensitivity);
    const entry = own.find((it) => it.language === language) ?? own.find((it) => it.language === "en");
    if (entry?.precision) place.replaceChildren(...lines(entry, entry.precision));
  });
  return place;
}

/** @param {Entry} entry @param {import("../wire").Share} precision */
const lines = ({ recall, texts }, precision) => [
  element("b", { class: "num" }, percent.format(precision.value)),
  element("small", {}, recall ? text("figures_right_and_found", percent.format(recall.value)) : text("figures_right")),
  element("small", {}, text("figures_texts", texts)),
];
