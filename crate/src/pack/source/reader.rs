//! Reads the folder of one language.

use std::fmt;
use std::path::{Path, PathBuf};

use toml::Spanned;

use super::check::{self, Demands};
use super::files::{ContextFile, GuardFile, Read, RuleFile, TopicFile, WordsFile};
use super::own::UNSORTED;
use super::tree::{FIRST_READING, Leaf, Tree};
use super::{LanguageFolder, Problem, files};
use crate::assessment::Category;
use crate::context::{Context, Guard, Terms};
use crate::pack::{Examples, Rule, Topic};
use crate::phrase::pattern::{Lists, PatternError};
use crate::phrase::{PhraseId, PhraseRange, TableBuilder};

/// Reads one language, file by file.
pub struct Reader<'a> {
    tree: &'a Tree,
    tag: &'a str,
    demands: &'a Demands,
    problems: &'a mut Vec<Problem>,
    table: TableBuilder,
    /// Where each phrase stands: the file and its line.
    places: Vec<(PathBuf, usize)>,
}

/// How a phrase is added to a table.
type Add = fn(&mut TableBuilder, &str) -> Result<PhraseId, PatternError>;

/// A file's text, kept so that a place in it can be turned into a line.
pub struct File<'a> {
    /// Where it is.
    pub path: &'a Path,
    /// What it holds.
    pub text: &'a str,
}

impl File<'_> {
    /// A mistake at a byte of the file.
    pub fn problem(&self, at: usize, message: impl fmt::Display) -> Problem {
        Problem { file: self.path.to_owned(), line: self.line(at), message: message.to_string() }
    }

    /// The line of a byte, counted from 1.
    pub fn line(&self, at: usize) -> usize {
        self.text[..at.min(self.text.len())].matches('\n').count() + 1
    }
}

impl<'a> Reader<'a> {
    /// For the language of this tag.
    pub fn new(tree: &'a Tree, tag: &'a str, demands: &'a Demands, problems: &'a mut Vec<Problem>) -> Self {
        Self { tree, tag, demands, problems, table: TableBuilder::default(), places: Vec::new() }
    }

    /// Reads all of it.
    pub fn language(mut self) -> LanguageFolder {
        self.table = TableBuilder::new(self.lists());
        let (mut rules, mut examples) = (Vec::new(), Vec::new());
        for (place, leaf) in self.tree.rules_of(self.tag) {
            let Some((rule, example)) = self.rule(place, leaf) else { continue };
            rules.push(rule);
            examples.push(example);
        }
        let topic = self.topic();
        let context = self.context();
        let common = files::read(self.tree, &self.place("common.toml"), self.problems).value;
        let measured = files::read_if_there(self.tree, &self.place(FIRST_READING), self.problems);
        check::pack(Path::new(self.tag), &rules, self.problems);
        self.check_lists();
        let (tag, places) = (self.tag.to_owned(), self.places);
        LanguageFolder { tag, places, table: self.table, rules, topic, context, common, examples, measured }
    }

    fn place(&self, name: &str) -> String {
        format!("{}/{name}", self.tag)
    }

    /// The lists of every layer: own lists stand beside those below, and add to those of the same name.
    fn lists(&mut self) -> Lists {
        let mut lists = Lists::default();
        for leaf in self.tree.layers(&self.place("words.toml")) {
            let read = files::parse::<WordsFile>(leaf, self.problems);
            for (name, entry) in
                read.value.iter().flat_map(|(name, entries)| entries.iter().map(move |entry| (name, entry)))
            {
                if let Err(error) = lists.add_entry(name, entry.get_ref()) {
                    self.problems.push(read.file.problem(entry.span().start, error));
                }
            }
        }
        lists
    }

    fn check_lists(&mut self) {
        if !self.demands.lists_used {
            return;
        }
        let layers = self.tree.layers(&self.place("words.toml"));
        for leaf in layers.iter().filter(|leaf| leaf.own) {
            let read = files::parse::<WordsFile>(leaf, &mut Vec::new());
            let named = read.value.into_keys().collect();
            check::lists(&read.file, &named, &self.table, self.problems);
        }
    }

