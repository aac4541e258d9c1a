//! The files as they are written, and reading them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::value::{Error, StrDeserializer};
use serde::de::{Deserialize, DeserializeOwned, IntoDeserializer};
use toml::Spanned;

use super::Problem;
use super::reader::File;
use super::tree::{Leaf, Tree};
use crate::assessment::Category;
use crate::context::Guard;
use crate::pack::Source;
use crate::video::Field;

/// `<category>/<rule-id>.toml`
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    pub title: Spanned<String>,
    /// For own rules that came without a folder.
    pub category: Option<String>,
    pub why: String,
    pub question: String,
    #[serde(default)]
    pub chip: String,
    pub weight: Spanned<u8>,
    #[serde(default = "spoken_and_written")]
    pub fields: Vec<Field>,
    pub phrases: Vec<Spanned<String>>,
    #[serde(default)]
    pub unless: Vec<Spanned<String>>,
    #[serde(default)]
    pub heedless: Vec<Guard>,
    #[serde(default)]
    pub sources: Vec<Source>,
    #[serde(default)]
    pub flags: Vec<Spanned<String>>,
    #[serde(default)]
    pub passes: BTreeMap<String, Vec<Spanned<String>>>,
}

fn spoken_and_written() -> Vec<Field> {
    vec![Field::Title, Field::Description, Field::Hashtags, Field::Captions]
}

/// `words.toml`: the entries of each list.
pub type WordsFile = BTreeMap<String, Vec<Spanned<String>>>;

/// `topic.toml`
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicFile {
    pub strong: Vec<Spanned<String>>,
    pub weak: Vec<Spanned<String>>,
    #[serde(default)]
    pub beside: Vec<Spanned<String>>,
    #[serde(default)]
    pub not: Vec<Spanned<String>>,
}

/// `common.toml`
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommonFile {
    pub words: String,
    pub veiled: String,
    pub abbreviations: String,
}

/// `languages.toml`
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguagesFile {
    pub assumed: String,
    pub function_words: BTreeMap<String, String>,
}

/// `context.toml`
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContextFile {
    #[serde(default)]
    pub terminators: Vec<Spanned<String>>,
    negation: Option<GuardFile>,
    question: Option<GuardFile>,
    hypothetical: Option<GuardFile>,
    attribution: Option<GuardFile>,
    experiencer: Option<GuardFile>,
    history: Option<GuardFile>,
    joke: Option<GuardFile>,
}

/// One guard of `context.toml`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuardFile {
    #[serde(default)]
    pub before: Vec<Spanned<String>>,
    #[serde(default)]
    pub after: Vec<Spanned<String>>,
    #[serde(default)]
    pub not: Vec<Spanned<String>>,
    #[serde(default)]
    pub anywhere: Vec<Spanned<String>>,
    #[serde(default)]
    pub until: Vec<Spanned<String>>,
    pub scope: u8,
}

impl ContextFile {
    pub fn guard(&self, guard: Guard) -> Option<&GuardFile> {
        let terms = match guard {
            Guard::Negation => &self.negation,
            Guard::Question => &self.question,
            Guard::Hypothetical => &self.hypothetical,
            Guard::Attribution => &self.attribution,
            Guard::Experiencer => &self.experiencer,
            Guard::History => &self.history,
            Guard::Joke => &self.joke,
        };
        terms.as_ref()
    }
}

/// What a file held, and the file.
pub struct Read<'a, T> {
    pub value: T,
    pub file: File<'a>,
}

/// Reads a file that has to be there; a mistake gives the default and is noted.
pub fn read<'a, T: DeserializeOwned + Default>(
    tree: &'a Tree,
    place: &str,
    problems: &mut Vec<Problem>,
) -> Read<'a, T> {
    let Some(leaf) = tree.leaf(place) else {
        problems.push(Problem::whole(Path::new(place), "is missing".to_owned()));
        return Read { value: T::default(), file: File { path: Path::new(""), text: "" } };
    };
    parse(leaf, problems)
}

/// Reads a file that need not be there.
pub fn read_if_there<T: DeserializeOwned + Default>(
    tree: &Tree,
    place: &str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    tree.leaf(place).map(|leaf| parse(leaf, problems).value)
}

/// Reads one file; a mistake gives the default and is noted.
pub fn parse<'a, T: DeserializeOwned + Default>(leaf: &'a Leaf, problems: &mut Vec<Problem>) -> Read<'a, T> {
    let file = File { path: &leaf.path, text: &leaf.text };
    let value = toml::from_str(file.text).unwrap_or_else(|error| {
        let at = error.span().map_or(0, |span| span.start);
        problems.push(file.problem(at, error.message()));
        T::default()
    });
    Read { value, file }
}

/// What is in a folder, sorted.
pub fn entries(path: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let listed = fs::read_dir(path).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut listed: Vec<PathBuf> = listed.unwrap_or_else(|error| {
        problems.push(Problem::whole(path, error.to_string()));
        Vec::new()
    });
    listed.sort();
    listed
}

/// A file's or folder's name without its ending.
pub fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The category of this name.
pub fn category(name: &str) -> Option<Category> {
    let name: StrDeserializer<Error> = name.into_deserializer();
    Category::deserialize(name).ok()
}
