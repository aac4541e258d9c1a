//! The files of a folder of rules, in layers: a file takes the place of one of the same name in the layer below.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::files::LanguagesFile;
use super::{Problem, files};

/// Files by their place in a folder of rules: `en/cure_claim/the-cure-for.toml`.
#[derive(Clone, Debug, Default)]
pub struct Tree(BTreeMap<String, Vec<Leaf>>);

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Where it is, for messages.
    pub path: PathBuf,
    /// What it holds.
    pub text: String,
    /// Whether it lies in the folder that is read; else below it.
    pub own: bool,
}

/// Files of the whole folder.
const BESIDE_LANGUAGES: [&str; 2] = ["languages.toml", "sensitivity.toml"];
/// Files beside the rules of one language.
pub const BESIDE_RULES: [&str; 4] = ["common.toml", "context.toml", "topic.toml", "words.toml"];
/// What these rules came to, which says nothing of others.
const MEASURED: [&str; 2] = [FIRST_READING, "measured.toml"];
/// The same on texts that they had not seen.
pub const FIRST_READING: &str = "first_reading.toml";

impl Tree {
    /// The files of a folder with one folder per language, or with one folder per category: then of one language, which
    /// is the folder's name, or else the one that is assumed.
    pub fn of_folder(root: &Path, assumed: &str, problems: &mut Vec<Problem>) -> Self {
        let mut found = Vec::new();
        walk(root, &mut Vec::new(), &mut found, problems);
        let is_language = found.iter().any(|(place, _)| files::category(&place[0]).is_some());
        let name = files::stem(root);
        let tag = if is_tag(&name) { name } else { assumed.to_owned() };
        let mut tree = Self::default();
        for (mut place, path) in found {
            if is_language && !BESIDE_LANGUAGES.contains(&place[0].as_str()) {
                place.insert(0, tag.clone());
            }
            match fs::read_to_string(&path) {
                Ok(text) => tree.put(place.join("/"), Leaf { path, text, own: true }),
                Err(error) => problems.push(Problem::whole(&path, error.to_string())),
            }
        }
        tree
    }

    /// Puts a file on top.
    pub fn put(&mut self, place: String, leaf: Leaf) {
        self.0.entry(place).or_default().push(leaf);
    }

    /// The language that is taken for granted where nothing tells: as its `languages.toml` says, or else empty.
    pub fn assumed(&self) -> String {
        let file = self.leaf("languages.toml").and_then(|leaf| toml::from_str::<LanguagesFile>(&leaf.text).ok());
        file.map(|file| file.assumed).unwrap_or_default()
    }

    /// Puts all of another tree on top.
    #[must_use]
    pub fn under(mut self, top: Self) -> Self {
        for (place, leaves) in top.0 {
            self.0.entry(place).or_default().extend(leaves);
        }
        self
    }

    /// The file at a place.
    pub fn leaf(&self, place: &str) -> Option<&Leaf> {
        self.layers(place).last()
    }

    /// Every file at a place, the lowest first.
    pub fn layers(&self, place: &str) -> &[Leaf] {
        self.0.get(place).map_or(&[], Vec::as_slice)
    }

    /// Whether a rule stands at a place.
    pub fn is_rule(place: &str) -> bool {
        place.split('/').count() == 3
    }

    /// Every file but what was measured, which says nothing of other rules: its place and what it holds.
    pub fn texts(&self) -> Vec<(&str, &str)> {
        let top = self.0.iter().filter_map(|(place, leaves)| Some((place.as_str(), leaves.last()?.text.as_str())));
        top.filter(|(place, _)| !MEASURED.iter().any(|file| place.ends_with(file))).collect()
    }

    /// The languages there are rules of, sorted.
    pub fn languages(&self) -> Vec<String> {
        let mut tags: Vec<String> =
            self.rules().filter_map(|(place, _)| Some(place.split_once('/')?.0.to_owned())).collect();
        tags.dedup();
        tags
    }

    /// The rule files of a language, by category and name.
    pub fn rules_of<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = (&'a str, &'a Leaf)> {
        self.rules().filter_map(move |(place, leaf)| Some((place.strip_prefix(tag)?.strip_prefix('/')?, leaf)))
    }

    fn rules(&self) -> impl Iterator<Item = (&str, &Leaf)> {
        let places = self.0.iter().filter(|(place, _)| Self::is_rule(place));
        places.filter_map(|(place, leaves)| Some((place.as_str(), leaves.last()?)))
    }

    /// Own files that stand where nothing reads them.
    pub fn strays(&self) -> Vec<Problem> {
        let known = |place: &str| {
            let beside_rules =
                place.split_once('/').is_some_and(|(_, file)| BESIDE_RULES.contains(&file) || MEASURED.contains(&file));
            Self::is_rule(place) || beside_rules || BESIDE_LANGUAGES.contains(&place)
        };
        let stray = self.0.iter().filter(|(place, _)| !known(place)).flat_map(|(_, leaves)| leaves);
        let asked = "stands where no rule is looked for: <language>/<category>/<rule>.toml";
        stray.filter(|leaf| leaf.own).map(|leaf| Problem::whole(&leaf.path, asked.to_owned())).collect()
    }
}

/// Whether a folder is a language: a BCP 47 primary tag.
pub fn is_tag(name: &str) -> bool {
    (2..=3).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Every TOML file in a folder, at most three deep.
fn walk(folder: &Path, place: &mut Vec<String>, found: &mut Vec<(Vec<String>, PathBuf)>, problems: &mut Vec<Problem>) {
    for path in files::entries(folder, problems) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        place.push(name);
        if path.is_dir() && place.len() < 3 {
            walk(&path, place, found, problems);
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            found.push((place.clone(), path));
        }
        place.pop();
    }
}
