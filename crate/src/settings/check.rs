//! Looking through a store or an imported file.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Mute, Settings, StoredMute, TABLE, Value};

/// A store looked through entry by entry: what a form shows, and what it has to speak of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Checked {
    /// A value for every row: the stored one, or the default.
    pub values: BTreeMap<&'static str, Value>,
    /// Keys whose stored value fell back to the default, because the row does not accept it.
    pub refused: Vec<&'static str>,
    /// Keys that are no setting's.
    pub unknown: Vec<String>,
    /// The mutes that could be read.
    pub mutes: Vec<Mute>,
    /// How many entries among the mutes could not.
    pub mutes_refused: usize,
}

impl Settings {
    /// Looks through what a store or a file holds, for a form.
    pub fn check(stored: BTreeMap<String, Value>, mutes: Vec<StoredMute>) -> Checked {
        let known = |key: &str| TABLE.iter().any(|row| row.key == key);
        let unknown = stored.keys().filter(|key| !known(key)).cloned().collect();
        let refused = TABLE.iter().filter(|row| stored.get(row.key).is_some_and(|value| !row.accepts(value)));
        let refused = refused.map(|row| row.key).collect();
        let settings = Self::from_stored(stored);
        let values = TABLE.iter().filter_map(|row| Some((row.key, settings.get(row.key)?))).collect();
        let total = mutes.len();
        let mutes: Vec<_> = mutes.into_iter().filter_map(StoredMute::readable).collect();
        Checked { values, refused, unknown, mutes_refused: total - mutes.len(), mutes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_store_is_named_and_left_behind() {
        let stored = r#"{"reminder_after": -5, "sensitivity": {"deep": [1]}, "badge_claims": false, "x": null}"#;
        let mutes = r#"[7, {"kind": "rule", "id": "cure"}, {"kind": "planet", "id": "mars"}]"#;
        let checked = Settings::check(serde_json::from_str(stored).unwrap(), serde_json::from_str(mutes).unwrap());
        assert_eq!(checked.refused, ["sensitivity", "reminder_after"]);
        assert_eq!(checked.unknown, ["x"]);
        assert_eq!(checked.values["badge_claims"], Value::Toggle(false));
        assert_eq!(checked.values["reminder_after"], Value::Number(3));
        assert_eq!(checked.values.len(), TABLE.len());
        assert_eq!(checked.mutes.iter().map(|mute| mute.id.as_str()).collect::<Vec<_>>(), ["cure"]);
        assert_eq!(checked.mutes_refused, 2);
    }
}
