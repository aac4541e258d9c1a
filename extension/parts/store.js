// @ts-check
/** The viewer's choices: one item per setting in the browser's store, and beside them the mutes and the own packs. */
import { ask, browser, managed, stored } from "../browser.js";
import { element } from "./dom.js";
import { text } from "./i18n.js";

/**
 * @typedef {import("../wire").Row} Row
 * @typedef {import("../wire").Value} Value
 * @typedef {import("../wire").Mute} Mute
 * @typedef {import("../wire").Checked} Checked
 * @typedef {import("../wire").PackFiles} PackFiles
 */

const area = () => browser.storage.local;

/** What stands beside the settings. */
const LISTS = ["mutes", "packs"];

/**
 * What a store or a file holds, looked through by the engine: nothing else reaches the form.
 * @param {Record<string, unknown>} held @param {string[]} [set] what a policy sets
 * @returns {Promise<Checked>}
 */
export async function check(held, set = []) {
  const { mutes, packs, ...rest } = held;
  const list = (/** @type {unknown} */ it) => (Array.isArray(it) ? it : []);
  const lists = { mutes: list(mutes), packs: list(packs) };
  const checked = await ask({ ask: "check_settings", stored: rest, ...lists, managed: set });
  if (!checked) throw new Error("the engine did not answer");
  return /** @type {Checked} */ (checked);
}

/**
 * What is in rule files, and what is wrong with them.
 * @param {Pick<PackFiles, "name" | "files">} pack
 */
export const checkPack = ({ name, files }) =>
  /** @type {Promise<import("../wire").PackCheck | null>} */ (ask({ ask: "check_pack", name, files }));

const checkStore = async () => check(await stored(), Object.keys(await managed()));

export class Store {
  /** @param {Row[]} rows @param {Checked} checked */
  constructor(rows, checked) {
    this.rows = rows;
    this.values = checked.values;
    this.mutes = checked.mutes;
    this.packs = checked.packs;
    this.refused = checked.refused;
    this.locked = checked.locked;
    /** @type {Set<() => void>} */
    this.listeners = new Set();
  }

  /** Reads the table and the store, and follows the store from then on, whoever writes to it. */
  static async open() {
    const rows = /** @type {Row[]} */ ((await ask({ ask: "settings_table" })) ?? []);
    const store = new Store(rows, await checkStore());
    browser.storage.onChanged.addListener((/** @type {object} */ _, /** @type {string} */ name) => {
      if (name === "local" || name === "managed") void store.reload();
    });
    return store;
  }

  async reload() {
    const { values, mutes, packs, refused, locked } = await checkStore();
    Object.assign(this, { values, mutes, packs, refused, locked });
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

  /** Puts a pack in, in place of the one of the same name. @param {PackFiles} pack */
  addPack(pack) {
    return area().set({ packs: [...this.packs.filter(({ name }) => name !== pack.name), pack] });
  }

  /** @param {string} removed */
  removePack(removed) {
    return area().set({ packs: this.packs.filter(({ name }) => name !== removed) });
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
    return LISTS.includes(key) || this.rows.some((row) => row.key === key);
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
