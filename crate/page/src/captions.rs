//! Rendered captions: what the player draws while it plays, read line by line and judged politely.

use second_look::captions::Heard;
use second_look::video::Cue;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlVideoElement};

use crate::answers::signature;
use crate::app::App;
use crate::browser::document;
use crate::event::{Event, Touched, post};
use crate::listen::Timer;

/// Judged again after so many new words, and at most once in so many milliseconds.
const NEW_WORDS: usize = 6;
const PAUSE: i32 = 2500;

/// What was heard of the video that is being watched.
#[derive(Default)]
pub struct Captions {
    id: String,
    heard: Heard,
    /// What was heard up to the last judging: what came since must not have the video judged at every word.
    judged: Vec<Cue>,
    new_words: usize,
    due: Option<Timer>,
}

impl Captions {
    /// The lines heard of a video, up to the last judging.
    pub fn of(&self, id: &str) -> Vec<Cue> {
        if self.id == id { self.judged.clone() } else { Vec::new() }
    }

    /// Whoever watches another video hears other words.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    fn hear(&mut self, id: &str, at: f64, drawn: &str) {
        if self.id != id {
            *self = Self { id: id.to_owned(), ..Self::default() };
        }
        self.new_words += self.heard.hear(at, drawn);
        if self.new_words >= NEW_WORDS && self.due.is_none() {
            self.due = Timer::after(PAUSE, || post(Event::CaptionsDue));
        }
    }
}

impl App {
    /// Listens, where something that changed is a caption.
    pub(crate) fn hear_captions(&mut self, touched: &[Touched]) {
        let selector: &str = &self.site.rendered_captions;
        if selector.is_empty() || !touched.iter().any(|touched| is_caption(touched, selector)) {
            return;
        }
        let opened = self.cards.iter().find_map(|followed| followed.card.as_ref().filter(|card| card.opened));
        if let Some((id, player)) = opened.and_then(|card| Some((card.video.id.clone(), player(&card.node)?))) {
            self.captions.hear(&id, player.current_time(), &drawn(selector));
        }
    }

    /// Reads the opened video again, with what was heard since.
    pub(crate) fn judge_captions(&mut self) {
        self.captions.due = None;
        self.captions.new_words = 0;
        self.captions.judged = self.captions.heard.cues().to_vec();
        let Captions { id, judged, .. } = &self.captions;
        for (_, followed) in self.cards.iter_mut() {
            if let Some(card) = followed.card.as_mut().filter(|card| card.opened && card.video.id == *id) {
                card.video.captions.clone_from(judged);
                followed.signature = signature(&card.video);
                followed.stale = true;
            }
        }
        self.update();
    }
}

fn is_caption(touched: &Touched, selector: &str) -> bool {
    let (Touched::Changed(element) | Touched::Added(element)) = touched;
    let around = element.closest(selector).ok().flatten().is_some();
    around || matches!(touched, Touched::Added(_)) && element.query_selector(selector).ok().flatten().is_some()
}

fn drawn(selector: &str) -> String {
    let Ok(lines) = document().query_selector_all(selector) else { return String::new() };
    let lines = (0..lines.length()).filter_map(|at| lines.get(at)?.text_content());
    lines.collect::<Vec<_>>().join(" ")
}

/// The player of the opened video: the one in its card, else the one on the page that plays.
pub fn player(card: &Element) -> Option<HtmlVideoElement> {
    let own = card.query_selector("video").ok().flatten().map(JsCast::unchecked_into);
    own.or_else(|| {
        let players = document().query_selector_all("video").ok()?;
        let players = (0..players.length()).filter_map(|at| players.get(at)).map(JsCast::unchecked_into);
        let players: Vec<HtmlVideoElement> = players.collect();
        players.iter().find(|player| !player.paused()).or(players.first()).cloned()
    })
}
