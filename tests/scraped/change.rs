//! What sites do to their pages: changes that keep a page's meaning.

use ego_tree::NodeId;
use scraper::node::Element;
use scraper::{Html, Node};

/// A change by name: from one page to another that shows the same.
pub type Change = fn(&str) -> String;

/// Every change.
pub const ALL: &[(&str, Change)] = &[
    ("classes renamed", classes_renamed),
    ("a wrapper around everything", wrapped),
    ("tooltips gone", |html| without_attribute(html, "title")),
    ("menu entries without their video", |html| without_attribute(html, "data-more-menu-item-id")),
    ("pictures without words", |html| without_attribute(html, "alt")),
    ("another language", other_language),
    ("right to left", |html| html.replacen("<html", r#"<html dir="rtl""#, 1)),
    ("source wrapped and indented", indented),
];

fn elements(page: &Html) -> Vec<NodeId> {
    page.tree.nodes().filter(|node| node.value().is_element()).map(|node| node.id()).collect()
}

/// Applies a change to each element and writes the page down again.
fn each(html: &str, change: impl Fn(&mut Element)) -> String {
    let mut page = Html::parse_document(html);
    for id in elements(&page) {
        if let Some(mut node) = page.tree.get_mut(id)
            && let Node::Element(element) = node.value()
        {
            change(element);
        }
    }
    page.html()
}

/// New hashes everywhere; what a component is called stays, as it does on TikTok, and so do marks of the player.
fn classes_renamed(html: &str) -> String {
    each(html, |element| {
        for (_, value) in element.attrs.iter_mut().filter(|(name, _)| &*name.local == "class") {
            *value = value.split(' ').map(renamed).collect::<Vec<_>>().join(" ").into();
        }
    })
}

fn renamed(class: &str) -> String {
    if ["content-id-", "ytp-", "xgplayer", "ended-mode"].iter().any(|kept| class.contains(kept)) {
        class.to_owned()
    } else {
        format!("x7f--{}", class.rsplit_once("--").map_or("", |(_, component)| component))
    }
}

fn without_attribute(html: &str, gone: &str) -> String {
    each(html, |element| element.attrs.retain(|(name, _)| &*name.local != gone))
}

/// Labels are in the viewer's language, and so are counts and dates.
fn other_language(html: &str) -> String {
    each(html, |element| {
        for (name, value) in &mut element.attrs {
            if &*name.local == "aria-label" || &*name.local == "lang" {
                *value = "日本語".into();
            }
        }
    })
    .replace("views", "回視聴")
    .replace("Follow", "フォロー")
}

/// Puts boxes and links into another box or span.
fn wrapped(html: &str) -> String {
    let mut page = Html::parse_document(html);
    for id in elements(&page) {
        let name =
            page.tree.get(id).and_then(|node| node.value().as_element().map(|element| element.name().to_owned()));
        let wrapper = match name.as_deref() {
            Some("h1" | "h2" | "h3" | "img" | "section" | "ytd-thumbnail" | "yt-thumbnail-view-model") => "div",
            Some("a") => "span",
            _ => continue,
        };
        let mut node = page.tree.get_mut(id).expect("it was listed");
        let wrapper = node.insert_before(element(wrapper)).id();
        page.tree.get_mut(wrapper).expect("it was inserted").append_id(id);
    }
    page.html()
}

fn element(name: &str) -> Node {
    let page = Html::parse_fragment(&format!("<{name}></{name}>"));
    let made = page.tree.nodes().find(|node| node.value().as_element().is_some_and(|element| element.name() == name));
    made.expect("it was written just now").value().clone()
}

/// Each element on a line of its own.
fn indented(html: &str) -> String {
    html.replace("><div", ">\n    <div").replace("><section", ">\n      <section")
}
