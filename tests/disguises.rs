//! Words in disguise are read as what they stand for, honest words stay what they are, and a quote is always the very words
//! of the text. The words are data: `tests/disguises/words.toml`.

use std::fs;
use std::iter::repeat;
use std::sync::LazyLock;

use proptest::prelude::*;
use second_look::assess::{Engine, Words, examples, judge};
use second_look::pack::{Examples, Language, unmark};
use second_look::text::lexicon::{BREAK, FIRST_WORD, FOREIGN, UNKNOWN, WordId};
use second_look::text::{Flow, Tokens};
use second_look::video::Field;
use serde::Deserialize;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new().expect("the pack was built with this crate"));

#[derive(Deserialize)]
struct File {
    disguise: Vec<Disguise>,
    honest: Honest,
}

#[derive(Deserialize)]
struct Disguise {
    plain: String,
    written: Vec<String>,
}

#[derive(Deserialize)]
struct Honest {
    texts: Vec<String>,
}

fn file() -> File {
    toml::from_str(&fs::read_to_string("tests/disguises/words.toml").unwrap()).unwrap()
}

/// The words of a text by their numbers, without the breaks between sentences.
fn read(text: &str) -> Vec<WordId> {
    let tokens = Tokens::read(text, Flow::Lines, &ENGINE.pack().lexicon);
    tokens.ids().iter().copied().filter(|&id| id != BREAK).collect()
}

fn shown(text: &str) -> String {
    let lexicon = &ENGINE.pack().lexicon;
    let name = |id: WordId| match id {
        UNKNOWN => "?",
        FOREIGN => "<foreign>",
        id if id < FIRST_WORD => "<shape>",
        id => lexicon.letters(id),
    };
    read(text).into_iter().map(name).collect::<Vec<_>>().join(" ")
}

#[test]
fn words_in_disguise_are_read_as_what_they_stand_for() {
    let all = file().disguise;
    let pairs = all.iter().flat_map(|one| one.written.iter().map(move |written| (&one.plain, written)));
    let wrong: Vec<_> = pairs.filter(|(plain, written)| read(plain) != read(written)).collect();
    let wrong: Vec<_> =
        wrong.iter().map(|(plain, written)| format!("{written}: {}, not {plain}", shown(written))).collect();
    assert!(wrong.is_empty(), "\n{}\n{}", wrong.join("\n"), wrong.len());
}

#[test]
fn honest_texts_stay_what_they_are() {
    let lexicon = &ENGINE.pack().lexicon;
    let texts = file().honest.texts;
    let undone = |text: &&String| {
        let plain = text.to_lowercase();
        read(text).into_iter().filter(|&id| id >= FIRST_WORD).any(|id| !plain.contains(lexicon.letters(id)))
    };
    let wrong: Vec<_> = texts.iter().filter(undone).map(|text| format!("{text}: {}", shown(text))).collect();
    assert!(wrong.is_empty(), "\n{}\n{}", wrong.join("\n"), wrong.len());
}

