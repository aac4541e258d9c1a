//! Every rule is held to its examples: flags are noted with exactly the marked words, passes are not noted.

use second_look::assess::{Engine, examples};

#[test]
fn every_rule_keeps_its_word() {
    let engine = Engine::new().expect("the pack was built with this crate");
    let examples = examples().expect("the examples were built with this crate");
    assert!(!examples.is_empty());
    for own in &examples {
        let language = engine.pack().language(&own.language).expect("a language with examples has rules");
        assert!(language.rules.iter().any(|rule| rule.id == own.rule), "examples of no rule: {}", own.rule);
    }
    let breaches: Vec<String> = engine.breaches(&examples).iter().map(ToString::to_string).collect();
    assert!(breaches.is_empty(), "\n{}\n{} in all", breaches.join("\n"), breaches.len());
}
