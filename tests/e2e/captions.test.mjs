// Spoken words from wherever a page has them, in real browsers: the site's caption file, the player's text tracks, the
// transcript that the viewer opens. The network is this machine: what is asked for is written down.

import assert from "node:assert/strict";
import { after } from "node:test";

import { inEachBrowser, launch, until } from "./browser.mjs";
import { openNetwork } from "./network.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("../../extension/wire.d.ts").Report} Report */
/** @typedef {import("../../extension/wire.d.ts").Seen} Seen */

const ID = "7600000000000000011";
const VIDEO = `https://www.tiktok.com/@calm.kettle/video/${ID}`;
const FILE = "https://v16-webapp.tiktokcdn-eu.com/invented/asr/?a=1&b=2";
const TRANSLATION = "https://v16-webapp.tiktokcdn-eu.com/invented/mt/";
const WATCH = "https://www.youtube.com/watch?v=aaaaaaaaa01";

const LINES = ["WEBVTT", "00:00:01.000 --> 00:00:04.000\nToday I talk about anxiety.", "00:00:12.500 --> 00:00:15.000\nThis tea cures anxiety in a week."];
const VTT = LINES.join("\n\n");
const QUOTE = /cures anxiety/;

const network = await openNetwork();
after(() => network.close());

/** A TikTok page of one video. Its words say nothing: what is noted was spoken. @param {object} [video] what its data says of captions */
function tiktok(video = { subtitleInfos: [{ Url: TRANSLATION, LanguageCodeName: "deu-DE", Source: "MT" }, { Url: FILE, LanguageCodeName: "eng-US", Source: "ASR", Format: "webvtt" }] }) {
  const data = { __DEFAULT_SCOPE__: { "webapp.video-detail": { itemInfo: { itemStruct: { id: ID, video } } } } };
  return `<!doctype html><html lang="en"><body>
    <script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">${JSON.stringify(data)}</script>
    <div id="main-content-video_detail"><article id="one-column-item-0" data-e2e="recommend-list-item-container">
      <section data-e2e="feed-video" style="display:block;width:300px;height:500px"><div id="xgwrapper-0-${ID}" class="xgplayer-container"><video></video></div></section>
      <a data-e2e="video-author-avatar" href="/@calm.kettle"></a><h3 data-e2e="video-author-nickname">Calm Kettle</h3>
      <div data-e2e="video-desc"><span>A cup in the morning</span></div>
    </article></div></body></html>`;
}

/** A YouTube watch page. @param {string} player @param {string} [panel] */
const watch = (player, panel = "") => `<!doctype html><html lang="en"><body><ytd-app><ytd-page-manager id="page-manager">
  <ytd-watch-flexy role="main" video-id="aaaaaaaaa01"><div id="movie_player">${player}</div>
  <div id="panels">${panel}</div>
  <ytd-watch-metadata><div id="title"><h1><yt-formatted-string>A cup in the morning</yt-formatted-string></h1></div>
  <ytd-video-owner-renderer><ytd-channel-name id="channel-name"><yt-formatted-string id="text" title="Calm Kettle"><a href="/@calm.kettle">Calm Kettle</a></yt-formatted-string></ytd-channel-name></ytd-video-owner-renderer>
  <div id="description"><ytd-text-inline-expander id="description-inline-expander"><span>Steam.</span></ytd-text-inline-expander></div>
  </ytd-watch-metadata></ytd-watch-flexy></ytd-page-manager></ytd-app></body></html>`;

/** @param {import("./browser.mjs").Kind} kind */
const onNetwork = (kind) => launch(kind, network.options(kind));

/** The opened video, once the page is settled and it is as wanted. @param {import("./browser.mjs").Session} browser @param {Page} page @param {(seen: Seen) => unknown} wanted */
async function opened(browser, page, wanted) {
  const report = /** @type {Report} */ (await browser.report(page, ({ settled, videos }) => settled && videos[0] && wanted(videos[0])));
  assert.deepEqual(report.errors, []);
  return /** @type {Seen} */ (report.videos[0]);
}

/** That the spoken words were noted at their moment. @param {Seen} seen */
function holdSpoken({ assessment }) {
  const note = assessment?.notes.find(({ field }) => field === "captions");
  assert.match(note?.quote ?? "", QUOTE);
  assert.equal(note?.at, 12.5);
}

