//! The known words: each word, prefix and shape that some phrase names has a number, looked up once per word of a text.

#![allow(
    clippy::cast_possible_truncation,
    reason = "the builder refuses more words, and longer ones, than there are numbers for"
)]

mod builder;
mod slots;

use std::borrow::Cow;
use std::ops::Range;

use postcard::Error;
use serde::{Deserialize, Serialize};

pub use builder::LexiconBuilder;
pub use slots::{HASH_START, hash_letter};
use slots::{Slots, hash};

use super::shape::Shape;
use crate::flat::{BROKEN, Rows, Sections, Writer};

/// The number of a known word, a known beginning of words, or a shape.
pub type WordId = u16;

/// Stands between sentences, and at both ends of every text.
pub const BREAK: WordId = 0;
/// A word that no phrase names.
pub const UNKNOWN: WordId = 1;
/// A word in another script.
pub const FOREIGN: WordId = 2;
/// No token: the end of a sentence that asks.
pub const ASKED: WordId = 3;
/// No token: a comma or the like before a word.
pub const PAUSED: WordId = 4;
/// The first number of a [`Shape`]; words follow after the last shape.
pub const FIRST_SHAPE: WordId = 5;
/// The first number of a word.
pub const FIRST_WORD: WordId = FIRST_SHAPE + Shape::ALL.len() as WordId;

/// How common a word is, for choosing what to look for first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Commonness {
    /// Seldom met outside the phrases.
    #[default]
    Rare,
    /// An everyday word.
    Common,
    /// A function word (`the`, `of`), met in every sentence.
    Function,
}

/// The known words, ready for look-up.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// The letters of all words, sorted, then of all prefixes, sorted.
    letters: Cow<'static, str>,
    /// How many letters each has.
    lengths: Rows<1>,
    /// What is known of each, by its place in [`Stored::kinds`].
    kinds: Rows<1>,
    stored: Stored,
    starts: Vec<u32>,
    words: Slots,
    prefixes: Slots,
    /// For each first letter, a bit for each length that some known prefix with that letter has.
    prefix_lengths: [u32; 26],
}

/// What is known of some words alike: of each set of languages a bit for each of [`Lexicon::languages`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Known {
    commonness: Commonness,
    function_word_of: u32,
    named_by: u32,
}

/// The small parts of a lexicon on disk.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Stored {
    words: WordId,
    kinds: Vec<Known>,
    names: Vec<String>,
    veiled: Vec<WordId>,
    abbreviations: Vec<WordId>,
}

impl Lexicon {
    fn new(letters: Cow<'static, str>, lengths: Rows<1>, kinds: Rows<1>, stored: Stored) -> Self {
        let words = usize::from(stored.words);
        let mut lexicon = Self {
            words: Slots::with_room(words),
            prefixes: Slots::with_room(lengths.len().saturating_sub(words)),
            starts: Vec::with_capacity(lengths.len() + 1),
            prefix_lengths: [0; 26],
            letters,
            lengths,
            kinds,
            stored,
        };
        lexicon.index();
        lexicon
    }

    /// Writes it.
    pub fn write(&self, to: &mut Writer) -> Result<(), Error> {
        to.put(self.letters.as_bytes());
        to.rows(&self.lengths);
        to.rows(&self.kinds);
        to.small(&self.stored)
    }

    /// Reads what was written.
    pub fn read(from: &mut Sections) -> Result<Self, Error> {
        let (letters, lengths, kinds) = (from.text()?, from.rows()?, from.rows()?);
        let stored: Stored = from.small()?;
        let is_whole = from.are_built_in() || is_whole(letters.len(), &lengths, &stored);
        if is_whole { Ok(Self::new(letters, lengths, kinds, stored)) } else { Err(BROKEN) }
    }

    fn index(&mut self) {
        let mut start = 0;
        for (position, &[length]) in self.lengths.all().iter().enumerate() {
            self.starts.push(start);
            let key = &self.letters.as_bytes()[start as usize..][..usize::from(length)];
            let id = FIRST_WORD + position as WordId;
            if position < usize::from(self.stored.words) {
                self.words.insert(hash(key), id);
            } else {
                self.prefixes.insert(hash(key), id);
                note_length(&mut self.prefix_lengths, key);
            }
            start += u32::from(length);
        }
    }

    /// How many numbers there are, shapes included.
    pub fn len(&self) -> usize {
        usize::from(FIRST_WORD) + self.lengths.len()
    }

