//! Every rule is held to its examples: flags are noted with exactly the marked words, passes are not noted.

use second_look::assess::{Engine, Words, examples, judge};
use second_look::pack::{Examples, Language, Rule, unmark};
use second_look::video::Field;

/// The quotes of one rule that no guard set aside.
fn noted(engine: &Engine, language: &Language, rule: &Rule, text: &str) -> Vec<String> {
    let field = if rule.fields.contains(&Field::Description) { Field::Description } else { rule.fields[0] };
    let words = Words::of(field, text.to_owned(), &engine.pack().lexicon);
    let judged = judge(language, &words);
    let mine = judged.iter().filter(|judged| judged.rule.id == rule.id && judged.overruled.is_none());
    mine.map(|judged| words.text[words.tokens.bytes(judged.hit.first, judged.hit.end)].to_owned()).collect()
}

fn breaches(engine: &Engine, examples: &Examples) -> Vec<String> {
    let language = engine.pack().language(&examples.language).expect("a language with examples has rules");
    let rule = language.rules.iter().find(|rule| rule.id == examples.rule).expect("examples belong to a rule");
    let mut breaches = Vec::new();
    for flag in &examples.flags {
        let (text, marked) = unmark(flag).expect("marks are checked by the build");
        let found = noted(engine, language, rule, &text);
        if found != marked {
            breaches.push(format!("{}  silent or off the mark: {flag}\n  found {found:?}", rule.id));
        }
    }
    for (reason, texts) in &examples.passes {
        for text in texts {
            let found = noted(engine, language, rule, text);
            if !found.is_empty() {
                breaches.push(format!("{}  noisy ({reason}): {text}\n  found {found:?}", rule.id));
            }
        }
    }
    breaches
}

#[test]
fn every_rule_keeps_its_word() {
    let engine = Engine::new().expect("the pack was built with this crate");
    let examples = examples().expect("the examples were built with this crate");
    assert!(!examples.is_empty());
    let breaches: Vec<String> = examples.iter().flat_map(|examples| breaches(&engine, examples)).collect();
    assert!(breaches.is_empty(), "\n{}\n{} in all", breaches.join("\n"), breaches.len());
}