/** @param {string} from */
const noted = (from) => (/** @type {Seen} */ { video, assessment }) => video.captions_from === from && assessment?.notes.length;

inEachBrowser("caption files", (it) => {
  it("reads the file of what was spoken, once, without cookies, and notes its moment", async (browser) => {
    network.asked.length = 0;
    network.served.set(FILE, { body: VTT, headers: { "content-type": "text/vtt", "set-cookie": "who=you; Domain=tiktokcdn-eu.com; Secure" } });
    browser.serve(VIDEO, { body: tiktok() });
    const page = await browser.open(VIDEO);
    const seen = await opened(browser, page, noted("file"));
    holdSpoken(seen);
    assert.equal(seen.video.captions_language, "en-US");
    assert.equal(seen.captions_warning, null);
    await page.evaluate(() => document.querySelector("h3")?.append(" again"));
    await opened(browser, page, ({ video }) => video.creator.name.endsWith("again"));
    assert.deepEqual(network.asked.map(({ url }) => url), [FILE], "one request, and no other");
    const { cookie, referer } = network.asked[0]?.headers ?? {};
    assert.deepEqual({ cookie, referer }, { cookie: undefined, referer: undefined });
  });

  it("asks for nothing where the viewer has switched that off", async (browser) => {
    network.asked.length = 0;
    await browser.store({ captions_fetch: false });
    browser.serve(VIDEO, { body: tiktok() });
    const seen = await opened(browser, await browser.open(VIDEO), ({ assessment }) => assessment);
    assert.deepEqual(seen.video.captions, []);
    assert.deepEqual(network.asked, []);
    const refused = await browser.inExtension((url) => chrome.runtime.sendMessage({ ask: "captions", site: "tiktok", url }), FILE);
    assert.match(refused.error, /may not be asked for/);
    assert.deepEqual(network.asked, []);
  });

  it("asks no other host, whoever asks", async (browser) => {
    network.asked.length = 0;
    const ask = (/** @type {string} */ url) => browser.inExtension((it) => chrome.runtime.sendMessage({ ask: "captions", site: "tiktok", url: it }), url);
    for (const url of ["https://example.org/a.vtt", "http://v16-webapp.tiktokcdn-eu.com/a", "https://www.youtube.com/api/timedtext?v=a", "https://v16-webapp.tiktokcdn-eu.com@example.org/"]) {
      assert.match((await ask(url)).error, /may not be asked for/, url);
    }
    assert.deepEqual(network.asked, []);
  });

  it("does not read a translation, nor a file in a language without rules", async (browser) => {
    network.asked.length = 0;
    network.served.set(FILE, { body: VTT });
    browser.serve(VIDEO, { body: tiktok({ subtitleInfos: [{ Url: TRANSLATION, LanguageCodeName: "eng-US", Source: "MT" }] }) });
    const alone = await opened(browser, await browser.open(VIDEO), ({ assessment }) => assessment);
    assert.deepEqual([alone.video.captions, network.asked], [[], []]);
    browser.serve(VIDEO, { body: tiktok({ subtitleInfos: [{ Url: FILE, LanguageCodeName: "isl-IS", Source: "ASR" }] }) });
    const foreign = await opened(browser, await browser.open(VIDEO), ({ video }) => video.captions.length);
    assert.equal(foreign.video.captions_language, "is-IS");
    assert.deepEqual(foreign.assessment?.notes, []);
  });

  /** @type {Record<string, [import("./network.mjs").Answer | ((out: import("node:http").ServerResponse) => void), string, number]>} */
  const failures = {
    "that is not there": [{ status: 404 }, "gone", 0],
    "whose address has expired": [{ status: 403, body: "Access Denied" }, "gone", 0],
    "that leads elsewhere": [{ status: 302, headers: { location: "https://example.org/a.vtt" } }, "unreachable", 0],
    "that breaks off on the way": [(out) => out.socket?.destroy(), "unreachable", 0],
    "that is something else": [{ body: "<!doctype html><p>No captions here</p>" }, "unknown", 0],
    "that is broken": [{ body: `${VTT}\n\n00:00:99.000 -> what\nlost\n` }, "broken", 2],
    "that is huge": [{ body: `${VTT}\n\nNOTE\n${"x".repeat(5 << 20)}` }, "cut", 2],
  };
  for (const [name, [answer, warning, cues]] of Object.entries(failures)) {
    it(`says so of a file ${name}`, async (browser) => {
      network.served.set(FILE, answer);
      browser.serve(VIDEO, { body: tiktok() });
      const seen = await opened(browser, await browser.open(VIDEO), ({ captions_warning }) => captions_warning);
      assert.deepEqual([seen.captions_warning, seen.video.captions.length], [warning, cues]);
    });
  }
}, onNetwork);

