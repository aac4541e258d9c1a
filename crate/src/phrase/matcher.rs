//! Finds phrases in a text.
//!
//! All places a phrase can have reached are bits of one machine word, so that alternatives and gaps are walked together
//! and nothing is ever tried twice: there is no backtracking to run away.

#![allow(clippy::cast_possible_truncation, reason = "no text has four thousand million words")]

use serde::{Deserialize, Serialize};

use super::index::{ByWord, Candidate, Members, Met};
use super::stored::{AHEAD, Node, Phrase, SequenceId, SetId, Stored};
use super::{Hit, PhraseId};
use crate::text::lexicon::{BREAK, WordId};
use crate::text::{Marks, Tokens};

/// Compiled phrases, ready to be found.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Stored", into = "Stored")]
pub struct Table {
    stored: Stored,
    members: Members,
    /// The phrases anchored at each word.
    anchored: ByWord<Candidate>,
    /// The sets of [`Beside`] that each word is in.
    beside: ByWord<SetId>,
}

impl From<Stored> for Table {
    fn from(stored: Stored) -> Self {
        let members = Members::new(&stored.sets, stored.words);
        let set = |set: SetId| stored.sets.get(usize::from(set.0)).iter().copied();
        let phrases = (0..).map(PhraseId).zip(&stored.phrases);
        let candidate = |(id, phrase): (PhraseId, &Phrase)| Candidate { phrase: id, beside: phrase.beside };
        let anchored = phrases.flat_map(|one| set(one.1.anchor).map(move |word| (word, candidate(one))));
        let anchored = ByWord::new(stored.words, anchored);
        let mut sets: Vec<SetId> = stored.phrases.iter().filter_map(|phrase| Some(phrase.beside?.words)).collect();
        sets.sort_unstable();
        sets.dedup();
        let beside = sets.iter().flat_map(|&id| set(id).map(move |word| (word, id)));
        let beside = ByWord::new(stored.words, beside);
        Self { stored, members, anchored, beside }
    }
}

impl From<Table> for Stored {
    fn from(table: Table) -> Self {
        table.stored
    }
}

/// A text that is gone through.
struct Search<'a> {
    tokens: &'a Tokens,
    /// For each token, a bit for each word from it on that ends no sentence.
    open: &'a [u64],
    /// For each phrase, the first place not tried yet.
    next: Vec<usize>,
    hits: Vec<Hit>,
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
        let ids = tokens.ids();
        let open = open_from(ids);
        let mut search = Search { tokens, open: &open, next: vec![0; self.stored.phrases.len()], hits: Vec::new() };
        let mut met = Met::new(self.stored.sets.len());
        ids.iter().take(AHEAD).enumerate().for_each(|(at, &id)| self.meet(&mut met.ahead, id, at));
        for (at, &id) in ids.iter().enumerate() {
            if let Some(&ahead) = ids.get(at + AHEAD) {
                self.meet(&mut met.ahead, ahead, at + AHEAD);
            }
            for candidate in self.anchored.of(id) {
                if candidate.beside.is_none_or(|beside| met.has(beside, at)) {
                    self.around(candidate.phrase, at, &mut search);
                }
            }
            self.meet(&mut met.before, id, at);
        }
        let mut hits = search.hits;
        hits.sort_unstable();
        hits
    }

    #[inline]
    fn meet(&self, last: &mut [u32], id: WordId, at: usize) {
        for set in self.beside.of(id) {
            last[usize::from(set.0)] = at as u32 + 1;
        }
    }

    /// Tries a phrase from every place from which its anchor may be this token.
    fn around(&self, id: PhraseId, at: usize, search: &mut Search) {
        let phrase = &self.stored.phrases[usize::from(id.0)];
        let next = search.next[usize::from(id.0)];
        let last = at.saturating_sub(usize::from(phrase.least_left));
        let mut first = at.saturating_sub(usize::from(phrase.most_left)).max(next);
        while first <= last {
            let end = self.longest(phrase, first, search.tokens, search.open);
            if let Some(end) = end {
                search.hits.push(Hit { phrase: id, first, end });
            }
            first = end.unwrap_or(first + 1);
        }
        search.next[usize::from(id.0)] = first.max(next);
    }

    fn longest(&self, phrase: &Phrase, start: usize, tokens: &Tokens, open: &[u64]) -> Option<usize> {
        let ids = tokens.ids();
        if phrase.first.is_some_and(|set| !self.is_in(set, ids[start])) {
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
        for &node in self.stored.sequences.get(usize::from(id.0)) {
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
            Node::Either { words, longer, open, maybe } => {
                let single = self.in_set(*words, place, from) << 1 & place.all;
                let begun = place.each(from, |at| self.begun(longer, place, at));
                let open = open.iter().map(|&option| self.sequence(option, place, from));
                open.fold(if *maybe { from | single } else { single } | begun, |all, one| all | one)
            }
        }
    }

    /// Where those choices end that begin with the word at a place.
    fn begun(&self, longer: &[(WordId, SequenceId)], place: &Place, at: usize) -> u64 {
        let word = place.ids[at];
        let first = longer.partition_point(|(begin, _)| *begin < word);
        let choices = longer[first..].iter().take_while(|(begin, _)| *begin == word);
        choices.fold(0, |all, (_, option)| all | self.sequence(*option, place, 1 << (at - place.start)))
    }

    fn in_set(&self, set: SetId, place: &Place, from: u64) -> u64 {
        place.keep(from, |at| self.is_in(set, place.ids[at]))
    }

    #[inline]
    fn is_in(&self, set: SetId, word: WordId) -> bool {
        self.members.has(&self.stored.sets, set, word)
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

    /// All that comes of each of the places reached.
    #[inline]
    fn each(&self, reached: u64, come: impl Fn(usize) -> u64) -> u64 {
        let mut left = reached;
        let mut all = 0;
        while left != 0 {
            all |= come(self.start + left.trailing_zeros() as usize);
            left &= left - 1;
        }
        all
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
