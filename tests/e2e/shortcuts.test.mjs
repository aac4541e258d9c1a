// Keyboard shortcuts, the entry in the context menu and the number on the toolbar's button.
//
// A browser fires shortcuts and menu entries for its own windows alone, which tests do not steer. So what they ask for
// is asked here as the background asks it, from the message on.

import assert from "node:assert/strict";
import { serve } from "../demo/serve.mjs";
import { inEachBrowser, launch, until } from "./browser.mjs";
import { options } from "./own-pages.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./browser.mjs").Session} Session */

const TUBE = "https://www.youtube.com/";

/** Runs in a page of the extension: what the background does for a shortcut. @param {string} command */
async function strike(command) {
  const { onCommand } = await import(/** @type {any} */ (chrome.runtime.getURL("background/keys.js")));
  const [tab] = await chrome.tabs.query({ url: "https://www.youtube.com/*" });
  await onCommand(command, tab);
}

/** Runs in a page of the extension: what the background does for the menu's entry. @param {string} selectionText */
async function choose(selectionText) {
  const { onMenu } = await import(/** @type {any} */ (chrome.runtime.getURL("background/menu.js")));
  await onMenu({ selectionText });
}

/** Runs in the page: the video of the badge that has the focus. */
const focused = () => document.activeElement?.matches("second-look[data-part=badge]")
  ? [...document.querySelectorAll("second-look[data-part=badge]")].indexOf(document.activeElement)
  : -1;

/** Runs in a page of the extension: what stands in the window that looks at a text. */
function looked() {
  const page = chrome.extension.getViews().find(({ location }) => location.pathname === "/check/check.html")?.document;
  const box = /** @type {HTMLTextAreaElement | null | undefined} */ (page?.querySelector("#attempt"));
  return { text: box?.value ?? "", marks: page?.querySelectorAll(".result mark").length ?? 0 };
}

/** Runs in a page of the extension: closes that window. */
async function closeWindow() {
  const tabs = await chrome.tabs.query({ url: chrome.runtime.getURL("check/check.html") });
  await chrome.tabs.remove(tabs.map(({ id }) => id ?? -1));
}

/** @param {Session} browser */
async function home(browser) {
  const page = await browser.open(TUBE);
  await browser.report(page, ({ settled }) => settled);
  await page.bringToFront();
  return page;
}

/** @param {Page} page */
const badges = (page) => page.$$eval("second-look[data-part=badge]", (hosts) => hosts.length);

/** What stands on the toolbar's button. @param {Session} browser */
const onButton = (browser) =>
  browser.inExtension(async () => {
    const [tab] = await chrome.tabs.query({ url: "https://www.youtube.com/*" });
    return chrome.action.getBadgeText({ tabId: tab?.id });
  });

inEachBrowser(
  "shortcuts, menu and button",
  (it) => {
    it("go from badge to badge, and open the card", async (browser) => {
      const page = await home(browser);
      await browser.inExtension(strike, "next_badge");
      const first = await until(() => page.evaluate(focused), (at) => at >= 0);
      await browser.inExtension(strike, "next_badge");
      await until(() => page.evaluate(focused), (at) => at > first);
      await browser.inExtension(strike, "open_card");
      await page.waitForSelector("second-look[data-part=card]");
    });

    it("hide everything on the page, and show it again", async (browser) => {
      const page = await home(browser);
      const before = await until(() => badges(page), Boolean);
      await browser.inExtension(strike, "hide_all");
      await until(() => badges(page), (number) => number === 0);
      await browser.inExtension(strike, "hide_all");
      await until(() => badges(page), (number) => number === before);
    });

    it("are named in the settings, each with its keys", async (browser) => {
      const page = await options(browser);
      const rows = await page.$$eval("#shortcuts .row", (rows) => rows.map((row) => row.textContent ?? ""));
      assert.equal(rows.length, 4);
      for (const name of ["Open the popup", "Go to the next badge", "Open the card", "Hide or show"]) {
        assert.ok(rows.some((row) => row.includes(name)), `${name}: ${rows}`);
      }
      assert.ok(rows.every((row) => /Alt\+Shift|⌥⇧/.test(row)), String(rows));
    });

    it("look at a selected text, and keep nothing of it", async (browser) => {
      await browser.inExtension(choose, "This tea cures depression in a week.");
      const { text } = await until(() => browser.inExtension(looked), ({ marks }) => marks > 0);
      assert.equal(text, "This tea cures depression in a week.");
      const kept = await browser.inExtension(async () => [await chrome.storage.session.get(), await chrome.storage.local.get()]);
      assert.deepEqual(kept, [{}, {}]);
      await browser.inExtension(closeWindow);
    });

    it("count badges on the button, once that is wanted", async (browser) => {
      const page = await home(browser);
      const shown = await until(() => badges(page), Boolean);
      assert.equal(await onButton(browser), "");
      await browser.store({ toolbar_count: true });
      await until(() => onButton(browser), (text) => text === String(shown));
      await browser.store({ site_youtube: false });
      await until(() => onButton(browser), (text) => text === "");
      await browser.store({ site_youtube: true });
      await until(() => onButton(browser), (text) => text === String(shown));
      await browser.store({ toolbar_count: false });
      await until(() => onButton(browser), (text) => text === "");
    });
  },
  async (kind) => {
    const browser = await launch(kind);
    browser.otherwise = serve;
    return browser;
  },
);
