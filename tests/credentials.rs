//! Whether the credential analysis reads invented cases as a careful person would. The cases are data:
//! `tests/credentials/*.toml`, see the README beside them.

use std::fs;

use second_look::assess::Engine;
use second_look::assessment::{Assessment, Category, Sensitivity, Stated};
use second_look::video::{Creator, Video};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What the case is about; left out where its words say it.
    #[serde(default)]
    about: String,
    /// The language that the page names; English where there is none.
    language: Option<String>,
    #[serde(default)]
    name: String,
    #[serde(default)]
    handle: String,
    #[serde(default)]
    bio: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    description: String,
    #[serde(default)]
    speech: String,
    #[serde(default)]
    hashtags: Vec<String>,
    /// The status expected; `not_found` where there is none.
    #[serde(default)]
    status: Option<String>,
    who: Option<String>,
    which: Option<String>,
    #[serde(rename = "where")]
    place: Option<String>,
    entry: Option<String>,
    country: Option<String>,
    /// The categories expected: none, one or both.
    #[serde(default)]
    licensed: bool,
    #[serde(default)]
    unregulated: bool,
}

impl Case {
    fn video(&self) -> Video {
        let title = if self.title.is_empty() { "Notes on anxiety" } else { &self.title };
        Video {
            title: title.to_owned(),
            description: self.description.clone(),
            transcript: self.speech.clone(),
            hashtags: self.hashtags.clone(),
            creator: Creator {
                name: self.name.clone(),
                handle: self.handle.clone(),
                bio: self.bio.clone(),
                ..Creator::default()
            },
            language: Some(self.language.clone().unwrap_or_else(|| "en".to_owned())),
            ..Video::default()
        }
    }

    /// What differs from what is expected, in words.
    fn breaches(&self, found: &Assessment) -> Vec<String> {
        let credential = &found.credential;
        let status = serde_json::to_value(credential.status).unwrap();
        let expected = self.status.clone().unwrap_or_else(|| "not_found".to_owned());
        let mut breaches = Vec::new();
        differ(&mut breaches, "status", Some(expected), status.as_str().map(str::to_owned));
        let quotes = [
            ("who", &self.who, &credential.who),
            ("which", &self.which, &credential.which),
            ("where", &self.place, &credential.place),
        ];
        for (part, expected, found) in quotes.into_iter().filter(|(_, expected, _)| expected.is_some()) {
            let found = found.as_ref().map(|stated| stated.quote.clone()).unwrap_or_default();
            differ(&mut breaches, part, expected.clone(), Some(found));
        }
        let which = credential.which.as_ref();
        for (part, expected, found) in
            [("entry", &self.entry, which.map(|w| &w.entry)), ("country", &self.country, which.map(|w| &w.country))]
        {
            if expected.is_some() {
                differ(&mut breaches, part, expected.clone(), found.cloned());
            }
        }
        for (part, expected, category) in [
            ("licensed", self.licensed, Category::CredentialLicensed),
            ("unregulated", self.unregulated, Category::CredentialUnregulated),
        ] {
            differ(
                &mut breaches,
                part,
                Some(expected.to_string()),
                Some(found.categories.contains(&category).to_string()),
            );
        }
        breaches.extend(quotes_stand(
            &self.video(),
            credential.which.iter().chain(&credential.who).chain(&credential.place),
        ));
        breaches.iter().map(|breach| format!("{}: {breach}", self.about())).collect()
    }

    /// What it is about, or else the words it is made of.
    fn about(&self) -> String {
        let words = [&self.name, &self.bio, &self.title, &self.description, &self.speech];
        let words = || words.map(String::as_str).into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>();
        if self.about.is_empty() { words().join(" / ") } else { self.about.clone() }
    }
}

fn differ(breaches: &mut Vec<String>, part: &str, expected: Option<String>, found: Option<String>) {
    if expected != found {
        breaches.push(format!("{part} {:?}, expected {:?}", found.unwrap_or_default(), expected.unwrap_or_default()));
    }
}

/// Every quote stands where it says it does.
fn quotes_stand<'a>(video: &Video, stated: impl Iterator<Item = &'a Stated>) -> Vec<String> {
    let wrong = stated.filter(|stated| {
        let words: String =
            video.words(stated.field).chars().skip(stated.start).take(stated.end - stated.start).collect();
        words != stated.quote
    });
    wrong.map(|stated| format!("{:?} does not stand at {}..{}", stated.quote, stated.start, stated.end)).collect()
}

fn cases() -> Vec<(String, Case)> {
    let mut cases = Vec::new();
    for entry in fs::read_dir("tests/credentials").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let file: File = toml::from_str(&fs::read_to_string(&path).unwrap())
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
            cases.extend(file.case.into_iter().map(|case| (stem.clone(), case)));
        }
    }
    cases
}

#[test]
fn every_case_is_read_as_a_careful_person_would() {
    let engine = Engine::new().unwrap();
    let cases = cases();
    assert!(cases.len() > 100, "{} cases", cases.len());
    let breaches: Vec<String> = cases
        .iter()
        .flat_map(|(file, case)| {
            let found = engine.assess(&case.video(), Sensitivity::Balanced);
            case.breaches(&found).into_iter().map(move |breach| format!("{file}: {breach}"))
        })
        .collect();
    assert!(breaches.is_empty(), "\n{}\n{} of {} cases", breaches.join("\n"), breaches.len(), cases.len());
}

/// Precision and recall on real labelled text, where a machine has it. It is not part of the project.
#[test]
fn real_text_is_read_precisely() {
    let Ok(text) = fs::read_to_string("../shared/text/dev.jsonl") else {
        println!("\n*** SKIPPED: no labelled text at ../shared/text/dev.jsonl ***\n");
        return;
    };
    let engine = Engine::new().unwrap();
    let items: Vec<Labelled> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for (category, label, precision, recall) in [
        (Category::CredentialLicensed, "credential_licensed", 0.95, 0.92),
        (Category::CredentialUnregulated, "credential_unregulated", 0.85, 0.80),
    ] {
        let (hits, false_alarms, misses) = counts(&engine, &items, category, label);
        println!("{label}: {hits} found, {false_alarms} false alarms, {misses} missed");
        assert!(hits >= precision * (hits + false_alarms), "{label}: {false_alarms} false alarms");
        assert!(hits >= recall * (hits + misses), "{label}: {misses} missed");
    }
}

#[derive(Deserialize)]
struct Labelled {
    title: String,
    description: String,
    transcript: String,
    creator: String,
    labels: Vec<String>,
    disputed: Vec<String>,
}

fn counts(engine: &Engine, items: &[Labelled], category: Category, label: &str) -> (f64, f64, f64) {
    let (mut hits, mut false_alarms, mut misses) = (0.0, 0.0, 0.0);
    for item in items.iter().filter(|item| !item.disputed.iter().any(|disputed| disputed == label)) {
        let labelled = item.labels.iter().any(|given| given == label);
        match (engine.assess(&item.video(), Sensitivity::Balanced).categories.contains(&category), labelled) {
            (true, true) => hits += 1.0,
            (true, false) => false_alarms += 1.0,
            (false, true) => misses += 1.0,
            (false, false) => {}
        }
    }
    (hits, false_alarms, misses)
}

impl Labelled {
    fn video(&self) -> Video {
        Video {
            title: self.title.clone(),
            description: self.description.clone(),
            transcript: self.transcript.clone(),
            creator: Creator { name: self.creator.clone(), ..Creator::default() },
            ..Video::default()
        }
    }
}