/// A way to disguise one word, and whether it needs a word that is known in full.
type Way = (&'static str, bool, fn(&str) -> String);

fn each(word: &str, write: impl FnMut(char) -> String) -> String {
    word.chars().map(write).collect()
}

/// The letter at the same place of another alphabet.
fn from_alphabet(letter: char, upper: u32, lower: u32) -> String {
    let (first, base) = if letter.is_ascii_uppercase() { (upper, 'A') } else { (lower, 'a') };
    char::from_u32(first + letter as u32 - base as u32).unwrap_or(letter).to_string()
}

/// Every second letter, so that a Latin one stays.
fn every_second(word: &str, mut write: impl FnMut(char) -> String) -> String {
    let letters = word.chars().enumerate();
    letters.map(|(at, letter)| if at % 2 == 1 { write(letter) } else { letter.to_string() }).collect()
}

fn cyrillic(letter: char) -> String {
    let pairs =
        [('a', 'а'), ('c', 'с'), ('e', 'е'), ('i', 'і'), ('o', 'о'), ('p', 'р'), ('s', 'ѕ'), ('x', 'х'), ('y', 'у')];
    pairs.iter().find(|(plain, _)| *plain == letter).map_or(letter, |(_, alike)| *alike).to_string()
}

fn digit(letter: char) -> String {
    let pairs = [('a', '4'), ('e', '3'), ('i', '1'), ('o', '0')];
    pairs.iter().find(|(plain, _)| *plain == letter).map_or(letter, |(_, digit)| *digit).to_string()
}

/// Digits for vowels, the first and the last letter left alone.
fn with_digits(word: &str) -> String {
    let last = word.len() - 1;
    let letters = word.chars().enumerate();
    letters.map(|(at, letter)| if at == 0 || at == last { letter.to_string() } else { digit(letter) }).collect()
}

fn joined(word: &str, sign: &str) -> String {
    word.chars().map(String::from).collect::<Vec<_>>().join(sign)
}

const WAYS: [Way; 15] = [
    ("capitals", false, |word| word.to_uppercase()),
    ("full width", false, |word| each(word, |letter| from_alphabet(letter, 0xFF21, 0xFF41))),
    ("bold", false, |word| each(word, |letter| from_alphabet(letter, 0x1D400, 0x1D41A))),
    ("monospace", false, |word| each(word, |letter| from_alphabet(letter, 0x1D670, 0x1D68A))),
    ("in circles", false, |word| each(word, |letter| from_alphabet(letter, 0x24B6, 0x24D0))),
    ("Cyrillic", false, |word| every_second(word, cyrillic)),
    ("no width", false, |word| joined(word, "\u{200b}")),
    ("soft hyphen", false, |word| {
        every_second(word, |letter| format!("{letter}\u{ad}")).trim_end_matches('\u{ad}').to_owned()
    }),
    ("struck through", false, |word| each(word, |letter| format!("{letter}\u{336}"))),
    ("right to left", false, |word| format!("{}\u{200f}{}", &word[..1], &word[1..])),
    ("digits", true, with_digits),
    ("drawn out", true, |word| format!("{word}{}", &word[word.len() - 1..].repeat(3))),
    ("spaced", true, |word| joined(word, " ")),
    ("dotted", true, |word| joined(word, ".")),
    ("dashed", true, |word| joined(word, "-")),
];

/// Whether single letters beside a word would run together with its own ("esto y").
fn is_alone(pieces: &[&str], at: usize) -> bool {
    let single = |piece: &&str| piece.trim_matches(|c: char| !c.is_alphanumeric()).chars().count() == 1;
    !pieces[at.saturating_sub(1)..(at + 2).min(pieces.len())].iter().any(single)
}

/// The text with every word of four letters or more disguised, each in the way that comes next. Links, names, numbers and
/// contractions stay.
fn disguised(text: &str, mut ways: impl Iterator<Item = Way>) -> String {
    let lexicon = &ENGINE.pack().lexicon;
    let mut last = String::new();
    let words = text.split_inclusive(|c: char| !c.is_alphanumeric() && !"'’.@#/-_:".contains(c));
    let pieces: Vec<&str> = words.collect();
    let mut apart = true;
    for (at, &piece) in pieces.iter().enumerate() {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let plain = word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
        let Some((_, needs_known, write)) = ways.next() else { break };
        let known = || lexicon.word(word.to_ascii_lowercase().as_bytes()).is_some();
        // Of two words in single letters nobody can tell where the second begins.
        let fit = plain && (!needs_known || apart && is_alone(&pieces, at) && known());
        apart = !(fit && needs_known);
        last.push_str(&if fit { write(word) } else { word.to_owned() });
        last.push_str(&piece[word.len()..]);
    }
    last
}

/// What the rule of an example notes in a text that no guard sets aside.
fn noted(language: &Language, rule: &str, text: &str) -> Vec<String> {
    let rule = language.rules.iter().find(|known| known.id == rule).unwrap();
    let field = if rule.fields.contains(&Field::Description) { Field::Description } else { rule.fields[0] };
    let words = Words::of(field, text.to_owned(), &ENGINE.pack().lexicon);
    let judged = judge(language, &words);
    let mine = judged.iter().filter(|judged| judged.rule.id == rule.id && judged.overruled.is_none());
    mine.map(|judged| words.text[words.tokens.bytes(judged.hit.first, judged.hit.end)].to_owned()).collect()
}

/// An example whose marked words are disguised.
fn veiled(flag: &str, write: impl Fn(&str) -> String) -> String {
    let parts = flag.split_inclusive("[[").flat_map(|part| part.split_inclusive("]]"));
    parts.map(|part| part.strip_suffix("]]").map_or(part.to_owned(), |marked| write(marked) + "]]")).collect()
}

/// What is wrong where the rule of an example does not note exactly the marked words.
fn breach(example: &Examples, flag: &str) -> Option<String> {
    let language = ENGINE.pack().language(&example.language)?;
    let (text, marked) = unmark(flag)?;
    let found = noted(language, &example.rule, &text);
    (found != marked).then(|| format!("{}: {flag}\n  found {found:?}", example.rule))
}

#[test]
fn every_rule_sees_through_disguises_and_quotes_them() {
    let all = examples().unwrap();
    let flags = all.iter().flat_map(|example| example.flags.iter().map(move |flag| (example, flag)));
    // A tag ends at the first sign that is no letter.
    let flags = flags.filter(|(_, flag)| !flag.contains("#[["));
    let each = flags.flat_map(|(example, flag)| WAYS.map(|way| (example, flag, way)));
    let wrong: Vec<_> = each
        .filter_map(|(example, flag, way)| {
            breach(example, &veiled(flag, |marked| disguised(marked, repeat(way))))
                .map(|breach| format!("{}: {breach}", way.0))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}\n{}", wrong.join("\n"), wrong.len());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mixed_disguises_are_seen_through_and_quoted(
        number in any::<prop::sample::Index>(),
        ways in proptest::collection::vec(0..WAYS.len(), 1..8),
        sign in proptest::sample::select(vec!["", "🧠", "✨ ", "\u{200b}", "\u{200f}", "💔💔 "]),
    ) {
        static EXAMPLES: LazyLock<Vec<Examples>> = LazyLock::new(|| examples().unwrap());
        let flags: Vec<_> = EXAMPLES.iter().flat_map(|example| example.flags.iter().map(move |flag| (example, flag))).collect();
        let (example, flag) = flags[number.index(flags.len())];
        prop_assume!(!flag.contains("#[["));
        let spaced = |marked: &str| marked.replace(' ', &format!(" {sign}"));
        let ways = || ways.iter().cycle().map(|&way| WAYS[way]);
        let flag = veiled(flag, |marked| spaced(&disguised(marked, ways())));
        prop_assert_eq!(breach(example, &flag), None);
    }
}
