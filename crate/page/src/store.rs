//! What the browser's store holds for this module.

use second_look::bios::{BIOS, Bios};
use second_look::settings::{MUTES, Settings};
use second_look::view::{Mutes, Tally};
use wasm_bindgen::JsValue;

use crate::browser::{keep, property};
use crate::receive::{Receive, settings};

const TALLY: &str = "tally";

/// The viewer's choices, and what is remembered between pages. Whatever can not be read is as on the first day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Store {
    /// Every option.
    pub settings: Settings,
    /// What the viewer does not want to see again.
    pub mutes: Mutes,
    /// What creators say of themselves.
    pub bios: Bios,
    /// When the reminder is due.
    pub tally: Tally,
    /// What was last kept of it: the store's answer to that is no news.
    kept: Vec<Tally>,
}

/// How many answers of the store may be on their way.
const ON_THEIR_WAY: usize = 8;

impl Store {
    /// Reads all that the store holds.
    pub fn read(stored: &JsValue) -> Self {
        Self {
            settings: settings(stored),
            mutes: Mutes(Receive::receive(&property(stored, MUTES)).unwrap_or_default()),
            bios: Bios(Receive::receive(&property(stored, BIOS)).unwrap_or_default()),
            tally: Receive::receive(&property(stored, TALLY)).unwrap_or_default(),
            kept: Vec::new(),
        }
    }

    /// The same, following `old`: a tally that was kept here must not undo what was counted since.
    pub fn after(self, old: &Self) -> Self {
        let echo = old.kept.contains(&self.tally);
        let tally = if echo { old.tally.clone() } else { self.tally };
        Self { tally, kept: old.kept.clone(), ..self }
    }

    /// Keeps the mutes. Every open page hears of it, this one too.
    pub fn keep_mutes(&self) {
        keep(MUTES, &self.mutes.0);
    }

    /// Keeps the tally.
    pub fn keep_tally(&mut self) {
        if self.kept.len() >= ON_THEIR_WAY {
            self.kept.remove(0);
        }
        self.kept.push(self.tally.clone());
        keep(TALLY, &self.tally);
    }
}
