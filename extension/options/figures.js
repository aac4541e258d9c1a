// @ts-check
/**
 * How often notes were right at each sensitivity, on texts that the rules had not seen: in the language of the interface
 * (or else in the one that the rules assume) first, then in every other language that there are rules of.
 */
import { ask } from "../browser.js";
import { element } from "../parts/dom.js";
import { language, text } from "../parts/i18n.js";

/** @typedef {import("../wire").SensitivityEntry} Entry */

/** Asked once for all options. @type {Promise<Entry[]> | undefined} */
let measured;

const percent = new Intl.NumberFormat(language, { style: "percent" });
const names = new Intl.DisplayNames(language, { type: "language" });

/** @param {string} sensitivity an option of that setting */
export function figures(sensitivity) {
  const place = element("span", { class: "figures" });
  measured ??= ask({ ask: "sensitivities" }).then((entries) => /** @type {Entry[]} */ (entries ?? []));
  void measured.then((entries) => {
    const own = entries.filter((entry) => entry.sensitivity === sensitivity);
    const first = own.find((it) => it.language === language) ?? own[0];
    if (first) place.replaceChildren(...large(first), ...own.filter((it) => it !== first).map(small));
  });
  return place;
}

/** @param {Entry} entry */
const large = (entry) => [
  element("b", { class: "num" }, share(entry.precision)),
  element("small", {}, found(entry)),
  element("small", {}, `${names.of(entry.language)}: ${text("figures_texts", entry.texts)}`),
];

/** @param {Entry} entry */
const small = (entry) => element("small", {}, `${names.of(entry.language)}: ${share(entry.precision)} ${found(entry)}`);

/** @param {Entry} entry */
const found = ({ recall }) =>
  recall ? text("figures_right_and_found", share(recall)) : text("figures_right");

/** @param {import("../wire").Share | null} part */
const share = (part) => (part ? percent.format(part.value) : "–");
