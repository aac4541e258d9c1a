//! Carrying the choices between a viewer's devices, through the store that the browser keeps in step.
//!
//! That store takes items of 8 KiB at most. The settings are one item, the mutes as many as they need. The newest state
//! wins as a whole; own packs are too large for it and stay where they are.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Foreign, Held, MUTES, Mute, Settings, StoredMute, Value};

/// The setting that lets choices be carried. It is never carried itself.
pub const SYNC: &str = "sync";
/// The most that the mutes in one item may come to. The browser's limit is 8,192 bytes, its key included.
const ITEM_BYTES: usize = 7_000;
/// The most mutes may come to in all: the browser's limit is 102,400 bytes for everything.
const ALL_BYTES: usize = 90_000;
const HEAD: &str = "head";
const SETTINGS: &str = "settings";

/// An item of the carried store.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Item {
    /// Which state this is.
    Head {
        /// When it was chosen, in milliseconds since 1970.
        stamp: f64,
        /// How many items of mutes belong to it.
        parts: usize,
    },
    /// Some of the mutes.
    Mutes(Vec<StoredMute>),
    /// Every setting.
    Settings(BTreeMap<String, Value>),
    /// Anything else.
    Foreign(Foreign),
}

/// What to do so that the two stores say the same.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Step {
    /// To be put into the viewer's own store.
    pub take: Option<Taken>,
    /// To be put into the carried store.
    pub write: BTreeMap<String, Item>,
    /// To be removed from the carried store.
    pub remove: Vec<String>,
    /// How many mutes did not fit.
    pub left_out: usize,
    /// When the state that both then hold was chosen.
    pub stamp: f64,
}

/// The state of another device.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Taken {
    /// Every setting.
    pub settings: BTreeMap<&'static str, Value>,
    /// The mutes.
    pub mutes: Vec<Mute>,
}

/// Compares what is chosen here, at a time in milliseconds (0 where nobody knows), with what is carried.
pub fn step(held: Held, stamp: f64, carried: BTreeMap<String, Item>) -> Step {
    match state(&carried) {
        Some((theirs, taken)) if theirs > stamp => Step { take: Some(taken), stamp: theirs, ..Step::default() },
        Some((theirs, _)) if theirs >= stamp => Step { stamp, ..Step::default() },
        _ => write(held, stamp, carried),
    }
}

fn write(held: Held, stamp: f64, carried: BTreeMap<String, Item>) -> Step {
    let checked = Settings::check(held);
    let mut settings: BTreeMap<_, _> = checked.values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    settings.remove(SYNC);
    let (parts, left_out) = portions(checked.mutes);
    let first = Item::Head { stamp, parts: parts.len() };
    let mut write = BTreeMap::from([(HEAD.to_owned(), first), (SETTINGS.to_owned(), Item::Settings(settings))]);
    write.extend(parts.into_iter().enumerate().map(|(at, part)| (part_key(at), Item::Mutes(part))));
    let remove = carried.into_keys().filter(|key| !write.contains_key(key)).collect();
    Step { take: None, write, remove, left_out, stamp }
}

fn part_key(at: usize) -> String {
    format!("{MUTES}_{at}")
}

/// The state in the carried store; `None` where it is not whole.
fn state(carried: &BTreeMap<String, Item>) -> Option<(f64, Taken)> {
    let Some(Item::Head { stamp, parts }) = carried.get(HEAD) else { return None };
    let Some(Item::Settings(settings)) = carried.get(SETTINGS) else { return None };
    let mut mutes = Vec::new();
    for at in 0..*parts {
        let Some(Item::Mutes(part)) = carried.get(&part_key(at)) else { return None };
        mutes.extend(part.iter().cloned());
    }
    let mut checked = Settings::check(Held { stored: settings.clone(), mutes, ..Held::default() });
    checked.values.remove(SYNC);
    Some((*stamp, Taken { settings: checked.values, mutes: checked.mutes }))
}

