// @ts-check
/** The popup: this page in one look. */
import { browser } from "../browser.js";
import { drawAttempt } from "../parts/attempt.js";
import { byId, element, icon, redraw } from "../parts/dom.js";
import { text, translate } from "../parts/i18n.js";
import { openStore } from "../parts/store.js";
import { showSupport } from "../parts/support.js";
import { drawAllow, followAllowed } from "./allow.js";
import { drawLook } from "./look.js";
import { drawRead } from "./read.js";
import { drawSpoken } from "./spoken.js";
import { followPage, frontTab, pausePage } from "./tab.js";
import { drawTrouble } from "./trouble.js";

/** @typedef {import("../wire").Report} Report */

translate(document);
byId("settings").addEventListener("click", () => void browser.runtime.openOptionsPage().then(() => window.close()));
drawAttempt(/** @type {HTMLElement} */ (document.querySelector("#check .try")));

const store = await openStore();
showSupport(/** @type {HTMLElement} */ (document.querySelector("#support .lines")), store);
let turn = 0;
store.follow(look);
followAllowed(look);

async function look() {
  const mine = ++turn;
  redraw(byId("allow"), ...(await drawAllow(await frontTab())));
  await followPage((report) => mine === turn && draw(report));
}

/** @param {Report | null} report */
function draw(report) {
  redraw(byId("look"), ...seen(report));
  redraw(byId("read"), ...(report ? [...drawTrouble(report), ...drawRead(report), ...drawSpoken(report)] : []));
  if (byId("switches").hidden) offerSwitches(report);
  document.documentElement.dataset.ready = "";
}

/** @param {Report | null} report */
function seen(report) {
  if (!report) return [message(text("popup_unread"), text("popup_unread_help"))];
  if (!report.site) return []; // it has failed, which is told below
  if (report.paused) return [message(text("popup_paused"), text("popup_paused_help"))];
  const off = store.values[`site_${report.site}`] === false;
  return off ? [message(text("popup_off"), text("popup_off_help"))] : drawLook(report);
}

/** Where there is nothing to count: why. @param {string} heading @param {string} words */
const message = (heading, words) =>
  element(
    "section",
    { class: "unread" },
    icon("unstated"),
    element("div", {}, element("h2", {}, heading), element("p", {}, words)),
  );

/** @param {Report | null} report */
function offerSwitches(report) {
  const keys = [...(report ? [`site_${report.site}`] : []), "reminder"];
  const rows = keys.map((key) => store.rows.find((row) => row.key === key)).filter((row) => row !== undefined);
  const place = byId("switches");
  place.hidden = rows.length === 0;
  for (const row of rows) {
    const label = text(`popup_switch_${row.section}`);
    const input = quickSwitch(place, row.key, label, text(`setting_${row.key}`), (on) => void store.set(row.key, on));
    store.follow(() => {
      input.checked = store.values[row.key] === true;
      input.disabled = store.locked.includes(row.key);
    });
  }
  if (report) offerPause(place, report);
}

/**
 * @param {HTMLElement} place @param {string} key @param {string} label @param {string} help
 * @param {(on: boolean) => void} change
 */
function quickSwitch(place, key, label, help, change) {
  const input = element("input", { type: "checkbox", role: "switch", "aria-label": label, onchange: () => change(input.checked) });
  place.append(
    element(
      "div",
      { class: "quick", "data-setting": key },
      element("span", {}, label, element("small", {}, help)),
      element("label", { class: "switch" }, input, element("i")),
    ),
  );
  return input;
}

/** This page alone, until it is loaded anew. @param {HTMLElement} place @param {Report} report */
function offerPause(place, report) {
  const input = quickSwitch(place, "page", text("popup_pause"), text("popup_pause_help"), async (on) => {
    await pausePage(on);
    await followPage(draw);
  });
  input.checked = report.paused;
}
