use std::collections::{BTreeMap, BTreeSet};

use super::{Commonness, FIRST_WORD, Lexicon, Stored, WordId};

/// Gathers the words of all phrases of all languages, and numbers them.
#[derive(Clone, Debug, Default)]
pub struct LexiconBuilder {
    words: BTreeMap<String, (Commonness, u32)>,
    prefixes: BTreeSet<String>,
    veiled: BTreeSet<String>,
    languages: Vec<String>,
}

impl LexiconBuilder {
    /// A word that a phrase names.
    pub fn word(&mut self, key: &str) {
        self.words.entry(key.to_owned()).or_default();
    }

    /// A beginning that a phrase names. It must have three ASCII letters or more, and at most 31.
    pub fn prefix(&mut self, key: &str) {
        self.prefixes.insert(key.to_owned());
    }

    /// An everyday word: known so that hashtags can be split.
    pub fn common(&mut self, key: &str) {
        self.raise(key, Commonness::Common);
    }

    /// A function word of a language.
    pub fn function_word(&mut self, language: &str, key: &str) {
        let known = self.languages.iter().position(|name| name == language);
        let index = known.unwrap_or_else(|| {
            self.languages.push(language.to_owned());
            self.languages.len() - 1
        });
        self.raise(key, Commonness::Function).1 |= 1 << index;
    }

    /// A word that people write with stars.
    pub fn veiled(&mut self, key: &str) {
        self.word(key);
        self.veiled.insert(key.to_owned());
    }

    fn raise(&mut self, key: &str, commonness: Commonness) -> &mut (Commonness, u32) {
        let entry = self.words.entry(key.to_owned()).or_default();
        entry.0 = entry.0.max(commonness);
        entry
    }

    /// Numbers what was gathered. Fails where there are more words than numbers.
    pub fn build(&self) -> Result<Lexicon, String> {
        let keys: Vec<&String> = self.words.keys().chain(&self.prefixes).collect();
        if keys.len() > usize::from(WordId::MAX - FIRST_WORD) {
            return Err(format!(
                "{} different words; at most {} can be told apart",
                keys.len(),
                WordId::MAX - FIRST_WORD
            ));
        }
        if let Some(long) = keys.iter().find(|key| key.len() > usize::from(u8::MAX)) {
            return Err(format!("the word '{long}' is too long"));
        }
        let position = |key: &String| self.words.keys().position(|word| word == key).unwrap_or_default();
        Ok(Lexicon::from(Stored {
            letters: keys.iter().map(|key| key.as_str()).collect(),
            lengths: keys.iter().map(|key| key.len() as u8).collect(),
            words: self.words.len() as WordId,
            commonness: self.words.values().map(|entry| entry.0).collect(),
            languages: self.words.values().map(|entry| entry.1).collect(),
            names: self.languages.clone(),
            veiled: self.veiled.iter().map(|key| FIRST_WORD + position(key) as WordId).collect(),
        }))
    }
}
