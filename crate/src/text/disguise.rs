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
    let id = if key.contains(&b'*') { scanner.lexicon.veiled(&key) } else { undo(&key, scanner.lexicon) };
    id.map(|id| (id, scanner.text.len() - scanner.rest().len() + run.len()))
}

/// A letter, or what stands in the place of one.
fn unsigned(c: char) -> Option<u8> {
    match c {
        '*' => Some(b'*'),
        '$' => Some(b's'),
        '@' => Some(b'a'),
        '!' | '|' => Some(b'1'),
        _ => match plain(c) {
            Plain::One(letter) | Plain::Lookalike(letter) => Some(letter),
            _ => None,
        },
    }
}

/// The known word that digits in the place of letters write; `1` is an i or an l.
fn undo(key: &[u8], lexicon: &Lexicon) -> Option<WordId> {
    let read = |one: u8| key.iter().map(|&sign| digit_as_letter(sign, one)).collect::<Vec<u8>>();
    [b'i', b'l'].into_iter().find_map(|one| {
        let read = read(one);
        let beginning = || lexicon.prefix(&read).filter(|_| key.last().is_some_and(u8::is_ascii_alphabetic));
        lexicon.word(&read).or_else(beginning)
    })
}

fn digit_as_letter(sign: u8, one: u8) -> u8 {
    match sign {
        b'0' => b'o',
        b'1' => one,
        b'3' => b'e',
        b'4' => b'a',
        b'5' => b's',
        b'7' => b't',
        other => other,
    }
}

/// A word with digits for letters. Digits at the end alone number a thing or make a code: `HEAL15`, `cure2`.
pub(super) fn unleet(key: &[u8], lexicon: &Lexicon) -> Option<WordId> {
    let inner = key.iter().rposition(u8::is_ascii_alphabetic).map(|last| &key[..last])?;
    let one = matches!(key, [.., letter, b'3' | b'4' | b'0' | b'1'] if letter.is_ascii_alphabetic());
    let mixed = one || key.ends_with(b"11") || inner.iter().any(u8::is_ascii_digit);
    if !mixed || key.len() < 4 {
        return None;
    }
    undo(key, lexicon)
}

/// A word with a small l for a capital i, or the other way round: `DEPRESSlON`, `mentaI`.
pub(super) fn swapped(word: &[u8], lexicon: &Lexicon) -> Option<WordId> {
    let (_, inner) = word.split_first()?;
    let read = |from: u8, to: u8| {
        let letters = word.iter().map(|&letter| if letter == from { to } else { letter.to_ascii_lowercase() });
        lexicon.word(&letters.collect::<Vec<u8>>())
    };
    let others = |odd: u8, fit: fn(&u8) -> bool| {
        inner.contains(&odd) && inner.iter().all(|letter| *letter == odd || fit(letter))
    };
    if word.len() < 4 {
        None
    } else if others(b'I', u8::is_ascii_lowercase) {
        read(b'I', b'l')
    } else if others(b'l', u8::is_ascii_uppercase) {
        read(b'l', b'i')
    } else {
        None
    }
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

/// The longest word that single letters are joined into.
const LONGEST_JOINED: usize = 20;
/// What a letter costs that stays single, a word that letters are joined into, and one so long that several words are
/// likelier (`mentalhealth`).
const SINGLE: u32 = 40;
const JOINED: u32 = 10;
const JOINED_LONG: u32 = 31;
const LONG: usize = 12;

/// Joins single letters from token `from` on into known words of four letters or more, so that few letters are left.
pub(super) fn join_letters(tokens: &mut Tokens, from: usize, text: &str, lexicon: &Lexicon) {
    let letter = |span: &(u32, u32)| text.as_bytes()[span.0 as usize].to_ascii_lowercase();
    let letters: Vec<u8> = tokens.spans[from..].iter().map(letter).collect();
    let mut kept = from;
    for (start, end, word) in cheapest(&letters, lexicon) {
        tokens.ids[kept] = word.unwrap_or(tokens.ids[from + start]);
        tokens.spans[kept] = (tokens.spans[from + start].0, tokens.spans[from + end - 1].1);
        tokens.marks[kept] = tokens.marks[from + start];
        kept += 1;
    }
    tokens.ids.truncate(kept);
    tokens.spans.truncate(kept);
    tokens.marks.truncate(kept);
}

/// The cheapest way to part letters into words and single ones: where each part begins and ends, and its word.
fn cheapest(letters: &[u8], lexicon: &Lexicon) -> Vec<(usize, usize, Option<WordId>)> {
    let mut best: Vec<(u32, usize, Option<WordId>)> = vec![(0, 0, None)];
    for end in 1..=letters.len() {
        let mut cheapest = (best[end - 1].0 + SINGLE, end - 1, None);
        for start in (end.saturating_sub(LONGEST_JOINED)..(end + 1).saturating_sub(4)).rev() {
            let price = best[start].0 + if end - start < LONG { JOINED } else { JOINED_LONG };
            let word = if price < cheapest.0 { lexicon.word(&letters[start..end]) } else { None };
            cheapest = word.map_or(cheapest, |word| (price, start, Some(word)));
        }
        best.push(cheapest);
    }
    let mut parts: Vec<_> = std::iter::successors(Some(letters.len()), |&end| Some(best[end].1).filter(|_| end > 0))
        .take_while(|&end| end > 0)
        .map(|end| (best[end].1, end, best[end].2))
        .collect();
    parts.reverse();
    parts
}
