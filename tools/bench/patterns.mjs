/** Every pattern that the engine looks for in English, as JavaScript expressions: what one would write without it. */

import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { parse } from "smol-toml";

import { asRegExp, listExpressions } from "../lib/phrases.mjs";

const RULES = "crate/rules/en";
/** Keys that hold phrases, in rules, guards and topics. */
const KEYS = new Set(["phrases", "unless", "before", "after", "not", "anywhere", "terminators", "strong", "weak"]);

/** @param {string} path */
const toml = (path) => parse(readFileSync(`${RULES}/${path}`, "utf8"));

/** Every phrase found under a value, whatever the table is called. @param {object} value @returns {string[]} */
function phrases(value) {
  return Object.entries(value).flatMap(([key, inner]) => {
    if (Array.isArray(inner)) return KEYS.has(key) ? inner : [];
    return inner && typeof inner === "object" ? phrases(inner) : [];
  });
}

/** @returns {RegExp[]} */
function expressions() {
  const lists = listExpressions(/** @type {Record<string, string[]>} */ (toml("words.toml")));
  const files = readdirSync(RULES, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".toml") && path !== "words.toml");
  return files.flatMap((path) => phrases(toml(path))).map((pattern) => asRegExp(pattern, lists));
}

/** How many expressions a thread takes: all of them compiled are more code than one of them has room for. */
const SHARE = 600;

/** Threads with a share of the expressions each, asked one after the other. */
export function readers() {
  const patterns = expressions().length;
  const threads = Array.from({ length: Math.ceil(patterns / SHARE) }, (_, share) => new Worker(new URL(import.meta.url), { workerData: share }));
  const count = async (/** @type {string} */ words) => {
    let sum = 0;
    for (const thread of threads) {
      thread.postMessage(words);
      sum += (await once(thread, "message"))[0];
    }
    return sum;
  };
  return { patterns, count, end: () => Promise.all(threads.map((thread) => thread.terminate())) };
}

/** How often all of them are found. @param {RegExp[]} patterns @param {string} words */
const count = (patterns, words) => patterns.reduce((sum, one) => sum + (words.match(one)?.length ?? 0), 0);

if (!isMainThread) {
  const share = expressions().slice(workerData * SHARE, (workerData + 1) * SHARE);
  parentPort?.on("message", (words) => parentPort?.postMessage(count(share, words)));
}
