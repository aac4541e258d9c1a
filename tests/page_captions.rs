//! What pages know of a video's captions: the file of what was spoken among many translations, and the transcript that
//! the viewer opened.

mod scraped;

use scraped::{Element, Scraped};
use second_look::captions::Warning;
use second_look::site::{self, CaptionFile, Page};

const VIDEO: &str = "https://www.tiktok.com/@amber.fields/video/7600000000000000011";
const ID: &str = "7600000000000000011";

fn page<'s>(dom: &Scraped, address: &str) -> Page<'s, Element> {
    Page::open(site::site_for(address).expect("a known site"), dom, address).expect("a known page")
}

/// A TikTok page whose data holds this in its `video`.
fn tiktok(video: &str) -> Scraped {
    let data = format!(
        r#"{{"__DEFAULT_SCOPE__":{{"webapp.video-detail":{{"itemInfo":{{"itemStruct":{{"id":"{ID}","video":{{{video}}}}}}}}}}}}}"#
    );
    Scraped::new(&format!(
        r#"<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">{data}</script><main id="main-content-video_detail"></main>"#
    ))
}

fn file(video: &str, id: &str) -> Option<CaptionFile> {
    let dom = tiktok(video);
    page(&dom, VIDEO).caption_file(&dom, id)
}

fn named(url: &str, language: &str) -> CaptionFile {
    CaptionFile { url: url.to_owned(), language: language.to_owned() }
}

const TRANSLATION: &str =
    r#"{"Url":"https://v16-webapp.tiktokcdn-eu.com/mt","LanguageCodeName":"eng-US","Source":"MT"}"#;
const SPOKEN: &str = r#"{"Url":"https://v16-webapp.tiktokcdn-eu.com/asr","LanguageCodeName":"spa-ES","Source":"ASR"}"#;
const OWN: &str = r#"{"Url":"https://v16-webapp.tiktok.com/own","LanguageCodeName":"spa-ES","Source":"LC"}"#;

