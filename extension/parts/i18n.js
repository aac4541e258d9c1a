// @ts-check
/** Words: every text a person reads comes from `_locales` through here. */
import { browser } from "../browser.js";

/** The language the texts are in. Not the browser's own: that one may have no texts here. */
export const language = browser.i18n.getMessage("language");
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);

/**
 * One text; a key without one shows itself, so that a test and a reader see it.
 * @param {string} key
 * @param {...(string | number)} values what stands in for `$1`, `$2`
 */
export const text = (key, ...values) => browser.i18n.getMessage(key, values.map(shown)) || key;

/**
 * One text, if there is one.
 * @param {string} key
 * @returns {string}
 */
export const textIfAny = (key) => browser.i18n.getMessage(key);

/**
 * A text that counts: `<key>_one`, `<key>_few`, … by the language's own plural rules; `$1` is the number.
 * @param {string} key
 * @param {number} number
 */
export const count = (key, number) =>
  browser.i18n.getMessage(`${key}_${plurals.select(number)}`, [shown(number)]) || text(`${key}_other`, number);

/** @param {string | number} value */
const shown = (value) => (typeof value === "number" ? numbers.format(value) : value);

/**
 * Fills in what the HTML names: `data-i18n` for the text, `data-i18n-<attribute>` for an attribute.
 * @param {Document} page
 */
export function translate(page) {
  page.documentElement.lang = language;
  page.documentElement.dir = text("direction");
  for (const node of page.querySelectorAll("*")) {
    for (const { name, value } of [...node.attributes]) {
      if (name === "data-i18n") node.textContent = text(value);
      else if (name.startsWith("data-i18n-")) node.setAttribute(name.slice("data-i18n-".length), text(value));
    }
  }
}
