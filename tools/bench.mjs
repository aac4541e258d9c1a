// The benchmarks, as ratios measured in one run. Nothing here fails on a slow machine: it prints.
//
//   ./build.sh bench

import { judging } from "./bench/judging.mjs";
import { latency } from "./bench/latency.mjs";
import { opening } from "./bench/opening.mjs";
import { sizes } from "./bench/sizes.mjs";
import { table } from "./lib/table.mjs";

/** @param {{ head: string[], rows: string[][] }} measured */
const print = ({ head, rows }) => process.stdout.write(`\n${table(head, rows)}\n`);

print(sizes("dist"));
print(await judging());
print(await latency());
print(await opening());
