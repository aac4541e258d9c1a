// An update leaves the scripts in open tabs without an extension behind them: new ones take their place, and the old
// ones go without a word.

import assert from "node:assert/strict";
import { inEachBrowser } from "./browser.mjs";

const URL = "https://www.youtube.com/";
const BODY = "<!doctype html><title>A page</title><p>Some words.";
const STRICT = { "content-security-policy": "script-src 'self'" };

inEachBrowser("an update", (it) => {
  for (const [form, headers] of Object.entries({ wasm: {}, javascript: STRICT })) {
    it(`reaches open tabs that run ${form} in Chrome`, async (browser) => {
      browser.serve(URL, { body: BODY, headers });
      const page = await browser.open(URL);
      await browser.report(page, (it) => it.form);
      await browser.update();
      const report = await browser.report(page, (it) => it.form);
      assert.equal(report.form, browser.kind === "chrome" ? form : "wasm");
    });
  }
});
