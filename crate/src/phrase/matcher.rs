//! Finds phrases in a text.
//!
//! All places a phrase can have reached are bits of one machine word, so that alternatives and gaps are walked together
//! and nothing is ever tried twice: there is no backtracking to run away.

#![allow(clippy::cast_possible_truncation, reason = "no text has four thousand million words")]

use std::sync::OnceLock;

use postcard::Error;

use super::index::{Candidate, Index, bit};
use super::place::{Place, open_from};
use super::stored::{AHEAD, Choice, KIND, LAST, NONE, Parts, Phrase, Stored, kind};
use super::{Hit, PhraseId};
use crate::flat::{Sections, Writer};
use crate::text::lexicon::{BREAK, WordId};
use crate::text::{Marks, Tokens};

/// Compiled phrases, ready to be found.
#[derive(Clone, Debug, Default)]
pub struct Table {
    stored: Stored,
    /// Made when the table is first used: of several languages most texts ask for one.
    index: OnceLock<Index>,
}

/// A table's rows while they are searched.
struct Rows<'a> {
    steps: &'a [[u8; 4]],
    choices: &'a [[u8; 16]],
    shared: &'a [[u8; 4]],
    heads: &'a [[u8; 2]],
    begun: &'a [[u8; 4]],
    open: &'a [[u8; 4]],
    set_starts: &'a [u32],
    sets: &'a [[u8; 2]],
    phrases: &'a [[u8; 20]],
    masks: &'a [u64],
    head_masks: &'a [u64],
}

/// A text that is gone through.
struct Search<'a> {
    rows: Rows<'a>,
    ids: &'a [WordId],
    marks: &'a [Marks],
    /// For each token, a bit for each word from it on that ends no sentence.
    open: Vec<u64>,
    /// For each phrase, the first place not tried yet.
    next: Vec<u32>,
    hits: Vec<Hit>,
}

impl Table {
    /// Of what was compiled.
    pub(super) fn new(stored: Stored) -> Self {
        Self { stored, index: OnceLock::new() }
    }

    /// Writes it.
    pub fn write(&self, to: &mut Writer) {
        self.stored.write(to);
    }

    /// Reads what was written, for a lexicon of so many numbers.
    pub fn read(from: &mut Sections, words: usize) -> Result<Self, Error> {
        Stored::read(from, words).map(Self::new)
    }

    /// How many phrases there are.
    pub fn len(&self) -> usize {
        self.stored.phrases.len()
    }

    /// Whether there is no phrase.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn rows<'a>(&'a self, index: &'a Index) -> Rows<'a> {
        let Stored { steps, choices, shared, heads, begun, open, sets, phrases, .. } = &self.stored;
        Rows {
            steps: steps.all(),
            choices: choices.all(),
            shared: shared.all(),
            heads: heads.all(),
            begun: begun.all(),
            open: open.all(),
            set_starts: &index.set_starts,
            sets: sets.all(),
            phrases: phrases.all(),
            masks: &index.masks,
            head_masks: &index.head_masks,
        }
    }

    /// Every phrase in the text, each leftmost, then longest, without overlap with itself; by phrase, then place.
    pub fn find_all(&self, tokens: &Tokens) -> Vec<Hit> {
        let index = self.index.get_or_init(|| Index::new(&self.stored));
        let (ids, marks) = (tokens.ids(), tokens.marks());
        let next = vec![0; self.stored.phrases.len()];
        let mut search = Search { rows: self.rows(index), ids, marks, open: open_from(ids), next, hits: Vec::new() };
        let mut last = vec![0; index.slots];
        let mut near = vec![0; index.most];
        for (at, &id) in ids.iter().take(AHEAD).enumerate() {
            meet(&mut last, index.ahead.of(id), at);
        }
        for (at, &id) in ids.iter().enumerate() {
            if let Some(&ahead) = ids.get(at + AHEAD) {
                meet(&mut last, index.ahead.of(ahead), at + AHEAD);
            }
            let count = keep_near(index.anchored.of(id), &last, at, &mut near);
            for &phrase in &near[..count] {
                search.at_anchor(phrase, at);
            }
            meet(&mut last, index.before.of(id), at);
        }
        by_phrase(&search.hits, self.len())
    }
}

