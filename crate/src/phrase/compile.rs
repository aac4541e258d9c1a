//! Phrases to a table.

#![allow(clippy::cast_possible_truncation, reason = "widths and numbers are checked before they are cut")]

mod compiler;
mod interned;
mod layout;
mod node;
pub mod usage;

use std::collections::BTreeSet;

use compiler::Compiler;
use usage::Usage;

use super::matcher::Table;
use super::pattern::{Lists, Part, PatternError, named_lists, parse};
use super::{PhraseId, PhraseRange};
use crate::text::lexicon::{Lexicon, LexiconBuilder};
use crate::text::shape::Shape;

/// The widest phrase, in words: positions are bits of one machine word.
pub const WIDEST: usize = 60;
/// The most steps one phrase may take at one place.
pub const MOST_STEPS: usize = 6_000;

/// Gathers phrases; then names their words to a lexicon; then compiles.
#[derive(Clone, Debug, Default)]
pub struct TableBuilder {
    lists: Lists,
    phrases: Vec<Added>,
}

/// A phrase that was added.
#[derive(Clone, Debug)]
struct Added {
    pattern: String,
    parts: Vec<Part>,
    aside: bool,
}

impl TableBuilder {
    /// For phrases that may use these lists.
    pub fn new(lists: Lists) -> Self {
        Self { lists, phrases: Vec::new() }
    }

    /// Adds a phrase.
    pub fn add(&mut self, pattern: &str) -> Result<PhraseId, PatternError> {
        self.put(pattern, false)
    }

    /// Adds a phrase that matters only around others: [`Table::find_around`].
    pub fn add_aside(&mut self, pattern: &str) -> Result<PhraseId, PatternError> {
        self.put(pattern, true)
    }

    fn put(&mut self, pattern: &str, aside: bool) -> Result<PhraseId, PatternError> {
        let parts = parse(pattern)?;
        self.lists.check(&parts)?;
        let id = u16::try_from(self.phrases.len());
        let id = id.map_err(|_| PatternError { column: 0, message: "too many phrases".to_owned() })?;
        self.phrases.push(Added { pattern: pattern.to_owned(), parts, aside });
        Ok(PhraseId(id))
    }

    /// The range of the phrases added since there were `before` of them.
    pub fn since(&self, before: usize) -> PhraseRange {
        PhraseRange { first: PhraseId(before as u16), end: PhraseId(self.phrases.len() as u16) }
    }

    /// How many phrases were added.
    pub fn len(&self) -> usize {
        self.phrases.len()
    }

    /// Whether no phrase was added.
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    /// The pattern of a phrase, as it was added.
    pub fn pattern(&self, id: PhraseId) -> &str {
        &self.phrases[usize::from(id.0)].pattern
    }

    /// The lists that no phrase uses, directly or through another list. Those named like a shape belong to the shape.
    pub fn unused_lists(&self) -> Vec<&str> {
        let mut used: BTreeSet<&str> = self.phrases.iter().flat_map(|added| named_lists(&added.parts)).collect();
        loop {
            let entries = used.iter().filter_map(|name| self.lists.get(name)).flatten();
            let more: BTreeSet<&str> = entries.flat_map(|entry| named_lists(entry)).collect();
            let before = used.len();
            used.extend(more);
            if used.len() == before {
                let of_shape = |name: &str| Shape::ALL.iter().any(|shape| shape.name() == name);
                let names = self.lists.iter().map(|(name, _)| name);
                return names.filter(|name| !used.contains(name) && !of_shape(name)).collect();
            }
        }
    }

    /// Names every word of every phrase to the lexicon.
    pub fn name_words(&self, lexicon: &mut LexiconBuilder) {
        let lists = self.lists.iter().flat_map(|(_, entries)| entries);
        for parts in self.phrases.iter().map(|added| &added.parts).chain(lists) {
            name_words(parts, lexicon);
        }
    }

    /// Compiles, against a lexicon that knows every word.
    pub fn compile(&self, lexicon: &Lexicon) -> Result<Table, PatternError> {
        let (table, faults) = self.compile_each(lexicon, &Usage::assumed(lexicon));
        faults.into_iter().next().map_or(Ok(table), |(_, fault)| Err(fault))
    }

    /// Compiles what can be, for texts with words as usual; a phrase that can not be is named, and matches nothing.
    pub fn compile_each(&self, lexicon: &Lexicon, usage: &Usage) -> (Table, Vec<(PhraseId, PatternError)>) {
        let mut compiler = Compiler::new(&self.lists, lexicon, usage);
        let (mut phrases, mut faults) = (Vec::with_capacity(self.phrases.len()), Vec::new());
        for (id, Added { pattern, parts, aside }) in (0..).zip(&self.phrases) {
            phrases.push(compiler.phrase(parts, *aside).unwrap_or_else(|message| {
                faults.push((PhraseId(id), PatternError { column: 0, message: format!("'{pattern}': {message}") }));
                compiler.nothing()
            }));
        }
        (Table::new(compiler.finish(&phrases)), faults)
    }
}

fn name_words(parts: &[Part], lexicon: &mut LexiconBuilder) {
    for part in parts {
        match part {
            Part::Word(word) => lexicon.word(word),
            Part::Prefix(prefix) => lexicon.prefix(prefix),
            Part::Either(options) | Part::Maybe(options) => {
                for option in options {
                    name_words(option, lexicon);
                }
            }
            _ => {}
        }
    }
}
