// Carries the choices between the viewer's devices, where they have asked for it: through the store that the browser
// itself keeps in step. What to do is decided by the engine (crate/src/settings/sync.rs); here it is done.

import { browser } from "../browser.js";
import { answer } from "./engine.js";

/** One step after the other. @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * After a change, or at the start.
 * @param {Record<string, { newValue?: any }>} [changes] @param {string} [area]
 */
export function keepInStep(changes, area) {
  if (area === "managed" || (area === "local" && "synced" in (changes ?? {}))) return;
  const why = area !== "local" ? "heard" : changes?.["sync"]?.newValue === true ? "joined" : "chosen";
  last = last.then(async () => (why !== "chosen" || (await choices(changes)) ? step(why) : undefined)).catch(tell);
}

/** Whether these are the viewer's: other things are kept beside them. @param {object | undefined} changes */
async function choices(changes = {}) {
  const rows = /** @type {{ key: string }[]} */ (await answer({ ask: "settings_table" }));
  return Object.keys(changes).some((changed) => changed === "mutes" || rows.some(({ key }) => key === changed));
}

/**
 * Whoever joins takes over what is there already; the first one to join begins.
 * @param {"heard" | "joined" | "chosen"} why
 */
async function step(why) {
  const { mutes = [], packs: _, synced, ...held } = await browser.storage.local.get(null);
  // Whoever leaves and joins again takes over what is there, as if it were new.
  if (held.sync !== true) return synced && browser.storage.local.remove("synced");
  const carried = await browser.storage.sync.get(null);
  const begins = why === "chosen" || !("head" in carried);
  // What is carried may be this device's own already: a choice was still waiting for its turn when it joined.
  const own = synced?.stamp ?? 0;
  const stamp = begins ? Date.now() : why === "joined" && own !== carried["head"]?.stamp ? 0 : own;
  const { take, write, remove, left_out, ...next } = await answer({ ask: "sync", held: { stored: held, mutes }, stamp, carried });
  if (Object.keys(write).length) await browser.storage.sync.set(write);
  if (remove.length) await browser.storage.sync.remove(remove);
  const state = { stamp: next.stamp, at: Date.now(), left_out };
  await browser.storage.local.set({ ...(take && { ...take.settings, mutes: take.mutes }), synced: state });
}

/** What went wrong is shown where it was switched on. @param {unknown} fault */
async function tell(fault) {
  const { synced } = await browser.storage.local.get("synced");
  await browser.storage.local.set({ synced: { ...synced, fault: String(fault) } });
}
