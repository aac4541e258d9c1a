/**
 * Answers requests to the real sites from the demo: `serve(url)` is what a browser that is told to ask us instead of
 * the network shows. Nothing is ever fetched.
 */

import { readFile } from "node:fs/promises";

import { creators } from "./creators.mjs";
import { avatar, drawing } from "./scenes.mjs";
import { clips } from "./tiktok/videos.mjs";
import { shorts, videos } from "./youtube/videos.mjs";

/** @typedef {{ status?: number, type?: string, headers?: Record<string, string>, body?: string }} Answer */

/** The policy that YouTube's pages were recorded with in 2026; both demo sites are served under it. */
const policy = [
  "require-trusted-types-for 'script'",
  "script-src 'nonce-demo' 'unsafe-inline' 'strict-dynamic' https: http: 'unsafe-eval'; base-uri 'self'; object-src 'none'",
].join(", ");

const files = "/second-look-demo/";
/** @type {Record<string, string>} */
const kinds = { css: "text/css", mjs: "text/javascript" };
/** @type {Answer} */
const nothing = { status: 204 };

/** @type {Record<string, string>} */
const sites = { "www.youtube.com": "youtube", "www.tiktok.com": "tiktok" };

/** @param {string} site */
const shell = (site) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Second Look demo</title><link rel="stylesheet" href="${files}stage.css"><link rel="stylesheet" href="${files}${site}/${site}.css">
<script type="module" nonce="demo" src="${files}${site}/main.mjs"></script></head><body></body></html>`;

/** @param {string} type @param {string} body @param {Record<string, string>} [headers] @returns {Answer} */
const answer = (type, body, headers) => ({ type: `${type}; charset=utf-8`, body, headers });

/** A file of this folder. @param {string} path */
async function file(path) {
  const type = kinds[path.split(".").at(-1) ?? ""];
  const known = type && /^([a-z]+\/)?[a-z]+\.[a-z]+$/.test(path);
  return known ? answer(type, await readFile(new URL(path, import.meta.url), "utf8")) : nothing;
}

/** A drawn thumbnail or avatar, by the video's id or the creator's handle in the address. @param {string} path */
function image(path) {
  const parts = path.split(/[/=]/);
  const video = [...videos, ...shorts, ...clips].find((one) => parts.includes(one.id));
  const creator = Object.values(creators).find((one) => parts.includes(one.handle));
  if (video) return answer("image/svg+xml", drawing(video.scene));
  return creator ? answer("image/svg+xml", avatar(creator)) : nothing;
}

/**
 * What the demo answers to a request.
 * @param {string} url @returns {Promise<Answer>}
 */
export async function serve(url) {
  const { hostname, pathname } = new URL(url);
  if (/(ytimg|ggpht|tiktokcdn-us)\.com$/.test(hostname)) return image(pathname);
  const site = sites[hostname];
  if (!site) return nothing;
  if (pathname.startsWith(files)) return file(pathname.slice(files.length));
  return answer("text/html", shell(site), { "content-security-policy": policy });
}
