// @ts-check
/** A text that was selected in a page. It was handed over in memory, and is forgotten as soon as it is shown. */
import { browser } from "../browser.js";
import { drawAttempt } from "../parts/attempt.js";
import { translate } from "../parts/i18n.js";

translate(document);
const { check } = await browser.storage.session.get("check");
await browser.storage.session.remove("check");
drawAttempt(/** @type {HTMLElement} */ (document.querySelector(".try")), typeof check === "string" ? check : "");
document.documentElement.dataset["ready"] = "";
