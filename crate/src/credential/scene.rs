//! One field: its words and the phrases in it.

use std::ops::Range;

use super::letters;
use super::names::Creator;
use crate::assess::Words;
use crate::domain::domain;
use crate::domain::pack::{Frame, Role};
use crate::phrase::Hit;
use crate::text::Marks;
use crate::video::Field;

/// One field of a video.
pub struct Scene<'a> {
    pub words: &'a Words,
    pub creator: &'a Creator,
    /// Phrases that are not titles, with what they are.
    pub hits: Vec<(Hit, &'static Role)>,
    /// Titles, and what looks like them.
    pub titles: Vec<(Hit, &'static Role)>,
    /// Whether no frame reaches across each token.
    stops: Vec<bool>,
}

impl<'a> Scene<'a> {
    pub fn of(words: &'a Words, creator: &'a Creator) -> Self {
        let titles: Vec<_> = domain().titles.find(&words.tokens).collect();
        // Speech is long: who speaks is looked for only where a title is.
        let worth = !titles.is_empty() || words.field != Field::Captions || letters::are_in(&words.text);
        let hits: Vec<_> = worth.then(|| domain().frames.find(&words.tokens)).into_iter().flatten().collect();
        let mut stops = vec![false; words.tokens.len()];
        hits.iter().filter(|(_, role)| **role == Role::Stop).for_each(|(hit, _)| stops[hit.first] = true);
        Self { words, creator, hits, titles, stops }
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

    /// Frames that stand before a title, with their reach.
    pub fn before(&self) -> impl Iterator<Item = (Hit, Frame, usize)> {
        let frames = self.hits.iter().filter_map(|&(hit, role)| match *role {
            Role::Before(frame, reach) => Some((hit, frame, usize::from(reach))),
            _ => None,
        });
        frames.filter(|(hit, frame, _)| !self.only_looks_like(*hit, *frame))
    }

    /// Frames that stand behind a title.
    pub fn after(&self) -> impl Iterator<Item = (Hit, Frame)> {
        self.hits.iter().filter_map(|&(hit, role)| match *role {
            Role::After(frame) => Some((hit, frame)),
            _ => None,
        })
    }

    fn only_looks_like(&self, hit: Hit, frame: Frame) -> bool {
        self.hits.iter().any(|(other, role)| **role == Role::Not(frame) && other.overlaps(hit))
    }

    /// Whether a frame reaches across these tokens.
    pub fn is_clear(&self, between: Range<usize>) -> bool {
        !self.stops.get(between).unwrap_or_default().contains(&true)
    }

    /// Whether a token is a word that no person is called by.
    pub fn is_no_name(&self, token: usize) -> bool {
        let institution = || self.hits.iter().any(|(hit, role)| hit.first == token && **role == Role::NoName);
        self.stops.get(token) == Some(&true) || institution()
    }

    /// The sentence around a token.
    pub fn sentence(&self, token: usize) -> Range<usize> {
        self.words.tokens.sentence(token)
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
        let at = |token: usize| tokens.bytes(token, token + 1);
        let shares = |token: &usize| at(*token).start < bytes.end && bytes.start < at(*token).end;
        let first = (0..tokens.len()).find(shares).unwrap_or_default();
        first..(first..tokens.len()).take_while(|token| shares(token)).last().map_or(first, |last| last + 1)
    }
}
