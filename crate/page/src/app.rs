//! The page module at work: what it knows, and what it does when something happens.

use std::collections::VecDeque;
use std::rc::Rc;

use second_look::settings::Settings;
use second_look::site::{Page, Site, site_for};
use second_look::view::{Look, Mutes, Theme};
use second_look::wire::Answer;
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::answers::{Answers, Known};
use crate::bios::Meeting;
use crate::browser::{address, document, window};
use crate::captions::{Captions, Files, Loads};
use crate::cards::{Cards, Followed};
use crate::dom::WebDom;
use crate::event::{Event, Touched, post};
use crate::follow::Place;
use crate::listen::Frame;
use crate::opening::Opening;
use crate::remind::Reminding;
use crate::store::Store;
use crate::timeline::Timeline;
use crate::watch::Watch;

/// Everything the page module knows of one document.
pub struct App {
    pub(crate) site: &'static Site,
    pub(crate) dom: WebDom,
    pub(crate) store: Store,
    /// `None` while the viewer has this site switched off.
    pub(crate) watch: Option<Watch>,
    pub(crate) page: Option<Page<'static, Element>>,
    pub(crate) at: String,
    pub(crate) cards: Cards,
    pub(crate) answers: Answers,
    pub(crate) touched: Vec<Touched>,
    /// Whether something was taken out of the page since the last frame.
    pub(crate) removed: bool,
    /// Whether the page may look lighter or darker since the last frame.
    pub(crate) undressed: bool,
    /// Cards that are to be read, in the order in which that was noticed.
    pub(crate) unread: VecDeque<Place>,
    pub(crate) frame: Option<Frame>,
    /// Somebody asked for a full report: cards far from the viewport are judged as well.
    pub(crate) wants_all: bool,
    pub(crate) captions: Captions,
    pub(crate) meeting: Meeting,
    pub(crate) files: Files,
    pub(crate) loads: Loads,
    pub(crate) opening: Opening,
    pub(crate) reminding: Reminding,
    pub(crate) timeline: Timeline,
    pub(crate) theme: Option<Theme>,
    pub(crate) errors: Vec<String>,
    /// How many badges the loader knows of.
    pub(crate) badges: usize,
}

impl App {
    /// An app for this page's site, with what the store holds; `None` for a site that is not supported.
    pub fn new(stored: &JsValue) -> Option<Self> {
        let mut app = Self {
            site: site_for(&address())?,
            dom: WebDom::new(document()),
            store: Store::read(stored),
            watch: None,
            page: None,
            at: String::new(),
            cards: Cards::default(),
            answers: Answers::default(),
            touched: Vec::new(),
            removed: false,
            undressed: false,
            unread: VecDeque::new(),
            frame: None,
            wants_all: false,
            captions: Captions::default(),
            meeting: Meeting::default(),
            files: Files::default(),
            loads: Loads::default(),
            opening: Opening::default(),
            reminding: Reminding::default(),
            timeline: Timeline::default(),
            theme: None,
            errors: Vec::new(),
            badges: 0,
        };
        app.obey();
        Some(app)
    }

    /// Deals with one thing that happened.
    pub fn handle(&mut self, event: Event) {
        match event {
            Event::Touched { touched, removed } => self.note_touched(touched, removed),
            Event::Moved => self.schedule(),
            Event::Dressed => self.note_dressed(),
            Event::Frame => self.on_frame(),
            Event::Near(seen) => self.note_near(seen),
            Event::Watched(shown) => self.count_watched(&shown),
            Event::Answered { signatures, round, answers } => self.take_answers(&signatures, round, answers),
            Event::Stored(stored) => self.take_store(&stored),
            Event::CaptionsDue => self.judge_captions(),
            Event::Met => self.remember(),
            Event::TracksChanged { loaded } => self.read_tracks(loaded),
            Event::Loaded(loads) => self.take_loads(loads),
            Event::CacheRead { loaded, track } => self.take_cached(&loaded, track),
            Event::FileCame { id, track } => match track {
                Ok(track) => self.take_file(&id, track),
                Err(fault) => self.errors.push(fault),
            },
            Event::Acted(act) => self.act(act),
            Event::Played => self.follow_playback(),
            Event::Told => self.stop_telling(),
            Event::Owed => self.remind(),
            Event::Breathing => self.breathe(),
            of_a_card => self.open_or_close(of_a_card),
        }
    }