/// Notes where the words of these slots were met last: the place and one.
#[inline]
fn meet(last: &mut [u32], slots: &[u32], at: usize) {
    for &slot in slots {
        last[slot as usize] = at as u32 + 1;
    }
}

/// Puts those of the phrases first in `near` that have their other words near, and says how many they are. Most have not,
/// which no processor could guess: so nothing is decided until all are gone through.
#[inline]
fn keep_near(candidates: &[Candidate], last: &[u32], at: usize, near: &mut [u32]) -> usize {
    let mut count = 0;
    for candidate in candidates {
        near[count] = candidate.phrase;
        count += usize::from(last[candidate.slot as usize] + candidate.reach > at as u32 + 1);
    }
    count
}

/// The hits in the order of their phrases; those of one phrase are in order.
fn by_phrase(hits: &[Hit], phrases: usize) -> Vec<Hit> {
    let mut starts = vec![0_u32; phrases + 1];
    for hit in hits {
        starts[usize::from(hit.phrase.0) + 1] += 1;
    }
    (1..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
    let mut sorted = vec![Hit::default(); hits.len()];
    for hit in hits {
        let next = &mut starts[usize::from(hit.phrase.0)];
        sorted[*next as usize] = *hit;
        *next += 1;
    }
    sorted
}

impl Search<'_> {
    /// Tries a phrase where its anchor stands.
    #[inline]
    fn at_anchor(&mut self, phrase: u32, at: usize) {
        if phrase & Candidate::SOLE == 0 {
            return self.around(phrase, at);
        }
        let phrase = phrase & !Candidate::SOLE;
        self.hits.push(Hit { phrase: PhraseId(phrase as u16), first: at, end: at + 1 });
    }

    /// Tries a phrase from every place from which its anchor may be this token.
    fn around(&mut self, number: u32, at: usize) {
        let phrase = Phrase::of(&self.rows.phrases[number as usize]);
        let next = self.next[number as usize] as usize;
        let last = at.saturating_sub(usize::from(phrase.least_left));
        let mut first = at.saturating_sub(usize::from(phrase.most_left)).max(next);
        while first <= last {
            let end = self.longest(&phrase, first);
            if let Some(end) = end {
                self.hits.push(Hit { phrase: PhraseId(number as u16), first, end });
            }
            first = end.unwrap_or(first + 1);
        }
        self.next[number as usize] = first.max(next) as u32;
    }

    fn longest(&self, phrase: &Phrase, start: usize) -> Option<usize> {
        // Where the anchor is the first word, it is one that the phrase begins with.
        if phrase.most_left > 0 && phrase.first != NONE && !self.rows.is_in(phrase.first, self.ids[start]) {
            return None;
        }
        let all = (1 << (self.ids.len() - start).min(63)) - 1;
        let place = Place { ids: self.ids, marks: self.marks, start, open: self.open[start], all };
        let reached = self.rows.sequence(phrase.sequence, &place, 1);
        let longest = 63_usize.checked_sub(reached.leading_zeros() as usize)?;
        (longest > 0).then_some(start + longest)
    }
}

impl Rows<'_> {
    fn sequence(&self, at: u32, place: &Place, from: u64) -> u64 {
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
        if self.head_masks[choice] & bit(word) == 0 {
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
    fn is_in(&self, set: u32, word: WordId) -> bool {
        self.masks[set as usize] & bit(word) != 0 && self.holds(set as usize, word)
    }

    fn holds(&self, set: usize, word: WordId) -> bool {
        let words = &self.sets[self.set_starts[set] as usize..self.set_starts[set + 1] as usize];
        words.binary_search_by_key(&word, |word| u16::from_le_bytes(*word)).is_ok()
    }
}
