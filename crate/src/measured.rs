//! What was measured on labelled text: how much of what a sensitivity notes is right, and how much it reaches.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::assessment::{Category, Sensitivity};

/// Hits, false alarms and misses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// Labelled and found.
    pub hits: u32,
    /// Found, not labelled.
    pub false_alarms: u32,
    /// Labelled, not found.
    pub misses: u32,
}

/// A share with its 95 % interval by Wilson.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// The share itself, 0 to 1.
    pub value: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

/// Texts in which nothing is to be noted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Silence {
    /// How many there are.
    pub texts: u32,
    /// In how many nothing is noted.
    pub silent: u32,
}

/// The counts of one sensitivity, by category.
pub type Tallies = BTreeMap<Category, Tally>;

/// What came of a corpus at each sensitivity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// How many texts were read.
    pub texts: u32,
    /// Ordinary texts, and those with neither a claim nor a crisis note, when balanced.
    pub ordinary: Silence,
    /// Texts that make no claim, by the reason why not, and those without a claim note, when balanced.
    pub silence: BTreeMap<String, Silence>,
    /// At [`Sensitivity::Quiet`].
    pub quiet: Tallies,
    /// At [`Sensitivity::Balanced`].
    pub balanced: Tallies,
    /// At [`Sensitivity::Thorough`].
    pub thorough: Tallies,
}

impl Share {
    /// A part of a whole; `None` where nothing was counted.
    pub fn of(part: f64, whole: f64) -> Option<Self> {
        const Z: f64 = 1.96;
        if whole <= 0.0 {
            return None;
        }
        let value = part / whole;
        let spread = Z * (value * (1.0 - value) / whole + Z * Z / (4.0 * whole * whole)).sqrt();
        let (middle, scale) = (value + Z * Z / (2.0 * whole), 1.0 + Z * Z / whole);
        Some(Self { value, low: ((middle - spread) / scale).max(0.0), high: ((middle + spread) / scale).min(1.0) })
    }
}

impl Tally {
    /// Of what was found, how much is labelled; `None` where nothing was found.
    pub fn precision(self) -> Option<Share> {
        Share::of(f64::from(self.hits), f64::from(self.hits + self.false_alarms))
    }

    /// Of what is labelled, how much was found; `None` where nothing is labelled.
    pub fn recall(self) -> Option<Share> {
        Share::of(f64::from(self.hits), f64::from(self.hits + self.misses))
    }

    /// The harmonic mean of both: the share of hits among hits and half of all errors, and its interval as such a share.
    pub fn f1(self) -> Option<Share> {
        let hits = f64::from(self.hits);
        Share::of(hits, hits + f64::from(self.false_alarms + self.misses) / 2.0)
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            hits: self.hits + other.hits,
            false_alarms: self.false_alarms + other.false_alarms,
            misses: self.misses + other.misses,
        }
    }
}

impl Silence {
    /// Counts a text.
    pub fn add(&mut self, silent: bool) {
        self.texts += 1;
        self.silent += u32::from(silent);
    }

    /// The share that is silent; `None` where there is no text.
    pub fn share(self) -> Option<Share> {
        Share::of(f64::from(self.silent), f64::from(self.texts))
    }
}

impl Measured {
    /// The counts of one sensitivity.
    pub fn at(&self, sensitivity: Sensitivity) -> &Tallies {
        match sensitivity {
            Sensitivity::Quiet => &self.quiet,
            Sensitivity::Balanced => &self.balanced,
            Sensitivity::Thorough => &self.thorough,
        }
    }

    /// Everything that a viewer sees as a note, taken together.
    pub fn notes(&self, sensitivity: Sensitivity) -> Tally {
        let noted = self.at(sensitivity).iter().filter(|(category, _)| category.is_noted());
        noted.map(|(_, tally)| *tally).fold(Tally::default(), Tally::plus)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_those_of_the_books() {
        let share = Share::of(8.0, 10.0).unwrap();
        assert!((share.low - 0.490).abs() < 0.001 && (share.high - 0.943).abs() < 0.001, "{share:?}");
        assert_eq!(Share::of(0.0, 0.0), None);
    }

    #[test]
    fn f1_is_the_harmonic_mean() {
        let tally = Tally { hits: 6, false_alarms: 2, misses: 4 };
        let (precision, recall) = (0.75, 0.6);
        let f1 = tally.f1().unwrap().value;
        assert!((f1 - 2.0 * precision * recall / (precision + recall)).abs() < 1e-9);
    }
}
