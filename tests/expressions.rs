//! Phrases against plain expressions: what the engine finds in a text is what an expression made of the same pattern
//! finds there. The patterns are real ones, the texts are made of their words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;
use second_look::phrase::pattern::{Lists, Part, parse};
use second_look::phrase::{Table, TableBuilder};
use second_look::text::lexicon::{BREAK, Lexicon, LexiconBuilder};
use second_look::text::{Flow, Tokens};

/// How often other patterns are taken, on how many texts each, and how far apart the patterns stand.
const ROUNDS: usize = 10;
const TEXTS: usize = 120;
const EVERY: usize = 160;
/// Words between which anything may stand.
const FILLERS: [&str; 6] = ["and", "zebra", "maybe", "the", "very", "upon"];

fn rules() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("crate/rules/en")
}

fn toml<T: serde::de::DeserializeOwned>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn lists() -> Lists {
    let mut lists = Lists::default();
    for (name, entries) in toml::<BTreeMap<String, Vec<String>>>(&rules().join("words.toml")) {
        for entry in &entries {
            lists.add_entry(&name, entry).expect("the build has read it");
        }
    }
    lists
}

/// The patterns of every rule.
fn patterns() -> Vec<String> {
    let entries = |folder: &Path| -> BTreeSet<PathBuf> {
        fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()).collect()
    };
    let files = entries(&rules()).into_iter().filter(|path| path.is_dir()).flat_map(|folder| entries(&folder));
    let phrases = |path: PathBuf| -> Vec<String> {
        let file: toml::Table = toml(&path);
        let phrases = file["phrases"].as_array().into_iter().flatten();
        phrases.filter_map(|phrase| phrase.as_str().map(str::to_owned)).collect()
    };
    files.flat_map(phrases).collect()
}

/// An expression over words that each end with a space; `None` for what is not words (shapes, places in a sentence).
fn expression(parts: &[Part], lists: &Lists) -> Option<String> {
    parts.iter().map(|part| element(part, lists)).collect()
}

fn element(part: &Part, lists: &Lists) -> Option<String> {
    let choice = |options: &[Vec<Part>]| -> Option<String> {
        let options: Option<Vec<String>> = options.iter().map(|option| expression(option, lists)).collect();
        Some(format!("(?:{})", options?.join("|")))
    };
    match part {
        Part::Word(word) => word.bytes().all(|byte| byte.is_ascii_lowercase()).then(|| format!("{word} ")),
        Part::Prefix(prefix) => Some(format!("{prefix}[a-z]* ")),
        Part::Gap(most) => Some(format!("(?:[a-z]+ ){{0,{most}}}")),
        Part::List(name) => choice(lists.get(name)?),
        Part::Either(options) => choice(options),
        Part::Maybe(options) => Some(choice(options)? + "?"),
        Part::Shape(_) | Part::Start | Part::End | Part::Next | Part::Asked | Part::Pause => None,
    }
}

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % bound
    }

    fn of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }

    /// Words that a pattern would match, but for a word too many, too few or another one now and then.
    fn nearly(&mut self, parts: &[Part], lists: &Lists, words: &mut Vec<String>) {
        for part in parts {
            match part {
                _ if self.below(24) == 0 => words.push((*self.of(&FILLERS)).to_owned()),
                Part::Word(word) => words.push(word.clone()),
                Part::Prefix(prefix) => words.push(format!("{prefix}{}", self.of(&["", "ing", "ed"]))),
                Part::Gap(most) => {
                    let width = self.below(usize::from(*most) + 2);
                    words.extend((0..width).map(|_| (*self.of(&FILLERS)).to_owned()));
                }
                Part::List(name) => self.nearly_one(lists.get(name).expect("checked"), lists, words),
                Part::Either(options) => self.nearly_one(options, lists, words),
                Part::Maybe(options) if self.below(2) == 0 => self.nearly_one(options, lists, words),
                _ => {}
            }
        }
    }

    fn nearly_one(&mut self, options: &[Vec<Part>], lists: &Lists, words: &mut Vec<String>) {
        let option = self.below(options.len());
        self.nearly(&options[option], lists, words);
    }
}

