//! Counting hits, misses and false alarms.

use second_look::assessment::{Assessment, Category, Note};
use serde::Serialize;

use super::item::{Expectation, Item};

/// The categories that are counted, in the order of the report.
pub const COUNTED: [Category; 11] = [
    Category::CureClaim,
    Category::Oversimplification,
    Category::SelfDiagnosis,
    Category::DiscouragesTreatment,
    Category::BoundaryViolation,
    Category::CrisisExploitation,
    Category::CrisisContent,
    Category::Promotion,
    Category::CredentialLicensed,
    Category::CredentialUnregulated,
    Category::DisclaimerEducation,
];

/// Hits, false alarms and misses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Labelled and found.
    pub hits: u32,
    /// Found, not labelled.
    pub false_alarms: u32,
    /// Labelled, not found.
    pub misses: u32,
}

/// A share with its 95 % interval by Wilson; `None` where nothing was counted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Share {
    /// The share itself.
    pub value: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

impl Share {
    fn of(part: f64, whole: f64) -> Option<Self> {
        const Z: f64 = 1.96;
        if whole <= 0.0 {
            return None;
        }
        let value = part / whole;
        let spread = Z * (value * (1.0 - value) / whole + Z * Z / (4.0 * whole * whole)).sqrt();
        let (middle, scale) = (value + Z * Z / (2.0 * whole), 1.0 + Z * Z / whole);
        Some(Self { value, low: ((middle - spread) / scale).max(0.0), high: (middle + spread) / scale })
    }
}

impl Tally {
    /// Of what was found, how much is labelled.
    pub fn precision(self) -> Option<Share> {
        Share::of(f64::from(self.hits), f64::from(self.hits + self.false_alarms))
    }

    /// Of what is labelled, how much was found.
    pub fn recall(self) -> Option<Share> {
        Share::of(f64::from(self.hits), f64::from(self.hits + self.misses))
    }

    /// The harmonic mean of both: the share of hits among hits and half of all errors, and its interval as such a share.
    pub fn f1(self) -> Option<Share> {
        let hits = f64::from(self.hits);
        Share::of(hits, hits + f64::from(self.false_alarms + self.misses) / 2.0)
    }

    fn plus(self, other: Self) -> Self {
        Self {
            hits: self.hits + other.hits,
            false_alarms: self.false_alarms + other.false_alarms,
            misses: self.misses + other.misses,
        }
    }
}

/// A miss or a false alarm, with the words it hangs on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fault {
    /// The item.
    pub id: String,
    /// The category.
    pub category: Category,
    /// For a false alarm, the rule; for a miss, the guard that set a match aside, if one did.
    pub by: String,
    /// For a false alarm, the words noted; for a miss, the words labelled.
    pub quotes: Vec<String>,
}

/// All that was counted.
#[derive(Clone, Debug, Default)]
pub struct Evaluation {
    tallies: [Tally; COUNTED.len()],
    /// Items with a claim or not, whichever claim it is.
    pub any_claim: Tally,
    /// How many items.
    pub items: u32,
    /// How many ordinary items.
    pub ordinary: u32,
    /// How many of those got a claim or a crisis note.
    pub ordinary_noted: u32,
    /// Every miss.
    pub misses: Vec<Fault>,
    /// Every false alarm.
    pub false_alarms: Vec<Fault>,
}

impl Evaluation {
    /// Counts one item.
    pub fn add(&mut self, item: &Item, assessment: &Assessment) {
        self.items += 1;
        for (position, category) in COUNTED.into_iter().enumerate() {
            let found = assessment.categories.contains(&category);
            match (item.expects(category), found) {
                (Expectation::Applies, true) => self.tallies[position].hits += 1,
                (Expectation::Applies, false) => {
                    self.tallies[position].misses += 1;
                    self.misses.push(miss(item, assessment, category));
                }
                (Expectation::DoesNot, true) if !item.exclude_from_fp => {
                    self.tallies[position].false_alarms += 1;
                    self.false_alarms.push(false_alarm(assessment, category));
                }
                _ => {}
            }
        }
        self.add_any_claim(item, assessment);
        self.add_ordinary(item, assessment);
    }

    fn add_any_claim(&mut self, item: &Item, assessment: &Assessment) {
        let expected: Vec<Expectation> = COUNTED[..4].iter().map(|&category| item.expects(category)).collect();
        let found = COUNTED[..4].iter().any(|category| assessment.categories.contains(category));
        let applies = expected.contains(&Expectation::Applies);
        let open = expected.contains(&Expectation::Open);
        match (applies, found) {
            (true, true) => self.any_claim.hits += 1,
            (true, false) => self.any_claim.misses += 1,
            (false, true) if !open && !item.exclude_from_fp => self.any_claim.false_alarms += 1,
            _ => {}
        }
    }

    fn add_ordinary(&mut self, item: &Item, assessment: &Assessment) {
        let loud = |category: &Category| category.is_claim() || *category == Category::CrisisContent;
        self.ordinary += u32::from(item.is_ordinary());
        self.ordinary_noted += u32::from(item.is_ordinary() && assessment.categories.iter().any(loud));
    }

    /// Each category with its tally.
    pub fn by_category(&self) -> impl Iterator<Item = (Category, Tally)> {
        COUNTED.into_iter().zip(self.tallies)
    }

    /// The four claims together, label by label.
    pub fn claims(&self) -> Tally {
        self.tallies[..4].iter().copied().fold(Tally::default(), Tally::plus)
    }

    /// All categories together, label by label.
    pub fn micro(&self) -> Tally {
        self.tallies.into_iter().fold(Tally::default(), Tally::plus)
    }

    /// The mean over the categories that are labelled at all.
    pub fn macro_mean(&self, of: impl Fn(Tally) -> Option<Share>) -> Option<f64> {
        let labelled = self.tallies.into_iter().filter(|tally| tally.hits + tally.misses > 0);
        let shares: Vec<f64> = labelled.map(|tally| of(tally).map_or(0.0, |share| share.value)).collect();
        let (sum, count) = shares.iter().fold((0.0, 0.0), |(sum, count), share| (sum + share, count + 1.0));
        (count > 0.0).then(|| sum / count)
    }
}

fn miss(item: &Item, assessment: &Assessment, category: Category) -> Fault {
    let aside = assessment.overruled.iter().find(|overruled| overruled.note.category == category);
    let by = aside.map(|aside| format!("{} ({})", aside.guard, aside.note.rule)).unwrap_or_default();
    let quotes = item.evidence(category).into_iter().map(str::to_owned).collect();
    Fault { id: assessment.id.clone(), category, by, quotes }
}

fn false_alarm(assessment: &Assessment, category: Category) -> Fault {
    let overruled = assessment.overruled.iter().filter(|overruled| overruled.guard == "topic").map(|aside| &aside.note);
    let all = assessment.notes.iter().chain(&assessment.practices).chain(overruled);
    let notes: Vec<&Note> = all.filter(|note| note.category == category).collect();
    let mut rules: Vec<&str> = notes.iter().map(|note| note.rule.as_str()).collect();
    rules.dedup();
    let mut quotes: Vec<String> = notes.iter().map(|note| note.quote.clone()).collect();
    if notes.is_empty() {
        let credential = &assessment.credential;
        quotes.extend([&credential.which, &credential.who].into_iter().flatten().map(|stated| stated.quote.clone()));
    }
    Fault { id: assessment.id.clone(), category, by: rules.join(", "), quotes }
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
