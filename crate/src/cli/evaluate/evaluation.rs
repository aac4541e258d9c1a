//! Counting hits, misses and false alarms.

use std::collections::BTreeMap;

use second_look::assessment::{Assessment, Category, Note};
use second_look::measured::{Share, Silence, Tallies, Tally};
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
    tallies: Tallies,
    /// Items with a claim or not, whichever claim it is.
    pub any_claim: Tally,
    /// How many items.
    pub items: u32,
    /// Ordinary items, and those that rightly get neither a claim nor a crisis note.
    pub ordinary: Silence,
    /// Items that make no claim, by the reason for which nothing is to be noted.
    pub silence: BTreeMap<String, Silence>,
    /// Every miss.
    pub misses: Vec<Fault>,
    /// Every false alarm.
    pub false_alarms: Vec<Fault>,
}

impl Evaluation {
    /// Counts one item.
    pub fn add(&mut self, item: &Item, assessment: &Assessment) {
        self.items += 1;
        for category in COUNTED {
            let tally = self.tallies.entry(category).or_default();
            match (item.expects(category), assessment.categories.contains(&category)) {
                (Expectation::Applies, true) => tally.hits += 1,
                (Expectation::Applies, false) => {
                    tally.misses += 1;
                    self.misses.push(miss(item, assessment, category));
                }
                (Expectation::DoesNot, true) if !item.exclude_from_fp => {
                    tally.false_alarms += 1;
                    self.false_alarms.push(false_alarm(assessment, category));
                }
                _ => {}
            }
        }
        self.add_any_claim(item, assessment);
        self.add_silence(item, assessment);
    }

    fn add_any_claim(&mut self, item: &Item, assessment: &Assessment) {
        let claims = || COUNTED.into_iter().filter(|category| category.is_claim());
        let expected: Vec<Expectation> = claims().map(|category| item.expects(category)).collect();
        let found = claims().any(|category| assessment.categories.contains(&category));
        let applies = expected.contains(&Expectation::Applies);
        let open = expected.contains(&Expectation::Open);
        match (applies, found) {
            (true, true) => self.any_claim.hits += 1,
            (true, false) => self.any_claim.misses += 1,
            (false, true) if !open && !item.exclude_from_fp => self.any_claim.false_alarms += 1,
            _ => {}
        }
    }

    fn add_silence(&mut self, item: &Item, assessment: &Assessment) {
        let wrong = |category: &&Category| item.expects(**category) == Expectation::DoesNot && !item.exclude_from_fp;
        let alarms = || assessment.categories.iter().filter(wrong);
        if item.is_ordinary() {
            let loud = |category: &Category| category.is_claim() || *category == Category::CrisisContent;
            self.ordinary.add(!alarms().any(loud));
        }
        if let Some(reason) = item.reason_for_silence() {
            let silence = self.silence.entry(reason.to_owned()).or_default();
            silence.add(!alarms().any(|category| category.is_claim()));
        }
    }

    /// Each category with its tally.
    pub fn by_category(&self) -> &Tallies {
        &self.tallies
    }

    /// The four claims together, label by label.
    pub fn claims(&self) -> Tally {
        sum(self.tallies.iter().filter(|(category, _)| category.is_claim()))
    }

    /// All categories together, label by label.
    pub fn micro(&self) -> Tally {
        sum(self.tallies.iter())
    }

    /// The mean over the categories that are labelled at all.
    pub fn macro_mean(&self, of: impl Fn(Tally) -> Option<Share>) -> Option<f64> {
        let labelled = self.tallies.values().filter(|tally| tally.hits + tally.misses > 0);
        let shares: Vec<f64> = labelled.map(|tally| of(*tally).map_or(0.0, |share| share.value)).collect();
        let (sum, count) = shares.iter().fold((0.0, 0.0), |(sum, count), share| (sum + share, count + 1.0));
        (count > 0.0).then(|| sum / count)
    }
}

fn sum<'t>(tallies: impl Iterator<Item = (&'t Category, &'t Tally)>) -> Tally {
    tallies.map(|(_, tally)| *tally).fold(Tally::default(), Tally::plus)
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
