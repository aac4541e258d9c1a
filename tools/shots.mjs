// A picture of every surface in every state, light and dark, left to right and (in Arabic) right to left, under shots/.
//
//   ./build.sh shots [chrome|firefox] [PART OF A NAME]

import { mkdir } from "node:fs/promises";

import { wear } from "../tests/e2e/axe.mjs";
import { DIST } from "../tests/e2e/browser.mjs";
import { onStage, translated } from "../tests/e2e/overlay.mjs";
import { popupOver } from "../tests/e2e/popup.mjs";
import { pages, scenes } from "./lib/scenes.mjs";

/** @typedef {import("../tests/e2e/browser.mjs").Session} Session */
/** @typedef {import("./lib/scenes.mjs").Scene} Scene */

const SHOTS = "shots";
const THEMES = /** @type {const} */ (["light", "dark"]);
/** Nothing moves in a picture. */
const CALM = [{ name: "prefers-reduced-motion", value: "reduce" }];
const [wanted = "chrome", part = ""] = process.argv.slice(2);
if (wanted !== "chrome" && wanted !== "firefox") {
  process.stderr.write("usage: ./build.sh shots [chrome|firefox] [PART OF A NAME]\n");
  process.exit(2);
}

/** Runs in the page: as a site shows itself to people who read from right to left, or at night. @param {string} theme @param {string} direction */
function dress(theme, direction) {
  document.documentElement.toggleAttribute("dark", theme === "dark");
  document.documentElement.dir = direction;
}

/** @param {Session} browser @param {Scene} scene @param {string} theme @param {string} direction */
async function shoot(browser, scene, theme, direction) {
  const { name, url, view = [1280, 900], store = {}, act = async () => {}, media = [] } = scene;
  await browser.emptyStore();
  await browser.store(store);
  const page = await browser.blank();
  await page.setViewport({ width: view[0], height: view[1] });
  if (browser.kind === "chrome") await (await page.createCDPSession()).send("Emulation.setEmulatedMedia", { features: [...CALM, ...media] });
  await page.goto(url, { waitUntil: "load" });
  await page.bringToFront();
  await page.evaluate(dress, theme, direction);
  await browser.report(page, (it) => it.settled);
  await act(page, browser);
  await page.screenshot({ path: `${SHOTS}/${browser.kind}-${name}-${theme}-${direction}.png` });
  await page.close();
}

/** @param {Session} browser @param {import("./lib/scenes.mjs").Sheet} sheet @param {string} theme @param {string} direction */
async function shootPage(browser, { name, path, view, store = {}, over, act = async () => {} }, theme, direction) {
  await browser.emptyStore();
  await browser.store(store);
  const front = over ? await browser.open(over) : undefined;
  if (front) await browser.report(front, (it) => it.settled);
  const page = front ? await popupOver(browser, front) : await browser.extensionPage(path);
  await page.setViewport({ width: view[0], height: view[1] });
  await page.waitForSelector("[data-ready]");
  await page.evaluate(wear, theme, direction);
  await act(page);
  await page.bringToFront();
  const height = await page.evaluate(() => document.body.scrollHeight);
  await page.setViewport({ width: view[0], height: Math.max(height, view[1]) });
  await page.screenshot({ path: `${SHOTS}/${browser.kind}-${name}-${theme}-${direction}.png` });
  await page.close();
  await front?.close();
}

/** One picture less is no reason to take no others. @param {string} what */
function miss(what) {
  process.stderr.write(`${what}\n`);
  process.exitCode = 1;
}

/** @param {"ltr" | "rtl"} direction */
async function shootAll(direction) {
  const kind = /** @type {import("../tests/e2e/browser.mjs").Kind} */ (wanted);
  const browser = await onStage(kind, { dist: direction === "rtl" ? await translated("ar") : DIST });
  const chosen = scenes.filter(({ name, only }) => name.includes(part) && (!only || only === kind));
  for (const theme of THEMES) {
    for (const scene of chosen) await shoot(browser, scene, theme, direction).catch((fault) => miss(`${scene.name}, ${theme}, ${direction}: ${fault}`));
    for (const sheet of pages.filter(({ name }) => name.includes(part))) await shootPage(browser, sheet, theme, direction).catch((fault) => miss(`${sheet.name}, ${theme}, ${direction}: ${fault}`));
  }
  await browser.close();
}

await mkdir(SHOTS, { recursive: true });
for (const direction of /** @type {const} */ (["ltr", "rtl"])) await shootAll(direction);
process.stdout.write(`Pictures are in ${SHOTS}/.\n`);
