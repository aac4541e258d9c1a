// @ts-check
/** What the viewer asked not to hear about again, each with a way back. */
import { element, icon } from "../parts/dom.js";
import { text, textIfAny } from "../parts/i18n.js";
import { toast } from "../parts/toast.js";

/**
 * @typedef {import("../wire").Mute} Mute
 * @typedef {import("../parts/store.js").Store} Store
 */

const ICONS = { creator: "person", rule: "quote", video: "play" };

/**
 * The list, following the store.
 * @param {HTMLElement} place @param {Store} store
 */
export function listMutes(place, store) {
  store.follow(() => {
    const rows = store.mutes.map((mute) => muteRow(mute, store));
    place.replaceChildren(...(rows.length ? rows : [element("p", { class: "row quiet" }, text("mutes_none"))]));
  });
}

/** @param {Mute} mute @param {Store} store */
function muteRow(mute, store) {
  const name = mute.name || mute.id;
  const unmute = async () => {
    await store.unmute(mute);
    toast(text("mutes_removed", name), () => void store.mute(mute));
  };
  return element(
    "div",
    { class: "row" },
    icon(ICONS[mute.kind]),
    element(
      "div",
      { class: "grow" },
      element("b", { dir: "auto" }, name),
      element("small", {}, text(`mutes_kind_${mute.kind}`), mute.site && ` · ${textIfAny(`setting_site_${mute.site}`) || mute.site}`),
    ),
    element(
      "button",
      { class: "button", type: "button", onclick: () => void unmute(), "aria-label": text("mutes_remove_one", name) },
      icon("undo", "flip"),
      text("mutes_remove"),
    ),
  );
}
