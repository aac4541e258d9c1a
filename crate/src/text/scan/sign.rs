//! Signs between words: what ends a sentence, what pauses it, what begins a handle or a hashtag.

use super::Scanner;
use crate::text::letters::{Plain, plain};
use crate::text::shape::Shape;
use crate::text::{Flow, Marks};

/// Signs that begin a new entry of a list, or a song.
const BULLETS: &[char] = &['•', '●', '▪', '►', '▶', '➤', '｜', '♪', '♫', '。', '！', '।', '۔', '؟'];

impl Scanner<'_> {
    /// A sign of ASCII that begins no plain word.
    pub(super) fn sign(&mut self, byte: u8) {
        let next = self.text.as_bytes().get(self.pos + 1).copied().unwrap_or(b' ');
        let wordy = next.is_ascii_alphanumeric() || next >= 0x80 || next == b'_';
        match byte {
            b'.' | b'!' | b'?' => return self.terminator(),
            b'#' if wordy => return self.hashtag(self.pos + 1),
            b'@' if wordy => return self.handle(),
            b'$' if next.is_ascii_digit() => return self.price(1),
            b'$' if next.is_ascii_alphabetic() => return self.careful_word(),
            b'\n' if self.flow == Flow::Lines => self.end_sentence(0),
            // Captions set sounds in brackets, and mark a new speaker with `>>`.
            b'[' | b']' if self.flow == Flow::Speech => self.end_sentence(0),
            b'>' if next == b'>' => self.end_sentence(0),
            b'|' => self.end_sentence(0),
            b',' | b';' | b':' | b'(' | b')' | b'[' | b']' | b'/' => self.next_marks |= Marks::PAUSE,
            b'-' if matches!(next, b' ' | b'-') => self.next_marks |= Marks::PAUSE,
            b'"' => self.quotation(self.standing_marks & Marks::QUOTED == 0),
            _ => {}
        }
        self.pos += 1;
    }

    fn quotation(&mut self, opens: bool) {
        self.standing_marks = if opens { Marks::QUOTED } else { 0 };
    }

    fn handle(&mut self) {
        let part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        let rest = &self.rest()[1..];
        let name = rest[..rest.find(|c| !part(c)).unwrap_or(rest.len())].trim_end_matches('.');
        let key = format!("@{}", name.to_lowercase());
        let id = self.lexicon.word(key.as_bytes()).unwrap_or(Shape::Handle.id());
        self.keep(key.as_bytes());
        self.emit(id, self.pos + 1 + name.len(), 0);
    }

    /// Dots, exclamation and question marks.
    fn terminator(&mut self) {
        let rest = self.rest();
        let length = rest.find(|c| !matches!(c, '.' | '!' | '?')).unwrap_or(rest.len());
        let (marks, tail) = rest.split_at(length);
        let abbreviates = marks == "." && (tail.starts_with(|c: char| c.is_ascii_digit()) || self.after_abbreviation());
        if abbreviates || is_soft(marks, tail) {
            self.next_marks |= Marks::PAUSE;
        } else {
            self.end_sentence(if marks.contains('?') { Marks::QUESTION } else { 0 });
        }
        self.pos += length;
    }

    fn after_abbreviation(&self) -> bool {
        let letters = self.text[..self.pos].chars().rev().take(8).take_while(|letter| letter.is_alphabetic());
        let mut key: Vec<u8> = letters.filter_map(folded).collect();
        key.reverse();
        self.lexicon.word(&key).is_some_and(|id| self.lexicon.is_abbreviation(id))
    }

    /// A character that is not ASCII and does not continue a word.
    pub(super) fn beyond_ascii(&mut self) {
        let Some(c) = self.rest().chars().next() else { return };
        let after = &self.rest()[c.len_utf8()..];
        match c {
            '£' | '€' | '¥' | '₹' if after.starts_with(|d: char| d.is_ascii_digit()) => {
                return self.price(c.len_utf8());
            }
            '…' if is_soft("..", after) => self.next_marks |= Marks::PAUSE,
            // A question that is opened as well as closed is one from there on, and no sooner.
            '…' | '¿' => self.end_sentence(0),
            '？' => self.end_sentence(Marks::QUESTION),
            '“' | '„' | '«' => self.quotation(true),
            '”' | '»' => self.quotation(false),
            '—' | '–' | '→' | '，' | '：' | '¡' => self.next_marks |= Marks::PAUSE,
            '\u{2028}' | '\u{2029}' | '\u{85}' if self.flow == Flow::Lines => self.end_sentence(0),
            _ if BULLETS.contains(&c) => self.end_sentence(0),
            _ if is_wordy(c) && self.flow == Flow::Tags => return self.hashtag(self.pos),
            _ if is_wordy(c) => return self.careful_word(),
            _ => {}
        }
        self.pos += c.len_utf8();
    }
}

fn is_wordy(c: char) -> bool {
    match plain(c) {
        Plain::One(_) | Plain::Several(_) => true,
        Plain::Lookalike(_) if c == '∂' => true,
        Plain::Lookalike(_) | Plain::Itself => c.is_alphabetic(),
        Plain::Nothing => false,
    }
}

fn folded(letter: char) -> Option<u8> {
    match plain(letter) {
        Plain::One(letter) => Some(letter),
        _ => None,
    }
}

/// Dots that trail off, or a mark at the end of a quotation behind which the sentence goes on.
fn is_soft(marks: &str, tail: &str) -> bool {
    let inner = tail.trim_start_matches(['"', '”', '’', '\'', '»']);
    let closes_quote = inner.len() < tail.len() && inner.starts_with(' ') && !marks.contains('?');
    let goes_on = inner.trim_start_matches(' ').starts_with(char::is_lowercase);
    goes_on && (closes_quote || marks.starts_with(".."))
}
