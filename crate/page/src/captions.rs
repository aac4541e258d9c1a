//! Rendered captions: what the player draws while it plays, read line by line and judged politely.

use second_look::captions::Heard;
use second_look::site::Dom;
use second_look::video::Cue;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlVideoElement};

use crate::answers::signature;
use crate::app::App;
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
        let (Some(page), Some(card)) = (&self.page, opened) else { return };
        if let Some(player) = self.player(&card.node) {
            let lines = |within| self.dom.select(within, &self.site.rendered_captions);
            let own = lines(&card.node);
            let drawn = if own.is_empty() { lines(&page.root) } else { own };
            let drawn: Vec<String> = drawn.iter().filter_map(|line| line.text_content()).collect();
            self.captions.hear(&card.video.id, player.current_time(), &drawn.join(" "));
        }
    }

    /// The player of the opened video: the one in its card, else the one on the page that plays.
    pub(crate) fn player(&self, card: &Element) -> Option<HtmlVideoElement> {
        let players =
            |within: &Element| self.dom.select(within, &self.site.player).into_iter().map(JsCast::unchecked_into);
        let everywhere = || self.page.iter().flat_map(|page| players(&page.root)).collect::<Vec<HtmlVideoElement>>();
        players(card).next().or_else(|| {
            let all = everywhere();
            all.iter().find(|player| !player.paused()).or(all.first()).cloned()
        })
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
