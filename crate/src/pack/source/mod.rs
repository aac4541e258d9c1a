//! Reads a folder of rule files. Every mistake is named by file and line; none is passed over.

mod check;
mod files;
pub mod own;
mod reader;
mod tree;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use serde::Serialize;

use self::check::{Demands, OWN, SHIPPED};
use self::files::{CommonFile, LanguagesFile};
use self::reader::Reader;
#[allow(unused_imports, reason = "the build needs no file by itself")]
pub use self::tree::Leaf;
pub use self::tree::Tree;
use super::{Examples, Language, LeastWeight, Pack, Rule, Topic, unmark};
use crate::context::Context;
use crate::measured::Measured;
use crate::phrase::TableBuilder;
use crate::phrase::compile::usage::Usage;
use crate::text::lexicon::{Lexicon, LexiconBuilder};
use crate::text::{Flow, Tokens};

/// A mistake in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    tag: String,
    /// Where each phrase of the table stands: the file and its line.
    places: Vec<(PathBuf, usize)>,
    table: TableBuilder,
    rules: Vec<Rule>,
    topic: Topic,
    context: Context,
    common: CommonFile,
    examples: Vec<Examples>,
    measured: Option<Measured>,
}

impl RuleFolder {
    /// Reads what can be read of a tree of files: a mistake is named, and what it stands in left out.
    pub fn of(tree: &Tree) -> (Self, Vec<Problem>) {
        Self::read(tree, &SHIPPED)
    }

    /// The same of somebody's own rules, of which less is asked.
    pub fn of_own(tree: &Tree) -> (Self, Vec<Problem>) {
        Self::read(tree, &OWN)
    }

    fn read(tree: &Tree, demands: &Demands) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let words: LanguagesFile = files::read(tree, "languages.toml", &mut problems).value;
        let tags = tree.languages();
        let languages: Vec<_> =
            tags.iter().map(|tag| Reader::new(tree, tag, demands, &mut problems).language()).collect();
        if let Some(leaf) = tree.leaf("languages.toml") {
            check::languages(leaf, &tags, &words, &mut problems);
        }
        let LanguagesFile { assumed, function_words } = words;
        let least_weight = files::read(tree, "sensitivity.toml", &mut problems).value;
        (Self { languages, assumed, function_words, least_weight }, problems)
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

    /// Compiles what can be compiled, against a lexicon that knows every word.
    pub fn pack(&self, lexicon: Lexicon) -> (Pack, Vec<Problem>) {
        let mut problems = Vec::new();
        let usage = self.usage(&lexicon);
        let compile = |language: &LanguageFolder| language.compile(&lexicon, &usage, &mut problems);
        let languages = self.languages.iter().map(compile).collect();
        let assumed = self.assumed.clone();
        (Pack { lexicon, languages, assumed, least_weight: self.least_weight }, problems)
    }

    /// How often words are met, as far as the examples tell.
    pub fn usage(&self, lexicon: &Lexicon) -> Usage {
        let mut usage = Usage::assumed(lexicon);
        for Examples { flags, passes, .. } in self.languages.iter().flat_map(|language| &language.examples) {
            let flags = flags.iter().filter_map(|flag| unmark(flag)).map(|(text, _)| text);
            for text in flags.chain(passes.iter().flat_map(|(_, texts)| texts).cloned()) {
                usage.count(&Tokens::read(&text, Flow::Lines, lexicon));
            }
        }
        usage
    }

    /// The examples of every rule.
    pub fn examples(&self) -> Vec<Examples> {
        self.languages.iter().flat_map(|language| language.examples.clone()).collect()
    }
}

impl LanguageFolder {
    fn compile(&self, lexicon: &Lexicon, usage: &Usage, problems: &mut Vec<Problem>) -> Language {
        let (table, faults) = self.table.compile_each(lexicon, usage);
        problems.extend(faults.into_iter().map(|(id, fault)| {
            let (file, line) = self.places.get(usize::from(id.0)).cloned().unwrap_or_default();
            Problem { file, line, message: fault.to_string() }
        }));
        Language {
            tag: self.tag.clone(),
            table,
            rules: self.rules.clone(),
            topic: self.topic,
            context: self.context.clone(),
            measured: self.measured.clone(),
        }
    }
}
