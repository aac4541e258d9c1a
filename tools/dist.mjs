// Lays out dist/: the extension's own files as they are written, what tools/wasm.mjs made, and the manifest with the
// version of Cargo.toml.
//
//   node tools/dist.mjs MADE DIST

import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [made, dist] = process.argv.slice(2);
const version = /^version = "(.+)"$/m.exec(readFileSync("Cargo.toml", "utf8"))?.[1];
const { manifest_version, ...rest } = JSON.parse(readFileSync("manifest.json", "utf8"));

rmSync(dist, { recursive: true, force: true });
cpSync("extension", dist, { recursive: true, filter: (path) => !path.endsWith(".d.ts") });
cpSync(made, dist, { recursive: true });
for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(licence, join(dist, licence));
writeFileSync(join(dist, "manifest.json"), `${JSON.stringify({ manifest_version, version, ...rest }, null, 2)}\n`);
