// The page module starts, reads and draws under any policy a page may have: as Wasm where that is allowed, else in
// its JavaScript form. Only Chrome lets a page's policy decide about an extension's Wasm.

import assert from "node:assert/strict";
import { inEachBrowser } from "./browser.mjs";
import { badged, CARDS, HOME, home } from "./fixture.mjs";

const POLICIES = {
  "no policy": { csp: "", form: { chrome: "wasm", firefox: "wasm" } },
  // As recorded in May and June 2026: two lists of scripts, both with 'unsafe-eval'.
  "YouTube's recorded policy": {
    csp: [
      "require-trusted-types-for 'script'",
      "base-uri 'self'; object-src 'none'; script-src 'nonce-a1' 'unsafe-inline' 'strict-dynamic' https: http: 'unsafe-eval'",
      "script-src 'self' 'unsafe-inline' 'unsafe-eval' https://www.youtube.com https://www.google.com",
    ].join(", "),
    form: { chrome: "wasm", firefox: "wasm" },
  },
  "a strict policy": {
    csp: "default-src 'self'; script-src 'self'; require-trusted-types-for 'script'",
    form: { chrome: "javascript", firefox: "wasm" },
  },
};

inEachBrowser("the page module", (it) => {
  for (const [name, { csp, form }] of Object.entries(POLICIES)) {
    it(`reads and draws under ${name}`, async (browser) => {
      browser.serve(HOME, { body: home(), headers: csp ? { "content-security-policy": csp } : {} });
      const page = await browser.open(HOME);
      const report = await browser.report(page, ({ settled }) => settled);
      assert.equal(report.form, form[browser.kind]);
      assert.deepEqual(report.errors, []);
      assert.deepEqual(report.videos.map((/** @type {any} */ { video }) => [video.id, video.title]), CARDS.map(({ id, title }) => [id, title]));
      assert.deepEqual(await badged(page), [CARDS[0].id]);
      assert.equal(report.videos[0].badge.visible, true);
    });
  }
});
