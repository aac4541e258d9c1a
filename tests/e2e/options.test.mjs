// The options page: what one chooses is kept at once, shown everywhere, and can be taken back.

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inEachBrowser, until } from "./browser.mjs";
import { options, press, stored, words } from "./own-pages.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** @param {Page} page @param {string} selector */
const input = async (page, selector) =>
  /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (await page.$(selector));
/** @param {Page} page @param {string} selector */
const isOn = async (page, selector) => (await input(page, selector)).evaluate(({ checked }) => checked);
/** @param {Page} page @param {string} content */
async function importFile(page, content) {
  const path = join(mkdtempSync(join(tmpdir(), "second-look-")), "settings.json");
  writeFileSync(path, content);
  await (await input(page, "#file")).uploadFile(path);
}

inEachBrowser("the options page", (it) => {
  it("keeps a choice at once, and shows it in another open page", async (browser) => {
    const [one, other] = [await options(browser), await options(browser)];
    await press(one, '[data-setting="badge_claims"] input');
    await until(() => stored(one), ({ badge_claims }) => badge_claims === false);
    await until(() => isOn(other, '[data-setting="badge_claims"] input'), (on) => !on);
  });

  it("lets a bad stored value fall back, and says so", async (browser) => {
    const page = await options(browser, { reminder_after: "many", sensitivity: "quiet" });
    assert.match(await words(page, "#notice"), /After how many videos/);
    const after = await input(page, '[data-setting="reminder_after"] input');
    assert.equal(await after.evaluate(({ value }) => value), "3");
    assert.equal(await isOn(page, '[value="quiet"]'), true);
  });

  it("resets everything, and takes the reset back", async (browser) => {
    const held = { badge_claims: false, mutes: [{ kind: "rule", site: "", id: "a-rule", name: "A rule" }] };
    const page = await options(browser, held);
    await press(page, "#reset");
    await until(() => stored(page), (it) => Object.keys(it).length === 0);
    await press(page, ".toast .button");
    await until(() => stored(page), (it) => it.badge_claims === false && it.mutes?.length === 1);
  });

  it("lists what is muted, and takes it from the list with a way back", async (browser) => {
    const mute = { kind: "creator", site: "youtube", id: "twochairs", name: "<b>Two Chairs</b>" };
    const page = await options(browser, { mutes: [mute] });
    assert.match(await words(page, "#mutes"), /<b>Two Chairs<\/b>/);
    await press(page, "#mutes button");
    await until(() => stored(page), (it) => it.mutes?.length === 0);
    await until(() => words(page, "#mutes"), (it) => it.includes("Nothing is muted"));
    await press(page, ".toast .button");
    await until(() => stored(page), (it) => it.mutes?.[0]?.id === "twochairs");
  });

  it("takes over the good part of a file and names the rest", async (browser) => {
    const page = await options(browser, { badge_claims: false });
    const mutes = [{ kind: "rule", id: "a-rule" }, { kind: "planet", id: "mars" }, "<img src=x onerror=alert(1)>"];
    const file = { second_look: 1, reminder_after: 7, sensitivity: { deep: [] }, "<script>": 1, mutes };
    await importFile(page, JSON.stringify(file));
    await until(() => stored(page), (it) => it.reminder_after === 7 && it.mutes?.length === 1 && !("badge_claims" in it));
    const said = await words(page, "#import-result");
    for (const part of ["Sensitivity", "<script>", "2 muted entries"]) assert.ok(said.includes(part), said);
    await press(page, ".toast .button");
    await until(() => stored(page), (it) => it.badge_claims === false && !("reminder_after" in it));
  });

  for (const [name, content, answer] of [
    ["no JSON", "settings: yes", "cannot be read as JSON"],
    ["not ours", '{"theme":"dark"}', "not a settings file"],
    ["far too big", " ".repeat(1_000_001), "too big"],
  ]) {
    it(`changes nothing for a file that is ${name}`, async (browser) => {
      const page = await options(browser, { badge_claims: false });
      await importFile(page, content);
      await until(() => words(page, "#import-result"), (it) => it.includes(answer));
      assert.deepEqual(await stored(page), { badge_claims: false });
    });
  }

  it("exports what it can import", async (browser) => {
    const held = { badge_claims: false, mutes: [{ kind: "rule", site: "", id: "a-rule", name: "A rule" }] };
    const page = await options(browser, { ...held, elsewhere: 1 });
    const file = await page.evaluate(() => {
      const made = new Promise((done) => {
        URL.createObjectURL = (blob) => (done(/** @type {Blob} */ (blob).text()), "#");
      });
      document.getElementById("export")?.click();
      return made;
    });
    assert.deepEqual(JSON.parse(file), { second_look: 1, ...held });
  });

  it("finds a setting by its words", async (browser) => {
    const page = await options(browser);
    await page.type("#search", "youtube");
    const shown = () =>
      page.$$eval("main .row", (rows) =>
        rows.filter((row) => row.checkVisibility()).map((row) => row.getAttribute("data-setting")),
      );
    await until(shown, (rows) => rows.includes("site_youtube") && !rows.includes("site_tiktok"));
    await page.type("#search", "xyzzy");
    await until(() => words(page, "#nothing-found"), (it) => it.includes("youtubexyzzy"));
  });

  it("follows every change in the preview", async (browser) => {
    const page = await options(browser);
    const badge = () => words(page, "#preview-badge");
    for (const [sensitivity, notes] of [["thorough", "3 notes"], ["balanced", "2 notes"], ["quiet", "1 note"]]) {
      await press(page, `[value="${sensitivity}"]`);
      await until(badge, (it) => it === notes);
    }
    await press(page, '[data-setting="badge_claims"] input');
    await until(badge, (it) => it.includes("stated"));
    await press(page, '[data-setting="badge_credential"] input');
    await until(badge, (it) => it === "States limits");
    await press(page, '[data-setting="badge_practices"] input');
    await until(() => words(page, "#preview-card"), (it) => it.includes("nothing shows"));
  });

  it("says how often each sensitivity is right, as measured", async (browser) => {
    const page = await options(browser);
    const figures = () => page.$$eval(".figures b", (shares) => shares.map((share) => share.textContent ?? ""));
    const shown = await until(figures, (shares) => shares.length === 3);
    const entries = await page.evaluate(() => chrome.runtime.sendMessage({ ask: "sensitivities" }));
    const english = entries.filter((/** @type {any} */ entry) => entry.language === "en");
    assert.deepEqual(shown, english.map((/** @type {any} */ entry) => `${Math.round(100 * entry.precision.value)}%`));
    for (const { language, precision } of entries.filter((/** @type {any} */ entry) => entry.language !== "en")) {
      const name = new Intl.DisplayNames("en", { type: "language" }).of(language);
      const line = `${name}: ${Math.round(100 * precision.value)}%`;
      assert.ok((await words(page, ".levels")).includes(line), line);
    }
  });

  it("turns a rule off and lists it as muted", async (browser) => {
    const page = await options(browser);
    await press(page, '.rule [role="switch"]');
    await until(() => stored(page), (it) => it.mutes?.[0]?.kind === "rule");
    await until(() => words(page, "#mutes"), (it) => it.includes("Unmute"));
  });
});
