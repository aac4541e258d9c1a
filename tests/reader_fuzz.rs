//! The reader before pages that mean no good, and pages that make no sense: it reads what it can, and always comes to an
//! end.
//!
//! Pages are made from the fixtures by cutting, doubling, swapping and nesting them, with the names that site files look
//! for thrown in anywhere. A number makes the same page again: what fails is told with its number.

mod scraped;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use scraped::Scraped;
use second_look::site::{self, Page, honesty};

/// How many pages a plain run reads, and how many seconds the long run goes on, unless `FUZZ_SECONDS` says how many.
const PAGES: u64 = 400;
const LONG: u64 = 900;

/// What is thrown in: the edges of what pages hold.
const SCRAPS: &[&str] = &[
    "<div>",
    "</div>",
    "</a>",
    "<a href='/watch?v=aaaaaaaaa01'>",
    "<a href='/@x/video/7600000000000000001'>",
    "<h3 title='x'>",
    "<yt-lockup-view-model>",
    "<ytd-rich-item-renderer>",
    "<article data-e2e='recommend-list-item-container'>",
    "<h1>",
    "<video>",
    "<video src='a'><track>",
    "<img alt='created by x with y'>",
    "<p itemscope itemtype='http://schema.org/VideoObject'>",
    "<script type='application/ld+json'>{\"@type\":\"VideoObject\",\"name\":\"x\",\"url\":\"https://a.example/\"}</script>",
    "<script type='application/ld+json'>[[[[[[[[{\"@graph\":[{\"video\":{}}]}]]]]]]]]</script>",
    "<template>",
    "<svg>",
    "<select>",
    "<table>",
    "<style>",
    "<!--",
    "-->",
    "\u{0}",
    "&#x110000;",
    "\u{202e}",
    "\u{feff}",
    "é\u{301}",
    "🏳️‍🌈",
    "#",
    "##a#",
    "%E3%81",
    "<i hidden>",
    " style='display: none'>",
    "<body dir=rtl>",
    "<base href='x'>",
    "<iframe src='/embed/x'>",
    "<frameset>",
    "</body>",
    "<math><mi>",
];

/// xorshift64*: small, and the same everywhere.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(drawn).expect("31 bits") % most.max(1)
    }

    fn one_of<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }

    /// A place in a text, between characters.
    fn place(&mut self, text: &str) -> usize {
        text.floor_char_boundary(self.below(text.len() + 1))
    }
}

fn fixtures() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages");
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .expect("the fixtures are there")
        .map(|entry| {
            let folder = entry.expect("readable").path();
            let read = |file| std::fs::read_to_string(folder.join(file)).expect("a file of a fixture");
            let about: toml::Table = read("page.toml").parse().expect("TOML");
            (about["url"].as_str().expect("an address").to_owned(), read("page.html"))
        })
        .collect();
    found.sort();
    found
}

/// The page of a number, and the address under which it is read.
fn made(number: u64, fixtures: &[(String, String)]) -> (String, String) {
    let mut chance = Chance(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut html = chance.one_of(fixtures).1.clone();
    for _ in 0..=chance.below(12) {
        change(&mut html, &mut chance, fixtures);
    }
    (chance.one_of(fixtures).0.clone(), html)
}

fn change(html: &mut String, chance: &mut Chance, fixtures: &[(String, String)]) {
    let (one, other) = (chance.place(html), chance.place(html));
    let (from, to) = (one.min(other), one.max(other).min(html.floor_char_boundary(one.min(other) + 3000)));
    match chance.below(7) {
        0 => html.replace_range(from..to, ""),
        1 => {
            let part = html[from..to].to_owned();
            html.insert_str(from, &part);
        }
        2 => {
            let foreign = &chance.one_of(fixtures).1;
            let start = chance.place(foreign);
            let end = foreign.floor_char_boundary(start + 3000);
            html.insert_str(from, &foreign[start..end]);
        }
        3 => {
            let depth = 1 + chance.below(600);
            html.insert_str(from, &(chance.one_of::<&str>(SCRAPS)).repeat(depth));
        }
        4 => *html = html.replacen(['<', '"', '>', '='], "", 1 + chance.below(3)),
        _ => (0..4).for_each(|_| {
            let place = chance.place(html);
            html.insert_str(place, chance.one_of::<&str>(SCRAPS));
        }),
    }
    html.truncate(html.floor_char_boundary(200_000));
}

/// Reads a page and holds what every reading promises.
fn hold(number: u64, fixtures: &[(String, String)]) {
    let (address, html) = made(number, fixtures);
    let dom = Scraped::new(&html);
    let site = site::site_for(&address).expect("an address of the web");
    let page = Page::open(site, &dom, &address);
    let cards = page.as_ref().map(|page| page.read(&dom)).unwrap_or_default();
    if let Some(page) = &page {
        let _ = (page.transcript(&dom), page.caption_file(&dom, &page.opened));
    }
    let ids: BTreeSet<_> = cards.iter().map(|card| card.video.id.clone()).collect();
    assert_eq!(ids.len(), cards.len(), "page {number}: a video is read twice");
    assert!(!ids.contains(""), "page {number}: a video without an identifier");
    for card in &cards {
        let longest = second_look::video::Field::ALL.map(|field| card.video.words(field).len()).into_iter().max();
        assert!(longest < Some(2_000_000), "page {number}: text without end");
    }
    let fields = honesty::fields(&cards.iter().map(|card| (&card.video, &*card.missed)));
    let told = honesty::trouble(site, &dom, &address, cards.len(), &fields);
    assert!(told.len() < 100_000, "page {number}: a report without end");
}

#[test]
fn the_reader_survives_any_page() {
    let fixtures = fixtures();
    (0..PAGES).for_each(|number| hold(number, &fixtures));
}

#[test]
#[ignore = "takes a quarter of an hour"]
fn fuzz() {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(LONG);
    let (fixtures, start) = (fixtures(), Instant::now());
    let mut number = PAGES;
    while start.elapsed() < Duration::from_secs(seconds) {
        hold(number, &fixtures);
        number += 1;
    }
    println!("{seconds} s: {} pages", number - PAGES);
}
