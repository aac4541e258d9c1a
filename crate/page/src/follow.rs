//! Following a page: reading what changed, once per frame, and drawing what came of it.

use js_sys::{Date, Set};
use second_look::site::description::Opened;
use second_look::site::{Card, CardKind, Page};
use second_look::view::{BadgeView, Theme};
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::answers::signature;
use crate::app::App;
use crate::browser::{address, loader};
use crate::cards::Followed;
use crate::draw::badge::{Badge, is_loose};
use crate::event::Touched;

/// How long cards are read, and how long badges are drawn, before the browser may do something else, in milliseconds.
/// What is left waits for the next frame.
const SLICE: f64 = 8.0;

/// A card that is to be read.
pub type Place = (Element, &'static CardKind);

impl App {
    pub(crate) fn note_touched(&mut self, touched: Vec<Touched>, removed: bool) {
        self.touched.extend(touched);
        self.removed |= removed;
        self.schedule();
    }

    pub(crate) fn note_near(&mut self, seen: Vec<(Element, bool)>) {
        for (anchor, near) in seen {
            let Some(followed) = self.cards.anchored_at(&anchor) else { continue };
            followed.near = near;
            // The page is laid out now: to ask costs nothing.
            if near && followed.badge.is_none() && followed.loose.is_none() {
                followed.loose = Some(is_loose(&anchor));
            }
        }
        self.ask();
    }

    /// Reads what changed since the last frame, then draws.
    pub(crate) fn on_frame(&mut self) {
        self.frame = None;
        if self.undressed {
            self.dress();
        }
        let touched = std::mem::take(&mut self.touched);
        let address = address();
        let Some(page) = Page::open(self.site, &self.dom, &address) else {
            self.page = None;
            self.unread.clear();
            self.release(|_| false);
            return;
        };
        let moved = self.at != address || !self.page.as_ref().is_some_and(|known| same(known, &page));
        let anew = moved || self.page.as_ref().is_some_and(|known| known.creator != page.creator);
        let everything = [Touched::Added(page.root.clone())];
        self.note_unread(&page, if anew { &everything } else { &touched });
        self.at = address;
        self.page = Some(page);
        if moved {
            self.enter();
        }
        if std::mem::take(&mut self.removed) {
            self.release(|followed| followed.node.is_connected());
        }
        self.read_slice();
        self.hear_captions(&touched);
        self.meet();
        self.update();
    }

    /// Reads the cards that wait for it, as far as the time goes.
    fn read_slice(&mut self) {
        let start = Date::now();
        while let Some(place) = self.unread.pop_front() {
            self.read(&place);
            if Date::now() - start > SLICE {
                break;
            }
        }
        if !self.unread.is_empty() {
            self.schedule();
        }
    }

    /// Lets go of everything that is not part of the page any more.
    fn enter(&mut self) {
        self.close_card();
        let here = Set::new(&JsValue::UNDEFINED);
        self.unread.iter().for_each(|(node, _)| drop(here.add(node)));
        self.release(|followed| here.has(&followed.node));
        let left_over = self.left_over();
        self.captions.forget(left_over);
        self.dress();
    }

    fn release(&mut self, keep: impl Fn(&Followed) -> bool) {
        for followed in self.cards.release(keep) {
            if let (Some(watch), Some(card)) = (&self.watch, &followed.card) {
                watch.leave(&card.anchor);
            }
        }
    }

    /// Notes the cards that changes belong to, each once: of two kinds that fit an element, the first.
    fn note_unread(&mut self, page: &Page<'static, Element>, touched: &[Touched]) {
        let noted = Set::new(&JsValue::UNDEFINED);
        let still_there = |(node, _): &Place| node.is_connected() && page.root.contains(Some(node));
        self.unread.retain(still_there);
        self.unread.iter().for_each(|(node, _)| drop(noted.add(node)));
        for touched in touched {
            let found = match touched {
                Touched::Changed(element) => page.card_of(&self.dom, element).into_iter().collect(),
                Touched::Added(element) => page.cards_in(&self.dom, element),
            };
            for place in found.into_iter().filter(|(node, _)| !noted.has(node)) {
                noted.add(&place.0);
                self.unread.push_back(place);
            }
        }
    }

    /// Reads one card. What it showed before is gone; what is drawn for another video goes with it.
    fn read(&mut self, (node, kind): &Place) {
        let Some(page) = &self.page else { return };
        let card = page.read_card(&self.dom, node, kind).map(|card| self.with_bio(self.with_captions(card)));
        let number = self.cards.follow(node);
        let old_card = self.cards.show(number, card);
        let Some(followed) = self.cards.get_mut(number) else { return };
        let [old, new] = [&old_card, &followed.card].map(|card| card.as_ref().map(|card| card.anchor.clone()));
        if old != new
            && let Some(watch) = &self.watch
        {
            followed.loose = None;
            if let Some(anchor) = &old {
                watch.leave(anchor);
            }
            if let Some(anchor) = &new {
                watch.follow(anchor, kind.opened != Opened::Never);
            }
        }
        if id(old_card.as_ref()) != id(followed.card.as_ref()) {
            followed.badge = None;
            followed.watched = false;
        }
        followed.signature = followed.card.as_ref().map(|card| signature(&card.video)).unwrap_or_default();
        followed.stale = true;
    }

    /// What was heard so far belongs to what was read.
    fn with_captions(&self, mut card: Card<Element>) -> Card<Element> {
        if card.opened && card.video.captions.is_empty() {
            self.captions.complete(&mut card.video);
        }
        card
    }

    /// Asks about what is near, and draws what is known.
    pub(crate) fn update(&mut self) {
        self.cards.settle_doubles();
        self.ask();
        self.draw();
        self.count_opened();
        self.update_moments();
        self.refresh_card();
        self.tell_badges();
    }

    pub(crate) fn tell_badges(&mut self) {
        let badges = self.cards.iter().filter(|followed| followed.badge.is_some()).count();
        if badges != std::mem::replace(&mut self.badges, badges)
            && let Some(loader) = loader()
        {
            loader.badges(badges);
        }
    }

    fn ask(&mut self) {
        let cards = self.cards.len();
        let wanted = self.cards.iter().filter(|followed| (followed.near || self.wants_all) && !followed.double);
        for followed in wanted {
            if let Some(card) = &followed.card {
                self.answers.ask(followed.signature, &card.video, cards);
            }
        }
        self.answers.send();
    }

    /// Draws what has changed, as far as the time goes. What is left waits for the next frame.
    fn draw(&mut self) {
        let stale: Vec<u32> = self.cards.iter_mut().filter(|(_, followed)| followed.stale).map(|(at, _)| at).collect();
        let start = Date::now();
        for number in stale {
            let Some(view) = self.badge_wanted(number) else { continue };
            if Date::now() - start > SLICE {
                return self.schedule();
            }
            self.draw_badge(number, view);
        }
    }

    /// The badge a card should have; `None` while that is not known yet.
    #[expect(clippy::option_option, reason = "not to know yet is not the same as to want none")]
    fn badge_wanted(&self, number: u32) -> Option<Option<BadgeView>> {
        let followed = self.cards.get(number)?;
        if followed.double || followed.card.is_none() {
            return Some(None);
        }
        let known = self.answers.get(followed.signature)?;
        Some(BadgeView::of(&self.look(followed, &known.answer)?))
    }

    fn draw_badge(&mut self, number: u32, view: Option<BadgeView>) {
        let theme = self.theme.map(Theme::name);
        let Some(followed) = self.cards.get_mut(number) else { return };
        followed.stale = false;
        let Some((view, card)) = view.zip(followed.card.as_ref()) else {
            followed.badge = None;
            return;
        };
        if followed.badge.as_ref().is_some_and(|badge| badge.is_current(&view, &card.anchor)) {
            return;
        }
        followed.badge = None;
        clear_strays(&followed.node);
        followed.badge = Badge::new(number, view, &card.anchor, &card.place, theme, followed.loose);
    }
}

fn same(one: &Page<'static, Element>, other: &Page<'static, Element>) -> bool {
    one.root == other.root && std::ptr::eq(one.kind, other.kind)
}

fn id(card: Option<&Card<Element>>) -> Option<&str> {
    card.map(|card| card.video.id.as_str())
}

/// Pages copy their cards, badge and all; the copy of a badge is an empty shell.
fn clear_strays(node: &Element) {
    if let Ok(strays) = node.query_selector_all(crate::draw::TAG) {
        use wasm_bindgen::JsCast;
        let strays = (0..strays.length()).filter_map(|at| strays.get(at));
        strays.for_each(|stray| stray.unchecked_into::<Element>().remove());
    }
}
