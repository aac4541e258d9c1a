// @ts-check
/** Words: every text a person reads comes from `_locales` through here. */
import { browser } from "../browser.js";

/** @typedef {Record<string, { message: string }>} Texts */

/**
 * The texts from their file, where the browser does not give them: in a page that opens the moment it is installed,
 * Chrome may know none yet, and then never does.
 * @type {Texts}
 */
const own = browser.i18n.getMessage("language") ? {} : await read();

/** @returns {Promise<Texts>} */
async function read() {
  const tag = browser.i18n.getUILanguage();
  const { default_locale } = browser.runtime.getManifest();
  for (const name of [tag.replace("-", "_"), tag.split("-")[0], default_locale]) {
    const found = await fetch(`/_locales/${name}/messages.json`).catch(() => null);
    if (found?.ok) return found.json();
  }
  return {};
}

/**
 * One text, if there is one.
 * @param {string} key
 * @param {...(string | number)} values what stands in for `$1`, `$2`
 * @returns {string}
 */
export function textIfAny(key, ...values) {
  const filled = values.map(shown);
  const message = own[key]?.message.replace(/\$([1-9])/g, (_, place) => filled[place - 1] ?? "");
  return message ?? browser.i18n.getMessage(key, filled);
}

/**
 * One text; a key without one shows itself, so that a test and a reader see it.
 * @param {string} key
 * @param {...(string | number)} values
 */
export const text = (key, ...values) => textIfAny(key, ...values) || key;

/** The language the texts are in. Not the browser's own: that one may have no texts here. */
export const language = textIfAny("language");
const plurals = new Intl.PluralRules(language);

/**
 * A text that counts: `<key>_one`, `<key>_few`, … by the language's own plural rules; `$1` is the number.
 * @param {string} key
 * @param {number} number
 */
export const count = (key, number) =>
  textIfAny(`${key}_${plurals.select(number)}`, number) || text(`${key}_other`, number);

/** A number as the language writes it; words as they are. @param {string | number} value */
export function shown(value) {
  return typeof value === "number" ? new Intl.NumberFormat(language).format(value) : value;
}

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
