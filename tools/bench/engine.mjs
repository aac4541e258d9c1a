/** The engine of dist/ as Node runs it: the very bytes that the extension ships. */

import { readFileSync } from "node:fs";

const file = (/** @type {string} */ name) => new URL(`../../dist/${name}`, import.meta.url);

/** @typedef {{ answer(request: object, stored: object): any }} Background */

/** The engine, compiled but not ready yet, and the way to make it ready. @returns {Promise<() => Background>} */
export async function compiled() {
  const { default: init, Background } = await import(file("engine.js").href);
  await init({ module_or_path: await WebAssembly.compile(readFileSync(file("engine.wasm"))) });
  return () => new Background();
}

/** What the background is asked about a transcript. @param {string} transcript */
export const question = (transcript) => ({ ask: "assess", video: { id: "bench", transcript } });
