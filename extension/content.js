// The loader of the page module: starts it as Wasm, or in its JavaScript form where the page's policy refuses Wasm;
// carries its messages; takes it down when it fails, and when an update has left this script behind.

(() => {
  "use strict";

  /** @typedef {import("./wire").Report} Report */

  /** The element that everything we draw stands in. */
  const HOST = "second-look";
  /** Sent by a new script to one that an update has left behind. */
  const TAKEOVER = "second-look-takeover";
  /** How long to wait before asking again a background that is still waking, in milliseconds. */
  const PAUSES = [50, 200, 800];

  /** What must not reach the page: a badge often stands in a link, and pages steer their player by keys. */
  const OURS = [
    ...["click", "dblclick", "auxclick", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend"],
    ...["keydown", "keyup", "keypress", "dragstart", "focusin", "focusout"],
  ];

  /** What can be said of a page where the page module has failed. @type {Report} */
  const STOPPED = { form: "", site: "", page_kind: "", videos: [], settled: true, paused: false, errors: [], fields: [], trouble: "stopped" };

  /** The running module. @type {typeof secondLookPage | undefined} */
  let page;
  /** How it runs. @type {Report["form"]} */
  let form = "";
  /** Whether this script has nothing to do here any more. */
  let over = false;
  /** What went wrong, for the report. @type {string[]} */
  const errors = [];
  /** Whether the viewer wants nothing to be seen in this tab, until the page is loaded anew. */
  let paused = false;
  /** How many badges stand in the page, and whether the viewer wants that number on the toolbar. */
  let badges = 0;
  let counted = false;

  /** What the page module may ask of the browser. */
  const loader = {
    ask,
    cached,
    stored: () => (orphaned() ? leave() : stored()),
    keep: (/** @type {object} */ entries) => void (orphaned() || chrome.storage.local.set(entries)),
    message: (/** @type {string} */ key, /** @type {string[]} */ args) => (orphaned() ? "" : chrome.i18n.getMessage(key, args)),
    version: () => (orphaned() ? "" : chrome.runtime.getManifest().version),
    private: () => orphaned() || chrome.extension.inIncognitoContext,
    host,
    put,
    badges: (/** @type {number} */ number) => ((badges = number), tellBadges()),
    failed: fail,
  };

  /**
   * What the viewer chose, and in its place what a policy sets; while paused every site is off.
   * @returns {Promise<Record<string, unknown>>}
   */
  async function stored() {
    const set = chrome.storage.managed.get(null).catch(() => ({})); // Firefox fails where no policy is
    const all = { ...(await chrome.storage.local.get(null)), ...(await set) };
    counted = all.toolbar_count === true;
    const { site } = (paused && guarded((running) => running.report())) || {};
    return site ? { ...all, [`site_${site}`]: false } : all;
  }

  /** Tells the toolbar, for whoever wants a number there. */
  async function tellBadges() {
    if (counted && !orphaned()) await ask({ ask: "count", number: badges });
  }

  /**
   * The element that a part of ours stands in. Its style is set as a whole: only then does Firefox know whose it is, and
   * that the page's policy has no say in it.
   * @param {string} part @param {string} style @param {HTMLElement} content
   */
  function host(part, style, content) {
    const [host, sheet] = [document.createElement(HOST), document.createElement("style")];
    host.setAttribute("data-part", part);
    sheet.textContent = style;
    host.attachShadow({ mode: "open" }).append(sheet, content);
    for (const kind of OURS) host.addEventListener(kind, shield);
    return host;
  }

  /** Keeps an event to ourselves. A click on anything but our own links must not follow the link that we stand in. @param {Event} event */
  function shield(event) {
    event.stopPropagation();
    const inner = /** @type {Element} */ (event.composedPath()[0]);
    const press = event.type === "click" || event.type === "auxclick";
    if (event.type === "dragstart" || (press && !inner.closest("a[target]"))) event.preventDefault();
  }

  /**
   * Puts a host at a corner of an element, or after it, so many pixels from its edges.
   * @param {HTMLElement} host @param {Element} at @param {string} corner @param {number} inline @param {number} block
   */
  function put(host, at, corner, inline, block) {
    host.setAttribute("data-corner", corner);
    host.style.setProperty("--inline", `${inline}px`);
    host.style.setProperty("--block", `${block}px`);
    if (corner === "after") at.after(host);
    else at.append(host);
  }

  /** @param {boolean} wanted */
  async function pause(wanted) {
    paused = wanted;
    const all = await loader.stored();
    guarded((running) => running.store_changed(all));
  }

  /** The buttons of the badges that can be seen, in the page's order. @returns {HTMLElement[]} */
  const buttons = () =>
    [...document.querySelectorAll(`${HOST}[data-part=badge]`)]
      .map((host) => /** @type {HTMLElement | null} */ (host.shadowRoot?.querySelector("button")))
      .filter((button) => button !== null)
      .filter((button) => button.checkVisibility());

  /** The badge after the one with the focus; the first in sight where none has it. */
  function nextBadge() {
    const all = buttons();
    const at = all.findIndex((button) => button.getRootNode() === document.activeElement?.shadowRoot);
    const inSight = all.findIndex((button) => button.getBoundingClientRect().top >= 0);
    const next = all[at >= 0 ? (at + 1) % all.length : Math.max(inSight, 0)];
    next?.scrollIntoView({ block: "nearest" });
    next?.focus();
  }

  /** What a keyboard shortcut asks for. */
  const KEYS = /** @type {Record<string, () => void>} */ ({
    next_badge: nextBadge,
    open_card() {
      const focused = buttons().find((button) => button.getRootNode() === document.activeElement?.shadowRoot);
      if (!focused) nextBadge();
      (focused ?? buttons().find((button) => button.getRootNode() === document.activeElement?.shadowRoot))?.click();
    },
    hide_all: () => void pause(!paused),
  });

  /** After an update the browser leaves the old script running, with no extension behind it. */
  function orphaned() {
    return chrome.runtime?.id === undefined;
  }

  /**
   * Puts a question to the background. The first message after a sleep may find nobody listening yet.
   * @param {object} request
   */
  async function ask(request) {
    for (const pause of [...PAUSES, 0]) {
      if (orphaned()) return leave();
      try {
        return checked(await chrome.runtime.sendMessage(request));
      } catch (fault) {
        if (fault instanceof Refusal || !pause) throw orphaned() ? await leave() : fault;
        await new Promise((done) => setTimeout(done, pause));
      }
    }
  }

  /**
   * What a caption file says that this page has loaded itself, as the browser keeps it. `only-if-cached` never asks the
   * network: where there is no copy, there is nothing.
   * @param {string} url
   */
  async function cached(url) {
    if (new URL(url).origin !== location.origin || overheard()) return null;
    const kept = await fetch(url, { cache: "only-if-cached", mode: "same-origin", redirect: "error" }).catch(() => null);
    return kept?.ok ? ask({ ask: "parse_captions", text: await kept.text() }) : null;
  }

  /** Firefox shows what a content script asks for to the page's service worker, which could ask the network in its place. */
  function overheard() {
    return chrome.runtime.getURL("").startsWith("moz-") && Boolean(navigator.serviceWorker?.controller);
  }

  /** An answer that says no: to ask again would not change it. */
  class Refusal extends Error {}

  /** @param {any} answer */
  function checked(answer) {
    if (answer === undefined) throw new Error("no answer");
    if (answer?.error) throw new Refusal(answer.error);
    return answer;
  }

  /**
   * Ends this script calmly, once whatever called has finished. Whoever waits for an answer waits for good.
   * @returns {Promise<never>}
   */
  function leave() {
    queueMicrotask(takeDown);
    document.removeEventListener(TAKEOVER, makeWay);
    return new Promise(() => {});
  }

  function makeWay() {
    if (orphaned()) leave();
  }

  /** What has failed is taken down once, and never started again. @param {unknown} fault */
  function fail(fault) {
    page = undefined;
    removeHosts();
    errors.push(String(fault));
    console.error("Second Look stopped on this page.", fault);
  }

  function takeDown() {
    guarded((running) => running.stop());
    page = undefined;
    removeHosts();
  }

  /** The viewer has taken the permission for this site back. */
  function withdraw() {
    over = true;
    takeDown();
    document.removeEventListener(TAKEOVER, makeWay);
  }

  function removeHosts() {
    for (const host of document.querySelectorAll(HOST)) host.remove();
  }

  /**
   * @template T
   * @param {(running: typeof secondLookPage) => T} work
   * @returns {T | undefined}
   */
  function guarded(work) {
    try {
      return page && work(page);
    } catch (fault) {
      fail(fault);
    }
  }

  /** What was read and noted here; where the page module has failed, that it has. @returns {Report} */
  function report() {
    const running = guarded((running) => /** @type {Report} */ (running.report())) ?? STOPPED;
    return { ...running, form, paused, errors: [...running.errors, ...errors] };
  }

  /** Whether this page's policy lets Wasm be compiled: eight bytes are the smallest module. */
  function wasmAllowed() {
    try {
      return Boolean(new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)));
    } catch {
      return false;
    }
  }

  async function load() {
    if (!wasmAllowed()) {
      await ask({ ask: "javascript_form" });
      form = "javascript";
      return secondLookPageInJavascript;
    }
    const file = await fetch(chrome.runtime.getURL("page.wasm"));
    await secondLookPage({ module_or_path: await file.arrayBuffer() });
    form = "wasm";
    return secondLookPage;
  }

  async function begin() {
    document.dispatchEvent(new Event(TAKEOVER));
    removeHosts();
    document.addEventListener(TAKEOVER, makeWay);
    try {
      page = await load();
      page.start(loader);
    } catch (fault) {
      fail(fault);
    }
  }

  chrome.runtime.onMessage.addListener((request, _sender, respond) => {
    if (over) return;
    if (request.ask === "where") return respond(location.origin);
    if (request.ask === "leave") return respond(withdraw());
    if (request.ask === "show") return respond(guarded((running) => running.show(request.id)) ?? false);
    if (request.ask === "held") return respond(guarded((running) => running.held()) ?? null);
    if (request.ask === "recount") return void loader.stored().then(tellBadges);
    if (request.ask === "key") return void KEYS[request.command]?.();
    if (request.ask === "pause") return pause(request.paused).then(() => respond(paused)), true;
    if (request.ask === "report") return begun.then(() => respond(report())), true;
  });

  chrome.storage.onChanged.addListener(async () => {
    const all = await loader.stored();
    guarded((running) => running.store_changed(all));
  });

  const begun = begin();
})();
