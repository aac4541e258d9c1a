// Makes what the browsers load out of what rustc made: glue by wasm-bindgen, small Wasm by wasm-opt, and the page
// module's JavaScript form by wasm2js. Prints every size beside its budget, and fails where one is exceeded.
//
//   node tools/wasm.mjs CARGO_OUT_DIR OUT

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { build } from "esbuild";

/** Largest size of each file, in bytes. A tenth of the page module is the style of what it draws, and a third the drawing. */
const BUDGET = {
  "page.wasm": 370_000,
  "page.js": 62_000,
  "page-javascript.js": 700_000,
  "engine.wasm": 2_500_000,
  "engine.js": 40_000,
  "packer.wasm": 730_000,
  "packer.js": 25_000,
};

/** rustc was told to use nothing newer (build.sh), so that the same module can also become JavaScript. */
const FEATURES = ["--mvp-features"];
const SMALL = ["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"];

const [cargoOut, out] = process.argv.slice(2);
const glue = "target/glue";

/** @param {string} tool @param {string[]} args */
function run(tool, ...args) {
  execFileSync(tool, args, { stdio: ["ignore", "inherit", "inherit"] });
}

/** @param {string} tool @param {string[]} args */
const binaryen = (tool, ...args) => run(join("node_modules/.bin", tool), ...args);

/** Runs wasm-bindgen; see tools/bindgen. @param {string} form @param {string} leaf @param {string} name */
function bindgen(form, leaf, name) {
  const made = join(glue, form);
  run("target/release/bindgen", form, join(cargoOut, `second_look_${leaf}.wasm`), made, name);
  return made;
}

/** @param {string} from @param {string} to */
const optimise = (from, to) => binaryen("wasm-opt", ...FEATURES, ...SMALL, from, "-o", to);

/** A module of the background. @param {string} name */
function background(name) {
  const made = bindgen("module", name, name);
  copyFileSync(join(made, `${name}.js`), join(out, `${name}.js`));
  optimise(join(made, `${name}_bg.wasm`), join(out, `${name}.wasm`));
}

/** A tab that was allowed, left and allowed again runs the script twice: what it declares may be declared anew. @param {string} script */
function repeatable(script) {
  if (!script.startsWith("let ")) throw new Error("wasm-bindgen begins its script otherwise than it did");
  return script.replace("let ", "var ");
}

function pageAsWasm() {
  const made = bindgen("script", "page", "second-look-page");
  writeFileSync(join(out, "page.js"), repeatable(readFileSync(join(made, "second-look-page.js"), "utf8")));
  optimise(join(made, "second-look-page_bg.wasm"), join(out, "page.wasm"));
}

async function pageAsJavascript() {
  const made = bindgen("bundler", "page", "page");
  const wasm = join(made, "page_bg.wasm");
  optimise(wasm, wasm);
  binaryen("wasm2js", ...FEATURES, "-O", wasm, "-o", `${wasm}.js`);
  detachOnGrowth(`${wasm}.js`);
  await build({
    entryPoints: [join(made, "page.js")],
    outfile: join(out, "page-javascript.js"),
    bundle: true,
    format: "iife",
    globalName: "secondLookPageInJavascript",
    legalComments: "none",
    minify: true, // a translation that nobody reads, a quarter of the size
    logLevel: "warning",
    plugins: [{ name: "wasm2js", setup: (it) => it.onResolve({ filter: /\.wasm$/ }, useJavascript) }],
  });
}

/**
 * Real Wasm memory detaches its old buffer when it grows, and wasm-bindgen's glue trusts in that: it makes new views
 * where the old ones have become empty. wasm2js leaves the old buffer as it is, so that the glue would go on writing
 * into memory that nobody reads any more.
 * @param {string} file
 */
function detachOnGrowth(file) {
  const script = readFileSync(file, "utf8");
  const copied = /var newBuffer = new ArrayBuffer\((.+)\);\s*var newHEAP8 = new Int8Array\(newBuffer\);\s*newHEAP8\.set\(HEAP8\);/;
  if (!copied.test(script)) throw new Error(`${file}: wasm2js grows its memory in another way than is known here`);
  writeFileSync(file, script.replace(copied, "var newBuffer = buffer.transfer($1);"));
}

/** @param {{ path: string, resolveDir: string }} imported */
const useJavascript = ({ path, resolveDir }) => ({ path: join(resolveDir, `${path}.js`) });

/** @returns {boolean} whether every file keeps to its budget */
function printSizes() {
  const kilo = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
  const over = Object.entries(BUDGET).filter(([file, budget]) => {
    const bytes = readFileSync(join(out, file));
    console.log(`${file.padEnd(20)}${kilo(bytes.length)}${kilo(gzipSync(bytes).length)} gzip${kilo(budget)} allowed`);
    return bytes.length > budget;
  });
  for (const [file] of over) console.error(`${file} is larger than its budget in tools/wasm.mjs`);
  return over.length === 0;
}

/** One number for everything that a module depends on. @param {string} leaf */
function inputs(leaf) {
  const tools = ["target/release/bindgen", "package-lock.json", "tools/wasm.mjs"];
  const hash = createHash("sha256");
  for (const file of [join(cargoOut, `second_look_${leaf}.wasm`), ...tools]) hash.update(readFileSync(file));
  return hash.digest("hex");
}

/** @param {string} leaf */
function isMade(leaf) {
  const files = Object.keys(BUDGET).filter((file) => file.startsWith(leaf));
  return files.every((file) => existsSync(join(out, file)));
}

/** What each module becomes. @type {Record<string, () => void | Promise<void>>} */
const MODULES = {
  engine: () => background("engine"),
  packer: () => background("packer"),
  page() {
    pageAsWasm();
    return pageAsJavascript();
  },
};

for (const folder of [glue, out]) mkdirSync(folder, { recursive: true });
for (const file of readdirSync(out)) if (!(file in BUDGET)) rmSync(join(out, file));
for (const [leaf, make] of Object.entries(MODULES)) {
  const [stamp, now] = [join(glue, `${leaf}.made-from`), inputs(leaf)];
  if (isMade(leaf) && existsSync(stamp) && readFileSync(stamp, "utf8") === now) continue;
  await make();
  writeFileSync(stamp, now);
}
process.exitCode = printSizes() ? 0 : 1;
