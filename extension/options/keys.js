// @ts-check
/** The keyboard shortcuts as they are now. They are the browser's to change: its own page for that is opened. */
import { browser } from "../browser.js";
import { byId, element } from "../parts/dom.js";
import { text } from "../parts/i18n.js";

/** Where Chrome lets shortcuts be changed. */
const CHROME_PAGE = "chrome://extensions/shortcuts";

/** @typedef {{ name: string, shortcut: string }} Command */

/** @param {HTMLElement} place */
export async function nameKeys(place) {
  byId("change-keys").addEventListener("click", () => void openBrowserPage());
  const draw = async () => {
    const commands = /** @type {Command[]} */ ((await browser.commands?.getAll()) ?? []);
    place.replaceChildren(...commands.map(row));
  };
  window.addEventListener("focus", () => void draw()); // back from the browser's page
  await draw();
}

/** @param {Command} command */
const row = ({ name, shortcut }) =>
  element(
    "div",
    { class: "row", "data-key": name },
    element("b", { class: "grow" }, text(`key_${name}`)),
    shortcut ? element("kbd", { dir: "ltr" }, shortcut) : element("small", {}, text("keys_none")),
  );

async function openBrowserPage() {
  if (browser.commands?.openShortcutSettings) await browser.commands.openShortcutSettings();
  else await browser.tabs.create({ url: CHROME_PAGE });
}
