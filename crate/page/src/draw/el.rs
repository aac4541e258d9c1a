//! A small builder of elements. Words only ever become text, so nothing the page says can become markup.

use second_look::view::icon;
use web_sys::HtmlElement;

use crate::browser::{create_element, create_element_ns, document};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element in the making.
#[derive(Clone)]
pub struct El(HtmlElement);

impl From<HtmlElement> for El {
    fn from(element: HtmlElement) -> Self {
        Self(element)
    }
}

/// Starts an element.
pub fn el(tag: &str) -> El {
    El(create_element(tag))
}

/// An icon of the set. Icons say nothing to a screen reader: the words beside them do.
pub fn icon(name: &str) -> El {
    svg(name, "i")
}

/// An icon that points along the line, and is mirrored where lines run from right to left.
pub fn arrow(name: &str) -> El {
    svg(name, "i flip")
}

fn svg(name: &str, class: &str) -> El {
    use wasm_bindgen::JsCast;
    let svg = create_element_ns(SVG, "svg");
    for (tag, attributes) in icon::shapes(name) {
        let shape = create_element_ns(SVG, tag);
        for (attribute, value) in attributes {
            let _ = shape.set_attribute(attribute, value);
        }
        let _ = svg.append_child(&shape);
    }
    // An SVG element takes attributes and children as any other; nothing else is asked of it.
    El(svg.unchecked_into()).attr("class", class).attr("viewBox", "0 0 24 24").attr("aria-hidden", "true")
}

impl El {
    /// Sets an attribute. Names are ours, so none is refused.
    pub fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// Sets the class.
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Appends words.
    pub fn text(self, words: &str) -> Self {
        let _ = self.0.append_child(&document().create_text_node(words));
        self
    }

    /// Appends an element.
    pub fn child(self, child: Self) -> Self {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Appends elements.
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// The finished element.
    pub fn done(self) -> HtmlElement {
        self.0
    }
}