#[test]
fn what_was_spoken_is_taken_and_never_a_translation() {
    let list = |entries: &[&str]| file(&format!(r#""subtitleInfos":[{}]"#, entries.join(",")), ID);
    assert_eq!(list(&[TRANSLATION, SPOKEN]), Some(named("https://v16-webapp.tiktokcdn-eu.com/asr", "spa-ES")));
    assert_eq!(list(&[SPOKEN, OWN]), Some(named("https://v16-webapp.tiktok.com/own", "spa-ES")));
    assert_eq!(list(&[TRANSLATION]), None);
    assert_eq!(list(&[]), None);
}

#[test]
fn captions_that_say_they_are_original_come_first() {
    let cla = |original: bool| {
        format!(
            r#""claInfo":{{"originalLanguageInfo":{{"language":"spa-ES"}},"captionInfos":[{{"url":"https://v19-webapp.tiktokcdn-us.com/cla","language":"eng-US","captionFormat":"webvtt","isOriginalCaption":{original}}}]}}"#
        )
    };
    assert_eq!(file(&cla(true), ID), Some(named("https://v19-webapp.tiktokcdn-us.com/cla", "eng-US")));
    // Without a file of what was spoken, its language is known all the same.
    assert_eq!(file(&cla(false), ID), Some(named("", "spa-ES")));
}

#[test]
fn a_file_of_another_video_or_another_host_is_none() {
    assert_eq!(file(&format!(r#""subtitleInfos":[{SPOKEN}]"#), "7600000000000000012"), None);
    let elsewhere = SPOKEN.replace("v16-webapp.tiktokcdn-eu.com", "example.org");
    assert_eq!(
        file(&format!(r#""subtitleInfos":[{elsewhere},{SPOKEN}]"#), ID).map(|file| file.url),
        Some("https://v16-webapp.tiktokcdn-eu.com/asr".to_owned())
    );
    assert_eq!(file(r#""subtitleInfos":"none""#, ID), None);
}

/// Videos that came with the page, beside the one it was loaded for.
fn with_more(script: &str, data: &str) -> Option<CaptionFile> {
    let html = format!(
        r#"<script id="{script}" type="application/json">{data}</script><main id="main-content-video_detail"></main>"#
    );
    let dom = Scraped::new(&html);
    page(&dom, VIDEO).caption_file(&dom, ID)
}

#[test]
fn a_later_video_that_came_with_the_page_has_its_own_file() {
    let item = |id: &str, track: &str| format!(r#"{{"id":"{id}","video":{{"subtitleInfos":[{track}]}}}}"#);
    let (other, own) = (item("7600000000000000012", OWN), item(ID, SPOKEN));
    let spoken = Some(named("https://v16-webapp.tiktokcdn-eu.com/asr", "spa-ES"));
    let updated = |items: &str| format!(r#"{{"__DEFAULT_SCOPE__":{{"webapp.updated-items":{items}}}}}"#);
    let rehydrated = "__UNIVERSAL_DATA_FOR_REHYDRATION__";
    assert_eq!(with_more(rehydrated, &updated(&format!("[{other},{own}]"))), spoken);
    assert_eq!(with_more(rehydrated, &updated(&format!("[{other}]"))), None);
    assert_eq!(with_more(rehydrated, &updated("{}")), None);
    assert_eq!(with_more("SIGI_STATE", &format!(r#"{{"ItemModule":{{"{ID}":{own}}}}}"#)), spoken);
    assert_eq!(with_more("SIGI_STATE", &format!(r#"{{"ItemModule":{{"{ID}":{other}}}}}"#)), None);
}

const WATCH: &str = "https://www.youtube.com/watch?v=aaaaaaaaa01";

/// A watch page with a transcript in its panel.
fn watch(visibility: &str, rows: &str) -> Scraped {
    Scraped::new(&format!(
        r#"<ytd-watch-flexy role="main" video-id="aaaaaaaaa01"><div id="panels"><ytd-engagement-panel-section-list-renderer visibility="ENGAGEMENT_PANEL_VISIBILITY_{visibility}">{rows}</ytd-engagement-panel-section-list-renderer></div></ytd-watch-flexy>"#
    ))
}

const NEW: &str = r#"<h3 class="ytwTimelineChapterViewModelTitle">A chapter</h3>
<transcript-segment-view-model><div class="ytwTranscriptSegmentViewModelTimestamp" aria-hidden="true">0:04</div><div class="ytwTranscriptSegmentViewModelTimestampA11yLabel">4 seconds</div><span class="ytAttributedStringHost" role="text">this tea</span></transcript-segment-view-model>
<transcript-segment-view-model><div class="ytwTranscriptSegmentViewModelTimestamp" aria-hidden="true">0:04</div><div class="ytwTranscriptSegmentViewModelTimestampA11yLabel">4 seconds</div><span class="ytAttributedStringHost" role="text">this tea</span></transcript-segment-view-model>
<transcript-segment-view-model><div class="ytwTranscriptSegmentViewModelTimestamp">1:00:09</div><span class="yt-core-attributed-string" role="text">cures
depression</span></transcript-segment-view-model>"#;
const OLD: &str = r#"<ytd-transcript-segment-renderer><div class="segment" role="button"><div class="segment-start-offset"><div class="segment-timestamp"> 0:02 </div></div><yt-formatted-string class="segment-text">this tea</yt-formatted-string></div></ytd-transcript-segment-renderer>
<ytd-transcript-segment-renderer><div class="segment" role="button"><div class="segment-start-offset"><div class="segment-timestamp">0:07</div></div><yt-formatted-string class="segment-text">cures depression</yt-formatted-string></div></ytd-transcript-segment-renderer>"#;

fn read(visibility: &str, rows: &str) -> Vec<(f64, f64, String)> {
    let dom = watch(visibility, rows);
    page(&dom, WATCH).transcript(&dom).into_iter().map(|cue| (cue.start, cue.end, cue.text)).collect()
}

#[test]
fn both_forms_of_the_transcript_are_read_row_by_row() {
    let rows = |rows: &[(f64, f64, &str)]| {
        rows.iter().map(|(start, end, text)| (*start, *end, (*text).to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(read("EXPANDED", NEW), rows(&[(4.0, 3609.0, "this tea"), (3609.0, 3609.0, "cures depression")]));
    assert_eq!(read("EXPANDED", OLD), rows(&[(2.0, 7.0, "this tea"), (7.0, 7.0, "cures depression")]));
    assert_eq!(read("EXPANDED", ""), []);
}

#[test]
fn a_transcript_that_is_not_open_is_not_read() {
    assert_eq!(read("HIDDEN", NEW), []);
}

/// The saved pages belong to their creators and are not part of the project.
#[test]
fn the_saved_page_names_the_spoken_track() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/pages/tiktok-video-1.html");
    let Ok(html) = std::fs::read_to_string(path) else { return println!("SKIPPED: {path} is absent") };
    let dom = Scraped::new(&html);
    let address = "https://www.tiktok.com/@illojuan/video/7571863205253778710";
    let file = page(&dom, address).caption_file(&dom, "7571863205253778710").expect("a file");
    assert_eq!(file.language, "spa-ES");
    assert!(site::may_fetch("tiktok", &file.url));
}

const SPOKEN_FILE: &str = "https://www.youtube.com/api/timedtext?v=aaaaaaaaa01&kind=asr&lang=en";

/// Why a file that the player has loaded on a watch page is not read.
fn doubt(page_shows: &str, address: &str) -> Option<Warning> {
    let dom = watch("HIDDEN", page_shows);
    let page = page(&dom, WATCH);
    page.doubt(&dom, &page.site.loaded_captions(address).expect("a caption file's address"))
}

#[test]
fn what_a_machine_heard_is_not_read_where_the_sound_may_be_dubbed() {
    let dubbed = r#"<how-this-was-made-section-view-model><h3>Synchronisiert</h3><a href="https://support.google.com/youtube/answer/15569972?hl=de">Mehr</a></how-this-was-made-section-view-model>"#;
    let other = dubbed.replace("15569972", "14328491");
    assert_eq!(doubt("", SPOKEN_FILE), None);
    assert_eq!(doubt(&other, SPOKEN_FILE), None);
    assert_eq!(doubt(dubbed, SPOKEN_FILE), Some(Warning::Dubbed));
    // Somebody wrote these.
    assert_eq!(doubt(dubbed, &SPOKEN_FILE.replace("&kind=asr", "")), None);
    assert_eq!(doubt("", &format!("{SPOKEN_FILE}&tlang=de")), Some(Warning::Translated));
}
