//! The little that reading needs of a page. Two implementations: web-sys in the browser (`crate/page`), `scraper`
//! under `cargo test`.

use super::text;

/// A page that can be read.
pub trait Dom {
    /// An element. Two of them are equal when they are the same element.
    type Node: Clone + PartialEq;

    /// The element that holds all others.
    fn root(&self) -> Option<Self::Node>;
    /// All descendants that match, in document order.
    fn select(&self, within: &Self::Node, selector: &str) -> Vec<Self::Node>;
    /// Whether the element itself matches.
    fn matches(&self, node: &Self::Node, selector: &str) -> bool;
    /// The nearest match among the element and its ancestors.
    fn closest(&self, node: &Self::Node, selector: &str) -> Option<Self::Node>;
    /// The parent element.
    fn parent(&self, node: &Self::Node) -> Option<Self::Node>;
    /// An attribute as written, character references resolved.
    fn attribute(&self, node: &Self::Node, name: &str) -> Option<String>;
    /// The element's name in lower case.
    fn tag(&self, node: &Self::Node) -> String;
    /// The element's children, comments left out.
    fn children(&self, node: &Self::Node) -> Vec<Child<Self::Node>>;
    /// A text, number, or `true` or `false` in the JSON that an element holds, at a path of keys; those of a list are
    /// numbers.
    fn json(&self, node: &Self::Node, path: &[&str]) -> Option<String>;

    /// The length of the list at a path of keys in the JSON that an element holds; `None` where there is no list.
    fn json_length(&self, node: &Self::Node, path: &[&str]) -> Option<usize>;

    /// The first descendant that matches.
    fn first(&self, within: &Self::Node, selector: &str) -> Option<Self::Node> {
        self.select(within, selector).into_iter().next()
    }

    /// At most `most` descendants that match, the first ones.
    fn sample(&self, within: &Self::Node, selector: &str, most: usize) -> Vec<Self::Node> {
        self.select(within, selector).into_iter().take(most).collect()
    }

    /// Whether an element is another one or stands somewhere within it.
    fn contains(&self, outer: &Self::Node, inner: &Self::Node) -> bool {
        let mut at = Some(inner.clone());
        while let Some(node) = at {
            if node == *outer {
                return true;
            }
            at = self.parent(&node);
        }
        false
    }

    /// Whether the page says in so many words that the element is not shown. What a style sheet hides is not noticed:
    /// asking for it would make the browser lay out the page.
    fn is_hidden(&self, node: &Self::Node) -> bool {
        self.closest(node, r#"[hidden], [style*="display: none"], [style*="display:none"]"#).is_some()
    }

    /// The words of an element as a person reads them. See [`text::readable`].
    fn text(&self, node: &Self::Node, leave_out: &str) -> String
    where
        Self: Sized,
    {
        text::readable(self, node, leave_out)
    }
}

/// A child of an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Child<N> {
    /// Characters.
    Text(String),
    /// Another element.
    Element(N),
}
