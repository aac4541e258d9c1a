//! The rules as a viewer can look them up.

use std::collections::BTreeSet;

use super::{Engine, examples};
use crate::assessment::Sensitivity;
use crate::measured::Measured;
use crate::pack::{Examples, Language, Rule};
use crate::wire::{RuleEntry, SensitivityEntry};

impl Engine {
    /// Every rule, once, with its examples in every language that has it: those that were built in, then the viewer's own.
    pub fn catalogue(&self) -> Result<Vec<RuleEntry>, postcard::Error> {
        let mut all = self.entries("", &examples()?);
        all.extend(self.own.iter().flat_map(|own| own.engine.entries(&own.name, &own.examples)));
        Ok(all)
    }

    /// What each sensitivity comes to, in each language in which that was measured; first in the one that is assumed.
    pub fn sensitivities(&self) -> Vec<SensitivityEntry> {
        let measured = |assumed: bool| {
            let languages = self.pack.languages.iter().filter(move |it| (it.tag == self.pack.assumed) == assumed);
            languages.filter_map(|language| Some((language, language.measured.as_ref()?)))
        };
        measured(true)
            .chain(measured(false))
            .flat_map(|(language, measured)| Sensitivity::ALL.map(|at| sensitivity(language, measured, at)))
            .collect()
    }

    fn entries(&self, pack: &str, examples: &[Examples]) -> Vec<RuleEntry> {
        let mut seen = BTreeSet::new();
        let rules = self.pack.languages.iter().flat_map(|language| &language.rules);
        rules.filter(|rule| seen.insert(rule.id.as_str())).map(|rule| self.entry(pack, rule, examples)).collect()
    }

    fn entry(&self, pack: &str, rule: &Rule, examples: &[Examples]) -> RuleEntry {
        let own = || examples.iter().filter(|entry| entry.rule == rule.id);
        RuleEntry {
            text: self.rule_text(rule),
            pack: pack.to_owned(),
            category: rule.category,
            languages: own().map(|entry| entry.language.clone()).collect(),
            weight: rule.weight,
            flags: own().flat_map(|entry| entry.flags.clone()).collect(),
            passes: own().flat_map(|entry| entry.passes.clone()).collect(),
        }
    }
}

fn sensitivity(language: &Language, measured: &Measured, sensitivity: Sensitivity) -> SensitivityEntry {
    let notes = measured.notes(sensitivity);
    SensitivityEntry {
        sensitivity,
        language: language.tag.clone(),
        texts: measured.texts,
        precision: notes.precision(),
        recall: notes.recall(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_can_be_looked_up_with_its_examples() {
        let catalogue = Engine::new().unwrap().catalogue().unwrap();
        assert!(!catalogue.is_empty());
        for rule in catalogue {
            assert!(!rule.text.why.is_empty() && !rule.flags.is_empty(), "{}", rule.text.id);
        }
    }
}
