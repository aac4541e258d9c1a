/** The TikTok-like part of the demo: which address shows which page. */

import { bar } from "../bar.mjs";
import { h, navigation } from "../dom.mjs";
import { forYou, profile, single } from "./pages.mjs";
import { css } from "./parts.mjs";
import { clips } from "./videos.mjs";

const byId = (id) => clips.find((clip) => clip.id === id) ?? clips[0];

/** Address pattern and the page it shows. The first that fits is taken. @type {[RegExp, (...parts: string[]) => Node][]} */
const routes = [
  [/^\/@[^/]+\/video\/(\d+)/, (id) => single(byId(id))],
  [/^\/@([^/]+)/, profile],
  [/^/, forYou],
];

const stage = h(`div.${css("BaseBodyContainer")}`);

function show(address) {
  const [pattern, make] = routes.find(([one]) => one.test(address.pathname));
  stage.replaceChildren(make(...pattern.exec(address.pathname).slice(1)));
  scrollTo(0, 0);
}

const links = { "For You": "/foryou", "A profile": "/@dramaraosei", "Long videos": "https://www.youtube.com/" };
document.body.append(h("div#app", bar("Demo Reels", links), stage));

/** Puts the captions of the first clip on the page to a second. */
function playTo(second) {
  const article = document.querySelector("article:not(:empty)");
  const clip = byId(article.querySelector("[data-more-menu-item-id]").dataset.moreMenuItemId);
  const spoken = (clip.captions ?? []).filter(([start]) => start <= second).at(-1);
  article.querySelector("video").currentTime = second;
  article.querySelector("[class*=DivCaptionContainer]").replaceChildren(...(spoken ? [h("div", spoken[1])] : []));
}

// What tests and the curious can do from the console, without a pointer.
globalThis.demo = { go: navigation(show), playTo };
