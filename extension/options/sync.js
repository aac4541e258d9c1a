// @ts-check
/** How carrying the choices to other devices goes, and erasing what is carried. */
import { browser } from "../browser.js";
import { element, icon } from "../parts/dom.js";
import { count, language, text } from "../parts/i18n.js";
import { toast } from "../parts/toast.js";

/**
 * @typedef {import("../wire").Synced} Synced
 * @typedef {import("../parts/store.js").Store} Store
 */

/** @param {HTMLElement} place @param {Store} store */
export function showSync(place, store) {
  const state = element("p", { class: "grow", role: "status", id: "sync-state" });
  const erase = element("button", { class: "button", type: "button", id: "sync-erase" }, text("sync_erase"));
  erase.addEventListener("click", async () => {
    await store.set("sync", false);
    await browser.storage.sync.clear();
    toast(text("sync_erased"));
  });
  place.append(element("div", { class: "row" }, icon("clock"), state, erase));
  store.follow(async () => {
    const { synced } = await browser.storage.local.get("synced");
    state.textContent = store.values["sync"] ? words(synced) : text("sync_off");
  });
}

/** @param {Synced | undefined} synced */
function words(synced) {
  if (!synced) return text("sync_waiting");
  if (synced.fault) return text("sync_fault", synced.fault);
  const at = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(synced.at);
  return [text("sync_done", at), synced.left_out ? count("sync_left_out", synced.left_out) : ""].filter(Boolean).join(" ");
}
