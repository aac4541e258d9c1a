// "Education, not treatment": when it comes, where it stands, how it is sent away; and the breath before a video.

import assert from "node:assert/strict";

import { inEachBrowser, until } from "./browser.mjs";
import { count, find, focus, gone, onStage, press, words } from "./overlay.mjs";

/** @typedef {import("./browser.mjs").Session} Session */
/** @typedef {import("puppeteer-core").Page} Page */

const TUBE = "https://www.youtube.com/";
const VIEW = { width: 1280, height: 900 };
/** About mental health, each of them. */
const [FIRST, SECOND, THIRD, FOURTH] = ["demo-panics", "demo-method", "demo-noteas", "demo-askocd"];

/** Opens videos one after the other without loading a page. @param {Session} browser @param {Page} page @param {(string | undefined)[]} ids */
async function watch(browser, page, ...ids) {
  for (const id of ids) {
    await page.evaluate((it) => globalThis.demo.go(`/watch?v=${it}`), id);
    await browser.report(page, (it) => it.settled && it.page_kind === "watch" && it.videos[0]?.video.id === id);
  }
}

/** @param {Session} browser */
async function begin(browser) {
  const page = await browser.blank();
  await page.setViewport(VIEW);
  await page.goto(`${TUBE}watch?v=demo-lentil`, { waitUntil: "domcontentloaded" });
  await page.bringToFront();
  await browser.report(page, (it) => it.settled);
  return page;
}

/** @param {Session} browser @param {string} key */
const stored = (browser, key) => browser.inExtension(async (it) => /** @type {any} */ ((await chrome.storage.local.get(it))[it]), key);

/** Runs in the page: the words of the page that lie under an area. @param {{ x: number, y: number, width: number, height: number } | null} area */
function covered(area) {
  const { x, y, width, height } = area ?? document.body.getBoundingClientRect();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const range = new Range();
    range.selectNodeContents(text);
    const meets = [...range.getClientRects()].some((it) => it.width > 0 && it.left < x + width && it.right > x && it.top < y + height && it.bottom > y);
    if (meets && text.textContent?.trim()) found.push(text.textContent);
  }
  return found;
}

