// A real browser with the shipped extension in it, offline: every address is answered by the test, or not at all.
//
//   const browser = await launch("firefox");
//   browser.serve("https://www.youtube.com/", { body: "<!doctype html>…", headers: { "content-security-policy": "…" } });
//   const page = await browser.open("https://www.youtube.com/");
//   const report = await browser.report(page, (it) => it.videos.length === 3);
//   await browser.close();

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch as puppeteer } from "puppeteer-core";

/** @typedef {"chrome" | "firefox"} Kind */
/** @typedef {{ body?: string | Uint8Array, headers?: Record<string, string>, status?: number, type?: string }} Response */
/** @typedef {import("puppeteer-core").Page} Page */

/** @type {Kind[]} */
export const KINDS = ["chrome", "firefox"];

/** The extension as `./build.sh` lays it out. */
export const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

const GECKO_ID = "second-look@extension";
/** Firefox gives every installation a random address; ours is fixed, so that its pages can be opened. */
const GECKO_UUID = "5ec04d10-0c00-4000-8000-5ec04d100c00";

const CHROME_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--force-color-profile=srgb",
];

/** Without it the extension's own pages can not be opened from outside. */
const FIREFOX_FLAGS = ["--remote-allow-system-access"];

const FIREFOX_PREFERENCES = {
  "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
};

/** @param {string[]} names @param {string | undefined} chosen */
function find(names, chosen) {
  const places = (process.env.PATH ?? "").split(delimiter);
  const found = chosen ?? names.flatMap((name) => places.map((place) => join(place, name))).find(existsSync);
  if (!found) throw new Error(`none of ${names.join(", ")} is installed`);
  return found;
}

/** @param {Kind} kind @param {import("puppeteer-core").LaunchOptions} options */
function start(kind, options) {
  if (kind === "firefox") {
    const executablePath = find(["firefox-esr", "firefox"], process.env.FIREFOX);
    return puppeteer({ browser: kind, executablePath, args: FIREFOX_FLAGS, extraPrefsFirefox: FIREFOX_PREFERENCES, ...options });
  }
  const executablePath = find(["chromium", "google-chrome"], process.env.CHROME);
  return puppeteer({ browser: kind, executablePath, pipe: true, enableExtensions: true, args: CHROME_FLAGS, ...options });
}

/**
 * @param {Kind} kind
 * @param {import("puppeteer-core").LaunchOptions & { dist?: string }} [options]
 */
export async function launch(kind, { dist = DIST, ...options } = {}) {
  const browser = await start(kind, { headless: true, ...options });
  const id = await browser.installExtension(dist);
  const root = kind === "firefox" ? `moz-extension://${GECKO_UUID}/` : `chrome-extension://${id}/`;
  return new Session(kind, browser, root);
}

/** A running browser. */
export class Session {
  /** What stands at which address. @type {Map<string, Response>} */
  #served = new Map();
  /** Errors that pages and scripts wrote to the console. @type {string[]} */
  errors = [];

  /** @param {Kind} kind @param {import("puppeteer-core").Browser} browser @param {string} root */
  constructor(kind, browser, root) {
    this.kind = kind;
    this.browser = browser;
    /** Where the extension's own pages stand. */
    this.root = root;
  }

  /** Answers an address from now on. @param {string} url @param {Response} response */
  serve(url, response) {
    this.#served.set(new URL(url).href, response);
  }

  /** Opens a served address in a new tab. @param {string} url */
  async open(url) {
    const page = await this.blank();
    await page.goto(url, { waitUntil: "domcontentloaded" });
    return page;
  }

  /** A new tab that is listened to, and offline but for what is served. */
  async blank() {
    const page = this.#listen(await this.browser.newPage());
    await page.setRequestInterception(true);
    page.on("request", (request) => this.#answer(request));
    return page;
  }

  /** Opens one of the extension's own pages in a new tab. @param {string} path */
  async extensionPage(path) {
    const page = this.#listen(await this.browser.newPage());
    await page.goto(this.root + path, { waitUntil: "domcontentloaded" });
    return page;
  }

  /** @param {Page} page */
  #listen(page) {
    page.on("console", (message) => message.type() === "error" && this.errors.push(message.text()));
    page.on("pageerror", (fault) => this.errors.push(String(fault)));
    return page;
  }

  /** @param {import("puppeteer-core").HTTPRequest} request */
  #answer(request) {
    const url = request.url().replace(/#.*$/s, "");
    if (/^(data|blob|chrome-extension|moz-extension):/.test(url)) return request.continue();
    const found = this.#served.get(url);
    if (!found) return request.abort();
    const { body = "", headers = {}, status = 200, type = "text/html; charset=utf-8" } = found;
    return request.respond({ status, headers, contentType: type, body });
  }

  close() {
    return this.browser.close();
  }
}
