// Packs dist/ for the stores: for both the very package that the tests ran. The same dist/ always gives the same
// bytes: names are sorted, times are fixed. A store's reviewers also want the source they can build it from.
//
//   node tools/package.mjs DIST PACKAGES

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zip } from "./zip.mjs";

const STORES = ["chrome", "firefox"];

const [dist, packages] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));

/** @param {string} name @param {Buffer} archive */
function write(name, archive) {
  const path = join(packages, `second-look-${version}-${name}.zip`);
  writeFileSync(path, archive);
  console.log(`${createHash("sha256").update(archive).digest("hex")}  ${path}  ${archive.length} bytes`);
}

rmSync(packages, { recursive: true, force: true });
mkdirSync(packages);

const names = readdirSync(dist, { recursive: true, encoding: "utf8" });
const files = names.filter((name) => statSync(join(dist, name)).isFile());
const archive = zip(files.map((name) => ({ name, bytes: readFileSync(join(dist, name)) })));
for (const store of STORES) write(store, archive);
write("source", execFileSync("git", ["archive", "--format=zip", "HEAD"], { maxBuffer: 2 ** 30 }));
