//! What the words around a claim make of it: texts that a guard must set aside, and near misses that must still be noted.
//! One folder of `tests/context` per language, in it one file per guard or way of speaking.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use second_look::assess::Engine;
use second_look::assessment::{Assessment, Category, Sensitivity};
use second_look::video::{Cue, Video};
use serde::Deserialize;

/// The fewest texts of each kind in a file.
const ASIDE: usize = 12;
const NOTED: usize = 6;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    /// The guard that has to act; `any` where it does not matter which.
    guard: String,
    aside: Vec<String>,
    noted: Vec<String>,
}

/// The first line is the title; where there are more, all of them are cues.
fn video(text: &str) -> Video {
    let cues: Vec<&str> = text.lines().collect();
    if cues.len() == 1 {
        return Video { title: text.to_owned(), ..Video::default() };
    }
    let cue = |(start, text): (f64, &&str)| Cue { start, end: start + 1.0, text: (*text).to_owned() };
    Video { captions: (0..).map(f64::from).zip(&cues).map(cue).collect(), ..Video::default() }
}

fn claims(assessment: &Assessment) -> bool {
    let counted = |category: Category| category.is_claim() || category == Category::BoundaryViolation;
    assessment.notes.iter().any(|note| counted(note.category))
}

fn complaints(engine: &Engine, file: &str, cases: &Cases) -> Vec<String> {
    let assess = |text: &String| engine.assess(&video(text), Sensitivity::Balanced);
    let acted = |assessment: &Assessment| {
        assessment.overruled.iter().any(|one| cases.guard == "any" || one.guard == cases.guard)
    };
    let quiet = |text: &&String| {
        let assessment = assess(text);
        claims(&assessment) || !acted(&assessment)
    };
    let aside = cases.aside.iter().filter(quiet).map(|text| format!("{file}: not set aside: {text}"));
    let noted = cases.noted.iter().filter(|text| !claims(&assess(text)));
    aside.chain(noted.map(|text| format!("{file}: not noted: {text}"))).collect()
}

/// The languages with cases, and the files of each, by name.
fn files() -> BTreeMap<String, BTreeMap<String, Cases>> {
    let mut files: BTreeMap<String, BTreeMap<String, Cases>> = BTreeMap::new();
    for folder in inside(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/context")) {
        for path in inside(&folder) {
            let text = fs::read_to_string(&path).expect("a case file can be read");
            let cases = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            files.entry(stem(&folder)).or_default().insert(stem(&path), cases);
        }
    }
    files
}

/// What lies in a folder; nothing, where it is a file.
fn inside(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

#[test]
fn guards_set_aside_what_they_should_and_nothing_else() {
    let engine = Engine::new().expect("the pack was built with this crate");
    let mut all = Vec::new();
    for (language, files) in files() {
        for (file, cases) in files {
            let file = format!("{language}/{file}");
            assert!(cases.aside.len() >= ASIDE && cases.noted.len() >= NOTED, "{file} has too few texts");
            all.extend(complaints(&engine, &file, &cases));
        }
    }
    assert!(all.is_empty(), "\n{}\n{} in all", all.join("\n"), all.len());
}

#[test]
fn every_language_has_every_way_of_speaking() {
    let files = files();
    let english: Vec<&String> = files["en"].keys().collect();
    let engine = Engine::new().expect("the pack was built with this crate");
    for language in &engine.pack().languages {
        let ways: Option<Vec<&String>> = files.get(&language.tag).map(|own| own.keys().collect());
        assert_eq!(ways.as_ref(), Some(&english), "{}", language.tag);
    }
}
