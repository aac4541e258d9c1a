//! Every option, in one table: the form, the defaults, the bounds and the stored values all come from it.
//!
//! A setting is added by one row in [`TABLE`] and its messages in each language: a label, and an option's name each.
//! In the browser's store every setting is one item under its own key.

use std::collections::BTreeMap;

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use crate::assessment::Sensitivity;

/// One option.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The key under which it is stored; also names its label (`setting_<key>`) and help (`setting_<key>_help`).
    pub key: &'static str,
    /// The section of the form; names its heading (`section_<section>`).
    pub section: &'static str,
    /// What values it takes.
    #[serde(flatten)]
    pub kind: Kind,
}

/// What values a setting takes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// On or off.
    Toggle {
        /// The value of a fresh installation.
        default: bool,
    },
    /// One of several; each option names its label (`option_<key>_<option>`).
    Choice {
        /// The value of a fresh installation.
        default: &'static str,
        /// All values.
        options: &'static [&'static str],
    },
    /// A whole number within bounds.
    Number {
        /// The value of a fresh installation.
        default: u32,
        /// The least value.
        min: u32,
        /// The greatest value.
        max: u32,
    },
}

const fn toggle(key: &'static str, section: &'static str) -> Row {
    Row { key, section, kind: Kind::Toggle { default: true } }
}

/// Every option there is.
pub const TABLE: &[Row] = &[
    toggle("badge_credential", "badges"),
    toggle("badge_claims", "badges"),
    toggle("badge_practices", "badges"),
    Row {
        key: "sensitivity",
        section: "badges",
        kind: Kind::Choice { default: "balanced", options: &["quiet", "balanced", "thorough"] },
    },
    toggle("reminder", "reminder"),
    Row { key: "reminder_after", section: "reminder", kind: Kind::Number { default: 3, min: 1, max: 20 } },
    Row {
        key: "reminder_once_per",
        section: "reminder",
        kind: Kind::Choice { default: "session", options: &["session", "day"] },
    },
    toggle("site_tiktok", "sites"),
    toggle("site_youtube", "sites"),
];

/// A stored value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Of a [`Kind::Toggle`].
    Toggle(bool),
    /// Of a [`Kind::Number`].
    Number(u32),
    /// Of a [`Kind::Choice`].
    Choice(String),
    /// Of no setting: what another version, another hand or an accident left in the store.
    Foreign(Foreign),
}

/// Any value at all. No setting accepts it, so that one bad entry never spoils the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Foreign;

impl<'de> Deserialize<'de> for Foreign {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}

/// A store looked through row by row: what a form shows, and what it has to speak of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Checked {
    /// A value for every row: the stored one, or the default.
    pub values: BTreeMap<&'static str, Value>,
    /// Keys whose stored value fell back to the default, because the row does not accept it.
    pub refused: Vec<&'static str>,
    /// Keys that are no setting's.
    pub unknown: Vec<String>,
}

/// Something the viewer asked not to hear about again. A list of these is stored under [`MUTES`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mute {
    /// What is muted.
    pub kind: Muted,
    /// The site of a creator or a video; empty for a rule, which is muted everywhere.
    #[serde(default)]
    pub site: String,
    /// The creator's handle, the rule's identifier or the video's.
    pub id: String,
    /// What to call it in a list: a display name, the rule's title, the video's.
    #[serde(default)]
    pub name: String,
}

/// What can be muted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Muted {
    /// Every video of a creator.
    Creator,
    /// Every match of a rule.
    Rule,
    /// One video.
    Video,
}

/// The key under which mutes are stored, beside the settings.
pub const MUTES: &str = "mutes";

/// The viewer's choices: what is stored, checked row by row; what is missing or out of bounds is the default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings(BTreeMap<&'static str, Value>);

impl Row {
    /// The value of a fresh installation.
    pub fn default(&self) -> Value {
        match self.kind {
            Kind::Toggle { default } => Value::Toggle(default),
            Kind::Choice { default, .. } => Value::Choice(default.to_owned()),
            Kind::Number { default, .. } => Value::Number(default),
        }
    }

    /// Whether this row can hold `value`.
    pub fn accepts(&self, value: &Value) -> bool {
        match (self.kind, value) {
            (Kind::Toggle { .. }, Value::Toggle(_)) => true,
            (Kind::Choice { options, .. }, Value::Choice(choice)) => options.contains(&choice.as_str()),
            (Kind::Number { min, max, .. }, Value::Number(number)) => (min..=max).contains(number),
            _ => false,
        }
    }
}

