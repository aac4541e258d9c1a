//! The part of the words that is in a language with rules: fields, and sentences of fields.

use std::ops::Range;

use super::{Engine, Words};
use crate::text::Tokens;
use crate::text::language::Evidence;
use crate::text::lexicon::BREAK;
use crate::video::Field;

/// How surely words must be in the language to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Not plainly in another one.
    NotOther,
    /// In this one, as far as they tell.
    Own,
}

impl Engine {
    /// The words of a field that are in a language, the others left out; `None` where there are none.
    pub(super) fn part(&self, mut words: Words, tag: &str, asked: Asked) -> Option<Words> {
        let whole = self.evidence(&words, 0..words.text.len());
        let (keep, asked) = match asked {
            Asked::NotOther if whole.language(tag, &self.pack.lexicon).is_none_or(|told| told == tag) => (true, asked),
            _ => (self.is_own(&whole, tag), Asked::Own),
        };
        // Speech has no sentences; of one language alone every sentence is.
        if words.field == Field::Captions || !whole.is_mixed() {
            return keep.then_some(words);
        }
        let mut some = false;
        for sentence in sentences(&words.tokens) {
            let told = self.evidence(&words, sentence.clone());
            let not_other = told.language(tag, &self.pack.lexicon).is_none_or(|told| told == tag);
            let fits = if asked == Asked::Own { self.is_own(&told, tag) } else { not_other };
            some |= fits;
            if !fits {
                words.tokens.leave_out(sentence);
            }
        }
        some.then_some(words)
    }

    /// Words in other scripts match no phrase: the others decide.
    fn is_own(&self, evidence: &Evidence, tag: &str) -> bool {
        let lexicon = &self.pack.lexicon;
        let evidence = evidence.without_scripts();
        evidence.language(tag, lexicon).or_else(|| evidence.suggested(lexicon)) == Some(tag)
    }

    fn evidence(&self, words: &Words, bytes: Range<usize>) -> Evidence {
        let mut evidence = Evidence::default();
        evidence.add_part(&words.text, &words.tokens, bytes, &self.pack.lexicon);
        evidence
    }
}

/// The sentences of a text, by their bytes.
fn sentences(tokens: &Tokens) -> Vec<Range<usize>> {
    let ends = (1..tokens.len()).filter(|&at| tokens.ids()[at] == BREAK);
    let starts = std::iter::once(0).chain(ends.clone());
    starts.zip(ends).map(|(start, end)| tokens.bytes(start + 1, end)).collect()
}
