//! Finds phrases in a text.
//!
//! All places a phrase can have reached are bits of one machine word, so that alternatives and gaps are walked together
//! and nothing is ever tried twice: there is no backtracking to run away.

#![allow(clippy::cast_possible_truncation, reason = "no text has four thousand million words")]

use std::ops::Range;
use std::sync::OnceLock;

use postcard::Error;

use super::index::{Candidate, Lookup};
use super::place::{Place, open_from};
use super::rows::Rows;
use super::sets::Sets;
use super::stored::{AHEAD, NONE, Phrase, Stored};
use super::{Hit, PhraseId, PhraseRange};
use crate::flat::{Sections, Writer};
use crate::text::lexicon::{ASKED, BREAK, PAUSED, WordId};
use crate::text::{Marks, Tokens};

/// Compiled phrases, ready to be found.
#[derive(Clone, Debug, Default)]
pub struct Table {
    stored: Stored,
    /// Made when the table is first used: of several languages most texts ask for one.
    sets: OnceLock<Sets>,
    everywhere: OnceLock<Lookup>,
    around: OnceLock<Lookup>,
}

/// A text that is gone through.
struct Search<'a> {
    rows: Rows<'a>,
    lookup: &'a Lookup,
    ids: &'a [WordId],
    marks: &'a [Marks],
    /// For each token, a bit for each word from it on that ends no sentence.
    open: Vec<u64>,
    /// For each slot where its words were met last: the place and one.
    last: Vec<u32>,
    /// Room for the phrases that are worth trying.
    near: Vec<u32>,
    /// For each phrase, the first place not tried yet.
    next: Vec<u32>,
    hits: Vec<Hit>,
}

impl Table {
    /// Of what was compiled.
    pub(super) fn new(stored: Stored) -> Self {
        Self { stored, ..Self::default() }
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

    fn rows<'a>(&'a self, members: &'a Sets) -> Rows<'a> {
        let Stored { steps, choices, shared, heads, begun, open, sets, phrases, .. } = &self.stored;
        Rows {
            steps: steps.all(),
            choices: choices.all(),
            shared: shared.all(),
            heads: heads.all(),
            begun: begun.all(),
            open: open.all(),
            sets: sets.all(),
            phrases: phrases.all(),
            members,
        }
    }

    /// Every phrase in the text but those that are looked for around others, each leftmost, then longest, without overlap
    /// with itself; by phrase, then place.
    pub fn find_all(&self, tokens: &Tokens) -> Vec<Hit> {
        let sets = self.sets.get_or_init(|| Sets::new(&self.stored));
        let lookup = self.everywhere.get_or_init(|| Lookup::new(&self.stored, sets, false));
        let mut search = self.search(sets, lookup, tokens);
        search.through(0..tokens.len(), |_| true);
        by_phrase(&search.hits, self.len())
    }

    /// Those of the phrases that are looked for around others that are in these ranges, at these places of the text, which
    /// are in order and apart.
    pub fn find_around(&self, tokens: &Tokens, places: &[Range<usize>], phrases: &[PhraseRange]) -> Vec<Hit> {
        let sets = self.sets.get_or_init(|| Sets::new(&self.stored));
        let lookup = self.around.get_or_init(|| Lookup::new(&self.stored, sets, true));
        let mut wanted = vec![false; self.len()];
        for range in phrases {
            let range = wanted.get_mut(usize::from(range.first.0)..usize::from(range.end.0));
            if let Some(range) = range {
                range.fill(true);
            }
        }
        let mut search = self.search(sets, lookup, tokens);
        for place in places {
            search.through(place.clone(), |phrase| wanted[phrase as usize]);
        }
        by_phrase(&search.hits, self.len())
    }

    fn search<'a>(&'a self, sets: &'a Sets, lookup: &'a Lookup, tokens: &'a Tokens) -> Search<'a> {
        let (ids, marks) = (tokens.ids(), tokens.marks());
        Search {
            rows: self.rows(sets),
            lookup,
            ids,
            marks,
            open: open_from(ids),
            last: vec![0; lookup.slots],
            near: vec![0; lookup.most],
            next: vec![0; self.stored.phrases.len()],
            hits: Vec::new(),
        }
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
        count += usize::from(candidate.near.is_met(last, at));
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
    /// Tries those of the phrases that are wanted wherever their anchor stands in a part of the text.
    fn through(&mut self, part: Range<usize>, wanted: impl Fn(u32) -> bool) {
        for at in (part.start..self.ids.len()).take(AHEAD) {
            self.meet_ahead(at);
        }
        for at in part {
            if at + AHEAD < self.ids.len() {
                self.meet_ahead(at + AHEAD);
            }
            // A sign stands before the word that bears it.
            self.each_sign(at, |search, sign| meet(&mut search.last, search.lookup.before.of(sign.into()), at));
            self.each_sign(at, |search, sign| search.try_anchored(sign.into(), at, &wanted));
            let word = self.ids[at];
            self.try_anchored(word.into(), at, &wanted);
            let pair = at.checked_sub(1).and_then(|before| self.lookup.pairs.number(self.ids[before], word));
            if let Some(pair) = pair {
                self.try_anchored(pair, at, &wanted);
            }
            meet(&mut self.last, self.lookup.before.of(word.into()), at);
        }
    }

    #[inline]
    fn meet_ahead(&mut self, at: usize) {
        meet(&mut self.last, self.lookup.ahead.of(self.ids[at].into()), at);
        self.each_sign(at, |search, sign| meet(&mut search.last, search.lookup.ahead.of(sign.into()), at));
    }

    /// What the marks of a token stand for.
    #[inline]
    fn each_sign(&mut self, at: usize, mut act: impl FnMut(&mut Self, WordId)) {
        let marks = self.marks[at];
        if marks.has(Marks::QUESTION) && self.ids[at] == BREAK {
            act(self, ASKED);
        }
        if marks.has(Marks::PAUSE) {
            act(self, PAUSED);
        }
    }

    #[inline]
    fn try_anchored(&mut self, anchor: u32, at: usize, wanted: impl Fn(u32) -> bool) {
        let count = keep_near(self.lookup.anchored.of(anchor), &self.last, at, &mut self.near);
        for nth in 0..count {
            let phrase = self.near[nth];
            let number = phrase & !Candidate::SOLE;
            if self.lookup.also[number as usize].is_met(&self.last, at) && wanted(number) {
                self.at_anchor(phrase, at);
            }
        }
    }

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
