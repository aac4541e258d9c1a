//! A page that is being read: which kind it is, and what holds for all of its cards.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::description::{CardKind, Opened, PageKind, Site};
use super::dom::Dom;
use super::form;
use super::read::{self, Card};
use super::record::{self, Record};
#[cfg(doc)]
use super::steps;
use crate::video::Creator;

/// One page of a site, as it is now.
///
/// Opening one costs a handful of look-ups: open it anew for each batch of changes rather than keeping it.
#[derive(Clone, Debug)]
pub struct Page<'s, N> {
    /// The site.
    pub site: &'s Site,
    /// The kind of page.
    pub kind: &'s PageKind,
    /// The element that holds it. Nothing outside is read.
    pub root: N,
    /// The identifier of the video that the address names; empty where it names none.
    pub opened: String,
    /// Path and query of the address.
    pub(super) address: String,
    /// Who the whole page belongs to.
    pub creator: Creator,
    /// What stands between a video's words and its maker's name where both are one text. See [`steps::learn_tail`].
    pub(super) tail: String,
    /// What the page states of its videos, once somebody has asked.
    records: OnceCell<Vec<Record<N>>>,
}

impl<'s, N: Clone + PartialEq> Page<'s, N> {
    /// The page at an address; `None` while nothing on it is known how to read.
    pub fn open<D: Dom<Node = N>>(site: &'s Site, dom: &D, address: &str) -> Option<Self> {
        let address = path_and_query(address);
        let (kind, root) = kind_of(site, dom, address)?;
        let (opened, tail) = (String::new(), String::new());
        let mut page = Self {
            site,
            kind,
            root,
            opened,
            address: address.to_owned(),
            creator: Creator::default(),
            tail,
            records: OnceCell::new(),
        };
        if page.kinds().any(|card| card.opened != Opened::Never) {
            page.opened =
                kind.urls.iter().find_map(|url| identifier(url, address)).map(str::to_owned).unwrap_or_default();
        }
        page.creator = read::page_creator(dom, &page);
        page.tail = read::common_tail(dom, &page);
        Some(page)
    }

    /// Every video on the page: those that are watched first, each video once.
    pub fn read<D: Dom<Node = N>>(&self, dom: &D) -> Vec<Card<N>> {
        let mut seen = BTreeSet::new();
        let cards = self.cards_in(dom, &self.root).into_iter();
        let read = cards.filter_map(|(node, kind)| self.read_card(dom, &node, kind));
        read.filter(|card| seen.insert(card.video.id.clone())).collect()
    }