const TRACK = "https://www.youtube.com/invented.vtt";

/** Runs in the page: the modes of its text tracks. */
const modes = () => [...(document.querySelector("video")?.textTracks ?? [])].map(({ mode }) => mode);

inEachBrowser("the player's text tracks", (it) => {
  it("are read unseen, and put back as they were", async (browser) => {
    browser.serve(TRACK, { body: VTT, type: "text/vtt" });
    browser.serve(WATCH, { body: watch(`<video><track kind="captions" srclang="en" src="${TRACK}"></video>`) });
    const page = await browser.open(WATCH);
    holdSpoken(await opened(browser, page, noted("text_track")));
    assert.deepEqual(await page.evaluate(modes), ["disabled"]);
  });

  it("stay shown where the viewer has chosen to see them", async (browser) => {
    browser.serve(TRACK, { body: VTT, type: "text/vtt" });
    browser.serve(WATCH, { body: watch(`<video><track kind="captions" srclang="en" src="${TRACK}" default></video>`) });
    const page = await browser.open(WATCH);
    holdSpoken(await opened(browser, page, noted("text_track")));
    assert.deepEqual(await page.evaluate(modes), ["showing"]);
  });

  it("are read where a script makes them", async (browser) => {
    browser.serve(WATCH, { body: watch("<video></video>") });
    const page = await browser.open(WATCH);
    await opened(browser, page, ({ assessment }) => assessment);
    await page.evaluate(() => {
      const track = document.querySelector("video")?.addTextTrack("subtitles", "English", "en");
      track?.addCue(new VTTCue(12.5, 15, "<v Ada>This tea <b>cures</b> anxiety in a week &amp; so on."));
    });
    holdSpoken(await opened(browser, page, noted("text_track")));
  });

  it("say nothing where the file is not there", async (browser) => {
    browser.serve(TRACK, { status: 404, body: "" });
    browser.serve(WATCH, { body: watch(`<video><track kind="captions" srclang="en" src="${TRACK}"></video>`) });
    const page = await browser.open(WATCH);
    const seen = await opened(browser, page, ({ assessment }) => assessment);
    await until(() => page.evaluate(modes), ([mode]) => mode === "disabled");
    assert.deepEqual(seen.video.captions, []);
    browser.errors.splice(0);
  });
});

/** A row of each form of the transcript. @type {Record<string, (time: string, words: string) => string>} */
const ROWS = {
  "of 2026": (time, words) => `<transcript-segment-view-model><div class="ytwTranscriptSegmentViewModelTimestamp" aria-hidden="true">${time}</div><div>a moment</div><span class="ytAttributedStringHost" role="text">${words}</span></transcript-segment-view-model>`,
  "of before": (time, words) => `<ytd-transcript-segment-renderer><div class="segment"><div class="segment-timestamp">${time}</div><yt-formatted-string class="segment-text">${words}</yt-formatted-string></div></ytd-transcript-segment-renderer>`,
};
const HIDDEN = "ENGAGEMENT_PANEL_VISIBILITY_HIDDEN";
const panel = (/** @type {string} */ rows) => `<ytd-engagement-panel-section-list-renderer visibility="${HIDDEN}"><div id="content">${rows}</div></ytd-engagement-panel-section-list-renderer>`;

/** Runs in the page: opens the panel, with rows if they are given. @param {string} rows */
function openPanel(rows) {
  const it = /** @type {Element} */ (document.querySelector("ytd-engagement-panel-section-list-renderer"));
  it.setAttribute("visibility", "ENGAGEMENT_PANEL_VISIBILITY_EXPANDED");
  if (rows) /** @type {Element} */ (it.firstElementChild).innerHTML = rows;
}

