/** An hour of transcript: judged by the engine's Wasm, and searched with the same patterns as JavaScript expressions. */

import { readdirSync, readFileSync } from "node:fs";
import { parse } from "smol-toml";

import { clips } from "../../tests/demo/tiktok/videos.mjs";
import { videos } from "../../tests/demo/youtube/videos.mjs";
import { asRegExp, listExpressions } from "../lib/phrases.mjs";
import { median, ms, times } from "./measure.mjs";

const RULES = "crate/rules/en";
const LENGTH = 60_000;
const ROUNDS = 15;

/** Ordinary speech between the sentences of the demo's videos. */
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

/** A transcript of the wanted length, always the same. */
export function transcript(length = LENGTH) {
  const told = [...videos, ...clips].flatMap(({ text, captions = [], ...video }) => ["title" in video ? video.title : "", text, ...captions.map(([, words]) => words)]);
  const sentences = [...SPEECH, ...SPEECH, ...SPEECH, ...told].filter(Boolean);
  let [words, place] = ["", 0];
  while (words.length < length) {
    place = (place * 31 + 17) % 1009;
    words += `${sentences[place % sentences.length]}\n`;
  }
  return words.slice(0, length);
}

/** @param {string} path */
const toml = (path) => parse(readFileSync(path, "utf8"));

/**
 * Every phrase found under a value, whatever the table is called: rules, guards and topics write them as lists.
 * @param {object} value @param {Set<string>} keys @returns {string[]}
 */
function phrases(value, keys) {
  return Object.entries(value).flatMap(([key, inner]) => {
    if (Array.isArray(inner)) return keys.has(key) ? inner : [];
    return inner && typeof inner === "object" ? phrases(inner, keys) : [];
  });
}

/** Every pattern that the engine looks for, as expressions. */
export function expressions() {
  const lists = listExpressions(/** @type {Record<string, string[]>} */ (toml(`${RULES}/words.toml`)));
  const keys = new Set(["phrases", "unless", "before", "after", "not", "terminators", "strong", "weak"]);
  const files = readdirSync(RULES, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".toml") && path !== "words.toml");
  return files.flatMap((path) => phrases(toml(`${RULES}/${path}`), keys)).map((pattern) => asRegExp(pattern, lists));
}

/** The engine of dist/, compiled but not ready yet, and the way to make it ready. */
async function engine() {
  const { default: init, Background } = await import(new URL("../../dist/engine.js", import.meta.url).href);
  await init({ module_or_path: readFileSync(new URL("../../dist/engine.wasm", import.meta.url)) });
  return () => new Background();
}

/** @param {RegExp[]} expressions @param {string} words */
const count = (expressions, words) => expressions.reduce((sum, one) => sum + (words.match(one)?.length ?? 0), 0);

/** @returns {Promise<{ head: string[], rows: string[][] }>} */
export async function judging() {
  const [wake, patterns, words] = [await engine(), expressions(), transcript()];
  const [ready = NaN] = times(1, wake);
  const request = { ask: "assess", video: { id: "bench", transcript: words } };
  const background = wake();
  const fast = median(times(ROUNDS * 4, () => background.answer(request, {})));
  const slow = median(times(ROUNDS, () => count(patterns, words)));
  return {
    head: [`${LENGTH / 1000} kB of transcript, ${patterns.length} patterns`, "median", "ratio"],
    rows: [
      ["engine in Wasm: the whole answer, with notes, guards and credentials", ms(fast), "1"],
      ["engine in Wasm: made ready, once compiled", ms(ready), (ready / fast).toFixed(1)],
      [`JavaScript expressions: the ${count(patterns, words)} matches alone`, ms(slow), (slow / fast).toFixed(0)],
    ],
  };
}
