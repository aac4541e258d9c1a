//! One hashtag to its words: `#healYourAnxiety`, `#healyouranxiety`.

use super::disguise::unleet;
use super::letters::{Plain, plain};
use super::lexicon::{FOREIGN, Lexicon, UNKNOWN, WordId};
use super::shape::Shape;

/// Longer tags are not split: no known word hides in them, and the time would not be linear.
const LONGEST: usize = 60;
const LONGEST_WORD: usize = 20;

/// A word of a tag; offsets are bytes from the start of the tag's letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its number.
    pub id: WordId,
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its folded letters.
    pub key: String,
    /// `false` for a bare number (`#1`), which is not a tag.
    pub tag: bool,
}

/// A folded letter and the bytes it came from.
type Letter = (u8, usize, usize);

/// The words of the tag at the start of `text`; empty where none stands there.
pub fn split(text: &str, lexicon: &Lexicon) -> Vec<Part> {
    let (letters, length, foreign) = gather(text);
    if foreign {
        let key = text[..length].to_lowercase();
        return vec![Part { id: FOREIGN, start: 0, end: length, key, tag: true }];
    }
    if letters.is_empty() {
        return Vec::new();
    }
    if letters.iter().all(|letter| letter.0.is_ascii_digit()) {
        let key: Vec<u8> = letters.iter().map(|letter| letter.0).collect();
        let id = lexicon.word(&key).unwrap_or(Shape::Number.id());
        return vec![Part { tag: false, ..part(&letters, id) }];
    }
    let known = |key: &[u8]| lexicon.word(key).or_else(|| unleet(key, lexicon));
    let whole = known(&key(&letters)).map(|id| vec![part(&letters, id)]);
    let cut = || segment(&letters, lexicon);
    let capitals = || by_capitals(text, &letters, lexicon);
    let unknown = || vec![part(&letters, lexicon.prefix(&key(&letters)).unwrap_or(UNKNOWN))];
    whole.or_else(cut).or_else(capitals).unwrap_or_else(unknown)
}

fn gather(text: &str) -> (Vec<Letter>, usize, bool) {
    let (mut letters, mut length, mut foreign) = (Vec::new(), 0, false);
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match plain(c) {
            Plain::One(letter) | Plain::Lookalike(letter) => letters.push((letter, at, end)),
            Plain::Several(several) => letters.extend(several.bytes().map(|letter| (letter, at, end))),
            Plain::Nothing => match letters.last_mut() {
                Some(last) => last.2 = end,
                None => continue,
            },
            Plain::Itself if c == '_' => continue,
            Plain::Itself if c.is_alphabetic() => foreign = true,
            Plain::Itself => break,
        }
        length = end;
    }
    (letters, length, foreign)
}

fn key(letters: &[Letter]) -> Vec<u8> {
    letters.iter().map(|letter| letter.0).collect()
}

fn part(letters: &[Letter], id: WordId) -> Part {
    let start = letters.first().map_or(0, |letter| letter.1);
    let end = letters.last().map_or(0, |letter| letter.2);
    Part { id, start, end, key: String::from_utf8_lossy(&key(letters)).into_owned(), tag: true }
}

/// The cheapest way to cut the letters into known words, where there is one.
fn segment(letters: &[Letter], lexicon: &Lexicon) -> Option<Vec<Part>> {
    if letters.len() > LONGEST {
        return None;
    }
    let key = key(letters);
    let mut best: Vec<Option<(u32, usize, WordId)>> = vec![None; key.len() + 1];
    best[0] = Some((0, 0, UNKNOWN));
    for end in (1..=key.len()).filter(|&end| is_between(letters, end)) {
        for start in end.saturating_sub(LONGEST_WORD)..end {
            let Some((so_far, ..)) = best[start] else { continue };
            let Some((id, price)) = piece(&key[start..end], lexicon) else { continue };
            if best[end].is_none_or(|(cheapest, ..)| so_far + price < cheapest) {
                best[end] = Some((so_far + price, start, id));
            }
        }
    }
    trace(letters, &best)
}

/// Whether a word may begin here: a ligature is not cut in two.
fn is_between(letters: &[Letter], at: usize) -> bool {
    at == 0 || at == letters.len() || letters[at].1 != letters[at - 1].1
}

fn trace(letters: &[Letter], best: &[Option<(u32, usize, WordId)>]) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut end = letters.len();
    while end > 0 {
        let (_, start, id) = best[end]?;
        parts.push(part(&letters[start..end], id));
        end = start;
    }
    parts.reverse();
    Some(parts)
}

/// A known word and what it costs: few long words are likelier than many short ones.
fn piece(key: &[u8], lexicon: &Lexicon) -> Option<(WordId, u32)> {
    if key.iter().all(u8::is_ascii_digit) {
        return Some((lexicon.word(key).unwrap_or(Shape::Number.id()), 12));
    }
    let price = match key.len() {
        1 => 30,
        2 => 16,
        3 => 12,
        _ => 10,
    };
    lexicon.word(key).map(|id| (id, price))
}

/// `HealYourXyz`: each capital begins a word; words that are not known stay in.
fn by_capitals(text: &str, letters: &[Letter], lexicon: &Lexicon) -> Option<Vec<Part>> {
    let upper = |at: usize| text[letters[at].1..].starts_with(char::is_uppercase);
    let underscore = |at: usize| at > 0 && text[..letters[at].1].ends_with('_');
    let capital = |at: usize| upper(at) && !upper(at - 1);
    let begins = |at: &usize| *at == 0 || is_between(letters, *at) && (underscore(*at) || capital(*at));
    let starts: Vec<usize> = (0..letters.len()).filter(begins).collect();
    if starts.len() < 2 {
        return None;
    }
    let ends = starts.iter().skip(1).copied().chain([letters.len()]);
    Some(starts.iter().zip(ends).flat_map(|(&start, end)| piece_or_pieces(&letters[start..end], lexicon)).collect())
}

fn piece_or_pieces(letters: &[Letter], lexicon: &Lexicon) -> Vec<Part> {
    let unknown = || vec![part(letters, lexicon.prefix(&key(letters)).unwrap_or(UNKNOWN))];
    segment(letters, lexicon).unwrap_or_else(unknown)
}
