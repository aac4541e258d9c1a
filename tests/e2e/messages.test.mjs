// The background answers, wakes from sleep to do so, and says plainly what it can not do.

import assert from "node:assert/strict";
import { inEachBrowser, launch, until } from "./browser.mjs";
import { badged, card, CARDS, HOME, home } from "./fixture.mjs";

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

  it("judges by the choices of the moment", async (browser) => {
    const mild = { ask: "assess", video: { id: "a", description: "5 things people with ADHD do every day." } };
    await browser.store({ sensitivity: "quiet" });
    assert.deepEqual((await ask(browser, mild)).assessment.notes, []);
    await browser.store({ sensitivity: "balanced" });
    assert.equal((await ask(browser, mild)).assessment.notes[0]?.quote, "5 things people with ADHD do");
  });

  it("says what it does not understand", async (browser) => {
    assert.match((await ask(browser, { ask: "sing" })).error, /sing/);
    assert.match((await ask(browser, { ask: "assess", video: { id: 7 } })).error, /expected a string/);
  });
});

/** @param {import("./browser.mjs").Kind} kind */
const drowsy = (kind) => launch(kind, { extraPrefsFirefox: { "extensions.background.idle.timeout": 200 } });

inEachBrowser(
  "a background that sleeps",
  (it) => {
    it("wakes for a new card", async (browser) => {
      browser.serve(HOME, { body: home() });
      const page = await browser.open(HOME);
      await browser.report(page, ({ settled }) => settled);
      await browser.lullBackground();
      const late = { id: "aaaaaaaaa03", title: "This root cures anxiety for good" };
      await page.$eval("#contents", (list, html) => list.insertAdjacentHTML("beforeend", html), card(late));
      await until(() => badged(page), (found) => String(found) === String([CARDS[0].id, late.id]));
    });
  },
  drowsy,
);
