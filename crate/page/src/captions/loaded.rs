//! Which caption files the player has loaded, by the browser's own list of what the page has loaded. Their addresses tell
//! the language of what is drawn, and whether it is a machine's translation.

use js_sys::Array;
use second_look::captions::Warning;
use second_look::site::{Loaded, Site};
use wasm_bindgen::JsCast;
use web_sys::{PerformanceEntry, PerformanceObserverEntryList};

use super::Captions;
use crate::app::App;
use crate::browser::language_tag;
use crate::event::{Event, post};
use crate::listen::Loading;

/// How many are remembered: those of the next video may be loaded before the page shows it.
const KEPT: usize = 8;

/// The caption files that were loaded last.
#[derive(Default)]
pub struct Loads {
    known: Vec<Loaded>,
    _loading: Option<Loading>,
}

impl Loads {
    /// Listens, where the site's file says what such addresses look like.
    pub fn listen(site: &'static Site) -> Self {
        let tell = move |entries: PerformanceObserverEntryList| {
            let entries = entries.get_entries();
            let loads: Vec<Loaded> = named(&entries).filter_map(|name| site.loaded_captions(&name)).collect();
            if !loads.is_empty() {
                post(Event::Loaded(loads));
            }
        };
        let wanted = !site.loaded_captions.like.is_empty();
        Self { known: Vec::new(), _loading: if wanted { Loading::new(tell) } else { None } }
    }
}

fn named(entries: &Array) -> impl Iterator<Item = String> + '_ {
    entries.iter().map(|entry| entry.unchecked_into::<PerformanceEntry>().name())
}

impl Captions {
    /// Whether what is drawn may be nobody's own words.
    pub(super) fn is_doubtful(&self) -> bool {
        matches!(self.spoken.warning, Some(Warning::Translated | Warning::Dubbed))
    }
}

impl App {
    /// Takes down what the player has loaded.
    pub(crate) fn take_loads(&mut self, loads: Vec<Loaded>) {
        for loaded in loads {
            self.use_load(&loaded);
            self.loads.known.push(loaded);
        }
        let old = self.loads.known.len().saturating_sub(KEPT);
        self.loads.known.drain(..old);
    }

    /// What was loaded for a video before it was shown.
    pub(super) fn recall_loads(&mut self) {
        let known = std::mem::take(&mut self.loads.known);
        for loaded in &known {
            self.use_load(loaded);
        }
        self.loads.known = known;
    }

    fn use_load(&mut self, loaded: &Loaded) {
        if loaded.id != self.captions.id {
            return;
        }
        let doubt = self.page.as_ref().and_then(|page| page.doubt(&self.dom, loaded));
        if doubt.is_some() || self.captions.is_doubtful() {
            self.captions.spoken.warning = doubt;
        }
        if doubt.is_none() {
            self.captions.spoken.language = language_tag(&loaded.language);
            self.read_again(loaded);
        }
    }
}
