//! By which words phrases are found: made of a table when it is first used.

#![allow(clippy::cast_possible_truncation, reason = "no table has four thousand million phrases")]

use super::by_word::{ByWord, Pairs};
use super::sets::Sets;
use super::stored::{Beside, KIND, LAST, NONE, Phrase, Stored, kind};

/// A phrase to be tried where its anchor stands, if its other words are near.
#[derive(Clone, Copy, Debug, Default)]
pub struct Candidate {
    /// The phrase's number, or [`Candidate::SOLE`] and its number.
    pub phrase: u32,
    /// The other words.
    pub near: Near,
}

/// Words that have to be near: those of a slot of a [`Lookup`] were met no more than so many words ago.
#[derive(Clone, Copy, Debug, Default)]
pub struct Near {
    /// The slot.
    pub slot: u32,
    /// How many words ago, and one.
    pub reach: u32,
}

impl Candidate {
    /// Marks a phrase that is one word, its anchor: where that stands, it is found.
    pub const SOLE: u32 = 1 << 31;
}

impl Near {
    /// A slot and a reach that leave out no place.
    const ANYWHERE: Self = Self { slot: 0, reach: u32::MAX >> 1 };

    /// Whether they are, seen from a place, by where the words of each slot were met last: the place and one.
    #[inline]
    pub fn is_met(self, last: &[u32], at: usize) -> bool {
        last[self.slot as usize] + self.reach > at as u32 + 1
    }
}

/// What is looked up for each word of a text.
#[derive(Clone, Debug)]
pub struct Lookup {
    /// The phrases anchored at each word, and at each two words in a row.
    pub anchored: ByWord<Candidate>,
    /// The numbers of two words in a row.
    pub pairs: Pairs,
    /// For each phrase further words that have to be near.
    pub also: Vec<Near>,
    /// The slots of sets that each word is in, of those looked for before an anchor and of those behind it.
    pub before: ByWord<u32>,
    pub ahead: ByWord<u32>,
    /// How many slots there are.
    pub slots: usize,
    /// One more than the most phrases that are anchored at one word.
    pub most: usize,
}

impl Lookup {
    /// Of the phrases of a table that are looked for everywhere, or of those that are looked for around others.
    pub fn new(stored: &Stored, sets: &Sets, aside: bool) -> Self {
        let words = stored.words();
        let set = |set| stored.set(&sets.starts, set);
        let mut slots = Slots::new(stored.set_lengths.len());
        let mut also = vec![Near::ANYWHERE; stored.phrases.len()];
        let (anchors, mut pairs) = (stored.anchors(), Pairs::after(words, stored.keys.len()));
        let mut candidates = Vec::with_capacity(stored.keys.len());
        for (number, phrase) in (0..).zip(stored.phrases()).filter(|(_, phrase)| phrase.aside == aside) {
            let sole = if is_sole(stored, &phrase) { Candidate::SOLE } else { 0 };
            let [near, further] = phrase.beside.map(|beside| slots.near(beside));
            also[number as usize] = further;
            let candidate = Candidate { phrase: number | sole, near };
            candidates.extend(anchors.of(phrase.anchor).map(|key| (pairs.number_or_add(key), candidate)));
        }
        let anchored = ByWord::new(pairs.end(), candidates.iter().copied());
        let of = |before| {
            let sets = slots.known.iter().filter(move |(_, side, _)| *side == before);
            sets.flat_map(|&(beside, _, slot)| set(beside).map(move |word| (u32::from(word), slot)))
        };
        Self {
            most: anchored.most() + 1,
            anchored,
            pairs,
            also,
            before: ByWord::new(words, of(true)),
            ahead: ByWord::new(words, of(false)),
            slots: slots.known.len() + 1,
        }
    }
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

    fn near(&mut self, beside: Beside) -> Near {
        match beside {
            Beside { set: NONE, .. } => Near::ANYWHERE,
            Beside { set, before: true, reach } => Near { slot: self.slot(set, true), reach: u32::from(reach) + 1 },
            Beside { set, before: false, reach } => Near { slot: self.slot(set, false), reach: u32::from(reach) },
        }
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
