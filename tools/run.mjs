// A browser with the shipped extension on the demo feed of invented videos (tests/demo).
//
//   ./build.sh run [chrome|firefox]
//
// With a display it stays open: the first tabs show the demo, every other tab is the real web. Without one it walks
// through the demo, prints what was read and noted, and saves pictures under shots/.

import { launch } from "../tests/e2e/browser.mjs";
import { serve } from "../tests/demo/serve.mjs";
import { walk } from "./lib/walk.mjs";

const KINDS = /** @type {const} */ (["chrome", "firefox"]);
const STARTS = ["https://www.tiktok.com/foryou", "https://www.youtube.com/"];

const [wanted = "chrome", ...more] = process.argv.slice(2);
const kind = KINDS.find((one) => one === wanted);
if (!kind || more.length) {
  process.stderr.write("usage: ./build.sh run [chrome|firefox]\n");
  process.exit(2);
}

/** Whether somebody can look at a window. */
const display = !process.env.CI && (process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY));

/** @param {import("../tests/e2e/browser.mjs").Kind} kind */
async function invite(kind) {
  const browser = await launch(kind, { headless: false, defaultViewport: null });
  browser.otherwise = serve;
  for (const url of STARTS) await browser.open(url);
  process.stdout.write(`${kind} is open with Second Look and two tabs of invented videos.
Look around: badges open on hover, focus or Enter. Any new tab is the real web, for instance https://www.youtube.com.
Close the browser to end.\n`);
  await new Promise((done) => browser.browser.once("disconnected", done));
}

await (display ? invite(kind) : walk(kind));
