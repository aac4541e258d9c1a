//! The number of a licence, right behind its title: `LMFT #12345`, `CRP 06/12345`, `Lic. No. 0123`.

use std::ops::Range;

use super::chunks::{Chunk, cut};
use super::is_among;
use crate::domain::domain;

/// How far behind the title, in bytes, a number is looked for.
const NEAR: usize = 60;
/// The fewest digits: shorter numbers count years and people.
const DIGITS: usize = 4;

/// Where the number behind byte `end` of a text ends.
pub fn behind(text: &str, end: usize) -> Option<Range<usize>> {
    let near = end..text.ceil_char_boundary((end + NEAR).min(text.len()));
    let chunks = cut(text, near);
    let word = |chunk: &&Chunk| (is_word(chunk) || is_beginning(chunk)) && !chunk.begins_line();
    let mut rest = chunks.iter().skip_while(word);
    let first = rest.next().filter(|chunk| !chunk.begins_line())?;
    let whole = match rest.next() {
        Some(next) if next.gap == "/" => first.bytes.start..next.bytes.end,
        _ => first.bytes.clone(),
    };
    is_number(&text[whole.clone()]).then_some(whole)
}

fn is_word(chunk: &Chunk) -> bool {
    let word = chunk.text.trim_matches(['#', '.', 'º', '°']).to_lowercase();
    word.is_empty() || is_among(|wording| &wording.number, &word)
}

/// Whether a number of one title alone begins with this: `PSY` of `PSY 12345`.
fn is_beginning(chunk: &Chunk) -> bool {
    domain().entries.iter().any(|entry| entry.numbers.iter().any(|beginning| beginning == chunk.text))
}

/// Digits, perhaps behind a letter or two; a year is none.
fn is_number(text: &str) -> bool {
    let text = text.trim_start_matches('#');
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let year = digits == 4 && letters == 0 && (text.starts_with("19") || text.starts_with("20"));
    digits >= DIGITS && letters <= 3 && !year && text.len() <= 14
}

/// Numbers that name their title by themselves (`PYL12345`): the entry, and where the number stands.
pub fn speaking(text: &str) -> Vec<(u16, Range<usize>)> {
    let entries = (0..).zip(&domain().entries);
    let known: Vec<(u16, &String)> =
        entries.flat_map(|(number, entry)| entry.numbers.iter().map(move |beginning| (number, beginning))).collect();
    let entry = |chunk: &Chunk| {
        known
            .iter()
            .find(|(_, beginning)| chunk.text.strip_prefix(beginning.as_str()).is_some_and(is_long))
            .map(|(number, _)| *number)
    };
    cut(text, 0..text.len()).into_iter().filter_map(|chunk| Some((entry(&chunk)?, chunk.bytes))).collect()
}

fn is_long(digits: &str) -> bool {
    digits.len() >= DIGITS && digits.bytes().all(|digit| digit.is_ascii_digit())
}
