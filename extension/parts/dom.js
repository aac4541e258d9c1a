// @ts-check
/** Building nodes. Never from markup: what a page says is text and stays text. */

/**
 * @typedef {Node | string | null | undefined | false} Child
 * @typedef {Record<string, string | boolean | number | EventListener | null | undefined>} Properties
 */

/**
 * An element with attributes (`class`, `aria-…`; `true` sets it empty, `false` leaves it out), listeners (`onclick`)
 * and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties} [properties]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
  node.append(...present(children));
  return node;
}

/**
 * The children that are there.
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
export const present = (children) => /** @type {any[]} */ (children.filter((child) => child || child === ""));

const SVG = "http://www.w3.org/2000/svg";

/**
 * A symbol of `icons/set.svg`. It decorates; the words beside it say the same.
 * @param {string} name
 * @param {string} [classes] `flip` for what points along the line of text
 */
export function icon(name, classes = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `i ${classes}`.trim());
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/icons/set.svg#${name}`);
  svg.append(use);
  return svg;
}

/**
 * A text with `[[marked]]` words, as nodes.
 * @param {string} words
 */
export const marked = (words) =>
  words.split(/\[\[(.*?)\]\]/su).map((part, index) => (index % 2 ? element("mark", { class: "said" }, part) : part));

/**
 * The element with this id. The pages are ours, so it is there.
 * @param {string} id
 * @returns {HTMLElement}
 */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** What Tab stops at. */
const STOPS = "a[href], button, input, select, textarea, summary";

/**
 * Puts new nodes in place of the old ones, and the focus where it was: who works by the keyboard is not sent back to
 * the top of the page whenever something is drawn anew.
 * @param {Element} holder @param {...(Node | string)} nodes
 */
export function redraw(holder, ...nodes) {
  const stops = () => /** @type {HTMLElement[]} */ ([...holder.querySelectorAll(STOPS)]);
  const at = stops().findIndex((stop) => stop === document.activeElement);
  holder.replaceChildren(...nodes);
  if (at >= 0) stops().slice(0, at + 1).at(-1)?.focus();
}
