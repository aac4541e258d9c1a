// The pages of tests/pages in real browsers: each is read there as its page.toml says, as it is by the native tests.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "smol-toml";

import { inEachBrowser } from "./browser.mjs";

/** @typedef {import("../../extension/wire.d.ts").Seen} Seen */
/** @typedef {{ id: string, title?: string, description?: string, hashtags?: string[], name?: string, handle?: string, bio?: string, note?: string }} Wanted */

const FOLDER = new URL("../pages/", import.meta.url);
/** Other sites are read only where the viewer has allowed them: allowed.test.mjs. */
const SITES = ["tiktok", "youtube"];

const names = readdirSync(FOLDER).filter((name) => SITES.some((site) => name.startsWith(`${site}-`)));

/** @param {string} name */
function fixture(name) {
  const file = (/** @type {string} */ it) => readFileSync(new URL(`${name}/${it}`, FOLDER), "utf8");
  const { url, kind, video } = /** @type {any} */ (parse(file("page.toml")));
  return { url: String(url), kind: String(kind), wanted: /** @type {Wanted[]} */ (video), html: file("page.html") };
}

/** @param {Wanted} wanted */
const stated = ({ id, title = "", description = "", hashtags = [], name = "", handle = "", bio = "", note = "" }) => ({ id, title, description, hashtags, name, handle, bio, note });

/** What was read of a video. Identifiers that are made of its words are only known by their beginning. @param {Seen} seen @param {Wanted | undefined} wanted */
function read({ video }, wanted) {
  const { id, title, description, hashtags, creator, platform_note } = video;
  const start = wanted?.id.endsWith("*") ? wanted.id.slice(0, -1) : "";
  return { id: start && id.startsWith(start) ? wanted?.id : id, title, description, hashtags, name: creator.name, handle: creator.handle, bio: creator.bio, note: platform_note };
}

inEachBrowser("pages of every kind", (it) => {
  for (const name of names) {
    it(`are read as they are natively: ${name}`, async (browser) => {
      const { url, kind, wanted, html } = fixture(name);
      browser.serve(url, { body: html });
      const report = await browser.report(await browser.open(url), ({ settled, videos }) => settled && videos.length >= wanted.length);
      const byId = (/** @type {{ id?: string }} */ one, /** @type {{ id?: string }} */ other) => String(one.id).localeCompare(String(other.id));
      const seen = report.videos.map((/** @type {Seen} */ it, /** @type {number} */ at) => read(it, wanted[at]));
      assert.equal(report.page_kind, kind);
      assert.deepEqual(seen.sort(byId), wanted.map(stated).sort(byId));
    });
  }
});