impl Settings {
    /// Takes over what a store holds. Bad values and unknown keys fall back one by one.
    pub fn from_stored(stored: impl IntoIterator<Item = (String, Value)>) -> Self {
        let rows = |key: &str| TABLE.iter().find(|row| row.key == key);
        let accepted =
            |(key, value): (String, Value)| rows(&key).filter(|row| row.accepts(&value)).map(|row| (row.key, value));
        Self(stored.into_iter().filter_map(accepted).collect())
    }

    /// Looks through what a store or a file holds, for a form. [`MUTES`] is not a setting and is passed over.
    pub fn check(stored: BTreeMap<String, Value>) -> Checked {
        let known = |key: &str| TABLE.iter().any(|row| row.key == key);
        let unknown = stored.keys().filter(|key| !known(key) && *key != MUTES).cloned().collect();
        let refused = TABLE.iter().filter(|row| stored.get(row.key).is_some_and(|value| !row.accepts(value)));
        let refused = refused.map(|row| row.key).collect();
        let settings = Self::from_stored(stored);
        let values = TABLE.iter().filter_map(|row| Some((row.key, settings.get(row.key)?))).collect();
        Checked { values, refused, unknown }
    }

    /// The value of a key of [`TABLE`]; `None` for any other key.
    pub fn get(&self, key: &str) -> Option<Value> {
        let row = TABLE.iter().find(|row| row.key == key)?;
        Some(self.0.get(key).cloned().unwrap_or_else(|| row.default()))
    }

    /// Whether a toggle is on. A key that is not in the table is off.
    pub fn is_on(&self, key: &str) -> bool {
        self.get(key) == Some(Value::Toggle(true))
    }

    /// A number; 0 for a key that is not in the table.
    pub fn number(&self, key: &str) -> u32 {
        match self.get(key) {
            Some(Value::Number(number)) => number,
            _ => 0,
        }
    }

    /// Whether a choice has this value.
    pub fn chose(&self, key: &str, option: &str) -> bool {
        matches!(self.get(key), Some(Value::Choice(choice)) if choice == option)
    }

    /// Whether the viewer wants badges on this site.
    pub fn reads_site(&self, site: &str) -> bool {
        self.is_on(&format!("site_{site}"))
    }

    /// How much is shown.
    pub fn sensitivity(&self) -> Sensitivity {
        match self.get("sensitivity") {
            Some(Value::Choice(choice)) if choice == "quiet" => Sensitivity::Quiet,
            Some(Value::Choice(choice)) if choice == "thorough" => Sensitivity::Thorough,
            _ => Sensitivity::Balanced,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_values_fall_back_one_by_one() {
        let stored = [
            ("reminder_after".to_owned(), Value::Number(999)),
            ("sensitivity".to_owned(), Value::Choice("quiet".to_owned())),
            ("badge_claims".to_owned(), Value::Number(1)),
            ("unheard_of".to_owned(), Value::Toggle(true)),
        ];
        let settings = Settings::from_stored(stored);
        assert_eq!(settings.number("reminder_after"), 3);
        assert_eq!(settings.sensitivity(), Sensitivity::Quiet);
        assert!(settings.is_on("badge_claims"));
        assert_eq!(settings.get("unheard_of"), None);
    }

    #[test]
    fn a_hostile_store_is_named_and_left_behind() {
        let stored =
            r#"{"reminder_after": -5, "sensitivity": {"deep": [1]}, "badge_claims": false, "mutes": [], "x": null}"#;
        let checked = Settings::check(serde_json::from_str(stored).unwrap());
        assert_eq!(checked.refused, ["sensitivity", "reminder_after"]);
        assert_eq!(checked.unknown, ["x"]);
        assert_eq!(checked.values["badge_claims"], Value::Toggle(false));
        assert_eq!(checked.values["reminder_after"], Value::Number(3));
        assert_eq!(checked.values.len(), TABLE.len());
    }

    #[test]
    fn every_default_is_within_its_own_bounds() {
        for row in TABLE {
            assert!(row.accepts(&row.default()), "{}", row.key);
        }
    }
}
