// An update leaves the scripts in open tabs without an extension behind them: new ones take their place, and the old
// ones go without a word.

import assert from "node:assert/strict";
import { inEachBrowser, until } from "./browser.mjs";
import { badged, card, CARDS, HOME, home } from "./fixture.mjs";

const FORMS = /** @type {[string, Record<string, string>][]} */ ([
  ["wasm", {}],
  ["javascript", { "content-security-policy": "script-src 'self'" }],
]);

const LATE = { id: "aaaaaaaaa03", title: "This root cures anxiety for good" };

inEachBrowser("an update", (it) => {
  for (const [form, headers] of FORMS) {
    it(`reaches open tabs that run ${form} in Chrome`, async (browser) => {
      browser.serve(HOME, { body: home(), headers });
      const page = await browser.open(HOME);
      await browser.report(page, ({ settled }) => settled);
      await browser.update();
      await page.bringToFront();
      const report = await browser.report(page, ({ settled }) => settled);
      assert.equal(report.form, browser.kind === "chrome" ? form : "wasm");
      assert.deepEqual(await badged(page), [CARDS[0].id], "one badge, of the new script");
      await page.$eval("#contents", (list, html) => list.insertAdjacentHTML("beforeend", html), card(LATE));
      await until(() => badged(page), (found) => String(found) === String([CARDS[0].id, LATE.id]));
    });
  }
});
