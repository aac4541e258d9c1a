//! Numbers, percentages and prices.

use super::Scanner;
use crate::text::Flow;
use crate::text::shape::Shape;

impl Scanner<'_> {
    /// Digits, with what makes them a percentage or a price; `start` lies before a currency sign, where there is one.
    pub(super) fn number(&mut self, start: usize) {
        let digits_end = self.pos + digits(self.rest());
        let tail = &self.text[digits_end..];
        if start != self.pos {
            return self.shaped(Shape::Price, start, digits_end, digits_end);
        }
        if let Some((shape, length)) = sign_after(tail) {
            return self.shaped(shape, start, digits_end, digits_end + length);
        }
        if self.flow == Flow::Tags {
            return self.hashtag(self.pos);
        }
        let suffix = tail.bytes().take_while(u8::is_ascii_alphabetic).count();
        let thousands = suffix == 1 && matches!(tail.as_bytes()[0], b'k' | b'K' | b'm' | b'M');
        if suffix > 0 && !thousands {
            return self.careful_word();
        }
        let end = digits_end + suffix;
        self.shaped(Shape::Number, start, end, end);
    }

    /// A price whose sign of `sign` bytes stands before the digits.
    pub(super) fn price(&mut self, sign: usize) {
        let start = self.pos;
        self.pos += sign;
        self.number(start);
    }

    fn shaped(&mut self, shape: Shape, start: usize, digits_end: usize, end: usize) {
        let digits = self.text[self.pos..digits_end].to_ascii_lowercase();
        let key = match shape {
            Shape::Percent => format!("{digits}%"),
            Shape::Price => format!("${digits}"),
            _ => digits,
        };
        let id = self.lexicon.word(key.as_bytes()).unwrap_or(shape.id());
        self.keep(key.as_bytes());
        self.pos = start;
        self.emit(id, end, 0);
    }
}

/// How many bytes of digits stand at the start, dots and commas between them included.
fn digits(text: &str) -> usize {
    let bytes = text.as_bytes();
    let inner = |at: usize| matches!(bytes[at], b'.' | b',') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).find(|&at| !bytes[at].is_ascii_digit() && !inner(at)).unwrap_or(bytes.len())
}

/// A percent or currency sign right behind a number, a single space allowed, and how many bytes it reaches.
fn sign_after(tail: &str) -> Option<(Shape, usize)> {
    let close = tail.strip_prefix(' ').unwrap_or(tail);
    let sign = close.chars().next()?;
    let shape = match sign {
        '%' => Shape::Percent,
        '€' | '£' => Shape::Price,
        '$' if close.len() == tail.len() => Shape::Price,
        _ => return None,
    };
    Some((shape, tail.len() - close.len() + sign.len_utf8()))
}
