/** What is pictured: every surface in every state. A new state is one entry. */

import { until } from "../../tests/e2e/browser.mjs";
import { find, tabTo } from "../../tests/e2e/overlay.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../../tests/e2e/browser.mjs").Session} Session */

/**
 * @typedef {object} Scene
 * @property {string} name @property {string} url @property {[number, number]} [view] width and height
 * @property {Record<string, unknown>} [store] what the viewer has chosen
 * @property {(page: Page, browser: Session) => Promise<unknown>} [act] what the viewer does
 * @property {{ name: string, value: string }[]} [media] what the viewer's system asks for
 * @property {"chrome"} [only] the browser that can be told to be so
 */

const TUBE = "https://www.youtube.com/";
const REELS = "https://www.tiktok.com/";
const watch = (/** @type {string} */ id) => `${TUBE}watch?v=${id}`;
/** @type {[number, number]} */
const TALL = [1280, 1500];
/** @type {[number, number]} */
const PHONE = [320, 640];

/** @param {Page} page @param {import("../../tests/e2e/overlay.mjs").Part} part @param {string} selector */
const click = async (page, part, selector) => (await find(page, part, selector)).evaluate((it) => /** @type {HTMLElement} */ (it).click());

/** @param {Page} page */
async function open(page) {
  await click(page, "badge", "button");
  await find(page, "card", ".card");
}

/** @param {Page} page */
async function openAll(page) {
  await open(page);
  if (await page.$("second-look[data-part=card] >>> .fold.quiet")) await click(page, "card", ".fold.quiet");
}

/** Has a caption heard that a note is made of. @param {Page} page */
async function hear(page) {
  await page.evaluate(() => globalThis.demo.playTo(10));
  await find(page, "moments", ".mark");
}

/** As if the browser's own text size were twice as large: what is there, and the window, which makes the card find its place anew. @param {Page} page */
async function enlarge(page) {
  await page.$$eval("second-look", (hosts) => hosts.forEach((host) => /** @type {HTMLElement} */ (host).style.setProperty("--rem", "32px")));
  await page.evaluate(() => void window.dispatchEvent(new Event("resize")));
}

/** The card at its full length, whatever the window's. @param {Page} page */
const stretch = async (page) => (await find(page, "card", ".card")).evaluate((it) => void (/** @type {HTMLElement} */ (it).style.maxBlockSize = "none"));

/** @type {Scene[]} */
const badges = [
  { name: "feed", url: TUBE },
  { name: "feed-phone", url: TUBE, view: [360, 740] },
  { name: "feed-focus", url: TUBE, act: (page) => tabTo(page, ({ part }) => part === "badge") },
  { name: "feed-contrast", url: TUBE, only: "chrome", media: [{ name: "prefers-contrast", value: "more" }] },
  { name: "feed-forced", url: TUBE, only: "chrome", media: [{ name: "forced-colors", value: "active" }], act: open },
  { name: "feed-vertical", url: `${REELS}foryou` },
  { name: "shorts", url: `${TUBE}shorts/demo-s-stop`, act: open },
];

/** @type {Scene[]} */
const cards = [
  { name: "card", url: TUBE, act: open },
  { name: "card-all", url: watch("demo-breath"), view: [1280, 2200], store: { country: "GB" }, act: async (page) => void (await hear(page), await openAll(page), await stretch(page)) },
  { name: "card-licence", url: watch("demo-attach"), view: TALL, store: { country: "US" }, act: openAll },
  { name: "card-nothing", url: watch("demo-waves1"), view: TALL, act: open },
  { name: "card-unread", url: watch("demo-summer"), act: open },
  { name: "card-support", url: watch("demo-nighth"), view: TALL, store: { country: "GB" }, act: open },
  { name: "card-support-anywhere", url: watch("demo-nighth"), act: open },
  { name: "card-muted", url: watch("demo-breath"), act: async (page) => void (await openAll(page), await click(page, "card", ".acts .button")) },
  { name: "card-wrong", url: watch("demo-breath"), view: TALL, act: async (page) => void (await open(page), await click(page, "card", "footer .button")) },
  { name: "card-vertical", url: `${REELS}@focusclub/video/7600000000000000102`, act: open },
  { name: "card-vertical-phone", url: `${REELS}@focusclub/video/7600000000000000102`, view: [360, 740], act: open },
  { name: "card-phone", url: watch("demo-breath"), view: PHONE, act: open },
  { name: "card-support-phone", url: watch("demo-nighth"), view: PHONE, store: { country: "GB" }, act: open },
  { name: "card-large", url: TUBE, act: async (page) => void (await open(page), await enlarge(page)) },
  { name: "card-forced", url: watch("demo-breath"), view: TALL, only: "chrome", media: [{ name: "forced-colors", value: "active" }], act: openAll },
];

