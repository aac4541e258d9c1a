//! Letters after a name, read from the text as it is written: capitals matter.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::beside::Beside;
use super::chunks::{Chunk, cut};
use super::scene::Scene;
use super::titles::{Form, Mention};
use crate::domain::domain;
use crate::domain::pack::Trust;
use crate::video::Field;

pub type Known = HashMap<String, Vec<(u16, Trust)>>;

/// Every form in which letters are known, with their entries.
pub fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut known = Known::new();
        for (number, entry) in (0..).zip(&domain().entries) {
            for letters in &entry.letters {
                let key =
                    |text: String| text.chars().filter(|letter| letter.is_alphanumeric() || *letter == '-').collect();
                known.entry(key(letters.text.clone())).or_default().push((number, letters.trust));
            }
        }
        known
    })
}

/// The letters of a field.
pub fn find(scene: &Scene) -> Vec<Mention> {
    match scene.words.field {
        Field::Hashtags => Vec::new(),
        _ if scene.is_handle() => super::handle::letters(scene),
        _ => Line::all(scene).iter().flat_map(Line::mentions).collect(),
    }
}

/// Whether there may be letters in a text: a quick look, for long ones.
pub fn are_in(text: &str) -> bool {
    words(text).any(|(_, word)| is_known(word))
}

/// The words of a text that have two capitals or more or may be a short form of one (`Lic.`), with their places. Capitals
/// are few: what stands between them is passed over byte by byte.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut until = 0;
    let words = std::iter::from_fn(move || {
        let capital = until + text.as_bytes()[until..].iter().position(u8::is_ascii_uppercase)?;
        let before = text[until..capital].char_indices().rev().find(|(_, letter)| divides(*letter));
        let start = before.map_or(until, |(at, letter)| until + at + letter.len_utf8());
        until = text[capital..].find(divides).map_or(text.len(), |length| capital + length);
        Some((start, &text[start..until]))
    });
    let short =
        |word: &str| word.len() <= 5 && word.ends_with('.') && word.starts_with(|c: char| c.is_ascii_uppercase());
    let capitals = |word: &str| word.bytes().filter(u8::is_ascii_uppercase).count();
    words.filter(move |(_, word)| word.len() <= 24 && (capitals(word) >= 2 || short(word)))
}

fn divides(letter: char) -> bool {
    let sign = matches!(letter, ',' | ';' | '|' | '(' | ')' | '[' | ']' | '/' | '&' | '+' | '–' | '—' | ':' | '"');
    sign || letter.is_whitespace()
}

fn is_known(word: &str) -> bool {
    let key: String = word.chars().filter(|letter| letter.is_alphanumeric() || *letter == '-').collect();
    known().contains_key(&key)
}

/// Fewer letters begin many words.
const SHORTEST: usize = 3;
/// How many bytes of a line around letters are looked at.
const AROUND: usize = 240;

/// The part of a line around letters, cut into chunks.
pub struct Line<'a, 's> {
    pub scene: &'a Scene<'s>,
    pub chunks: Vec<Chunk<'s>>,
    /// A creator's name in capitals alone, in which words look like letters.
    capitals: bool,
}

impl<'a, 's> Line<'a, 's> {
    /// The parts of all lines that have letters in them.
    fn all(scene: &'a Scene<'s>) -> Vec<Self> {
        let text = &scene.words.text;
        let mut lines: Vec<Range<usize>> = Vec::new();
        for (at, _) in words(text).filter(|(_, word)| is_known(word) || word.len() <= 8 || glued(word).is_some()) {
            if lines.last().is_none_or(|line| line.end <= at) {
                lines.push(around(text, at));
            }
        }
        let own = scene.words.field == Field::CreatorName;
        let capitals = own && !text.contains(char::is_lowercase);
        let chunks = |line| if own { unglue(cut(text, line)) } else { cut(text, line) };
        lines.into_iter().map(|line| Line { scene, chunks: chunks(line), capitals }).collect()
    }

