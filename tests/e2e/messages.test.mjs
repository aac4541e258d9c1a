// The background answers, wakes from sleep to do so, and says plainly what it can not do.

import assert from "node:assert/strict";
import { inEachBrowser } from "./browser.mjs";

/** @typedef {import("./browser.mjs").Session} Session */

/** Asks the background as any page of the extension does. @param {Session} browser @param {object} request */
const ask = (browser, request) => browser.inExtension((it) => chrome.runtime.sendMessage(it), request);

const CLAIM = { ask: "assess", video: { id: "a", description: "This tea cures depression in a week." } };

inEachBrowser("the background", (it) => {
  it("notes a claim", async (browser) => {
    const { assessment, rules } = await ask(browser, CLAIM);
    assert.equal(assessment.state, "notes");
    assert.equal(assessment.notes[0].category, "cure_claim");
    assert.ok(rules.some((/** @type {any} */ text) => text.id === assessment.notes[0].rule));
  });

  it("says what it does not understand", async (browser) => {
    assert.match((await ask(browser, { ask: "sing" })).error, /sing/);
    assert.match((await ask(browser, { ask: "assess", video: { id: 7 } })).error, /expected a string/);
  });
});
