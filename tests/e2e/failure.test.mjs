// Where the page module fails, everything it drew is taken down, once and for good. The extension under test has a
// page module that draws and then tells of a panic, as the real one would.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { DIST, inEachBrowser, launch, until } from "./browser.mjs";
import { popupOver } from "./popup.mjs";

const URL = "https://www.youtube.com/";

const PANICS = `
  var secondLookPage = async () => {};
  secondLookPage.start = (loader) => {
    document.body.append(document.createElement("second-look"), document.createElement("second-look"));
    document.body.dataset.starts = Number(document.body.dataset.starts ?? 0) + 1;
    document.addEventListener("panic", () => loader.failed("panicked at crate/page"));
  };
  secondLookPage.stop = () => document.body.append("stopped after a panic");
  secondLookPage.store_changed = () => document.body.append("called after a panic");
  secondLookPage.report = () => ({ videos: [], fields: [], errors: [] });
`;

const dist = mkdtempSync(join(tmpdir(), "second-look-"));
cpSync(DIST, dist, { recursive: true });
writeFileSync(join(dist, "page.js"), PANICS);
after(() => rmSync(dist, { recursive: true }));

const open = (/** @type {import("./browser.mjs").Kind} */ kind) => launch(kind, { dist });

inEachBrowser(
  "a panic",
  (it) => {
    it("is reported, in the popup too, leaves nothing on the page, and is the end of it", async (browser) => {
      browser.serve(URL, { body: "<!doctype html><title>A page</title><p>Some words." });
      const page = await browser.open(URL);
      const hosts = () => page.$$eval("second-look", (found) => found.length);
      await until(hosts, (found) => found === 2);
      await page.evaluate(() => document.dispatchEvent(new Event("panic")));
      await until(hosts, (found) => found === 0);
      await browser.store({ reminder: false });
      const report = await browser.report(page, ({ errors }) => errors.length);
      assert.deepEqual(report.errors, ["panicked at crate/page"]);
      const popup = await popupOver(browser, page);
      const letter = await popup.$eval(".trouble textarea", (it) => /** @type {HTMLTextAreaElement} */ (it).value);
      assert.match(letter, /stopped\npanicked at crate\/page$/);
      const left = await page.evaluate(() => [document.body.textContent?.trim(), document.body.dataset.starts]);
      assert.deepEqual(left, ["Some words.", "1"]);
      browser.errors = browser.errors.filter((line) => !line.includes("Second Look stopped on this page"));
    });
  },
  open,
);
