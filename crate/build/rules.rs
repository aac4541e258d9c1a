//! Packs `crate/rules` into `rules.bin`, the rules' examples into `examples.bin`, the files as they are into `sources.bin`
//! for those who add rules of their own, and `crate/domain`, whose phrases are
//! read with the same words, into `domain.bin`.

use std::fs;
use std::path::Path;

use serde::Serialize;

use crate::domain;
use crate::pack::source::{Problem, RuleFolder, Tree};
use crate::text::lexicon::LexiconBuilder;

/// Reads all of both folders and writes the packed data to `out`. An error names files and lines.
pub fn pack(folder: &Path, domain: &Path, out: &Path) -> Result<(), String> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let domain = domain::Sources::read(domain)?;
    let mut problems = Vec::new();
    let tree = Tree::of_folder(folder, &mut problems);
    let (rules, more) = RuleFolder::of(&tree);
    problems.extend(more);
    let mut lexicon = LexiconBuilder::default();
    rules.name_words(&mut lexicon);
    domain.name_words(&mut lexicon);
    let (pack, more) = rules.pack(lexicon.build()?);
    problems.extend(more);
    if !problems.is_empty() {
        return Err(lines(&problems));
    }
    domain.write(&pack.lexicon, &out.join("domain.bin"))?;
    write(&out.join("rules.bin"), &pack)?;
    write(&out.join("sources.bin"), &tree.texts())?;
    write(&out.join("examples.bin"), &rules.examples())
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn write(path: &Path, data: &impl Serialize) -> Result<(), String> {
    let bytes = postcard::to_allocvec(data).map_err(|error| error.to_string())?;
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