    /// The cards within an element, the element itself included, and those it belongs to.
    pub fn cards_in<D: Dom<Node = N>>(&self, dom: &D, within: &N) -> Vec<(N, &'s CardKind)> {
        let mut found: Vec<(N, &'s CardKind)> = Vec::new();
        if !dom.contains(&self.root, within) {
            return found;
        }
        for kind in self.kinds() {
            let first = found.len();
            let own = card_around(dom, kind, within).into_iter();
            let inner = dom.select(within, &kind.select).into_iter().map(|node| whole_card(dom, kind, node));
            for card in own.chain(inner) {
                // Nested matches follow each other, so the last one tells.
                if found.get(first..).and_then(<[_]>::last).is_none_or(|(last, _)| *last != card) {
                    found.push((card, kind));
                }
            }
        }
        found
    }

    /// The card that an element is part of: the nearest one. What changes in the root itself concerns the video that
    /// the page is about.
    pub fn card_of<D: Dom<Node = N>>(&self, dom: &D, part: &N) -> Option<(N, &'s CardKind)> {
        if !dom.contains(&self.root, part) {
            return None;
        }
        if *part == self.root || is_note(dom, self.site, part) {
            return self.about(dom);
        }
        let mut nearest: Option<(N, &'s CardKind)> = None;
        for kind in self.kinds() {
            let Some(card) = card_around(dom, kind, part) else { continue };
            if nearest.as_ref().is_none_or(|(known, _)| card != *known && dom.contains(known, &card)) {
                nearest = Some((card, kind));
            }
        }
        nearest
    }

    /// Reads one card again; `None` where it shows no video, or none yet.
    pub fn read_card<D: Dom<Node = N>>(&self, dom: &D, node: &N, kind: &CardKind) -> Option<Card<N>> {
        read::card(dom, self, kind, node)
    }

    /// The kinds of card on this kind of page.
    pub(super) fn kinds(&self) -> impl Iterator<Item = &'s CardKind> {
        let site = self.site;
        self.kind.cards.iter().filter_map(move |name| site.cards.iter().find(|card| card.kind == *name))
    }

    /// What the page states of a card's video.
    pub(super) fn record_of<D: Dom<Node = N>>(&self, dom: &D, kind: &CardKind, card: &N) -> Option<&Record<N>> {
        let records = self.records.get_or_init(|| record::records(dom, &self.address, &self.opened));
        let shown = |node: &N| !dom.is_hidden(node);
        let is_first =
            || dom.select(&self.root, &kind.select).iter().find(|node| shown(node)).is_some_and(|it| it == card);
        record::of(dom, records, card, is_first)
    }

    fn about<D: Dom<Node = N>>(&self, dom: &D) -> Option<(N, &'s CardKind)> {
        let mut kinds = self.kinds().filter(|kind| kind.opened == Opened::Always);
        kinds.find_map(|kind| Some((whole_card(dom, kind, dom.first(&self.root, &kind.select)?), kind)))
    }
}

/// Whether an element is part of what the site itself says of the opened video.
fn is_note<D: Dom>(dom: &D, site: &Site, part: &D::Node) -> bool {
    !site.notes.is_empty() && dom.closest(part, &site.notes).is_some()
}

/// From a matching element to the whole card: out of nested matches, and to its frame.
fn whole_card<D: Dom>(dom: &D, kind: &CardKind, node: D::Node) -> D::Node {
    let mut card = node;
    while let Some(outer) = dom.parent(&card).and_then(|parent| dom.closest(&parent, &kind.select)) {
        card = outer;
    }
    framed(dom, kind, &card)
}

/// The card of one kind that an element is part of. The words of a framed card stand beside what its selector finds.
fn card_around<D: Dom>(dom: &D, kind: &CardKind, part: &D::Node) -> Option<D::Node> {
    if let Some(node) = dom.closest(part, &kind.select) {
        return Some(whole_card(dom, kind, node));
    }
    let mut ancestor = if kind.frame.is_empty() { None } else { Some(part.clone()) };
    while let Some(node) = ancestor {
        if let Some(first) = dom.first(&node, &kind.select) {
            return Some(whole_card(dom, kind, first)).filter(|card| dom.contains(card, part));
        }
        ancestor = dom.parent(&node);
    }
    None
}

/// The nearest ancestor that holds the rest of a card, so long as it holds no second one.
fn framed<D: Dom>(dom: &D, kind: &CardKind, card: &D::Node) -> D::Node {
    let parts_in = |node: &D::Node| kind.frame.iter().filter(|part| dom.first(node, part).is_some()).count();
    let (mut parts, mut frame, mut ancestor) = (parts_in(card), card.clone(), dom.parent(card));
    while let Some(node) = ancestor.filter(|node| parts < kind.frame.len() && holds_only(dom, kind, node, card)) {
        if parts_in(&node) > parts {
            (parts, frame) = (parts_in(&node), node.clone());
        }
        ancestor = dom.parent(&node);
    }
    frame
}

/// Whether an element holds no other card of a kind. In a list that is answered by its first card, for all but one.
fn holds_only<D: Dom>(dom: &D, kind: &CardKind, node: &D::Node, card: &D::Node) -> bool {
    dom.first(node, &kind.select).is_some_and(|first| first == *card)
        && dom.select(node, &kind.select).iter().all(|other| dom.contains(card, other))
}

/// The kind that address and page agree on; where they disagree, as they do for a moment on the way from one page to
/// the next, the kind that the page shows.
fn kind_of<'s, D: Dom>(site: &'s Site, dom: &D, address: &str) -> Option<(&'s PageKind, D::Node)> {
    let with_root = |kind: &'s PageKind| root_of(dom, kind).map(|root| (kind, root));
    let mut by_address = kinds_at(site, address).filter_map(with_root);
    let mut by_root = site.pages.iter().filter(|kind| kind.by_root).filter_map(with_root);
    by_address.next().or_else(|| by_root.next())
}

/// The kinds of page that an address, or its path and query, fits.
pub fn kinds_at<'s>(site: &'s Site, address: &str) -> impl Iterator<Item = &'s PageKind> {
    let address = path_and_query(address);
    site.pages.iter().filter(move |kind| kind.urls.iter().any(|url| identifier(url, address).is_some()))
}

fn root_of<D: Dom>(dom: &D, kind: &PageKind) -> Option<D::Node> {
    let document = dom.root()?;
    let shown = |node: &D::Node| !dom.is_hidden(node);
    // Mostly the first is the one, and all of them need not be looked for.
    let of = |selector| {
        if dom.matches(&document, selector) {
            return Some(document.clone());
        }
        dom.first(&document, selector).filter(shown).or_else(|| dom.select(&document, selector).into_iter().find(shown))
    };
    kind.root.iter().find_map(|selector| of(selector))
}

/// What the address names, `Some("")` where it fits and names nothing.
fn identifier<'a>(url: &str, address: &'a str) -> Option<&'a str> {
    let address = if url.contains('?') { address } else { path(address) };
    let value = form::value(url, address)?;
    Some(if url.contains('{') { value } else { "" })
}

fn path(address: &str) -> &str {
    let path = address.split('?').next().unwrap_or(address);
    if path == "/" { path } else { path.trim_end_matches('/') }
}

fn path_and_query(address: &str) -> &str {
    let after_scheme = address.split_once("://").map_or(address, |(_, rest)| rest);
    let from_path = after_scheme.find(['/', '?', '#']).and_then(|at| after_scheme.get(at..)).unwrap_or("/");
    from_path.split('#').next().unwrap_or(from_path)
}
