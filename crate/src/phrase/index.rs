//! By which words phrases are found: indices made of a table when it is read.

#![allow(clippy::cast_possible_truncation, reason = "sets and words are numbered with sixteen bits")]

use super::PhraseId;
use super::lists::Lists;
use super::stored::{Beside, SetId};
use crate::text::lexicon::WordId;

/// A phrase to be tried where its anchor stands, if its other words are near.
#[derive(Clone, Copy, Debug, Default)]
pub struct Candidate {
    /// The phrase.
    pub phrase: PhraseId,
    /// Its other words.
    pub beside: Option<Beside>,
}

/// What belongs to each word, in one list with the places where each word's part begins.
#[derive(Clone, Debug, Default)]
pub struct ByWord<T> {
    starts: Vec<u32>,
    all: Vec<T>,
}

impl<T: Copy + Default> ByWord<T> {
    /// From pairs, which are gone through twice.
    pub fn new(words: usize, pairs: impl Iterator<Item = (WordId, T)> + Clone) -> Self {
        let mut starts = vec![0; words + 2];
        pairs.clone().for_each(|(word, _)| starts[usize::from(word) + 2] += 1);
        (2..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
        let mut all = vec![T::default(); starts.last().map_or(0, |&all| all as usize)];
        for (word, item) in pairs {
            let next = &mut starts[usize::from(word) + 1];
            all[*next as usize] = item;
            *next += 1;
        }
        Self { starts, all }
    }

    /// What belongs to a word.
    #[inline]
    pub fn of(&self, word: WordId) -> &[T] {
        let range = self.starts.get(usize::from(word)).zip(self.starts.get(usize::from(word) + 1));
        range.and_then(|(&from, &to)| self.all.get(from as usize..to as usize)).unwrap_or_default()
    }
}

/// Which words are in which set: a row of bits for each of the larger sets, the words themselves of the others.
#[derive(Clone, Debug, Default)]
pub struct Members {
    /// For each set where its numbers of bits begin; [`Members::SMALL`] for a set without.
    rows: Vec<u32>,
    bits: Vec<u64>,
}

impl Members {
    /// Sets of so many words have bits.
    const MANY: usize = 8;
    const SMALL: u32 = u32::MAX;

    /// For these sets, of so many words in all.
    pub fn new(sets: &Lists<WordId>, words: usize) -> Self {
        let row = words.div_ceil(64);
        let mut members = Self { rows: Vec::with_capacity(sets.len()), bits: Vec::new() };
        for set in sets.iter() {
            let first = members.bits.len();
            members.rows.push(if set.len() < Self::MANY { Self::SMALL } else { first as u32 });
            if set.len() >= Self::MANY {
                members.bits.resize(first + row, 0);
                for word in set {
                    members.bits[first + usize::from(*word) / 64] |= 1 << (word % 64);
                }
            }
        }
        members
    }

    /// Whether a word is in a set.
    #[inline]
    pub fn has(&self, sets: &Lists<WordId>, set: SetId, word: WordId) -> bool {
        match self.rows[usize::from(set.0)] {
            Self::SMALL => sets.get(usize::from(set.0)).contains(&word),
            row => self.bits[row as usize + usize::from(word) / 64] >> (word % 64) & 1 == 1,
        }
    }
}

/// Where the words of each set were met last, while a text is gone through.
pub struct Met {
    /// Up to the present word: its place and 1, or 0.
    pub before: Vec<u32>,
    /// The same, [`AHEAD`] words farther.
    pub ahead: Vec<u32>,
}

impl Met {
    /// Nothing yet of so many sets.
    pub fn new(sets: usize) -> Self {
        Self { before: vec![0; sets], ahead: vec![0; sets] }
    }

    /// Whether words that belong beside an anchor are near enough.
    #[inline]
    pub fn has(&self, beside: Beside, at: usize) -> bool {
        let set = usize::from(beside.words.0);
        if beside.before {
            self.before[set] as usize + usize::from(beside.reach) > at
        } else {
            self.ahead[set] as usize > at + 1
        }
    }
}
