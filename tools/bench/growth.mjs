/** How the time grows: with the length of the text, and with the number of rules. */

import { execFileSync } from "node:child_process";

import { compiled, question } from "./engine.mjs";
import { ms, timed, times } from "./measure.mjs";
import { sources, transcript } from "./texts.mjs";

const LENGTHS = [1_000, 10_000, 100_000, 1_000_000];
/** Bytes read at each length, so that each is measured equally well. */
const BYTES = 4_000_000;

/** @returns {Promise<{ head: string[], rows: string[][] }>} */
export async function lengths() {
  const background = (await compiled())();
  const from = sources();
  background.answer(question(transcript(60_000, 1, from)), {});
  const perByte = /** @type {{ length: number, time: number }[]} */ ([]);
  for (const length of LENGTHS) {
    const texts = Array.from({ length: 8 }, (_, seed) => question(transcript(length, seed, from)));
    const rounds = Math.max(4, Math.round(BYTES / length));
    const all = await timed(() => times(rounds, (turn) => background.answer(texts[turn % texts.length] ?? {}, {})), 0);
    perByte.push({ length, time: all / rounds });
  }
  const first = perByte[0]?.time ?? NaN;
  const row = ({ length = 0, time = 0 }) => [
    `${length / 1000} kB`, ms(time), `${((time / length) * 1e6).toFixed(1)} ns`, (time / length / (first / 1000)).toFixed(2),
  ];
  return { head: ["length of the transcript", "mean", "per byte", "against 1 kB"], rows: perByte.map(row) };
}

/** Rules made for the purpose, by the engine as the native command has it. @returns {{ head: string[], rows: string[][] }} */
export function rules() {
  const output = execFileSync("cargo", ["bench", "-q", "--bench", "rules"], { encoding: "utf8" });
  const rows = output.trim().split("\n").map((line) => line.split("\t"));
  return { head: ["rules (generated)", "60 kB of transcript", "against the fewest", "goal"], rows };
}
