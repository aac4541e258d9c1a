// The card, by pointer and by keys alone: it opens with intent, stays while it is wanted, and gives the focus back.

import assert from "node:assert/strict";

import { inEachBrowser, until } from "./browser.mjs";
import { control, count, find, focus, gone, middle, mirrored, onStage, press, tabTo, words } from "./overlay.mjs";

/** @typedef {import("./browser.mjs").Session} Session */
/** @typedef {import("puppeteer-core").Page} Page */

const HOME = "https://www.youtube.com/";
const WATCH = `${HOME}watch?v=demo-breath`;
/** How many notes the video has, of which a card shows two until it is asked for all. */
const NOTES = 5;
const SHOW_ALL = `Show all, ${NOTES - 2} more`;
const VIEW = { width: 1280, height: 900 };

/** @param {Session} browser @param {string} url */
async function settled(browser, url) {
  const page = await browser.blank();
  await page.setViewport(VIEW);
  await page.goto(url, { waitUntil: "domcontentloaded" });
  await page.bringToFront();
  await browser.report(page, (it) => it.settled);
  return page;
}

const isExpanded = (/** @type {Page} */ page) =>
  page.$$eval("second-look[data-part=badge]", (hosts) => hosts.map(({ shadowRoot }) => shadowRoot?.querySelector("button")?.ariaExpanded));

/** The store's list of mutes. @param {Session} browser */
const mutes = (browser) => browser.inExtension(async () => /** @type {any[]} */ ((await chrome.storage.local.get("mutes")).mutes ?? []));

/** Opens the card of the page's first badge. @param {Page} page */
async function open(page) {
  await (await find(page, "badge", "button")).evaluate((it) => /** @type {HTMLElement} */ (it).click());
  return find(page, "card", ".card");
}

