//! Real items of the sites' own data, where they are at hand, written into pages as the sites write them, and read back
//! to the letter.
//!
//! The items hold other people's words and are not part of this repository. Where `../shared/pages` is absent, these
//! tests say so and prove nothing.

mod saved;
mod scraped;

use saved::{escaped, read, row, saved, text, tidy, with_key};
use second_look::video::{Creator, Video};
use serde_json::Value;

/// Identifier, description, name and handle of every item in TikTok's data.
fn items(file: &str) -> Vec<Video> {
    let Some(data) = saved(file) else { return Vec::new() };
    let mut found = Vec::new();
    with_key(&data, "desc", &mut found);
    found.retain(|item| text(item, "/author/uniqueId").len() > 1 && text(item, "/id").len() > 14);
    found
        .iter()
        .map(|item| Video {
            id: text(item, "/id"),
            description: tidy(&text(item, "/desc")),
            creator: Creator {
                name: tidy(&text(item, "/author/nickname")),
                handle: text(item, "/author/uniqueId"),
                bio: tidy(&text(item, "/author/signature")),
                bio_seen: None,
            },
            ..Video::default()
        })
        .collect()
}

/// What the pages show of a video, to be compared.
fn shown(video: &Video) -> [String; 3] {
    [&video.id, &video.description, &video.creator.handle].map(String::clone)
}

fn each_once(videos: &[Video]) -> Vec<[String; 3]> {
    let mut all: Vec<_> = videos.iter().map(shown).collect();
    let mut met = std::collections::BTreeSet::new();
    all.retain(|[id, ..]| met.insert(id.clone()));
    all
}

const DATA: &[&str] =
    &["tiktok-explore-1.json", "tiktok-searchapi-1.json", "tiktok-item-1.json", "tiktok-scraperposts-1.json"];

#[test]
fn the_items_of_a_feed_are_read_to_the_letter() {
    for file in DATA {
        let items = items(file);
        let card = |(at, item): (usize, &Video)| {
            let [id, words, handle] = shown(item).map(|text| escaped(&text));
            format!(
                r#"<article id="one-column-item-{at}" data-e2e="recommend-list-item-container"><section data-e2e="feed-video"><div id="xgwrapper-{at}-{id}"></div>
                <div data-e2e="video-desc"><span>{words}</span></div><div data-e2e="v2t-desc">A summary.</div></section><a data-e2e="video-author-avatar" href="/@{handle}"></a></article>"#
            )
        };
        let cards: String = items.iter().enumerate().map(card).collect();
        let page =
            read(&format!(r#"<main id="main-content-homepage_hot">{cards}</main>"#), "https://www.tiktok.com/foryou");
        assert_eq!(each_once(&page), each_once(&items), "{file}");
        row(file, "feed", each_once(&items).len(), &page);
    }
}

#[test]
fn the_items_of_a_grid_are_read_to_the_letter() {
    for file in DATA {
        let items = items(file);
        let card = |item: &Video| {
            let [id, words, handle] = shown(item).map(|text| escaped(&text));
            format!(
                r#"<div><div data-e2e="explore-item"><a href="https://www.tiktok.com/@{handle}/video/{id}"><img alt=""></a></div>
                <div><a data-e2e="explore-card-user-link" href="/@{handle}"></a><div data-e2e="explore-card-desc">{words}</div></div></div>"#
            )
        };
        let cards: String = items.iter().map(card).collect();
        let page =
            read(&format!(r#"<main id="main-content-explore_page">{cards}</main>"#), "https://www.tiktok.com/explore");
        assert_eq!(each_once(&page), each_once(&items), "{file}");
        row(file, "grid", each_once(&items).len(), &page);
    }
}

#[test]
fn a_page_of_one_video_adds_what_its_data_says_of_the_creator() {
    let Some(data) = saved("tiktok-item-1.json") else { return };
    for item in items("tiktok-item-1.json").into_iter().take(1) {
        let [id, words, handle] = shown(&item).map(|text| escaped(&text));
        let scopes = data.get("__DEFAULT_SCOPE__").unwrap_or(&data);
        let script = serde_json::json!({ "__DEFAULT_SCOPE__": scopes }).to_string().replace("</", "<\\/");
        let html = format!(
            r#"<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">{script}</script><main id="main-content-video_detail">
            <article data-e2e="recommend-list-item-container"><div id="xgwrapper-0-{id}"></div><div data-e2e="video-desc">{words}</div><a data-e2e="video-author-avatar" href="/@{handle}"></a></article></main>"#
        );
        let page = read(&html, &format!("https://www.tiktok.com/@{handle}/video/{id}"));
        let [video] = &page[..] else { panic!("one video, not {}", page.len()) };
        assert_eq!(video.creator, item.creator);
        row("tiktok-item-1.json", "video", 1, &page);
    }
}

/// Title and identifier of every lockup in YouTube's data, videos and others.
fn lockups(file: &str) -> Vec<(String, String, bool)> {
    let Some(data) = saved(file) else { return Vec::new() };
    let mut found = Vec::new();
    with_key(&data, "lockupViewModel", &mut found);
    let lockups = found.iter().filter_map(|holder| holder.get("lockupViewModel"));
    let entry = |lockup: &Value| {
        let is_video = text(lockup, "/contentType") == "LOCKUP_CONTENT_TYPE_VIDEO";
        (text(lockup, "/contentId"), tidy(&text(lockup, "/metadata/lockupMetadataViewModel/title/content")), is_video)
    };
    lockups.map(entry).collect()
}

#[test]
fn lockups_are_read_to_the_letter_and_playlists_are_not() {
    for file in ["youtube-next-1.json", "youtube-channelapi-1.json"] {
        let lockups = lockups(file);
        if lockups.is_empty() {
            continue;
        }
        let card = |(id, title, is_video): &(String, String, bool)| {
            let (id, title) = (escaped(id), escaped(title));
            let link = if *is_video { format!("/watch?v={id}") } else { format!("/playlist?list={id}") };
            format!(
                r#"<yt-lockup-view-model><div class="ytLockupViewModelHost content-id-{id} x"><a href="{link}"><yt-thumbnail-view-model></yt-thumbnail-view-model></a>
                <h3 title="{title}"><a href="{link}"><span>{title}</span></a></h3></div></yt-lockup-view-model>"#
            )
        };
        let cards: String = lockups.iter().map(card).collect();
        let page = read(&format!(r#"<ytd-search role="main">{cards}</ytd-search>"#), "https://www.youtube.com/results");
        row(file, "lockups", lockups.iter().filter(|(.., is_video)| *is_video).count(), &page);
        let mut read: Vec<_> = page.into_iter().map(|video| (video.id, video.title)).collect();
        let mut videos: Vec<_> =
            lockups.into_iter().filter(|(.., is_video)| *is_video).map(|(id, title, _)| (id, title)).collect();
        read.sort();
        videos.sort();
        videos.dedup();
        assert_eq!(read, videos, "{file}");
    }
}