inEachBrowser("the transcript", (it) => {
  for (const [form, row] of Object.entries(ROWS)) {
    const rows = [row("0:01", "Today I talk about anxiety."), row("0:12", "This tea cures anxiety in a week.")].map((it) => it.repeat(3)).join("");
    const isRead = (/** @type {Seen} */ seen) => {
      assert.equal(seen.assessment?.notes[0]?.at, 12);
      assert.deepEqual(seen.video.captions.map(({ start, end }) => [start, end]), [[1, 12], [12, 12]]);
    };

    it(`${form} is read when the viewer opens it, each row once`, async (browser) => {
      browser.serve(WATCH, { body: watch("<video></video>", panel("")) });
      const page = await browser.open(WATCH);
      await opened(browser, page, ({ assessment }) => assessment);
      await page.evaluate(openPanel, rows);
      isRead(await opened(browser, page, noted("transcript")));
    });

    it(`${form} is not read before it is opened, with the rows there already`, async (browser) => {
      browser.serve(WATCH, { body: watch("<video></video>", panel(rows)) });
      const page = await browser.open(WATCH);
      const closed = await opened(browser, page, ({ assessment }) => assessment);
      assert.deepEqual(closed.video.captions, []);
      assert.equal(await page.$eval("ytd-engagement-panel-section-list-renderer", (it) => it.getAttribute("visibility")), HIDDEN);
      await page.evaluate(openPanel, "");
      isRead(await opened(browser, page, noted("transcript")));
    });
  }

  it("of an earlier video is not the next one's", async (browser) => {
    const row = /** @type {(time: string, words: string) => string} */ (ROWS["of 2026"]);
    browser.serve(WATCH, { body: watch("<video></video>", panel("")) });
    const page = await browser.open(WATCH);
    await opened(browser, page, ({ assessment }) => assessment);
    await page.evaluate(openPanel, row("0:12", "This tea cures anxiety in a week."));
    await opened(browser, page, noted("transcript"));
    await page.evaluate(() => {
      history.pushState({}, "", "/watch?v=aaaaaaaaa02");
      document.querySelector("ytd-watch-flexy")?.setAttribute("video-id", "aaaaaaaaa02");
      const title = document.querySelector("h1 yt-formatted-string");
      if (title) title.textContent = "Another cup";
    });
    const next = await opened(browser, page, ({ video, assessment }) => video.title === "Another cup" && assessment);
    assert.deepEqual([next.video.id, next.video.captions], ["aaaaaaaaa02", []]);
  });
});

/** Runs in the page: draws a line, as the player does. @param {string} line */
function draw(line) {
  const drawn = Object.assign(document.createElement("span"), { className: "ytp-caption-segment", textContent: line });
  document.querySelector(".ytp-caption-window-container")?.replaceChildren(drawn);
}

/** Runs in the page: loads a file, as the player does. @param {string} url */
const load = async (url) => void (await (await fetch(url)).text());

inEachBrowser("captions that the player draws", (it) => {
  it("are read in the language of the track that it has loaded, and not while a machine translates them", async (browser) => {
    const spoken = "https://www.youtube.com/api/timedtext?v=aaaaaaaaa01&lang=en-GB&fmt=json3";
    for (const url of [spoken, `${spoken}&tlang=de`]) browser.serve(url, { body: "{}", type: "application/json" });
    browser.serve(WATCH, { body: watch('<video></video><div class="ytp-caption-window-container"></div>') });
    const page = await browser.open(WATCH);
    await opened(browser, page, ({ assessment }) => assessment);
    await page.evaluate(load, `${spoken}&tlang=de`);
    await opened(browser, page, ({ captions_warning }) => captions_warning === "translated");
    await page.evaluate(draw, "These are words that a machine has made.");
    await opened(browser, page, ({ captions_warning }) => captions_warning === "translated");
    await page.evaluate(load, spoken);
    await opened(browser, page, ({ captions_warning }) => captions_warning === null);
    await page.evaluate(draw, "Today I talk about how this tea cures anxiety in a week.");
    const { video, assessment } = await opened(browser, page, noted("rendered"));
    assert.deepEqual(video.captions.map(({ text }) => text), ["Today I talk about how this tea cures anxiety in a week."]);
    assert.equal(video.captions_language, "en-GB");
    assert.match(assessment?.notes[0]?.quote ?? "", QUOTE);
  });
});
