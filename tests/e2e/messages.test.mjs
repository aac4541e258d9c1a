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

  it("judges by the settings of the moment", async (browser) => {
    await browser.store({ sensitivity: "quiet" });
    const mild = { ask: "assess", video: { id: "a", description: "Say goodbye to your anxiety." } };
    const quiet = await ask(browser, mild);
    await browser.store({ sensitivity: "thorough" });
    const thorough = await ask(browser, mild);
    assert.equal(quiet.assessment.notes.length, 0);
    assert.ok(thorough.assessment.notes.length > 0, JSON.stringify(thorough));
  });

  it("says what it does not understand", async (browser) => {
    assert.match((await ask(browser, { ask: "sing" })).error, /sing/);
    assert.match((await ask(browser, { ask: "assess", video: { id: 7 } })).error, /expected a string/);
  });
});
