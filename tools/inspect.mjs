// What the shipped extension reads and notes on one saved page, in a real browser, as one JSON object on standard
// output. Everything else goes to standard error.
//
//   ./build.sh inspect PAGE.html --as URL [--browser chrome|firefox] [--header 'name: value']... [--shot OUT.png]

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { allow } from "../tests/e2e/allow.mjs";
import { launch } from "../tests/e2e/browser.mjs";
import { told } from "./lib/told.mjs";

const USAGE = `usage: ./build.sh inspect PAGE.html --as URL [--browser chrome|firefox] [--header 'name: value']... [--shot OUT.png]

  PAGE.html   a saved page, as the browser shows it (its elements, not its source)
  --as        the address it is shown under, such as https://www.youtube.com/watch?v=…
  --browser   chrome (default) or firefox
  --header    a response header of the page, such as its content-security-policy; may be given several times
  --shot      where to save a picture of the page, badges included`;

const KINDS = /** @type {const} */ (["chrome", "firefox"]);

/** Wide enough for every desktop layout, and so high that no card is far from the viewport. */
const WIDTH = 1280;
const HEIGHT = 900;
const MOST = 16_000;

/** @type {import("./lib/told.mjs").Report} */
const NOTHING = { form: "", site: "", page_kind: "", videos: [], settled: false, paused: false, errors: [], fields: [], trouble: "" };

class Misuse extends Error {}

/** @param {string[]} argv */
export function understood(argv) {
  const { values, positionals } = parsed(argv);
  const [file, ...more] = positionals;
  if (!file || more.length) throw new Misuse(file ? `one page at a time, not also ${more.join(" ")}` : "which page?");
  const browser = KINDS.find((kind) => kind === values.browser);
  if (!browser) throw new Misuse(`--browser ${values.browser}: ${KINDS.join(" or ")}`);
  return { body: contents(file), url: address(String(values.as ?? "")), browser, headers: headers([values.header ?? []].flat()), shot: values.shot?.toString() };
}

/** @param {string[]} args */
function parsed(args) {
  const text = /** @type {const} */ ({ type: "string" });
  const options = { as: text, browser: { ...text, default: "chrome" }, header: { ...text, multiple: true }, shot: text };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (fault) {
    throw new Misuse(/** @type {Error} */ (fault).message);
  }
}

/** @param {string} file */
function contents(file) {
  try {
    return readFileSync(file);
  } catch (fault) {
    throw new Misuse(`can not read ${file}: ${/** @type {Error} */ (fault).message}`);
  }
}

/** @param {string} url */
function address(url) {
  if (!url) throw new Misuse("--as is missing: the address the page was saved from");
  if (!/^https?:\/\/./.test(url) || !URL.canParse(url)) throw new Misuse(`--as ${url}: not a web address`);
  return new URL(url).href;
}

/** @param {string[]} lines */
function headers(lines) {
  const pairs = lines.map((line) => /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? line);
  const wrong = pairs.find((pair) => typeof pair === "string");
  if (wrong) throw new Misuse(`--header ${wrong}: not of the form 'name: value'`);
  return Object.fromEntries(pairs.map(([, name, value]) => [name.toLowerCase(), value]));
}

/** Whether the manifest lets the extension run at an address. @param {string} url */
function isOurs(url) {
  const { host_permissions } = JSON.parse(readFileSync(new URL("../manifest.json", import.meta.url), "utf8"));
  const { protocol, hostname } = new URL(url);
  const hosts = host_permissions.map((/** @type {string} */ pattern) => new URL(pattern.replace("*.", "")).hostname);
  return protocol === "https:" && hosts.some((/** @type {string} */ host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** @param {ReturnType<typeof understood>} asked */
async function inspect({ body, url, browser: kind, headers, shot }) {
  const browser = await launch(kind);
  try {
    if (!isOurs(url)) await allow(browser, url);
    browser.serve(url, { body, headers });
    browser.otherwise = async () => ({ status: 204 });
    return await look(browser, url, shot);
  } finally {
    await browser.close();
  }
}

/** @param {import("../tests/e2e/browser.mjs").Session} browser @param {string} url @param {string} [shot] */
async function look(browser, url, shot) {
  const page = await browser.blank();
  await page.setViewport({ width: WIDTH, height: HEIGHT });
  await page.goto(url, { waitUntil: "load" });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ width: WIDTH, height: Math.min(MOST, Math.max(HEIGHT, height)) });
  const report = await settled(browser, page);
  if (shot) await page.screenshot({ path: /** @type {`${string}.png`} */ (shot) });
  return told(report);
}

/**
 * The report once it is complete, or as far as it came.
 * @param {import("../tests/e2e/browser.mjs").Session} browser @param {import("puppeteer-core").Page} page
 * @returns {Promise<import("./lib/told.mjs").Report>}
 */
async function settled(browser, page) {
  let last = { ...NOTHING, errors: ["the content script did not answer"] };
  try {
    return await browser.report(page, (report) => (last = report).settled);
  } catch {
    return { ...last, errors: [...last.errors, "not everything on the page was assessed in time"] };
  }
}

try {
  const result = await inspect(understood(process.argv.slice(2)));
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} catch (fault) {
  if (!(fault instanceof Misuse)) throw fault;
  process.stderr.write(`${fault.message}\n\n${USAGE}\n`);
  process.exitCode = 2;
}
