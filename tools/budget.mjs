// Holds files and functions to a length that one can take in at a look. Data and catalogues are not code.
//
//   node tools/budget.mjs

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import ts from "typescript";

const FILE_LINES = 300;
const FUNCTION_LINES = 50;
const CODE = /\.(rs|m?js|css|html|sh)$/;
/** The demo's videos: one entry after the other, like the rules. */
const CATALOGUE = /^tests\/demo\/\w+\/videos\.mjs$/;

/** @typedef {{ name: string, lines: number }} Measured */

/** @param {string} path @param {string} text @returns {Measured[]} */
function functionsOf(path, text) {
  if (path.endsWith(".rs")) return rustFunctions(text);
  return /\.m?js$/.test(path) ? scriptFunctions(path, text) : [];
}

/** rustfmt closes a function at the indentation at which it opens. @param {string} text @returns {Measured[]} */
function rustFunctions(text) {
  const lines = text.split("\n");
  return lines.flatMap((line, start) => {
    const [, indent, name] = /^( *)(?:[a-z(): ]+ )?fn (\w+)/.exec(line) ?? [];
    const opening = lines.slice(start).find((it) => /[{};]$/.test(it));
    if (name === undefined || !opening?.endsWith("{")) return [];
    const end = lines.findIndex((it, index) => index >= start && (it === `${indent}}` || it === `${indent};`));
    return end < 0 ? [] : [{ name, lines: end - start + 1 }];
  });
}

/** @param {string} path @param {string} text @returns {Measured[]} */
function scriptFunctions(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const line = (/** @type {number} */ position) => source.getLineAndCharacterOfPosition(position).line;
  /** @param {ts.Node} node @returns {Measured[]} */
  const visit = (node) => {
    const name = nameOf(node);
    const own = name ? [{ name, lines: line(node.end) - line(node.getStart()) + 1 }] : [];
    return [...own, ...node.getChildren(source).flatMap(visit)];
  };
  return visit(source);
}

/** The name of a function that has one, its own or its variable's. @param {ts.Node} node */
function nameOf(node) {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return node.name?.getText();
  const held = ts.isVariableDeclaration(node) && node.initializer;
  return held && (ts.isArrowFunction(held) || ts.isFunctionExpression(held)) ? node.name.getText() : undefined;
}

/** @param {number[]} numbers */
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const paths = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" }).split("\n");
const files = paths.filter((path) => CODE.test(path) && !CATALOGUE.test(path)).map((path) => ({ path, text: readFileSync(path, "utf8") }));
const lengths = files.map(({ path, text }) => ({ name: path, lines: text.split("\n").length - 1 }));
const functions = files.flatMap(({ path, text }) =>
  functionsOf(path, text).map(({ name, lines }) => ({ name: `${path}: ${name}`, lines })),
);

const tooLong = [
  ...lengths.filter(({ lines }) => lines > FILE_LINES).map((it) => ({ ...it, allowed: FILE_LINES })),
  ...functions.filter(({ lines }) => lines > FUNCTION_LINES).map((it) => ({ ...it, allowed: FUNCTION_LINES })),
];
for (const { name, lines, allowed } of tooLong) console.error(`${name}: ${lines} lines, ${allowed} are allowed`);

const figures = (/** @type {Measured[]} */ of) => `${of.length}, median ${median(of.map(({ lines }) => lines))} lines`;
console.log(`files: ${figures(lengths)}; functions: ${figures(functions)}`);
process.exitCode = tooLong.length === 0 ? 0 : 1;
