// @ts-check
/** One page in one look: how many videos stand in which honest state, which ones have something, what was read. */
import { element, icon } from "../parts/dom.js";
import { count, text } from "../parts/i18n.js";

/**
 * @typedef {import("../wire").Report} Report
 * @typedef {import("../wire").Seen} Seen
 * @typedef {import("../wire").Field} Field
 */

/** The states, in the order of the bar. A video whose answer is on its way counts as not read yet. */
const STATES = /** @type {const} */ (["notes", "nothing_matched", "not_read", "off_topic"]);

/** @param {Seen} seen */
const stateOf = ({ assessment }) => assessment?.state ?? "not_read";

/** @param {Report} report */
export function drawLook(report) {
  const parts = STATES.map((state) => report.videos.filter((seen) => stateOf(seen) === state));
  const [noted = []] = parts;
  return [
    summary(report, parts.map((part) => part.length)),
    noted.length ? list(noted) : null,
    fields(report),
    problems(report.errors),
  ].filter((node) => node !== null);
}

/** @param {Report} report @param {number[]} numbers */
function summary({ videos }, numbers) {
  const [noted = 0, nothing = 0, unread = 0] = numbers;
  return element(
    "section",
    {},
    element(
      "div",
      { class: "sum" },
      element("b", { class: "num", "aria-hidden": "true" }, String(noted)),
      element(
        "div",
        {},
        element("h2", {}, element("span", { class: "hidden" }, `${noted} `), count("popup_noted", noted)),
        element("p", {}, count("popup_total", videos.length), " ", count("popup_topic", noted + nothing + unread)),
      ),
    ),
    videos.length ? bar(numbers) : null,
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
const list = (noted) =>
  element(
    "section",
    { class: "list" },
    element("h2", { class: "hidden" }, text("popup_list")),
    element("ul", {}, ...noted.map(entry)),
  );

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
    icon(symbol),
    element(
      "div",
      {},
      element("b", { dir: "auto", title }, title),
      element("small", {}, [...new Set(chips)].join(" · ")),
    ),
  );
}

const FIELDS = /** @type {Field[]} */ ([
  "title",
  "description",
  "hashtags",
  "captions",
  "creator_name",
  "handle",
  "bio",
]);

/** What was read and what was not, over the whole page. @param {Report} report */
function fields({ site, videos }) {
  if (videos.length === 0) return null;
  const [read, unread] = [true, false].map((wanted) =>
    FIELDS.filter((field) => videos.some(({ video }) => holds(video, field)) === wanted),
  );
  const pills = [
    ...(read ?? []).map((field) => pill("pill", "check", text(`card_field_${field}`))),
    ...(unread ?? []).map((field) => pill("pill open", "minus", text(`popup_missed_${field}`))),
  ];
  const heading = element("h2", { class: "label" }, text("popup_read", text(`setting_site_${site}`)));
  return element("section", {}, heading, element("ul", { class: "pills" }, ...pills));
}

/** @param {string} look @param {string} symbol @param {string} words */
const pill = (look, symbol, words) => element("li", { class: look }, icon(symbol), words);

/** @param {import("../wire").Video} video @param {Field} field */
function holds(video, field) {
  const { name, handle, bio } = video.creator;
  const captions = video.captions.length > 0 || video.transcript !== "";
  const { title, description } = video;
  const words = { title, description, hashtags: video.hashtags.length, captions, creator_name: name, handle, bio };
  return Boolean(words[field]);
}

/** @param {string[]} errors */
const problems = (errors) =>
  errors.length
    ? element(
        "section",
        {},
        element("h2", { class: "label" }, text("popup_errors")),
        ...errors.map((line) => element("p", { class: "problem", dir: "auto" }, line)),
      )
    : null;
