//! More of the sites' own data, where it is at hand: what players, searches, feeds and profiles were told, written into
//! pages as the sites write them, and read back to the letter; and caption files.
//!
//! The data holds other people's words and is not part of this repository. Where `../shared/pages` is absent, these
//! tests say so and prove nothing.

mod saved;
mod scraped;

use std::path::Path;

use saved::{escaped, read, row, saved, text, tidy, with_key};
use second_look::captions;
use second_look::site;
use second_look::video::Video;
use serde_json::Value;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/pages");

/// Every object under a key anywhere in a file.
fn all(data: &Value, key: &str) -> Vec<Value> {
    let mut holders = Vec::new();
    with_key(data, key, &mut holders);
    holders.iter().filter_map(|holder| holder.get(key)).cloned().collect()
}

/// A text that is written in runs.
fn runs(of: &Value, path: &str) -> String {
    let runs = of.pointer(path).and_then(|it| it.get("runs")).and_then(Value::as_array).cloned().unwrap_or_default();
    tidy(&runs.iter().map(|run| text(run, "/text")).collect::<String>())
}

/// What a player was told of a video: its identifier, title, maker and description.
fn told(data: &Value) -> [String; 4] {
    let [details, more] = ["/videoDetails", "/microformat/playerMicroformatRenderer"];
    let first = |paths: [String; 2]| paths.map(|path| text(data, &path)).into_iter().find(|it| !it.is_empty());
    let of =
        |own: &str, other: &str| first([format!("{details}/{own}"), format!("{more}/{other}")]).unwrap_or_default();
    [
        of("videoId", "externalVideoId"),
        of("title", "title/simpleText"),
        of("author", "ownerChannelName"),
        of("shortDescription", "description/simpleText"),
    ]
}

#[test]
fn what_the_player_was_told_is_read_from_a_watch_page() {
    for file in ["youtube-player-1.json", "youtube-player-2.json", "youtube-player-4.json"] {
        let Some(data) = saved(file) else { return };
        let [id, title, author, words] = told(&data).map(|it| escaped(&it));
        let page = read(
            &format!(
                r#"<ytd-watch-flexy role="main" video-id="{id}"><ytd-watch-metadata><div id="title"><h1>{title}</h1></div>
                <ytd-video-owner-renderer><div id="channel-name"><a href="/channel/x">{author}</a></div></ytd-video-owner-renderer>
                <div id="description-inline-expander"><yt-attributed-string>{words}</yt-attributed-string></div></ytd-watch-metadata></ytd-watch-flexy>"#
            ),
            &format!("https://www.youtube.com/watch?v={id}"),
        );
        row(file, "watch", 1, &page);
        let [video] = &page[..] else { panic!("{file}: one video, not {}", page.len()) };
        let shown = [&video.id, &video.title, &video.creator.name, &video.description].map(String::clone);
        assert_eq!(shown, told(&data).map(|it| tidy(&it)), "{file}");
    }
}

#[test]
fn the_addresses_of_caption_tracks_tell_what_they_are() {
    let youtube = site::site_for("https://www.youtube.com/").expect("a known site");
    for file in ["youtube-player-1.json", "youtube-player-4.json"] {
        let Some(data) = saved(file) else { return };
        let tracks =
            all(&data, "captionTracks").into_iter().flat_map(|list| list.as_array().cloned().unwrap_or_default());
        let mut recognised = 0;
        for track in tracks {
            let told = youtube.loaded_captions(&text(&track, "/baseUrl")).expect("the address of a caption file");
            assert_eq!(told.id, text(&data, "/videoDetails/videoId"));
            assert_eq!(told.language, text(&track, "/languageCode"));
            assert_eq!((told.recognised, told.translated), (text(&track, "/kind") == "asr", false));
            recognised += usize::from(told.recognised);
        }
        assert_eq!(recognised, 1, "{file}: what was spoken is one track");
    }
}

