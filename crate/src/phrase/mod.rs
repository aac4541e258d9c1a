//! Phrases: patterns over words that a clinician can read, compiled into one table, found in one pass.
//!
//! ```text
//! {cures} ..3 {condition}          a word of one list, at most three words, a word of another
//! (no|never) need [for] {medication}
//! heal* from <number> trauma*
//! ```
//!
//! A pattern is parsed ([`pattern`]), gathered with others into a [`compile::TableBuilder`], and compiled into a
//! [`Table`] against a [`Lexicon`](crate::text::lexicon::Lexicon). [`Table::find_all`] then finds every phrase in a
//! text ([`matcher`]). Every pattern has a greatest width and a greatest number of steps, checked when it is compiled,
//! so that the time to find all of them grows with the length of the text and nothing else.
//!
//! A phrase is tried only where its *anchor* stands, a word or two words in a row that every match has, and only if other
//! words of it are near; which words these are is chosen by how often they are met ([`compile::usage`]). Phrases that
//! matter around others alone, exceptions and guards, are looked for there alone ([`Table::find_around`]).

mod by_word;
pub mod compile;
mod index;
pub mod matcher;
pub mod pattern;
mod place;
mod rows;
mod sets;
pub mod stored;

pub use compile::TableBuilder;
pub use matcher::Table;

/// A phrase's number within its table, in the order in which phrases were added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct PhraseId(pub u16);

/// A phrase found: its tokens, `end` exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Which phrase.
    pub phrase: PhraseId,
    /// Its first token.
    pub first: usize,
    /// The token after its last.
    pub end: usize,
}

impl Hit {
    /// Whether the two share a token.
    pub fn overlaps(self, other: Self) -> bool {
        self.first < other.end && other.first < self.end
    }

    /// How many tokens stand between the two; 0 where they touch or overlap.
    pub fn distance(self, other: Self) -> usize {
        self.first.max(other.first).saturating_sub(self.end.min(other.end))
    }
}

/// Phrases added one after the other: those of one rule, one guard, one list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct PhraseRange {
    /// The first.
    pub first: PhraseId,
    /// The one after the last.
    pub end: PhraseId,
}

impl PhraseRange {
    /// The hits of these phrases; `hits` sorted by phrase, as [`Table::find_all`] gives them.
    pub fn of(self, hits: &[Hit]) -> &[Hit] {
        let from = hits.partition_point(|hit| hit.phrase < self.first);
        let to = hits.partition_point(|hit| hit.phrase < self.end);
        &hits[from..to.max(from)]
    }

    /// Whether the phrase is one of these.
    pub fn contains(self, phrase: PhraseId) -> bool {
        (self.first..self.end).contains(&phrase)
    }
}
