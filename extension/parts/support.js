// @ts-check
/** Whom to talk to: the lines of the chosen country, as its people write the numbers. What is unknown is left out. */
import { ask } from "../browser.js";
import { element, icon } from "./dom.js";
import { language, text } from "./i18n.js";

/**
 * @typedef {import("../wire").Support} Support
 * @typedef {import("../wire").SupportLine} SupportLine
 * @typedef {import("./store.js").Store} Store
 */

/**
 * Shows the lines, and follows the choice of country.
 * @param {HTMLElement} place @param {Store} store
 */
export function showSupport(place, store) {
  let shown = "";
  store.follow(async () => {
    const country = String(store.values["country"]);
    if (country === shown && place.hasChildNodes()) return;
    shown = country;
    const support = /** @type {Support | null} */ (await ask({ ask: "support" }));
    if (support && shown === country) place.replaceChildren(...draw(support));
  });
}

/** @param {Support} support */
const draw = ({ lines, emergency, elsewhere }) => [
  element("p", {}, lines.length ? text("support_lead") : text("support_choose")),
  ...lines.filter(({ stale }) => !stale).map(drawLine),
  element(
    "p",
    {},
    emergency[0] ? text("support_danger", emergency.map(isolated).join(" / ")) : text("support_danger_anywhere"),
  ),
  element(
    "a",
    { class: "source", href: elsewhere, rel: "noreferrer", target: "_blank" },
    text("support_elsewhere"),
    icon("out", "flip"),
  ),
  ...drawStale(lines.filter(({ stale }) => stale)),
];

/** @param {SupportLine[]} lines */
const drawStale = (lines) => (lines.length ? [element("p", {}, text("support_stale_lead")), ...lines.map(drawLine)] : []);

/** @param {SupportLine} line */
function drawLine(line) {
  const checked = line.checked && text("support_checked", month(line.checked));
  const meta = [line.audience, line.region, hours(line.hours), checked];
  const contact = line.display || (line.sms_to && `${line.sms_text} → ${line.sms_to}`);
  return element(
    "div",
    { class: "line" },
    element(
      "div",
      {},
      element("span", { dir: "auto" }, line.name),
      element("b", {}, element("bdi", { dir: "ltr" }, contact)),
      element("small", {}, meta.filter(Boolean).join(" · ")),
    ),
    element("div", { class: "acts" }, ...ways(line)),
  );
}

/** @param {SupportLine} line */
const ways = ({ name, dial, sms_to, website }) => [
  dial && way(`tel:${dial}`, text("support_call"), name),
  sms_to && way(`sms:${sms_to}`, text("support_text"), name),
  website.startsWith("https://") && way(website, text("support_website"), name),
];

/** @param {string} href @param {string} label @param {string} name */
const way = (href, label, name) =>
  element("a", { class: "button", href, rel: "noreferrer", target: "_blank", "aria-label": `${label}: ${name}` }, label);

/** @param {string} hours */
const hours = (hours) => (hours === "24/7" ? text("support_day_and_night") : hours);

/** A number keeps its order in a text of any direction. @param {string} number */
const isolated = (number) => `\u2066${number}\u2069`;

const MONTH = /** @type {const} */ ({ year: "numeric", month: "long", timeZone: "UTC" });

/** `2026-06` as the reader's language writes it; a year alone stays one. @param {string} date */
const month = (date) =>
  date.includes("-")
    ? new Intl.DateTimeFormat(language, MONTH).format(new Date(`${date}-01`))
    : date;
