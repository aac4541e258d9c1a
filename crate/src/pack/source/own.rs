//! A viewer's own rules: a few files over the words, topics and guards of the built-in ones.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::tree::{BESIDE_RULES, is_tag};
use super::{Leaf, Problem, RuleFolder, Tree, files};
use crate::pack::OwnPack;
use crate::text::lexicon::LexiconBuilder;

/// The folder of rules that name their category themselves.
pub const UNSORTED: &str = "unsorted";

/// Reads own rules. `base` holds the built-in files beside the rules, by their places: own words add to the built-in ones,
/// other own files take their place. `files` holds the texts by the paths they came under; a rule's identifier becomes
/// `<name>/<file>`.
pub fn read(base: Vec<(String, String)>, name: &str, files: BTreeMap<String, String>) -> Result<OwnPack, Vec<Problem>> {
    let (tree, mut problems) = lay_over(base, files);
    let (mut rules, more) = RuleFolder::of_own(&tree);
    problems.extend(more);
    if rules.languages.iter().all(|language| language.rules.is_empty()) && problems.is_empty() {
        problems.push(Problem::whole(Path::new(name), "there is no rule in it".to_owned()));
    }
    let full = |id: &str| format!("{name}/{id}");
    for language in &mut rules.languages {
        language.rules.iter_mut().for_each(|rule| rule.id = full(&rule.id));
        language.examples.iter_mut().for_each(|example| example.rule = full(&example.rule));
    }
    let mut lexicon = LexiconBuilder::default();
    rules.name_words(&mut lexicon);
    let lexicon = lexicon.build().map_err(|message| vec![Problem::whole(Path::new(name), message)])?;
    let (pack, more) = rules.pack(lexicon);
    problems.extend(more);
    let own = OwnPack { name: name.to_owned(), pack, examples: rules.examples() };
    if problems.is_empty() { Ok(own) } else { Err(problems) }
}

fn lay_over(base: Vec<(String, String)>, files: BTreeMap<String, String>) -> (Tree, Vec<Problem>) {
    let mut built_in = Tree::default();
    for (place, text) in base {
        built_in.put(place.clone(), Leaf { path: place.into(), text, own: false });
    }
    let (mut own, mut problems) = (Tree::default(), Vec::new());
    let assumed = built_in.assumed();
    for (path, text) in files {
        let place = place(&path, &assumed);
        let leaf = Leaf { path: PathBuf::from(&path), text, own: true };
        if let Some(other) = own.leaf(&place) {
            let message = format!("this has the same place as {}: give it another name", other.path.display());
            problems.push(Problem::whole(&leaf.path, message));
        }
        own.put(place, leaf);
    }
    (built_in.under(own), problems)
}

/// Where a file belongs, whatever folders it came in: `en/cure_claim/my-rule.toml`. A place that does not tell its language
/// is in the one that is assumed.
fn place(path: &str, assumed: &str) -> String {
    let parts: Vec<&str> = path.split(['/', '\\']).filter(|part| !matches!(*part, "" | "." | "..")).collect();
    let (file, folders) = parts.split_last().unwrap_or((&path, &[]));
    if BESIDE_RULES.contains(file) {
        return format!("{}/{file}", language(folders, assumed));
    }
    match folders.split_last() {
        Some((category, above)) if files::category(category).is_some() => {
            format!("{}/{category}/{file}", language(above, assumed))
        }
        _ => format!("{}/{UNSORTED}/{file}", language(folders, assumed)),
    }
}

fn language<'a>(folders: &[&'a str], assumed: &'a str) -> &'a str {
    folders.last().copied().filter(|folder| is_tag(folder)).unwrap_or(assumed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_finds_its_place_by_the_folders_it_came_in() {
        assert_eq!(place("tea.toml", "en"), "en/unsorted/tea.toml");
        assert_eq!(place("class rules/cure_claim/tea.toml", "en"), "en/cure_claim/tea.toml");
        assert_eq!(place("class/es/cure_claim/te.toml", "en"), "es/cure_claim/te.toml");
        assert_eq!(place("../en/words.toml", "en"), "en/words.toml");
        assert_eq!(place("class/topic.toml", "en"), "en/topic.toml");
    }
}
