//! Finds phrases in a text.
//!
//! All places a phrase can have reached are bits of one machine word, so that alternatives and gaps are walked together
//! and nothing is ever tried twice: there is no backtracking to run away.

#![allow(clippy::cast_possible_truncation, reason = "no text has four thousand million words")]

use serde::{Deserialize, Serialize};

use super::{Hit, PhraseId};
use crate::text::lexicon::{BREAK, WordId};
use crate::text::{Marks, Tokens};

/// A node's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NodeId(pub u16);
/// A sequence's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SequenceId(pub u16);
/// A set's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SetId(pub u16);

/// One step of a phrase.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Node {
    /// One word of a set.
    Words(SetId),
    /// At most so many words.
    Gap(u8),
    /// The start of a sentence.
    Start,
    /// The end of a sentence.
    End,
    /// The end of a sentence that asks.
    Asked,
    /// A comma or the like before the next word.
    Pause,
    /// One of several.
    Either {
        /// Choices of one word.
        words: SetId,
        /// The words that the longer choices begin with; `None` where one may begin with anything.
        first: Option<SetId>,
        /// Choices of several words.
        longer: Vec<SequenceId>,
        /// Whether it may be left out.
        maybe: bool,
    },
}

/// A compiled phrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// Its steps.
    pub sequence: SequenceId,
    /// The words it begins with; `None` where it may begin with anything.
    pub first: Option<SetId>,
    /// The words of which every match has one.
    pub anchor: SetId,
    /// The fewest words before that word.
    pub least_left: u8,
    /// The most words before that word.
    pub most_left: u8,
}

/// What a table is on disk.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Stored {
    /// How many numbers the lexicon has.
    pub words: usize,
    /// Steps, shared between phrases.
    pub nodes: Vec<Node>,
    /// Sequences of steps.
    pub sequences: Vec<Vec<NodeId>>,
    /// Sets of words.
    pub sets: Vec<Vec<WordId>>,
    /// The phrases.
    pub phrases: Vec<Phrase>,
}

/// Compiled phrases, ready to be found.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Stored", into = "Stored")]
pub struct Table {
    stored: Stored,
    members: Members,
    /// For each word, the range of `by_word` that holds the phrases anchored at it.
    ranges: Vec<u32>,
    by_word: Vec<PhraseId>,
}

/// Which words are in which set: one row of bits per set.
#[derive(Clone, Debug, Default)]
struct Members {
    row: usize,
    bits: Vec<u64>,
}

impl Members {
    fn new(sets: &[Vec<WordId>], words: usize) -> Self {
        let row = words.div_ceil(64);
        let mut bits = vec![0; row * sets.len()];
        for (set, members) in sets.iter().enumerate() {
            for &word in members {
                bits[set * row + usize::from(word) / 64] |= 1 << (word % 64);
            }
        }
        Self { row, bits }
    }

    #[inline]
    fn has(&self, set: SetId, word: WordId) -> bool {
        let place = usize::from(set.0) * self.row + usize::from(word) / 64;
        self.bits.get(place).is_some_and(|bits| bits >> (word % 64) & 1 == 1)
    }
}

impl From<Stored> for Table {
    fn from(stored: Stored) -> Self {
        let members = Members::new(&stored.sets, stored.words);
        let anchors = |phrase: &Phrase| &stored.sets[usize::from(phrase.anchor.0)];
        let mut ranges = vec![0; stored.words + 1];
        stored.phrases.iter().flat_map(anchors).for_each(|&word| ranges[usize::from(word) + 1] += 1);
        (1..ranges.len()).for_each(|at| ranges[at] += ranges[at - 1]);
        let mut by_word = vec![PhraseId(0); ranges.last().map_or(0, |&all| all as usize)];
        let mut next = ranges.clone();
        for (id, phrase) in (0..).zip(&stored.phrases) {
            for &word in anchors(phrase) {
                let place = &mut next[usize::from(word)];
                by_word[*place as usize] = PhraseId(id);
                *place += 1;
            }
        }
        Self { stored, members, ranges, by_word }
    }
}

impl From<Table> for Stored {
    fn from(table: Table) -> Self {
        table.stored
    }
}

/// A place in a text from which a phrase is tried.
struct Place<'a> {
    ids: &'a [WordId],
    marks: &'a [Marks],
    start: usize,
    /// A bit for each word from here on that a gap may pass over: all but the ends of sentences.
    open: u64,
    /// A bit for each token from here on.
    all: u64,
}

impl Table {
    /// How many phrases there are.
    pub fn len(&self) -> usize {
        self.stored.phrases.len()
    }

    /// Whether there is no phrase.
    pub fn is_empty(&self) -> bool {
        self.stored.phrases.is_empty()
    }

