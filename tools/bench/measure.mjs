/** Small statistics for times. */

/** @param {number[]} numbers @param {number} share of the numbers that are not greater */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** @param {number[]} numbers */
export const median = (numbers) => quantile(numbers, 0.5);

/** Milliseconds that each of several rounds took. @param {number} rounds @param {(round: number) => void} work */
export function times(rounds, work) {
  return Array.from({ length: rounds }, (_, round) => {
    const start = performance.now();
    work(round);
    return performance.now() - start;
  });
}

/** Milliseconds of processor that this process has used: what others do on the machine does not count. */
function used() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds that one piece of work took. @template T @param {(on: T) => unknown} work @param {T} on */
export async function timed(work, on) {
  const start = used();
  const done = work(on);
  if (done instanceof Promise) await done;
  return used() - start;
}

/** @param {number} number of milliseconds */
export const ms = (number) => `${number.toFixed(number < 10 ? 2 : number < 100 ? 1 : 0)} ms`;
