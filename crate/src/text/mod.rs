//! Text as people write it, turned into numbered words.
//!
//! [`Tokens::read`] folds case, width, marks and look-alikes, undoes common disguises, splits hashtags, and keeps for
//! every token the place in the original it came from, so that a quote is always the very words.
//!
//! | module | what it holds |
//! |---|---|
//! | [`lexicon`] | the known words and their numbers |
//! | [`letters`] | which plain letter a character stands for |
//! | [`scan`] | characters to tokens |
//! | [`shape`] | numbers, prices, links, handles |
//! | [`disguise`] | starred, spaced-out and stretched words |
//! | [`hashtag`] | one tag to its words |
//! | [`language`] | which language the words are in |

#![allow(clippy::cast_possible_truncation, reason = "no text has four thousand million bytes")]

pub mod disguise;
pub mod hashtag;
pub mod language;
pub mod letters;
pub mod lexicon;
pub mod scan;
pub mod shape;

use std::ops::Range;

use lexicon::{BREAK, FOREIGN, Lexicon, WordId};

/// How line breaks and spaces are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Written text: a line break ends a sentence.
    Lines,
    /// Spoken words: lines are broken anywhere.
    Speech,
    /// Tags separated by spaces, with or without `#`.
    Tags,
}

/// What else is known of a token: a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(pub u8);

impl Marks {
    /// Part of a hashtag.
    pub const HASHTAG: u8 = 1;
    /// Two letters or more, all of them capitals.
    pub const CAPITALS: u8 = 2;
    /// Begins with a capital.
    pub const CAPITAL: u8 = 4;
    /// A comma, colon, bracket or dash stands before it.
    pub const PAUSE: u8 = 8;
    /// Stands between quotation marks.
    pub const QUOTED: u8 = 16;
    /// On a break: the sentence before it ends with a question mark.
    pub const QUESTION: u8 = 32;

    /// Whether all these bits are set.
    #[inline]
    pub fn has(self, bits: u8) -> bool {
        self.0 & bits == bits
    }
}

/// The words of one text. Sentences are separated by [`BREAK`], which also stands at both ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    ids: Vec<WordId>,
    spans: Vec<(u32, u32)>,
    marks: Vec<Marks>,
    /// The places of the breaks: where captions have no sentences, the next one may be an hour away.
    breaks: Vec<u32>,
}

impl Tokens {
    /// Reads a text. Linear in its length.
    pub fn read(text: &str, flow: Flow, lexicon: &Lexicon) -> Self {
        let mut tokens = scan::Scanner::new(text, flow, lexicon).run();
        let places = (0..).zip(&tokens.ids).filter(|(_, id)| **id == BREAK);
        tokens.breaks = places.map(|(at, _)| at).collect();
        tokens
    }

    /// The numbers of the words, breaks included.
    #[inline]
    pub fn ids(&self) -> &[WordId] {
        &self.ids
    }

    /// What is known of each token, in step with [`Tokens::ids`].
    #[inline]
    pub fn marks(&self) -> &[Marks] {
        &self.marks
    }

    /// How many tokens there are, breaks included.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is no word at all.
    pub fn is_empty(&self) -> bool {
        self.ids.iter().all(|&id| id == BREAK)
    }

    /// The bytes of the original from the first to the last of these tokens.
    pub fn bytes(&self, first: usize, end: usize) -> std::ops::Range<usize> {
        let from = self.spans.get(first).map_or(0, |span| span.0);
        let to = end.checked_sub(1).and_then(|last| self.spans.get(last)).map_or(from, |span| span.1);
        from as usize..to.max(from) as usize
    }

    /// The tokens that begin in these bytes.
    pub fn within(&self, bytes: Range<usize>) -> Range<usize> {
        let from = self.spans.partition_point(|span| (span.0 as usize) < bytes.start);
        from..self.spans.partition_point(|span| (span.0 as usize) < bytes.end).max(from)
    }

    /// Takes the words in these bytes for words of another language, which no phrase knows.
    pub fn leave_out(&mut self, bytes: Range<usize>) {
        let words = self.within(bytes);
        self.ids[words].iter_mut().filter(|id| **id != BREAK).for_each(|id| *id = FOREIGN);
    }

    /// The sentence around a token, without the breaks at its ends.
    pub fn sentence(&self, token: usize) -> std::ops::Range<usize> {
        let next = self.breaks.partition_point(|&at| (at as usize) < token);
        let before = next.checked_sub(1).and_then(|last| self.breaks.get(last));
        let after = self.breaks.get(next).map_or(self.ids.len(), |&at| at as usize);
        before.map_or(0, |&at| at as usize + 1)..after
    }

    /// Whether the sentence around a token ends with a question mark.
    pub fn is_question(&self, token: usize) -> bool {
        self.marks.get(self.sentence(token).end).is_some_and(|marks| marks.has(Marks::QUESTION))
    }

    fn with_room(tokens: usize) -> Self {
        Self {
            ids: Vec::with_capacity(tokens),
            spans: Vec::with_capacity(tokens),
            marks: Vec::with_capacity(tokens),
            breaks: Vec::new(),
        }
    }

    fn push(&mut self, id: WordId, span: (usize, usize), marks: u8) {
        self.ids.push(id);
        self.spans.push((span.0 as u32, span.1 as u32));
        self.marks.push(Marks(marks));
    }

    fn push_break(&mut self, at: usize, marks: u8) {
        match self.marks.last_mut() {
            Some(last) if self.ids.last() == Some(&BREAK) => last.0 |= marks,
            _ => self.push(BREAK, (at, at), marks),
        }
    }
}

/// The folded words of a literal, as a phrase names them.
pub fn keys(literal: &str) -> Vec<String> {
    scan::Scanner::new(literal, Flow::Speech, &Lexicon::default()).keys()
}
