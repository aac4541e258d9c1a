//! By which words phrases are found: made of a table when it is first used.

#![allow(clippy::cast_possible_truncation, reason = "no table has four thousand million phrases")]

use super::stored::{KIND, LAST, NONE, Phrase, Stored, kind};
use crate::text::lexicon::WordId;

/// A phrase to be tried where its anchor stands, if its other words are near: if the words of a slot of [`Index`] were met
/// no more than so many words ago.
#[derive(Clone, Copy, Debug, Default)]
pub struct Candidate {
    /// The phrase's number, or [`Candidate::SOLE`] and its number.
    pub phrase: u32,
    /// The slot.
    pub slot: u32,
    /// How many words ago, and one.
    pub reach: u32,
}

impl Candidate {
    /// Marks a phrase that is one word, its anchor: where that stands, it is found.
    pub const SOLE: u32 = 1 << 31;
    /// A reach that leaves out no place.
    const ANYWHERE: u32 = u32::MAX >> 1;
}

/// What is looked up for each word of a text.
#[derive(Clone, Debug)]
pub struct Index {
    /// The phrases anchored at each word.
    pub anchored: ByWord<Candidate>,
    /// The slots of sets that each word is in, of those looked for before an anchor and of those behind it.
    pub before: ByWord<u32>,
    pub ahead: ByWord<u32>,
    /// How many slots there are.
    pub slots: usize,
    /// One more than the most phrases that are anchored at one word.
    pub most: usize,
    /// For each set a bit for each of its words, shared by several: most words are in none that is asked for.
    pub masks: Vec<u64>,
    /// Where each set begins, and where the last one ends.
    pub set_starts: Vec<u32>,
    /// The same for the words that several words of each choice may begin with.
    pub head_masks: Vec<u64>,
}

impl Index {
    /// Of a table.
    pub fn new(stored: &Stored) -> Self {
        let words = stored.words();
        let starts = stored.set_starts();
        let set = |set| stored.set(&starts, set);
        let mut slots = Slots::new(stored.set_lengths.len());
        let candidates: Vec<(u32, Candidate)> = (0..)
            .zip(stored.phrases())
            .map(|(number, phrase)| (phrase.anchor, slots.candidate(stored, number, &phrase)))
            .collect();
        let anchored = candidates.iter().flat_map(|&(anchor, one)| set(anchor).map(move |word| (word, one)));
        let anchored = ByWord::new(words, anchored);
        let of = |before| {
            let sets = slots.known.iter().filter(move |(_, side, _)| *side == before);
            sets.flat_map(|&(beside, _, slot)| set(beside).map(move |word| (word, slot)))
        };
        let mask = |words: &mut dyn Iterator<Item = WordId>| words.fold(0, |mask, word| mask | bit(word));
        Self {
            most: anchored.most() + 1,
            anchored,
            before: ByWord::new(words, of(true)),
            ahead: ByWord::new(words, of(false)),
            slots: slots.known.len() + 1,
            masks: (0..stored.set_lengths.len() as u32).map(|one| mask(&mut set(one))).collect(),
            head_masks: (0..stored.choices.len()).map(|choice| mask(&mut stored.heads(choice))).collect(),
            set_starts: starts,
        }
    }
}

/// The bit of a word in [`Index::masks`].
#[inline]
pub fn bit(word: WordId) -> u64 {
    1 << (u32::from(word).wrapping_mul(0x9e37_79b1) >> 26)
}

/// Each set that is looked for beside an anchor, whether before it, and its slot. Slot 0 is nothing's.
struct Slots {
    known: Vec<(u32, bool, u32)>,
    /// For each set its slots behind and before an anchor; 0 for none yet.
    by_set: Vec<[u32; 2]>,
}

impl Slots {
    fn new(sets: usize) -> Self {
        Self { known: Vec::new(), by_set: vec![[0; 2]; sets] }
    }

    fn candidate(&mut self, stored: &Stored, number: u32, phrase: &Phrase) -> Candidate {
        let sole = if is_sole(stored, phrase) { Candidate::SOLE } else { 0 };
        let (slot, reach) = match (phrase.beside, phrase.before) {
            (NONE, _) => (0, Candidate::ANYWHERE),
            (set, true) => (self.slot(set, true), u32::from(phrase.reach) + 1),
            (set, false) => (self.slot(set, false), 0),
        };
        Candidate { phrase: number | sole, slot, reach }
    }

    fn slot(&mut self, set: u32, before: bool) -> u32 {
        let slot = &mut self.by_set[set as usize][usize::from(before)];
        if *slot == 0 {
            *slot = self.known.len() as u32 + 1;
            self.known.push((set, before, *slot));
        }
        *slot
    }
}

/// Whether a phrase is one word and no more.
fn is_sole(stored: &Stored, phrase: &Phrase) -> bool {
    let step = stored.steps.all().get(phrase.sequence as usize).map_or(0, |step| u32::from_le_bytes(*step));
    let kind = (step & !LAST) >> KIND;
    step & LAST != 0 && matches!(kind, kind::WORD | kind::SET) && phrase.least_left == 0 && phrase.most_left == 0
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

    /// The most that belongs to one word.
    pub fn most(&self) -> usize {
        self.starts.windows(2).map(|ends| ends[1] - ends[0]).max().unwrap_or_default() as usize
    }

    /// What belongs to a word.
    #[inline]
    pub fn of(&self, word: WordId) -> &[T] {
        let range = self.starts.get(usize::from(word)).zip(self.starts.get(usize::from(word) + 1));
        range.and_then(|(&from, &to)| self.all.get(from as usize..to as usize)).unwrap_or_default()
    }
}
