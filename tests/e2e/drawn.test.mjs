// What is drawn into a page against axe-core's rules: badge, card, reminder and breath, light and dark, left to right and
// right to left; and that none of it moves the page.

import assert from "node:assert/strict";

import { violations } from "./axe.mjs";
import { inEachBrowser, until } from "./browser.mjs";
import { find, mirrored, onStage } from "./overlay.mjs";

/** @typedef {import("./browser.mjs").Session} Session */
/** @typedef {import("./browser.mjs").Kind} Kind */
/** @typedef {import("puppeteer-core").Page} Page */

const WATCH = "https://www.youtube.com/watch?v=";
const SOON = { reminder_after: 1, reminder_breath: true };
const VIEW = { width: 1280, height: 900 };

/** @param {Page} page @param {import("./overlay.mjs").Part} part @param {string} selector */
const click = async (page, part, selector) => (await find(page, part, selector)).evaluate((it) => /** @type {HTMLElement} */ (it).click());

/** Runs in the page: colours arrive at once, and the site is dark or not. @param {string} theme */
function dress(theme) {
  document.documentElement.toggleAttribute("dark", theme === "dark");
}

/** Every host without a colour on its way. @param {Page} page @param {string} theme */
const still = (page, theme) =>
  until(() => page.$$eval("second-look", (hosts, theme) => {
    for (const host of hosts) {
      for (const pace of ["--quick", "--calm"]) /** @type {HTMLElement} */ (host).style.setProperty(pace, "0ms");
      host.shadowRoot?.getAnimations().forEach((animation) => animation.finish());
    }
    return hosts.every((host) => /** @type {HTMLElement} */ (host).dataset.theme === theme && getComputedStyle(host).colorScheme === theme);
  }, theme), Boolean);

/** What breaks a rule in what we draw; what the demo page breaks is its own. @param {Page} page @param {string} theme */
async function broken(page, theme) {
  await still(page, theme);
  return violations(page, ["second-look"]);
}

/** @param {Session} browser @param {string} id @param {string} theme */
async function open(browser, id, theme) {
  const page = await browser.blank();
  await page.setViewport(VIEW);
  await page.goto(WATCH + id, { waitUntil: "domcontentloaded" });
  await page.bringToFront();
  await page.evaluate(dress, theme);
  await browser.report(page, (it) => it.settled);
  return page;
}

/** @param {(name: string, body: (browser: Session) => Promise<void>) => void} it */
function declare(it) {
  for (const theme of ["light", "dark"]) {
    it(`badges, marks and the whole card break no rule, ${theme}`, async (browser) => {
      await browser.store({ country: "GB" });
      const page = await open(browser, "demo-breath", theme);
      for (const second of [4, 10]) await page.evaluate((at) => globalThis.demo.playTo(at), second);
      await find(page, "moments", ".mark");
      await click(page, "badge", "button");
      await find(page, "card", ".card");
      assert.deepEqual(await broken(page, theme), [], "as it opens");
      await click(page, "card", ".fold.quiet");
      await click(page, "card", "footer .button");
      await find(page, "card", "textarea");
      assert.deepEqual(await broken(page, theme), [], "everything unfolded");
      await click(page, "card", ".acts .button");
      await find(page, "card", ".toast");
      assert.deepEqual(await broken(page, theme), [], "after a mute");
    });

    it(`support and the quiet states break no rule, ${theme}`, async (browser) => {
      await browser.store({ country: "GB" });
      for (const id of ["demo-nighth", "demo-waves1", "demo-summer"]) {
        const page = await open(browser, id, theme);
        await click(page, "badge", "button");
        await find(page, "card", ".card");
        assert.deepEqual(await broken(page, theme), [], id);
      }
    });

    it(`the reminder and the breath break no rule, ${theme}`, async (browser) => {
      await browser.store(SOON);
      const page = await open(browser, "demo-panics", theme);
      await find(page, "reminder", ".reminder");
      assert.deepEqual(await broken(page, theme), [], "reminder");
      await page.evaluate(() => globalThis.demo.go("/watch?v=demo-method"));
      await find(page, "breath", ".breath");
      assert.deepEqual(await broken(page, theme), [], "breath");
    });
  }
}

inEachBrowser("what is drawn", declare, onStage);
inEachBrowser("what is drawn, from right to left", declare, async (kind) => onStage(kind, { dist: await mirrored() }));
