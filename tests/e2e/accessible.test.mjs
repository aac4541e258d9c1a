// The extension's own pages against axe-core's rules, WCAG 2.2 A and AA and best practice: light and dark, left to
// right and right to left. And none of them scrolls sideways on the narrowest phone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inEachBrowser } from "./browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const PAGES = ["options/options.html", "popup/popup.html", "welcome/welcome.html"];
const LOOKS = /** @type {const} */ ([["light", "ltr"], ["dark", "ltr"], ["light", "rtl"]]);
const NARROW = { width: 320, height: 640 };

/** What breaks a rule, as `rule: element` lines. @param {import("puppeteer-core").Page} page */
async function violations(page) {
  await page.evaluate(AXE);
  return page.evaluate(async (values) => {
    const { axe } = /** @type {{ axe: typeof import("axe-core") }} */ (/** @type {unknown} */ (window));
    const { violations } = await axe.run({ runOnly: { type: "tag", values } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, RULES);
}

/** Puts a page in a theme and a direction, and waits until no colour is on its way. @param {string} theme @param {string} direction */
async function wear(theme, direction) {
  document.documentElement.dataset.theme = theme;
  document.documentElement.dir = direction;
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
}

inEachBrowser("the extension's own pages", (it) => {
  for (const path of PAGES) {
    for (const [theme, direction] of LOOKS) {
      it(`${path} breaks no rule, ${theme}, ${direction}`, async (browser) => {
        const page = await browser.extensionPage(path);
        await page.waitForSelector("[data-ready]");
        await page.evaluate(wear, theme, direction);
        assert.deepEqual(await violations(page), []);
      });
    }

    it(`${path} never scrolls sideways`, async (browser) => {
      const page = await browser.extensionPage(path);
      await page.setViewport(NARROW);
      await page.waitForSelector("[data-ready]");
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= NARROW.width, `${width} px wide`);
    });
  }
});
