// @ts-check
/** The viewer's choices: one item per setting in the browser's store, and the list of mutes beside them. */
import { ask, browser } from "../browser.js";
import { element } from "./dom.js";
import { text } from "./i18n.js";

/**
 * @typedef {import("../wire").Row} Row
 * @typedef {import("../wire").Value} Value
 * @typedef {import("../wire").Mute} Mute
 * @typedef {import("../wire").Checked} Checked
 */

const area = () => browser.storage.local;

/**
 * What a store or a file holds, looked through by the engine: nothing else reaches the form.
 * @param {Record<string, unknown>} held
 * @returns {Promise<Checked>}
 */
export async function check(held) {
  const { mutes, ...stored } = held;
  const checked = await ask({ ask: "check_settings", stored, mutes: Array.isArray(mutes) ? mutes : [] });
  if (!checked) throw new Error("the engine did not answer");
  return /** @type {Checked} */ (checked);
}

export class Store {
  /** @param {Row[]} rows @param {Checked} checked */
  constructor(rows, checked) {
    this.rows = rows;
    this.values = checked.values;
    this.mutes = checked.mutes;
    this.refused = checked.refused;
    /** @type {Set<() => void>} */
    this.listeners = new Set();
  }

  /** Reads the table and the store, and follows the store from then on, whoever writes to it. */
  static async open() {
    const rows = /** @type {Row[]} */ ((await ask({ ask: "settings_table" })) ?? []);
    const store = new Store(rows, await check(await area().get()));
    browser.storage.onChanged.addListener((/** @type {object} */ _, /** @type {string} */ name) => {
      if (name === "local") void store.reload();
    });
    return store;
  }

  async reload() {
    const { values, mutes, refused } = await check(await area().get());
    Object.assign(this, { values, mutes, refused });
    for (const listener of this.listeners) listener();
  }

  /**
   * Calls back now and after every change.
   * @param {() => void} listener
   */
  follow(listener) {
    this.listeners.add(listener);
    listener();
  }

  /** @param {string} key @param {Value} value */
  set(key, value) {
    return area().set({ [key]: value });
  }

  /** @param {Mute} mute */
  mute(mute) {
    return area().set({ mutes: [...this.mutes.filter((other) => !same(other, mute)), mute] });
  }

  /** @param {Mute} mute */
  unmute(mute) {
    return area().set({ mutes: this.mutes.filter((other) => !same(other, mute)) });
  }

  /** What the viewer chose: all of it, for a file or for an undo. */
  async snapshot() {
    const held = await area().get();
    return Object.fromEntries(Object.entries(held).filter(([key]) => this.owns(key)));
  }

  /**
   * Puts these choices in place of all others.
   * @param {Record<string, unknown>} held
   */
  async replace(held) {
    await area().remove(Object.keys(await this.snapshot()));
    await area().set(held);
  }

  /** @param {string} key */
  owns(key) {
    return key === "mutes" || this.rows.some((row) => row.key === key);
  }
}

/** The store for a page; where the engine is silent, the page says so. */
export async function openStore() {
  try {
    return await Store.open();
  } catch (fault) {
    document.querySelector("main")?.prepend(element("p", { class: "problem", role: "alert" }, text("engine_silent")));
    throw fault;
  }
}

/** @param {Mute} one @param {Mute} other */
const same = (one, other) => one.kind === other.kind && one.site === other.site && one.id === other.id;
