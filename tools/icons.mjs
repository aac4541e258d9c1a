// Draws the extension's icons from their one source, extension/icons/look.svg. Run by hand after the drawing changes;
// the results are committed, so that a build needs no browser.
//
//   node tools/icons.mjs

import { readFileSync, writeFileSync } from "node:fs";
import puppeteer from "puppeteer-core";

const SIZES = [16, 32, 48, 128];
const drawing = readFileSync("extension/icons/look.svg", "utf8");

const browser = await puppeteer.launch({
  executablePath: process.env.CHROME ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const size of SIZES) {
  const page = await browser.newPage();
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${drawing}`);
  writeFileSync(`extension/icons/look-${size}.png`, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