    /// Every phrase in the text, each leftmost, then longest, without overlap with itself; by phrase, then place.
    pub fn find_all(&self, tokens: &Tokens) -> Vec<Hit> {
        let open = open_from(tokens.ids());
        let mut hits = Vec::new();
        let mut next = vec![0; self.stored.phrases.len()];
        for (at, &id) in tokens.ids().iter().enumerate() {
            let word = usize::from(id);
            let range = self.ranges.get(word).zip(self.ranges.get(word + 1));
            let anchored = range.and_then(|(&from, &to)| self.by_word.get(from as usize..to as usize));
            for &phrase in anchored.unwrap_or_default() {
                self.around(phrase, at, &mut next[usize::from(phrase.0)], tokens, &open, &mut hits);
            }
        }
        hits.sort_unstable();
        hits
    }

    /// Tries a phrase from every place from which its anchor may be this token. `next` is the first place not tried yet.
    fn around(&self, id: PhraseId, at: usize, next: &mut usize, tokens: &Tokens, open: &[u64], hits: &mut Vec<Hit>) {
        let phrase = &self.stored.phrases[usize::from(id.0)];
        let last = at.saturating_sub(usize::from(phrase.least_left));
        let mut first = at.saturating_sub(usize::from(phrase.most_left)).max(*next);
        while first <= last {
            let end = self.longest(phrase, first, tokens, open);
            if let Some(end) = end {
                hits.push(Hit { phrase: id, first, end });
            }
            first = end.unwrap_or(first + 1);
        }
        *next = first.max(*next);
    }

    fn longest(&self, phrase: &Phrase, start: usize, tokens: &Tokens, open: &[u64]) -> Option<usize> {
        let ids = tokens.ids();
        if phrase.first.is_some_and(|set| !self.members.has(set, ids[start])) {
            return None;
        }
        let all = (1 << (ids.len() - start).min(63)) - 1;
        let place = Place { ids, marks: tokens.marks(), start, open: open[start], all };
        let reached = self.sequence(phrase.sequence, &place, 1);
        let longest = 63_usize.checked_sub(reached.leading_zeros() as usize)?;
        (longest > 0).then_some(start + longest)
    }

    fn sequence(&self, id: SequenceId, place: &Place, from: u64) -> u64 {
        let mut reached = from;
        for &node in &self.stored.sequences[usize::from(id.0)] {
            reached = self.step(&self.stored.nodes[usize::from(node.0)], place, reached);
            if reached == 0 {
                break;
            }
        }
        reached
    }

    fn step(&self, node: &Node, place: &Place, from: u64) -> u64 {
        match node {
            Node::Words(set) => self.in_set(*set, place, from) << 1 & place.all,
            Node::Gap(most) => (0..*most).fold(from, |reached, _| reached | (reached & place.open) << 1),
            Node::Start => place.keep(from, |at| at > 0 && place.ids[at - 1] == BREAK),
            Node::End => place.keep(from, |at| place.ids[at] == BREAK),
            Node::Asked => place.keep(from, |at| place.ids[at] == BREAK && place.marks[at].has(Marks::QUESTION)),
            Node::Pause => place.keep(from, |at| place.marks[at].has(Marks::PAUSE)),
            Node::Either { words, first, longer, maybe } => {
                let single = self.in_set(*words, place, from) << 1 & place.all;
                let begun = first.map_or(from, |first| self.in_set(first, place, from));
                let longer =
                    longer.iter().take_while(|_| begun != 0).map(|&option| self.sequence(option, place, begun));
                longer.fold(if *maybe { from | single } else { single }, |all, one| all | one)
            }
        }
    }

    fn in_set(&self, set: SetId, place: &Place, from: u64) -> u64 {
        place.keep(from, |at| self.members.has(set, place.ids[at]))
    }
}

impl Place<'_> {
    /// Those of the places reached at which something holds.
    #[inline]
    fn keep(&self, reached: u64, holds: impl Fn(usize) -> bool) -> u64 {
        let mut left = reached;
        let mut kept = 0;
        while left != 0 {
            let bit = left.trailing_zeros();
            kept |= u64::from(holds(self.start + bit as usize)) << bit;
            left &= left - 1;
        }
        kept
    }
}

/// For each token, a bit for each word from it on that ends no sentence.
fn open_from(ids: &[WordId]) -> Vec<u64> {
    let mut open = vec![0; ids.len()];
    let mut here = 0;
    for (at, &id) in ids.iter().enumerate().rev() {
        here = here << 1 & (u64::MAX >> 1) | u64::from(id != BREAK);
        open[at] = here;
    }
    open
}
