// @ts-check
/** The viewer's own rules: files are looked through before they are used, and every mistake is named by file and line. */
import { byId, element, icon, redraw } from "../parts/dom.js";
import { count, text } from "../parts/i18n.js";
import { checkPack } from "../parts/store.js";
import { toast } from "../parts/toast.js";
import { unzip } from "./zip.js";

/**
 * @typedef {import("../wire").PackFiles} PackFiles
 * @typedef {import("../wire").Problem} Problem
 * @typedef {import("../parts/store.js").Store} Store
 */

/** No honest pack comes near this, in characters of all its files. */
const MOST = 400_000;
/** Mistakes shown at once. */
const MOST_PROBLEMS = 20;

/** @param {Store} store */
export function keepPacks(store) {
  for (const [button, field] of [["add-files", "pack-files"], ["add-folder", "pack-folder"]]) {
    const input = /** @type {HTMLInputElement} */ (byId(field ?? ""));
    byId(button ?? "").addEventListener("click", () => input.click());
    input.addEventListener("change", async () => {
      if (input.files?.length) await add([...input.files], store);
      input.value = "";
    });
  }
  void fetch("sample-rule.toml").then(async (file) => (byId("sample").textContent = await file.text()));
  let drawn = "";
  store.follow(() => {
    const now = JSON.stringify(store.packs);
    if (now !== drawn || !now) list(store);
    drawn = now;
  });
}

/** @param {Store} store */
function list(store) {
  const rows = store.packs.map((pack) => packRow(pack, store));
  redraw(byId("pack-list"), ...(rows.length ? rows : [element("p", { class: "row quiet" }, text("packs_none"))]));
}

/** @param {PackFiles} pack @param {Store} store */
function packRow(pack, store) {
  const held = element("small");
  void checkPack(pack).then((check) => held.replaceChildren(check ? holds(check) : text("engine_silent")));
  const remove = async () => {
    await store.removePack(pack.name);
    toast(text("packs_removed", pack.name), () => void store.addPack(pack));
  };
  const input = element("input", {
    type: "checkbox",
    role: "switch",
    "aria-label": pack.name,
    onchange: () => void store.addPack({ ...pack, on: input.checked }),
  });
  input.checked = pack.on;
  return element(
    "div",
    { class: "row", "data-pack": pack.name },
    icon("pack"),
    element("div", { class: "grow" }, element("b", { dir: "auto" }, pack.name), held),
    element("button", { class: "button plain", type: "button", "aria-label": text("packs_remove_one", pack.name), onclick: () => void remove() }, text("packs_remove")),
    element("label", { class: "switch" }, input, element("i")),
  );
}

/** @param {import("../wire").PackCheck} check */
const holds = ({ rules, examples, problems }) =>
  problems.length ? count("packs_problems", problems.length) : `${count("rules_count", rules)} · ${count("packs_examples", examples)}`;

/** @param {File[]} chosen @param {Store} store */
async function add(chosen, store) {
  const report = (/** @type {Node[]} */ ...nodes) => byId("pack-result").replaceChildren(...nodes);
  try {
    const pack = await gather(chosen);
    const check = await checkPack(pack);
    if (!check) throw new Error(text("engine_silent"));
    report(...check.problems.slice(0, MOST_PROBLEMS).map(problem), ...more(check.problems.length));
    if (check.problems.length) return;
    const before = store.packs.find(({ name }) => name === pack.name);
    await store.addPack(pack);
    toast(text("packs_added", pack.name), () => void (before ? store.addPack(before) : store.removePack(pack.name)));
  } catch (fault) {
    report(element("p", { class: "problem", dir: "auto" }, fault instanceof Error ? fault.message : String(fault)));
  }
}

/** @param {number} problems */
const more = (problems) =>
  problems > MOST_PROBLEMS ? [element("p", {}, count("packs_more", problems - MOST_PROBLEMS))] : [];

/** @param {Problem} problem */
function problem({ file, line, message, breach }) {
  const place = line ? `${file}:${line}` : file;
  return element("p", { class: "problem", dir: "auto" }, element("code", {}, place), " ", breach ? broken(breach) : message);
}

/** @param {NonNullable<Problem["breach"]>} breach */
const broken = ({ example, reason, found }) =>
  reason ? text("packs_noisy", example, found.join(", ")) : text("packs_silent", example, found.join(", ") || "–");

/**
 * The texts of the chosen files, those of archives among them.
 * @param {File[]} chosen
 * @returns {Promise<PackFiles>}
 */
async function gather(chosen) {
  /** @type {Record<string, string>} */
  const files = {};
  if (chosen.reduce((sum, { size }) => sum + size, 0) > MOST) throw new Error(text("packs_too_big"));
  for (const file of chosen) {
    const path = file.webkitRelativePath || file.name;
    if (/\.zip$/i.test(path)) Object.assign(files, await unzip(await file.arrayBuffer(), MOST));
    else if (/\.toml$/i.test(path)) files[path] = await file.text();
  }
  const rules = Object.fromEntries(Object.entries(files).filter(([path]) => /\.toml$/i.test(path)));
  if (Object.keys(rules).length === 0) throw new Error(text("packs_no_rules"));
  const [first] = chosen;
  const name = (first?.webkitRelativePath || first?.name || "").split("/")[0]?.replace(/\.(toml|zip)$/i, "") ?? "";
  return { name, on: true, files: rules };
}
