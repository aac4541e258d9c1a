//! "Education, not treatment": when it is shown, and where; and the breath before a video.

use second_look::view::{Area, Breath, Quiet, Reminder, Theme, corner, under};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement, HtmlVideoElement, Node};

use crate::acting::UNDO;
use crate::app::App;
use crate::browser::{document, keep, now};
use crate::draw::act::Act;
use crate::draw::badge::area;
use crate::draw::reminder::{breath, reminder, switched_off};
use crate::draw::surface::Surface;
use crate::draw::words::say;
use crate::event::{Event, post};
use crate::listen::{Listener, Timer};

/// Smaller pictures than this are no players.
const SMALL: f64 = 120.0;
/// When there is no room for the reminder, it is tried again after so many milliseconds.
const OWED: i32 = 2000;
/// A second, in milliseconds.
const SECOND: i32 = 1000;

/// What was counted on this page, and the reminder while it is shown.
#[derive(Default)]
pub struct Reminding {
    /// Videos about mental health that were counted.
    counted: Vec<String>,
    /// Every video that was opened.
    met: Vec<String>,
    shown: Option<Surface>,
    owed: Option<Timer>,
    leaving: Option<Timer>,
    breathing: Option<Breathing>,
}

/// A breath that is being taken.
struct Breathing {
    view: Breath,
    surface: Surface,
    /// The player that waits for it, held back if it would begin.
    player: Option<(HtmlVideoElement, Listener)>,
    second: Option<Timer>,
    /// What had the focus before.
    before: Option<Element>,
}

impl Reminding {
    /// Takes it away.
    pub fn hide(&mut self) {
        (self.shown, self.owed, self.leaving, self.breathing) = (None, None, None, None);
    }

    /// Light or dark.
    pub fn dress(&self, theme: Option<&str>) {
        let breathing = self.breathing.as_ref().map(|breathing| &breathing.surface);
        self.shown.iter().chain(breathing).for_each(|surface| surface.dress(theme));
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
        let watched = self.cards.iter().filter_map(|followed| {
            let card = followed.card.as_ref().filter(|card| card.opened || followed.watched)?;
            let known = self.answers.get(followed.signature);
            let topic = known.is_some_and(|known| known.answer.assessment.topic);
            let known = |list: &[String]| list.contains(&card.video.id);
            let (counts, met) = (topic && !known(&self.reminding.counted), known(&self.reminding.met));
            (counts || !met).then(|| (card.video.id.clone(), counts))
        });
        let watched: Vec<(String, bool)> = watched.collect();
        for (id, _) in &watched {
            self.count_met(id);
        }
        let new: Vec<String> = watched.into_iter().filter(|(_, counts)| *counts).map(|(id, _)| id).collect();
        if !new.is_empty() {
            for _ in &new {
                self.store.tally.count(now().0);
            }
            self.reminding.counted.extend(new);
            self.store.keep_tally();
            self.remind();
        }
    }

    /// Whatever the next video is about, it may begin with a breath.
    fn count_met(&mut self, id: &str) {
        if self.reminding.met.iter().any(|met| met == id) {
            return;
        }
        self.reminding.met.push(id.to_owned());
        if self.store.tally.take_breath(&self.store.settings, &self.site.id) {
            self.store.keep_tally();
            self.begin_breath();
        }
    }

    /// Reminds, where that is due. Where there is no room for it yet, it stays owed.
    pub(crate) fn remind(&mut self) {
        let today = now().1;
        self.reminding.owed = None;
        if self.reminding.shown.is_some() || !self.store.tally.is_due(&self.store.settings, &self.site.id, today) {
            return;
        }
        self.reminding.shown = Some(document()).filter(|it| it.fullscreen_element().is_none()).and(self.new_reminder());
        if self.reminding.shown.is_some() {
            self.store.tally.show(&self.store.settings, today);
            self.store.keep_tally();
        } else {
            self.reminding.owed = Timer::after(OWED, || post(Event::Owed));
        }
    }

    /// The reminder where there is nothing under the player, or in a corner that is free; `None` where there is no room.
    fn new_reminder(&self) -> Option<Surface> {
        let mut surface = Surface::line(self.theme.map(Theme::name))?;
        let (content, acts) = reminder(&Reminder::education());
        surface.show(content, acts);
        let (players, view, rtl) = (players(), Surface::viewport(), say("direction") == "rtl");
        let wanted = self.store.settings.chose("reminder_place", "under");
        let player = players.iter().max_by(|one, other| one.width.total_cmp(&other.width)).filter(|_| wanted);
        if let Some(player) = player {
            surface.limit("--room", Some(player.width));
            if let Some(area) = under(surface.size(), view, *player, rtl, is_blank) {
                surface.move_with_page(area);
                return Some(surface);
            }
            surface.limit("--room", None);
        }
        surface.move_to(corner(surface.size(), view, &players, rtl)?);
        Some(surface)
    }

