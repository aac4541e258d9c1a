// What a creator says on their own page is remembered for their other videos, on the device, until it is forgotten.

import assert from "node:assert/strict";
import { inEachBrowser, until } from "./browser.mjs";
import { HOME, home } from "./fixture.mjs";

const CHANNEL = `${HOME}@invented`;
const BIO = "Licensed psychologist in Leeds.";

const channel = (/** @type {string} */ bio) => `<!doctype html><html lang="en"><head><title>A channel</title></head><body>
  <ytd-browse page-subtype="channels" role="main"><yt-page-header-view-model><h1>An invented channel</h1>
  <yt-description-preview-view-model><truncated-text-content>${bio}</truncated-text-content></yt-description-preview-view-model>
  </yt-page-header-view-model></ytd-browse></body></html>`;

/** @param {import("./browser.mjs").Session} browser @returns {Promise<any[]>} */
const remembered = (browser) => browser.inExtension(async () => /** @type {any} */ (await chrome.storage.local.get("bios")).bios ?? []);

inEachBrowser("a creator's own words", (it) => {
  it("are remembered for their other videos, and forgotten on request", async (browser) => {
    browser.serve(CHANNEL, { body: channel(BIO) });
    browser.serve(HOME, { body: home() });
    await browser.open(CHANNEL);
    const [bio] = await until(() => remembered(browser), (bios) => bios.length === 1);
    assert.deepEqual([bio.site, bio.handle, bio.text], ["youtube", "invented", BIO]);
    const feed = await browser.open(HOME);
    const { videos } = await browser.report(feed, ({ settled, videos: found }) => settled && found.length === 2);
    assert.deepEqual([videos[0].video.creator.bio, videos[0].video.creator.bio_seen], [BIO, bio.seen]);
    const options = await browser.extensionPage("options/options.html");
    await options.waitForSelector("#bios button:not([disabled])");
    await options.$eval("#bios button", (button) => /** @type {HTMLElement} */ (button).click());
    await until(() => remembered(browser), (bios) => bios.length === 0);
  });

  it("are left alone where the viewer wants none remembered", async (browser) => {
    await browser.store({ remember_bios: false, bios: [{ site: "youtube", handle: "invented", name: "", text: BIO, seen: Math.floor(Date.now() / 86_400_000) }] });
    browser.serve(HOME, { body: home() });
    const { videos } = await browser.report(await browser.open(HOME), ({ settled, videos: found }) => settled && found.length === 2);
    assert.deepEqual([videos[0].video.creator.bio, videos[0].video.creator.bio_seen], ["", null]);
  });

  it("are not taken for another's while the address is ahead of the page", async (browser) => {
    browser.serve(CHANNEL, { body: channel(BIO) });
    const page = await browser.open(CHANNEL);
    await browser.report(page, ({ settled }) => settled);
    await page.evaluate((late) => {
      history.pushState(null, "", "/@somebody.else");
      setTimeout(() => (document.body.innerHTML = late), 400);
    }, channel("I bake bread."));
    const bios = await until(() => remembered(browser), (found) => found.some((/** @type {any} */ it) => it.handle === "somebody.else"));
    assert.equal(bios.find((/** @type {any} */ it) => it.handle === "somebody.else").text, "I bake bread.");
  });
});
