// Sites beyond those of the manifest: allowed by the viewer, read while they are allowed, and left when that ends.

import assert from "node:assert/strict";
import { sayYes } from "./allow.mjs";
import { inEachBrowser, until } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Session} Session */
/** @typedef {import("puppeteer-core").Page} Page */

const SITE = "https://talks.example.org/";
const TALK = `${SITE}talk/7`;

const stated = {
  "@context": "https://schema.org",
  "@graph": [{ "@type": "WebPage" }, { "@type": "VideoObject", name: "This tea cures depression in a week", description: "No doctor tells you.", author: { name: "Loud Kettle" }, url: TALK }],
};
const talk = `<!doctype html><html lang="en"><head><title>A talk</title><link rel="canonical" href="${TALK}">
  <script type="application/ld+json">${JSON.stringify(stated)}</script></head>
  <body><h1>A talk</h1><div><video width="640" height="360"></video></div></body></html>`;

const badges = (/** @type {Page} */ page) => page.$$eval("second-look[data-part=badge]", (hosts) => hosts.length);

/** Draws the popup's offer for a site, and presses its button. @param {Session} browser @param {RegExp} label */
async function pressInPopup(browser, label) {
  const popup = await browser.extensionPage("popup/popup.html");
  await popup.waitForSelector("[data-ready]");
  const shown = await popup.evaluate(async (url) => {
    const { drawAllow } = await import(/** @type {any} */ ("/popup/allow.js"));
    document.getElementById("allow")?.replaceChildren(...(await drawAllow({ url })));
    return document.getElementById("allow")?.textContent ?? "";
  }, TALK);
  assert.match(shown, label);
  await popup.bringToFront();
  await popup.click("#allow button");
  return popup;
}

inEachBrowser("a site that the viewer allows", (it) => {
  for (const [policy, headers] of /** @type {[string, Record<string, string>][]} */ ([
    ["no policy", {}],
    ["a strict policy", { "content-security-policy": "default-src 'self'; script-src 'none'" }],
  ])) {
    it(`is read from then on, and left once that is withdrawn, under ${policy}`, async (browser) => {
      browser.serve(TALK, { body: talk, headers });
      await sayYes(browser, `${SITE}*`);
      const page = await browser.open(TALK);
      await pressInPopup(browser, /Read videos on talks\.example\.org\?/);
      await page.bringToFront();
      const report = await browser.report(page, ({ settled, videos }) => settled && videos.length);
      assert.deepEqual([report.site, report.page_kind, report.trouble], ["generic", "any", ""]);
      const [{ video, assessment }] = report.videos;
      assert.deepEqual([video.title, video.description, video.creator.name], [stated["@graph"][1]?.name, "No doctor tells you.", "Loud Kettle"]);
      assert.equal(assessment.state, "notes");
      await until(() => badges(page), (count) => count === 1);
      const later = await browser.open(TALK);
      await until(() => badges(later), (count) => count === 1);
      const options = await browser.extensionPage("options/options.html");
      await options.waitForSelector("#allowed-sites button");
      assert.match(await options.$eval("#allowed-sites", (list) => list.textContent ?? ""), /talks\.example\.org/);
      await options.$eval("#allowed-sites button", (button) => /** @type {HTMLElement} */ (button).click());
      for (const open of [page, later]) {
        await open.bringToFront();
        await until(() => badges(open), (count) => count === 0);
      }
      assert.equal(await browser.inExtension(async () => (await chrome.scripting.getRegisteredContentScripts()).length), 0);
      const again = await browser.open(TALK);
      await again.evaluate(() => new Promise(requestAnimationFrame));
      assert.equal(await badges(again), 0);
    });
  }

  it("is not read before", async (browser) => {
    browser.serve(TALK, { body: talk });
    const page = await browser.open(TALK);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    assert.equal(await badges(page), 0);
  });
});
