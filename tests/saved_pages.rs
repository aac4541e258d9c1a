//! Real saved pages, where they are at hand: how many cards each holds, and which fields were found.
//!
//! The pages hold other people's words and are not part of this repository. Where `../shared/pages` is absent, this
//! test says so and proves nothing.

mod scraped;

use std::path::Path;

use scraped::Scraped;
use second_look::site::{self, Page};
use second_look::video::Field;

/// File, address, kind of page, and cards with: any field, title, description, name, handle, bio.
const PAGES: &[(&str, &str, &str, [usize; 6])] = &[
    ("tiktok-foryou-1", "https://www.tiktok.com/foryou", "for_you", [2, 0, 2, 2, 2, 0]),
    ("tiktok-foryou-2", "https://www.tiktok.com/foryou", "for_you", [9, 0, 9, 9, 9, 0]),
    ("tiktok-profile-2", "https://www.tiktok.com/@illojuan", "profile", [18, 0, 17, 18, 18, 18]),
    ("tiktok-profile-3", "https://www.tiktok.com/@bramty", "profile", [30, 0, 30, 30, 30, 30]),
    ("tiktok-video-1", "https://www.tiktok.com/@illojuan/video/7571863205253778710", "video", [13, 0, 13, 2, 13, 1]),
    ("tiktok-video-2", "https://www.tiktok.com/@merveilleux123/video/7135383664971582725", "video", [1, 0, 1, 1, 1, 0]),
    ("tiktok-search-1", "https://www.tiktok.com/search?q=tartaria", "search", [24, 0, 24, 0, 24, 0]),
    ("youtube-home-2", "https://www.youtube.com/", "home", [1, 1, 0, 1, 1, 0]),
    ("youtube-home-3", "https://www.youtube.com/", "home", [3, 3, 0, 3, 2, 0]),
    ("youtube-home-4", "https://www.youtube.com/", "home", [3, 3, 0, 3, 3, 0]),
    // Caught on its way from a video to the home page: the video is still what is shown.
    ("youtube-home-6", "https://www.youtube.com/", "watch", [21, 21, 1, 21, 0, 0]),
    ("youtube-search-1", "https://www.youtube.com/results?search_query=history", "search", [2, 2, 2, 2, 2, 0]),
    ("youtube-search-2", "https://www.youtube.com/results?search_query=megazord", "search", [26, 26, 23, 26, 0, 0]),
    ("youtube-watch-1", "https://www.youtube.com/watch?v=jNQXAC9IVRw", "watch", [3, 3, 0, 3, 0, 0]),
    ("youtube-watch-2", "https://www.youtube.com/watch?v=TToaf5MtiGI", "watch", [21, 21, 1, 21, 0, 0]),
    ("youtube-channel-1", "https://www.youtube.com/@NASA/videos", "channel", [4, 4, 0, 4, 4, 4]),
    ("youtube-shorts-1", "https://www.youtube.com/shorts/_k2w1cC69qY", "shorts", [1, 1, 0, 1, 1, 0]),
    ("generic-vimeo-1", "https://vimeo.com/311983548", "video", [1, 1, 1, 1, 1, 1]),
    // Three videos are described, and their players are not on the page.
    (
        "generic-nbcnews-1",
        "https://www.nbcnews.com/news/us-news/no-charges-filed-against-kenosha-officers-jacob-blake-shooting-n1252739",
        "any",
        [3, 3, 3, 0, 0, 0],
    ),
    // Its tracks belong to songs.
    ("generic-wikipedia-1", "https://en.wikipedia.org/wiki/Bob_Dylan", "any", [0; 6]),
    // Pages as they were sent, before any script had drawn a video.
    ("youtube-watch-5", "https://www.youtube.com/watch?v=hwMkbaS_M_c", "", [0; 6]),
    ("instagram-post-1", "https://www.instagram.com/reel/CN2VQ1yI_MA/", "reel", [0; 6]),
    ("instagram-profile-1", "https://www.instagram.com/pluto__travel/", "", [0; 6]),
    ("instagram-story-1", "https://www.instagram.com/stories/jaimelorentelo/2591639087680304855/", "", [0; 6]),
    // A picture.
    ("instagram-post-3", "https://www.instagram.com/p/BWUDBntl3_Z/", "post", [0; 6]),
    ("youtube-subscriptions-1", "https://www.youtube.com/feed/subscriptions", "subscriptions", [1, 1, 1, 1, 1, 0]),
];

