//! What a table of phrases is, on disk and in memory alike: numbers in rows ([`crate::flat`]), read where they lie.
//!
//! A *step* is one number: in its highest bit whether it is the last of its sequence, in three bits what it is
//! ([`kind`]), in the others what of. A *sequence* is known by the place of its first step. A *choice* is what a step of
//! several alternatives refers to; what may begin with one known word is found by that word.

mod check;
mod keys;

use std::ops::Range;

use postcard::Error;

use crate::flat::{BROKEN, Rows, Sections, Writer, long};

pub use keys::{ANY, Anchors, Key, key_row};

/// What a step is.
pub mod kind {
    /// One word, by its number.
    pub const WORD: u32 = 0;
    /// One word of a set, by the set's number.
    pub const SET: u32 = 1;
    /// At most so many words.
    pub const GAP: u32 = 2;
    /// The start of a sentence.
    pub const START: u32 = 3;
    /// The end of a sentence.
    pub const END: u32 = 4;
    /// The end of a sentence that asks.
    pub const ASKED: u32 = 5;
    /// A comma or the like before the next word.
    pub const PAUSE: u32 = 6;
    /// One of several, by the number of the choice.
    pub const EITHER: u32 = 7;
}

/// Marks the last step of a sequence.
pub const LAST: u32 = 1 << 31;
/// What a step is stands above these bits.
pub const KIND: u32 = 28;
/// No set.
pub const NONE: u32 = u32::MAX;
/// How many words behind an anchor are looked at before its phrases are tried.
pub const AHEAD: usize = 12;

/// A table's rows.
#[derive(Clone, Debug, Default)]
pub struct Stored {
    /// How many numbers the lexicon has.
    pub words: Rows<4>,
    /// The steps of all sequences.
    pub steps: Rows<4>,
    /// Choices: [`Choice`].
    pub choices: Rows<16>,
    /// For each choice other ones whose choices of several words it has as well: lists that are part of it.
    pub shared: Rows<4>,
    /// For each choice of several words each word that one may begin with, sorted.
    pub heads: Rows<2>,
    /// For each of these the sequence that begins so.
    pub begun: Rows<4>,
    /// For each choice the sequences that may begin with anything.
    pub open: Rows<4>,
    /// How many words each set has.
    pub set_lengths: Rows<2>,
    /// The words of all sets, sorted within each.
    pub sets: Rows<2>,
    /// How many keys each anchor has.
    pub anchor_lengths: Rows<2>,
    /// The keys of all anchors: [`Key`].
    pub keys: Rows<4>,
    /// The phrases: [`Phrase`].
    pub phrases: Rows<24>,
}

/// One of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Choices of one word: a set.
    pub words: u32,
    /// Where its part of `heads` and `begun` ends.
    pub begun_end: u32,
    /// Where its part of `shared` ends.
    pub shared_end: u32,
    /// Where its part of `open` ends.
    pub open_end: u32,
    /// Whether it may be left out.
    pub maybe: bool,
}

impl Choice {
    /// As it is stored.
    pub fn row(self) -> [u8; 16] {
        row([self.words, self.begun_end, self.shared_end, self.open_end << 1 | u32::from(self.maybe)])
    }

    /// As it was stored.
    #[inline]
    pub fn of(row: &[u8; 16]) -> Self {
        let [words, begun_end, shared_end, last] = [0, 1, 2, 3].map(|number| long(row, number));
        Self { words, begun_end, shared_end, open_end: last >> 1, maybe: last & 1 == 1 }
    }
}

/// A compiled phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its sequence.
    pub sequence: u32,
    /// Whether it is looked for only around other phrases.
    pub aside: bool,
    /// The set of words it begins with; [`NONE`] where it may begin with anything.
    pub first: u32,
    /// The anchor: what every match has some of.
    pub anchor: u32,
    /// Other sets of words of each of which every match has one.
    pub beside: [Beside; 2],
    /// The fewest words before the last one of the anchor.
    pub least_left: u8,
    /// The most words before it.
    pub most_left: u8,
}

/// Words of which every match of a phrase has one, near its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The set, or [`NONE`].
    pub set: u32,
    /// How far before the anchor they stand, at most; behind it, within [`AHEAD`], whether they may stand where it stands.
    pub reach: u8,
    /// Whether they stand before the anchor.
    pub before: bool,
}

impl Beside {
    /// No words are asked for.
    pub const NOTHING: Self = Self { set: NONE, reach: 0, before: false };

    /// The set in 24 bits, whether before in one, and the reach.
    fn packed(self) -> u32 {
        self.set & (NONE >> 8) | u32::from(self.reach) << 24 | u32::from(self.before) << 31
    }

    #[inline]
    fn unpacked(packed: u32) -> Self {
        let set = packed & (NONE >> 8);
        let set = if set == NONE >> 8 { NONE } else { set };
        Self { set, reach: (packed >> 24) as u8 & 0x7f, before: packed >> 31 == 1 }
    }
}

