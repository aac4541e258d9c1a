// Writes a zip archive whose bytes depend on nothing but its files.

import { crc32, deflateRawSync } from "node:zlib";

/** 1 January 1980, the first day that the format knows. */
const DATE = 0x0021;
const VERSION = 20;
const DEFLATED = 8;

/** @typedef {{ name: string, bytes: Buffer }} File */

/** @param {File[]} files @returns {Buffer} */
export function zip(files) {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  let offset = 0;
  const entries = sorted.map(({ name, bytes }) => {
    const packed = deflateRawSync(bytes, { level: 9 });
    const about = describe(Buffer.from(name), bytes, packed);
    const local = Buffer.concat([signed(0x04034b50), about, Buffer.from(name), packed]);
    const central = listing(about, Buffer.from(name), offset);
    offset += local.length;
    return { local, central };
  });
  const locals = Buffer.concat(entries.map(({ local }) => local));
  const centrals = Buffer.concat(entries.map(({ central }) => central));
  return Buffer.concat([locals, centrals, end(entries.length, centrals.length, locals.length)]);
}

/** What both headers of a file share. @param {Buffer} name @param {Buffer} bytes @param {Buffer} packed */
function describe(name, bytes, packed) {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(DEFLATED, 4);
  header.writeUInt16LE(DATE, 8);
  header.writeUInt32LE(crc32(bytes), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(bytes.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

/** A file's line in the table of contents. @param {Buffer} about @param {Buffer} name @param {number} offset */
function listing(about, name, offset) {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(VERSION);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signed(0x02014b50), madeBy, about, rest, name]);
}

/** @param {number} count @param {number} size @param {number} offset */
function end(count, size, offset) {
  const record = Buffer.alloc(18);
  record.writeUInt16LE(count, 4);
  record.writeUInt16LE(count, 6);
  record.writeUInt32LE(size, 8);
  record.writeUInt32LE(offset, 12);
  return Buffer.concat([signed(0x06054b50), record]);
}

/** @param {number} signature */
function signed(signature) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
