//! The page as the browser holds it, for the reader of [`second_look::site`].

use std::cell::RefCell;

use js_sys::{JSON, Number, Reflect};
use second_look::site::{Child, Dom};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node, NodeList};

/// How many elements are kept as JSON, besides the last one.
const KEPT: usize = 7;

/// A document that is shown.
pub struct WebDom {
    document: Document,
    /// The last elements read as JSON: such scripts are large and do not change.
    parsed: RefCell<Vec<(Element, JsValue)>>,
}

impl WebDom {
    /// Reads a document.
    pub fn new(document: Document) -> Self {
        Self { document, parsed: RefCell::default() }
    }

    fn tree(&self, node: &Element) -> Option<JsValue> {
        let mut parsed = self.parsed.borrow_mut();
        if let Some((_, tree)) = parsed.iter().find(|(known, _)| known == node) {
            return Some(tree.clone());
        }
        let tree = JSON::parse(&node.text_content()?).ok()?;
        parsed.truncate(KEPT);
        parsed.insert(0, (node.clone(), tree.clone()));
        Some(tree)
    }

    fn value(&self, node: &Element, path: &[&str]) -> Option<JsValue> {
        path.iter().try_fold(self.tree(node)?, |at, key| Reflect::get(&at, &JsValue::from_str(key)).ok())
    }
}

impl Dom for WebDom {
    type Node = Element;

    fn root(&self) -> Option<Element> {
        self.document.document_element()
    }

    fn select(&self, within: &Element, selector: &str) -> Vec<Element> {
        within.query_selector_all(selector).map_or_else(|_| Vec::new(), |found| elements(&found).collect())
    }

    fn first(&self, within: &Element, selector: &str) -> Option<Element> {
        within.query_selector(selector).ok().flatten()
    }

    fn sample(&self, within: &Element, selector: &str, most: usize) -> Vec<Element> {
        within.query_selector_all(selector).map_or_else(|_| Vec::new(), |found| elements(&found).take(most).collect())
    }

    fn contains(&self, outer: &Element, inner: &Element) -> bool {
        outer.contains(Some(inner))
    }

    fn matches(&self, node: &Element, selector: &str) -> bool {
        node.matches(selector).unwrap_or(false)
    }

    fn closest(&self, node: &Element, selector: &str) -> Option<Element> {
        node.closest(selector).ok().flatten()
    }

    fn parent(&self, node: &Element) -> Option<Element> {
        node.parent_element()
    }

    fn attribute(&self, node: &Element, name: &str) -> Option<String> {
        node.get_attribute(name)
    }

    fn tag(&self, node: &Element) -> String {
        node.local_name()
    }

    fn children(&self, node: &Element) -> Vec<Child<Element>> {
        let children = node.child_nodes();
        (0..children.length()).filter_map(|at| child(children.get(at)?)).collect()
    }

    fn json_length(&self, node: &Element, path: &[&str]) -> Option<usize> {
        let list = self.value(node, path).filter(js_sys::Array::is_array)?;
        list.unchecked_ref::<js_sys::Array>().length().try_into().ok()
    }

    fn json(&self, node: &Element, path: &[&str]) -> Option<String> {
        let value = self.value(node, path)?;
        // JavaScript writes its numbers itself: Rust's way of doing so would weigh more than this file.
        let number = || value.dyn_ref::<Number>()?.to_string_with_radix(10).ok().map(String::from);
        let flag = || value.as_bool().map(|flag| flag.to_string());
        value.as_string().or_else(flag).or_else(number)
    }
}

fn elements(found: &NodeList) -> impl Iterator<Item = Element> + '_ {
    // No `dyn_into`: it asks `instanceof`, which other scripts can break in Firefox's content scripts. A selector
    // finds nothing but elements.
    (0..found.length()).filter_map(|at| found.get(at)).map(JsCast::unchecked_into)
}

fn child(node: Node) -> Option<Child<Element>> {
    match node.node_type() {
        Node::ELEMENT_NODE => Some(Child::Element(node.unchecked_into())),
        Node::TEXT_NODE => node.text_content().map(Child::Text),
        _ => None,
    }
}
