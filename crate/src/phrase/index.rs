//! By which words phrases are found: made of a table when it is first used.

#![allow(clippy::cast_possible_truncation, reason = "no table has four thousand million phrases")]

use super::stored::{ANY, Beside, KIND, Key, LAST, NONE, Phrase, Stored, kind};
use crate::text::lexicon::WordId;

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
    fn after(words: usize, most: usize) -> Self {
        let places = (most * 2).next_power_of_two();
        Self { places: vec![([ANY, ANY], 0); places], seen: vec![0; (places / 32).max(1)], next: words as u32 }
    }

    /// The number of a key: that of its word where it is one word.
    fn number_or_add(&mut self, [one, word]: Key) -> u32 {
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
    fn end(&self) -> usize {
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
