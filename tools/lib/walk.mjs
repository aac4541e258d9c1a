/** A walk through the demo feed without anybody watching: what was read and noted, as a table and as pictures. */

import { mkdir } from "node:fs/promises";

import { serve } from "../../tests/demo/serve.mjs";
import { launch } from "../../tests/e2e/browser.mjs";
import { cut, table } from "./table.mjs";
import { remarks } from "./told.mjs";

/** @typedef {import("../../tests/e2e/browser.mjs").Session} Session */
/** @typedef {import("puppeteer-core").Page} Page */

const SHOTS = "shots";
const VIEW = { width: 1280, height: 900 };

/** Where the walk leads: the picture's name, and the address. @type {[string, string][]} */
const STATIONS = [
  ["tiktok-foryou", "https://www.tiktok.com/foryou"],
  ["tiktok-video", "https://www.tiktok.com/@dramaraosei/video/7600000000000000103"],
  ["tiktok-profile", "https://www.tiktok.com/@calmwithcora"],
  ["youtube-home", "https://www.youtube.com/"],
  ["youtube-watch", "https://www.youtube.com/watch?v=demo-breath"],
  ["youtube-search", "https://www.youtube.com/results?search_query=depression"],
  ["youtube-channel", "https://www.youtube.com/@goldenrootwellness"],
  ["youtube-shorts", "https://www.youtube.com/shorts/demo-s-stop"],
];

/** @param {Session} browser @param {string} url */
async function arrive(browser, url) {
  const page = await browser.blank();
  await page.setViewport(VIEW);
  await page.goto(url, { waitUntil: "load" });
  return { page, report: await browser.report(page, (it) => it.settled) };
}

/** @param {import("./told.mjs").Seen} seen */
const row = (seen) => [
  cut(seen.video.creator.name || seen.video.creator.handle || "–", 22),
  cut(seen.video.title || seen.video.description, 44),
  seen.assessment?.state ?? "on its way",
  seen.badge?.visible ? "badge" : "–",
  cut(remarks(seen).join(" · "), 76),
];

/** @param {string} name @param {import("./told.mjs").Report} report */
function print(name, report) {
  const about = `${name}: ${report.site} ${report.page_kind}, ${report.videos.length} videos`;
  const lines = table(["creator", "title or description", "state", "badge", "words"], report.videos.map(row));
  process.stdout.write(`\n${about}\n${lines}\n${report.errors.map((error) => `! ${error}\n`).join("")}`);
}

/** @param {Session} browser @param {[string, string]} station */
async function visit(browser, [name, url]) {
  const { page, report } = await arrive(browser, url);
  print(name, report);
  await page.screenshot({ path: `${SHOTS}/${browser.kind}-${name}.png` });
  await page.close();
  return report;
}

/** @param {import("./told.mjs").Report[]} reports */
function summary(reports) {
  const videos = reports.flatMap((report) => report.videos);
  const count = (/** @type {(seen: import("./told.mjs").Seen) => unknown} */ test) => videos.filter(test).length;
  return `\n${videos.length} videos read on ${reports.length} pages: ${count((seen) => seen.badge?.visible)} with a badge, \
${count((seen) => seen.assessment?.state === "nothing_matched")} on the topic without a note, \
${count((seen) => seen.assessment?.state === "off_topic")} about something else, \
${count((seen) => seen.assessment?.state === "not_read")} not read.\nPictures are in ${SHOTS}/.\n`;
}

/**
 * Walks through the demo. The process ends with a fault when nothing was read.
 * @param {import("../../tests/e2e/browser.mjs").Kind} kind
 */
export async function walk(kind) {
  await mkdir(SHOTS, { recursive: true });
  const browser = await launch(kind);
  browser.otherwise = serve;
  const reports = [];
  for (const station of STATIONS) reports.push(await visit(browser, station));
  await browser.close();
  process.stdout.write(summary(reports));
  if (!reports.some((report) => report.videos.length)) process.exitCode = 1;
}
