// A real browser with the shipped extension in it, offline: every address is answered by the test, or not at all.
//
//   inEachBrowser("the home page", (it) => {
//     it("reads every card", async (browser) => {
//       browser.serve("https://www.youtube.com/", { body: "<!doctype html>…" });
//       const page = await browser.open("https://www.youtube.com/");
//       const report = await browser.report(page, ({ settled }) => settled);
//       assert.equal(report.videos.length, 3);
//     });
//   });
//
// Each test runs three times in a row in one browser, starts from an empty store, and fails when anything wrote an
// error to a console. BROWSERS=chrome (or firefox) leaves the other one out; TURNS=1 is for a quick look while writing one.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { addressIn, start } from "./start.mjs";

/** @typedef {import("./start.mjs").Kind} Kind */
/** @typedef {{ body?: string | Uint8Array, headers?: Record<string, string>, status?: number, type?: string }} Response */
/** @typedef {import("puppeteer-core").Page} Page */

/** Where tests run. */
const KINDS = /** @type {Kind[]} */ (process.env.BROWSERS?.split(",") ?? ["chrome", "firefox"]);
const TURNS = Array.from({ length: Number(process.env.TURNS ?? 3) }, (_, turn) => turn + 1);

/** The extension as `./build.sh` lays it out. */
export const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

/** Longest wait for a state, in milliseconds. Only a failing test gets there. */
const PATIENCE = 15_000;
/** Between two looks at a state that nothing tells of, in milliseconds. */
const PULSE = 20;

/**
 * Declares a group of tests, once for each browser.
 * @param {string} title
 * @param {(it: (name: string, body: (browser: Session) => Promise<void>) => void, kind: Kind) => void} declare
 * @param {(kind: Kind) => Promise<Session>} [open]
 */
export function inEachBrowser(title, declare, open = launch) {
  for (const kind of KINDS) {
    describe(`${title}, in ${kind}`, () => {
      /** @type {Session} */
      let browser;
      before(async () => (browser = await open(kind)));
      beforeEach(() => browser.emptyStore());
      afterEach(() => browser.settle());
      after(() => browser.close());
      declare((name, body) => {
        for (const turn of TURNS) test(`${name} (${turn} of ${TURNS.length})`, () => body(browser));
      }, kind);
    });
  }
}

/**
 * @param {Kind} kind
 * @param {import("puppeteer-core").LaunchOptions & { dist?: string }} [options]
 */
export async function launch(kind, { dist = DIST, ...options } = {}) {
  const browser = await start(kind, { headless: true, ...options });
  const id = await browser.installExtension(dist);
  const session = new Session(kind, browser, dist, addressIn(kind, id));
  await session.enter();
  return session;
}

/** A running browser. */
export class Session {
  /** What stands at which address. @type {Map<string, Response>} */
  #served = new Map();
  /** A page of the extension that stays open, without scripts of its own. @type {Page | undefined} */
  #observer;
  /** Open tabs. @type {Page[]} */
  #tabs = [];
  /** Errors that pages and scripts wrote to the console. @type {string[]} */
  errors = [];
  /**
   * Asked for what nothing was served at; `null` leaves a request to the network, nothing leaves it unanswered.
   * @type {(url: string) => Promise<Response | null | undefined>}
   */
  otherwise = async () => undefined;

  /**
   * @param {Kind} kind
   * @param {import("puppeteer-core").Browser} browser
   * @param {string} dist where the extension was installed from
   * @param {string} root where its own pages stand
   */
  constructor(kind, browser, dist, root) {
    this.kind = kind;
    this.browser = browser;
    this.dist = dist;
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

  /** A new tab that the network answers, with the browser's cache in between, which interception would switch off. */
  async live() {
    return this.#listen(await this.browser.newPage());
  }

  /** Opens one of the extension's own pages in a new tab. @param {string} path */
  async extensionPage(path) {
    return this.#listen(await this.#extensionTab(path));
  }

  /** @param {string} path */
  async #extensionTab(path) {
    const page = await this.browser.newPage();
    const url = this.root + path;
    await (this.kind === "firefox" ? this.#steer(page, url) : page.goto(url));
    await until(() => page.evaluate((it) => location.href === it && document.readyState === "complete", url), Boolean);
    return page;
  }

  /** Firefox goes to an extension's page, but tells nobody when it has arrived. @param {Page} page @param {string} url */
  async #steer(page, url) {
    const { connection } = /** @type {any} */ (this.browser);
    const { _id: context } = /** @type {any} */ (page.mainFrame());
    await connection.send("browsingContext.navigate", { context, url, wait: "none" });
    // Asked before it is there, the page that it leaves would never answer.
    const where = async () => (await connection.send("browsingContext.getTree", { root: context })).result.contexts[0].url;
    await until(where, (it) => it === url);
  }

