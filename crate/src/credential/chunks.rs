//! A text cut at spaces and commas, its letters as they are written: what letters after a name are looked for in.

use std::ops::Range;

/// One run of characters without space, comma, bar or bracket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk<'a> {
    /// Its characters, without dots at the end.
    pub text: &'a str,
    /// Where it stands.
    pub bytes: Range<usize>,
    /// What divides it from the chunk before it.
    pub gap: &'a str,
}

impl Chunk<'_> {
    /// Whether a comma, a bar or a bracket stands before it.
    pub fn is_divided(&self) -> bool {
        self.gap.contains([',', '|', '(', '•', '·', '/', '-', '–', '—', ':', '&'])
    }

    /// Whether it begins another line.
    pub fn begins_line(&self) -> bool {
        self.gap.contains(['\n', '\r'])
    }

    /// The first bytes and the rest, as two chunks with nothing between.
    pub fn parted(self, length: usize) -> Vec<Self> {
        let (first, rest) = self.text.split_at(length);
        let middle = self.bytes.start + length;
        let rest = Self { text: rest, bytes: middle..self.bytes.end, gap: "" };
        vec![Self { text: first, bytes: self.bytes.start..middle, gap: self.gap }, rest]
    }

    /// Begins with a capital and is a word.
    pub fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase) && self.text.chars().any(char::is_lowercase)
    }

    /// Letters and hyphens alone, as letters after a name are compared.
    pub fn letters(&self) -> String {
        self.text.chars().filter(|letter| letter.is_alphanumeric() || *letter == '-').collect()
    }

    /// Two capitals or more, so that it may be letters after a name.
    pub fn may_be_letters(&self) -> bool {
        self.text.len() <= 24 && self.text.chars().filter(char::is_ascii_uppercase).count() >= 2
    }
}

/// Cuts a part of a text.
pub fn cut(text: &str, part: Range<usize>) -> Vec<Chunk<'_>> {
    let divides = |letter: char| letter.is_whitespace() || ",;|()[]{}•·/&+–—:\"“”!?".contains(letter);
    let mut chunks = Vec::new();
    let mut end = part.start;
    while let Some(start) = text[end..part.end].find(|letter| !divides(letter)).map(|skipped| end + skipped) {
        let stop = text[start..part.end].find(divides).map_or(part.end, |length| start + length);
        let word = text[start..stop].trim_end_matches('.');
        chunks.push(Chunk { text: word, bytes: start..start + word.len(), gap: &text[end..start] });
        end = stop;
    }
    chunks
}
