//! Texts in languages without rules are not read, whatever they look like, and English ones are. The sentences are data:
//! `tests/sentences/sentences.toml`.

use std::fs;
use std::sync::LazyLock;

use second_look::assess::Engine;
use second_look::assessment::{Assessment, Sensitivity, State};
use second_look::video::Video;
use serde::Deserialize;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new().expect("the pack was built with this crate"));

/// Scripts that several languages without rules share: which of them is meant does not matter.
const ALIKE: [(&str, &str); 2] = [("uk", "ru"), ("da", "sv")];

#[derive(Deserialize)]
struct File {
    language: Vec<Language>,
    english: English,
}

#[derive(Deserialize)]
struct Language {
    tag: String,
    long: String,
    short: String,
}

#[derive(Deserialize)]
struct English {
    texts: Vec<String>,
}

fn file() -> File {
    toml::from_str(&fs::read_to_string("tests/sentences/sentences.toml").unwrap()).unwrap()
}

fn assess(title: &str, description: &str) -> Assessment {
    let video = Video { title: title.to_owned(), description: description.to_owned(), ..Video::default() };
    ENGINE.assess(&video, Sensitivity::Thorough)
}

#[track_caller]
fn none(breaches: impl Iterator<Item = String>) {
    let breaches: Vec<_> = breaches.collect();
    assert!(breaches.is_empty(), "\n{}\n{}", breaches.join("\n"), breaches.len());
}

fn is_latin(text: &str) -> bool {
    text.chars()
        .filter(|letter| letter.is_alphabetic())
        .all(|letter| u32::from(letter) < 0x250 || (0x1E00..0x1F00).contains(&u32::from(letter)))
}

/// Whether a language was told right; those that have rules are read, the others are not.
fn is_right(told: &Assessment, tag: &str) -> bool {
    let named = told.language.as_deref();
    let same = named == Some(tag) || ALIKE.iter().any(|&(one, other)| tag == one && named == Some(other));
    same && (told.state == State::NotRead) == ENGINE.pack().language(tag).is_none()
}

#[test]
fn sentences_are_told_by_their_language() {
    let all = file().language;
    none(all.iter().filter_map(|one| {
        let told = assess("", &one.long);
        (!is_right(&told, &one.tag)).then(|| format!("{}: {:?} {:?}: {}", one.tag, told.language, told.state, one.long))
    }));
}

#[test]
fn a_script_is_told_at_once() {
    let all = file().language;
    let scripts = all.iter().filter(|one| !is_latin(&one.short));
    none(scripts.filter_map(|one| {
        let told = assess(&one.short, "");
        (!is_right(&told, &one.tag))
            .then(|| format!("{}: {:?} {:?}: {}", one.tag, told.language, told.state, one.short))
    }));
}

#[test]
fn few_words_are_noted_in_no_language_but_their_own() {
    none(file().language.iter().filter_map(|one| {
        let told = assess(&one.short, "");
        let others = told.language.as_deref().is_some_and(|told| told == "en");
        (others || !told.notes.is_empty()).then(|| format!("{}: {:?}: {}", one.tag, told.language, one.short))
    }));
}

#[test]
fn english_is_read_as_people_write_it() {
    none(file().english.texts.iter().filter_map(|text| {
        let told = assess(text, "");
        (told.state == State::NotRead).then(|| format!("{:?}: {text}", told.language))
    }));
}

#[test]
fn of_two_languages_the_part_with_rules_is_read() {
    let claim = "This tea cures depression in a week.";
    let quotes = |told: &Assessment| told.notes.iter().map(|note| note.quote.clone()).collect::<Vec<_>>();
    let alone = quotes(&assess(claim, ""));
    assert!(!alone.is_empty());
    // Of two languages with rules the one with most words is read.
    let all = file().language;
    let others = all.iter().filter(|one| ENGINE.pack().language(&one.tag).is_none());
    none(others.filter_map(|one| {
        let fields = assess(claim, &one.long);
        let lines = assess("", &format!("{}\n{claim}", one.long));
        let sentences = assess("", &format!("{} {claim}", one.long));
        let wrong = [&fields, &lines, &sentences].into_iter().any(|read| quotes(read) != alone);
        wrong.then(|| format!("{}: {:?} {:?} {:?}", one.tag, quotes(&fields), quotes(&lines), quotes(&sentences)))
    }));
}
