//! How often words are met, for choosing by which of its words a phrase is looked for.

use std::collections::HashMap;

use crate::text::Tokens;
use crate::text::lexicon::{ASKED, BREAK, Commonness, FIRST_WORD, Lexicon, PAUSED, WordId};

/// A text of so many words is taken for granted, in which words are as common as the lexicon says.
const ASSUMED: f64 = 40_000.0;
/// How much more often a rule's examples have its own rare words than other people do.
const PARTIAL: f64 = 4.0;

/// How often each word is met.
#[derive(Clone, Debug)]
pub struct Usage {
    assumed: Vec<f64>,
    counted: Vec<f64>,
    pairs: HashMap<[WordId; 2], f64>,
    total: f64,
}

impl Usage {
    /// As the lexicon has it.
    pub fn assumed(lexicon: &Lexicon) -> Self {
        let words = 0..lexicon.len() as WordId;
        let assumed: Vec<f64> = words.map(|word| assumed(lexicon, word)).collect();
        Self { counted: vec![0.0; assumed.len()], assumed, pairs: HashMap::new(), total: ASSUMED }
    }

    /// Counts the words of a text like those that phrases are looked for in.
    pub fn count(&mut self, tokens: &Tokens) {
        for &word in tokens.ids() {
            self.counted[usize::from(word)] += 1.0;
            self.total += 1.0;
        }
        for &pair in tokens.ids().array_windows() {
            *self.pairs.entry(pair).or_default() += 1.0;
        }
    }

    /// At which share of all places do these two stand in a row, more or less.
    pub fn share_of_pair(&self, one: WordId, next: WordId) -> f64 {
        let together = self.pairs.get(&[one, next]).map_or(0.0, |count| count / PARTIAL / self.total);
        together.max(self.share(one) * self.share(next))
    }

    /// Which share of all words is this one, more or less.
    pub fn share(&self, word: WordId) -> f64 {
        let (assumed, counted) = (self.assumed[usize::from(word)], self.counted[usize::from(word)]);
        let partial = if assumed < EVERYDAY { counted / PARTIAL } else { counted };
        (assumed + partial) / self.total
    }
}

/// From so many on a word is an everyday one.
const EVERYDAY: f64 = 8.0;

fn assumed(lexicon: &Lexicon, word: WordId) -> f64 {
    match lexicon.commonness(word) {
        _ if matches!(word, BREAK | PAUSED) => 4_000.0,
        _ if word == ASKED => 400.0,
        _ if word < FIRST_WORD => 60.0,
        Commonness::Rare => 0.2,
        Commonness::Common => EVERYDAY,
        Commonness::Function => 200.0,
    }
}