inEachBrowser(
  "the reminder",
  (it) => {
    it("comes after as many videos about mental health as the viewer chose, clear of the player", async (browser) => {
      const page = await begin(browser);
      await watch(browser, page, FIRST, SECOND);
      assert.equal(await count(page, "reminder"), 0);
      await watch(browser, page, "demo-lentil", THIRD);
      const line = await (await find(page, "reminder", ".reminder")).boundingBox();
      const player = await (await page.waitForSelector("#movie_player"))?.boundingBox();
      assert.match(await words(page, "reminder"), /Education, not treatment/);
      assert.ok(line && player && (line.y > player.y + player.height || line.x > player.x + player.width), JSON.stringify({ line, player }));
      assert.equal((await focus(page)).part, "", "it takes no focus");
      await press(page, "reminder", "Got it");
      await gone(page, "reminder");
      await watch(browser, page, FOURTH);
      assert.equal(await count(page, "reminder"), 0, "once per session");
    });

    it("comes each time, and stays away for this session when asked to", async (browser) => {
      await browser.store({ reminder_after: 1, reminder_once_per: "count" });
      const page = await begin(browser);
      await watch(browser, page, FIRST);
      await press(page, "reminder", "Got it");
      await watch(browser, page, SECOND);
      await press(page, "reminder", "Not this session");
      await gone(page, "reminder");
      await watch(browser, page, THIRD);
      assert.equal(await count(page, "reminder"), 0);
    });

    it("stays away for the day when asked to, on other pages too", async (browser) => {
      await browser.store({ reminder_after: 1, reminder_once_per: "count" });
      const page = await begin(browser);
      await watch(browser, page, FIRST);
      await press(page, "reminder", "Not today");
      await until(() => stored(browser, "tally"), (it) => typeof it?.silent_on === "number");
      const next = await begin(browser);
      await watch(browser, next, SECOND);
      assert.equal(await count(next, "reminder"), 0);
    });

    it("is switched off for good, and comes back when that is undone", async (browser) => {
      await browser.store({ reminder_after: 1 });
      const page = await begin(browser);
      await watch(browser, page, FIRST);
      await press(page, "reminder", "Turn off");
      await until(() => stored(browser, "reminder"), (it) => it === false);
      assert.match(await words(page, "reminder"), /The reminder is off/);
      await press(page, "reminder", "Undo");
      await until(() => stored(browser, "reminder"), (it) => it === true);
      await gone(page, "reminder");
    });

    it("stands under the player where the viewer wants it there, and covers nothing", async (browser) => {
      await browser.store({ reminder_after: 1, reminder_place: "under" });
      const page = await begin(browser);
      await watch(browser, page, FIRST);
      const reminder = await find(page, "reminder", ".reminder");
      const player = await page.waitForSelector("#movie_player");
      // It glides into its place.
      await until(async () => ({ line: await reminder.boundingBox(), player: await player?.boundingBox() }), ({ line, player }) =>
        line && player && Math.abs(line.x - player.x) < 2 && Math.abs(line.width - player.width) < 2 && line.y > player.y + player.height);
      assert.deepEqual(await page.evaluate(covered, await reminder.boundingBox()), []);
    });

    it("stands in a corner where the page under the player is full", async (browser) => {
      await browser.store({ reminder_after: 1, reminder_place: "under" });
      const page = await browser.blank();
      await page.setViewport({ width: 1000, height: 1000 });
      await page.goto(`${TUBE}watch?v=${FIRST}`, { waitUntil: "domcontentloaded" });
      await page.bringToFront();
      const line = await (await find(page, "reminder", ".reminder")).boundingBox();
      const player = await (await page.waitForSelector("#movie_player"))?.boundingBox();
      assert.ok(line && player && line.width < player.width - 100 && line.y > player.y + player.height, JSON.stringify({ line, player }));
    });

    it("keeps to the sites it is wanted on", async (browser) => {
      await browser.store({ reminder_after: 1, reminder_youtube: false });
      const page = await begin(browser);
      await watch(browser, page, FIRST);
      assert.equal(await count(page, "reminder"), 0);
    });
  },
  onStage,
);

inEachBrowser(
  "the breath",
  (it) => {
    it("is not there until it is asked for", async (browser) => {
      await browser.store({ reminder_after: 1 });
      const page = await begin(browser);
      await watch(browser, page, FIRST, SECOND);
      assert.equal(await count(page, "breath"), 0);
    });

    it("comes before the next video, counts, holds the player, and can be left at once", async (browser) => {
      await browser.store({ reminder_after: 1, reminder_breath: true });
      const page = await begin(browser);
      await watch(browser, page, FIRST);
      assert.equal(await count(page, "breath"), 0);
      await page.evaluate((id) => globalThis.demo.go(`/watch?v=${id}`), SECOND);
      await find(page, "breath", ".breath");
      await until(() => focus(page), ({ part, words: it }) => part === "breath" && it === "Go on now");
      await page.$eval("video", (player) => void player.play());
      await until(() => words(page, "breath"), (it) => /^[5-8]\s/.test(it));
      assert.ok(await page.$eval("video", (player) => player.paused), "the player waits");
      await page.keyboard.press("Enter");
      await gone(page, "breath");
      await until(() => page.$eval("video", (player) => player.paused), (paused) => !paused);
      await watch(browser, page, THIRD);
      assert.equal(await count(page, "breath"), 0, "once after each reminder");
    });

    it("is left by Escape", async (browser) => {
      await browser.store({ reminder_after: 1, reminder_breath: true });
      const page = await begin(browser);
      await watch(browser, page, FIRST);
      await page.evaluate((id) => globalThis.demo.go(`/watch?v=${id}`), SECOND);
      await find(page, "breath", ".breath");
      await page.keyboard.press("Escape");
      await gone(page, "breath");
    });
  },
  onStage,
);
