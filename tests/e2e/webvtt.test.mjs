// The WebVTT parser against the browsers' own: every WebVTT file of tests/captions says in a <track> what stands beside
// it. What a rolling track repeats is kept once by us alone.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";

import { inEachBrowser } from "./browser.mjs";

const FOLDER = new URL("../captions/", import.meta.url);
const PAGE = "https://www.youtube.com/player";
const OURS_ALONE = ["rolling.vtt"];

const files = readdirSync(FOLDER).filter((name) => name.endsWith(".vtt") && !OURS_ALONE.includes(name));

/** The cues that stand beside a file. @param {string} name */
function expected(name) {
  const lines = readFileSync(new URL(`${name}.expected`, FOLDER), "utf8").split("\n");
  return lines.filter((line) => /^\d/.test(line));
}

/** Runs in the page: what the browser makes of a file. @param {string} source */
async function cues(source) {
  const video = document.createElement("video");
  const track = Object.assign(document.createElement("track"), { kind: "captions", src: source, default: true });
  const done = new Promise((resolve) => ["load", "error"].forEach((kind) => track.addEventListener(kind, resolve)));
  video.append(track);
  document.body.append(video);
  track.track.mode = "hidden";
  await done;
  const found = /** @type {VTTCue[]} */ ([...(track.track.cues ?? [])]);
  const words = (/** @type {VTTCue} */ cue) => cue.getCueAsHTML().textContent?.split(/\s+/u).filter(Boolean).join(" ");
  const told = found.map((cue) => ({ start: cue.startTime, end: Math.max(cue.startTime, cue.endTime), text: words(cue) }));
  const lines = told.filter(({ text }) => text).sort((one, other) => one.start - other.start);
  return lines.map(({ start, end, text }) => `${start.toFixed(3)} ${end.toFixed(3)} ${text}`);
}

inEachBrowser("WebVTT as the browser reads it", (it) => {
  for (const name of files) {
    it(`is what we read: ${name}`, async (browser) => {
      browser.serve(PAGE, { body: "<!doctype html><body></body>" });
      browser.serve(`${PAGE}/${name}`, { body: readFileSync(new URL(name, FOLDER)), type: "text/vtt" });
      const page = await browser.open(PAGE);
      const found = await page.evaluate(cues, `${PAGE}/${name}`);
      assert.deepEqual(found, expected(name));
    });
  }
});