#[test]
fn the_results_of_a_search_are_read_to_the_letter() {
    let file = "youtube-searchapi-1.json";
    let Some(data) = saved(file) else { return };
    let found = all(&data, "videoRenderer");
    let card = |video: &Value| {
        let [id, title] = [text(video, "/videoId"), runs(video, "/title")].map(|it| escaped(&it));
        let name = escaped(&runs(video, "/ownerText"));
        let snippet = escaped(&runs(video, "/detailedMetadataSnippets/0/snippetText"));
        format!(
            r#"<ytd-video-renderer><ytd-thumbnail><a href="/watch?v={id}"></a></ytd-thumbnail><h3><a id="video-title" title="{title}" href="/watch?v={id}">{title}</a></h3>
            <ytd-channel-name><div id="text">{name}</div></ytd-channel-name><div id="description-text">{snippet}</div></ytd-video-renderer>"#
        )
    };
    let cards: String = found.iter().map(card).collect();
    let page = read(&format!(r#"<ytd-search role="main">{cards}</ytd-search>"#), "https://www.youtube.com/results?x");
    row(file, "search", found.len(), &page);
    let shown = |video: &Video| (video.id.clone(), video.title.clone(), video.creator.name.clone());
    let wanted = |video: &Value| (text(video, "/videoId"), runs(video, "/title"), runs(video, "/ownerText"));
    assert_eq!(page.iter().map(shown).collect::<Vec<_>>(), found.iter().map(wanted).collect::<Vec<_>>());
}

#[test]
fn the_reels_of_a_feed_are_read_to_the_letter() {
    for (file, key) in [("instagram-feedapi-1.json", "code"), ("instagram-userposts-1.json", "shortcode")] {
        let Some(data) = saved(file) else { return };
        let mut found = Vec::new();
        with_key(&data, key, &mut found);
        let shown = |item: &&Value| {
            (text(item, &format!("/{key}")), tidy(&text(item, "/caption/text")), text(item, "/user/username"))
        };
        let wanted: Vec<_> = found.iter().map(shown).collect();
        let card = |(id, words, handle): &(String, String, String)| {
            let (words, handle) = (escaped(words), escaped(handle));
            format!(
                r#"<article><header><a href="/{handle}/" role="link">{handle}</a></header><video></video><section><button></button></section>
                <a href="/reel/{id}/"><time datetime="x">1d</time></a><h1 dir="auto">{words}</h1></article>"#
            )
        };
        let cards: String = wanted.iter().map(card).collect();
        let page = read(&format!("<main>{cards}</main>"), "https://www.instagram.com/");
        row(file, "feed", found.len(), &page);
        let read = |video: &Video| (video.id.clone(), video.description.clone(), video.creator.handle.clone());
        assert_eq!(page.iter().map(read).collect::<Vec<_>>(), wanted, "{file}");
    }
}

#[test]
fn what_a_profile_says_is_its_videos_creators() {
    let file = "tiktok-user-1.json";
    let Some(data) = saved(file) else { return };
    let of = |key: &str| text(&data, &format!("/__DEFAULT_SCOPE__/webapp.user-detail/userInfo/user/{key}"));
    let [handle, name, bio] = ["uniqueId", "nickname", "signature"].map(|key| escaped(&of(key)));
    let page = read(
        &format!(
            r#"<div data-e2e="user-page"><h1 data-e2e="user-title">{handle}</h1><h2 data-e2e="user-subtitle">{name}</h2><h2 data-e2e="user-bio">{bio}</h2>
            <div data-e2e="user-post-item"><a href="https://www.tiktok.com/@{handle}/video/7600000000000000001"><img alt="A video"></a></div></div>"#
        ),
        &format!("https://www.tiktok.com/@{handle}"),
    );
    row(file, "profile", 1, &page);
    let creator = page.first().map(|video| &video.creator).expect("a video");
    assert_eq!(
        [&creator.handle, &creator.name, &creator.bio].map(String::clone),
        ["uniqueId", "nickname", "signature"].map(|key| tidy(&of(key)))
    );
}

#[test]
fn saved_caption_files_are_parsed() {
    for (file, cues) in [
        ("youtube-captions-1.vtt", 1),
        ("youtube-json3-2.json", 1),
        ("youtube-srv3-1.xml", 1),
        ("youtube-timedtext-1.xml", 1),
    ] {
        let Ok(bytes) = std::fs::read(Path::new(FOLDER).join(file)) else {
            return println!("SKIPPED: {FOLDER} is absent, nothing was proved");
        };
        let track = captions::parse(&bytes);
        println!("{file:28}{:16}{:>7} cues, {:?}", "captions", track.cues.len(), track.warning);
        assert!(track.cues.len() >= cues, "{file}");
    }
}
