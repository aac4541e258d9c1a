//! Pages that change while they are read: cards that are recycled, filled late, emptied and filled again.

mod scraped;

use scraped::{Element, Scraped};
use second_look::site::{self, Card, Dom, Page};
use second_look::video::Field;

const HOME: &str = include_str!("pages/youtube-home/page.html");
const SEARCH: &str = include_str!("pages/tiktok-search/page.html");
const WATCH: &str = include_str!("pages/youtube-watch/page.html");
const FOR_YOU: &str = include_str!("pages/tiktok-for_you/page.html");

fn page(dom: &Scraped, address: &str) -> Page<'static, Element> {
    let site = site::site_for(address).expect("a known site");
    Page::open(site, dom, address).expect("a known page")
}

/// Reads the card that an element is part of, as a page is followed.
fn read_around(dom: &Scraped, address: &str, part: Element) -> Option<Card<Element>> {
    let page = page(dom, address);
    let (node, kind) = page.card_of(dom, &part)?;
    page.read_card(dom, &node, kind)
}

const HOME_ADDRESS: &str = "https://www.youtube.com/";
const FOR_YOU_ADDRESS: &str = "https://www.tiktok.com/foryou";

#[test]
fn a_card_that_is_emptied_shows_no_video_until_it_is_filled_again() {
    let mut dom = Scraped::new(FOR_YOU);
    let article = dom.one("#one-column-item-0");
    let before = read_around(&dom, FOR_YOU_ADDRESS, article).expect("a video");
    let children = dom.empty(article);
    assert_eq!(read_around(&dom, FOR_YOU_ADDRESS, article), None);
    dom.refill(article, &children);
    assert_eq!(read_around(&dom, FOR_YOU_ADDRESS, article), Some(before));
}

