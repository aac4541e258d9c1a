/** Transcripts of any length: ordinary speech, and what the invented videos of the corpus say, every sentence new. */

import { readFileSync } from "node:fs";
import { parse } from "smol-toml";

const CORPUS = "tests/corpus/en/corpus.jsonl";
/** How many sentences of ordinary speech there are for each one of the corpus. */
const ORDINARY = 4;

/** Ordinary speech between what the videos say. */
const SPEECH = [
  "so the other day I was walking home and it started to rain.",
  "you know when you open the fridge and forget why you are there.",
  "my sister called me about the weekend and we talked for an hour.",
  "I have been a bit stressed about work, to be honest with you.",
  "let me show you what I did with the light in the kitchen.",
  "the first thing I do in the morning is drink a glass of water.",
  "people in the comments asked about the camera, so here it is.",
  "sleep matters, food matters, friends matter, nothing new there.",
  "we drove for six hours and stopped for coffee three times.",
  "if you feel low for weeks, please talk to somebody you trust.",
];

/** What every text is made of. */
export function sources() {
  const lines = readFileSync(CORPUS, "utf8").split("\n").filter(Boolean);
  const said = lines.map((line) => JSON.parse(line)).flatMap(({ title, transcript }) => [title, transcript]).filter(Boolean);
  const common = /** @type {{ words: string }} */ (/** @type {unknown} */ (parse(readFileSync("crate/rules/en/common.toml", "utf8"))));
  return { said: said.map((words) => `${words}.`), words: common.words.split(/\s+/).filter(Boolean) };
}

/** Numbers that look like chance and are the same in every run. @param {number} seed */
export function chance(seed) {
  let state = seed * 2654435761;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * A transcript. Two everyday words before each sentence make it one that nobody has read before.
 * @param {number} length in characters @param {number} seed @param {ReturnType<typeof sources>} from
 */
export function transcript(length, seed, from) {
  const next = chance(seed);
  const parts = [];
  for (let written = 0; written < length; ) {
    const sentences = next(ORDINARY + 1) === 0 ? from.said : SPEECH;
    const part = `${from.words[next(from.words.length)]} ${from.words[next(from.words.length)]} ${sentences[next(sentences.length)]}\n`;
    parts.push(part);
    written += part.length;
  }
  return parts.join("").slice(0, length);
}
