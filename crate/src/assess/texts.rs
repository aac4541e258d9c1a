//! What rules say to the viewer, in the language of the interface.
//!
//! A rule's file speaks the language whose words it knows. The viewer's own language may be another one, or the rule may
//! share its identifier, and so its meaning, with one of that language.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Engine;
use crate::pack::Rule;
use crate::wire::RuleText;

/// What one rule says, translated. Sources keep the titles they were published under.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// [`Rule::title`]
    pub title: String,
    /// [`Rule::why`]
    pub why: String,
    /// [`Rule::question`]
    pub question: String,
}

/// Translations by rule identifier: a file of `extension/rules`.
pub type Translations = BTreeMap<String, Translation>;

/// The language of the interface, and what was translated into it.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    language: String,
    translations: Translations,
}

impl Engine {
    /// Has rules speak this language from now on: a translation first, then a rule of that language with the same
    /// identifier, then one of the language that is assumed.
    pub fn speak(&mut self, language: &str, translations: Translations) {
        self.texts = Texts { language: language.to_owned(), translations };
    }

    /// Whether a viewer of this engine reads the rule's texts in their own language.
    pub fn is_translated(&self, rule: &Rule) -> bool {
        self.texts.translations.contains_key(&rule.id) || self.namesake(&self.texts.language, rule).is_some()
    }

    /// What a viewer is told about a rule.
    pub(super) fn rule_text(&self, rule: &Rule) -> RuleText {
        let Translation { title, why, question } = self.translation(rule);
        RuleText { id: rule.id.clone(), title, why, question, sources: rule.sources.clone() }
    }

    fn translation(&self, rule: &Rule) -> Translation {
        if let Some(translation) = self.texts.translations.get(&rule.id) {
            return translation.clone();
        }
        let own = self.namesake(&self.texts.language, rule).or_else(|| self.namesake(&self.pack.assumed, rule));
        let Rule { title, why, question, .. } = own.unwrap_or(rule).clone();
        Translation { title, why, question }
    }

    /// The rule of that language that means the same.
    fn namesake(&self, language: &str, rule: &Rule) -> Option<&Rule> {
        self.pack.language(language)?.rules.iter().find(|other| other.id == rule.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(engine: &Engine, id: &str) -> String {
        let rules = engine.pack().languages.iter().flat_map(|language| &language.rules);
        engine.rule_text(rules.into_iter().find(|rule| rule.id == id).unwrap()).title
    }

    #[test]
    fn a_viewer_without_texts_is_told_those_of_the_assumed_language() {
        let mut engine = Engine::new().unwrap();
        let english = title(&engine, "condition-gone");
        engine.pack.assumed = "es".to_owned();
        let spanish = title(&engine, "condition-gone");
        assert_ne!(spanish, english);
        engine.speak("es", Translations::new());
        assert_eq!(title(&engine, "condition-gone"), spanish);
    }

    #[test]
    fn a_translation_is_told_where_there_is_one() {
        let mut engine = Engine::new().unwrap();
        let english = title(&engine, "condition-gone");
        let translation = Translation { title: "Weg".into(), why: "Darum.".into(), question: "Wie?".into() };
        engine.speak("de", [("condition-gone".to_owned(), translation)].into());
        assert_eq!(title(&engine, "condition-gone"), "Weg");
        engine.speak("de", Translations::new());
        assert_eq!(title(&engine, "condition-gone"), english);
    }
}
