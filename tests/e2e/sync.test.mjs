// Carrying the choices between devices: through the browser's own store for that, in items that it takes, the newest
// choice first. Another device is whatever else writes to that store.

import assert from "node:assert/strict";
import { inEachBrowser, until } from "./browser.mjs";
import { options, press } from "./own-pages.mjs";

/** @typedef {import("./browser.mjs").Session} Session */

/** @param {Session} browser @returns {Promise<any>} */
const carried = (browser) => browser.inExtension(() => chrome.storage.sync.get());
/** @param {Session} browser @returns {Promise<any>} */
const stored = (browser) => browser.inExtension(() => chrome.storage.local.get());

/** Writes what another device would, that has chosen this a minute later. @param {Session} browser @param {object} choices */
async function onAnotherDevice(browser, choices) {
  await browser.inExtension(async (choices) => {
    const stamp = Date.now() + 60_000;
    const { mutes = [], ...stored } = /** @type {any} */ (choices);
    const step = await chrome.runtime.sendMessage({ ask: "sync", held: { stored, mutes }, stamp, carried: {} });
    await chrome.storage.sync.set(step.write);
  }, choices);
}

const many = Array.from({ length: 400 }, (_, nth) => ({ kind: "creator", site: "youtube", id: `creator-${nth}`, name: `Käse & “Brot” ${nth}` }));

inEachBrowser("the carried store", (it) => {
  it("holds nothing until it is asked to", async (browser) => {
    const page = await options(browser, { reminder_after: 7 });
    await until(() => page.$eval("#sync-state", (it) => it.textContent), (it) => it === "Nothing is carried.");
    assert.deepEqual(await carried(browser), {});
  });

  it("takes every choice, in items below eight kilobytes", async (browser) => {
    await browser.store({ reminder_after: 7, mutes: many, sync: true });
    const held = await until(() => carried(browser), (it) => it.head?.parts > 1);
    assert.equal(held.settings.reminder_after, 7);
    assert.equal("sync" in held.settings, false);
    const sizes = Object.entries(held).map(([key, item]) => key.length + Buffer.byteLength(JSON.stringify(item)));
    assert.ok(Math.max(...sizes) < 8192, String(sizes));
    await browser.store({ mutes: [] });
    await until(() => carried(browser), (it) => it.head.parts === 0 && !("mutes_0" in it));
  });

  it("gives way to a newer choice, and not to an older one", async (browser) => {
    await browser.store({ reminder_after: 7, sync: true });
    await until(() => carried(browser), (it) => it.settings?.reminder_after === 7);
    await onAnotherDevice(browser, { reminder_after: 9, mutes: many.slice(0, 1) });
    await until(() => stored(browser), (it) => it.reminder_after === 9 && it.mutes?.length === 1 && it.sync === true);
    const old = await carried(browser);
    await browser.inExtension((head) => chrome.storage.sync.set({ head: { ...head, stamp: 1 }, settings: { reminder_after: 2 } }), old.head);
    await until(() => carried(browser), (it) => it.settings.reminder_after === 9 && it.head.stamp > 1);
    assert.equal((await stored(browser)).reminder_after, 9);
  });

  it("is taken over by whoever joins, tells how it went, and is erased", async (browser) => {
    await onAnotherDevice(browser, { reminder_after: 9 });
    const page = await options(browser, { reminder_after: 2 });
    await press(page, '[data-setting="sync"] input');
    await until(() => stored(browser), (it) => it.reminder_after === 9);
    await until(() => page.$eval("#sync-state", (it) => it.textContent), (it) => it?.startsWith("In step since"));
    await press(page, "#sync-erase");
    await until(() => carried(browser), (it) => Object.keys(it).length === 0);
    await until(() => stored(browser), (it) => !("synced" in it)); // whoever joins again begins anew
    assert.equal((await stored(browser)).reminder_after, 9);
  });
});
