// A page that is read badly says so in the popup, and offers a report that holds no word of the page.

import assert from "node:assert/strict";
import { inEachBrowser, until } from "./browser.mjs";
import { CARDS, HOME, home } from "./fixture.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./browser.mjs").Session} Session */

/** What the popup draws of a report. @param {Session} browser @param {object} report */
async function drawn(browser, report) {
  const popup = await browser.extensionPage("popup/popup.html");
  await popup.waitForSelector("[data-ready]");
  await popup.evaluate(async (it) => {
    const { drawTrouble } = await import(/** @type {any} */ ("/popup/trouble.js"));
    document.getElementById("read")?.replaceChildren(...drawTrouble(it));
  }, report);
  return popup;
}

inEachBrowser("an honest reading", (it) => {
  it("says that a site may have changed, and offers what was tried", async (browser) => {
    const changed = home().replaceAll("yt-lockup-view-model", "yt-tile").replaceAll("ytd-rich-item-renderer", "ytd-tile");
    browser.serve(HOME, { body: changed });
    const page = await browser.open(HOME);
    const report = await browser.report(page, ({ settled, trouble }) => settled && trouble);
    assert.deepEqual([report.page_kind, report.videos.length], ["home", 0]);
    const popup = await drawn(browser, report);
    assert.match(await popup.$eval(".trouble h2", (heading) => heading.textContent ?? ""), /cannot read this page well/);
    const letter = await popup.$eval(".trouble textarea", (field) => field.value);
    assert.match(letter, /^Second Look \d+\.\d+\.\d+, (wasm|javascript)\n/);
    assert.match(letter, /card video, `ytd-rich-item-renderer.*: 0 elements/);
    for (const { id, title } of CARDS) assert.ok(!letter.includes(id) && !letter.includes(title), letter);
    await popup.bringToFront();
    await popup.click(".trouble > button");
    await until(() => popup.$eval(".trouble [role=status]", (said) => said.textContent), Boolean);
  });

  it("says that what such videos always have is missing on most of them", async (browser) => {
    const changed = home().replaceAll("/@invented", "/somewhere").replaceAll("yt-content-metadata-view-model", "yt-words");
    browser.serve(HOME, { body: changed });
    const report = await browser.report(await browser.open(HOME), ({ settled, trouble }) => settled && trouble);
    assert.deepEqual(report.fields.find((/** @type {any} */ { field }) => field === "creator_name"), { field: "creator_name", found: 0, missed: 2 });
    assert.match(report.trouble, /CreatorName: found 0, missed 2/);
  });

  it("has nothing to say of a page that is read well, or that holds no videos", async (browser) => {
    browser.serve(HOME, { body: home() });
    const well = await browser.report(await browser.open(HOME), ({ settled, videos }) => settled && videos.length === 2);
    assert.equal(well.trouble, "");
    const empty = `${HOME}feed/subscriptions`;
    browser.serve(empty, { body: `<!doctype html><title>YouTube</title><ytd-browse page-subtype="subscriptions" role="main"><p>Nothing yet` });
    const none = await browser.report(await browser.open(empty), ({ settled }) => settled);
    assert.deepEqual([none.page_kind, none.trouble], ["subscriptions", ""]);
    const popup = await drawn(browser, none);
    assert.equal(await popup.$(".trouble"), null);
  });
});
