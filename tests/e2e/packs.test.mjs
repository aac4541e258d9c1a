// Rules of one's own: files are looked through on the device, mistakes named by file and line, and what is added counts
// like any other rule.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zip } from "../../tools/zip.mjs";
import { inEachBrowser, until } from "./browser.mjs";
import { options, press, stored, words } from "./own-pages.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const SAMPLE = readFileSync(new URL("../../extension/options/sample-rule.toml", import.meta.url), "utf8");
const TEXT = "A cold shower fixed my depression.";

/** Writes files into a folder of their own. @param {Record<string, string | Uint8Array>} files */
function written(files) {
  const folder = mkdtempSync(join(tmpdir(), "second-look-"));
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, content);
    return path;
  });
}

/** @param {Page} page @param {string} field @param {Record<string, string | Uint8Array>} files */
async function choose(page, field, files) {
  const input = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (await page.$(field));
  await input.uploadFile(...written(files));
}

/** The words that the engine marks in the text. @param {Page} page @returns {Promise<string[]>} */
const marked = (page) =>
  page.evaluate(async (description) => {
    const { assessment } = await chrome.runtime.sendMessage({ ask: "assess", video: { id: "a", description } });
    return assessment.notes.map((/** @type {{ quote: string }} */ { quote }) => quote);
  }, TEXT);

/** A pack as it is stored. */
const PACK = { name: "shower", on: true, files: { "shower.toml": SAMPLE } };

inEachBrowser("rules of one's own", (it) => {
  it("are added from a file, count at once, and are taken away with a way back", async (browser) => {
    const page = await options(browser);
    const before = await marked(page);
    await choose(page, "#pack-files", { "shower.toml": SAMPLE });
    await until(() => stored(page), (it) => it.packs?.[0]?.files["shower.toml"] === SAMPLE);
    await until(() => words(page, "#pack-list"), (it) => it.includes("1 rule · all 2 examples hold"));
    await until(() => marked(page), (marks) => marks.includes("cold shower fixed my depression"));
    await until(() => words(page, "#catalogue"), (it) => it.includes("Says a cold shower is the answer"));
    await press(page, '[data-pack] [role="switch"]');
    await until(() => marked(page), (marks) => String(marks) === String(before));
    await press(page, "[data-pack] button");
    await until(() => words(page, "#pack-list"), (it) => it.includes("You have not added any rules"));
    await press(page, ".toast .button");
    await until(() => stored(page), (it) => it.packs?.length === 1);
  });

  it("are added from a zip archive, with words of their own", async (browser) => {
    const page = await options(browser);
    const rule = SAMPLE.replace("cold (shower|showers|plunge|water)", "{baths}").replace(/^category.*$/m, "");
    const entries = [
      { name: "class/en/words.toml", bytes: Buffer.from('baths = ["cold shower"]') },
      { name: "class/en/oversimplification/bath.toml", bytes: Buffer.from(rule) },
    ];
    await choose(page, "#pack-files", { "class.zip": zip(entries) });
    await until(() => stored(page), (it) => it.packs?.[0]?.name === "class");
    await until(() => marked(page), (marks) => marks.includes("cold shower fixed my depression"));
  });

  it("are refused where there is a mistake, by file and line", async (browser) => {
    const page = await options(browser);
    const files = {
      "weight.toml": SAMPLE.replace("weight   = 2 ", "weight   = 7 ").replace("Says a", "Claims a"),
      "broken.toml": 'title = "one"\ntitle = "two"\n',
    };
    await choose(page, "#pack-files", files);
    const result = () => words(page, "#pack-result");
    const line = SAMPLE.split("\n").findIndex((it) => it.startsWith("weight")) + 1;
    await until(result, (it) => it.includes(`weight.toml:${line} weight is 0, 1, 2 or 3`) && it.includes("broken.toml:2 "));
    assert.deepEqual((await stored(page)).packs ?? [], []);
    const off = { "off.toml": SAMPLE.replace("[[cold shower fixed my depression]]", "cold [[shower]] fixed my depression") };
    await choose(page, "#pack-files", off);
    await until(result, (it) => it.includes("off.toml:") && it.includes("This example is not marked as it says"));
  });

  for (const [name, files, answer] of /** @type {[string, Record<string, string>, string][]} */ ([
    ["no rules", { "notes.zip": "not a zip" }, "cannot be read"],
    ["far too much", { "big.toml": " ".repeat(400_001) }, "too big"],
  ])) {
    it(`change nothing with ${name}`, async (browser) => {
      const page = await options(browser, { packs: [PACK] });
      await choose(page, "#pack-files", files);
      await until(() => words(page, "#pack-result"), (it) => it.includes(answer));
      assert.deepEqual((await stored(page)).packs, [PACK]);
    });
  }

  it("come back from a backup, the sound ones", async (browser) => {
    const page = await options(browser);
    const broken = { name: "broken", on: true, files: { "broken.toml": "title = 1" } };
    await choose(page, "#file", { "settings.json": JSON.stringify({ second_look: 1, packs: [PACK, broken, 7] }) });
    await until(() => stored(page), (it) => it.packs?.length === 1 && it.packs[0].name === "shower");
    const said = await words(page, "#import-result");
    for (const part of ["“broken”", "1 pack of rules"]) assert.ok(said.includes(part), said);
  });
});
