//! What rules say to the viewer: in every language of the interface, for every rule.

use std::fs;
use std::path::Path;

use second_look::assess::{Engine, Translations};

const LOCALES: &str = "extension/_locales";
const RULES: &str = "extension/rules";

/// The tags that the locales call themselves by: `pt-BR` in the folder `pt_BR`.
fn languages() -> Vec<String> {
    let folders = fs::read_dir(LOCALES).expect("there are locales").flatten();
    folders.map(|folder| tag(&folder.path().join("messages.json"))).collect()
}

fn tag(messages: &Path) -> String {
    let text = fs::read_to_string(messages).unwrap_or_else(|error| panic!("{}: {error}", messages.display()));
    let messages: serde_json::Value = serde_json::from_str(&text).expect("the browser reads it too");
    messages["language"]["message"].as_str().expect("every locale names its language").to_owned()
}

fn translations(language: &str) -> Translations {
    let path = Path::new(RULES).join(format!("{language}.json"));
    let Ok(text) = fs::read_to_string(&path) else { return Translations::new() };
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_rule_speaks_every_language_of_the_interface() {
    for language in languages() {
        let mut engine = Engine::new().expect("the pack was built with this crate");
        engine.speak(&language, translations(&language));
        let rules = engine.pack().languages.iter().flat_map(|known| &known.rules);
        let mute: Vec<&str> = rules.filter(|rule| !engine.is_translated(rule)).map(|rule| rule.id.as_str()).collect();
        assert!(mute.is_empty(), "{RULES}/{language}.json lacks {mute:?}");
    }
}

#[test]
fn every_translation_is_of_a_rule_and_says_something() {
    let engine = Engine::new().expect("the pack was built with this crate");
    let is_rule =
        |id: &String| engine.pack().languages.iter().flat_map(|known| &known.rules).any(|rule| rule.id == *id);
    for language in languages() {
        for (id, texts) in translations(&language) {
            assert!(is_rule(&id), "{RULES}/{language}.json: no rule is called {id}");
            let said = [&texts.title, &texts.why, &texts.question];
            assert!(said.iter().all(|text| !text.trim().is_empty()), "{RULES}/{language}.json: {id} is silent");
        }
    }
}