  /**
   * What the extension says of a page, once that is as the test wants it. See `Report` in crate/src/wire.rs.
   * @param {Page} page
   * @param {(report: any) => unknown} [wanted]
   */
  async report(page, wanted = Boolean) {
    return until(() => this.inExtension(askTab, page.url(), "report"), (report) => report && wanted(report));
  }

  /**
   * What the page module holds there; `null` where none runs.
   * @param {Page} page
   * @returns {Promise<{ cards: number, badges: number, answers: number, memory: number } | null>}
   */
  async held(page) {
    return this.inExtension(askTab, page.url(), "held");
  }

  /** @param {Page} page */
  #listen(page) {
    this.#tabs.push(page);
    page.on("console", (message) => message.type() === "error" && this.errors.push(message.text()));
    page.on("pageerror", (fault) => this.errors.push(String(fault)));
    return page;
  }

  /** @param {import("puppeteer-core").HTTPRequest} request */
  async #answer(request) {
    const url = request.url().replace(/#.*$/s, "");
    if (/^(data|blob|chrome-extension|moz-extension):/.test(url)) return request.continue();
    const found = this.#served.get(url) ?? (await this.otherwise(url));
    if (found === null) return request.continue();
    if (!found) return request.isNavigationRequest() ? request.abort() : request.respond({ status: 204 });
    const { body = "", headers = {}, status = 200, type = "text/html; charset=utf-8" } = found;
    return request.respond({ status, headers, contentType: type, body });
  }

  /** Gets a foot in the extension's door, and closes the page with which it greets: tests are to stand in front. */
  async enter() {
    this.#observer = await this.#extensionTab("style/tokens.css");
    await until(() => this.inExtension(closeWelcome, `${this.root}welcome/welcome.html`), Boolean);
  }

  /**
   * Runs a function in a page of the extension that has no scripts of its own.
   * @template T
   * @template {unknown[]} A
   * @param {(...args: A) => T | Promise<T>} work
   * @param {A} args
   * @returns {Promise<T>}
   */
  async inExtension(work, ...args) {
    if (!this.#observer) throw new Error("the extension has not been entered");
    return /** @type {Promise<any>} */ (this.#observer.evaluate(/** @type {any} */ (work), ...args));
  }

  /** Keeps choices in the browser's store, as the options page does. @param {Record<string, unknown>} entries */
  async store(entries) {
    await this.inExtension((it) => chrome.storage.local.set(it), entries);
  }

  /**
   * Puts the background to sleep, as the browser does when it has been idle for a while. Firefox does so by itself,
   * sooner if launched with a shorter `extensions.background.idle.timeout`.
   */
  async lullBackground() {
    if (this.kind === "firefox") return void (await until(() => this.inExtension(isAwake), (awake) => !awake));
    const target = await this.browser.waitForTarget((it) => it.type() === "service_worker");
    await (await target.worker())?.close();
  }

  /** Updates the extension: its pages close, and the scripts in open tabs are left behind. */
  async update() {
    await this.browser.installExtension(this.dist);
    this.#observer = await this.#extensionTab("style/tokens.css");
  }

  /** Back to a fresh installation's choices. */
  async emptyStore() {
    await this.inExtension(async () => void (await chrome.storage.local.clear(), await chrome.storage.sync.clear()));
  }

  /** Closes what a test has opened, and fails if anything complained meanwhile. */
  async settle() {
    await Promise.all(this.#tabs.splice(0).map((page) => page.close()));
    assert.deepEqual(this.errors.splice(0), [], "errors on the console");
  }

  close() {
    return this.browser.close();
  }
}

/** Runs in a page of the extension, in Firefox: whether the background's page is there. */
function isAwake() {
  return chrome.extension.getViews().some(({ location }) => location.pathname.startsWith("/_generated_background"));
}

/** Runs in a page of the extension: whether it was open. @param {string} url */
async function closeWelcome(url) {
  const [tab] = await chrome.tabs.query({ url });
  if (tab?.id !== undefined) await chrome.tabs.remove(tab.id);
  return Boolean(tab);
}

/** Runs in a page of the extension: asks the page module of the tab at this address. @param {string} url @param {string} ask */
async function askTab(url, ask) {
  const tabs = await chrome.tabs.query({});
  const tab = tabs.findLast((it) => it.url === url);
  return tab?.id === undefined ? null : chrome.tabs.sendMessage(tab.id, { ask }).catch(() => null);
}

/**
 * Looks again and again until what it sees is wanted.
 * @template T
 * @param {() => Promise<T>} look
 * @param {(seen: T) => unknown} wanted
 * @returns {Promise<T>}
 */
export async function until(look, wanted) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const seen = await look();
    if (wanted(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`waited in vain; last seen: ${JSON.stringify(seen, null, 1)}`);
    await new Promise((done) => setTimeout(done, PULSE));
  }
}
