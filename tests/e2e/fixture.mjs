// A small YouTube home page of invented videos, on the element structure that the real one had in autumn 2026. Every
// element of it comes with the document, so that it is the same under any policy.

export const HOME = "https://www.youtube.com/";

/** @typedef {{ id: string, title: string }} Card */

/** A video whose title promises a cure, and one that has nothing to do with health. @type {Card[]} */
export const CARDS = [
  { id: "aaaaaaaaa01", title: "This tea cures depression in a week" },
  { id: "aaaaaaaaa02", title: "How I repaired an old wooden boat" },
];

/** @param {Card} card */
export const card = ({ id, title }) => `
  <ytd-rich-item-renderer lockup="true"><div id="content"><yt-lockup-view-model><div class="content-id-${id}">
    <a href="/watch?v=${id}" aria-hidden="true"><yt-thumbnail-view-model></yt-thumbnail-view-model></a>
    <yt-lockup-metadata-view-model>
      <h3 title="${title}"><a href="/watch?v=${id}"><span role="text">${title}</span></a></h3>
      <yt-content-metadata-view-model><div role="group"><a href="/@invented">An invented channel</a></div></yt-content-metadata-view-model>
    </yt-lockup-metadata-view-model>
  </div></yt-lockup-view-model></div></ytd-rich-item-renderer>`;

export const home = (cards = CARDS) => `<!doctype html><html lang="en"><head><title>YouTube</title></head><body>
  <ytd-app><ytd-page-manager id="page-manager"><ytd-browse page-subtype="home" role="main"><ytd-rich-grid-renderer>
  <div id="contents">${cards.map(card).join("")}</div>
  </ytd-rich-grid-renderer></ytd-browse></ytd-page-manager></ytd-app>
</body></html>`;

/** Where badges stand, in document order: the video of each. @param {import("puppeteer-core").Page} page */
export const badged = (page) =>
  page.$$eval("second-look[data-part=badge]", (hosts) =>
    hosts.map((host) => host.closest("ytd-rich-item-renderer")?.querySelector("[class^=content-id-]")?.className.slice(11)),
  );
