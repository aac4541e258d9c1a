//! Reads the folder of one language.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use toml::Spanned;

use super::files::{ContextFile, GuardFile, RuleFile, TopicFile};
use super::{LanguageFolder, Problem, check, files};
use crate::assessment::Category;
use crate::context::{Context, Guard, Terms};
use crate::pack::{Examples, Rule, Topic};
use crate::phrase::pattern::Lists;
use crate::phrase::{PhraseRange, TableBuilder};

/// Reads one language, file by file.
pub struct Reader<'a> {
    folder: &'a Path,
    problems: &'a mut Vec<Problem>,
    table: TableBuilder,
}

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
        let line = self.text[..at.min(self.text.len())].matches('\n').count() + 1;
        Problem { file: self.path.to_owned(), line, message: message.to_string() }
    }
}

impl<'a> Reader<'a> {
    /// For one folder.
    pub fn new(folder: &'a Path, problems: &'a mut Vec<Problem>) -> Self {
        Self { folder, problems, table: TableBuilder::default() }
    }

    /// Reads all of it.
    pub fn language(mut self) -> LanguageFolder {
        self.table = TableBuilder::new(self.lists());
        let (mut rules, mut examples) = (Vec::new(), Vec::new());
        for path in files::rule_files(self.folder, self.problems) {
            let Some((rule, example)) = self.rule(&path) else { continue };
            rules.push(rule);
            examples.push(example);
        }
        let topic = self.topic();
        let context = self.context();
        let common = files::read(&self.folder.join("common.toml"), self.problems).value;
        check::pack(self.folder, &rules, &self.table, self.problems);
        let (folder, tag) = (self.folder.to_owned(), files::stem(self.folder));
        let measured = files::read_if_there(&self.folder.join("measured.toml"), self.problems);
        LanguageFolder { folder, tag, table: self.table, rules, topic, context, common, examples, measured }
    }

    fn lists(&mut self) -> Lists {
        let path = self.folder.join("words.toml");
        let read = files::read::<BTreeMap<String, Vec<Spanned<String>>>>(&path, self.problems);
        let file = File { path: &path, text: &read.text };
        let mut lists = Lists::default();
        for (name, entry) in
            read.value.iter().flat_map(|(name, entries)| entries.iter().map(move |entry| (name, entry)))
        {
            if let Err(error) = lists.add_entry(name, entry.get_ref()) {
                self.problems.push(file.problem(entry.span().start, error));
            }
        }
        lists
    }

    fn phrases(&mut self, file: &File, patterns: &[Spanned<String>]) -> PhraseRange {
        let before = self.table.len();
        for pattern in patterns {
            if let Err(error) = self.table.add(pattern.get_ref()) {
                self.problems.push(file.problem(pattern.span().start, error));
            }
        }
        self.table.since(before)
    }

    fn rule(&mut self, path: &Path) -> Option<(Rule, Examples)> {
        let category = self.category(path)?;
        let read = files::read::<Option<RuleFile>>(path, self.problems);
        let file = File { path, text: &read.text };
        let rule = read.value?;
        check::rule(&file, &rule, self.problems);
        let phrases = self.phrases(&file, &rule.phrases);
        let unless = self.phrases(&file, &rule.unless);
        let id = files::stem(path);
        let examples = examples(&files::stem(self.folder), &id, &rule);
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

    fn category(&mut self, path: &Path) -> Option<Category> {
        let folder = path.parent().map(files::stem).unwrap_or_default();
        let category = files::category(&folder);
        if category.is_none() {
            self.problems.push(Problem::whole(path, format!("no category is called '{folder}'")));
        }
        category
    }

    fn topic(&mut self) -> Topic {
        let path = self.folder.join("topic.toml");
        let read = files::read::<TopicFile>(&path, self.problems);
        let file = File { path: &path, text: &read.text };
        let strong = self.phrases(&file, &read.value.strong);
        let weak = self.phrases(&file, &read.value.weak);
        let beside = self.phrases(&file, &read.value.beside);
        Topic { strong, weak, beside, not: self.phrases(&file, &read.value.not) }
    }

    fn context(&mut self) -> Context {
        let path = self.folder.join("context.toml");
        let read = files::read::<ContextFile>(&path, self.problems);
        let file = File { path: &path, text: &read.text };
        let guards = Guard::ALL.into_iter().filter_map(|guard| Some((guard, read.value.guard(guard)?)));
        let terms = guards.map(|(guard, terms)| self.terms(&file, guard, terms)).collect();
        Context { terms, terminators: self.phrases(&file, &read.value.terminators) }
    }

    fn terms(&mut self, file: &File, guard: Guard, terms: &GuardFile) -> Terms {
        let before = self.phrases(file, &terms.before);
        let after = self.phrases(file, &terms.after);
        let not = self.phrases(file, &terms.not);
        let anywhere = self.phrases(file, &terms.anywhere);
        let until = self.phrases(file, &terms.until);
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
