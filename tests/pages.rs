//! Pages with invented words on real structure, each read as its `page.toml` says, also when the site changes what it
//! changes all the time.
//!
//! A folder of `tests/pages` is a test: `page.html`, and `page.toml` with the address, the kind of page and every
//! video that is to be read, in order. A field that is not stated is expected to be empty.

mod scraped;

use std::path::{Path, PathBuf};

use scraped::{Element, Scraped, change};
use second_look::site::{self, Card, CardKind, Dom, Page, PageKind};
use second_look::video::{CaptionsFrom, Field};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    url: String,
    kind: String,
    /// What each video's badge is pinned to, as a selector; the card itself where empty.
    #[serde(default)]
    anchor: String,
    video: Vec<Reading>,
    /// Changes that this page cannot be read through, and why.
    #[serde(default)]
    fragile: std::collections::BTreeMap<String, String>,
}

#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
struct Reading {
    id: String,
    title: String,
    description: String,
    hashtags: Vec<String>,
    name: String,
    handle: String,
    bio: String,
    transcript: String,
    captions_from: Option<CaptionsFrom>,
    language: String,
    /// What the site itself says of who made it.
    note: String,
    opened: bool,
    missed: Vec<Field>,
    /// Where this one's badge is pinned, if elsewhere.
    anchor: String,
}

struct Fixture {
    name: String,
    html: String,
    expected: Expected,
}

fn fixtures() -> Vec<Fixture> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the fixtures are there")
        .map(|entry| entry.expect("readable").path())
        .collect();
    folders.sort();
    folders.iter().map(|folder| fixture(folder)).collect()
}

fn fixture(folder: &Path) -> Fixture {
    let read = |file: &str| {
        std::fs::read_to_string(folder.join(file)).unwrap_or_else(|why| panic!("{}/{file}: {why}", folder.display()))
    };
    let expected: Expected =
        toml::from_str(&read("page.toml")).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    let expected = with_anchors(expected);
    Fixture {
        name: folder.file_name().expect("a name").to_string_lossy().into_owned(),
        html: read("page.html"),
        expected,
    }
}

fn with_anchors(mut expected: Expected) -> Expected {
    for video in expected.video.iter_mut().filter(|video| video.anchor.is_empty()) {
        video.anchor.clone_from(&expected.anchor);
    }
    expected
}

fn open<'p>(dom: &Scraped, url: &str) -> Option<Page<'p, Element>> {
    Page::open(site::site_for(url).expect("a known site"), dom, url)
}

fn reading(dom: &Scraped, card: &Card<Element>, expected: &Reading) -> Reading {
    let video = card.video.clone();
    // Stand-in identifiers are made of the page's own words, so only their shape is expected.
    let stand_in = expected.id.strip_suffix('*').is_some_and(|start| video.id.starts_with(start));
    let anchored = card.anchor == card.node && expected.anchor.is_empty();
    let anchored = anchored || (!expected.anchor.is_empty() && dom.matches(&card.anchor, &expected.anchor));
    Reading {
        id: if stand_in { expected.id.clone() } else { video.id },
        title: video.title,
        description: video.description,
        hashtags: video.hashtags,
        name: video.creator.name,
        handle: video.creator.handle,
        bio: video.creator.bio,
        transcript: video.transcript,
        captions_from: video.captions_from,
        language: video.language.unwrap_or_default(),
        note: video.platform_note,
        opened: card.opened,
        missed: card.missed.clone(),
        anchor: if anchored { expected.anchor.clone() } else { "another element".to_owned() },
    }
}

/// What differs between what was read and what was expected, for a person to read.
fn differences(fixture: &Fixture, dom: &Scraped) -> Vec<String> {
    let Fixture { name, expected, .. } = fixture;
    let Some(page) = open(dom, &expected.url) else { return vec![format!("{name}: no known page")] };
    let cards = page.read(dom);
    let blank = Reading::default();
    let pairs = (0..cards.len().max(expected.video.len())).map(|at| {
        let wanted = expected.video.get(at);
        (cards.get(at).map(|card| reading(dom, card, wanted.unwrap_or(&blank))), wanted.cloned())
    });
    let mut found: Vec<_> = pairs
        .filter(|(read, wanted)| read != wanted)
        .map(|(read, wanted)| format!("{name}:\n  read     {read:?}\n  expected {wanted:?}"))
        .collect();
    if page.kind.kind != expected.kind {
        found.push(format!("{name}: read as {}", page.kind.kind));
    }
    found
}