    /// Watches the site, or leaves it alone, as the viewer has chosen.
    fn obey(&mut self) {
        let wanted = self.store.settings.reads_site(&self.site.id);
        if wanted && self.watch.is_none() {
            self.watch = Some(Watch::begin(self.site));
            self.loads = Loads::listen(self.site);
            self.dress();
            self.schedule();
        } else if !wanted {
            self.leave_alone();
        }
    }

    /// Takes down everything that was drawn and stops watching.
    fn leave_alone(&mut self) {
        self.watch = None;
        self.frame = None;
        self.page = None;
        self.touched.clear();
        self.unread.clear();
        self.meeting = Meeting::default();
        self.cards = Cards::default();
        self.captions = Captions::default();
        self.loads = Loads::default();
        self.opening = Opening::default();
        self.timeline = Timeline::default();
        self.reminding.hide();
        self.tell_badges();
    }

    /// Looks at the page when the browser draws next.
    pub(crate) fn schedule(&mut self) {
        if self.watch.is_some() && self.frame.is_none() {
            self.frame = Frame::next(|| post(Event::Frame));
        }
    }

    fn take_store(&mut self, stored: &JsValue) {
        let new = Store::read(stored).after(&self.store);
        let old = std::mem::replace(&mut self.store, new);
        if old.settings.sensitivity() != self.store.settings.sensitivity() {
            self.answers.forget();
        }
        if old.settings != self.store.settings || old.mutes != self.store.mutes {
            self.cards.iter_mut().for_each(|(_, followed)| followed.stale = true);
            self.obey();
            self.update();
        }
    }

    fn take_answers(&mut self, signatures: &[u64], round: u32, answers: Result<Vec<Rc<Known>>, String>) {
        let mut answers = answers.unwrap_or_else(|fault| {
            self.errors.push(fault);
            Vec::new()
        });
        answers.reverse();
        let taken = signatures.iter().filter(|signature| self.answers.take(**signature, round, answers.pop()));
        let taken: Vec<u64> = taken.copied().collect();
        if !taken.is_empty() {
            let answered = self.cards.iter_mut().filter(|(_, followed)| taken.contains(&followed.signature));
            answered.for_each(|(_, followed)| followed.stale = true);
            self.update();
        }
    }

    fn note_dressed(&mut self) {
        self.undressed = true;
        self.schedule();
    }

    /// Follows the page's own light or dark.
    pub(crate) fn dress(&mut self) {
        self.undressed = false;
        let theme = self.page.as_ref().map(|page| page.root.clone()).or_else(|| document().body().map(Into::into));
        let theme = theme.and_then(|element| ground(&element));
        if theme != self.theme {
            self.theme = theme;
            let name = theme.map(Theme::name);
            self.cards.iter().filter_map(|followed| followed.badge.as_ref()).for_each(|badge| badge.dress(name));
            self.opening.dress(name);
            self.reminding.dress(name);
            self.timeline.dress(name);
        }
    }

    /// What a card's views are made from.
    pub(crate) fn look<'a>(&'a self, followed: &'a Followed, answer: &'a Answer) -> Option<Look<'a>> {
        let (settings, mutes): (&Settings, &Mutes) = (&self.store.settings, &self.store.mutes);
        let card = followed.card.as_ref()?;
        Some(Look { site: &self.site.id, video: &card.video, opened: card.opened, answer, settings, mutes })
    }
}

/// The theme of the nearest ground that one does not see through.
fn ground(element: &Element) -> Option<Theme> {
    let mut at = Some(element.clone());
    while let Some(element) = at {
        let style = window().get_computed_style(&element).ok().flatten();
        let colour = style.and_then(|style| style.get_property_value("background-color").ok())?;
        if let Some(theme) = Theme::of_ground(&colour) {
            return Some(theme);
        }
        at = element.parent_element();
    }
    None
}
