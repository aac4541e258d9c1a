// `./build.sh inspect`, as a maintainer calls it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const TOOL = fileURLToPath(new URL("../../tools/inspect.mjs", import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), "second-look-inspect-"));
const URL_ = "https://www.youtube.com/results?search_query=calm%20%26%20quiet&sp=EgIQAQ";

/** A search page as one might save it: no head, broken off at the end. */
const PAGE = join(FOLDER, "page.html");
writeFileSync(PAGE, `<ytd-app><ytd-page-manager id="page-manager"><ytd-search role="main"><div id="contents">
${["qWeRtYuIoP1", "aSdFgHjKlZ2"].map((id, index) => `<ytd-video-renderer>
  <ytd-thumbnail style="display:block;width:320px;height:180px"><a id="thumbnail" href="/watch?v=${id}&pp=x"></a></ytd-thumbnail>
  <h3><a id="video-title" title="${["This tea cures depression in a week", "A pot of tea on a grey morning"][index]}" href="/watch?v=${id}&pp=x"></a></h3>
  <ytd-channel-name><yt-formatted-string id="text"><a href="/@quiet.kettle">Quiet Kettle</a></yt-formatted-string></ytd-channel-name>
  <yt-formatted-string id="description-text">Poured slowly. #tea</yt-formatted-string>
</ytd-video-renderer>`).join("\n")}
<script>document.title = "inert"</script>`);

/** @param {...string} args */
function inspect(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

for (const kind of process.env.BROWSERS?.split(",") ?? ["chrome", "firefox"]) {
  describe(`inspect, in ${kind}`, () => {
    for (const policy of ["", "default-src 'self'; script-src 'self'; require-trusted-types-for 'script'"]) {
      test(`prints one object, ${policy ? "under a strict policy" : "without a policy"}`, () => {
        const shot = join(FOLDER, `${kind}.png`);
        const header = policy ? ["--header", `Content-Security-Policy: ${policy}`] : [];
        const { status, stdout, stderr } = inspect(PAGE, "--as", URL_, "--browser", kind, "--shot", shot, ...header);
        assert.equal(status, 0, stderr);
        const { site, page_kind, videos, errors } = JSON.parse(stdout);
        assert.deepEqual([site, page_kind, errors], ["youtube", "search", []]);
        const [flagged, ordinary] = videos;
        assert.deepEqual(Object.keys(flagged), ["id", "title", "description", "hashtags", "creator", "captions", "missed", "state", "notes", "credential", "badge"]);
        assert.deepEqual(flagged.creator, { name: "Quiet Kettle", handle: "quiet.kettle", bio: "" });
        assert.deepEqual([flagged.id, flagged.state, flagged.badge.visible], ["qWeRtYuIoP1", "notes", true]);
        assert.deepEqual([flagged.notes[0].category, flagged.notes[0].field], ["cure_claim", "title"]);
        assert.deepEqual([ordinary.id, ordinary.state, ordinary.badge.visible], ["aSdFgHjKlZ2", "off_topic", false]);
        assert.deepEqual([...readFileSync(shot).subarray(1, 4)], [...Buffer.from("PNG")]);
      });
    }
  });
}

describe("inspect, misunderstood", () => {
  /** @type {Record<string, [string[], RegExp]>} */
  const cases = {
    "no page": [[], /which page/],
    "a page that is not there": [["nowhere.html", "--as", URL_], /can not read nowhere\.html/],
    "no address": [[PAGE], /--as is missing/],
    "half an address": [[PAGE, "--as", "www.youtube.com"], /not a web address/],
    "an unheard-of browser": [[PAGE, "--as", URL_, "--browser", "lynx"], /chrome or firefox/],
    "half a header": [[PAGE, "--as", URL_, "--header", "csp"], /name: value/],
    "an unheard-of option": [[PAGE, "--as", URL_, "--loud"], /--loud/],
  };
  for (const [name, [args, reason]] of Object.entries(cases)) {
    test(`says what is wrong with ${name}`, () => {
      const { status, stdout, stderr } = inspect(...args);
      assert.equal(status, 2);
      assert.equal(stdout, "");
      assert.match(stderr, reason);
      assert.match(stderr, /usage: /);
    });
  }

  test("reads a page of any site, as if the viewer had allowed it", () => {
    for (const kind of process.env.BROWSERS?.split(",") ?? ["chrome", "firefox"]) {
      const { status, stdout, stderr } = inspect(PAGE, "--as", "https://video.example/watch", "--browser", kind);
      assert.equal(status, 0, stderr);
      const { site, page_kind, videos } = JSON.parse(stdout);
      assert.deepEqual([site, page_kind, videos], ["generic", "any", []]);
    }
  });
});
