// @ts-check
/** The popup: this page in one look. */
import { browser } from "../browser.js";
import { drawAttempt } from "../parts/attempt.js";
import { byId, element, icon } from "../parts/dom.js";
import { text, translate } from "../parts/i18n.js";
import { Store } from "../parts/store.js";
import { showSupport } from "../parts/support.js";
import { drawLook } from "./look.js";

/** @typedef {import("../wire").Report} Report */

translate(document);
byId("settings").addEventListener("click", () => void browser.runtime.openOptionsPage().then(() => window.close()));
drawAttempt(/** @type {HTMLElement} */ (document.querySelector("#check .try")));

const report = await askPage();
byId("look").replaceChildren(...(report ? drawLook(report) : [unread()]));
const store = await Store.open();
offerSwitches(report);
showSupport(/** @type {HTMLElement} */ (document.querySelector("#support .lines")), store);
document.documentElement.dataset.ready = "";

/**
 * What the content script of the tab in front has read, or nothing where there is none.
 * @returns {Promise<Report | null>}
 */
async function askPage() {
  const [front] = await browser.tabs.query({ active: true, currentWindow: true });
  try {
    return (await browser.tabs.sendMessage(front?.id, { ask: "report" })) ?? null;
  } catch {
    return null;
  }
}

/** For pages no site description knows. */
function unread() {
  return element(
    "section",
    { class: "unread" },
    icon("unstated"),
    element("div", {}, element("h2", {}, text("popup_unread")), element("p", {}, text("popup_unread_help"))),
  );
}

/** @param {Report | null} report */
function offerSwitches(report) {
  const keys = [...(report ? [`site_${report.site}`] : []), "reminder"];
  const rows = keys.map((key) => store.rows.find((row) => row.key === key)).filter((row) => row !== undefined);
  const place = byId("switches");
  place.hidden = rows.length === 0;
  for (const row of rows) {
    const input = element("input", {
      type: "checkbox",
      role: "switch",
      "aria-label": text(`popup_switch_${row.section}`),
      onchange: () => void store.set(row.key, input.checked),
    });
    place.append(
      element(
        "div",
        { class: "quick", "data-setting": row.key },
        element("span", {}, text(`popup_switch_${row.section}`), element("small", {}, text(`setting_${row.key}`))),
        element("label", { class: "switch" }, input, element("i")),
      ),
    );
    store.follow(() => void (input.checked = store.values[row.key] === true));
  }
}
