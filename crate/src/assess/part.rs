//! The part of the words that is in a language with rules: fields, sentences of fields, and stretches of speech.

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
        // Of one language alone every piece is.
        if !whole.is_mixed() {
            return keep.then_some(words);
        }
        let mut some = false;
        for piece in pieces(&words) {
            let told = self.evidence(&words, piece.clone());
            let not_other = told.language(tag, &self.pack.lexicon).is_none_or(|told| told == tag);
            let fits = if asked == Asked::Own { self.is_own(&told, tag) } else { not_other };
            some |= fits;
            if !fits {
                words.tokens.leave_out(piece);
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

/// So many words of speech tell their language, and a change of it is seen so closely.
const STRETCH: usize = 20;

/// The pieces of a text that may each be in another language, by their bytes. Speech often has no sentences.
fn pieces(words: &Words) -> Vec<Range<usize>> {
    if words.field == Field::Captions { stretches(&words.tokens) } else { sentences(&words.tokens) }
}

fn stretches(tokens: &Tokens) -> Vec<Range<usize>> {
    let starts = (0..tokens.len()).step_by(STRETCH);
    starts.map(|start| tokens.bytes(start, (start + STRETCH).min(tokens.len()))).collect()
}

fn sentences(tokens: &Tokens) -> Vec<Range<usize>> {
    let ends = (1..tokens.len()).filter(|&at| tokens.ids()[at] == BREAK);
    let starts = std::iter::once(0).chain(ends.clone());
    starts.zip(ends).map(|(start, end)| tokens.bytes(start + 1, end)).collect()
}
