// @ts-check
/** Search: what does not hold the words steps aside. */
import { byId } from "../parts/dom.js";
import { text } from "../parts/i18n.js";

/** @param {HTMLInputElement} input */
export function searchable(input) {
  input.addEventListener("input", () => {
    const words = plain(input.value).split(/\s+/u).filter(Boolean);
    const shown = [...document.querySelectorAll("main section")].filter((section) => narrow(section, words));
    byId("nothing-found").textContent = shown.length ? "" : text("options_nothing_found", input.value.trim());
  });
}

/** @param {Element} section @param {string[]} words */
function narrow(section, words) {
  const holds = (/** @type {Element | null} */ part) => {
    const own = plain(part?.textContent ?? "");
    return words.every((word) => own.includes(word));
  };
  const named = holds(section.querySelector("h2"));
  const rows = [...section.querySelectorAll(".row, .rule")];
  const found = rows.filter((row) => {
    const shown = named || holds(row);
    row.toggleAttribute("hidden", !shown);
    return shown;
  });
  const searching = words.length > 0 && !named;
  for (const group of section.querySelectorAll("details.group")) openWhereFound(group, found, searching);
  const shown = named || found.length > 0 || (rows.length === 0 && holds(section));
  section.toggleAttribute("hidden", !shown);
  return shown;
}

/**
 * A folded group opens where something in it was looked for.
 * @param {Element} group @param {Element[]} found @param {boolean} searching
 */
function openWhereFound(group, found, searching) {
  const holds = found.some((row) => group.contains(row));
  group.toggleAttribute("hidden", !holds);
  group.toggleAttribute("open", searching && holds);
}

/** Without case and accents. @param {string} words */
const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
