//! What belongs to a word, or to two words in a row.

#![allow(clippy::cast_possible_truncation, reason = "no table has four thousand million words")]

use super::stored::{ANY, Key};
use crate::text::lexicon::WordId;

/// Numbers for two words in a row, after those of the words.
#[derive(Clone, Debug)]
pub struct Pairs {
    /// A power of two of places; a pair stands at the first free one from where its hash says.
    places: Vec<(Key, u32)>,
    /// A bit for each hash that some pair has: most places of a text have none.
    seen: Vec<u64>,
    next: u32,
}

impl Pairs {
    /// Room for so many pairs.
    pub fn after(words: usize, most: usize) -> Self {
        let places = (most * 2).next_power_of_two();
        Self { places: vec![([ANY, ANY], 0); places], seen: vec![0; (places / 32).max(1)], next: words as u32 }
    }

    /// The number of a key: that of its word where it is one word.
    pub fn number_or_add(&mut self, [one, word]: Key) -> u32 {
        if one == ANY {
            return word.into();
        }
        let hash = Self::hash(one, word);
        let place = self.place([one, word], hash);
        if self.places[place].0 == [ANY, ANY] {
            self.places[place] = ([one, word], self.next);
            let (at, bit) = self.seen_at(hash);
            self.seen[at] |= bit;
            self.next += 1;
        }
        self.places[place].1
    }

    /// The number of two words.
    #[inline]
    pub fn number(&self, one: WordId, word: WordId) -> Option<u32> {
        let hash = Self::hash(one, word);
        let (at, bit) = self.seen_at(hash);
        if self.seen[at] & bit == 0 {
            return None;
        }
        let (known, number) = self.places[self.place([one, word], hash)];
        (known == [one, word]).then_some(number)
    }

    /// The place of a pair, or the free one where it belongs.
    #[inline]
    fn place(&self, key: Key, hash: u32) -> usize {
        let last = self.places.len() - 1;
        let mut place = hash as usize & last;
        while self.places[place].0 != key && self.places[place].0 != [ANY, ANY] {
            place = (place + 1) & last;
        }
        place
    }

    #[inline]
    fn seen_at(&self, hash: u32) -> (usize, u64) {
        let hash = hash >> 8;
        ((hash as usize / 64) & (self.seen.len() - 1), 1 << (hash % 64))
    }

    #[inline]
    fn hash(one: WordId, word: WordId) -> u32 {
        let both = (u32::from(one) << 16 | u32::from(word)).wrapping_mul(0x9e37_79b1);
        both ^ both >> 15
    }

    /// The number after the last.
    pub fn end(&self) -> usize {
        self.next as usize
    }
}

/// What belongs to each word, in one list with the places where each word's part begins.
#[derive(Clone, Debug, Default)]
pub struct ByWord<T> {
    starts: Vec<u32>,
    all: Vec<T>,
}

impl<T: Copy + Default> ByWord<T> {
    /// From pairs, which are gone through twice.
    pub fn new(words: usize, pairs: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut starts = vec![0; words + 2];
        pairs.clone().for_each(|(word, _)| starts[word as usize + 2] += 1);
        (2..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
        let mut all = vec![T::default(); starts.last().map_or(0, |&all| all as usize)];
        for (word, item) in pairs {
            let next = &mut starts[word as usize + 1];
            all[*next as usize] = item;
            *next += 1;
        }
        Self { starts, all }
    }

    /// The most that belongs to one word.
    pub fn most(&self) -> usize {
        self.starts.windows(2).map(|ends| ends[1] - ends[0]).max().unwrap_or_default() as usize
    }

    /// What belongs to a word.
    #[inline]
    pub fn of(&self, word: u32) -> &[T] {
        let range = self.starts.get(word as usize).zip(self.starts.get(word as usize + 1));
        range.and_then(|(&from, &to)| self.all.get(from as usize..to as usize)).unwrap_or_default()
    }
}
