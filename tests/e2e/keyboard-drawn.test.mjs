// Every function of what is drawn into a page, without a pointer: nothing here ever clicks.

import assert from "node:assert/strict";

import { inEachBrowser, until } from "./browser.mjs";
import { count, find, focus, gone, onStage, tabTo, words } from "./overlay.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./browser.mjs").Session} Session */
/** @typedef {{ part: string, words: string, look: string }} Focus */

const WATCH = "https://www.youtube.com/watch?v=demo-breath";
const OTHER = "demo-method";

/** @param {Session} browser @param {Record<string, unknown>} [stored] */
async function opened(browser, stored = {}) {
  await browser.store(stored);
  const page = await browser.blank();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(WATCH, { waitUntil: "domcontentloaded" });
  await page.bringToFront();
  await browser.report(page, (it) => it.settled);
  return page;
}

/** Opens the first card and everything that it has. @param {Page} page */
async function openCard(page) {
  await tabTo(page, ({ part }) => part === "badge");
  await page.keyboard.press("Enter");
  await until(() => focus(page), ({ part, look }) => part === "card" && look === "card");
  await enter(page, ({ words: it }) => it.startsWith("Show all"));
}

/** Goes there by Tab, unless the focus is there, and presses Enter. @param {Page} page @param {(it: Focus) => boolean} wanted */
async function enter(page, wanted) {
  if (!wanted(await focus(page))) await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

/** Goes back there by Shift and Tab. @param {Page} page @param {(it: Focus) => boolean} wanted */
async function back(page, wanted) {
  await page.keyboard.down("Shift");
  await tabTo(page, wanted);
  await page.keyboard.up("Shift");
}

/** The control in the card's head that closes it. @param {Focus} focus */
const closer = ({ part, look }) => part === "card" && look === "button plain icon";

/** @param {string} said */
const says = (said) => (/** @type {Focus} */ { part, words: it }) => part !== "" && it === said;

/** @param {Session} browser @returns {Promise<any>} */
const stored = (browser) => browser.inExtension(() => chrome.storage.local.get());

inEachBrowser(
  "what is drawn, by the keyboard alone",
  (it) => {
    it("notes are folded, moments jumped to, and the card is closed", async (browser) => {
      const page = await opened(browser);
      for (const second of [4, 10]) await page.evaluate((at) => globalThis.demo.playTo(at), second);
      await find(page, "moments", ".mark"); // What is passed over before it is read has not been heard.
      await page.evaluate(() => globalThis.demo.playTo(200));
      await tabTo(page, ({ part }) => part === "badge");
      await page.keyboard.press("Enter");
      await until(() => focus(page), ({ look }) => look === "card");
      const asks = () => page.$$eval("second-look[data-part=card] >>> .ask", (all) => all.length);
      const before = await asks();
      await enter(page, ({ look }) => look === "fold");
      await until(asks, (it) => it === before - 1);
      await page.keyboard.press("Enter");
      await until(asks, (it) => it === before);
      await enter(page, ({ words: it }) => it.startsWith("Show all"));
      await until(() => page.$$eval("second-look[data-part=card] >>> .moment", (all) => all.length), Boolean);
      await back(page, closer);
      await enter(page, ({ look }) => look === "moment");
      await until(() => page.$eval("video", (player) => player.currentTime), (at) => at > 8 && at < 11);
      await back(page, closer);
      await page.keyboard.press("Enter");
      await gone(page, "card");
      await until(() => focus(page), ({ part }) => part === "badge");
    });

    it("the official lists are opened, and the name is copied", async (browser) => {
      const page = await opened(browser, { country: "GB" });
      await page.evaluate(() => addEventListener("click", (event) => event.preventDefault(), true)); // stay here
      await openCard(page);
      await tabTo(page, ({ words: it }) => it.startsWith("Who is speaking"));
      if (!(await words(page, "card")).includes("Check the register")) await page.keyboard.press("Enter");
      await enter(page, ({ words: it }) => it.startsWith("HCPC"));
      await until(() => words(page, "card"), (it) => it.includes("Copied."));
    });

    for (const what of ["Creator", "Video"]) {
      it(`the ${what.toLowerCase()} is muted, and that is taken back`, async (browser) => {
        const page = await opened(browser);
        await openCard(page);
        await enter(page, says(what));
        await until(() => stored(browser), ({ mutes }) => mutes?.length === 1);
        await until(() => focus(page), ({ look }) => look === "toast");
        await enter(page, says("Undo"));
        await until(() => stored(browser), ({ mutes }) => mutes?.length === 0);
        await until(() => focus(page), ({ part }) => part === "badge");
      });
    }

    it("a note that is wrong is written about, and the text is copied", async (browser) => {
      const page = await opened(browser);
      await openCard(page);
      await enter(page, says("Is this note wrong?"));
      await until(() => focus(page), ({ look }) => look === "field");
      await page.keyboard.type("It is a joke.");
      await enter(page, says("Copy"));
      await until(() => words(page, "card"), (it) => it.includes("Copied."));
    });

    it("help is called for, written to and looked up", async (browser) => {
      const page = await opened(browser, { country: "GB" });
      await page.evaluate(() => globalThis.demo.go("/watch?v=demo-nighth"));
      await browser.report(page, (it) => it.settled && it.videos[0]?.video.id === "demo-nighth");
      await tabTo(page, ({ part }) => part === "badge");
      await page.keyboard.press("Enter");
      await until(() => focus(page), ({ look }) => look === "card");
      for (const way of ["Call", "Text", "Other countries"]) await tabTo(page, ({ words: it }) => it.startsWith(way));
    });

    it("the reminder is read, quietened and switched off, and that is taken back", async (browser) => {
      for (const [label, key] of [["Got it", ""], ["Not this session", ""], ["Not today", "tally"]]) {
        await browser.emptyStore();
        const page = await opened(browser, { reminder_after: 1, reminder_once_per: "count" });
        await find(page, "reminder", ".reminder");
        await enter(page, says(label ?? ""));
        await gone(page, "reminder");
        if (key) await until(() => stored(browser), (it) => typeof it[key]?.silent_on === "number");
      }
      await browser.emptyStore();
      const page = await opened(browser, { reminder_after: 1, reminder_once_per: "count" });
      await find(page, "reminder", ".reminder");
      await enter(page, says("Turn off"));
      await until(() => stored(browser), ({ reminder }) => reminder === false);
      await enter(page, says("Undo"));
      await until(() => stored(browser), ({ reminder }) => reminder === true);
    });

    it("the breath is cut short", async (browser) => {
      const page = await opened(browser, { reminder_after: 1, reminder_breath: true });
      await find(page, "reminder", ".reminder");
      await page.evaluate((id) => globalThis.demo.go(`/watch?v=${id}`), OTHER);
      await find(page, "breath", ".breath");
      await until(() => focus(page), ({ part, words: it }) => part === "breath" && it === "Go on now");
      await page.keyboard.press("Enter");
      assert.equal(await gone(page, "breath"), 0);
      assert.equal(await count(page, "breath"), 0);
    });
  },
  onStage,
);
