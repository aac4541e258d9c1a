//! The text tracks of a player. One that is not loaded is loaded unseen, read, and put back as it was: what the viewer has
//! chosen to see is not touched.

use second_look::captions::played;
use second_look::video::{CaptionsFrom, Cue};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlVideoElement, TextTrack, TextTrackCueList, TextTrackKind, TextTrackMode};

use crate::app::App;
use crate::browser::{language_tag, property};
use crate::event::{Event, post};
use crate::listen::Listener;

#[wasm_bindgen]
extern "C" {
    /// A cue. Those of no known kind have no text.
    type Spoken;
    #[wasm_bindgen(method, getter, js_name = startTime)]
    fn start(this: &Spoken) -> f64;
    #[wasm_bindgen(method, getter, js_name = endTime)]
    fn end(this: &Spoken) -> f64;
    #[wasm_bindgen(method, catch, js_name = getCueAsHTML)]
    fn as_html(this: &Spoken) -> Result<web_sys::Node, JsValue>;
}

/// The text tracks of one player.
pub struct Tracks {
    player: HtmlVideoElement,
    /// The track that is being loaded for reading.
    borrowed: Option<TextTrack>,
    /// Tracks that were loaded before: once is enough.
    tried: Vec<TextTrack>,
    /// How many cues have been read.
    read: u32,
    _listeners: Vec<Listener>,
}

impl Tracks {
    fn of(player: HtmlVideoElement) -> Option<Self> {
        let list = player.text_tracks()?;
        let changed = |_| post(Event::TracksChanged { loaded: false });
        let loaded = |event: web_sys::Event| {
            if event.target().is_some_and(|it| property(&it, "localName").as_string().as_deref() == Some("track")) {
                post(Event::TracksChanged { loaded: true });
            }
        };
        let mut listeners: Vec<_> = ["addtrack", "change"].map(|kind| Listener::on(&list, kind, changed)).into();
        // What happens to a track element is told on the way down to it alone.
        listeners.extend(["load", "error"].map(|kind| Listener::before(&player, kind, loaded)));
        listeners.push(Listener::on(&player, "timeupdate", changed));
        Some(Self { player, borrowed: None, tried: Vec::new(), read: 0, _listeners: listeners })
    }

    /// The lines and the language of the best track, where there are new ones.
    fn new_lines(&mut self) -> Option<(Vec<Cue>, Option<String>)> {
        let track = best(&self.player)?;
        let Some(cues) = track.cues().filter(|cues| cues.length() > 0) else {
            self.borrow(track);
            return None;
        };
        let new = std::mem::replace(&mut self.read, cues.length()) != self.read;
        let lines = new.then(|| (lines(&cues), language_tag(&track.language())));
        self.give_back();
        lines
    }

    /// Has a track loaded that is not.
    fn borrow(&mut self, track: TextTrack) {
        if track.mode() == TextTrackMode::Disabled && self.borrowed.is_none() && !self.tried.contains(&track) {
            self.tried.push(track.clone());
            track.set_mode(TextTrackMode::Hidden);
            self.borrowed = Some(track);
        }
    }

    /// Puts a track back as it was, unless somebody has chosen to see it meanwhile.
    fn give_back(&mut self) {
        let unseen = |track: &TextTrack| track.mode() == TextTrackMode::Hidden;
        if let Some(track) = self.borrowed.take().filter(unseen) {
            track.set_mode(TextTrackMode::Disabled);
        }
    }
}

impl Drop for Tracks {
    fn drop(&mut self) {
        self.give_back();
    }
}

/// The track to read: captions before subtitles, and the first of these.
fn best(player: &HtmlVideoElement) -> Option<TextTrack> {
    let list = player.text_tracks()?;
    let tracks: Vec<TextTrack> = (0..list.length()).filter_map(|at| list.get(at)).collect();
    let of = |kind| tracks.iter().find(|track| track.kind() == kind);
    of(TextTrackKind::Captions).or_else(|| of(TextTrackKind::Subtitles)).cloned()
}

fn lines(cues: &TextTrackCueList) -> Vec<Cue> {
    let cues = (0..cues.length()).filter_map(|at| cues.get(at)).map(JsCast::unchecked_into::<Spoken>);
    let text = |cue: &Spoken| cue.as_html().ok()?.text_content();
    played(cues.filter_map(|cue| Some((cue.start(), cue.end(), text(&cue)?))))
}

impl App {
    /// Attends to the player of the opened video.
    pub(super) fn seek_tracks(&mut self, card: &Element) {
        if self.captions.tracks.as_ref().is_none_or(|tracks| !tracks.player.is_connected()) {
            self.captions.tracks = self.player(card).and_then(Tracks::of);
            self.read_tracks(false);
        }
    }

    /// Reads what the text tracks hold now; `loaded` when the one that was borrowed holds all that it ever will.
    pub(crate) fn read_tracks(&mut self, loaded: bool) {
        let Some(tracks) = self.captions.tracks.as_mut() else { return };
        let lines = tracks.new_lines();
        if loaded {
            tracks.give_back();
        }
        if let Some((cues, language)) = lines {
            self.captions.spoken.say(CaptionsFrom::TextTrack, cues, language);
            self.captions.wait();
        }
    }
}
