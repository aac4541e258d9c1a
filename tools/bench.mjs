// The benchmarks, as ratios measured in one run. Nothing here fails on a slow machine: it prints.
//
//   ./build.sh bench [sizes|ready|judging|lengths|rules|latency|opening|scrolling ...]

import { scrolling } from "./bench/feed.mjs";
import { lengths, rules } from "./bench/growth.mjs";
import { judging } from "./bench/judging.mjs";
import { latency } from "./bench/latency.mjs";
import { opening } from "./bench/opening.mjs";
import { ready } from "./bench/ready.mjs";
import { sizes } from "./bench/sizes.mjs";
import { table } from "./lib/table.mjs";

/** @typedef {{ head: string[], rows: string[][] }} Measured */

/** @type {Record<string, () => Measured | Promise<Measured>>} */
const BENCHMARKS = { sizes: () => sizes("dist"), ready, judging, lengths, rules, latency, opening, scrolling };

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(BENCHMARKS);
for (const name of names) {
  const benchmark = BENCHMARKS[name];
  if (!benchmark) throw new Error(`no benchmark is called '${name}'; there are ${Object.keys(BENCHMARKS).join(", ")}`);
  const { head, rows: measured } = await benchmark();
  process.stdout.write(`\n${table(head, measured)}\n`);
}
