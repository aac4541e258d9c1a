/** What a viewer downloads and what a page loads. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
/** @param {string} folder */
const files = (folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`).filter((path) => statSync(path).isFile());

/** @param {Buffer[]} contents */
const sum = (contents) => kilobytes(contents.reduce((total, content) => total + content.length, 0));

/** @param {string} label @param {string[]} paths */
function row(label, paths) {
  const contents = paths.map((path) => readFileSync(path));
  return [label, sum(contents), sum(contents.map((content) => gzipSync(content)))];
}

/** @param {string} dist */
export function sizes(dist) {
  const inside = (/** @type {string[]} */ ...names) => names.map((name) => `${dist}/${name}`);
  return {
    head: ["size", "raw", "gzip"],
    rows: [
      row("each page: page module as Wasm, and its loader", inside("page.wasm", "page.js", "content.js")),
      row("a page that refuses Wasm: the same in JavaScript", inside("page-javascript.js", "content.js")),
      row("the background: engine with every rule", inside("engine.wasm", "engine.js", "background.js")),
      row("everything that is installed", files(dist)),
    ],
  };
}
