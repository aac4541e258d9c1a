// A policy of a school or clinic: what it sets counts, is shown, and can not be changed in the form.
//
// Chrome reads policies from a folder of the system, Firefox from one in the user's home. Where the first can not be
// written, that test says so and is skipped.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { accessSync, constants, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { DIST, launch, until } from "./browser.mjs";
import { HOME, home } from "./fixture.mjs";
import { options } from "./own-pages.mjs";

const POLICY = { site_youtube: false, reminder_after: 5, sensitivity: "loud" };
const CHROME_POLICIES = "/etc/chromium/policies/managed";
const GECKO_ID = "second-look@extension";
const place = mkdtempSync(join(tmpdir(), "second-look-policy-"));
after(() => rmSync(place, { recursive: true, force: true }));

/** Chrome numbers an unpacked extension by where it lies. @param {string} path */
const idOf = (path) =>
  createHash("sha256").update(path).digest("hex").slice(0, 32).replace(/./g, (digit) => "abcdefghijklmnop"[parseInt(digit, 16)] ?? "");

/** Whether a folder can be made or written. @param {string} path @returns {boolean} */
function writable(path) {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch (fault) {
    return /** @type {NodeJS.ErrnoException} */ (fault).code === "ENOENT" && writable(dirname(path));
  }
}

/** @param {import("./browser.mjs").Session} browser */
async function holds(browser) {
  browser.serve(HOME, { body: home() });
  const page = await options(browser, { reminder_after: 9, site_youtube: true });
  const row = (/** @type {string} */ key) =>
    page.$eval(`[data-setting="${key}"]`, (row) => {
      const input = /** @type {HTMLInputElement} */ (row.querySelector("input"));
      const locked = Boolean(row.querySelector(".locked")?.checkVisibility());
      return { value: input.type === "checkbox" ? input.checked : input.value, disabled: input.disabled, locked };
    });
  assert.deepEqual(await row("site_youtube"), { value: false, disabled: true, locked: true });
  assert.deepEqual(await row("reminder_after"), { value: "5", disabled: true, locked: true });
  assert.equal((await row("site_tiktok")).locked, false);
  // Chrome holds a policy to the schema, and lets nothing else through; Firefox knows no schema.
  const notice = await page.$eval("#notice", (it) => (it.checkVisibility() ? it.textContent : ""));
  assert.equal(notice?.includes("Sensitivity"), browser.kind === "firefox");
  const tab = await browser.open(HOME);
  const report = await browser.report(tab, ({ videos }) => videos);
  assert.equal(report.videos.length, 0);
  await until(() => tab.$$eval("second-look", (hosts) => hosts.length), (number) => number === 0);
  await browser.settle();
}

test("Chrome follows a policy", { skip: !writable(CHROME_POLICIES) && `${CHROME_POLICIES} can not be written` }, async () => {
  const dist = join(place, "dist");
  cpSync(DIST, dist, { recursive: true });
  const file = join(CHROME_POLICIES, "second-look-test.json");
  mkdirSync(CHROME_POLICIES, { recursive: true });
  writeFileSync(file, JSON.stringify({ "3rdparty": { extensions: { [idOf(dist)]: POLICY } } }));
  try {
    const browser = await launch("chrome", { dist });
    try {
      await until(() => browser.inExtension(() => chrome.storage.managed.get()), (it) => "site_youtube" in it);
      await holds(browser);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(file);
  }
});

test("Firefox follows a policy", async () => {
  const folder = join(place, ".mozilla/managed-storage");
  mkdirSync(folder, { recursive: true });
  const manifest = { name: GECKO_ID, description: "A policy", type: "storage", data: POLICY };
  writeFileSync(join(folder, `${GECKO_ID}.json`), JSON.stringify(manifest));
  const browser = await launch("firefox", { env: { ...process.env, HOME: place } });
  try {
    await holds(browser);
  } finally {
    await browser.close();
  }
});
