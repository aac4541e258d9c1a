//! Holding rules to their examples: flags are noted with exactly the marked words, passes are not noted.

use std::fmt;

use serde::Serialize;

use super::{Engine, Words, judge};
use crate::pack::{Examples, Language, Rule, unmark};
use crate::video::Field;

/// An example that a rule does not keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Breach {
    /// The rule's identifier.
    pub rule: String,
    /// The example, as it is written in its file.
    pub example: String,
    /// Why it is to pass; empty for one that is to be noted.
    pub reason: String,
    /// The words that were noted.
    pub found: Vec<String>,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self { rule, example, reason, found } = self;
        match reason.as_str() {
            "" => write!(f, "{rule}  silent or off the mark: {example}\n  found {found:?}"),
            reason => write!(f, "{rule}  noisy ({reason}): {example}\n  found {found:?}"),
        }
    }
}

impl Engine {
    /// The examples that the rules of this engine's own pack do not keep.
    pub fn breaches(&self, examples: &[Examples]) -> Vec<Breach> {
        examples.iter().flat_map(|examples| self.breaches_of(examples)).collect()
    }

    fn breaches_of(&self, examples: &Examples) -> Vec<Breach> {
        let language = self.pack.language(&examples.language);
        let rule = language.and_then(|language| language.rules.iter().find(|rule| rule.id == examples.rule));
        let Some((language, rule)) = language.zip(rule) else { return Vec::new() };
        let breach = |reason: &str, example: &str| {
            let (text, marked) = unmark(example)?;
            let found = self.noted(language, rule, &text);
            let (rule, example, reason) = (rule.id.clone(), example.to_owned(), reason.to_owned());
            (found != marked).then_some(Breach { rule, example, reason, found })
        };
        let flags = examples.flags.iter().map(|flag| ("", flag));
        let passes = examples.passes.iter().flat_map(|(why, texts)| texts.iter().map(move |text| (why.as_str(), text)));
        flags.chain(passes).filter_map(|(why, text)| breach(why, text)).collect()
    }

    /// The quotes of one rule that no guard set aside.
    fn noted(&self, language: &Language, rule: &Rule, text: &str) -> Vec<String> {
        let fields = &rule.fields;
        let field = fields.iter().find(|field| **field == Field::Description).or(fields.first());
        let words = Words::of(field.copied().unwrap_or(Field::Description), text.to_owned(), &self.pack.lexicon);
        let judged = judge(language, &words);
        let mine = judged.iter().filter(|judged| judged.rule.id == rule.id && judged.overruled.is_none());
        mine.map(|judged| words.text[words.tokens.bytes(judged.hit.first, judged.hit.end)].to_owned()).collect()
    }
}