    /// The viewer wants to hear no more of it for a while, or for good; the latter can be taken back at once.
    pub(crate) fn quiet_reminder(&mut self, quiet: Quiet) {
        self.store.tally.silence(quiet, now().1);
        self.store.keep_tally();
        if quiet != Quiet::Good {
            return self.reminding.hide();
        }
        if let Some(surface) = &self.reminding.shown {
            let (content, acts) = switched_off();
            surface.show(content, acts);
            surface.take_focus();
        }
        self.reminding.leaving = Timer::after(UNDO, || post(Event::Acted(Act::ReminderRead)));
        keep("reminder", &false);
    }

    /// The viewer wants it after all.
    pub(crate) fn bring_reminder_back(&mut self) {
        self.reminding.hide();
        keep("reminder", &true);
    }

    fn begin_breath(&mut self) {
        let Some(surface) = Surface::breath(self.theme.map(Theme::name)) else { return };
        let view = Breath::begin();
        let (content, acts) = breath(&view);
        surface.show(content, acts);
        let before = document().active_element();
        surface.focus_on("button");
        self.reminding.breathing = Some(Breathing { view, surface, player: None, second: second(), before });
        self.hold_player();
    }

    /// Another second has gone by.
    pub(crate) fn breathe(&mut self) {
        self.hold_player();
        let Some(breathing) = &mut self.reminding.breathing else { return };
        breathing.view.left = breathing.view.left.saturating_sub(1);
        if breathing.view.left == 0 {
            return self.end_breath();
        }
        breathing.surface.write(".ring", &breathing.view.left.to_string());
        breathing.second = second();
    }

    /// A player that would begin waits.
    fn hold_player(&mut self) {
        let Some(card) = self.opened().and_then(|followed| followed.card.as_ref()) else { return };
        let Some(player) = self.player(&card.node) else { return };
        let Some(breathing) = self.reminding.breathing.as_mut().filter(|breathing| breathing.player.is_none()) else {
            return;
        };
        if !player.paused() {
            let held = player.clone();
            let _ = player.pause();
            let listener = Listener::on(&player, "play", move |_| drop(held.pause()));
            breathing.player = Some((player, listener));
        }
    }

    /// The breath is over, or the viewer went on. The player goes on as well, where it was held.
    pub(crate) fn end_breath(&mut self) {
        let Some(Breathing { surface, player, before, .. }) = self.reminding.breathing.take() else { return };
        drop(surface);
        if let Some(before) = before {
            let before: HtmlElement = before.unchecked_into();
            let _ = before.focus();
        }
        if let Some((player, listener)) = player {
            drop(listener);
            // A page that may not play by itself refuses, and its own button is there.
            if let Ok(playing) = player.play() {
                spawn_local(async move { drop(JsFuture::from(playing).await) });
            }
        }
    }
}

fn second() -> Option<Timer> {
    Timer::after(SECOND, || post(Event::Breathing))
}

/// Where videos play.
fn players() -> Vec<Area> {
    let Ok(players) = document().query_selector_all("video") else { return Vec::new() };
    let players = (0..players.length()).filter_map(|at| players.get(at));
    let areas = players.map(|player| area(player.unchecked_ref::<Element>()));
    areas.filter(|area| area.width > SMALL && area.height > SMALL).collect()
}

/// What shows something although it holds nothing, or is there to be pressed.
const SHOWS: &str =
    "img, picture, video, canvas, svg, svg *, iframe, object, embed, input, textarea, select, a, button";

/// Whether the page shows nothing at a point of the viewport but the ground that its parts stand on.
fn is_blank(x: f64, y: f64) -> bool {
    #[expect(clippy::cast_possible_truncation, reason = "a place in the viewport")]
    let Some(element) = document().element_from_point(x as f32, y as f32) else { return true };
    let nodes = element.child_nodes();
    let nodes = (0..nodes.length()).filter_map(|at| nodes.get(at));
    let words = nodes.filter(|node| node.node_type() == Node::TEXT_NODE).filter_map(|text| text.text_content());
    let is_ground = element.child_element_count() > 0 && element.shadow_root().is_none();
    is_ground && !element.matches(SHOWS).unwrap_or(true) && words.into_iter().all(|words| words.trim().is_empty())
}
