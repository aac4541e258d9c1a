//! Every title and every letter of `crate/domain` is read where it is stated, and none where it is only talked about.
//! The examples are made from the data, so that a new title is tested by being there.

use std::collections::BTreeMap;
use std::fs;

use second_look::assess::Engine;
use second_look::assessment::{Credential, CredentialStatus, Sensitivity};
use second_look::domain::domain;
use second_look::domain::pack::{Entry, Trust};
use second_look::phrase::pattern::{Part, parse};
use second_look::text::shape::Shape;
use second_look::video::{Creator, Video};
use serde::Deserialize;
use toml::Table;

/// More examples of one phrase show nothing new.
const MOST: usize = 12;

fn read(engine: &Engine, name: &str, bio: &str, description: &str) -> Credential {
    let creator = Creator { name: name.to_owned(), bio: bio.to_owned(), ..Creator::default() };
    let video = Video {
        title: "Notes on anxiety".to_owned(),
        description: description.to_owned(),
        creator,
        language: Some("en".to_owned()),
        ..Video::default()
    };
    engine.assess(&video, Sensitivity::Balanced).credential
}

/// A name with the letters, and with a cue word where they need one.
fn signature(entry: &Entry, letters: &str, trust: Trust) -> String {
    let cue = entry.cues.first().or_else(|| domain().words(|wording| &wording.cues).next());
    let cue = cue.map_or("", |cue| cue.trim_end_matches('*'));
    match trust {
        Trust::Alone | Trust::Named | Trust::Full => format!("Nora Vantongeren, {letters}"),
        Trust::Listed | Trust::Strict => format!("Nora Vantongeren, {letters} | {cue}"),
    }
}

fn letters() -> impl Iterator<Item = (&'static Entry, &'static str, Trust)> {
    let all = domain().entries.iter();
    all.flat_map(|entry| entry.letters.iter().map(move |letters| (entry, letters.text.as_str(), letters.trust)))
}

/// Prints every breach before failing, so that one run shows all there is to mend.
#[track_caller]
fn none(breaches: impl Iterator<Item = String>) {
    let breaches: Vec<_> = breaches.collect();
    assert!(breaches.is_empty(), "\n{}\n{}", breaches.join("\n"), breaches.len());
}

#[test]
fn letters_count_behind_a_name() {
    let engine = Engine::new().unwrap();
    // Spaces are not kept: words in one are not as people write them.
    let written = letters().filter(|(_, letters, _)| letters.len() <= 16);
    none(written.filter_map(|(entry, letters, trust)| {
        let said = signature(entry, letters, trust);
        let found = read(&engine, &said, "", "").status != CredentialStatus::NotFound;
        (found != (trust != Trust::Full)).then(|| format!("{}: {said}", entry.id))
    }));
}

#[test]
fn letters_that_are_only_talked_about_do_not_count() {
    let engine = Engine::new().unwrap();
    none(letters().flat_map(|(entry, letters, _)| {
        let about = [
            format!("What does {letters} mean? A word on anxiety."),
            format!("Thank you to the {letters} who helped me with anxiety."),
            format!("{letters} and my anxiety"),
        ];
        let engine = &engine;
        let wrong = about.into_iter().filter(|said| read(engine, "", "", said).status != CredentialStatus::NotFound);
        wrong.map(|said| format!("{}: {said}", entry.id)).collect::<Vec<_>>()
    }));
}

#[test]
fn small_letters_do_not_count() {
    let engine = Engine::new().unwrap();
    let single = |letters: &str| letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    none(letters().filter(|(_, letters, _)| single(letters)).filter_map(|(entry, letters, _)| {
        let said = format!("me {} and anxious", letters.to_lowercase());
        let found = read(&engine, "", &said, "").which;
        found.is_some().then(|| format!("{}: {said}", entry.id))
    }));
}

#[test]
fn titles_count_in_a_bio() {
    let engine = Engine::new().unwrap();
    let lists = lists();
    let phrases = domain().entries.iter().flat_map(|entry| {
        let all = entry.phrases.iter().chain(&entry.claims);
        all.map(move |pattern| (entry, pattern))
    });
    none(phrases.flat_map(|(entry, pattern)| {
        let parts = parse(pattern).unwrap();
        let texts = (0..choices(&parts).min(MOST)).map(|number| sample(&parts, number, &lists));
        let found = |bio: &str| read(&engine, "", bio, "").status != CredentialStatus::NotFound;
        // One person is no psychologists, but two may be.
        let wrong = texts.filter(|said| !found(said) && !found(&format!("We are {said}.")));
        wrong.map(|said| format!("{}: {pattern}: {said}", entry.id)).collect::<Vec<_>>()
    }));
}

