//! Which rules are used: the built-in ones, those of a folder, or both.

use std::path::Path;

use second_look::assess::{Engine, rule_sources, sources};
use second_look::pack::source::{Leaf, Problem, RuleFolder, Tree};
use second_look::text::lexicon::LexiconBuilder;

/// The options that say so.
#[derive(Default)]
pub struct Rules {
    /// `--pack DIR`: these instead of the built-in ones.
    instead: Option<String>,
    /// `--add DIR`: these beside the others.
    beside: Vec<String>,
}

impl Rules {
    /// Takes an option that says which rules are used; `false` for any other.
    pub fn take(&mut self, option: &str, arguments: &mut impl Iterator<Item = String>) -> Result<bool, String> {
        match option {
            "--pack" => self.instead = Some(super::value(option, arguments)?),
            "--add" => self.beside.push(super::value(option, arguments)?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The engine for them, and whether every file could be used whole. Mistakes are named on standard error, and what
    /// they stand in is left out; the rest goes on.
    pub fn engine(&self) -> Result<(Engine, bool), String> {
        if self.instead.is_none() && self.beside.is_empty() {
            return Ok((Engine::new().map_err(|error| error.to_string())?, true));
        }
        let (tree, mut problems) = self.tree()?;
        let (rules, more) = RuleFolder::of_own(&tree);
        problems.extend(more);
        let mut lexicon = LexiconBuilder::default();
        rules.name_words(&mut lexicon);
        let (pack, more) = rules.pack(lexicon.build()?);
        problems.extend(more);
        for problem in &problems {
            eprintln!("{problem}");
        }
        let engine = Engine::with_pack(pack).map_err(|error| error.to_string())?;
        Ok((engine, problems.is_empty()))
    }

    /// What a folder lacks beside its rules (lists, topic, guards) is that of the built-in rules.
    fn tree(&self) -> Result<(Tree, Vec<Problem>), String> {
        let mut tree = built_in(self.instead.is_none())?;
        let assumed = tree.assumed();
        let mut problems = Vec::new();
        for folder in self.instead.iter().chain(&self.beside) {
            let own = own(folder, &assumed, &mut problems)?;
            problems.extend(own.strays());
            tree = tree.under(own);
        }
        Ok((tree, problems))
    }
}

fn own(folder: &str, assumed: &str, problems: &mut Vec<Problem>) -> Result<Tree, String> {
    let path = Path::new(folder);
    if !path.is_dir() {
        return Err(format!("{folder} is not a folder of rules"));
    }
    let tree = Tree::of_folder(path, assumed, problems);
    let any = !tree.languages().is_empty();
    any.then_some(tree).ok_or_else(|| format!("{folder} holds no rule: <language>/<category>/<rule>.toml"))
}

/// What stands beside the built-in rules, with them or without.
fn built_in(with_rules: bool) -> Result<Tree, String> {
    let mut tree = Tree::default();
    let rules = if with_rules { rule_sources() } else { Ok(Vec::new()) };
    let files = rules.and_then(|rules| Ok([rules, sources()?].concat()));
    for (place, text) in files.map_err(|error| error.to_string())? {
        let path = Path::new("built-in").join(&place);
        tree.put(place, Leaf { path, text, own: false });
    }
    Ok(tree)
}