/// A pattern, and the expression for it.
struct Tried {
    pattern: String,
    parts: Vec<Part>,
    /// Found where the pattern matches anywhere.
    anywhere: Regex,
    /// Found where it matches all of a text.
    whole: Regex,
}

impl Tried {
    fn of(pattern: &str, lists: &Lists) -> Option<Self> {
        let parts = parse(pattern).expect("the build has read it");
        let expression = expression(&parts, lists)?;
        let regex = |text: String| Regex::new(&text).expect("a plain expression");
        let (anywhere, whole) = (regex(format!("\\b{expression}")), regex(format!("^{expression}$")));
        Some(Self { pattern: pattern.to_owned(), parts, anywhere, whole })
    }

    /// Leftmost, then longest, without overlap.
    fn find(&self, words: &[String]) -> Vec<(usize, usize)> {
        let text = |from: usize, to: usize| words[from..to].join(" ") + " ";
        let (mut found, mut at) = (Vec::new(), 0);
        while at < words.len() && self.anywhere.is_match(&text(at, words.len())) {
            let end = (at + 1..=words.len()).rev().find(|&end| self.whole.is_match(&text(at, end)));
            found.extend(end.map(|end| (at, end)));
            at = end.unwrap_or(at + 1);
        }
        found
    }
}

fn table(tried: &[Tried], lists: Lists) -> (Table, Lexicon) {
    let mut table = TableBuilder::new(lists);
    for tried in tried {
        table.add(&tried.pattern).expect("the build has read it");
    }
    let mut words = LexiconBuilder::default();
    table.name_words(&mut words);
    let lexicon = words.build().expect("not too many words");
    (table.compile(&lexicon).expect("the build has compiled it"), lexicon)
}

/// Letters by themselves in a row are read as one word: `s u i c i d e`.
fn spells(words: &[String]) -> bool {
    words.windows(4).any(|four| four.iter().all(|word| word.len() == 1))
}

/// A sentence near three of the patterns.
fn sentence(chance: &mut Chance, tried: &[Tried], lists: &Lists) -> Vec<String> {
    let mut words = Vec::new();
    for _ in 0..3 {
        let near = chance.of(tried);
        chance.nearly(&near.parts, lists, &mut words);
        words.push((*chance.of(&FILLERS)).to_owned());
    }
    words
}

/// Tries some of the patterns on so many texts; how many matches there were.
fn compare(tried: &[Tried], lists: &Lists, chance: &mut Chance) -> usize {
    let (table, lexicon) = table(tried, lists.clone());
    let mut matches = 0;
    for _ in 0..TEXTS {
        let words = sentence(chance, tried, lists);
        if spells(&words) {
            continue;
        }
        let text = words.join(" ");
        let tokens = Tokens::read(&text, Flow::Lines, &lexicon);
        assert_eq!(tokens.ids().iter().filter(|&&id| id != BREAK).count(), words.len(), "{text}");
        let mut found = vec![Vec::new(); tried.len()];
        for hit in table.find_all(&tokens) {
            // The first token is the break before the sentence.
            found[usize::from(hit.phrase.0)].push((hit.first - 1, hit.end - 1));
        }
        for (tried, found) in tried.iter().zip(found) {
            assert_eq!(found, tried.find(&words), "{} in: {text}", tried.pattern);
            matches += found.len();
        }
    }
    matches
}

#[test]
fn phrases_are_found_where_a_plain_expression_finds_them() {
    let (lists, patterns, mut chance) = (lists(), patterns(), Chance(7));
    let mut matches = 0;
    for round in 0..ROUNDS {
        let some = patterns.iter().skip(round * EVERY / ROUNDS).step_by(EVERY);
        let tried: Vec<Tried> = some.filter_map(|pattern| Tried::of(pattern, &lists)).collect();
        matches += compare(&tried, &lists, &mut chance);
    }
    assert!(matches > ROUNDS * TEXTS / 2, "{matches} matches say little");
}
