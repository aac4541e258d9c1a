//! Walks the steps of a phrase over a text, from all places at once that it can have reached.

use super::place::Place;
use super::sets::Sets;
use super::stored::{Choice, KIND, LAST, Parts, kind};
use crate::text::Marks;
use crate::text::lexicon::{BREAK, WordId};

/// A table's rows while they are searched.
pub struct Rows<'a> {
    pub steps: &'a [[u8; 4]],
    pub choices: &'a [[u8; 16]],
    pub shared: &'a [[u8; 4]],
    pub heads: &'a [[u8; 2]],
    pub begun: &'a [[u8; 4]],
    pub open: &'a [[u8; 4]],
    pub sets: &'a [[u8; 2]],
    pub phrases: &'a [[u8; 24]],
    pub members: &'a Sets,
}

impl Rows<'_> {
    pub fn sequence(&self, at: u32, place: &Place, from: u64) -> u64 {
        let mut reached = from;
        for step in &self.steps[at as usize..] {
            let step = u32::from_le_bytes(*step);
            reached = self.step((step & !LAST) >> KIND, step & ((1 << KIND) - 1), place, reached);
            if reached == 0 || step & LAST != 0 {
                break;
            }
        }
        reached
    }

    #[inline]
    fn step(&self, kind: u32, of: u32, place: &Place, from: u64) -> u64 {
        match kind {
            kind::WORD => place.keep(from, |at| u32::from(place.ids[at]) == of) << 1 & place.all,
            kind::SET => place.keep(from, |at| self.is_in(of, place.ids[at])) << 1 & place.all,
            kind::GAP => (0..of).fold(from, |reached, _| reached | (reached & place.open) << 1),
            kind::START => place.keep(from, |at| at > 0 && place.ids[at - 1] == BREAK),
            kind::END => place.keep(from, |at| place.ids[at] == BREAK),
            kind::ASKED => place.keep(from, |at| place.ids[at] == BREAK && place.marks[at].has(Marks::QUESTION)),
            kind::PAUSE => place.keep(from, |at| place.marks[at].has(Marks::PAUSE)),
            _ => self.either(of as usize, place, from),
        }
    }

    fn either(&self, number: usize, place: &Place, from: u64) -> u64 {
        let choice = Choice::of(&self.choices[number]);
        let Parts { shared, open, .. } = Parts::of(self.choices, number);
        let single = place.keep(from, |at| self.is_in(choice.words, place.ids[at])) << 1 & place.all;
        let mut all = if choice.maybe { from | single } else { single };
        let shared = self.shared[shared].iter().map(|other| u32::from_le_bytes(*other) as usize);
        for list in shared.chain([number]) {
            all |= place.each(from, |at| self.begun(list, place, at));
        }
        let open = self.open[open].iter();
        open.fold(all, |all, option| all | self.sequence(u32::from_le_bytes(*option), place, from))
    }

    /// Where those choices end that begin with the word at a place.
    #[inline]
    fn begun(&self, choice: usize, place: &Place, at: usize) -> u64 {
        let word = place.ids[at];
        if !self.members.may_begin(choice, word) {
            return 0;
        }
        let begun = Parts::of(self.choices, choice).begun;
        let heads = &self.heads[begun.clone()];
        let first = heads.partition_point(|head| u16::from_le_bytes(*head) < word);
        let same = heads[first..].iter().take_while(|head| u16::from_le_bytes(**head) == word);
        let sequences = self.begun[begun.start + first..].iter().zip(same);
        sequences.fold(0, |all, (option, _)| {
            all | self.sequence(u32::from_le_bytes(*option), place, 1 << (at - place.start))
        })
    }

    #[inline]
    pub fn is_in(&self, set: u32, word: WordId) -> bool {
        self.members.may_hold(set, word) && self.holds(set as usize, word)
    }

    fn holds(&self, set: usize, word: WordId) -> bool {
        let words = &self.sets[self.members.starts[set] as usize..self.members.starts[set + 1] as usize];
        words.binary_search_by_key(&word, |word| u16::from_le_bytes(*word)).is_ok()
    }
}