/// The mutes in items that fit, and how many do not: the newest come first in the choice, and keep their order.
fn portions(mutes: Vec<Mute>) -> (Vec<Vec<StoredMute>>, usize) {
    let total = mutes.len();
    let mut all = 0;
    let mut fits = |mute: &Mute| {
        let size = size(mute);
        all += if size > ITEM_BYTES { 0 } else { size };
        size <= ITEM_BYTES && all <= ALL_BYTES
    };
    let mut kept: Vec<Mute> = mutes.into_iter().rev().filter(|mute| fits(mute)).collect();
    kept.reverse();
    let left_out = total - kept.len();
    let mut parts: Vec<Vec<StoredMute>> = Vec::new();
    let mut filled = ITEM_BYTES;
    for mute in kept {
        let size = size(&mute);
        if filled + size > ITEM_BYTES {
            parts.push(Vec::new());
            filled = 0;
        }
        filled += size;
        parts.last_mut().into_iter().for_each(|part| part.push(StoredMute::Mute(mute.clone())));
    }
    (parts, left_out)
}

/// The most that a mute comes to as JSON, however a browser escapes it.
fn size(mute: &Mute) -> usize {
    /// Names, brackets, quotation marks and the kind.
    const FRAME: usize = 64;
    let letters = [&mute.site, &mute.id, &mute.name].into_iter().flat_map(|text| text.chars());
    letters.map(|c| if c.is_ascii_alphanumeric() || c == ' ' { 1 } else { 6.max(c.len_utf8()) }).sum::<usize>() + FRAME
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Muted;

    fn mute(id: &str) -> Mute {
        Mute { kind: Muted::Creator, site: "youtube".into(), id: id.into(), name: id.into() }
    }

    fn held(after: u32, ids: &[&str]) -> Held {
        let stored = BTreeMap::from([("reminder_after".to_owned(), Value::Number(after))]);
        Held { stored, mutes: ids.iter().map(|id| StoredMute::Mute(mute(id))).collect(), ..Held::default() }
    }

    #[test]
    fn the_first_device_writes_and_the_second_takes() {
        let first = step(held(7, &["cora"]), 10.0, BTreeMap::new());
        assert_eq!((first.write.len(), first.left_out), (3, 0));
        let second = step(held(2, &[]), 0.0, first.write.clone());
        let taken = second.take.unwrap();
        assert_eq!(taken.settings["reminder_after"], Value::Number(7));
        assert_eq!(taken.mutes, [mute("cora")]);
        assert!(!taken.settings.contains_key(SYNC));
        assert_eq!(step(held(7, &["cora"]), 10.0, first.write), Step { stamp: 10.0, ..Step::default() });
    }

    #[test]
    fn the_newest_state_wins_and_leaves_nothing_behind() {
        let many: Vec<String> = (0..200).map(|nth| format!("creator-{nth}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let old = step(held(7, &many), 10.0, BTreeMap::new()).write;
        assert!(old.len() > 3);
        let new = step(held(2, &[]), 20.0, old.clone());
        assert_eq!(new.take, None);
        assert_eq!(new.remove.len(), old.len() - 2);
    }

    #[test]
    fn what_is_not_whole_is_written_anew() {
        let mut torn = step(held(7, &["cora"]), 10.0, BTreeMap::new()).write;
        torn.remove("mutes_0");
        assert_eq!(step(held(2, &[]), 5.0, torn).take, None);
    }

    proptest::proptest! {
        #[test]
        fn every_item_keeps_to_the_browsers_limit(ids in proptest::collection::vec(".{0,400}", 0..300)) {
            let held = Held { mutes: ids.iter().map(|id| StoredMute::Mute(mute(id))).collect(), ..Held::default() };
            let carried = step(held, 1.0, BTreeMap::new());
            let sizes = carried.write.iter().map(|(key, item)| key.len() + serde_json::to_string(item).unwrap().len());
            let sizes: Vec<usize> = sizes.collect();
            proptest::prop_assert!(sizes.iter().all(|size| *size <= 8_192) && sizes.iter().sum::<usize>() <= 102_400);
            let taken = state(&carried.write).unwrap().1;
            proptest::prop_assert_eq!(taken.mutes.len() + carried.left_out, ids.len());
        }
    }
}
