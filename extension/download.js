// Fetching a caption file: without cookies, from where it is said to be and nowhere else, and never more of it than is
// read.

import { most_caption_bytes } from "./engine.js";

/** Longest wait for a file, in milliseconds. */
const PATIENCE = 10_000;

/** How a file is asked for: nothing that tells who asks goes along, and nothing is kept. @type {RequestInit} */
const ALONE = { credentials: "omit", referrerPolicy: "no-referrer", redirect: "error", cache: "no-store" };

/**
 * @param {string} address
 * @returns {Promise<{ status: number, bytes: Uint8Array }>} the server's status, 0 where there was no answer
 */
export async function download(address) {
  try {
    const response = await fetch(address, { ...ALONE, signal: AbortSignal.timeout(PATIENCE) });
    return { status: response.status, bytes: response.ok ? await beginning(response) : new Uint8Array() };
  } catch {
    return { status: 0, bytes: new Uint8Array() };
  }
}

/** One byte more than is read, so that a file which is too long is told from one that is not. @param {Response} response */
async function beginning(response) {
  const bytes = new Uint8Array(most_caption_bytes() + 1);
  const reader = response.body?.getReader();
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || !value) return bytes.subarray(0, length);
    const part = value.subarray(0, bytes.length - length);
    bytes.set(part, length);
    length += part.length;
    if (length === bytes.length) await reader?.cancel();
  }
}
