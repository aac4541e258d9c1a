// @ts-check
/** The rules: every note comes from one of these, and each can be read and turned off. */
import { ask } from "../browser.js";
import { element, icon, marked } from "../parts/dom.js";
import { count, text } from "../parts/i18n.js";
import { source } from "../parts/note.js";

/**
 * @typedef {import("../wire").RuleEntry} RuleEntry
 * @typedef {import("../parts/store.js").Store} Store
 */

/**
 * Lists the rules, those of the viewer's own packs too, and says how many there are.
 * @param {HTMLElement} place @param {Store} store @param {(number: number) => void} tell
 */
export async function listRules(place, store, tell) {
  const draw = async () => {
    const rules = /** @type {RuleEntry[]} */ ((await ask({ ask: "rule_catalogue" })) ?? []);
    const categories = [...new Set(rules.map(({ category }) => category))];
    place.replaceChildren(
      ...categories.map((name) => categoryGroup(name, rules.filter(({ category }) => category === name), store)),
    );
    showSwitches(place, store);
    tell(rules.length);
  };
  const packs = () => JSON.stringify(store.packs);
  let drawn = packs();
  await draw();
  store.follow(() => {
    showSwitches(place, store);
    if (packs() !== drawn) void draw();
    drawn = packs();
  });
}

/** A rule is on unless it is muted. @param {HTMLElement} place @param {Store} store */
function showSwitches(place, store) {
  const off = new Set(store.mutes.filter(({ kind }) => kind === "rule").map(({ id }) => id));
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (place.querySelectorAll("input[data-rule]"));
  for (const input of inputs) input.checked = !off.has(input.dataset["rule"] ?? "");
}

/** Folded, so that the keyboard passes a hundred rules in a dozen steps. */
const categoryGroup = (/** @type {string} */ category, /** @type {RuleEntry[]} */ rules, /** @type {Store} */ store) =>
  element(
    "details",
    { class: "group" },
    element(
      "summary",
      {},
      icon("next", "flip"),
      element("b", {}, text(`category_${category}`)),
      element("span", { class: "num" }, count("rules_count", rules.length)),
    ),
    ...rules.map((rule) => ruleRow(rule, store)),
  );

/** @param {RuleEntry} rule @param {Store} store */
function ruleRow(rule, store) {
  const body = element("div", { class: "body", id: `rule-${rule.id}`, hidden: true });
  const opener = element(
    "button",
    { type: "button", "aria-expanded": "false", "aria-controls": body.id },
    icon("next", "flip"),
    element("b", {}, rule.title, rule.pack && element("small", { dir: "auto" }, rule.pack)),
  );
  opener.addEventListener("click", () => {
    body.hidden = !body.hidden;
    opener.setAttribute("aria-expanded", String(!body.hidden));
    if (!body.hasChildNodes()) body.append(...explain(rule));
  });
  return element("div", { class: "rule" }, element("div", { class: "head" }, opener, ruleSwitch(rule, store)), body);
}

/** Off is muted: the same as muting the rule from a card. @param {RuleEntry} rule @param {Store} store */
function ruleSwitch({ id, title }, store) {
  const mute = /** @type {import("../wire").Mute} */ ({ kind: "rule", site: "", id, name: title });
  const input = element("input", {
    type: "checkbox",
    role: "switch",
    "aria-label": title,
    "data-rule": id,
    onchange: () => void (input.checked ? store.unmute(mute) : store.mute(mute)),
  });
  return element("label", { class: "switch" }, input, element("i"));
}

/** @param {RuleEntry} rule */
function explain({ why, question, flags, passes, sources }) {
  const unmarked = passes.flatMap(([reason, texts]) => texts.map((words) => example(words, reason)));
  return [
    element("p", {}, why),
    question && element("p", {}, element("b", {}, text("card_question")), " ", question),
    ...group("quote", text("rules_shows"), flags.map((words) => example(words))),
    ...group("minus", text("rules_passes"), unmarked),
    ...group("out", text("rules_sources"), sources.map((it) => element("li", { class: "work" }, source(it)))),
  ].filter((node) => typeof node === "object");
}

/** @param {string} symbol @param {string} heading @param {HTMLElement[]} items */
const group = (symbol, heading, items) =>
  items.length ? [element("h3", {}, icon(symbol), heading), element("ul", {}, ...items)] : [];

/** @param {string} words @param {string} [reason] */
const example = (words, reason) =>
  element(
    "li",
    {},
    element("span", { dir: "auto" }, ...marked(words)),
    reason && element("small", {}, reason),
  );
