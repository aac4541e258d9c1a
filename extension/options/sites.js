// @ts-check
/** The sites that the viewer has allowed beyond those of the manifest, each with a way to take that back. */
import { browser } from "../browser.js";
import { element, icon } from "../parts/dom.js";
import { text } from "../parts/i18n.js";

/** The list, following the permissions. @param {HTMLElement} place */
export function listSites(place) {
  const draw = async () => {
    const rows = (await allowed()).map(row);
    place.replaceChildren(...(rows.length ? rows : [element("p", { class: "row quiet" }, text("sites_none"))]));
  };
  browser.permissions.onAdded.addListener(draw);
  browser.permissions.onRemoved.addListener(draw);
  return draw();
}

/** @returns {Promise<string[]>} match patterns */
async function allowed() {
  const own = browser.runtime.getManifest().host_permissions ?? [];
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((/** @type {string} */ origin) => !own.includes(origin));
}

/** @param {string} pattern */
function row(pattern) {
  const name = pattern.replace(/^https?:\/\//, "").replace(/\/\*$/, "");
  const withdraw = () => void browser.permissions.remove({ origins: [pattern] });
  return element(
    "div",
    { class: "row" },
    icon("globe"),
    element("div", { class: "grow" }, element("b", { dir: "ltr" }, name)),
    element(
      "button",
      { class: "button", type: "button", onclick: withdraw, "aria-label": text("sites_withdraw_one", name) },
      text("sites_withdraw"),
    ),
  );
}
