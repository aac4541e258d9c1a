//! "Education, not treatment": when it is shown, and where.

use second_look::view::{Area, Reminder, Theme, corner};
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::app::App;
use crate::browser::{document, now};
use crate::draw::badge::area;
use crate::draw::reminder::reminder;
use crate::draw::surface::Surface;
use crate::draw::words::say;

/// Smaller pictures than this are no players.
const SMALL: f64 = 120.0;

/// What was counted on this page, and the reminder while it is shown.
#[derive(Default)]
pub struct Reminding {
    counted: Vec<String>,
    shown: Option<Surface>,
}

impl Reminding {
    /// Takes it away.
    pub fn hide(&mut self) {
        self.shown = None;
    }

    /// Light or dark.
    pub fn dress(&self, theme: Option<&str>) {
        if let Some(surface) = &self.shown {
            surface.dress(theme);
        }
    }
}

impl App {
    /// Cards that play in their place came into full view.
    pub(crate) fn count_watched(&mut self, anchors: &[Element]) {
        let plays_here = self.page.as_ref().is_some_and(|page| page.opened.is_empty());
        for anchor in anchors.iter().filter(|_| plays_here) {
            if let Some(followed) = self.cards.anchored_at(anchor) {
                followed.watched = true;
            }
        }
        self.count_opened();
    }

    /// Counts the mental-health videos that were opened, each once, and reminds where that is due.
    pub(crate) fn count_opened(&mut self) {
        let about_health = |signature| self.answers.get(signature).is_some_and(|known| known.answer.assessment.topic);
        let watched = self.cards.iter().filter_map(|followed| {
            let card = followed.card.as_ref().filter(|card| card.opened || followed.watched)?;
            (!self.reminding.counted.contains(&card.video.id) && about_health(followed.signature)).then_some(card)
        });
        let new: Vec<String> = watched.map(|card| card.video.id.clone()).collect();
        if !new.is_empty() {
            for _ in &new {
                self.store.tally.count(now().0);
            }
            self.reminding.counted.extend(new);
            self.remind();
            self.store.keep_tally();
        }
    }

    fn remind(&mut self) {
        let today = now().1;
        let due = self.store.tally.is_due(&self.store.settings, today);
        if due && self.reminding.shown.is_none() && document().fullscreen_element().is_none() {
            self.reminding.shown = self.new_reminder();
            if self.reminding.shown.is_some() {
                self.store.tally.show(today);
            }
        }
    }

    /// The reminder in a corner that is free; `None` where none is.
    fn new_reminder(&self) -> Option<Surface> {
        let mut surface = Surface::line(self.theme.map(Theme::name))?;
        let (content, acts) = reminder(&Reminder::education());
        surface.show(content, acts);
        let place = corner(surface.size(), Surface::viewport(), &players(), say("direction") == "rtl")?;
        surface.move_to(place);
        Some(surface)
    }

    /// The viewer has read it; or wants to hear no more of it today.
    pub(crate) fn dismiss_reminder(&mut self, today: bool) {
        self.reminding.hide();
        if today {
            self.store.tally.silence(now().1);
            self.store.keep_tally();
        }
    }
}

/// Where videos play.
fn players() -> Vec<Area> {
    let Ok(players) = document().query_selector_all("video") else { return Vec::new() };
    let players = (0..players.length()).filter_map(|at| players.get(at));
    let areas = players.map(|player| area(player.unchecked_ref::<Element>()));
    areas.filter(|area| area.width > SMALL && area.height > SMALL).collect()
}
