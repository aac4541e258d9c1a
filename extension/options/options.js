// @ts-check
/** The options page: one form from the settings table, and around it mutes, a place to try a text, and backup. */
import { byId, element, icon } from "../parts/dom.js";
import { text, translate } from "../parts/i18n.js";
import { openStore } from "../parts/store.js";
import { drawAttempt } from "../parts/attempt.js";
import { showSupport } from "../parts/support.js";
import { keepBackups } from "./backup.js";
import { showBios } from "./bios.js";
import { buildForm } from "./form.js";
import { nameKeys } from "./keys.js";
import { listMutes } from "./mutes.js";
import { keepPacks } from "./packs.js";
import { showPreview } from "./preview.js";
import { listRules } from "./rules.js";
import { searchable } from "./search.js";
import { listSites } from "./sites.js";
import { showSync } from "./sync.js";

translate(document);
const store = await openStore();

byId("form").replaceWith(...buildForm(store));
const lines = element("div", { class: "lines" });
document.querySelector("#support .panel")?.append(lines);
showSupport(lines, store);
listMutes(byId("mutes"), store);
await listSites(byId("allowed-sites"));
showBios(byId("bios"));
drawAttempt(/** @type {HTMLElement} */ (document.querySelector("#try .panel")));
keepBackups(store);
keepPacks(store);
await nameKeys(byId("shortcuts"));
showSync(/** @type {HTMLElement} */ (document.querySelector("#sync .panel")), store);
searchable(/** @type {HTMLInputElement} */ (byId("search")));
const counts = nameSections();
await listRules(byId("catalogue"), store, (number) => counts["rules"]?.replaceChildren(String(number)));
showPreview(store);
store.follow(() => {
  counts["packs"]?.replaceChildren(store.packs.length ? String(store.packs.length) : "");
  counts["muted"]?.replaceChildren(store.mutes.length ? String(store.mutes.length) : "");
  const notice = byId("notice");
  notice.hidden = store.refused.length === 0;
  notice.textContent = text("options_refused", store.refused.map((key) => text(`setting_${key}`)).join(", "));
});
document.documentElement.dataset.ready = "";

/**
 * The list of sections at the side, from the sections that are there.
 * @returns {Record<string, HTMLElement>} a place for a number beside each
 */
function nameSections() {
  const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("main section[id]")]);
  const counts = sections.map((section) => [section.id, element("span", { class: "num" })]);
  const places = Object.fromEntries(counts);
  const links = sections.map(({ id, dataset }) =>
    element("a", { href: `#${id}` }, icon(dataset["icon"] ?? "gear"), text(`section_${id}`), places[id]),
  );
  byId("sections").append(...links.map((link) => element("li", {}, link)));
  const reading = new IntersectionObserver((entries) => follow(entries, links), { rootMargin: "-5% 0px -80% 0px" });
  for (const section of sections) reading.observe(section);
  return places;
}

/** Marks the section that is being read. @param {IntersectionObserverEntry[]} entries @param {HTMLAnchorElement[]} links */
function follow(entries, links) {
  const entry = entries.find(({ isIntersecting }) => isIntersecting);
  if (!entry) return;
  for (const link of links) {
    if (link.hash === `#${entry.target.id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}
