/** Harper, a checker of grammar and style that runs as Wasm too: the nearest thing that people use on such texts. */

import { LocalLinter } from "harper.js";
import { slimBinary } from "harper.js/slimBinary";

/** @returns {Promise<(words: string) => Promise<unknown>>} ready to work */
export async function harper() {
  const linter = new LocalLinter({ binary: slimBinary });
  await linter.setup();
  return (words) => linter.lint(words);
}
