// The browser is closed and started again, and brings back its tabs: they are read and marked as before. In Chromium alone:
// what Firefox lets be installed from outside is gone when it closes.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { DIST, Session, until } from "./browser.mjs";
import { badged, CARDS, HOME, home } from "./fixture.mjs";
import { openNetwork } from "./network.mjs";
import { addressIn, start } from "./start.mjs";

/** What is put into a running browser is gone when it closes: this is there when it starts. */
const INSTALLED = ["--disable-features=DisableLoadExtensionCommandLineSwitch", `--load-extension=${DIST}`];

const wanted = process.env.BROWSERS?.split(",").includes("chrome") ?? true;

test("tabs that a restarted browser brings back are read again", { skip: !wanted }, async (context) => {
  const profile = mkdtempSync(join(tmpdir(), "second-look-profile-"));
  const network = await openNetwork();
  context.after(() => (network.close(), rmSync(profile, { recursive: true, force: true })));
  network.served.set(HOME, { body: home(), headers: { "content-type": "text/html" } });
  const { args = [] } = network.options("chrome");
  const open = (/** @type {string[]} */ more) => start("chrome", { headless: true, userDataDir: profile, args: [...args, ...more] });

  const browser = await open([]);
  const id = await browser.installExtension(DIST);
  const session = new Session("chrome", browser, DIST, addressIn("chrome", id));
  await session.enter();
  await session.store({ badge_quiet: false });
  const page = await session.live();
  await page.goto(HOME);
  await until(() => badged(page), (found) => String(found) === CARDS[0]?.id);
  await browser.close();

  const again = await open(["--restore-last-session", ...INSTALLED]);
  context.after(() => again.close());
  const later = new Session("chrome", again, DIST, addressIn("chrome", id));
  await later.enter();
  const restored = await until(async () => (await again.pages()).find((it) => it.url() === HOME), Boolean);
  assert.ok(restored);
  await restored.bringToFront();
  await until(() => badged(restored), (found) => String(found) === CARDS[0]?.id);
  assert.equal(await later.inExtension(async () => (await chrome.storage.local.get("badge_quiet")).badge_quiet), false);
  const report = await later.report(restored, ({ settled }) => settled);
  assert.deepEqual([report.videos.length, report.errors], [CARDS.length, []]);
});
