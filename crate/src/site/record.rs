//! What a page itself states about its videos, in the forms that search engines and previews read: JSON-LD, microdata
//! and Open Graph ([schema.org/VideoObject](https://schema.org/VideoObject), [ogp.me](https://ogp.me)).
//!
//! Such statements describe the page as it was loaded. Sites that move on without loading a page leave them behind:
//! they count only while the page's own address (canonical link, `og:url`) is the one that is shown.

use super::dom::Dom;
use super::text;

/// What is stated of one video.
#[derive(Clone, Debug)]
pub struct Record<N> {
    /// The element that states it; `None` for the page's head.
    pub stated: Option<N>,
    values: Vec<(&'static str, String)>,
}

/// Properties as site files name them, and where JSON-LD has them, as paths of keys; `#` stands for the first entries of
/// a list.
const LINKED: &[(&str, &[&str])] = &[
    ("name", &["name", "headline"]),
    ("description", &["description"]),
    ("author", &["author/name", "author/0/name", "author", "creator/name", "creator/0/name", "creator"]),
    ("author_address", &["author/url", "author/0/url", "creator/url", "author/@id"]),
    ("bio", &["author/description", "author/bio", "creator/description"]),
    ("transcript", &["transcript"]),
    ("language", &["inLanguage", "inLanguage/alternateName"]),
    ("address", &["url"]),
    ("address", &["@id"]),
    ("address", &["contentUrl"]),
    ("address", &["embedUrl"]),
    ("address", &["mainEntityOfPage/@id", "mainEntityOfPage"]),
];
/// The same for microdata, as selectors of properties.
const MICRODATA: &[(&str, &[&str])] = &[
    ("name", &[r#"[itemprop="name"]"#]),
    ("description", &[r#"[itemprop="description"]"#]),
    ("author", &[r#"[itemprop="author"] [itemprop="name"]"#, r#"[itemprop="author"]:not([itemscope])"#]),
    ("transcript", &[r#"[itemprop="transcript"]"#]),
    ("language", &[r#"[itemprop="inLanguage"]"#]),
    ("address", &[r#"[itemprop="url"]"#]),
    ("address", &[r#"[itemprop="contentUrl"], [itemprop="contentURL"]"#]),
    ("address", &[r#"[itemprop="embedUrl"], [itemprop="embedURL"]"#]),
];
/// The same for Open Graph, as names of properties.
const PREVIEW: &[(&str, &str)] = &[
    ("name", "og:title"),
    ("description", "og:description"),
    ("address", "og:url"),
    ("address", "og:video"),
    ("address", "og:video:url"),
    ("address", "og:video:secure_url"),
];
/// Where the description of a video stands within others.
const WITHIN: &[&str] = &["@graph", "video", "mainEntity", "itemListElement", "item", "subjectOf", "associatedMedia"];
/// Pages are not to be trusted: no deeper, and no more.
const DEEPEST: usize = 5;
const MOST: usize = 40;

impl<N> Record<N> {
    fn new(stated: Option<N>, values: impl Iterator<Item = (&'static str, String)>) -> Self {
        let tidy = values.map(|(name, value)| (name, text::tidy(&text::plain(&text::shortened(value)))));
        Self { stated, values: tidy.filter(|(_, value)| !value.is_empty()).collect() }
    }

    /// What is stated under a name.
    pub fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.values.iter().filter(move |(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// Whether it names one of these addresses.
    fn names(&self, addresses: &[String]) -> bool {
        self.values("address").any(|own| addresses.iter().any(|other| place(own) == place(other)))
    }

    /// Takes over what is not stated here.
    fn complete(&mut self, other: Self) {
        let lacks: Vec<_> = other.values.into_iter().filter(|(name, _)| self.values(name).next().is_none()).collect();
        self.values.extend(lacks);
    }
}

/// Everything that a page states of videos. `address` is the page's path and query, `opened` the video that it names.
pub fn records<D: Dom>(dom: &D, address: &str, opened: &str) -> Vec<Record<D::Node>> {
    let Some(root) = dom.root().filter(|root| is_current(dom, root, address, opened)) else { return Vec::new() };
    let mut found = Vec::new();
    for script in dom.sample(&root, r#"script[type="application/ld+json"]"#, MOST) {
        linked(dom, &script, &mut Vec::new(), &mut found);
    }
    found
        .extend(dom.sample(&root, r#"[itemtype*="schema.org/VideoObject"]"#, MOST).iter().map(|it| microdata(dom, it)));
    match (found.as_mut_slice(), preview(dom, &root)) {
        ([], Some(preview)) => found.push(preview),
        ([one], Some(preview)) => one.complete(preview),
        _ => {}
    }
    found
}

/// The record of a card: the one that it states or stands in, the one that names its player's address, or the only one
/// there is, for the first such card.
pub fn of<'r, D: Dom>(
    dom: &D,
    records: &'r [Record<D::Node>],
    card: &D::Node,
    is_first: impl FnOnce() -> bool,
) -> Option<&'r Record<D::Node>> {
    let around = |record: &&Record<D::Node>| record.stated.as_ref().is_some_and(|it| dom.contains(it, card));
    let players = dom.sample(card, "video[src], source[src], iframe[src]", MOST);
    let addresses: Vec<_> = players.iter().filter_map(|player| dom.attribute(player, "src")).collect();
    let stated = records.iter().find(around).or_else(|| records.iter().find(|record| record.names(&addresses)));
    let only = || if let [only] = records { Some(only) } else { None };
    stated.or_else(|| only().filter(|_| is_first()))
}

/// Whether what the head states is of the page that is shown.
fn is_current<D: Dom>(dom: &D, root: &D::Node, address: &str, opened: &str) -> bool {
    let of = |at, name| dom.first(root, at).and_then(|node| dom.attribute(&node, name));
    let own = [of(r#"link[rel="canonical"]"#, "href"), of(r#"meta[property="og:url"]"#, "content")];
    own.into_iter().flatten().all(
        |own| {
            if opened.is_empty() { path(&own) == path(address) } else { own.contains(opened) }
        },
    )
}

/// An address without scheme, query and what follows.
fn place(address: &str) -> &str {
    let address = address.split_once("//").map_or(address, |(_, rest)| rest);
    address.split(['?', '#']).next().unwrap_or(address).trim_end_matches('/')
}

fn path(address: &str) -> &str {
    let whole = place(address);
    if address.contains("//") { whole.find('/').and_then(|at| whole.get(at..)).unwrap_or("") } else { whole }
}

/// Finds the videos described at a place in JSON-LD and below.
fn linked<D: Dom>(dom: &D, script: &D::Node, at: &mut Vec<String>, found: &mut Vec<Record<D::Node>>) {
    if at.len() > DEEPEST || found.len() > MOST {
        return;
    }
    let here: Vec<&str> = at.iter().map(String::as_str).collect();
    let within: Vec<String> = match dom.json_length(script, &here) {
        Some(length) => (0..length.min(MOST)).map(|index| index.to_string()).collect(),
        None if is_video(dom, script, &here) => return found.push(linked_record(dom, script, &here)),
        None => WITHIN.iter().map(|key| (*key).to_owned()).collect(),
    };
    for key in within {
        at.push(key);
        linked(dom, script, at, found);
        at.pop();
    }
}

fn is_video<D: Dom>(dom: &D, script: &D::Node, at: &[&str]) -> bool {
    let kind = |path: &[&str]| dom.json(script, &[at, path].concat()).unwrap_or_default();
    [kind(&["@type"]), kind(&["@type", "0"]), kind(&["@type", "1"])].iter().any(|kind| kind.ends_with("VideoObject"))
}

fn linked_record<D: Dom>(dom: &D, script: &D::Node, at: &[&str]) -> Record<D::Node> {
    let value = |path: &&str| dom.json(script, &[at, &path.split('/').collect::<Vec<_>>()].concat());
    let values = LINKED.iter().filter_map(|(name, paths)| Some((*name, paths.iter().find_map(value)?)));
    Record::new(Some(script.clone()), values)
}

fn microdata<D: Dom>(dom: &D, item: &D::Node) -> Record<D::Node> {
    let read = |node: D::Node| {
        let stated = ["content", "href", "src"].iter().find_map(|name| dom.attribute(&node, name));
        stated.unwrap_or_else(|| dom.text(&node, ""))
    };
    let value = |selector: &&str| dom.first(item, selector).map(read);
    Record::new(Some(item.clone()), MICRODATA.iter().filter_map(|(name, at)| Some((*name, at.iter().find_map(value)?))))
}

/// What the head says for previews, where it says that this is a video.
fn preview<D: Dom>(dom: &D, root: &D::Node) -> Option<Record<D::Node>> {
    let content = |name: &str| {
        let node = dom.first(root, &format!(r#"meta[property="{name}"]"#))?;
        dom.attribute(&node, "content")
    };
    let is_video = content("og:type").is_some_and(|kind| kind.starts_with("video"));
    let is_video = is_video || ["og:video", "og:video:url"].iter().any(|name| content(name).is_some());
    is_video.then(|| Record::new(None, PREVIEW.iter().filter_map(|(name, from)| Some((*name, content(from)?)))))
}

#[cfg(test)]
mod tests {
    use super::{path, place};

    #[test]
    fn addresses_are_compared_without_scheme_and_query() {
        assert_eq!(place("https://a.example/v/1/?t=4#x"), place("//a.example/v/1"));
        assert_eq!(path("https://a.example/v/1/?t=4"), path("/v/1?u=2"));
        assert_eq!(path("https://a.example"), path("/"));
    }
}
