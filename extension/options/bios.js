// @ts-check
/** How many creators' profile texts are remembered, and a way to forget them. */
import { browser } from "../browser.js";
import { element, icon } from "../parts/dom.js";
import { count, text } from "../parts/i18n.js";

const KEY = "bios";

/** A row that follows the store. @param {HTMLElement} place */
export function showBios(place) {
  const draw = async () => {
    const { [KEY]: bios = [] } = await browser.storage.local.get(KEY);
    const forget = () => void browser.storage.local.remove(KEY);
    place.replaceChildren(
      icon("person"),
      element("div", { class: "grow" }, element("b", {}, count("bios_count", bios.length)), element("small", {}, text("bios_help"))),
      element("button", { class: "button", type: "button", disabled: bios.length === 0, onclick: forget }, text("bios_forget")),
    );
  };
  browser.storage.onChanged.addListener((/** @type {object} */ changes) => KEY in changes && void draw());
  void draw();
}
