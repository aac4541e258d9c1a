// @ts-check
/** The form: one row per row of the settings table. A new setting needs nothing here. */
import { element, icon } from "../parts/dom.js";
import { language, text, textIfAny } from "../parts/i18n.js";
import { figures } from "./figures.js";

/**
 * @typedef {import("../wire").Row} Row
 * @typedef {import("../wire").Value} Value
 * @typedef {import("../parts/store.js").Store} Store
 * @typedef {{ node: HTMLElement, show: (value: Value) => void }} Control
 */

const SECTION_ICONS = /** @type {Record<string, string>} */ ({
  badges: "chip",
  reminder: "bell",
  sites: "globe",
  support: "support",
  sync: "sync",
});

/**
 * The sections of the form, each following the store.
 * @param {Store} store
 */
export function buildForm(store) {
  const names = [...new Set(store.rows.map((row) => row.section))];
  return names.map((name) => {
    const rows = store.rows.filter((row) => row.section === name);
    return element(
      "section",
      { id: name, "data-icon": SECTION_ICONS[name] },
      element("h2", {}, text(`section_${name}`)),
      element("p", {}, text(`section_${name}_help`)),
      element("div", { class: "panel" }, ...rows.map((row) => formRow(row, store))),
    );
  });
}

/**
 * One setting: symbol, label, help, and the control its kind asks for.
 * @param {Row} row @param {Store} store
 * @returns {HTMLElement}
 */
export function formRow(row, store) {
  const { node, show } = controls[row.kind](row, (value) => void store.set(row.key, value));
  const owner = store.rows.find((other) => other.kind === "toggle" && row.key.startsWith(`${other.key}_`));
  const wide = isWide(row);
  const reason = element("span", { class: "locked" }, icon("device"), text("setting_locked"));
  const line = element(
    "div",
    { class: wide ? "row wide" : "row", "data-setting": row.key },
    icon(row.icon),
    element(
      "div",
      { class: "grow" },
      element("b", { id: `label-${row.key}` }, text(`setting_${row.key}`)),
      element("small", { id: `help-${row.key}` }, text(`setting_${row.key}_help`), reason),
    ),
    node,
  );
  store.follow(() => {
    show(store.values[row.key] ?? "");
    const resting = owner !== undefined && store.values[owner.key] === false;
    const locked = store.locked.includes(row.key);
    for (const input of line.querySelectorAll(FIELDS)) input.disabled = resting || locked;
    line.classList.toggle("resting", resting);
    reason.hidden = !locked;
  });
  return line;
}

/** What may be filled in. */
const FIELDS = /** @type {"input"} */ ("input, select");

/** Options that explain themselves stand below their label, side by side. @param {Row} row */
const isWide = (row) => row.options?.some((option) => textIfAny(`option_${row.key}_${option}_help`)) ?? false;

/** @param {string} key */
const named = (key) => ({ "aria-labelledby": `label-${key}`, "aria-describedby": `help-${key}` });

/** @type {Record<Row["kind"], (row: Row, change: (value: Value) => void) => Control>} */
const controls = {
  toggle({ key }, change) {
    const input = element("input", {
      type: "checkbox",
      role: "switch",
      ...named(key),
      onchange: () => change(input.checked),
    });
    const show = (/** @type {Value} */ value) => void (input.checked = value === true);
    return { node: element("label", { class: "switch" }, input, element("i")), show };
  },

  choice(row, change) {
    const { key, options = [] } = row;
    const inputs = options.map((option) =>
      element("input", { type: "radio", name: key, value: option, onchange: () => change(option) }),
    );
    const labels = options.map((option, index) =>
      element(
        "label",
        {},
        inputs[index],
        element("b", {}, text(`option_${key}_${option}`)),
        isWide(row) && element("small", {}, text(`option_${key}_${option}_help`)),
        key === "sensitivity" && figures(option),
      ),
    );
    const show = (/** @type {Value} */ value) => {
      for (const input of inputs) input.checked = input.value === value;
    };
    const look = isWide(row) ? "levels" : "segments";
    return { node: element("div", { role: "radiogroup", class: look, ...named(key) }, ...labels), show };
  },

  country({ key, options = [] }, change) {
    const names = new Intl.DisplayNames(language, { type: "region" });
    const order = new Intl.Collator(language);
    const countries = options.map((code) => ({ code, name: names.of(code) ?? code }));
    const choices = countries.sort((one, other) => order.compare(one.name, other.name));
    const select = element(
      "select",
      { class: "field", ...named(key), onchange: () => change(select.value) },
      element("option", { value: "" }, text("country_none")),
      ...choices.map(({ code, name }) => element("option", { value: code }, name)),
    );
    const show = (/** @type {Value} */ value) => void (select.value = String(value));
    return { node: select, show };
  },

  number({ key, min = 0, max = 0 }, change) {
    const input = element("input", {
      type: "number",
      min,
      max,
      step: 1,
      required: true,
      inputmode: "numeric",
      ...named(key),
      onchange: () => (input.checkValidity() ? change(input.valueAsNumber) : input.reportValidity()),
    });
    const show = (/** @type {Value} */ value) => {
      if (document.activeElement !== input || input.checkValidity()) input.value = String(value);
    };
    return { node: element("div", { class: "field number" }, input), show };
  },
};
