/** Every pattern that the engine looks for in English, as JavaScript expressions: what one would write without it. */

import { readdirSync, readFileSync } from "node:fs";
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
export function expressions() {
  const lists = listExpressions(/** @type {Record<string, string[]>} */ (toml("words.toml")));
  const files = readdirSync(RULES, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".toml") && path !== "words.toml");
  return files.flatMap((path) => phrases(toml(path))).map((pattern) => asRegExp(pattern, lists));
}

/** How often all of them are found. @param {RegExp[]} patterns @param {string} words */
export const count = (patterns, words) => patterns.reduce((sum, one) => sum + (words.match(one)?.length ?? 0), 0);
