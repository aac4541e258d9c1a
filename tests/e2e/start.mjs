// The installed browsers, and how to start each so that an extension can be put into it and looked at.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { launch } from "puppeteer-core";

/** @typedef {"chrome" | "firefox"} Kind */

const GECKO_ID = "second-look@extension";
/** Firefox gives every installation a random address; ours is fixed, so that its pages can be opened. */
const GECKO_UUID = "5ec04d10-0c00-4000-8000-5ec04d100c00";

const CHROME_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--force-color-profile=srgb",
];

/** Without it the extension's own pages can not be opened from outside. */
const FIREFOX_FLAGS = ["--remote-allow-system-access"];

const FIREFOX_PREFERENCES = {
  "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
  // What the viewer is asked is answered with yes.
  "extensions.webextOptionalPermissionPrompts": false,
};

/** @param {string[]} names @param {string | undefined} chosen */
function find(names, chosen) {
  const places = (process.env.PATH ?? "").split(delimiter);
  const found = chosen ?? names.flatMap((name) => places.map((place) => join(place, name))).find(existsSync);
  if (!found) throw new Error(`none of ${names.join(", ")} is installed`);
  return found;
}

/** Starts a browser. @param {Kind} kind @param {import("puppeteer-core").LaunchOptions} options */
export function start(kind, options) {
  if (kind === "firefox") {
    const executablePath = find(["firefox-esr", "firefox"], process.env.FIREFOX);
    const extraPrefsFirefox = { ...FIREFOX_PREFERENCES, ...options.extraPrefsFirefox };
    return launch({ browser: kind, executablePath, ...options, args: [...FIREFOX_FLAGS, ...(options.args ?? [])], extraPrefsFirefox });
  }
  const executablePath = find(["chromium", "google-chrome"], process.env.CHROME);
  const args = [...CHROME_FLAGS, ...(options.args ?? [])];
  return launch({ browser: kind, executablePath, pipe: true, enableExtensions: true, ...options, args });
}

/** Where the pages of an installed extension stand. @param {Kind} kind @param {string} id */
export const addressIn = (kind, id) => (kind === "firefox" ? `moz-extension://${GECKO_UUID}/` : `chrome-extension://${id}/`);
