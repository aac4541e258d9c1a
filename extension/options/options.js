// @ts-check
/** The options page: one form from the settings table, and around it mutes, a place to try a text, and backup. */
import { byId, element, icon } from "../parts/dom.js";
import { text, translate } from "../parts/i18n.js";
import { Store } from "../parts/store.js";
import { drawAttempt } from "../parts/attempt.js";
import { keepBackups } from "./backup.js";
import { buildForm } from "./form.js";
import { listMutes } from "./mutes.js";
import { showPreview } from "./preview.js";
import { searchable } from "./search.js";

translate(document);
const store = await Store.open();

byId("form").replaceWith(...buildForm(store));
listMutes(byId("mutes"), store);
drawAttempt(/** @type {HTMLElement} */ (document.querySelector("#try .panel")));
keepBackups(store);
searchable(/** @type {HTMLInputElement} */ (byId("search")));
nameSections();
void showPreview(store);
store.follow(() => {
  const notice = byId("notice");
  notice.hidden = store.refused.length === 0;
  notice.textContent = text("options_refused", store.refused.map((key) => text(`setting_${key}`)).join(", "));
});
document.documentElement.dataset.ready = "";

/** The list of sections at the side, from the sections that are there. */
function nameSections() {
  const sections = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("main section[id]"));
  const links = [...sections].map((section) =>
    element("a", { href: `#${section.id}` }, icon(section.dataset.icon ?? "gear"), text(`section_${section.id}`)),
  );
  byId("sections").append(...links.map((link) => element("li", {}, link)));
  const reading = new IntersectionObserver(
    (entries) => {
      const entry = entries.find(({ isIntersecting }) => isIntersecting);
      if (!entry) return;
      for (const link of links) {
        if (link.hash === `#${entry.target.id}`) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    },
    { rootMargin: "-5% 0px -80% 0px" },
  );
  for (const section of sections) reading.observe(section);
}
