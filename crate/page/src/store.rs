//! What the browser's store holds for this module.

use std::collections::BTreeMap;

use second_look::settings::{MUTES, Settings, StoredMute, Value};
use second_look::view::{Mutes, Tally};
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use crate::browser::{keep, property};

const TALLY: &str = "tally";

/// The viewer's choices, and what is remembered between pages. Whatever can not be read is as on the first day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Store {
    /// Every option.
    pub settings: Settings,
    /// What the viewer does not want to see again.
    pub mutes: Mutes,
    /// When the reminder is due.
    pub tally: Tally,
}

impl Store {
    /// Reads all that the store holds.
    pub fn read(stored: &JsValue) -> Self {
        let settings: BTreeMap<String, Value> = read(stored.clone());
        let mutes: Vec<StoredMute> = read(property(stored, MUTES));
        Self {
            settings: Settings::from_stored(settings),
            mutes: Mutes(mutes.into_iter().filter_map(StoredMute::readable).collect()),
            tally: read(property(stored, TALLY)),
        }
    }

    /// Keeps the mutes. Every open page hears of it, this one too.
    pub fn keep_mutes(&self) {
        keep(MUTES, &self.mutes.0);
    }

    /// Keeps the tally.
    pub fn keep_tally(&self) {
        keep(TALLY, &self.tally);
    }
}

fn read<T: DeserializeOwned + Default>(value: JsValue) -> T {
    serde_wasm_bindgen::from_value(value).unwrap_or_default()
}
