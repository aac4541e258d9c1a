//! Characters to tokens: one pass, quick where the text is plain letters, careful where it is not.

mod number;
mod sign;
mod word;

use super::lexicon::{BREAK, Lexicon, WordId};
use super::{Flow, Tokens, disguise, hashtag};
use crate::text::Marks;

/// Reads one text.
pub struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) lexicon: &'a Lexicon,
    flow: Flow,
    pos: usize,
    out: Tokens,
    /// Marks that the next token will carry.
    next_marks: u8,
    /// Marks that every token carries until further notice.
    standing_marks: u8,
    /// How many tokens there were right after the last hashtag.
    hashtag_end: usize,
    /// The first token of the present run of single letters.
    letters_from: Option<usize>,
    /// No web address begins before this byte.
    linkless_until: usize,
    /// The folded letters of the present word.
    key: Vec<u8>,
    /// Keeps every key, for reading phrases.
    kept: Option<Vec<String>>,
}

impl<'a> Scanner<'a> {
    /// Ready to read `text`.
    pub fn new(text: &'a str, flow: Flow, lexicon: &'a Lexicon) -> Self {
        let mut out = Tokens::with_room(text.len() / 4 + 8);
        out.push(BREAK, (0, 0), 0);
        Self {
            text,
            lexicon,
            flow,
            pos: 0,
            out,
            next_marks: 0,
            standing_marks: 0,
            hashtag_end: 0,
            letters_from: None,
            linkless_until: 0,
            key: Vec::new(),
            kept: None,
        }
    }

    /// Reads to the end.
    pub fn run(mut self) -> Tokens {
        self.read();
        self.out
    }

    /// Reads a literal of a phrase and returns its folded words.
    pub fn keys(mut self) -> Vec<String> {
        self.kept = Some(Vec::new());
        self.read();
        self.kept.unwrap_or_default()
    }

    fn read(&mut self) {
        while let Some(&byte) = self.text.as_bytes().get(self.pos) {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' => self.word(),
                b' ' => self.pos += 1,
                b'0'..=b'9' => self.number(self.pos),
                0x80.. => self.beyond_ascii(),
                _ => self.sign(byte),
            }
        }
        self.end_sentence(0);
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.pos..]
    }

    /// The next bytes, at most so many: looking ahead without an end would not be linear.
    pub(super) fn ahead(&self, bytes: usize) -> &'a str {
        let rest = self.rest();
        &rest[..rest.floor_char_boundary(bytes)]
    }

    fn keep(&mut self, key: &[u8]) {
        if let Some(kept) = &mut self.kept {
            kept.push(String::from_utf8_lossy(key).into_owned());
        }
    }

    /// A hashtag whose letters begin at `from`; its words are emitted one by one.
    fn hashtag(&mut self, from: usize) {
        let start = self.pos;
        let words = hashtag::split(&self.text[from..], self.lexicon);
        if words.is_empty() {
            self.pos = if from > start { from } else { start + self.rest().chars().next().map_or(1, char::len_utf8) };
            return;
        }
        if self.hashtag_end == self.out.len() {
            self.end_sentence(0);
        }
        for word in words {
            self.pos = from + word.start;
            self.keep(word.key.as_bytes());
            self.emit(word.id, from + word.end, if word.tag { Marks::HASHTAG } else { 0 });
        }
        self.hashtag_end = self.out.len();
    }

    /// Adds the token from the present position to `end`.
    fn emit(&mut self, id: WordId, end: usize, marks: u8) {
        if end != self.pos + 1 {
            self.join_letters();
        } else if self.letters_from.is_none() {
            self.letters_from = Some(self.out.len());
        }
        self.out.push(id, (self.pos, end), marks | self.next_marks | self.standing_marks);
        self.next_marks = 0;
        self.pos = end;
    }

    fn end_sentence(&mut self, marks: u8) {
        self.join_letters();
        self.next_marks = 0;
        self.out.push_break(self.pos, marks);
    }

    fn join_letters(&mut self) {
        if let Some(from) = self.letters_from.take().filter(|from| self.out.len() - from >= 4) {
            disguise::join_letters(&mut self.out, from, self.text, self.lexicon);
        }
    }
}