    fn phrases(&mut self, file: &File, patterns: &[Spanned<String>]) -> PhraseRange {
        self.add(file, patterns, TableBuilder::add)
    }

    /// Phrases that matter only around others.
    fn aside(&mut self, file: &File, patterns: &[Spanned<String>]) -> PhraseRange {
        self.add(file, patterns, TableBuilder::add_aside)
    }

    fn add(&mut self, file: &File, patterns: &[Spanned<String>], add: Add) -> PhraseRange {
        let before = self.table.len();
        for pattern in patterns {
            let problem = |error| file.problem(pattern.span().start, error);
            match add(&mut self.table, pattern.get_ref()) {
                Ok(_) => self.places.push((file.path.to_owned(), file.line(pattern.span().start))),
                Err(error) => self.problems.push(problem(error)),
            }
        }
        self.table.since(before)
    }

    fn rule(&mut self, place: &str, leaf: &Leaf) -> Option<(Rule, Examples)> {
        let Read { value, file } = files::parse::<Option<RuleFile>>(leaf, self.problems);
        let rule = value?;
        let category = self.category(place, &file, &rule)?;
        check::rule(&file, &rule, self.demands, self.problems);
        let phrases = self.phrases(&file, &rule.phrases);
        let unless = self.aside(&file, &rule.unless);
        let id = files::stem(&leaf.path);
        let examples = examples(self.tag, &id, &rule);
        let rule = Rule {
            id,
            category,
            title: rule.title.into_inner(),
            why: rule.why,
            question: rule.question,
            chip: rule.chip,
            weight: rule.weight.into_inner(),
            fields: rule.fields,
            heedless: rule.heedless,
            phrases,
            unless,
            sources: rule.sources,
        };
        Some((rule, examples))
    }

    /// By the folder; an own rule may say it itself.
    fn category(&mut self, place: &str, file: &File, rule: &RuleFile) -> Option<Category> {
        let folder = place.split('/').next().unwrap_or_default();
        if folder != UNSORTED {
            let unknown = || Problem::whole(file.path, format!("no category is called '{folder}'"));
            return files::category(folder).or_else(|| (self.problems.push(unknown()), None).1);
        }
        let asked = "say its category, such as category = \"cure_claim\", or put it in a folder named so";
        let named = rule.category.as_deref().and_then(files::category);
        named.or_else(|| (self.problems.push(file.problem(0, asked)), None).1)
    }

    fn topic(&mut self) -> Topic {
        let Read { value, file } = files::read::<TopicFile>(self.tree, &self.place("topic.toml"), self.problems);
        let strong = self.phrases(&file, &value.strong);
        let weak = self.phrases(&file, &value.weak);
        let beside = self.phrases(&file, &value.beside);
        Topic { strong, weak, beside, not: self.phrases(&file, &value.not) }
    }

    fn context(&mut self) -> Context {
        let Read { value, file } = files::read::<ContextFile>(self.tree, &self.place("context.toml"), self.problems);
        let guards = Guard::ALL.into_iter().filter_map(|guard| Some((guard, value.guard(guard)?)));
        let terms = guards.map(|(guard, terms)| self.terms(&file, guard, terms)).collect();
        Context { terms, terminators: self.aside(&file, &value.terminators) }
    }

    fn terms(&mut self, file: &File, guard: Guard, terms: &GuardFile) -> Terms {
        let before = self.aside(file, &terms.before);
        let after = self.aside(file, &terms.after);
        let not = self.aside(file, &terms.not);
        let anywhere = self.phrases(file, &terms.anywhere);
        let until = self.aside(file, &terms.until);
        Terms { guard, before, after, not, anywhere, until, scope: terms.scope }
    }
}

fn examples(language: &str, rule: &str, file: &RuleFile) -> Examples {
    let text = |example: &Spanned<String>| example.get_ref().clone();
    let passes = file.passes.iter().map(|(reason, texts)| (reason.clone(), texts.iter().map(text).collect()));
    Examples {
        language: language.to_owned(),
        rule: rule.to_owned(),
        flags: file.flags.iter().map(text).collect(),
        passes: passes.collect(),
    }
}
