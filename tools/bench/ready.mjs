/** How soon the engine is ready in a process that has never run it, as when the browser wakes the background. */

import { execFileSync } from "node:child_process";

import { compiled } from "./engine.mjs";
import { median, ms, timed } from "./measure.mjs";

const PROCESSES = 9;
const SELF = new URL(import.meta.url).pathname;

/** Milliseconds until the engine is ready, and until it has answered for the first time. @returns {Promise<[number, number]>} */
async function once() {
  const wake = await compiled();
  let background = /** @type {import("./engine.mjs").Background | undefined} */ (undefined);
  const ready = await timed(() => void (background = wake()), "");
  const first = await timed((title) => background?.answer({ ask: "assess", video: { id: "a", title } }, {}), "This tea cures anxiety");
  return [ready, first];
}

/** @returns {{ head: string[], rows: string[][] }} */
export function ready() {
  const all = Array.from({ length: PROCESSES }, () => execFileSync(process.execPath, [SELF, "once"], { encoding: "utf8" }));
  const times = all.map((line) => line.split(" ").map(Number));
  const of = (/** @type {number} */ column) => ms(median(times.map((row) => row[column] ?? NaN)));
  return {
    head: [`in ${PROCESSES} new processes, once the Wasm is compiled`, "median", "goal"],
    rows: [["engine ready", of(0), "5 ms"], ["then its first answer, to a title", of(1), ""]],
  };
}

if (process.argv[2] === "once") console.log((await once()).join(" "));
