/**
 * Phrase patterns as JavaScript expressions, for one purpose: to measure the engine against what one would write
 * without it. Where the two read a text differently (accents, hashtags, disguised letters), the expressions are the
 * simpler and quicker ones.
 */

const EDGE = "(?![a-z0-9])";
const WHOLE = "(?![a-z0-9'’])";
const APART = "[^a-z0-9.!?\\n]*";
/** @type {Record<string, string>} */
const SHAPES = {
  number: "(?:\\d[\\d.,]*k?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|hundred|thousand)",
  percent: "\\d[\\d.,]*%",
  price: "(?:[$€£]\\d[\\d.,]*|\\d[\\d.,]*[$€£])",
  link: "(?:https?://\\S+|[a-z0-9.-]+\\.(?:com|org|net|io|co)\\S*)",
  handle: "@[a-z0-9._]+",
};
/** @type {Record<string, string>} */
const PLACES = {
  start: "(?<=^|[.!?\\n]\\s*)",
  end: "(?=\\s*(?:[.!?\\n]|$))",
  next: "[.!?\\n]+[^a-z0-9.!?\\n]*",
  asked: "(?=\\s*\\?)",
  pause: "(?<=[,:;()–—-]\\s*)",
};

const quoted = (/** @type {string} */ text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const word = (/** @type {string} */ text) => `${quoted(text.toLowerCase()).replace(/['’]/g, "['’]?")}${EDGE}${APART}`;
/** Whole words: to match one piece by piece would cost the expressions far more than their matches. @param {string} most */
const gap = (most) => `(?:[a-z0-9'’]+${WHOLE}${APART}){0,${most}}?`;

/** One element of a pattern as an expression, by its first character. @param {string} part @param {Map<string, string>} lists */
function expression(part, lists) {
  if (part === "(" || part === "[") return "(?:";
  if (part === "|") return "|";
  if (part === ")") return ")";
  if (part === "]") return ")?";
  if (part.startsWith("..")) return gap(part.slice(2));
  if (part.startsWith("{")) return list(part.slice(1, -1), lists);
  if (part.startsWith("<")) return shape(part.slice(1, -1));
  if (part.endsWith("*")) return `${quoted(part.slice(0, -1).toLowerCase())}[a-z0-9'’]*${WHOLE}${APART}`;
  return word(part);
}

/** @param {string} name @param {Map<string, string>} lists */
function list(name, lists) {
  const found = lists.get(name);
  if (found === undefined) throw new Error(`no list is called {${name}}`);
  return found;
}

/** @param {string} name */
function shape(name) {
  const found = PLACES[name] ?? (SHAPES[name] && `${SHAPES[name]}${APART}`);
  if (!found) throw new Error(`<${name}> is neither a shape nor a place`);
  return found;
}

/** @param {string} pattern @param {Map<string, string>} lists */
const source = (pattern, lists) =>
  (pattern.match(/[()[\]|]|\{[^}]+\}|<[^>]+>|[^\s()[\]|{}<>]+/g) ?? []).map((part) => expression(part, lists)).join("");

/**
 * The named lists of a language as expressions; lists may use lists that stand anywhere.
 * @param {Record<string, string[]>} named
 */
export function listExpressions(named) {
  const lists = new Map();
  const resolve = (/** @type {string} */ name) => {
    const entries = named[name];
    if (lists.has(name) || !entries) return;
    const inner = entries.flatMap((entry) => [...entry.matchAll(/\{([^}]+)\}/g)].map(([, other = ""]) => other));
    inner.forEach(resolve);
    lists.set(name, `(?:${entries.map((entry) => source(entry, lists)).join("|")})`);
  };
  Object.keys(named).forEach(resolve);
  return lists;
}

/** A pattern as an expression that finds every match. @param {string} pattern @param {Map<string, string>} lists */
export const asRegExp = (pattern, lists) => new RegExp(`(?<![a-z0-9])${source(pattern, lists)}`, "gi");
