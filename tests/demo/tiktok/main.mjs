/** The TikTok-like part of the demo: which address shows which page. */

import { bar } from "../bar.mjs";
import { h, navigation, one } from "../dom.mjs";
import { forYou, profile, single } from "./pages.mjs";
import { css } from "./parts.mjs";
import { clips } from "./videos.mjs";

/** @param {string | undefined} id */
const byId = (id) => clips.find((clip) => clip.id === id) ?? clips[0];

/** Address pattern and the page it shows. The first that fits is taken. @type {[RegExp, (...parts: string[]) => Node][]} */
const routes = [
  [/^\/@[^/]+\/video\/(\d+)/, (id) => single(byId(id))],
  [/^\/@([^/]+)/, profile],
  [/^/, forYou],
];

const stage = h(`div.${css("BaseBodyContainer")}`);

/** @param {URL} address */
function show(address) {
  const fitting = routes.filter(([pattern]) => pattern.test(address.pathname));
  stage.replaceChildren(...fitting.slice(0, 1).map(([pattern, make]) => make(...(pattern.exec(address.pathname) ?? []).slice(1))));
  scrollTo(0, 0);
}

const links = { "For You": "/foryou", "A profile": "/@dramaraosei", "Long videos": "https://www.youtube.com/" };
document.body.append(h("div#app", bar("Demo Reels", links), stage));

/** Puts the captions of the first clip on the page to a second. @param {number} second */
function playTo(second) {
  const article = one("article:not(:empty)");
  const clip = byId(one("[data-more-menu-item-id]", article).dataset.moreMenuItemId);
  const spoken = (clip.captions ?? []).filter(([start]) => start <= second).at(-1);
  /** @type {HTMLVideoElement} */ (one("video", article)).currentTime = second;
  one("[class*=DivCaptionContainer]", article).replaceChildren(...(spoken ? [h("div", spoken[1])] : []));
}

// What tests and the curious can do from the console, without a pointer.
globalThis.demo = { go: navigation(show), playTo };