inEachBrowser(
  "the card",
  (it) => {
    it("opens for a pointer that rests on a badge, and not for one that passes", async (browser) => {
      const page = await settled(browser, HOME);
      const [passed, rested] = await page.$$("second-look[data-part=badge] >>> button");
      const [over, on] = [await middle(/** @type {any} */ (passed)), await middle(/** @type {any} */ (rested))];
      await page.mouse.move(over.x, over.y);
      await page.mouse.move(on.x, on.y);
      await find(page, "card", ".card");
      const [first, second] = await isExpanded(page);
      assert.deepEqual([first, second], ["false", "true"]);
      assert.equal((await focus(page)).part, "", "pointing takes no focus");
    });

    it("stays while it is pointed at, and goes when the pointer has gone", async (browser) => {
      const page = await settled(browser, HOME);
      const badge = await middle(await find(page, "badge", "button"));
      await page.mouse.move(badge.x, badge.y);
      const inside = await middle(await find(page, "card", ".card"));
      await page.mouse.move(inside.x, inside.y, { steps: 20 });
      assert.equal(await count(page, "card"), 1);
      await page.mouse.move(1, 1);
      await gone(page, "card");
      assert.ok((await isExpanded(page)).every((it) => it === "false"));
    });

    it("is reached, read and left by keys alone", async (browser) => {
      const page = await settled(browser, HOME);
      await tabTo(page, ({ part }) => part === "badge");
      await find(page, "card", ".card");
      assert.equal((await focus(page)).part, "badge", "the focus opens the card and stays on the badge");
      await page.keyboard.press("Escape");
      await gone(page, "card");
      assert.equal((await focus(page)).part, "badge");
      await page.keyboard.press("Enter");
      await until(() => focus(page), ({ part, look }) => part === "card" && look === "card");
      await tabTo(page, ({ words: it }) => it.startsWith("Show all"));
      await page.keyboard.press("Enter");
      await tabTo(page, ({ words: it }) => it === "Is this note wrong?");
      await page.keyboard.press("Escape");
      await until(() => focus(page), ({ part }) => part === "badge");
      assert.equal(await count(page, "card"), 0);
    });

    it("goes with the focus that opened it", async (browser) => {
      const page = await settled(browser, HOME);
      await tabTo(page, ({ part }) => part === "badge");
      await find(page, "card", ".card");
      await page.keyboard.press("Tab");
      await gone(page, "card");
    });

    it("shows two notes at most, and the others on request", async (browser) => {
      const page = await settled(browser, WATCH);
      const notes = () => page.$$eval("second-look[data-part=card] >>> blockquote", (it) => it.length);
      await open(page);
      assert.equal(await notes(), 2);
      await press(page, "card", SHOW_ALL);
      await until(notes, (it) => it === NOTES);
      assert.match(await words(page, "card"), /What was read/);
    });

    for (const what of ["Creator", "Video"]) {
      it(`mutes the ${what.toLowerCase()}, and takes that back`, async (browser) => {
        const page = await settled(browser, WATCH);
        const badges = await count(page, "badge");
        await open(page);
        await press(page, "card", SHOW_ALL);
        await press(page, "card", what);
        await until(() => count(page, "badge"), (it) => it < badges);
        assert.equal((await mutes(browser)).length, 1);
        await press(page, "card", "Undo");
        await until(() => count(page, "badge"), (it) => it === badges);
        await until(() => mutes(browser), (it) => it.length === 0);
        await until(() => focus(page), ({ part }) => part === "badge");
      });
    }

    it("mutes one rule, and the badge counts on without it", async (browser) => {
      const page = await settled(browser, WATCH);
      await open(page);
      await press(page, "card", SHOW_ALL);
      const rule = await find(page, "card", "button[aria-label^='Rule:']");
      await rule.evaluate((it) => /** @type {HTMLElement} */ (it).click());
      await until(() => words(page, "badge"), (it) => it.startsWith(`${NOTES - 1} notes`));
      await press(page, "card", "Undo");
      await until(() => words(page, "badge"), (it) => it.startsWith(`${NOTES} notes`));
    });

    it("writes a text about a note that is wrong, to be edited and copied", async (browser) => {
      const page = await settled(browser, WATCH);
      await open(page);
      await press(page, "card", "Is this note wrong?");
      const field = await find(page, "card", "textarea");
      await until(() => focus(page), ({ look }) => look === "field");
      assert.match(await field.evaluate((it) => /** @type {HTMLTextAreaElement} */ (it).value), /^A note seems wrong\.\nRule: [a-z-]+\nWhere: .+\nWords: .*\[\[.+\]\]/);
      await page.keyboard.type("It is a joke.");
      await (await control(page, "card", "Copy")).click();
      await until(() => words(page, "card"), (it) => it.includes("Copied."));
      assert.match(await (await find(page, "card", "textarea")).evaluate((it) => /** @type {HTMLTextAreaElement} */ (it).value), /It is a joke\./);
    });

    it("leads to the official lists of the viewer's country, and copies the name to look up", async (browser) => {
      await browser.store({ country: "GB" });
      const page = await settled(browser, `${HOME}watch?v=demo-method`);
      await open(page);
      await page.evaluate(() => addEventListener("click", (event) => event.preventDefault(), true)); // stay here
      await (await find(page, "card", ".fold.quiet")).evaluate((it) => /** @type {HTMLElement} */ (it).click());
      const link = await find(page, "card", ".registers a");
      const [address, target, relation] = await link.evaluate((it) => ["href", "target", "rel"].map((name) => it.getAttribute(name) ?? ""));
      assert.match(address ?? "", /^https:\/\/[^?]*$/, "nothing is sent along");
      assert.deepEqual([target, relation], ["_blank", "noopener noreferrer"]);
      await /** @type {import("puppeteer-core").ElementHandle<Element>} */ (link).click();
      await until(() => words(page, "card"), (it) => it.includes("Copied."));
    });

    it("offers help first where words speak of suicide, with the lines of the chosen country", async (browser) => {
      await browser.store({ country: "GB" });
      const page = await settled(browser, `${HOME}watch?v=demo-nighth`);
      const card = await open(page);
      assert.equal(await card.$eval("section", (it) => it.className), "note calm");
      const said = await words(page, "card");
      for (const known of ["Samaritans", "116 123", "SHOUT → 85258", "Day and night", "checked June 2026", "999", "Other countries"]) {
        assert.ok(said.includes(known), `${known} in: ${said}`);
      }
      assert.deepEqual(await card.$$eval(".line:first-of-type .button", (links) => links.map((it) => it.getAttribute("href"))), ["tel:116123"]);
    });

    it("says on the opened video that nothing matched, and that this is no approval", async (browser) => {
      const page = await settled(browser, `${HOME}watch?v=demo-waves1`);
      assert.match(await words(page, "badge"), /^Nothing matched\s*not an approval/);
      await open(page);
      assert.match(await words(page, "card"), /Read\. Nothing matched\.\s+This is not an approval\./);
    });

    it("says on the opened video that it was not read, and why", async (browser) => {
      const page = await settled(browser, `${HOME}watch?v=demo-summer`);
      assert.match(await words(page, "badge"), /^Not read\s*another language/);
      await open(page);
      assert.match(await words(page, "card"), /Not read: another language\s+The text seems to be in Arabic/);
    });
  },
  onStage,
);

inEachBrowser(
  "the card from right to left",
  (it) => {
    it("grows from the badge to the left, and stays in the window", async (browser) => {
      const page = await settled(browser, WATCH);
      await page.evaluate(() => void (document.documentElement.dir = "rtl"));
      await open(page);
      const badge = await (await find(page, "badge", "button")).boundingBox();
      const card = await (await find(page, "card", ".card")).boundingBox();
      assert.ok(badge && card && Math.abs(badge.x + badge.width - card.x - card.width) < 2, JSON.stringify({ badge, card }));
    });
  },
  async (kind) => onStage(kind, { dist: await mirrored() }),
);
