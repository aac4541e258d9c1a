//! The spoken words of the opened video: from the site's caption file, the file that the player has loaded, its text
//! tracks, the transcript that the viewer opened, or the captions as they are drawn. Judged politely: what comes in a trickle waits for more.

mod cached;
mod file;
mod loaded;
mod rendered;
mod tracks;

use second_look::captions::{Heard, Spoken, Warning};
use second_look::site::{Card, Dom};
use second_look::video::{CaptionsFrom, Cue, Video};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlVideoElement};

use crate::answers::signature;
use crate::app::App;
use crate::event::{Event, Touched, post};
use crate::listen::Timer;
use cached::Reread;
pub use file::Files;
pub use loaded::Loads;
use tracks::Tracks;

/// Judged at most once in so many milliseconds.
const PAUSE: i32 = 2500;

/// What is known of the spoken words of the video that is being watched.
#[derive(Default)]
pub struct Captions {
    id: String,
    spoken: Spoken,
    heard: Heard,
    /// Words heard since the last judging.
    new_words: usize,
    due: Option<Timer>,
    tracks: Option<Tracks>,
    /// Which files that the player has loaded were read again.
    reread: Reread,
    /// A transcript that was open before: it belongs to another video.
    left_over: Vec<Cue>,
}

impl Captions {
    /// Whoever watches another video hears other words.
    pub fn forget(&mut self, left_over: Vec<Cue>) {
        *self = Self { left_over, ..Self::default() };
    }

    /// Gives a video what was said in it.
    pub fn complete(&self, video: &mut Video) {
        if self.id == video.id {
            self.spoken.complete(video);
        }
    }

    /// Why spoken words are missing.
    pub fn warning(&self, video: &Video) -> Option<Warning> {
        self.spoken.warning.filter(|_| self.id == video.id)
    }

    /// Judges soon, unless that is about to happen.
    fn wait(&mut self) {
        if self.due.is_none() {
            self.due = Timer::after(PAUSE, || post(Event::CaptionsDue));
        }
    }
}

impl App {
    /// Looks at what changed for spoken words of the opened video.
    pub(crate) fn hear_captions(&mut self, touched: &[Touched]) {
        let opened = self.cards.iter().find_map(|followed| followed.card.as_ref().filter(|card| card.opened));
        let Some((id, node)) = opened.map(|card| (card.video.id.clone(), card.node.clone())) else { return };
        if self.captions.id != id {
            let left_over = std::mem::take(&mut self.captions.left_over);
            self.captions = Captions { id, left_over, ..Captions::default() };
            self.seek_file();
            self.recall_loads();
        }
        self.seek_tracks(&node);
        self.hear_rendered(&node, touched);
        self.read_transcript(touched);
    }

    /// The transcript, where the viewer has opened it. It is never opened from here.
    fn read_transcript(&mut self, touched: &[Touched]) {
        let rows = &self.site.transcript;
        let opens = |touched: &Touched| matches!(touched, Touched::Changed(it) if it.matches(&rows.panel) == Ok(true));
        if rows.row.is_empty() || !touched.iter().any(|touched| concerns(touched, &rows.row) || opens(touched)) {
            return;
        }
        let cues = self.page.as_ref().map(|page| page.transcript(&self.dom)).unwrap_or_default();
        if !cues.is_empty() && cues != self.captions.left_over {
            self.captions.spoken.say(CaptionsFrom::Transcript, cues, None);
            self.judge_captions();
        }
    }

    /// What a transcript that is still open says.
    pub(crate) fn left_over(&self) -> Vec<Cue> {
        self.page.as_ref().map(|page| page.transcript(&self.dom)).unwrap_or_default()
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

    /// Judges the opened video again, with what is known of its words now.
    pub(crate) fn judge_captions(&mut self) {
        self.take_down_heard();
        for (_, followed) in self.cards.iter_mut() {
            if let Some(card) = followed.card.as_mut().filter(|card| is_of(card, &self.captions)) {
                self.captions.complete(&mut card.video);
                followed.signature = signature(&card.video);
                followed.stale = true;
            }
        }
        self.update();
    }
}

fn is_of(card: &Card<Element>, captions: &Captions) -> bool {
    card.opened && card.video.id == captions.id
}

/// Whether what changed is a part of what a selector finds, or holds it.
fn concerns(touched: &Touched, selector: &str) -> bool {
    let (Touched::Changed(element) | Touched::Added(element)) = touched;
    let around = element.closest(selector).ok().flatten().is_some();
    around || matches!(touched, Touched::Added(_)) && element.query_selector(selector).ok().flatten().is_some()
}
