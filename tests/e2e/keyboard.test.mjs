// Every function of the extension's own pages, without a pointer: nothing here ever clicks.

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../demo/serve.mjs";
import { sayYes } from "./allow.mjs";
import { inEachBrowser, launch, until } from "./browser.mjs";
import { pressAt, tabTo } from "./keys.mjs";
import { openPage, options, stored, words } from "./own-pages.mjs";
import { popupBefore } from "./popup.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const MUTED = { kind: "creator", site: "youtube", id: "twochairs", name: "Two Chairs" };
const ELSEWHERE = "https://talks.example.org/";
const SAMPLE = new URL("../../extension/options/sample-rule.toml", import.meta.url).pathname;

/** Every setting of the form is changed, each by the key that its kind of control is for. @param {Page} page */
async function changeEverySetting(page) {
  const rows = await page.evaluate(() => chrome.runtime.sendMessage({ ask: "settings_table" }));
  const KEYS = /** @type {const} */ ({ toggle: " ", choice: "ArrowRight", country: "ArrowDown", number: "ArrowUp" });
  for (const { key, kind } of rows) {
    const before = await page.evaluate((it) => chrome.storage.local.get(it), key);
    await pressAt(page, `[data-setting="${key}"] :is(input, select):enabled`, KEYS[/** @type {keyof KEYS} */ (kind)]);
    await until(() => stored(page), (it) => key in it && it[key] !== before[key]);
    const owned = rows.filter((/** @type {any} */ row) => row.key.startsWith(`${key}_`));
    if (kind !== "toggle" || owned.length === 0) continue;
    // What belongs to a toggle rests while that is off.
    await page.keyboard.press(" ");
    for (const { key } of owned) await page.waitForSelector(`[data-setting="${key}"] :is(input, select):enabled`);
  }
}

/**
 * Presses Enter on a button that asks for a file, and gives it one. The browser's own window for that can not be worked
 * from outside in Firefox: that it is asked for is seen, and the file is put where the window would put it.
 * @param {Page} page @param {string} button @param {string} file
 */
async function choose(page, button, file) {
  await page.evaluate(() => {
    HTMLInputElement.prototype.click = function () {
      this.dataset.asked = "";
    };
  });
  await pressAt(page, button, "Enter");
  const input = await page.waitForSelector("input[type=file][data-asked]");
  await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (input).uploadFile(file);
}

