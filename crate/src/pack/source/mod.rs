//! Reads a folder of rule files. Every mistake is named by file and line; none is passed over.

mod check;
mod files;
mod reader;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use self::files::{CommonFile, LanguagesFile};
use self::reader::Reader;
use super::{Examples, Language, LeastWeight, Pack, Rule, Topic};
use crate::context::Context;
use crate::measured::Measured;
use crate::phrase::TableBuilder;
use crate::text::lexicon::{Lexicon, LexiconBuilder};

/// A mistake in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which file.
    pub file: PathBuf,
    /// Which line, counted from 1; 0 where it is the file as a whole.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let file = self.file.display();
        match self.line {
            0 => write!(f, "{file}: {}", self.message),
            line => write!(f, "{file}:{line}: {}", self.message),
        }
    }
}

impl Problem {
    fn whole(file: &Path, message: String) -> Self {
        Self { file: file.to_owned(), line: 0, message }
    }
}

/// A folder of rules, read and checked: one folder in it per language.
#[derive(Debug, Default)]
pub struct RuleFolder {
    languages: Vec<LanguageFolder>,
    assumed: String,
    function_words: BTreeMap<String, String>,
    least_weight: LeastWeight,
}

#[derive(Debug)]
struct LanguageFolder {
    folder: PathBuf,
    tag: String,
    table: TableBuilder,
    rules: Vec<Rule>,
    topic: Topic,
    context: Context,
    common: CommonFile,
    examples: Vec<Examples>,
    measured: Option<Measured>,
}

impl RuleFolder {
    /// Reads `crate/rules` or a folder built like it.
    pub fn read(root: &Path) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let path = root.join("languages.toml");
        let LanguagesFile { assumed, function_words } = files::read(&path, &mut problems).value;
        let folders = files::folders(root, &mut problems);
        let languages: Vec<_> = folders.iter().map(|folder| Reader::new(folder, &mut problems).language()).collect();
        check::languages(&path, &languages, &assumed, &function_words, &mut problems);
        let least_weight = files::read(&root.join("sensitivity.toml"), &mut problems).value;
        let read = Self { languages, assumed, function_words, least_weight };
        if problems.is_empty() { Ok(read) } else { Err(problems) }
    }

    /// Names every word of every language to the lexicon.
    pub fn name_words(&self, lexicon: &mut LexiconBuilder) {
        for (language, words) in &self.function_words {
            words.split_whitespace().for_each(|word| lexicon.function_word(language, word));
        }
        for language in &self.languages {
            let CommonFile { words, veiled, abbreviations } = &language.common;
            lexicon.speak(Some(&language.tag));
            language.table.name_words(lexicon);
            words.split_whitespace().for_each(|word| lexicon.common(word));
            veiled.split_whitespace().for_each(|word| lexicon.veiled(word));
            abbreviations.split_whitespace().for_each(|word| lexicon.abbreviation(word));
        }
        lexicon.speak(None);
    }

    /// Compiles, against a lexicon that knows every word.
    pub fn pack(&self, lexicon: Lexicon) -> Result<Pack, Vec<Problem>> {
        let languages: Result<_, _> = self.languages.iter().map(|language| language.compile(&lexicon)).collect();
        let (languages, assumed) = (languages.map_err(|problem| vec![problem])?, self.assumed.clone());
        Ok(Pack { lexicon, languages, assumed, least_weight: self.least_weight })
    }

    /// The examples of every rule.
    pub fn examples(&self) -> Vec<Examples> {
        self.languages.iter().flat_map(|language| language.examples.clone()).collect()
    }
}

impl LanguageFolder {
    fn compile(&self, lexicon: &Lexicon) -> Result<Language, Problem> {
        let table = self.table.compile(lexicon).map_err(|error| Problem::whole(&self.folder, error.message))?;
        let (tag, rules) = (self.tag.clone(), self.rules.clone());
        let (context, measured) = (self.context.clone(), self.measured.clone());
        Ok(Language { tag, table, rules, topic: self.topic, context, measured })
    }
}
