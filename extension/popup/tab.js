// @ts-check
/** The tab in front: what its content script has read, and how to get to a video in it. */
import { browser } from "../browser.js";

/**
 * @typedef {import("../wire").Report} Report
 * @typedef {import("../wire").PageRequest} PageRequest
 */

/** Between two looks at a page that is still being read, in milliseconds; and how many looks are worth it. */
const PAUSE = 150;
const LOOKS = 40;

/** The tab in front. @returns {Promise<{ id: number, url?: string } | undefined>} */
export async function frontTab() {
  const [front] = await browser.tabs.query({ active: true, currentWindow: true });
  return front;
}

/**
 * Puts a question to the tab in front. `null` where nobody listens: a page that is not read.
 * @param {PageRequest} request
 */
async function askPage(request) {
  try {
    return (await browser.tabs.sendMessage((await frontTab())?.id, request)) ?? null;
  } catch {
    return null;
  }
}

/**
 * Reports until the page has been read, each time something has changed.
 * @param {(report: Report | null) => void} tell
 */
export async function followPage(tell) {
  let told = "";
  for (let look = 0; look < LOOKS; look += 1) {
    const report = /** @type {Report | null} */ (await askPage({ ask: "report" }));
    const news = JSON.stringify(report);
    if (news !== told) tell(report);
    told = news;
    if (!report || report.settled) return;
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}

/** Takes everything down in this page, or puts it up again. @param {boolean} paused */
export const pausePage = (paused) => askPage({ ask: "pause", paused });

/** Brings a video into view, and steps aside. @param {string} id */
export async function showVideo(id) {
  await askPage({ ask: "show", id });
  window.close();
}
