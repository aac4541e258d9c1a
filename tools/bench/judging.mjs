/**
 * An hour of transcript that nobody has read before: judged by the engine's Wasm, and read by what one would use instead.
 *
 * Each reads the same few texts before it is measured, so that what is measured is its work and not the browser compiling
 * it, which is over soon in a background that answers for every video. Nobody reads any text twice.
 */

import { compiled, question } from "./engine.mjs";
import { median, ms, timed } from "./measure.mjs";
import { readers } from "./patterns.mjs";
import { sources, transcript } from "./texts.mjs";

const LENGTH = 60_000;
/** Texts that each contestant alike reads before it is measured. */
const WARM = 8;
/** Rounds of the engine, of the expressions, and of Harper, which takes seconds for one. */
const ROUNDS = { engine: 60, expressions: 3, harper: 2 };

/** Times of work on texts that are all different. @param {keyof ROUNDS} name @param {(words: string) => unknown} work */
async function onNewTexts(name, work) {
  const from = sources();
  const all = [];
  for (let seed = 0; seed < WARM + ROUNDS[name]; seed += 1) all.push(await timed(work, transcript(LENGTH, seed, from)));
  return median(all.slice(WARM));
}

/** @returns {Promise<{ head: string[], rows: string[][] }>} */
export async function judging() {
  // One after the other: what a browser compiles beside the work counts as the work's.
  const background = (await compiled())();
  const fast = await onNewTexts("engine", (words) => background.answer(question(words), {}));
  const expressions = readers();
  const slow = await onNewTexts("expressions", expressions.count);
  const matches = await expressions.count(transcript(LENGTH, 0, sources()));
  await expressions.end();
  const { harper } = await import("./harper.mjs");
  const slowest = await onNewTexts("harper", await harper());
  const ratio = (/** @type {number} */ time) => `${(time / fast).toFixed(0)} times`;
  return {
    head: [`${LENGTH / 1000} kB of transcript not seen before, ${WARM} others read`, "median", "against the engine", "goal"],
    rows: [
      ["engine in Wasm: the whole answer, with notes, guards and credentials", ms(fast), "", ""],
      [`${expressions.patterns} patterns as JavaScript expressions: some ${matches} matches, nothing else`, ms(slow), ratio(slow), "100 times"],
      ["harper.js: its own rules of grammar and style", ms(slowest), ratio(slowest), "1000 times"],
    ],
  };
}
