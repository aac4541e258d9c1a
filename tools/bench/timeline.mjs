/** What Chrome's timeline tells: who has the page laid out, and how long its tasks are. */

/** @typedef {{ name: string, pid: number, tid: number, tdur?: number, args?: any }} TraceEvent times in microseconds */

const TOLD = ["devtools.timeline", "disabled-by-default-devtools.timeline", "disabled-by-default-devtools.timeline.stack"];

/**
 * What the timeline tells while something is done.
 * @param {import("puppeteer-core").Page} page @param {() => Promise<unknown>} work @returns {Promise<TraceEvent[]>}
 */
export async function traced(page, work) {
  await page.tracing.start({ categories: TOLD });
  await work();
  const trace = await page.tracing.stop();
  return JSON.parse(new TextDecoder().decode(trace)).traceEvents;
}

/**
 * How many layouts, and how many workings-out of style, were forced by scripts under an address.
 * @param {TraceEvent[]} events @param {string} root
 */
export function forced(events, root) {
  const ofOurs = (/** @type {string} */ name) => events.filter((it) => it.name === name && stack(it).some(({ url = "" }) => url.startsWith(root))).length;
  return { layouts: ofOurs("Layout"), styles: ofOurs("UpdateLayoutTree") };
}

/** The calls that led to an event; none where no script did. @param {TraceEvent} event @returns {{ url?: string }[]} */
const stack = ({ args }) => args?.beginData?.stackTrace ?? args?.data?.stackTrace ?? [];

/** The longest task of the thread that lays the page out, in milliseconds of processor. @param {TraceEvent[]} events */
export function longestTask(events) {
  const layout = events.find(({ name }) => name === "Layout");
  const tasks = events.filter(({ name, pid, tid }) => name === "RunTask" && pid === layout?.pid && tid === layout?.tid);
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
