//! Saved data of the sites, where it is at hand, and how it is written into pages.

#![allow(dead_code, reason = "each test uses a part of it")]

use std::path::Path;

use second_look::site::{self, Page};
use second_look::video::{Field, Video};
use serde_json::Value;

use crate::scraped::Scraped;

/// The parsed file; `None`, loudly, where it is absent.
pub fn saved(file: &str) -> Option<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/pages").join(file);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("SKIPPED: {} is absent, nothing was proved", path.display());
        return None;
    };
    Some(serde_json::from_str(&text).expect("JSON"))
}

pub fn text(of: &Value, path: &str) -> String {
    of.pointer(path).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Every object below a value that has a key.
pub fn with_key<'v>(value: &'v Value, key: &str, found: &mut Vec<&'v Value>) {
    match value {
        Value::Object(entries) => {
            found.extend(entries.contains_key(key).then_some(value));
            entries.values().for_each(|value| with_key(value, key, found));
        }
        Value::Array(items) => items.iter().for_each(|value| with_key(value, key, found)),
        _ => {}
    }
}

pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Single spaces and no empty lines, as every reading has them.
pub fn tidy(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

pub fn read(html: &str, address: &str) -> Vec<Video> {
    let dom = Scraped::new(html);
    let site = site::site_for(address).expect("a known site");
    let page = Page::open(site, &dom, address).expect("a known page");
    page.read(&dom).into_iter().map(|card| card.video).collect()
}

/// One row of the table: what a file was written as, how many videos it holds, how many were read, and how many of
/// those with which field.
pub fn row(file: &str, kind: &str, present: usize, read: &[Video]) {
    let with = |field| read.iter().filter(|video| !video.words(field).is_empty()).count();
    let [title, description, name, handle, bio] =
        [Field::Title, Field::Description, Field::CreatorName, Field::Handle, Field::Bio].map(with);
    println!("{file:28}{kind:16}{present:>7}{:>6}{title:>7}{description:>7}{name:>6}{handle:>8}{bio:>5}", read.len());
}
