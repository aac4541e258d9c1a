//! Invented texts, one file per category: what share of them is judged as the file says. See `tests/corpus/README.md`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use second_look::assess::Engine;
use second_look::assessment::{Category, Sensitivity};
use second_look::video::Video;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

/// How many points a share may lose.
const SLACK: f64 = 1.0;

/// What a file says of its texts.
#[derive(Clone, Copy)]
enum Says {
    Does(Category),
    DoesNot(Category),
    NoClaim,
}

impl Says {
    fn of(name: &str) -> Self {
        match name.strip_prefix("not_") {
            _ if name == "no_claim" => Self::NoClaim,
            Some(category) => Self::DoesNot(named(category)),
            None => Self::Does(named(name)),
        }
    }

    fn holds(self, found: &[Category]) -> bool {
        match self {
            Self::Does(category) => found.contains(&category),
            Self::DoesNot(category) => !found.contains(&category),
            Self::NoClaim => !found.iter().any(|category| category.is_claim()),
        }
    }
}

fn named(category: &str) -> Category {
    let name: StrDeserializer<Error> = category.into_deserializer();
    Category::deserialize(name).unwrap_or_else(|_| panic!("{category}.txt is not named for a category"))
}

/// The share, in percent, of the texts of one file that are judged as it says.
fn share(engine: &Engine, name: &str, texts: &str) -> f64 {
    let says = Says::of(name);
    let holds = |text: &&str| {
        let video = Video { title: (*text).to_owned(), ..Video::default() };
        says.holds(&engine.assess(&video, Sensitivity::Balanced).categories)
    };
    let (right, other): (Vec<&str>, Vec<&str>) = texts.lines().partition(holds);
    for text in &other {
        println!("{name}: {text}");
    }
    let count = |texts: &[&str]| f64::from(u32::try_from(texts.len()).expect("few texts"));
    100.0 * count(&right) / (count(&right) + count(&other))
}

#[test]
fn no_share_falls() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/en");
    let read = |file: &str| fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let expected: BTreeMap<String, f64> = toml::from_str(&read("shares.toml")).expect("shares.toml is a table");
    let engine = Engine::new().expect("the pack was built with this crate");
    let files = fs::read_dir(&folder).expect("the corpus is there").flatten().map(|entry| entry.path());
    let texts = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).count();
    assert_eq!(texts, expected.len(), "shares.toml names each file, and no other");
    let fallen: Vec<String> = expected
        .iter()
        .map(|(name, expected)| (name, *expected, share(&engine, name, &read(&format!("{name}.txt")))))
        .inspect(|(name, expected, found)| println!("{name}: {found:.1} (expected {expected})"))
        .filter(|(_, expected, found)| found + SLACK < *expected)
        .map(|(name, expected, found)| format!("{name}: {found:.1}, expected {expected}"))
        .collect();
    assert!(fallen.is_empty(), "{}", fallen.join("\n"));
}
