//! What is asked of a rule file beyond its form.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::Problem;
use super::files::{LanguagesFile, RuleFile};
use super::reader::File;
use super::tree::Leaf;
use crate::pack::{Rule, unmark};
use crate::phrase::TableBuilder;

/// How much is asked of a rule.
#[derive(Clone, Copy, Debug)]
pub struct Demands {
    /// Fewer examples than this hold nothing to its word.
    flags: usize,
    passes: usize,
    /// One reason why not is seldom the only one.
    reasons: usize,
    sources: usize,
    /// Whether every named list has to be of use.
    pub lists_used: bool,
}

/// Of the rules that come with the extension.
pub const SHIPPED: Demands = Demands { flags: 3, passes: 3, reasons: 2, sources: 1, lists_used: true };
/// Of anybody's own, on the options page and at the command line alike.
pub const OWN: Demands = Demands { flags: 1, passes: 1, reasons: 0, sources: 0, lists_used: false };

impl Demands {
    fn flags_asked(&self) -> &'static str {
        if self.flags == 1 { "one flag or more is asked for" } else { "three flags or more are asked for" }
    }

    fn passes_asked(&self) -> &'static str {
        if self.passes == 1 { "one pass or more is asked for" } else { "three passes or more are asked for" }
    }
}

/// One rule by itself.
pub fn rule(file: &File, rule: &RuleFile, demands: &Demands, problems: &mut Vec<Problem>) {
    let title = rule.title.span().start;
    let passes: usize = rule.passes.values().map(Vec::len).sum();
    let asked = [
        ((0..=3).contains(rule.weight.get_ref()), rule.weight.span().start, "weight is 0, 1, 2 or 3"),
        (!rule.phrases.is_empty(), title, "no phrases"),
        (!rule.fields.is_empty(), title, "no fields"),
        (rule.flags.len() >= demands.flags, title, demands.flags_asked()),
        (passes >= demands.passes, title, demands.passes_asked()),
        (rule.passes.len() >= demands.reasons, title, "passes for two reasons or more are asked for"),
        (rule.sources.len() >= demands.sources, title, "no source"),
        (rule.sources.iter().all(|source| is_https(&source.url)), title, "a source's address begins with https://"),
        (
            ![rule.title.get_ref(), &rule.why, &rule.question].iter().any(|text| text.trim().is_empty()),
            title,
            "an empty text",
        ),
    ];
    problems.extend(asked.into_iter().filter(|(holds, ..)| !holds).map(|(_, at, message)| file.problem(at, message)));
    marks(file, rule, problems);
}

fn is_https(url: &str) -> bool {
    url.is_empty() || url.starts_with("https://")
}

/// Flags mark their evidence; passes have none.
fn marks(file: &File, rule: &RuleFile, problems: &mut Vec<Problem>) {
    let marked = |text: &str| unmark(text).map(|(_, marked)| marked.len());
    let flags = rule.flags.iter().filter(|flag| marked(flag.get_ref()).is_none_or(|count| count == 0));
    problems
        .extend(flags.map(|flag| file.problem(flag.span().start, "a flag marks its evidence in [[double brackets]]")));
    let passes = rule.passes.values().flatten().filter(|pass| marked(pass.get_ref()) != Some(0));
    problems.extend(passes.map(|pass| file.problem(pass.span().start, "a pass marks nothing")));
}

/// All languages together: each must be told by its function words, and one is assumed where nothing tells.
pub fn languages(leaf: &Leaf, tags: &[String], file: &LanguagesFile, problems: &mut Vec<Problem>) {
    let problem = |message| Problem::whole(&leaf.path, message);
    let untold = tags.iter().filter(|tag| !file.function_words.contains_key(*tag));
    problems.extend(untold.map(|tag| problem(format!("no function words for the rules of '{tag}'"))));
    if leaf.own && !tags.contains(&file.assumed) {
        problems.push(problem(format!("'{}' is assumed, and there are no rules for it", file.assumed)));
    }
}

/// All rules of a language together.
pub fn pack(language: &Path, rules: &[Rule], problems: &mut Vec<Problem>) {
    let problem = |message| Problem::whole(language, message);
    let mut titles: BTreeMap<&str, &str> = BTreeMap::new();
    let mut ids: BTreeSet<&str> = BTreeSet::new();
    for rule in rules {
        if let Some(other) = titles.insert(&rule.title, &rule.id) {
            problems.push(problem(format!("'{other}' and '{}' have the same title", rule.id)));
        }
        if !ids.insert(&rule.id) {
            problems.push(problem(format!("two rules are called '{}'", rule.id)));
        }
    }
}

/// The lists of a file of words.
pub fn lists(words: &File, named: &BTreeSet<String>, table: &TableBuilder, problems: &mut Vec<Problem>) {
    let unused = table.unused_lists().into_iter().filter(|list| named.contains(*list));
    problems.extend(unused.map(|list| Problem::whole(words.path, format!("nothing uses {{{list}}}"))));
}