inEachBrowser(
  "by the keyboard alone",
  (it) => {
    it("every setting can be changed", async (browser) => {
      const page = await options(browser);
      await changeEverySetting(page);
    });

    it("settings are searched, sections gone to, mutes taken back, and texts tried", async (browser) => {
      const page = await options(browser, { mutes: [MUTED] });
      await pressAt(page, '#sections a[href="#muted"]', "Enter");
      await until(() => page.evaluate(() => location.hash), (hash) => hash === "#muted");
      await pressAt(page, "#mutes button", "Enter");
      await until(() => stored(page), ({ mutes }) => mutes.length === 0);
      await pressAt(page, ".toast button", "Enter");
      await until(() => stored(page), ({ mutes }) => mutes.length === 1);
      await tabTo(page, "#search");
      await page.keyboard.type("youtube");
      const shown = () => page.$$eval("main .row[data-setting]", (rows) => rows.filter((row) => row.checkVisibility()).length);
      await until(shown, (rows) => rows > 0 && rows < 4);
      for (const _ of "youtube") await page.keyboard.press("Backspace");
      await until(shown, (rows) => rows > 5);
      await tabTo(page, "#attempt");
      await page.keyboard.type("This tea cures depression.");
      await until(() => words(page, ".try .result"), (it) => it.includes("cures depression"));
    });

    it("rules are read and turned off", async (browser) => {
      const page = await options(browser);
      await pressAt(page, ".group summary", "Enter");
      await pressAt(page, ".rule button", "Enter");
      await page.waitForSelector('.rule button[aria-expanded="true"]');
      await pressAt(page, '.rule [role="switch"]', " ");
      await until(() => stored(page), (it) => it.mutes?.[0]?.kind === "rule");
    });

    it("rules of one's own are added, turned off and removed", async (browser) => {
      const page = await options(browser);
      await choose(page, "#add-files", SAMPLE);
      await until(() => stored(page), (it) => it.packs?.[0]?.on === true);
      await pressAt(page, '[data-pack] [role="switch"]', " ");
      await until(() => stored(page), (it) => it.packs?.[0]?.on === false);
      await pressAt(page, "[data-pack] button", "Enter");
      await until(() => stored(page), (it) => it.packs?.length === 0);
      await pressAt(page, ".sample summary", "Enter");
      await until(() => page.$eval("#sample", (it) => it.checkVisibility()), Boolean);
      await tabTo(page, "#change-keys");
    });

    it("settings are exported, imported and reset, and each is taken back", async (browser) => {
      const page = await options(browser, { badge_claims: false });
      await page.evaluate(() => {
        HTMLAnchorElement.prototype.click = () => (document.body.dataset.exported = ""); // instead of a download
      });
      await pressAt(page, "#export", "Enter");
      await page.waitForSelector("[data-exported]");
      const file = join(mkdtempSync(join(tmpdir(), "second-look-")), "settings.json");
      writeFileSync(file, JSON.stringify({ second_look: 1, reminder_after: 7 }));
      await choose(page, "#import", file);
      await until(() => stored(page), (it) => it.reminder_after === 7 && !("badge_claims" in it));
      await pressAt(page, ".toast button", "Enter");
      await until(() => stored(page), (it) => it.badge_claims === false);
      await pressAt(page, "#reset", "Enter");
      await until(() => stored(page), (it) => Object.keys(it).length === 0);
      await pressAt(page, ".toast button", "Enter");
      await until(() => stored(page), (it) => it.badge_claims === false);
    });

    it("the popup shows a page, switches it, checks a text and finds support", async (browser) => {
      await browser.store({ country: "GB" });
      const page = await browser.open("https://www.youtube.com/");
      await browser.report(page, ({ settled }) => settled);
      const popup = await popupBefore(browser, page.url());
      await tabTo(popup, "#settings");
      await tabTo(popup, ".list li button");
      await pressAt(popup, ".list > .button", "Enter");
      await pressAt(popup, '[data-setting="site_youtube"] input', " ");
      await until(() => stored(popup), (it) => it.site_youtube === false);
      await popup.keyboard.press(" ");
      await until(() => stored(popup), (it) => it.site_youtube === true);
      await pressAt(popup, '[data-setting="reminder"] input', " ");
      await until(() => stored(popup), (it) => it.reminder === false);
      await pressAt(popup, '[data-setting="page"] input', " ");
      await until(() => words(popup, "#look"), (it) => it.includes("hidden on this page"));
      await popup.keyboard.press(" ");
      await until(() => words(popup, "#look"), (it) => !it.includes("hidden on this page"));
      await pressAt(popup, "#check summary", "Enter");
      await tabTo(popup, "#attempt");
      await popup.keyboard.type("This tea cures depression.");
      await popup.waitForSelector(".result mark");
      await pressAt(popup, "#support summary", "Enter");
      await tabTo(popup, '#support a[href="tel:116123"]');
    });

    it("a video is gone to from the popup", async (browser) => {
      const page = await browser.open("https://www.youtube.com/");
      await browser.report(page, ({ settled }) => settled);
      const popup = await popupBefore(browser, page.url());
      await popup.evaluate(() => {
        window.close = () => (document.body.dataset.closed = ""); // a tab that a test opened stays
      });
      await pressAt(popup, ".list > .button", "Enter");
      await pressAt(popup, ".list li:last-child button", "Enter");
      await popup.waitForSelector("[data-closed]");
      await until(() => page.evaluate(() => document.scrollingElement?.scrollTop ?? 0), Boolean);
    });

    it("a site is allowed in the popup, and that is taken back there and in the settings", async (browser) => {
      browser.serve(ELSEWHERE, { body: "<!doctype html><html lang=en><title>A talk</title><h1>A talk</h1>" });
      await sayYes(browser, `${ELSEWHERE}*`);
      const allowed = () => browser.inExtension(async (pattern) => chrome.permissions.contains({ origins: [pattern] }), `${ELSEWHERE}*`);
      await browser.open(ELSEWHERE);
      const popup = await popupBefore(browser, ELSEWHERE);
      await tabTo(popup, "#allow button");
      for (const is of [true, false, true]) {
        await popup.keyboard.press("Enter"); // the focus stays where it was, whatever is drawn anew
        await until(allowed, (it) => it === is);
        await until(() => words(popup, "#allow button"), (it) => it.startsWith(is ? "Stop" : "Allow"));
      }
      const page = await options(browser);
      await pressAt(page, "#allowed-sites button", "Enter");
      await until(allowed, (it) => !it);
    });

    it("what is carried is erased, and remembered profile texts are forgotten", async (browser) => {
      const page = await options(browser, { reminder_after: 7, sync: true, bios: [{}] });
      const carried = () => page.evaluate(() => chrome.storage.sync.get());
      await until(carried, (it) => Object.keys(it).length > 0);
      await pressAt(page, "#sync-erase", "Enter");
      await until(carried, (it) => Object.keys(it).length === 0);
      await pressAt(page, "#bios button", "Enter");
      await until(() => stored(page), (it) => !("bios" in it));
    });

    it("the welcome page lets one choose, and go on", async (browser) => {
      const page = await openPage(browser, "welcome/welcome.html");
      await pressAt(page, '[data-setting="country"] select', "ArrowDown");
      await until(() => stored(page), (it) => Boolean(it.country));
      await pressAt(page, '[data-setting="reminder"] input', " ");
      await until(() => stored(page), (it) => it.reminder === false);
      await tabTo(page, "#start");
      await pressAt(page, '[href$="#try"]', "Enter");
      await until(() => page.evaluate(() => location.pathname).catch(() => ""), (path) => path === "/options/options.html");
    });
  },
  async (kind) => {
    const browser = await launch(kind);
    browser.otherwise = serve;
    return browser;
  },
);
