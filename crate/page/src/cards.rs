//! The cards that are being followed. A card is an element; which video it shows may change at any time.

use std::collections::BTreeSet;

use js_sys::Map;
use second_look::site::{Card, hash};
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::draw::badge::Badge;

/// One element that shows a video, or may come to show one.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, in any combination")]
pub struct Followed {
    /// The element.
    pub node: Element,
    /// What was read; `None` for an empty shell.
    pub card: Option<Card<Element>>,
    /// The signature of the words read. See [`crate::answers::signature`].
    pub signature: u64,
    /// Whether it is near the viewport.
    pub near: bool,
    /// Whether it was in full view: for cards that play in their place, that is watching.
    pub watched: bool,
    /// Whether an earlier card shows the same video.
    pub double: bool,
    /// Whether what is drawn may have to change.
    pub stale: bool,
    /// Whether nothing can be pinned to its anchor as it is; `None` until that has been looked at. See
    /// [`crate::draw::badge::is_loose`].
    pub loose: Option<bool>,
    /// Its badge.
    pub badge: Option<Badge>,
}

/// All of them, in the order in which they came. Numbers are never used twice.
#[derive(Default)]
pub struct Cards {
    /// By number, in rising order.
    followed: Vec<(u32, Followed)>,
    numbers: Map,
    anchors: Map,
    next: u32,
    /// Whether a card came, went or changed since [`Cards::settle_doubles`].
    unsettled: bool,
}

impl Cards {
    /// Begins to follow an element, or goes on following it.
    pub fn follow(&mut self, node: &Element) -> u32 {
        if let Some(number) = self.number(node) {
            return number;
        }
        self.next += 1;
        let new = Followed {
            node: node.clone(),
            card: None,
            signature: 0,
            near: false,
            watched: false,
            double: false,
            stale: false,
            loose: None,
            badge: None,
        };
        self.followed.push((self.next, new));
        self.numbers.set(node, &JsValue::from(self.next));
        self.next
    }

    /// Takes down what was read of a card, and hands back what it showed before.
    pub fn show(&mut self, number: u32, card: Option<Card<Element>>) -> Option<Card<Element>> {
        let followed = self.get_mut(number)?;
        let new = card.as_ref().map(|card| card.anchor.clone());
        let old = std::mem::replace(&mut followed.card, card);
        if let Some(old) = &old {
            self.anchors.delete(&old.anchor);
        }
        if let Some(new) = &new {
            self.anchors.set(new, &JsValue::from(number));
        }
        self.unsettled = true;
        old
    }

    /// The number of an element that is followed.
    pub fn number(&self, node: &Element) -> Option<u32> {
        number(&self.numbers, node)
    }

    /// The card of a number.
    pub fn get(&self, number: u32) -> Option<&Followed> {
        self.place(number).and_then(|at| self.followed.get(at)).map(|(_, followed)| followed)
    }

    /// The card of a number.
    pub fn get_mut(&mut self, number: u32) -> Option<&mut Followed> {
        self.place(number).and_then(|at| self.followed.get_mut(at)).map(|(_, followed)| followed)
    }

    fn place(&self, number: u32) -> Option<usize> {
        self.followed.binary_search_by_key(&number, |(known, _)| *known).ok()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.followed.len()
    }

    /// Every card.
    pub fn iter(&self) -> impl Iterator<Item = &Followed> {
        self.followed.iter().map(|(_, followed)| followed)
    }

    /// Every card.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (u32, &mut Followed)> {
        self.followed.iter_mut().map(|(number, card)| (*number, card))
    }

    /// The card whose badge would be pinned to an element.
    pub fn anchored_at(&mut self, anchor: &Element) -> Option<&mut Followed> {
        self.get_mut(number(&self.anchors, anchor)?)
    }

    /// Lets go of the cards that are not wanted any more, badges and all, and hands them back one by one.
    pub fn release(&mut self, keep: impl Fn(&Followed) -> bool) -> Vec<Followed> {
        let gone: Vec<Followed> =
            self.followed.extract_if(.., |(_, followed)| !keep(followed)).map(|(_, it)| it).collect();
        for followed in &gone {
            self.numbers.delete(&followed.node);
            if let Some(card) = &followed.card {
                self.anchors.delete(&card.anchor);
            }
        }
        self.unsettled |= !gone.is_empty();
        gone
    }

    /// Of several cards with the same video one speaks for it: the one that is watched, else the first.
    pub fn settle_doubles(&mut self) {
        if !std::mem::take(&mut self.unsettled) {
            return;
        }
        let mut spoken_for = BTreeSet::new();
        for watched in [true, false] {
            for (_, followed) in &mut self.followed {
                let Some(card) = followed.card.as_ref().filter(|card| card.opened == watched) else { continue };
                let double = !spoken_for.insert(hash(&card.video.id));
                followed.stale |= double != followed.double;
                followed.double = double;
            }
        }
    }
}

/// A number kept under an element.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was a u32")]
fn number(kept: &Map, element: &Element) -> Option<u32> {
    kept.get(element).as_f64().map(|number| number as u32)
}
