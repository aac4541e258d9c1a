//! The caption file that the player has loaded, read again from the browser's cache: never a request. Where the browser
//! keeps no copy, nothing comes.

use second_look::captions::Track;
use second_look::settings::CAPTIONS_FETCH;
use second_look::site::Loaded;
use second_look::video::CaptionsFrom;
use wasm_bindgen_futures::spawn_local;

use crate::app::App;
use crate::browser::{language_tag, loader};
use crate::event::{Event, post};
use crate::receive::Receive;

/// So many files of one video are read, and no more: a page is not to be trusted.
const MOST: usize = 8;

/// Which files of the opened video were read again.
#[derive(Default)]
pub struct Reread {
    addresses: Vec<String>,
    /// Whether one of them is what a machine heard, which is what was spoken.
    heard: bool,
}

impl App {
    /// Reads what the browser keeps of a file that the player has loaded.
    pub(super) fn read_again(&mut self, loaded: &Loaded) {
        let addresses = &mut self.captions.reread.addresses;
        let known = addresses.len() >= MOST || addresses.contains(&loaded.url);
        if known || !self.store.settings.is_on(CAPTIONS_FETCH) {
            return;
        }
        addresses.push(loaded.url.clone());
        let loaded = loaded.clone();
        spawn_local(async move {
            let Some(ours) = loader() else { return };
            let kept = ours.cached(&loaded.url).await.ok();
            if let Some(track) = kept.and_then(|kept| Track::receive(&kept)).filter(|track| !track.cues.is_empty()) {
                post(Event::CacheRead { loaded, track });
            }
        });
    }

    /// Takes down what such a file says. Subtitles that were written in another language do not take the place of what
    /// was spoken.
    pub(crate) fn take_cached(&mut self, loaded: &Loaded, track: Track) {
        let captions = &mut self.captions;
        if captions.id == loaded.id && (loaded.recognised || !captions.reread.heard) {
            captions.reread.heard = loaded.recognised;
            captions.spoken.warning = track.warning.or(captions.spoken.warning);
            captions.spoken.say(CaptionsFrom::Cache, track.cues, language_tag(&loaded.language));
            self.judge_captions();
        }
    }
}
