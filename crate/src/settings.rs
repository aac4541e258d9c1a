//! Every option, in one table: the form, the defaults, the bounds and the stored values all come from it.
//!
//! A setting is added by one row in [`TABLE`] and its messages in each language: a label, and an option's name each.
//! In the browser's store every setting is one item under its own key.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

pub use check::{Checked, Held};
pub use mute::{MUTES, Mute, Muted, StoredMute};
pub use pack::{PACKS, PackFiles, StoredPack};
pub use sync::{Item, SYNC, Step, step};
pub use table::{CAPTIONS_FETCH, TABLE};

use crate::assessment::Sensitivity;

mod check;
mod mute;
mod pack;
mod sync;
mod table;

/// One option.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The key under which it is stored; also names its label (`setting_<key>`) and help (`setting_<key>_help`).
    pub key: &'static str,
    /// The section of the form; names its heading (`section_<section>`).
    pub section: &'static str,
    /// The symbol beside it, of `extension/icons/set.svg`.
    pub icon: &'static str,
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
    /// A country, by its ISO 3166 code, or none (empty), which is the default: guessed from nothing. The browser knows
    /// the names.
    Country {
        /// Those that help lines or registers are known of.
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

/// A stored value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Of a [`Kind::Toggle`].
    Toggle(bool),
    /// Of a [`Kind::Number`].
    Number(u32),
    /// Of a [`Kind::Choice`] or a [`Kind::Country`].
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

/// The viewer's choices: what is stored, checked row by row; what is missing or out of bounds is the default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings(Vec<(&'static str, Value)>);

impl Row {
    /// The value of a fresh installation.
    pub fn default(&self) -> Value {
        match self.kind {
            Kind::Toggle { default } => Value::Toggle(default),
            Kind::Choice { default, .. } => Value::Choice(default.to_owned()),
            Kind::Country { .. } => Value::Choice(String::new()),
            Kind::Number { default, .. } => Value::Number(default),
        }
    }

    /// Whether this row can hold `value`.
    pub fn accepts(&self, value: &Value) -> bool {
        match (self.kind, value) {
            (Kind::Toggle { .. }, Value::Toggle(_)) => true,
            (Kind::Choice { options, .. }, Value::Choice(choice)) => options.contains(&choice.as_str()),
            (Kind::Country { options }, Value::Choice(code)) => code.is_empty() || options.contains(&code.as_str()),
            (Kind::Number { min, max, .. }, Value::Number(number)) => (min..=max).contains(number),
            _ => false,
        }
    }
}

impl Settings {
    /// Takes over what a store holds. Bad values and unknown keys fall back one by one.
    pub fn from_stored(stored: impl IntoIterator<Item = (String, Value)>) -> Self {
        let stored: Vec<_> = stored.into_iter().collect();
        let of_row = |row: &'static Row| {
            let (_, value) = stored.iter().rfind(|(key, value)| *key == row.key && row.accepts(value))?;
            Some((row.key, value.clone()))
        };
        Self(TABLE.iter().filter_map(of_row).collect())
    }

    /// The value of a key of [`TABLE`]; `None` for any other key.
    pub fn get(&self, key: &str) -> Option<Value> {
        let row = TABLE.iter().find(|row| row.key == key)?;
        let chosen = self.0.iter().find(|(known, _)| *known == key).map(|(_, value)| value.clone());
        Some(chosen.unwrap_or_else(|| row.default()))
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

    /// The viewer's country, by its ISO 3166 code; empty where none was chosen.
    pub fn country(&self) -> String {
        match self.get("country") {
            Some(Value::Choice(code)) => code,
            _ => String::new(),
        }
    }

    /// Whether the viewer wants badges on this site.
    pub fn reads_site(&self, site: &str) -> bool {
        self.is_on(&format!("site_{site}"))
    }

    /// Whether the viewer wants the reminder on this site.
    pub fn reminds_on(&self, site: &str) -> bool {
        let own = format!("reminder_{site}");
        let known = TABLE.iter().any(|row| row.key == own);
        self.is_on("reminder") && self.is_on(if known { &own } else { "reminder_others" })
    }

    /// How much is shown.
    pub fn sensitivity(&self) -> Sensitivity {
        let Some(Value::Choice(choice)) = self.get("sensitivity") else { return Sensitivity::default() };
        Sensitivity::ALL.into_iter().find(|sensitivity| sensitivity.name() == choice).unwrap_or_default()
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
    fn every_default_is_within_its_own_bounds() {
        for row in TABLE {
            assert!(row.accepts(&row.default()), "{}", row.key);
        }
    }
}
