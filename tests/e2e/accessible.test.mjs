// The extension's own pages against axe-core's rules: light and dark, left to right and right to left. And none of them
// scrolls sideways on the narrowest phone.

import assert from "node:assert/strict";
import { LOOKS, violations, wear } from "./axe.mjs";
import { inEachBrowser } from "./browser.mjs";
import { openPage } from "./own-pages.mjs";

const PAGES = ["options/options.html", "popup/popup.html", "welcome/welcome.html", "check/check.html"];
const NARROW = { width: 320, height: 640 };

/**
 * Runs in the page: unfolds everything, and has a text tried. Of the rules, which are all built alike, one group is
 * unfolded, and three rules in it: with all of them axe needs minutes.
 */
function unfold() {
  for (const folded of document.querySelectorAll("details")) folded.open = !folded.matches(".group:not(:first-of-type)");
  const rules = [...document.querySelectorAll(".group:first-of-type .rule")];
  for (const rule of rules.slice(3)) rule.remove();
  for (const rule of rules.slice(0, 3)) rule.querySelector("button")?.click();
  const box = /** @type {HTMLTextAreaElement | null} */ (document.getElementById("attempt"));
  if (!box) return;
  box.value = "This tea cures depression in a week. No tea cures anxiety.";
  box.dispatchEvent(new Event("input"));
}

inEachBrowser("the extension's own pages", (it) => {
  for (const path of PAGES) {
    for (const [theme, direction] of LOOKS) {
      it(`${path} breaks no rule, ${theme}, ${direction}`, async (browser) => {
        const page = await openPage(browser, path);
        await page.evaluate(wear, theme, direction);
        await page.evaluate(unfold);
        if (await page.$("#attempt")) await page.waitForSelector(".result mark");
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
