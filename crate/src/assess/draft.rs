//! An assessment in the making: matches come in, notes come out.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::judge::{is_on_topic, judge_hits, strongest};
use super::place::Places;
use super::{Judged, Words, is_silent};
use crate::assessment::{Assessment, Category, Note, Overruled, State};
use crate::credential::Found;
use crate::pack::Language;
use crate::phrase::Hit;
use crate::video::{Field, Video};

/// What has been found so far.
pub struct Draft<'a> {
    language: &'a Language,
    least_weight: u8,
    topic: bool,
    /// Where weaker matches of two rules stand for one that is strong enough.
    seconded: BTreeSet<Category>,
    noted: Vec<Note>,
    overruled: Vec<Overruled>,
    categories: Vec<Category>,
}

impl<'a> Draft<'a> {
    /// Nothing yet.
    pub fn new(language: &'a Language, least_weight: u8) -> Self {
        let (noted, overruled, categories) = (Vec::new(), Vec::new(), Vec::new());
        Self { language, least_weight, topic: false, seconded: BTreeSet::new(), noted, overruled, categories }
    }

    /// Reads every field.
    pub fn read(&mut self, video: &Video, words: &[&Words]) {
        let language = self.language;
        let hits: Vec<Vec<Hit>> = words.iter().map(|words| language.table.find_all(&words.tokens)).collect();
        let mut judged: Vec<Vec<Judged>> =
            words.iter().zip(&hits).map(|(words, hits)| judge_hits(language, words, hits)).collect();
        for guard in hits.iter().flat_map(|hits| language.context.throughout(hits)) {
            judged.iter_mut().flatten().for_each(|judged| judged.set_aside_claim(guard));
        }
        self.topic = is_on_topic(language, &hits, judged.iter().flatten());
        let kept: Vec<Vec<&Judged>> = judged.iter().map(|judged| strongest(judged)).collect();
        self.seconded = self.seconded_by(kept.iter().flatten().copied());
        for (words, kept) in words.iter().zip(kept) {
            let mut places = Places::new(video, words);
            for one in kept {
                self.add(one, places.note(one.rule, one.hit));
            }
        }
    }

    /// The categories in which nothing is strong enough, and two rules or more have matched that are one step weaker.
    fn seconded_by<'j>(&self, kept: impl Iterator<Item = &'j Judged<'j>>) -> BTreeSet<Category> {
        let mut rules: BTreeMap<Category, (bool, BTreeSet<&str>)> = BTreeMap::new();
        for Judged { rule, .. } in kept.filter(|one| one.overruled.is_none()) {
            let (is_strong, weaker) = rules.entry(rule.category).or_default();
            *is_strong |= rule.weight >= self.least_weight;
            if rule.weight + 1 == self.least_weight {
                weaker.insert(&rule.id);
            }
        }
        rules.retain(|_, (is_strong, weaker)| !*is_strong && weaker.len() >= 2);
        rules.into_keys().collect()
    }

    fn add(&mut self, judged: &Judged, note: Note) {
        let guard = match judged.overruled {
            Some(guard) => Some(guard),
            None if note.weight + u8::from(self.seconded.contains(&note.category)) < self.least_weight => {
                Some("sensitivity")
            }
            None if self.is_said_already(&note) => return,
            None => {
                self.categories.push(note.category);
                (!self.topic).then_some("topic")
            }
        };
        match guard {
            Some(guard) => self.overruled.push(Overruled { note, guard: guard.to_owned() }),
            None => self.noted.push(note),
        }
    }

    /// Tags repeat what the description says: the same words of the same rule are noted once.
    fn is_said_already(&self, note: &Note) -> bool {
        let plain = |quote: &str| {
            quote.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
        };
        let same = |other: &Note| other.rule == note.rule && plain(&other.quote) == plain(&note.quote);
        note.field == Field::Hashtags && self.noted.iter().any(same)
    }

    /// Puts everything in order.
    pub fn finish(mut self, video: &Video, language: Option<String>, speaker: Found) -> Assessment {
        self.noted.sort_by_key(|note| (Reverse(note.weight), note.field, note.start));
        let Found { credential, categories, .. } = speaker;
        let categories = self.categories(categories);
        let (practices, notes): (Vec<Note>, Vec<Note>) = self.noted.into_iter().partition(is_practice);
        let state = match (self.topic, is_silent(&notes, &practices, &credential)) {
            (false, _) => State::OffTopic,
            (true, true) => State::NothingMatched,
            (true, false) => State::Notes,
        };
        Assessment {
            id: video.id.clone(),
            language,
            topic: self.topic,
            state,
            notes,
            overruled: self.overruled,
            credential,
            practices,
            categories,
        }
    }

    fn categories(&self, mut categories: Vec<Category>) -> Vec<Category> {
        let applies = |category: &Category| self.topic || stands_alone(*category);
        categories.extend(self.categories.iter().copied().filter(applies));
        categories.retain(|category| *category != Category::GoodPractice);
        categories.sort_unstable();
        categories.dedup();
        categories
    }
}

fn is_practice(note: &Note) -> bool {
    matches!(note.category, Category::DisclaimerEducation | Category::GoodPractice)
}

/// Whether a category says something about the words without being about mental health.
fn stands_alone(category: Category) -> bool {
    matches!(category, Category::Promotion | Category::DisclaimerEducation)
}
