//! From a [`Source`] to a value.

use super::description::{CardKind, Scope, Source};
use super::dom::Dom;
use super::page::Page;
use super::steps::{self, Known};
use super::{form, text};

/// An element of a page, with what is known about the page.
pub struct Reader<'a, 's, D: Dom> {
    pub dom: &'a D,
    pub page: &'a Page<'s, D::Node>,
    pub node: &'a D::Node,
    /// What kind of card the element is.
    pub kind: Option<&'a CardKind>,
}

/// A value, and whether there was an element to hold it.
#[derive(Default)]
pub struct Found {
    pub value: String,
    pub present: bool,
}

impl<D: Dom> Reader<'_, '_, D> {
    /// The first source with a value. Some steps need to know the handle.
    pub fn value(&self, sources: &[Source], handle: &str) -> Found {
        let mut found = Found::default();
        for value in sources.iter().flat_map(|source| self.values(source, handle)) {
            found.present = true;
            if !value.is_empty() {
                found.value = value;
                break;
            }
        }
        found
    }

    /// Everything a source yields, in document order.
    pub fn values<'r>(&'r self, source: &'r Source, handle: &'r str) -> impl Iterator<Item = String> + 'r {
        let known = Known { handle, tail: &self.page.tail };
        self.raw(source).filter_map(move |raw| shaped(source, &raw, &known))
    }

    /// What stands at a source, before it is brought into shape.
    pub fn raw<'r>(&'r self, source: &'r Source) -> impl Iterator<Item = String> + 'r {
        let (nodes, stated) = match source.on {
            Scope::Address => (Vec::new(), vec![self.page.address.clone()]),
            Scope::Record => (Vec::new(), self.stated(&source.attribute)),
            Scope::Card => (self.nodes(source, self.node), Vec::new()),
            Scope::Page => (self.nodes(source, &self.page.root), Vec::new()),
        };
        let read = |node| match source.attribute.as_str() {
            "" => Some(self.dom.text(&node, &self.page.site.leave_out)),
            name => self.dom.attribute(&node, name),
        };
        stated.into_iter().chain(nodes.into_iter().filter_map(read)).map(text::shortened)
    }

    /// What the page states of the card's video under a name.
    fn stated(&self, name: &str) -> Vec<String> {
        let record = self.kind.and_then(|kind| self.page.record_of(self.dom, kind, self.node));
        record.into_iter().flat_map(|record| record.values(name)).map(str::to_owned).collect()
    }

    fn nodes(&self, source: &Source, scope: &D::Node) -> Vec<D::Node> {
        match source.at.as_str() {
            "" => vec![scope.clone()],
            at if self.dom.matches(scope, at) => vec![scope.clone()],
            at => self.dom.select(scope, at),
        }
    }
}

/// The value within a raw text: the part that its form names, percent-encoding undone, steps done.
fn shaped(source: &Source, raw: &str, known: &Known<'_>) -> Option<String> {
    let value = match source.like.as_str() {
        "" => text::tidy(raw),
        like => decoded(form::value(like, raw.trim())?),
    };
    Some(match source.then {
        Some(step) => steps::apply(step, &value, known),
        None => value,
    })
}

/// Undoes percent-encoding, as addresses have it; a text that is not valid then stays as it was.
pub(super) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let pair = [ahead.next(), ahead.next()].map(|digit| char::from(digit.unwrap_or(b'-')).to_digit(16));
        match (byte, pair) {
            (b'%', [Some(high), Some(low)]) => {
                bytes.extend(u8::try_from(high * 16 + low));
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn percent_encoding_is_undone_where_it_is_sound() {
        assert_eq!(decoded("%E3%81%BF%e3%81%9a"), "みず");
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("a%2"), "a%2");
        assert_eq!(decoded("%FF"), "%FF");
    }
}