impl Phrase {
    /// As it is stored.
    pub fn row(self) -> [u8; 24] {
        let left = u32::from_le_bytes([self.least_left, self.most_left, 0, 0]);
        let [one, other] = self.beside.map(Beside::packed);
        row([self.sequence | u32::from(self.aside) << 31, self.first, self.anchor, one, other, left])
    }

    /// As it was stored.
    #[inline]
    pub fn of(row: &[u8; 24]) -> Self {
        let [sequence, first, anchor, one, other, left] = [0, 1, 2, 3, 4, 5].map(|number| long(row, number));
        let [least_left, most_left, ..] = left.to_le_bytes();
        let beside = [one, other].map(Beside::unpacked);
        Self {
            sequence: sequence & !(1 << 31),
            aside: sequence >> 31 == 1,
            first,
            anchor,
            beside,
            least_left,
            most_left,
        }
    }
}

/// The parts of the rows that belong to a choice.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Of `begun`, and of `heads`.
    pub begun: Range<usize>,
    /// Of `shared`.
    pub shared: Range<usize>,
    /// Of `open`.
    pub open: Range<usize>,
}

impl Parts {
    /// From where the choice before it ends to where it ends itself.
    #[inline]
    pub fn of(choices: &[[u8; 16]], choice: usize) -> Self {
        let ends = |row: &[u8; 16]| [long(row, 1), long(row, 2), long(row, 3) >> 1].map(|end| end as usize);
        let from = choice.checked_sub(1).and_then(|before| choices.get(before)).map_or([0; 3], ends);
        let to = choices.get(choice).map_or(from, ends);
        Self { begun: from[0]..to[0], shared: from[1]..to[1], open: from[2]..to[2] }
    }
}

fn row<const LONGS: usize, const WIDTH: usize>(numbers: [u32; LONGS]) -> [u8; WIDTH] {
    let mut row = [0; WIDTH];
    row.as_chunks_mut().0.iter_mut().zip(numbers).for_each(|(bytes, number)| *bytes = number.to_le_bytes());
    row
}

/// Where each of so many rows begins, and where the last one ends.
fn starts(lengths: &Rows<2>) -> Vec<u32> {
    let lengths = lengths.all().iter().map(|length| u32::from(u16::from_le_bytes(*length)));
    let ends = lengths.scan(0_u32, |end, length| {
        *end = end.saturating_add(length);
        Some(*end)
    });
    std::iter::once(0).chain(ends).collect()
}

impl Stored {
    /// How many numbers the lexicon has.
    pub fn words(&self) -> usize {
        self.words.all().first().map_or(0, |words| u32::from_le_bytes(*words) as usize)
    }

    /// Where each set begins, and where the last one ends.
    pub fn set_starts(&self) -> Vec<u32> {
        starts(&self.set_lengths)
    }

    /// The keys of each anchor.
    pub fn anchors(&self) -> Anchors<'_> {
        Anchors::new(&self.anchor_lengths, &self.keys)
    }

    /// The words of a set, whose place `starts` knows.
    pub fn set(&self, starts: &[u32], set: u32) -> impl Iterator<Item = u16> + Clone {
        let range = starts.get(set as usize).zip(starts.get(set as usize + 1));
        let words = range.and_then(|(&from, &to)| self.sets.all().get(from as usize..to as usize));
        words.unwrap_or_default().iter().map(|word| u16::from_le_bytes(*word))
    }

    /// The words that the choices of several words of a choice may begin with.
    pub fn heads(&self, choice: usize) -> impl Iterator<Item = u16> + Clone {
        let heads = self.heads.all().get(Parts::of(self.choices.all(), choice).begun);
        heads.unwrap_or_default().iter().map(|head| u16::from_le_bytes(*head))
    }

    /// Each phrase.
    pub fn phrases(&self) -> impl Iterator<Item = Phrase> + Clone {
        self.phrases.all().iter().map(Phrase::of)
    }

    /// Writes all rows.
    pub fn write(&self, to: &mut Writer) {
        to.rows(&self.words);
        to.rows(&self.steps);
        to.rows(&self.choices);
        to.rows(&self.shared);
        to.rows(&self.heads);
        to.rows(&self.begun);
        to.rows(&self.open);
        to.rows(&self.set_lengths);
        to.rows(&self.sets);
        to.rows(&self.anchor_lengths);
        to.rows(&self.keys);
        to.rows(&self.phrases);
    }

    /// Reads what was written, for a lexicon of so many numbers. What comes from elsewhere is checked.
    pub fn read(from: &mut Sections, words: usize) -> Result<Self, Error> {
        let stored = Self {
            words: from.rows()?,
            steps: from.rows()?,
            choices: from.rows()?,
            shared: from.rows()?,
            heads: from.rows()?,
            begun: from.rows()?,
            open: from.rows()?,
            set_lengths: from.rows()?,
            sets: from.rows()?,
            anchor_lengths: from.rows()?,
            keys: from.rows()?,
            phrases: from.rows()?,
        };
        let is_whole = stored.words() == words && (from.are_built_in() || stored.is_whole());
        if is_whole { Ok(stored) } else { Err(BROKEN) }
    }
}