/// Files that are no page as a browser shows it, and why; what of them is read in pages is read in other tests.
const NO_PAGES: &[(&str, &str)] = &[
    ("instagram-feedapi-1.json", "answer of a feed: read as a feed (saved_items)"),
    ("instagram-userposts-1.json", "answer for a profile: read as a feed (saved_items)"),
    ("instagram-scraperpost-1.json", "a scraper's own summary of one video: no page, no answer of the site"),
    ("instagram-scraperuser-1.json", "a scraper's own summary of a person: no video"),
    ("tiktok-explore-1.json", "answer of Explore: read as a feed and as a grid (saved_data)"),
    ("tiktok-searchapi-1.json", "answer of a search: read as a feed and as a grid (saved_data)"),
    ("tiktok-item-1.json", "a page's own data of one video: read in its page (saved_data)"),
    ("tiktok-user-1.json", "a page's own data of a person: read as the head of a profile (saved_items)"),
    ("tiktok-scraperposts-1.json", "a scraper's copy of an item: read as a feed (saved_data)"),
    ("tiktok-scraperprofiles-1.json", "a scraper's copy of a person: no item in it"),
    ("youtube-channelapi-1.json", "answer for a channel: its lockups are read (saved_data)"),
    ("youtube-next-1.json", "answer beside a video: its lockups are read (saved_data)"),
    ("youtube-searchapi-1.json", "answer of a search: read as a search (saved_items)"),
    ("youtube-player-1.json", "answer to a player: read as a watch page, and its caption addresses (saved_items)"),
    ("youtube-player-4.json", "answer to a player: read as a watch page, and its caption addresses (saved_items)"),
    ("youtube-player-2.json", "answer to a player: read as a watch page (saved_items)"),
    ("youtube-captions-1.vtt", "a caption file: parsed (saved_items)"),
    ("youtube-json3-2.json", "a caption file: parsed (saved_items)"),
    ("youtube-srv3-1.xml", "a caption file: parsed (saved_items)"),
    ("youtube-timedtext-1.xml", "a caption file: parsed (saved_items)"),
    ("youtube-transcript-1.html", "shapes of the transcript, no page: as in page_captions"),
    ("structure.md", "what is known of the pages"),
    ("README.md", "where they come from"),
];

#[test]
fn every_file_is_read_or_said_why_not() {
    let Ok(entries) = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/pages")) else { return };
    for (file, why) in NO_PAGES {
        println!("{file:31}{why}");
    }
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_page = PAGES.iter().any(|(page, ..)| format!("{page}.html") == name);
        assert!(is_page || NO_PAGES.iter().any(|(file, _)| *file == name), "{name}: neither read nor said why not");
    }
}

#[test]
fn every_visible_card_is_read_once_with_the_fields_its_page_has() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/pages");
    if !folder.is_dir() {
        println!("SKIPPED: {} is absent, nothing was proved", folder.display());
        return;
    }
    println!("{:26}{:15}cards title descr  name handle bio", "file", "kind");
    let wrong: Vec<_> = PAGES.iter().filter_map(|page| check(&folder, page)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn check(folder: &Path, (file, address, kind, expected): &(&str, &str, &str, [usize; 6])) -> Option<String> {
    let html = std::fs::read_to_string(folder.join(format!("{file}.html"))).expect("the page is there");
    let dom = Scraped::new(&html);
    let site = site::site_for(address).expect("the address is of a known site");
    let page = Page::open(site, &dom, address);
    let (read_as, cards) = page.map_or(("", Vec::new()), |page| (page.kind.kind.as_str(), page.read(&dom)));
    let with = |field| cards.iter().filter(|card| !card.video.words(field).is_empty()).count();
    let [title, description, name, handle, bio] =
        [Field::Title, Field::Description, Field::CreatorName, Field::Handle, Field::Bio].map(with);
    let found = [cards.len(), title, description, name, handle, bio];
    println!("{file:26}{read_as:15}{found:>5?}");
    let missed: Vec<_> =
        cards.iter().filter(|card| !card.missed.is_empty()).map(|card| (&card.video.id, &card.missed)).collect();
    let right = read_as == *kind && found == *expected && missed.is_empty();
    (!right).then(|| format!("{file}: {read_as} {found:?}, expected {kind} {expected:?}; missed {missed:?}"))
}
