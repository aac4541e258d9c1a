//! Looking through a store or an imported file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Mute, PackFiles, Settings, StoredMute, StoredPack, TABLE, Value};

/// What a store or a file holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// All of it, by key; what a policy sets stands in place of what the viewer chose.
    pub stored: BTreeMap<String, Value>,
    /// The list of mutes in it.
    #[serde(default)]
    pub mutes: Vec<StoredMute>,
    /// The list of own packs in it.
    #[serde(default)]
    pub packs: Vec<StoredPack>,
    /// The keys that a policy sets.
    #[serde(default)]
    pub managed: Vec<String>,
}

/// A store looked through entry by entry: what a form shows, and what it has to speak of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Checked {
    /// A value for every row: the stored one, or the default.
    pub values: BTreeMap<&'static str, Value>,
    /// Keys whose stored value fell back to the default, because the row does not accept it.
    pub refused: Vec<&'static str>,
    /// Keys that are no setting's.
    pub unknown: Vec<String>,
    /// Keys that a policy sets, so that the viewer can not.
    pub locked: Vec<&'static str>,
    /// The mutes that could be read.
    pub mutes: Vec<Mute>,
    /// How many entries among the mutes could not.
    pub mutes_refused: usize,
    /// The own packs that could be read.
    pub packs: Vec<PackFiles>,
    /// How many entries among the packs could not.
    pub packs_refused: usize,
}

impl Settings {
    /// Looks through what a store or a file holds, for a form.
    pub fn check(held: Held) -> Checked {
        let Held { stored, mutes, packs, managed } = held;
        let known = |key: &str| TABLE.iter().any(|row| row.key == key);
        let unknown = stored.keys().filter(|key| !known(key)).cloned().collect();
        let (bad, good): (Vec<_>, Vec<_>) = TABLE
            .iter()
            .filter_map(|row| Some((row, stored.get(row.key)?)))
            .partition(|(row, value)| !row.accepts(value));
        let refused = bad.iter().map(|(row, _)| row.key).collect();
        let locked = good.iter().map(|(row, _)| row.key).filter(|key| managed.iter().any(|set| set == key)).collect();
        let settings = Self::from_stored(stored);
        let values = TABLE.iter().filter_map(|row| Some((row.key, settings.get(row.key)?))).collect();
        let (mutes, mutes_refused) = readable(mutes, StoredMute::readable);
        let (packs, packs_refused) = readable(packs, StoredPack::readable);
        Checked { values, refused, unknown, locked, mutes, mutes_refused, packs, packs_refused }
    }
}

/// The entries that can be read, and how many can not.
fn readable<T, R>(entries: Vec<T>, read: impl Fn(T) -> Option<R>) -> (Vec<R>, usize) {
    let total = entries.len();
    let read: Vec<_> = entries.into_iter().filter_map(read).collect();
    let refused = total - read.len();
    (read, refused)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(held: &str) -> Checked {
        Settings::check(serde_json::from_str(held).unwrap())
    }

    #[test]
    fn a_hostile_store_is_named_and_left_behind() {
        let checked = checked(
            r#"{
                "stored": {"reminder_after": -5, "sensitivity": {"deep": [1]}, "badge_claims": false, "x": null},
                "mutes": [7, {"kind": "rule", "id": "cure"}, {"kind": "planet", "id": "mars"}],
                "packs": ["all", {"name": "class", "on": true, "files": {"a.toml": "title = 1"}}, {"name": 3}]
            }"#,
        );
        assert_eq!(checked.refused, ["sensitivity", "reminder_after"]);
        assert_eq!(checked.unknown, ["x"]);
        assert_eq!(checked.values["badge_claims"], Value::Toggle(false));
        assert_eq!(checked.values["reminder_after"], Value::Number(3));
        assert_eq!(checked.values.len(), TABLE.len());
        assert_eq!(checked.mutes.iter().map(|mute| mute.id.as_str()).collect::<Vec<_>>(), ["cure"]);
        assert_eq!(checked.packs.iter().map(|pack| pack.name.as_str()).collect::<Vec<_>>(), ["class"]);
        assert_eq!((checked.mutes_refused, checked.packs_refused), (2, 2));
    }

    #[test]
    fn a_policy_locks_what_it_sets_and_nothing_that_it_gets_wrong() {
        let checked = checked(
            r#"{"stored": {"badge_claims": false, "reminder_after": 99}, "managed": ["badge_claims", "reminder_after", "x"]}"#,
        );
        assert_eq!(checked.locked, ["badge_claims"]);
        assert_eq!(checked.refused, ["reminder_after"]);
    }
}