    /// Begins with a capital and is a word.
    pub fn is_capitalised(&self, chunk: &Chunk) -> bool {
        let word = || chunk.text.chars().all(char::is_alphabetic) && !known().contains_key(chunk.text);
        chunk.is_capitalised() || self.capitals && word()
    }

    fn mentions(&self) -> Vec<Mention> {
        (0..self.chunks.len()).filter_map(|at| self.double(at).or_else(|| self.single(at))).collect()
    }

    /// `RN (MH)`, `RP (Qualifying)`, `R. Psych.`
    fn double(&self, at: usize) -> Option<Mention> {
        let begins =
            self.chunks[at].text.len() <= 8 && self.chunks[at].text.starts_with(|c: char| c.is_ascii_uppercase());
        let next = self.chunks.get(at + 1).filter(|next| begins && !next.letters().is_empty())?;
        let entries = known().get(&(self.chunks[at].letters() + &next.letters()))?;
        self.mention(at, self.chunks[at].bytes.start..next.bytes.end, entries)
    }

    fn single(&self, at: usize) -> Option<Mention> {
        let chunk = self.chunks.get(at).filter(|chunk| chunk.may_be_letters())?;
        self.mention(at, chunk.bytes.clone(), known().get(&chunk.letters())?)
    }

    fn mention(&self, at: usize, bytes: Range<usize>, entries: &[(u16, Trust)]) -> Option<Mention> {
        let beside = Beside::of(self, at);
        let counted =
            |&&(number, trust): &&(u16, Trust)| beside.satisfies(trust, &domain().entries[usize::from(number)]);
        let entries: Vec<u16> = entries.iter().filter(counted).map(|(number, _)| *number).collect();
        let tokens = self.scene.tokens_at(&bytes);
        let name = beside.name.map(|name| self.scene.tokens_at(&name));
        let own = entries.len();
        (own > 0).then_some(Mention { tokens, bytes, entries, own, form: Form::Letters, name })
    }

    /// Whether this chunk is known as letters, or looks like letters that are not known (`DBH`).
    pub fn is_in_list(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        let capitals = !self.capitals && chunk.text.len() <= 8 && !chunk.text.chars().any(char::is_lowercase);
        chunk.may_be_letters() && (capitals || known().contains_key(&chunk.letters()))
    }

    /// Mostly capitals: shouting, in which every word looks like letters.
    pub fn is_shouted(&self) -> bool {
        let text = || self.chunks.iter().flat_map(|chunk| chunk.text.chars()).filter(|letter| letter.is_alphabetic());
        let capitals = text().filter(|letter| letter.is_uppercase()).count();
        self.chunks.len() > 4 && capitals * 10 >= text().count() * 7
    }
}

/// Letters and the word that a page set right behind them, as two chunks: `LCSWCouples`.
fn unglue(chunks: Vec<Chunk>) -> Vec<Chunk> {
    let parts = chunks.into_iter().flat_map(|chunk| match glued(chunk.text) {
        Some(length) => chunk.parted(length),
        None => vec![chunk],
    });
    parts.collect()
}

/// How many bytes of known letters begin a word that goes on with another word, if only with "I".
fn glued(word: &str) -> Option<usize> {
    let capitals = word.bytes().take_while(|byte| byte.is_ascii_uppercase() || *byte == b'-').count();
    let length = capitals.checked_sub(1).filter(|&length| length >= SHORTEST)?;
    let goes_on = capitals < word.len() || word.ends_with('I');
    (goes_on && !is_known(word) && is_known(&word[..length])).then_some(length)
}

/// The line around a byte, not more than [`AROUND`] to each side.
fn around(text: &str, at: usize) -> Range<usize> {
    let start =
        text[..at].rfind('\n').map_or(0, |end| end + 1).max(text.floor_char_boundary(at.saturating_sub(AROUND)));
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    start..end.min(text.ceil_char_boundary((at + AROUND).min(text.len())))
}