const soon = { reminder_after: 1 };

/** @type {Scene[]} */
const others = [
  { name: "moments", url: watch("demo-breath"), act: async (page) => void (await hear(page), await tabTo(page, ({ part }) => part === "moments")) },
  {
    name: "moments-line",
    url: watch("demo-breath"),
    store: { moments_line: true },
    act: async (page) => {
      await hear(page);
      await page.evaluate(() => globalThis.demo.playTo(9));
      await page.$eval("video", (player) => void player.play());
      await find(page, "told", ".told");
    },
  },
  { name: "reminder", url: watch("demo-breath"), store: soon, act: (page) => find(page, "reminder", ".reminder") },
  { name: "reminder-under", url: watch("demo-breath"), view: [1280, 1000], store: { ...soon, reminder_place: "under" }, act: (page) => find(page, "reminder", ".reminder") },
  { name: "reminder-phone", url: watch("demo-breath"), view: PHONE, store: soon, act: (page) => find(page, "reminder", ".reminder") },
  { name: "reminder-off", url: watch("demo-breath"), store: soon, act: (page) => click(page, "reminder", ".plain:nth-of-type(3)") },
  {
    name: "breath",
    url: watch("demo-breath"),
    store: { ...soon, reminder_breath: true },
    act: async (page) => {
      await find(page, "reminder", ".reminder");
      await page.evaluate(() => globalThis.demo.go("/watch?v=demo-method"));
      await find(page, "breath", ".breath");
    },
  },
];

export const scenes = [...badges, ...cards, ...others];

/**
 * One of the extension's own pages.
 * @typedef {object} Sheet
 * @property {string} name @property {string} path @property {[number, number]} view width and height
 * @property {Record<string, unknown>} [store] what the viewer has chosen @property {string} [over] the page in front of it
 * @property {(page: Page) => Promise<unknown>} [act] what the viewer does
 */

const OPTIONS = { path: "options/options.html", view: /** @type {[number, number]} */ ([1280, 900]) };
const POPUP = { path: "popup/popup.html", view: /** @type {[number, number]} */ ([360, 600]) };
const SMALL = /** @type {[number, number]} */ ([320, 640]);
const MUTED = { mutes: [{ kind: "creator", site: "youtube", id: "calmwithcora", name: "Calm With Cora" }, { kind: "rule", site: "", id: "heals", name: "Heals a condition" }] };

/** @param {Page} page @param {string[]} selectors */
const unfold = (page, ...selectors) =>
  page.evaluate((all) => all.forEach((it) => document.querySelector(it)?.setAttribute("open", "")), selectors);

/** Opens the first rule of the claims. @param {Page} page */
async function openRule(page) {
  await unfold(page, ".group:nth-of-type(4)");
  await page.$eval(".group:nth-of-type(4) .rule button", (it) => /** @type {HTMLElement} */ (it).click());
  await page.waitForSelector('.rule button[aria-expanded="true"]');
}

/** @param {Page} page */
async function check(page) {
  await unfold(page, "#check");
  await page.type("#attempt", "This tea cures depression in a week.");
  await page.waitForSelector(".result mark");
}

/** @param {Page} page */
async function search(page) {
  await page.type("#search", "TikTok");
  await until(() => page.$$eval("main .row", (rows) => rows.filter((row) => row.checkVisibility()).length), (rows) => rows < 12);
}

/** @type {Sheet[]} */
export const pages = [
  { name: "options", ...OPTIONS },
  { name: "options-phone", ...OPTIONS, view: SMALL },
  { name: "options-rule", ...OPTIONS, act: openRule },
  { name: "options-search", ...OPTIONS, act: search },
  { name: "options-muted", ...OPTIONS, store: { ...MUTED, country: "GB", badge_claims: false } },
  { name: "options-fallen-back", ...OPTIONS, store: { reminder_after: "many" } },
  { name: "popup", ...POPUP, over: TUBE },
  { name: "popup-all", ...POPUP, over: TUBE, store: { country: "GB" }, act: async (page) => void (await check(page), await unfold(page, "#support")) },
  { name: "popup-off", ...POPUP, over: TUBE, store: { site_youtube: false } },
  { name: "popup-elsewhere", ...POPUP },
  { name: "welcome", path: "welcome/welcome.html", view: [1280, 900] },
  { name: "welcome-phone", path: "welcome/welcome.html", view: SMALL },
  { name: "check", path: "check/check.html", view: [480, 600], act: check },
];
