// axe-core's rules, WCAG 2.2 A and AA and best practice, against a page in a theme and a direction.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
export const LOOKS = /** @type {const} */ ([["light", "ltr"], ["dark", "ltr"], ["light", "rtl"]]);

/**
 * What breaks a rule, as `rule: element` lines.
 * @param {import("puppeteer-core").Page} page @param {string[]} [within] selectors; the whole page without
 */
export async function violations(page, within) {
  await page.evaluate(AXE);
  return page.evaluate(async (values, within) => {
    const { axe } = /** @type {{ axe: typeof import("axe-core") }} */ (/** @type {unknown} */ (window));
    const { violations } = await axe.run(within ? { include: within.map((it) => [it]) } : document, { runOnly: { type: "tag", values } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, RULES, within);
}

/** Runs in the page: puts it in a theme and a direction at once, no colour on its way. @param {string} theme @param {string} direction */
export function wear(theme, direction) {
  const { style, dataset } = document.documentElement;
  for (const pace of ["--quick", "--calm"]) style.setProperty(pace, "0ms");
  dataset.theme = theme;
  document.documentElement.dir = direction;
}