    /// Whether no word is known.
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }

    /// The letters of a word or prefix; empty for shapes and the other reserved numbers.
    pub fn letters(&self, id: WordId) -> &str {
        self.range(id).and_then(|range| self.letters.get(range)).unwrap_or_default()
    }

    /// How many bytes a word or prefix has; none for the reserved numbers.
    #[inline]
    pub fn length(&self, id: WordId) -> usize {
        self.range(id).map_or(0, |range| range.len())
    }

    #[inline]
    fn bytes(&self, id: WordId) -> &[u8] {
        self.range(id).and_then(|range| self.letters.as_bytes().get(range)).unwrap_or_default()
    }

    #[inline]
    fn range(&self, id: WordId) -> Option<Range<usize>> {
        let position = usize::from(id.checked_sub(FIRST_WORD)?);
        let (start, [length]) = (*self.starts.get(position)? as usize, self.lengths.all().get(position)?);
        Some(start..start + usize::from(*length))
    }

    /// A whole word by its folded letters.
    pub fn word(&self, key: &[u8]) -> Option<WordId> {
        self.word_hashed(hash(key), key)
    }

    /// A whole word by the hash of its folded letters; `raw` may still have capitals.
    #[inline]
    pub fn word_hashed(&self, hash: u32, raw: &[u8]) -> Option<WordId> {
        self.words.find(hash, |id| self.bytes(id).eq_ignore_ascii_case(raw))
    }

    /// The longest known prefix of a word.
    pub fn prefix(&self, raw: &[u8]) -> Option<WordId> {
        let first = raw.first()?.to_ascii_lowercase().wrapping_sub(b'a');
        let lengths = *self.prefix_lengths.get(usize::from(first))?;
        let fits = |length: &usize| lengths & (1 << length) != 0 && *length <= raw.len();
        (3..32).rev().filter(fits).find_map(|length| self.exact_prefix(&raw[..length]))
    }

    fn exact_prefix(&self, raw: &[u8]) -> Option<WordId> {
        let hash = raw.iter().fold(HASH_START, |so_far, letter| hash_letter(so_far, letter.to_ascii_lowercase()));
        self.prefixes.find(hash, |id| self.bytes(id).eq_ignore_ascii_case(raw))
    }

    /// Every number whose words all begin with `prefix`.
    pub fn beginning_with<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = WordId> + 'a {
        self.ids().filter(move |&id| self.letters(id).starts_with(prefix))
    }

    /// Every number whose words all have this shape.
    pub fn shaped(&self, shape: Shape) -> impl Iterator<Item = WordId> + '_ {
        let words = self.ids().take(usize::from(self.stored.words));
        std::iter::once(shape.id()).chain(words.filter(move |&id| Shape::of(self.letters(id)) == Some(shape)))
    }

    fn ids(&self) -> impl Iterator<Item = WordId> + use<> {
        FIRST_WORD..FIRST_WORD + self.lengths.len() as WordId
    }

    #[inline]
    fn known(&self, id: WordId) -> Known {
        let position = id.checked_sub(FIRST_WORD).map(usize::from);
        let kind = position.and_then(|position| self.kinds.all().get(position));
        kind.and_then(|[kind]| self.stored.kinds.get(usize::from(*kind))).copied().unwrap_or_default()
    }

    /// How common a word is.
    pub fn commonness(&self, id: WordId) -> Commonness {
        self.known(id).commonness
    }

    /// For which languages the word is a function word, and which have it in their rules, lists or everyday words: a bit for
    /// each of [`Lexicon::languages`].
    #[inline]
    pub fn languages_of(&self, id: WordId) -> (u32, u32) {
        let Known { function_word_of, named_by, .. } = self.known(id);
        (function_word_of, named_by)
    }

    /// Whether a word is one of this language, or of no one language: only other languages' rules and lists have the rest.
    pub fn is_of(&self, id: WordId, language: &str) -> bool {
        let (function_word_of, named_by) = self.languages_of(id);
        let own =
            || self.stored.names.iter().position(|name| name == language).is_some_and(|at| named_by >> at & 1 == 1);
        named_by == 0 || function_word_of != 0 || own()
    }

    /// Whether the word is a short form whose dot ends no sentence.
    pub fn is_abbreviation(&self, id: WordId) -> bool {
        self.stored.abbreviations.binary_search(&id).is_ok()
    }

    /// The languages whose words are known.
    pub fn languages(&self) -> &[String] {
        &self.stored.names
    }

    /// A word that people veil (`s*icide`), by what is left of it: `*` stands for one letter or more.
    pub fn veiled(&self, key: &[u8]) -> Option<WordId> {
        self.stored.veiled.iter().copied().find(|&id| fits_veil(self.bytes(id), key))
    }
}

/// Whether what came from elsewhere hangs together.
fn is_whole(letters: usize, lengths: &Rows<1>, stored: &Stored) -> bool {
    let of = |lengths: &[[u8; 1]]| lengths.iter().map(|[length]| usize::from(*length)).collect::<Vec<_>>();
    let Some((_, prefixes)) = lengths.all().split_at_checked(stored.words.into()) else { return false };
    let end = usize::from(FIRST_WORD) + lengths.len();
    let languages = u32::try_from(stored.names.len()).unwrap_or(u32::MAX);
    let none = |of: u32| of.checked_shr(languages).unwrap_or_default() == 0;
    end <= usize::from(WordId::MAX)
        && of(lengths.all()).iter().sum::<usize>() == letters
        && of(prefixes).iter().all(|length| *length < 32)
        && stored.veiled.iter().chain(&stored.abbreviations).all(|&id| usize::from(id) < end)
        && stored.kinds.iter().all(|kind| none(kind.function_word_of | kind.named_by))
}

fn note_length(lengths: &mut [u32; 26], prefix: &[u8]) {
    let first = prefix.first().map_or(0, |letter| letter.wrapping_sub(b'a'));
    if let Some(entry) = lengths.get_mut(usize::from(first)) {
        *entry |= 1 << prefix.len();
    }
}

fn fits_veil(word: &[u8], key: &[u8]) -> bool {
    match (word, key) {
        ([], []) => true,
        ([_, word @ ..], [b'*', key @ ..]) => {
            fits_veil(word, key) || (!word.is_empty() && fits_veil(word, &[b"*", key].concat()))
        }
        ([letter, word @ ..], [same, key @ ..]) => letter == same && fits_veil(word, key),
        _ => false,
    }
}

impl Shape {
    /// The number that stands for every otherwise unknown token of this shape.
    pub fn id(self) -> WordId {
        FIRST_SHAPE + self as WordId
    }
}
