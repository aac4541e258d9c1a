/** The bar on top of both demo sites: says what this is, and leads from one to the other. */

import { h } from "./dom.mjs";

const dark = matchMedia("(prefers-color-scheme: dark)");
document.documentElement.toggleAttribute("dark", dark.matches);
dark.addEventListener("change", () => document.documentElement.toggleAttribute("dark", dark.matches));

/**
 * @param {string} name of this site
 * @param {Record<string, string>} links label and address
 * @param {HTMLElement} [middle] a search field
 */
export function bar(name, links, middle) {
  const toggle = h("button", { type: "button", click: () => document.documentElement.toggleAttribute("dark") }, "Light / dark");
  const anchors = Object.entries(links).map(([label, href]) => h("a", { href }, label));
  return h("header.demo-bar", h("a.mark", { href: "/" }, name, h("small", "invented videos")), middle, h("nav", anchors, toggle));
}
