//! Whether a table hangs together that came from elsewhere: after this no search can run out of its rows, or run for ever.

use std::ops::Range;

use super::{ANY, Choice, KIND, Key, LAST, NONE, Parts, Phrase, Stored, kind};
use crate::flat::Rows;

/// No gap is wider.
const WIDEST_GAP: u32 = 64;

impl Stored {
    /// Whether every number points at something, and no sequence at itself.
    pub(super) fn is_whole(&self) -> bool {
        self.are_sets_whole()
            && self.are_anchors_whole()
            && self.are_choices_whole()
            && self.are_phrases_whole()
            && self.are_steps_whole()
    }

    fn are_sets_whole(&self) -> bool {
        self.set_starts().last().is_some_and(|end| *end as usize == self.sets.len()) && self.knows_all(&self.sets)
    }

    fn knows_all(&self, words: &Rows<2>) -> bool {
        words.all().iter().all(|word| self.knows(u16::from_le_bytes(*word)))
    }

    fn knows(&self, word: u16) -> bool {
        usize::from(word) < self.words()
    }

    fn are_anchors_whole(&self) -> bool {
        let anchors = self.anchors();
        let whole = |[one, next]: Key| (one == ANY || self.knows(one)) && self.knows(next);
        anchors.end() == self.keys.len() && anchors.all().all(whole)
    }

    fn are_choices_whole(&self) -> bool {
        let choices = || self.choices.all().iter().map(Choice::of);
        self.heads.len() == self.begun.len()
            && self.knows_all(&self.heads)
            && rises(choices().map(|choice| choice.begun_end), self.begun.len())
            && rises(choices().map(|choice| choice.shared_end), self.shared.len())
            && rises(choices().map(|choice| choice.open_end), self.open.len())
            && longs(&self.shared).all(|choice| (choice as usize) < self.choices.len())
            && choices().all(|choice| self.has_set(choice.words))
    }

    fn are_phrases_whole(&self) -> bool {
        let sequence = |phrase: &Phrase| (phrase.sequence as usize) < self.steps.len();
        let set = |set: u32| set == NONE || self.has_set(set);
        let whole = |phrase: Phrase| {
            let beside = phrase.beside.iter().all(|beside| set(beside.set));
            sequence(&phrase) && (phrase.anchor as usize) < self.anchor_lengths.len() && set(phrase.first) && beside
        };
        u16::try_from(self.phrases.len()).is_ok() && self.phrases().all(whole)
    }

    /// A step may only refer to sequences that end before its own begins.
    fn are_steps_whole(&self) -> bool {
        let mut start = 0;
        for (at, step) in (0..).zip(longs(&self.steps)) {
            let of = step & ((1 << KIND) - 1);
            let whole = match (step & !LAST) >> KIND {
                kind::SET => self.has_set(of),
                kind::GAP => of <= WIDEST_GAP,
                kind::EITHER => (of as usize) < self.choices.len() && self.refers_before(of as usize, start),
                _ => true,
            };
            if !whole {
                return false;
            }
            start = if step & LAST == 0 { start } else { at + 1 };
        }
        start as usize == self.steps.len()
    }

    fn refers_before(&self, choice: usize, start: u32) -> bool {
        let before = |rows: &Rows<4>, range| part(rows, range).all(|sequence| sequence < start);
        let Parts { begun, shared, open } = Parts::of(self.choices.all(), choice);
        let begun_of = |choice: u32| Parts::of(self.choices.all(), choice as usize).begun;
        before(&self.begun, begun)
            && before(&self.open, open)
            && part(&self.shared, shared).all(|choice| before(&self.begun, begun_of(choice)))
    }

    fn has_set(&self, set: u32) -> bool {
        (set as usize) < self.set_lengths.len()
    }
}

fn longs(rows: &Rows<4>) -> impl Iterator<Item = u32> + Clone {
    rows.all().iter().map(|number| u32::from_le_bytes(*number))
}

fn part(rows: &Rows<4>, range: Range<usize>) -> impl Iterator<Item = u32> {
    rows.all().get(range).unwrap_or_default().iter().map(|number| u32::from_le_bytes(*number))
}

/// Whether places never fall, and end where all ends.
fn rises(places: impl Iterator<Item = u32> + Clone, end: usize) -> bool {
    let last = places.clone().last().unwrap_or_default();
    places.clone().zip(places.skip(1)).all(|(one, next)| one <= next) && last as usize == end
}
