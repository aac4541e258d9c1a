//! One field: its words, its titles, and what stands around them.

use std::ops::Range;

use super::frames::Frames;
use super::letters;
use super::names::Creator;
use crate::assess::Words;
use crate::domain::domain;
use crate::domain::pack::Role;
use crate::phrase::Hit;
use crate::text::Marks;
use crate::text::lexicon::{BREAK, Lexicon, UNKNOWN, WordId};
use crate::video::Field;

/// The language that the fields of a video are read in.
#[derive(Clone, Copy)]
pub struct Language<'a> {
    /// Its BCP 47 primary tag.
    pub tag: &'a str,
    /// The words that the fields were read with.
    pub lexicon: &'a Lexicon,
}

impl Language<'_> {
    /// Whether this is a word: one that only another language has may be somebody's name ("Vale", "Luz").
    pub fn knows(self, id: WordId) -> bool {
        id != UNKNOWN && self.lexicon.is_of(id, self.tag)
    }
}

/// One field of a video.
pub struct Scene<'a> {
    pub words: &'a Words,
    pub language: Language<'a>,
    pub creator: &'a Creator,
    pub frames: Frames,
    /// Titles, and what looks like them.
    pub titles: Vec<(Hit, &'static Role)>,
    /// The breaks between sentences, by their place.
    breaks: Vec<usize>,
}

impl<'a> Scene<'a> {
    pub fn of(words: &'a Words, creator: &'a Creator, language: Language<'a>) -> Self {
        let titles: Vec<_> = domain().titles.find(&words.tokens).collect();
        // Speech is long: who speaks is looked for only where a title is.
        let worth = !titles.is_empty() || words.field != Field::Captions || letters::are_in(&words.text);
        let frames = if worth { Frames::find(&words.tokens, language.tag) } else { Frames::default() };
        let ids = words.tokens.ids();
        let breaks = (0..ids.len()).filter(|&at| ids[at] == BREAK).collect();
        Self { words, language, creator, frames, titles, breaks }
    }

    /// Whether a title in this field is its creator's own unless something says otherwise.
    pub fn is_about_creator(&self) -> bool {
        matches!(self.words.field, Field::CreatorName | Field::Handle | Field::Bio)
    }

    /// Whether the field is one word: a handle, or a name without spaces.
    pub fn is_handle(&self) -> bool {
        let one_word = || !self.words.text.trim().contains(char::is_whitespace);
        self.words.field == Field::Handle || self.words.field == Field::CreatorName && one_word()
    }

    /// The sentence around a token, without the breaks at its ends.
    pub fn sentence(&self, token: usize) -> Range<usize> {
        let next = self.breaks.partition_point(|&at| at < token);
        let start = next.checked_sub(1).and_then(|last| self.breaks.get(last)).map_or(0, |at| at + 1);
        start..self.breaks.get(next).copied().unwrap_or(self.words.tokens.len())
    }

    /// The very words of these tokens.
    pub fn said(&self, tokens: Range<usize>) -> &'a str {
        self.words.text.get(self.words.tokens.bytes(tokens.start, tokens.end)).unwrap_or_default()
    }

    /// What is known of a token.
    pub fn marks(&self, token: usize) -> Marks {
        self.words.tokens.marks().get(token).copied().unwrap_or_default()
    }

    /// The tokens that share a letter with these bytes.
    pub fn tokens_at(&self, bytes: &Range<usize>) -> Range<usize> {
        let tokens = &self.words.tokens;
        let first = first_where(tokens.len(), |token| tokens.bytes(token, token + 1).end > bytes.start);
        let end = first_where(tokens.len(), |token| tokens.bytes(token, token + 1).start >= bytes.end);
        first..end.max(first)
    }
}

/// A trade that the creator's name or bio names is named for both of them.
pub fn share_trades(scenes: &mut [Scene]) {
    let own = scenes.iter().filter(|scene| scene.is_about_creator());
    let trades: Vec<u8> = own.flat_map(|scene| scene.frames.trades()).copied().collect();
    scenes.iter_mut().filter(|scene| scene.is_about_creator()).for_each(|scene| scene.frames.share_trades(&trades));
}

/// The first number below `length` for which something holds that goes on to hold, by halving.
fn first_where(length: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (0, length);
    while from < to {
        let middle = usize::midpoint(from, to);
        if holds(middle) { to = middle } else { from = middle + 1 }
    }
    from
}