#[test]
fn a_recycled_card_shows_its_new_video() {
    let mut dom = Scraped::new(HOME);
    let heading = dom.one(r#"h3[title="My year with panic #anxiety"]"#);
    let old = read_around(&dom, HOME_ADDRESS, heading).expect("a video");
    for link in dom.select(&old.node, r#"a[href*="/watch?"]"#) {
        dom.set(link, "href", Some("/watch?v=bbbbbbbbb02"));
    }
    dom.set(heading, "title", Some("A new one"));
    let new = read_around(&dom, HOME_ADDRESS, heading).expect("a video");
    assert_eq!((new.node, new.video.id.as_str(), new.video.title.as_str()), (old.node, "bbbbbbbbb02", "A new one"));
}

#[test]
fn a_lockup_is_known_by_its_own_identifier_while_its_links_are_on_their_way() {
    let mut dom = Scraped::new(HOME);
    let heading = dom.one(r#"h3[title="My year with panic #anxiety"]"#);
    let card = read_around(&dom, HOME_ADDRESS, heading).expect("a video");
    for link in dom.select(&card.node, r#"a[href*="/watch?"]"#) {
        dom.set(link, "href", None);
    }
    assert_eq!(read_around(&dom, HOME_ADDRESS, heading).map(|card| card.video.id), Some(card.video.id));
}

#[test]
fn what_should_be_there_and_is_not_is_named() {
    let mut dom = Scraped::new(FOR_YOU);
    let words = dom.one(r#"#one-column-item-1 [data-e2e="video-desc"]"#);
    let picture = dom.one("#one-column-item-1 img[alt]");
    let name = dom.one(r#"#one-column-item-1 [class*="CreatorInfoContainer"]"#);
    dom.set(words, "data-e2e", None);
    dom.set(picture, "alt", None);
    dom.empty(name);
    let card = read_around(&dom, FOR_YOU_ADDRESS, words).expect("a video");
    assert_eq!(card.missed, [Field::Description, Field::CreatorName]);
    assert_eq!(card.video.creator.handle, "paper.moth");
}

#[test]
fn a_hidden_card_is_not_read() {
    let mut dom = Scraped::new(HOME);
    let heading = dom.one(r#"h3[title="My year with panic #anxiety"]"#);
    let card = read_around(&dom, HOME_ADDRESS, heading).expect("a video");
    dom.set(card.node, "hidden", Some(""));
    assert_eq!(read_around(&dom, HOME_ADDRESS, heading), None);
    dom.set(card.node, "hidden", None);
    dom.set(card.node, "style", Some("display: none;"));
    assert_eq!(read_around(&dom, HOME_ADDRESS, heading), None);
}

#[test]
fn words_beside_a_card_belong_to_it() {
    let dom = Scraped::new(SEARCH);
    let address = "https://www.tiktok.com/search?q=feelings";
    let page = page(&dom, address);
    for card in page.read(&dom) {
        let words = dom.first(&card.node, r#"[data-e2e="search-card-video-caption"]"#).expect("the words");
        assert_eq!(page.card_of(&dom, &words).map(|(node, _)| node), Some(card.node));
    }
}

#[test]
fn the_nearest_card_is_meant_and_nothing_outside_the_page() {
    let dom = Scraped::new(WATCH);
    let page = page(&dom, "https://www.youtube.com/watch?v=aaaaaaaaa41");
    let kind_of = |selector: &str| page.card_of(&dom, &dom.one(selector)).map(|(_, kind)| kind.kind.as_str());
    assert_eq!(kind_of(r#"h3[title="Can worry be useful?"]"#), Some("sidebar"));
    assert_eq!(kind_of("ytd-watch-metadata h1"), Some("watch"));
    assert_eq!(kind_of("#movie_player"), None);
    assert_eq!(kind_of("ytd-watch-flexy"), Some("watch"));
    assert_eq!(kind_of(r#"h3[title="Left behind"]"#), None);
}

#[test]
fn cards_that_came_are_found_without_reading_the_page() {
    let dom = Scraped::new(HOME);
    let page = page(&dom, HOME_ADDRESS);
    let shelf = dom.one("ytd-rich-section-renderer");
    let found: Vec<_> =
        page.cards_in(&dom, &shelf).iter().filter_map(|(node, kind)| page.read_card(&dom, node, kind)).collect();
    assert_eq!(found.iter().map(|card| card.video.id.as_str()).collect::<Vec<_>>(), ["aaaaaaaaa08"]);
}

#[test]
fn a_page_on_its_way_is_read_as_what_it_shows() {
    let dom = Scraped::new(WATCH);
    assert_eq!(page(&dom, "https://www.youtube.com/").kind.kind, "watch");
    assert_eq!(page(&dom, "https://www.youtube.com/premium").kind.kind, "watch");
    let tiktok = site::site_for("https://www.tiktok.com/").expect("a known site");
    assert!(Page::open(tiktok, &dom, "https://www.tiktok.com/live").is_none());
}

#[test]
fn old_data_of_a_page_is_not_taken_for_the_next_video() {
    let dom = Scraped::new(include_str!("pages/tiktok-video/page.html"));
    let next = page(&dom, "https://www.tiktok.com/@tin.lantern/video/7600000000000000012");
    let first = &next.read(&dom)[0];
    assert_eq!((first.opened, first.video.creator.bio.as_str()), (false, ""));
}

#[test]
fn a_reel_that_was_swiped_away_is_not_taken_for_the_next() {
    let dom = Scraped::new(include_str!("pages/facebook-reel/page.html"));
    let read = |address: &str| page(&dom, address).read(&dom).len();
    assert_eq!(read("https://www.facebook.com/reel/900000000000001"), 1);
    // The head still states the reel that the page was loaded for.
    assert_eq!(read("https://www.facebook.com/reel/900000000000002"), 0);
}

#[test]
fn only_pages_that_play_a_video_name_one() {
    let opened = |html, address| page(&Scraped::new(html), address).opened;
    assert_eq!(opened(WATCH, "https://www.youtube.com/watch?v=aaaaaaaaa41"), "aaaaaaaaa41");
    assert_eq!(opened(include_str!("pages/tiktok-profile/page.html"), "https://www.tiktok.com/@inesaldana"), "");
}

#[test]
fn the_player_and_its_timeline_are_found() {
    for (html, address) in [(WATCH, "https://www.youtube.com/watch?v=aaaaaaaaa41"), (FOR_YOU, FOR_YOU_ADDRESS)] {
        let dom = Scraped::new(html);
        let page = page(&dom, address);
        for part in [&page.site.player, &page.site.timeline, &page.site.rendered_captions] {
            assert!(dom.first(&page.root, part).is_some(), "{}: `{}`", page.site.id, &**part);
        }
    }
}
