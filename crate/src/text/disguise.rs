//! Words written so that a machine should not see them: `s*icide`, `su!cide`, `d3pression`, `s u i c i d e`, `curesss`.
//!
//! Every reading must yield a known word; what does not stays as it is.

use super::Tokens;
use super::letters::{Plain, plain};
use super::lexicon::{Lexicon, WordId};
use super::scan::Scanner;

/// No veiled word is longer, in bytes.
const LONGEST: usize = 40;

/// A word with a sign in the place of a letter, and where it ends.
pub(super) fn starred(scanner: &Scanner) -> Option<(WordId, usize)> {
    let wordy = |c: char| c.is_alphanumeric() || "*!@$|'’".contains(c);
    let rest = scanner.ahead(LONGEST);
    let run = rest[..rest.find(|c| !wordy(c)).unwrap_or(rest.len())].trim_end_matches(['!', '*', '|', '\'', '’']);
    let inner = run.char_indices().skip(1).any(|(_, c)| "*!@$|".contains(c)) || run.starts_with('$');
    if !inner {
        return None;
    }
    let key: Vec<u8> = run.chars().filter_map(unsigned).collect();
    let id = if key.contains(&b'*') { scanner.lexicon.veiled(&key) } else { scanner.lexicon.word(&key) };
    id.map(|id| (id, scanner.text.len() - scanner.rest().len() + run.len()))
}

fn unsigned(c: char) -> Option<u8> {
    match c {
        '*' => Some(b'*'),
        '$' => Some(b's'),
        '@' => Some(b'a'),
        '!' | '|' => Some(b'i'),
        _ => match plain(c) {
            Plain::One(letter) | Plain::Lookalike(letter) => Some(digit_as_letter(letter)),
            _ => None,
        },
    }
}

fn digit_as_letter(letter: u8) -> u8 {
    match letter {
        b'0' => b'o',
        b'1' => b'i',
        b'3' => b'e',
        b'4' => b'a',
        b'5' => b's',
        b'7' => b't',
        other => other,
    }
}

/// A word with digits for letters.
pub(super) fn unleet(key: &[u8], lexicon: &Lexicon) -> Option<WordId> {
    let mixed = key.iter().any(u8::is_ascii_digit) && key.iter().any(u8::is_ascii_alphabetic);
    if !mixed || key.len() < 4 {
        return None;
    }
    lexicon.word(&key.iter().copied().map(digit_as_letter).collect::<Vec<_>>())
}

/// A word with letters drawn out, by leaving two or one of each.
pub(super) fn shrink(word: &[u8], lexicon: &Lexicon) -> Option<WordId> {
    [2, 1].into_iter().find_map(|most| lexicon.word(&at_most(word, most)))
}

/// Every run of three or more of the same letter cut to `most`.
fn at_most(word: &[u8], most: usize) -> Vec<u8> {
    let runs = word.chunk_by(u8::eq_ignore_ascii_case);
    let cut = |run: &'_ [u8]| if run.len() > 2 { most } else { run.len() };
    runs.flat_map(|run| run.iter().take(cut(run)).map(u8::to_ascii_lowercase)).collect()
}

/// Joins single letters from token `from` on into known words of four letters or more.
pub(super) fn join_letters(tokens: &mut Tokens, from: usize, text: &str, lexicon: &Lexicon) {
    let letter = |span: &(u32, u32)| text.as_bytes()[span.0 as usize].to_ascii_lowercase();
    let letters: Vec<u8> = tokens.spans[from..].iter().map(letter).collect();
    let mut kept = from;
    let mut at = 0;
    while at < letters.len() {
        let longest = (at + 20).min(letters.len());
        let word = (at + 4..=longest).rev().find_map(|end| Some((lexicon.word(&letters[at..end])?, end)));
        let (id, end) = word.unwrap_or((tokens.ids[from + at], at + 1));
        tokens.ids[kept] = id;
        tokens.spans[kept] = (tokens.spans[from + at].0, tokens.spans[from + end - 1].1);
        tokens.marks[kept] = tokens.marks[from + at];
        kept += 1;
        at = end;
    }
    tokens.ids.truncate(kept);
    tokens.spans.truncate(kept);
    tokens.marks.truncate(kept);
}
