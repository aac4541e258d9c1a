//! What is in the sets of a table, told quickly: made of it when it is first used.

#![allow(clippy::cast_possible_truncation, reason = "no table has four thousand million sets")]

use super::stored::Stored;
use crate::text::lexicon::WordId;

/// By which it is told quickly what is in the sets of a table, and with what the choices of several words begin.
#[derive(Clone, Debug)]
pub struct Sets {
    /// Where each set begins, and where the last one ends.
    pub starts: Vec<u32>,
    members: Members,
    heads: Members,
}

impl Sets {
    /// Of a table.
    pub fn new(stored: &Stored) -> Self {
        let starts = stored.set_starts();
        let sets = (0..stored.set_lengths.len() as u32).map(|set| stored.set(&starts, set));
        let members = Members::of(sets);
        let heads = Members::of((0..stored.choices.len()).map(|choice| stored.heads(choice)));
        Self { starts, members, heads }
    }

    /// Whether a word may be in a set.
    #[inline]
    pub fn may_hold(&self, set: u32, word: WordId) -> bool {
        self.members.may_have(set as usize, word)
    }

    /// Whether several words of a choice may begin with this one.
    #[inline]
    pub fn may_begin(&self, choice: usize, word: WordId) -> bool {
        self.heads.may_have(choice, word)
    }
}

/// Tells of most words that they are not in a set, without looking through it: a set has eight bits or more for each of
/// its words, each of which several words share.
#[derive(Clone, Debug, Default)]
struct Members {
    all: Vec<Member>,
    bits: Vec<u64>,
}

/// The bits of a set.
#[derive(Clone, Copy, Debug)]
struct Member {
    /// Where they begin, in words of 64.
    start: u32,
    /// The number of the last one: a power of two less one.
    last: u32,
}

impl Members {
    fn of(sets: impl Iterator<Item = impl Iterator<Item = WordId> + Clone>) -> Self {
        let mut members = Self::default();
        for set in sets {
            let width = (set.clone().count() * 8).next_power_of_two().max(64);
            members.all.push(Member { start: members.bits.len() as u32, last: width as u32 - 1 });
            members.bits.resize(members.bits.len() + width / 64, 0);
            for word in set {
                let (at, bit) = members.bit(members.all.len() - 1, word);
                members.bits[at] |= bit;
            }
        }
        members
    }

    #[inline]
    fn may_have(&self, set: usize, word: WordId) -> bool {
        let (at, bit) = self.bit(set, word);
        self.bits[at] & bit != 0
    }

    #[inline]
    fn bit(&self, set: usize, word: WordId) -> (usize, u64) {
        let Member { start, last } = self.all[set];
        let number = (u32::from(word).wrapping_mul(0x9e37_79b1) >> 12) & last;
        ((start + number / 64) as usize, 1 << (number % 64))
    }
}
