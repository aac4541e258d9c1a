/** Small helpers with which the demo pages build themselves, as sites do: after the page has loaded. */

/**
 * What an element is made of: elements, words, attributes, handlers of events; nothing where there is nothing.
 * @typedef {Node | string | false | undefined | Record<string, string | true | ((event: Event) => void)>} Part
 */

/**
 * An element: `h("a#main.title.long", { href: "/" }, "words", child)`. Words become text, never markup.
 * @param {string} shape tag, then any `#id` and `.class`
 * @param {...(Part | Part[])} rest
 * @returns {HTMLElement}
 */
export function h(shape, ...rest) {
  const [tag = "", ...names] = shape.split(/(?=[#.])/);
  const element = document.createElement(tag);
  for (const name of names) {
    if (name.startsWith("#")) element.id = name.slice(1);
    else element.classList.add(name.slice(1));
  }
  for (const part of rest.flat()) {
    if (part instanceof Node || typeof part === "string") element.append(part);
    else if (part) assign(element, part);
  }
  return element;
}

/** @param {HTMLElement} element @param {Record<string, string | true | ((event: Event) => void)>} attributes */
function assign(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else element.setAttribute(name, value);
  }
}

/**
 * The element that a selector finds; there has to be one.
 * @param {string} selector @param {ParentNode} [within] @returns {HTMLElement}
 */
export function one(selector, within = document) {
  const found = within.querySelector(selector);
  if (!found) throw new Error(`the demo has no ${selector}`);
  return /** @type {HTMLElement} */ (found);
}

/**
 * Words with their hashtags as links, in the way a site marks them up.
 * @param {string} words @param {(words: string) => Node} plain @param {(tag: string) => Node} link
 */
export function tagged(words, plain, link) {
  return words.split(/(#[\p{L}\p{N}_]+)/u).flatMap((part) => {
    if (!part) return [];
    return part.startsWith("#") ? link(part.slice(1)) : plain(part);
  });
}

/**
 * Calls `arrive` whenever `element` comes near the viewport.
 * @param {Element} element @param {(observer: IntersectionObserver) => void} arrive
 */
export function whenNear(element, arrive, margin = "400px") {
  const observer = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && arrive(observer),
    { rootMargin: margin },
  );
  observer.observe(element);
  return observer;
}

/**
 * In-page navigation: a click on a link of this site changes the address and calls `show`, without a page load.
 * @param {(address: URL) => void} show
 */
export function navigation(show) {
  const go = (/** @type {string} */ address) => {
    history.pushState({}, "", address);
    show(new URL(location.href));
  };
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && /** @type {HTMLAnchorElement | null} */ (event.target.closest("a[href]"));
    if (!link || event.defaultPrevented || link.origin !== location.origin || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(link.href);
  });
  addEventListener("popstate", () => show(new URL(location.href)));
  show(new URL(location.href));
  return go;
}