/// The entries of the lists that titles are made of, in every language.
fn lists() -> BTreeMap<String, Vec<Vec<Part>>> {
    let files = fs::read_dir("crate/domain/frames").unwrap().map(|file| fs::read_to_string(file.unwrap().path()));
    files.flat_map(|file| lists_of(&file.unwrap())).collect()
}

fn lists_of(file: &str) -> Vec<(String, Vec<Vec<Part>>)> {
    let file: Table = file.parse().unwrap();
    let words = file.get("words").and_then(toml::Value::as_table).into_iter().flatten();
    let parsed =
        |list: &toml::Value| list.as_array().unwrap().iter().map(|w| parse(w.as_str().unwrap()).unwrap()).collect();
    words.map(|(name, list)| (name.clone(), parsed(list))).collect()
}

/// How many examples show every alternative of a phrase.
fn choices(parts: &[Part]) -> usize {
    let most = |part: &Part| match part {
        Part::Either(options) => options.iter().map(|option| choices(option)).max().unwrap_or(1).max(options.len()),
        Part::Maybe(options) => 1 + options.len(),
        Part::List(_) => MOST,
        _ => 1,
    };
    parts.iter().map(most).max().unwrap_or(1)
}

/// The example of that number: each place takes its own alternative in turn, and leaves out what may be left out first.
fn sample(parts: &[Part], number: usize, lists: &BTreeMap<String, Vec<Vec<Part>>>) -> String {
    let pick = |options: &[Vec<Part>], number: usize| sample(&options[number % options.len()], number, lists);
    let words = parts.iter().map(|part| match part {
        Part::Word(word) => word.clone(),
        Part::Prefix(beginning) => format!("{beginning}o"),
        Part::Shape(Shape::Link) => "example.org".to_owned(),
        Part::Shape(_) => "7".to_owned(),
        Part::List(name) => pick(&lists[name], number),
        Part::Either(options) => pick(options, number),
        Part::Maybe(options) if !number.is_multiple_of(options.len() + 1) => {
            pick(options, number % (options.len() + 1) - 1)
        }
        _ => String::new(),
    });
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// One credential as it was compiled.
#[derive(Deserialize)]
struct Compiled {
    id: String,
    abbr: Vec<String>,
}

/// What was compiled is complete here. The compilation is not part of the project.
#[test]
fn nothing_that_was_compiled_is_missing() {
    let Ok(text) = fs::read_to_string("../shared/domain/credentials.json") else {
        println!("\n*** SKIPPED: no compilation at ../shared/domain/credentials.json ***\n");
        return;
    };
    let compiled: serde_json::Value = serde_json::from_str(&text).unwrap();
    let all: Vec<Compiled> = serde_json::from_value(compiled["credentials"].clone()).unwrap();
    let engine = Engine::new().unwrap();
    none(all.iter().flat_map(|one| {
        let entry = domain().entries.iter().find(|entry| entry.id == one.id);
        let entry = entry.unwrap_or_else(|| panic!("{} is missing", one.id));
        let wrong = one.abbr.iter().filter(|stated| !is_read(&engine, entry, stated));
        wrong.map(|stated| format!("{}: {stated}", one.id)).collect::<Vec<_>>()
    }));
}

/// Whether the words are read behind a name or in a bio, or are known to mean too much.
fn is_read(engine: &Engine, entry: &Entry, stated: &str) -> bool {
    let plain: String = stated.chars().filter(|letter| !matches!(letter, '.' | ' ')).collect();
    let full = domain().entries.iter().flat_map(|entry| &entry.letters);
    let too_much = full.into_iter().any(|letters| letters.trust == Trust::Full && letters.text == plain);
    let signed = signature(entry, stated, Trust::Strict);
    let found = |name: &str, bio: &str| read(engine, name, bio, "").status != CredentialStatus::NotFound;
    let numbered = read(engine, "", &format!("Psicóloga {stated} 1234567"), "").status;
    too_much
        || numbered == CredentialStatus::StatedWithRegister
        || found(&signed, "")
        || found("", stated)
        || found("", &format!("{stated}. Anxiety."))
}
