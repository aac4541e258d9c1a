// The popup: the page in front in one look, its switches, and a text to check.

import assert from "node:assert/strict";
import { serve } from "../demo/serve.mjs";
import { LOOKS, violations, wear } from "./axe.mjs";
import { inEachBrowser, launch, until } from "./browser.mjs";
import { popupOver } from "./popup.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./browser.mjs").Session} Session */
/** @typedef {import("../../extension/wire.d.ts").Report} Report */

const HOME = "https://www.youtube.com/";

/** @param {Page} page */
const words = (page) => page.$eval("main", (main) => main.textContent ?? "");

/** @param {Session} browser */
async function home(browser) {
  const page = await browser.open(HOME);
  const report = /** @type {Report} */ (await browser.report(page, ({ settled }) => settled));
  return { page, report };
}

inEachBrowser(
  "the popup",
  (it) => {
    it("counts what the page in front says, and names the videos that have something", async (browser) => {
      const { page, report } = await home(browser);
      const popup = await popupOver(browser, page);
      const noted = report.videos.filter(({ assessment }) => assessment?.state === "notes");
      assert.ok(noted.length > 0);
      assert.equal(await popup.$eval(".sum > b", (number) => number.textContent), String(noted.length));
      await popup.$$eval(".list > button", (buttons) => buttons.forEach((button) => button.click()));
      const listed = await popup.$$eval(".list b", (titles) => titles.map((title) => title.textContent));
      assert.deepEqual(listed, noted.map(({ video }) => video.title || video.description));
      assert.match(await words(popup), /What was read on YouTube/);
    });

    it("breaks no rule of axe over a page, in any look", async (browser) => {
      const { page } = await home(browser);
      const popup = await popupOver(browser, page);
      for (const look of LOOKS) {
        await popup.evaluate(wear, ...look);
        assert.deepEqual(await violations(popup), [], look.join());
      }
    });

    it("switches the site off, in the page at once", async (browser) => {
      const { page } = await home(browser);
      const popup = await popupOver(browser, page);
      const drawn = () => page.$$eval("second-look[data-part=badge]", (hosts) => hosts.length);
      await until(drawn, Boolean);
      const input = '[data-setting="site_youtube"] input';
      await popup.$eval(input, (node) => /** @type {HTMLElement} */ (node).click());
      await until(drawn, (number) => number === 0);
      await popup.$eval(input, (node) => /** @type {HTMLElement} */ (node).click());
      await until(drawn, Boolean);
    });

    it("hides everything on this page until it is loaded anew", async (browser) => {
      const { page } = await home(browser);
      const popup = await popupOver(browser, page);
      const drawn = () => page.$$eval("second-look[data-part=badge]", (hosts) => hosts.length);
      await until(drawn, Boolean);
      await popup.$eval('[data-setting="page"] input', (node) => /** @type {HTMLElement} */ (node).click());
      await until(drawn, (number) => number === 0);
      await until(() => words(popup), (it) => it.includes("Badges are hidden on this page"));
      assert.equal("site_youtube" in (await popup.evaluate(() => chrome.storage.local.get())), false);
      await page.reload();
      await until(drawn, Boolean);
    });

    it("goes to a video in the page", async (browser) => {
      const { page, report } = await home(browser);
      const popup = await popupOver(browser, page);
      const last = report.videos.findLast(({ assessment }) => assessment?.state === "notes") ?? assert.fail();
      const scrolled = () => page.evaluate(() => document.scrollingElement?.scrollTop ?? 0);
      assert.equal(await scrolled(), 0);
      await popup.evaluate((title) => {
        window.close = () => {};
        const buttons = () => [...document.querySelectorAll(".list button")];
        for (const button of buttons()) if (!button.closest("li")) /** @type {HTMLElement} */ (button).click();
        const found = buttons().find((button) => button.textContent?.includes(title));
        /** @type {HTMLElement} */ (found).click();
      }, last.video.title);
      await until(scrolled, Boolean);
    });

    it("says plainly that a page is not read", async (browser) => {
      browser.serve("https://example.org/", { body: "<!doctype html><title>Elsewhere</title><p>Words." });
      const popup = await popupOver(browser, await browser.open("https://example.org/"));
      assert.match(await words(popup), /This page is not read/);
      assert.equal(await popup.$('[data-setting^="site_"]'), null);
    });

    it("checks a text as one types it", async (browser) => {
      const popup = await browser.extensionPage("popup/popup.html");
      await popup.waitForSelector("[data-ready]");
      await popup.$eval("#check", (details) => details.setAttribute("open", ""));
      await popup.type("#attempt", "This tea cures depression in a week.");
      await until(() => popup.$$eval(".result mark", (marks) => marks.map((mark) => mark.textContent)), (quotes) =>
        quotes.some((quote) => quote?.includes("cures depression")),
      );
    });

    it("shows the lines of the country chosen", async (browser) => {
      await browser.store({ country: "GB" });
      const popup = await browser.extensionPage("popup/popup.html");
      await until(() => words(popup), (it) => it.includes("116 123") && it.includes("999"));
    });
  },
  async (kind) => {
    const browser = await launch(kind);
    browser.otherwise = serve;
    return browser;
  },
);
