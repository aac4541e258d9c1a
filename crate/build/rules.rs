//! Packs `crate/rules` into `rules.bin`, the rules' examples into `examples.bin`, and `crate/domain`, whose phrases are read
//! with the same words, into `domain.bin`. For those who add rules of their own the files are kept as they are: the rules
//! in `rule_sources.bin`, the words, topics and guards beside them in `sources.bin`.

use std::fs;
use std::path::Path;

use serde::Serialize;

use crate::domain;
use crate::flat::Writer;
use crate::pack::source::{Problem, RuleFolder, Tree};
use crate::text::lexicon::LexiconBuilder;

/// Reads all of both folders and writes the packed data to `out`. An error names files and lines.
pub fn pack(folder: &Path, domain: &Path, out: &Path) -> Result<(), String> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let domain = domain::Sources::read(domain)?;
    let mut problems = Vec::new();
    let tree = Tree::of_folder(folder, "", &mut problems);
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
    domain.write(&pack.lexicon, &rules.usage(&pack.lexicon), &pack.assumed, &out.join("domain.bin"))?;
    let mut packed = Writer::default();
    pack.write(&mut packed).map_err(|error| error.to_string())?;
    put(&out.join("rules.bin"), &packed.bytes())?;
    let (rules_texts, beside): (Vec<_>, Vec<_>) = tree.texts().into_iter().partition(|(place, _)| Tree::is_rule(place));
    write(&out.join("rule_sources.bin"), &rules_texts)?;
    write(&out.join("sources.bin"), &beside)?;
    write(&out.join("examples.bin"), &rules.examples())
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn write(path: &Path, data: &impl Serialize) -> Result<(), String> {
    let bytes = postcard::to_allocvec(data).map_err(|error| error.to_string())?;
    put(path, &bytes)
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
