// What is drawn into somebody else's page, as a test finds it: parts within their shadow roots, and the focus in them.

import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { serve } from "../demo/serve.mjs";
import { DIST, launch, until } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Kind} Kind */
/** @typedef {import("./browser.mjs").Session} Session */
/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {"badge" | "card" | "reminder" | "breath" | "moments" | "told"} Part */

/** A browser on the demo feed. @param {Kind} kind @param {import("puppeteer-core").LaunchOptions & { dist?: string }} [options] */
export async function onStage(kind, options) {
  const browser = await launch(kind, options);
  browser.otherwise = serve;
  return browser;
}

/** The extension with its interface laid out from right to left, whatever its language. */
export const mirrored = () => altered((messages) => void (messages.direction.message = "rtl"));

/** The extension with its interface in a language, whatever the browser's. @param {string} locale */
export const translated = (locale) =>
  altered(async (messages) => Object.assign(messages, JSON.parse(await readFile(join(DIST, "_locales", locale, "messages.json"), "utf8"))));

/** @param {(messages: Record<string, { message: string }>) => void | Promise<unknown>} change what becomes of the messages */
async function altered(change) {
  const dist = await mkdtemp(join(tmpdir(), "second-look-altered-"));
  await cp(DIST, dist, { recursive: true });
  const path = join(dist, "_locales/en/messages.json");
  const messages = JSON.parse(await readFile(path, "utf8"));
  await change(messages);
  await writeFile(path, JSON.stringify(messages));
  return dist;
}

/** @param {Part} part @param {string} [selector] */
const path = (part, selector = ":scope > :not(style)") => `second-look[data-part=${part}] >>> ${selector}`;

/** An element of a part, once it is there. @param {Page} page @param {Part} part @param {string} selector */
export async function find(page, part, selector) {
  const found = await page.waitForSelector(path(part, selector));
  if (!found) throw new Error(`no ${selector} in the ${part}`);
  return found;
}

/** Waits until a part is gone. @param {Page} page @param {Part} part */
export const gone = (page, part) => until(() => count(page, part), (it) => it === 0);

/** How many of a part there are. @param {Page} page @param {Part} part */
export const count = (page, part) => page.$$eval(`second-look[data-part=${part}]`, (hosts) => hosts.length);

/** The words of a part; empty where it is not there. @param {Page} page @param {Part} part */
export const words = (page, part) =>
  page.$$eval(`second-look[data-part=${part}]`, (hosts) =>
    hosts.flatMap(({ shadowRoot }) => [...(shadowRoot?.children ?? [])]).filter(({ localName }) => localName !== "style").map((it) => /** @type {HTMLElement} */ (it).innerText).join("\n"),
  );

/** Presses a control by what it says, as a pointer does. @param {Page} page @param {Part} part @param {string} label */
export async function press(page, part, label) {
  await (await control(page, part, label)).evaluate((it) => /** @type {HTMLElement} */ (it).click());
}

/** A control by what it says, once it is there. @param {Page} page @param {Part} part @param {string} label */
export async function control(page, part, label) {
  const look = async () => {
    for (const it of await page.$$(path(part, "button, a"))) {
      if ((await it.evaluate((node) => node.textContent?.trim())) === label) return it;
    }
  };
  return /** @type {NonNullable<Awaited<ReturnType<typeof look>>>} */ (await until(look, Boolean));
}

/** Where the focus is: the part, and the words or the class of what has it. @param {Page} page */
export const focus = (page) =>
  page.evaluate(() => {
    const host = /** @type {HTMLElement | null} */ (document.activeElement);
    const inner = /** @type {HTMLElement | null | undefined} */ (host?.shadowRoot?.activeElement);
    return { part: host?.dataset.part ?? "", words: inner?.textContent?.trim() ?? "", look: inner?.className ?? "" };
  });

/** Goes on by Tab until the focus is where it is wanted. @param {Page} page @param {(it: { part: string, words: string, look: string }) => boolean} wanted */
export async function tabTo(page, wanted) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if (wanted(await focus(page))) return;
  }
  throw new Error("Tab does not lead there");
}

/** The middle of an element in the viewport. @param {import("puppeteer-core").ElementHandle<Element>} element */
export const middle = (element) =>
  element.evaluate((it) => {
    const { x, y, width, height } = it.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
