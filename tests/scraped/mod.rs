//! A saved page as a [`Dom`]: html5ever's tree, Servo's selectors.

#![allow(dead_code, reason = "each test uses a part of it")]

pub mod change;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use scraper::{ElementRef, Html, Node, Selector};
use second_look::site::{Child, Dom};

/// A page held in memory. Its elements are known by their place in the tree.
pub struct Scraped {
    page: Html,
    selectors: RefCell<HashMap<String, Rc<Selector>>>,
    trees: RefCell<HashMap<Element, Option<Rc<serde_json::Value>>>>,
}

/// An element of a [`Scraped`] page.
pub type Element = ego_tree::NodeId;

impl Scraped {
    /// Parses a page as a browser would.
    pub fn new(html: &str) -> Self {
        Self { page: Html::parse_document(html), selectors: RefCell::default(), trees: RefCell::default() }
    }

    /// Gives an element an attribute, or takes it away.
    pub fn set(&mut self, node: Element, name: &str, value: Option<&str>) {
        let mut node = self.page.tree.get_mut(node).expect("an element of this page");
        let Node::Element(element) = node.value() else { panic!("only elements have attributes") };
        element.attrs.retain(|(known, _)| &*known.local != name);
        let source = Html::parse_fragment(&format!("<i {name}='{}'></i>", value.unwrap_or_default()));
        let made =
            source.tree.nodes().filter_map(|node| node.value().as_element()).find(|element| element.name() == "i");
        element.attrs.extend(made.filter(|_| value.is_some()).into_iter().flat_map(|made| made.attrs.clone()));
        // Looked up by binary search.
        element.attrs.sort_by(|(one, _), (other, _)| one.cmp(other));
    }

    /// Takes an element's children out of the page, to be put back with [`Scraped::refill`].
    pub fn empty(&mut self, node: Element) -> Vec<Element> {
        let children: Vec<_> =
            self.page.tree.get(node).expect("an element").children().map(|child| child.id()).collect();
        for child in &children {
            self.page.tree.get_mut(*child).expect("a child").detach();
        }
        children
    }

    /// Puts children into an element.
    pub fn refill(&mut self, node: Element, children: &[Element]) {
        for child in children {
            self.page.tree.get_mut(node).expect("an element").append_id(*child);
        }
    }

    /// The one element that a selector finds.
    pub fn one(&self, selector: &str) -> Element {
        let found = self.select(&self.page.root_element().id(), selector);
        assert_eq!(found.len(), 1, "`{selector}`");
        found[0]
    }

    fn element(&self, node: Element) -> Option<ElementRef<'_>> {
        self.page.tree.get(node).and_then(ElementRef::wrap)
    }

    fn tree(&self, node: Element) -> Option<Rc<serde_json::Value>> {
        let parse = || {
            let text: String = self.element(node)?.text().collect();
            serde_json::from_str(&text).ok().map(Rc::new)
        };
        self.trees.borrow_mut().entry(node).or_insert_with(parse).clone()
    }

    fn selector(&self, text: &str) -> Rc<Selector> {
        let parse = || Rc::new(Selector::parse(text).unwrap_or_else(|why| panic!("`{text}` is no selector: {why}")));
        Rc::clone(self.selectors.borrow_mut().entry(text.to_owned()).or_insert_with(parse))
    }
}

/// A value in JSON, as JavaScript finds it: lists have keys as well.
fn at<'t>(tree: &'t serde_json::Value, path: &[&str]) -> Option<&'t serde_json::Value> {
    path.iter().try_fold(tree, |at, key| match at {
        serde_json::Value::Array(list) => list.get(key.parse::<usize>().ok()?),
        other => other.get(key),
    })
}

impl Dom for Scraped {
    type Node = Element;

    fn root(&self) -> Option<Element> {
        Some(self.page.root_element().id())
    }

    fn select(&self, within: &Element, selector: &str) -> Vec<Element> {
        let selector = self.selector(selector);
        self.element(*within).map_or_else(Vec::new, |within| within.select(&selector).map(|found| found.id()).collect())
    }

    fn matches(&self, node: &Element, selector: &str) -> bool {
        self.element(*node).is_some_and(|element| self.selector(selector).matches(&element))
    }

    fn closest(&self, node: &Element, selector: &str) -> Option<Element> {
        let selector = self.selector(selector);
        let mut at = self.element(*node);
        while let Some(element) = at {
            if selector.matches(&element) {
                return Some(element.id());
            }
            at = element.parent().and_then(ElementRef::wrap);
        }
        None
    }

    fn parent(&self, node: &Element) -> Option<Element> {
        let parent = self.element(*node)?.parent().and_then(ElementRef::wrap)?;
        Some(parent.id())
    }

    fn attribute(&self, node: &Element, name: &str) -> Option<String> {
        self.element(*node)?.attr(name).map(str::to_owned)
    }

    fn tag(&self, node: &Element) -> String {
        self.element(*node).map_or_else(String::new, |element| element.value().name().to_owned())
    }

    fn children(&self, node: &Element) -> Vec<Child<Element>> {
        let children = self.element(*node).into_iter().flat_map(|element| element.children());
        let child = |child: ego_tree::NodeRef<'_, Node>| match child.value() {
            Node::Text(text) => Some(Child::Text(text.to_string())),
            Node::Element(_) => Some(Child::Element(child.id())),
            _ => None,
        };
        children.filter_map(child).collect()
    }

    fn json_length(&self, node: &Element, path: &[&str]) -> Option<usize> {
        at(&*self.tree(*node)?, path)?.as_array().map(Vec::len)
    }

    fn json(&self, node: &Element, path: &[&str]) -> Option<String> {
        match at(&*self.tree(*node)?, path)? {
            serde_json::Value::String(text) => Some(text.clone()),
            serde_json::Value::Number(number) => Some(number.to_string()),
            serde_json::Value::Bool(flag) => Some(flag.to_string()),
            _ => None,
        }
    }
}
