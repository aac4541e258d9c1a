// @ts-check
/** One page in one look: how many videos stand in which honest state, and which ones have something. */
import { element, icon } from "../parts/dom.js";
import { count, shown, text } from "../parts/i18n.js";
import { showVideo } from "./tab.js";

/**
 * @typedef {import("../wire").Report} Report
 * @typedef {import("../wire").Seen} Seen
 */

/** The states, in the order of the bar. A video whose answer is on its way is in none of them yet. */
const STATES = /** @type {const} */ (["notes", "nothing_matched", "not_read", "off_topic"]);

/** How many videos are listed before "show all". */
const UP_FRONT = 4;

/** @param {Report} report */
export function drawLook({ videos }) {
  const answered = videos.filter(({ assessment }) => assessment);
  const parts = STATES.map((state) => answered.filter(({ assessment }) => assessment?.state === state));
  const numbers = parts.map((part) => part.length);
  const [noted = []] = parts;
  const look = [summary(videos.length, numbers), noted.length ? list(noted) : null];
  return look.filter((node) => node !== null);
}

/** @param {number} total @param {number[]} numbers */
function summary(total, numbers) {
  const [noted = 0, nothing = 0] = numbers;
  const reading = total - numbers.reduce((sum, number) => sum + number, 0);
  const lines = [
    count("popup_total", total),
    total ? count("popup_topic", noted + nothing) : "",
    reading ? count("popup_reading", reading) : "",
  ];
  return element(
    "section",
    {},
    element(
      "div",
      { class: "sum" },
      element("b", { class: "num", "aria-hidden": "true" }, shown(noted)),
      element(
        "div",
        {},
        element("h2", {}, element("span", { class: "hidden" }, shown(noted), " "), count("popup_noted", noted)),
        element("p", {}, lines.filter(Boolean).join(" ")),
      ),
    ),
    total ? bar(numbers) : null,
    nothing ? element("p", { class: "meta" }, text("popup_not_approval")) : null,
  );
}

/** The bar says nothing that the words below it do not say. @param {number[]} numbers */
function bar(numbers) {
  const present = STATES.map((state, index) => ({ state, number: numbers[index] ?? 0 })).filter(({ number }) => number);
  const piece = (/** @type {typeof present[number]} */ { state, number }) => {
    const part = element("i", { class: state });
    part.style.flexGrow = String(number);
    return part;
  };
  return element(
    "figure",
    {},
    element("div", { class: "mix", "aria-hidden": "true" }, ...present.map(piece)),
    element(
      "figcaption",
      { class: "key" },
      ...present.map(({ state, number }) => element("span", { class: state }, count(`popup_state_${state}`, number))),
    ),
  );
}

/** @param {Seen[]} noted */
function list(noted) {
  const rest = noted.slice(UP_FRONT);
  const entries = element("ul", {}, ...noted.slice(0, UP_FRONT).map(entry));
  const all = element("button", { type: "button", class: "button plain" }, count("popup_show_all", noted.length));
  all.addEventListener("click", () => {
    const more = rest.map(entry);
    entries.append(...more);
    all.remove();
    more[0]?.querySelector("button")?.focus();
  });
  return element(
    "section",
    { class: "list" },
    element("h2", { class: "hidden" }, text("popup_list")),
    entries,
    rest.length ? all : null,
  );
}

/** @param {Seen} seen */
function entry({ video, assessment }) {
  const { notes = [], practices = [], credential } = assessment ?? {};
  const chips = [...practices, ...notes].map(({ category }) => text(`category_${category}`));
  if (credential && credential.status !== "not_found") chips.push(text(`status_${credential.status}`));
  const symbol = notes.length ? "quote" : practices.length ? "sprout" : "licence";
  const title = video.title || video.description || video.creator.name || video.id;
  return element(
    "li",
    {},
    element(
      "button",
      { type: "button", onclick: () => void showVideo(video.id) },
      icon(symbol),
      element(
        "span",
        {},
        element("b", { dir: "auto", title }, title),
        element("small", {}, [...new Set(chips)].join(" · ")),
      ),
      icon("next", "flip"),
    ),
  );
}
