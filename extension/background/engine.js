// The engine, and the packer for whoever has rules of their own.

import init, { Background, try_pack } from "../engine.js";
import initPacker, { pack } from "../packer.js";
import { browser, stored } from "../browser.js";
import { download } from "../download.js";

/** @typedef {import("../wire").Problem} Problem */
/** @typedef {import("../wire").PackFiles} PackFiles */

/** The engine, made ready once per wake-up; a start that failed is tried anew. @type {Promise<Background> | undefined} */
let engine;

function awake() {
  engine ??= begin().catch((fault) => {
    engine = undefined;
    throw fault;
  });
  return engine;
}

async function begin() {
  const [said] = await Promise.all([translations(), init({ module_or_path: browser.runtime.getURL("engine.wasm") })]);
  const background = new Background();
  background.speak(language(), said);
  return background;
}

/** The language of the interface: that of the texts the browser chose. */
function language() {
  return browser.i18n.getMessage("language");
}

/**
 * What the rules say in that language; English rules say it themselves. Where there is no such file, Chrome fails to
 * fetch it, and Firefox fails to read what it fetched.
 * @returns {Promise<object>}
 */
const translations = () =>
  fetch(browser.runtime.getURL(`rules/${language()}.json`))
    .then((file) => (file.ok ? file.json() : {}))
    .catch(() => ({}));

/** The packer carries a TOML parser: fetched when rules are to be packed, and not before. @type {Promise<unknown> | undefined} */
let packer;

/** All that an answer needs: read again after a change. @type {Promise<{ ready: Background, settings: object }> | undefined} */
let state;

/** The packs that the engine has, as text. */
let used = "[]";

export function forgetStored() {
  state = undefined;
}

/** @param {object} request */
export async function answer(request) {
  state ??= wake().catch((fault) => {
    state = undefined;
    throw fault;
  });
  const { ready, settings } = await state;
  return ready.answer(request, settings);
}

/**
 * The one request that is ever made: for a caption file of the opened video, where the viewer and the site's file allow it.
 * @param {object} request
 */
export async function captions(request) {
  const { ready, settings } = await (state ??= wake());
  const address = ready.caption_address(request, settings);
  if (!address) throw new Error("this file may not be asked for");
  const { status, bytes } = await download(address);
  return ready.captions(status, bytes);
}

async function wake() {
  const [ready, { packs, ...settings }] = await Promise.all([awake(), stored()]);
  await usePacks(ready, Array.isArray(packs) ? packs.filter(({ on } = {}) => on) : []);
  return { ready, settings };
}

/** @param {Background} ready @param {PackFiles[]} packs */
async function usePacks(ready, packs) {
  const wanted = JSON.stringify(packs);
  if (wanted === used) return;
  const all = await Promise.all(packs.map((it) => packed(it)));
  ready.forget_packs();
  for (const { bytes } of all) if (bytes.length) ready.add_pack(bytes);
  used = wanted;
}

/** @param {{ name: string, files: Record<string, string> }} pack */
async function packed({ name, files }) {
  await (packer ??= initPacker({ module_or_path: browser.runtime.getURL("packer.wasm") }));
  return pack(name, files);
}

/**
 * Every mistake in rule files, and what they hold. A rule that does not keep its own examples is a mistake too.
 * @param {PackFiles} files
 * @returns {Promise<import("../wire").PackCheck>}
 */
export async function checkPack(files) {
  const [{ bytes, problems }] = await Promise.all([packed(files), awake()]);
  if (problems.length) return { problems, rules: 0, examples: 0 };
  const { rules, examples, breaches } = try_pack(bytes);
  return { rules, examples, problems: breaches.map((/** @type {Breach} */ breach) => atItsPlace(breach, files)) };
}

/** @typedef {{ rule: string, example: string, reason: string, found: string[] }} Breach */

/** Where an example stands. @param {Breach} breach @param {PackFiles} pack @returns {Problem} */
function atItsPlace({ rule, example, reason, found }, { files }) {
  const name = `${rule.split("/").at(-1)}.toml`;
  const file = Object.keys(files).find((path) => path.split("/").at(-1) === name) ?? name;
  const lines = (files[file] ?? "").split("\n");
  return { file, line: lines.findIndex((it) => it.includes(example)) + 1, message: "", breach: { example, reason, found } };
}
