//! Saying how well a page was read: field by field, and where it was read badly, what was tried.
//!
//! Sites change. A page that holds videos of which none is read, or whose videos mostly lack what such videos always
//! have, is not passed over in silence: the viewer is told, and is offered a text for whoever mends the site's file.
//! That text holds selectors and counts, no word of the page and no address.

use std::fmt::Write;

use super::description::{CardKind, PageKind, Site, Source};
use super::dom::Dom;
use super::page::{self, Page};
use super::read;
use crate::video::{Field, Video};
use crate::wire::FieldReading;

/// How each field was read: over every video, with the fields that were missed in it.
pub fn fields<'v>(read: &(impl Iterator<Item = (&'v Video, &'v [Field])> + Clone)) -> Vec<FieldReading> {
    let reading = |field: Field| FieldReading {
        field,
        found: read.clone().filter(|(video, _)| !video.words(field).is_empty()).count(),
        missed: read.clone().filter(|(_, missed)| missed.contains(&field)).count(),
    };
    Field::ALL.map(reading).to_vec()
}

/// Whether a field that such videos have was missed in more than half of them.
pub fn mostly_missed(fields: &[FieldReading], videos: usize) -> bool {
    fields.iter().any(|reading| reading.missed * 2 > videos)
}

/// How many elements that lead to videos a page shows, of the first so many.
const SIGNS: usize = 40;

/// Where a page is read badly, what was tried, for whoever mends the site's file; empty where all is well. `fields` says
/// what came of `videos` videos.
pub fn trouble<D: Dom>(site: &Site, dom: &D, address: &str, videos: usize, fields: &[FieldReading]) -> String {
    let expected = page::kinds_at(site, address).next();
    let signs = if videos == 0 && expected.is_some() { signs(site, dom) } else { 0 };
    if signs == 0 && !mostly_missed(fields, videos) {
        return String::new();
    }
    let names: Vec<_> = page::kinds_at(site, address).map(|kind| kind.kind.as_str()).collect();
    let mut told =
        format!("site {}, address of {}\nvideos read {videos}, signs of videos {signs}\n", site.id, names.join(" or "));
    for reading in fields.iter().filter(|reading| reading.found + reading.missed > 0) {
        line(&mut told, format_args!("{:?}: found {}, missed {}", reading.field, reading.found, reading.missed));
    }
    match Page::open(site, dom, address) {
        Some(page) => page_tried(&mut told, dom, &page),
        None => page::kinds_at(site, address).for_each(|kind| roots_tried(&mut told, dom, kind)),
    }
    told
}

/// Elements that lead to videos, where they are not hidden.
fn signs<D: Dom>(site: &Site, dom: &D) -> usize {
    let root = dom.root().filter(|_| !site.signs.is_empty());
    let found = root.map(|root| dom.sample(&root, &site.signs, SIGNS)).unwrap_or_default();
    found.iter().filter(|sign| !dom.is_hidden(sign)).count()
}

fn roots_tried<D: Dom>(told: &mut String, dom: &D, kind: &PageKind) {
    for selector in &kind.root {
        let found = dom.root().map_or(0, |root| dom.select(&root, selector).len());
        line(told, format_args!("page {}, root `{selector}`: {found} elements, none shown", kind.kind));
    }
}

fn page_tried<D: Dom>(told: &mut String, dom: &D, page: &Page<'_, D::Node>) {
    line(told, format_args!("read as {}", page.kind.kind));
    for kind in page.kinds() {
        let nodes = dom.select(&page.root, &kind.select);
        let hidden = nodes.iter().filter(|node| dom.is_hidden(node)).count();
        let other = nodes.iter().filter(|node| read::is_something_else(dom, page, kind, node)).count();
        let (all, name, select) = (nodes.len(), &kind.kind, &*kind.select);
        line(told, format_args!("card {name}, `{select}`: {all} elements, {hidden} hidden, {other} left out"));
        if all > 0 {
            sources_tried(told, dom, page, kind, &nodes);
        }
    }
}

fn sources_tried<D: Dom>(told: &mut String, dom: &D, page: &Page<'_, D::Node>, kind: &CardKind, nodes: &[D::Node]) {
    let lists = [
        ("id", &kind.id),
        ("title", &kind.title),
        ("description", &kind.description),
        ("name", &kind.name),
        ("handle", &kind.handle),
    ];
    for (field, source) in lists.iter().flat_map(|(field, sources)| sources.iter().map(move |source| (field, source))) {
        let with = nodes.iter().filter(|node| read::holds(dom, page, kind, node, source)).count();
        line(told, format_args!("  {field}, {}: {with}", named(source)));
    }
}

/// A source as its site file states it.
fn named(source: &Source) -> String {
    let attribute = if source.attribute.is_empty() { String::new() } else { format!(" {}", source.attribute) };
    let like = if source.like.is_empty() { String::new() } else { format!(" like {}", source.like) };
    format!("{:?} `{}`{attribute}{like}", source.on, source.at)
}

fn line(told: &mut String, words: std::fmt::Arguments<'_>) {
    // A string refuses nothing.
    let _ = writeln!(told, "{words}");
}
