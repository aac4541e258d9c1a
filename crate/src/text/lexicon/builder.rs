use std::collections::{BTreeMap, BTreeSet};

use super::{Commonness, FIRST_WORD, Known, Lexicon, Stored, WordId};
use crate::flat::Rows;

/// Gathers the words of all phrases of all languages, and numbers them.
#[derive(Clone, Debug, Default)]
pub struct LexiconBuilder {
    words: BTreeMap<String, Known>,
    prefixes: BTreeMap<String, u32>,
    veiled: BTreeSet<String>,
    abbreviations: BTreeSet<String>,
    languages: Vec<String>,
    /// The language whose words are being named, as a bit; none for words of no one language.
    speaking: u32,
}

impl LexiconBuilder {
    /// The words named from here on are of this language; of no one language where none is given.
    pub fn speak(&mut self, language: Option<&str>) {
        self.speaking = language.map_or(0, |language| self.bit(language));
    }

    /// A word that a phrase names.
    pub fn word(&mut self, key: &str) {
        self.words.entry(key.to_owned()).or_default().named_by |= self.speaking;
    }

    /// A beginning that a phrase names. It must have three ASCII letters or more, and at most 31.
    pub fn prefix(&mut self, key: &str) {
        *self.prefixes.entry(key.to_owned()).or_default() |= self.speaking;
    }

    /// An everyday word: known so that hashtags can be split.
    pub fn common(&mut self, key: &str) {
        self.word(key);
        self.raise(key, Commonness::Common);
    }

    /// A function word of a language.
    pub fn function_word(&mut self, language: &str, key: &str) {
        let bit = self.bit(language);
        self.raise(key, Commonness::Function).function_word_of |= bit;
    }

    fn bit(&mut self, language: &str) -> u32 {
        let known = self.languages.iter().position(|name| name == language);
        let index = known.unwrap_or_else(|| {
            self.languages.push(language.to_owned());
            self.languages.len() - 1
        });
        1 << index
    }

    /// A short form whose dot ends no sentence.
    pub fn abbreviation(&mut self, key: &str) {
        self.word(key);
        self.abbreviations.insert(key.to_owned());
    }

    /// A word that people write with stars.
    pub fn veiled(&mut self, key: &str) {
        self.word(key);
        self.veiled.insert(key.to_owned());
    }

    fn raise(&mut self, key: &str, commonness: Commonness) -> &mut Known {
        let entry = self.words.entry(key.to_owned()).or_default();
        entry.commonness = entry.commonness.max(commonness);
        entry
    }

    /// Numbers what was gathered. Fails where there are more words than numbers.
    pub fn build(&self) -> Result<Lexicon, String> {
        let keys: Vec<&String> = self.words.keys().chain(self.prefixes.keys()).collect();
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
        let places: BTreeMap<&String, WordId> = self.words.keys().zip(FIRST_WORD..).collect();
        let numbers = |keys: &BTreeSet<String>| keys.iter().filter_map(|key| places.get(key).copied()).collect();
        let prefix = |&named_by: &u32| Known { named_by, ..Known::default() };
        let known: Vec<Known> = self.words.values().copied().chain(self.prefixes.values().map(prefix)).collect();
        let mut kinds = known.clone();
        kinds.sort_unstable();
        kinds.dedup();
        if kinds.len() > usize::from(u8::MAX) {
            return Err("too many languages share words in too many ways".to_owned());
        }
        let kind_of = |known: &Known| [kinds.partition_point(|kind| kind < known) as u8];
        let letters: String = keys.iter().map(|key| key.as_str()).collect();
        let lengths: Vec<[u8; 1]> = keys.iter().map(|key| [key.len() as u8]).collect();
        let of_each: Vec<[u8; 1]> = known.iter().map(kind_of).collect();
        let stored = Stored {
            words: self.words.len() as WordId,
            kinds,
            names: self.languages.clone(),
            veiled: numbers(&self.veiled),
            abbreviations: numbers(&self.abbreviations),
        };
        Ok(Lexicon::new(letters.into(), Rows::from(lengths), Rows::from(of_each), stored))
    }
}
