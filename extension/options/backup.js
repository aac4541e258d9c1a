// @ts-check
/** Export, import and reset. Each of them can be undone; a file is looked through before anything is taken over. */
import { byId, element } from "../parts/dom.js";
import { count, text } from "../parts/i18n.js";
import { check, checkPack } from "../parts/store.js";
import { toast } from "../parts/toast.js";

/** @typedef {import("../parts/store.js").Store} Store */

/** What marks a file as ours, and the version of its layout. */
const LAYOUT = 1;
/** No honest file comes near this; one that does is not read. */
const MOST_BYTES = 1_000_000;

/** @param {Store} store */
export function keepBackups(store) {
  const file = /** @type {HTMLInputElement} */ (byId("file"));
  byId("export").addEventListener("click", () => void offerFile(store));
  byId("import").addEventListener("click", () => file.click());
  byId("reset").addEventListener("click", () => void putInPlace(store, {}, text("backup_reset_done")));
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (chosen) await takeOver(chosen, store);
    file.value = "";
  });
}

/** @param {Store} store */
async function offerFile(store) {
  const held = { second_look: LAYOUT, ...(await store.snapshot()) };
  const url = URL.createObjectURL(new Blob([JSON.stringify(held, null, 2)], { type: "application/json" }));
  element("a", { href: url, download: "second-look-settings.json" }).click();
  URL.revokeObjectURL(url);
}

/** @param {Store} store @param {Record<string, unknown>} held @param {string} words */
async function putInPlace(store, held, words) {
  const before = await store.snapshot();
  await store.replace(held);
  toast(words, () => void store.replace(before));
}

/** @param {File} file @param {Store} store */
async function takeOver(file, store) {
  const report = (/** @type {string[]} */ ...lines) =>
    byId("import-result").replaceChildren(...lines.map((line) => element("p", { class: "problem", dir: "auto" }, line)));
  const read = file.size > MOST_BYTES ? { fault: text("import_too_big") } : readable(await file.text());
  if ("fault" in read) return report(read.fault);
  const checked = await check(read.held);
  const accepted = Object.entries(read.held).filter(
    ([key]) => key in checked.values && !checked.refused.includes(key),
  );
  const packs = await sound(checked.packs);
  report(...faults(checked), ...checked.packs.filter((pack) => !packs.includes(pack)).map(({ name }) => text("import_pack_refused", name)));
  await putInPlace(store, { ...Object.fromEntries(accepted), mutes: checked.mutes, packs }, text("import_done"));
}

/** The packs whose rules hold. @param {import("../wire").PackFiles[]} packs */
async function sound(packs) {
  const checks = await Promise.all(packs.map(async (pack) => ({ pack, check: await checkPack(pack) })));
  return checks.filter(({ check }) => check?.problems.length === 0).map(({ pack }) => pack);
}

/**
 * The choices in a file of ours, or what is wrong with it.
 * @param {string} words
 * @returns {{ held: Record<string, unknown> } | { fault: string }}
 */
function readable(words) {
  let held;
  try {
    held = JSON.parse(words);
  } catch (error) {
    return { fault: text("import_not_json", error instanceof Error ? error.message : "") };
  }
  if (held?.second_look !== LAYOUT) return { fault: text("import_not_ours") };
  const { second_look: _, ...rest } = held;
  return { held: rest };
}

/** @param {import("../wire").Checked} checked */
const faults = ({ refused, unknown, mutes_refused, packs_refused }) =>
  [
    refused.length && text("import_refused", refused.map((key) => text(`setting_${key}`)).join(", ")),
    unknown.length && text("import_unknown", unknown.slice(0, 5).map((key) => key.slice(0, 40)).join(", ")),
    mutes_refused && count("import_mutes_refused", mutes_refused),
    packs_refused && count("import_packs_refused", packs_refused),
  ].filter((line) => typeof line === "string");