#[test]
fn every_page_is_read_as_expected() {
    let wrong: Vec<_> = fixtures().iter().flat_map(|page| differences(page, &Scraped::new(&page.html))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A site may describe a kind of page more than once: its mobile pages are other pages of the same kinds.
#[test]
fn every_description_of_a_page_has_a_page_here() {
    let shown = shown();
    for site in site::all() {
        for (at, page) in site.pages.iter().enumerate() {
            let is_shown = shown.iter().any(|(kind, _)| std::ptr::eq(*kind, page));
            assert!(is_shown, "{}: no folder in tests/pages shows its {} ([[page]] {})", site.id, page.kind, at + 1);
        }
    }
}

#[test]
fn every_description_of_a_card_has_a_card_here() {
    let cards: Vec<_> = shown().into_iter().flat_map(|(_, cards)| cards).collect();
    for site in site::all() {
        for card in &site.cards {
            let is_shown = cards.iter().any(|kind| std::ptr::eq(*kind, card));
            assert!(is_shown, "{}: no page in tests/pages shows a card of kind {}", site.id, card.kind);
        }
    }
}

/// How each page here is read: its kind, and the kinds of its cards.
fn shown() -> Vec<(&'static PageKind, Vec<&'static CardKind>)> {
    let shown = |fixture: &Fixture| {
        let dom = Scraped::new(&fixture.html);
        let page = open(&dom, &fixture.expected.url)?;
        let cards = page.cards_in(&dom, &page.root).into_iter();
        let read = cards.filter(|(node, kind)| page.read_card(&dom, node, kind).is_some());
        Some((page.kind, read.map(|(_, kind)| kind).collect()))
    };
    fixtures().iter().filter_map(shown).collect()
}

#[test]
fn sites_may_change_what_they_change_all_the_time() {
    let mut wrong = Vec::new();
    for (what, change) in change::ALL {
        for fixture in fixtures() {
            let dom = Scraped::new(&change(&fixture.html));
            let survives = differences(&fixture, &dom);
            match fixture.expected.fragile.get(*what) {
                None if !survives.is_empty() => wrong.push(format!("{what}: {}", survives.join("\n"))),
                Some(_) if survives.is_empty() => wrong.push(format!("{what}: {} is read all the same", fixture.name)),
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn cards_that_are_emptied_and_filled_again_show_their_videos_again() {
    for fixture in fixtures() {
        let mut dom = Scraped::new(&fixture.html);
        let read = |dom: &Scraped| open(dom, &fixture.expected.url).map(|page| page.read(dom)).unwrap_or_default();
        let before = read(&dom);
        for card in &before {
            let children = dom.empty(card.node);
            let id = &card.video.id;
            let still = read(&dom).into_iter().any(|other| other.video.id == *id && other.node == card.node);
            // What stands in the element's own attributes stays, and so does what the page states elsewhere.
            let elsewhere = matches!(dom.tag(&card.node).as_str(), "a" | "script") || id.starts_with("page-");
            assert!(!still || elsewhere, "{}: {id}", fixture.name);
            dom.refill(card.node, &children);
        }
        assert_eq!(read(&dom), before, "{}", fixture.name);
    }
}

#[test]
fn a_page_of_another_site_holds_no_videos() {
    let fixtures = fixtures();
    for page in &fixtures {
        let dom = Scraped::new(&page.html);
        let site_of = |fixture: &Fixture| fixture.name.split('-').next().map(str::to_owned);
        for other in fixtures.iter().filter(|other| site_of(other) != site_of(page)) {
            let read = open(&dom, &other.expected.url).map_or(0, |page| page.read(&dom).len());
            assert_eq!(read, 0, "{} as {}", page.name, other.name);
        }
    }
}
