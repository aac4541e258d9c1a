//! Watching a page: what changes in it, where it goes, and what comes near the viewport.
//!
//! Nothing is read here. Observers only note what happened; reading waits for the next frame.

use js_sys::Array;
use second_look::site::Site;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventTarget, IntersectionObserverEntry, MutationObserverInit, MutationRecord, Node, NodeList};

use crate::browser::{document, property, window};
use crate::draw::TAG;
use crate::event::{Event, Touched, post};
use crate::listen::{Listener, Mutations, Nearness};

/// How far outside the viewport a card counts as near, and how much of a card has to be seen to count as watched.
const NEAR: &str = "600px 0px";
const MOST: f64 = 0.6;

/// Attributes by which pages show and hide parts of themselves.
const SHOWING: &[&str] = &["hidden", "role"];

/// Everything that is listened to. Letting go of it undoes it all.
pub struct Watch {
    near: Option<Nearness>,
    watched: Option<Nearness>,
    _mutations: [Option<Mutations>; 2],
    _listeners: Vec<Listener>,
}

impl Watch {
    /// Begins to watch.
    pub fn begin(site: &Site) -> Self {
        Self {
            near: Nearness::new(NEAR, 0.0, |entries| post(Event::Near(seen(&entries)))),
            watched: Nearness::new("0px", MOST, |entries| {
                let shown = seen(&entries).into_iter().filter(|(_, shown)| *shown);
                post(Event::Watched(shown.map(|(element, _)| element).collect()));
            }),
            _mutations: [changes(site), dress()],
            _listeners: moves(),
        }
    }

    /// Follows the anchor of a card; also how long it is watched, where it is one that plays in its place.
    pub fn follow(&self, anchor: &Element, plays: bool) {
        let observers = [Some(&self.near), plays.then_some(&self.watched)];
        observers.into_iter().flatten().flatten().for_each(|observer| observer.follow(anchor));
    }

    /// Lets go of the anchor of a card.
    pub fn leave(&self, anchor: &Element) {
        [&self.near, &self.watched].into_iter().flatten().for_each(|observer| observer.leave(anchor));
    }
}

fn seen(entries: &Array) -> Vec<(Element, bool)> {
    let entries = entries.iter().map(JsCast::unchecked_into::<IntersectionObserverEntry>);
    entries.map(|entry| (entry.target(), entry.is_intersecting())).collect()
}

/// Follows everything in the page that could change what a card says.
fn changes(site: &Site) -> Option<Mutations> {
    let mutations = Mutations::new(|records| {
        let records = records.iter().map(JsCast::unchecked_into::<MutationRecord>);
        let mut removed = false;
        let touched = records.flat_map(|record| {
            let taken_out = record.removed_nodes().length() > 0;
            removed |= taken_out;
            touched(&record, taken_out)
        });
        let touched: Vec<Touched> = touched.collect();
        if !touched.is_empty() {
            post(Event::Touched { touched, removed });
        }
    })?;
    let names = site.attributes.iter().map(String::as_str).chain(SHOWING.iter().copied());
    let options = MutationObserverInit::new();
    options.set_subtree(true);
    options.set_child_list(true);
    options.set_character_data(true);
    options.set_attribute_filter(&names.map(JsValue::from_str).collect::<Array>());
    let root = document().document_element()?;
    mutations.observer().observe_with_options(&root, &options).ok()?;
    Some(mutations)
}

/// What a record tells. That we put something into the page ourselves is no news.
fn touched(record: &MutationRecord, taken_out: bool) -> Vec<Touched> {
    let added = record.added_nodes();
    let news: Vec<Touched> = elements(&added).filter(|node| !is_ours(node)).map(Touched::Added).collect();
    let nothing_else = (0..added.length()).filter_map(|at| added.get(at)).all(|node| is_element(&node));
    let only_ours = added.length() > 0 && news.is_empty() && nothing_else && !taken_out;
    let target = record.target().filter(|_| !only_ours);
    let changed = target
        .and_then(|target| if is_element(&target) { Some(target.unchecked_into()) } else { target.parent_element() });
    changed.map(Touched::Changed).into_iter().chain(news).collect()
}

fn elements(nodes: &NodeList) -> impl Iterator<Item = Element> {
    (0..nodes.length()).filter_map(|at| nodes.get(at)).filter(is_element).map(JsCast::unchecked_into)
}

fn is_element(node: &Node) -> bool {
    node.node_type() == Node::ELEMENT_NODE
}

fn is_ours(element: &Element) -> bool {
    element.local_name() == TAG
}

/// Sites turn dark by an attribute of the outermost elements.
fn dress() -> Option<Mutations> {
    let mutations = Mutations::new(|_| post(Event::Dressed))?;
    let options = MutationObserverInit::new();
    options.set_attributes(true);
    let outermost = [document().document_element(), document().body().map(JsCast::unchecked_into)];
    for element in outermost.into_iter().flatten() {
        mutations.observer().observe_with_options(&element, &options).ok()?;
    }
    Some(mutations)
}

/// Single-page sites go from page to page without loading one. The Navigation API tells, where the browser has it;
/// elsewhere the address is looked at with each batch of changes.
fn moves() -> Vec<Listener> {
    let navigation: EventTarget = property(&window(), "navigation").unchecked_into();
    let known = !navigation.is_undefined();
    let kinds: &[&str] = if known { &["currententrychange", "navigatesuccess"] } else { &[] };
    let listeners = kinds.iter().map(|kind| Listener::on(&navigation, kind, |_| post(Event::Moved)));
    listeners.chain([Listener::on(&window(), "popstate", |_| post(Event::Moved))]).collect()
}
