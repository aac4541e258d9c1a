// A feed of thousands of invented videos, as sites build theirs: it grows, or gives its cells to other videos, or takes
// out of the page what is far from the viewer. Every fifth video promises a cure.

import { card, HOME } from "./fixture.mjs";

/** @typedef {"grown" | "recycled" | "virtualised"} Variant */
/** @typedef {{ wrong: string[], longest: number }} Travel what went wrong on the way, and the longest task in milliseconds */

export const VARIANTS = /** @type {Variant[]} */ (["grown", "recycled", "virtualised"]);
export const FEED = HOME;
export const LENGTH = 2000;

/** One cell, to be made anew for each video. */
const MODEL = card({ id: "feed0000000", title: "A title" });

export const feed = () => `<!doctype html><html lang="en"><head><title>YouTube</title><style>
  ytd-rich-item-renderer { display: block; width: 180px; height: 100px; contain: strict; }
  #contents { display: grid; grid-template-columns: repeat(4, 180px); }
  </style><script>${[id, title, promises, at, give, made, numbers, space, show, faults, watchTasks].join("\n")}</script></head>
  <body><ytd-app><ytd-page-manager id="page-manager"><ytd-browse page-subtype="home" role="main"><ytd-rich-grid-renderer>
  <div id="before"></div><div id="contents"></div><div id="after"></div>
  </ytd-rich-grid-renderer></ytd-browse></ytd-page-manager></ytd-app><template>${MODEL}</template></body></html>`;

// ---- from here on everything runs in the page, where each function is there by its name -------------------------------

/** @param {number} number */
function id(number) {
  return `feed${String(number).padStart(7, "0")}`;
}

/** @param {number} number */
function promises(number) {
  return number % 5 === 0;
}

/** @param {number} number */
function title(number) {
  return promises(number) ? `This tea cures depression, part ${number}` : `How I repaired boat number ${number}`;
}

/** The number of a cell's video. @param {Element | null | undefined} cell */
function at(cell) {
  return Number(cell?.getAttribute("data-at"));
}

/** Gives a cell to a video. @param {Element} cell @param {number} number */
function give(cell, number) {
  cell.setAttribute("data-at", String(number));
  cell.querySelector("[class^=content-id-]")?.setAttribute("class", `content-id-${id(number)}`);
  for (const link of cell.querySelectorAll("a[href^='/watch']")) link.setAttribute("href", `/watch?v=${id(number)}`);
  cell.querySelector("h3")?.setAttribute("title", title(number));
  return cell;
}

/** @param {number} number */
function made(number) {
  const model = /** @type {HTMLTemplateElement} */ (document.querySelector("template")).content.firstElementChild;
  return give(/** @type {Element} */ (model?.cloneNode(true)), number);
}

/** @param {number} first @param {number} last */
function numbers(first, last) {
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
}

/** Keeps the room of cells that are not there. @param {string} where @param {number} cells */
function space(where, cells) {
  /** @type {HTMLElement} */ (document.querySelector(where)).style.height = `${(cells / 4) * 100}px`;
}

/** Shows a stretch of the feed. @param {Variant} variant @param {number} first @param {number} last @param {number} length */
function show(variant, first, last, length) {
  const contents = /** @type {HTMLElement} */ (document.querySelector("#contents"));
  if (variant === "grown") return contents.append(...numbers(contents.childElementCount, last).map(made));
  const passed = [...contents.children].filter((cell) => at(cell) < first);
  if (variant === "recycled" && contents.childElementCount) {
    const ahead = at(contents.lastElementChild) + 1;
    passed.forEach((cell, index) => give(cell, ahead + index));
    contents.append(...passed);
  } else {
    for (const cell of passed) cell.remove();
    const here = contents.lastElementChild ? at(contents.lastElementChild) + 1 : first;
    contents.append(...numbers(here, last).map(made));
  }
  space("#before", at(contents.firstElementChild));
  space("#after", Math.max(0, length - last));
}

/** Cells whose badge is not as it should be, and badges that stand in none. */
function faults() {
  const cells = [...document.querySelectorAll("#contents > *")];
  const badges = (/** @type {ParentNode} */ within) => within.querySelectorAll("second-look[data-part=badge]").length;
  const wrong = cells.filter((cell) => badges(cell) !== (promises(at(cell)) ? 1 : 0)).map((cell) => `${at(cell)} has ${badges(cell)}`);
  const strays = badges(document) - cells.reduce((sum, cell) => sum + badges(cell), 0);
  return strays ? [...wrong, `${strays} outside`] : wrong;
}

/**
 * Scrolls through a stretch of the feed, and looks at every badge on the way.
 * @param {Variant} variant @param {number} length @param {boolean} due whether there are to be badges at all
 * @param {number} from @param {number} to
 * @returns {Promise<Travel>}
 */
export async function travel(variant, length, due, from, to) {
  const [WINDOW, STEP, PATIENCE] = [48, 24, 20_000];
  const frame = () => new Promise(requestAnimationFrame);
  const wrong = [];
  const longest = watchTasks();
  for (let first = from; first < to && wrong.length < 3; first += STEP) {
    show(variant, first, first + WINDOW, length);
    scrollTo(0, (first / 4) * 100);
    await frame();
    await frame();
    const deadline = performance.now() + PATIENCE;
    while (due && faults().length && performance.now() < deadline) await frame();
    if (due && faults().length) wrong.push(`at ${first}: ${faults().slice(0, 5).join(", ")}`);
  }
  return { wrong, longest: longest() };
}

/**
 * Watches for long tasks: as the browser tells of them, from 50 ms; where it does not, by asking again and again whether
 * the page answers.
 * @returns {() => number} ends it, and tells the longest in milliseconds
 */
function watchTasks() {
  let [last, longest] = [performance.now(), 0];
  if (PerformanceObserver.supportedEntryTypes.includes("longtask")) {
    const tasks = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration))));
    tasks.observe({ type: "longtask" });
    return () => (tasks.disconnect(), longest);
  }
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(null);
  };
  port2.postMessage(null);
  return () => (port1.close(), longest);
}
