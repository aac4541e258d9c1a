//! A page that is read badly says so, and says what was tried without a word of the page.

mod scraped;

use scraped::Scraped;
use second_look::site::{self, Dom, Page, honesty};
use second_look::video::Field;

const HOME: &str = include_str!("pages/youtube-home/page.html");
const HOME_ADDRESS: &str = "https://www.youtube.com/";
const FOR_YOU: &str = include_str!("pages/tiktok-for_you/page.html");
const FOR_YOU_ADDRESS: &str = "https://www.tiktok.com/foryou";

/// How many videos were read, and what is said of the reading.
fn told(dom: &Scraped, address: &str) -> (usize, String) {
    let site = site::site_for(address).expect("a known site");
    let cards = Page::open(site, dom, address).map(|page| page.read(dom)).unwrap_or_default();
    let fields = honesty::fields(&cards.iter().map(|card| (&card.video, &*card.missed)));
    (cards.len(), honesty::trouble(site, dom, address, cards.len(), &fields))
}

#[test]
fn a_page_that_is_read_well_has_nothing_to_say() {
    for (html, address) in [(HOME, HOME_ADDRESS), (FOR_YOU, FOR_YOU_ADDRESS)] {
        let (videos, told) = told(&Scraped::new(html), address);
        assert!(videos > 0 && told.is_empty(), "{told}");
    }
}

#[test]
fn a_page_of_videos_without_a_known_card_says_what_was_tried() {
    let renamed = ["ytd-rich-item-renderer", "yt-lockup-view-model", "ytm-shorts-lockup-view-model"]
        .iter()
        .fold(HOME.to_owned(), |html, name| html.replace(name, "yt-new-thing"));
    let (videos, told) = told(&Scraped::new(&renamed), HOME_ADDRESS);
    assert_eq!(videos, 0);
    assert!(told.contains("read as home") && told.contains("card video, `ytd-rich-item-renderer"), "{told}");
    assert!(told.contains(": 0 elements"), "{told}");
}

#[test]
fn a_page_whose_frame_has_changed_says_so() {
    let (videos, told) = told(&Scraped::new(&HOME.replace("ytd-browse", "yt-new-browse")), HOME_ADDRESS);
    assert_eq!(videos, 0);
    assert!(told.contains("page home, root `ytd-browse"), "{told}");
}

#[test]
fn a_field_that_is_mostly_missed_is_told_with_its_sources() {
    let broken = FOR_YOU.replace("CreatorInfoContainer", "Renamed").replace("video-author-avatar", "renamed");
    let broken = broken.replace("href=\"/@", "href=\"/creator/");
    let dom = Scraped::new(&broken);
    let site = site::site_for(FOR_YOU_ADDRESS).expect("TikTok");
    let cards = Page::open(site, &dom, FOR_YOU_ADDRESS).expect("a page").read(&dom);
    let fields = honesty::fields(&cards.iter().map(|card| (&card.video, &*card.missed)));
    let of = |field| fields.iter().find(|reading| reading.field == field).copied().expect("every field");
    assert_eq!((of(Field::Handle).found, of(Field::Handle).missed), (0, 2));
    assert_eq!((of(Field::Bio).found, of(Field::Bio).missed), (0, 0), "feeds have no profile text");
    let told = told(&dom, FOR_YOU_ADDRESS).1;
    assert!(told.contains("Handle: found 0, missed 2") && told.contains("video-author-uniqueid"), "{told}");
}

#[test]
fn no_word_and_no_address_of_the_page_is_told() {
    let broken = HOME.replace("h3", "h9").replace("title=", "data-t=");
    let dom = Scraped::new(&broken);
    let told = told(&dom, HOME_ADDRESS).1;
    assert!(!told.is_empty());
    let root = dom.root().expect("a page");
    for link in dom.select(&root, "a[href]") {
        let id = dom.attribute(&link, "href").and_then(|href| href.rsplit('=').next().map(str::to_owned));
        assert!(id.is_none_or(|id| id.len() < 11 || !told.contains(&id)), "{told}");
    }
    for words in dom.text(&root, "").lines().filter(|line| line.len() > 12) {
        assert!(!told.contains(words), "{words}");
    }
}

#[test]
fn a_page_that_need_not_hold_videos_is_not_complained_of() {
    let empty = r#"<ytd-app><ytd-browse page-subtype="home" role="main"><p>Try searching</p></ytd-browse></ytd-app>"#;
    assert_eq!(told(&Scraped::new(empty), HOME_ADDRESS), (0, String::new()));
    let left = format!("{empty}<div hidden><a href=\"/watch?v=aaaaaaaaa01\">Old</a></div>");
    assert_eq!(told(&Scraped::new(&left), HOME_ADDRESS), (0, String::new()));
}
