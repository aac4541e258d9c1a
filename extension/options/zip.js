// @ts-check
/** Reading a zip archive: its directory, and its text files. The browser unpacks; what is odd is refused. */
import { text } from "../parts/i18n.js";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const STORED = 0;
const DEFLATED = 8;

/**
 * The TOML files of an archive by their paths.
 * @param {ArrayBuffer} bytes @param {number} most how many bytes they may come to
 * @returns {Promise<Record<string, string>>}
 */
export async function unzip(bytes, most) {
  const view = new DataView(bytes);
  /** @type {Record<string, string>} */
  const files = {};
  let all = 0;
  for (const entry of entries(view)) {
    if (!/\.toml$/i.test(entry.path) || /(^|\/)(__MACOSX\/|\.)/.test(entry.path)) continue;
    const content = await unpack(view, entry, most - all);
    all += content.length;
    files[entry.path] = content;
  }
  return files;
}

/** @typedef {{ path: string, method: number, packed: number, at: number }} Entry */

/** @param {DataView} view @returns {Entry[]} */
function entries(view) {
  let end = view.byteLength - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error(text("packs_bad_zip"));
  const found = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new Error(text("packs_bad_zip"));
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const path = new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, name));
    found.push({ path, method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), at: view.getUint32(at + 42, true) });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return found;
}

/** @param {DataView} view @param {Entry} entry @param {number} most */
async function unpack(view, { method, packed, at }, most) {
  if (![STORED, DEFLATED].includes(method) || at + 30 > view.byteLength) throw new Error(text("packs_bad_zip"));
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const raw = new Blob([/** @type {ArrayBuffer} */ (view.buffer).slice(from, from + packed)]).stream();
  const stream = method === STORED ? raw : raw.pipeThrough(new DecompressionStream("deflate-raw"));
  let content = "";
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    content += piece.value;
    if (content.length > most) throw new Error(text("packs_too_big"));
  }
  return content;
}
