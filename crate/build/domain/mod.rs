//! Packs `crate/domain` (titles, registers, help lines, places) into `domain.bin`.

mod credentials;
mod frames;
mod places;
mod registers;
mod support;
mod unregulated;

#[allow(dead_code)]
#[path = "../../src/domain/pack.rs"]
pub mod pack;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use frames::Uncompiled;
use pack::Domain;
use serde::de::DeserializeOwned;

use crate::phrase::compile::usage::Usage;
use crate::text::lexicon::{Lexicon, LexiconBuilder};

/// All of the data, read and checked, its phrases not compiled yet.
pub struct Sources {
    domain: Domain,
    titles: Uncompiled,
    frames: BTreeMap<String, Uncompiled>,
    languages: BTreeMap<String, frames::File>,
}

impl Sources {
    /// Reads all of `folder`. An error names the file and, where there is one, the line.
    pub fn read(folder: &Path) -> Result<Self, String> {
        println!("cargo::rerun-if-changed={}", folder.display());
        println!("cargo::rerun-if-changed=crate/build/domain");
        let languages = frames::read(&folder.join("frames"))?;
        let domain = read(folder, &languages)?;
        let titles = frames::titles(&domain, &languages)?;
        let frames = languages.iter().map(|(tag, file)| Ok((tag.clone(), frames::frames(&domain, file)?)));
        let frames = frames.collect::<Result<_, String>>()?;
        Ok(Self { domain, titles, frames, languages })
    }

    /// Names every word of every phrase.
    pub fn name_words(&self, lexicon: &mut LexiconBuilder) {
        self.titles.builder.name_words(lexicon);
        self.frames.values().for_each(|frames| frames.builder.name_words(lexicon));
    }

    /// Compiles the phrases and writes all of it to `out`. Titles in a language without frames are read by those of `assumed`.
    pub fn write(mut self, lexicon: &Lexicon, usage: &Usage, assumed: &str, out: &Path) -> Result<(), String> {
        if !self.frames.contains_key(assumed) {
            return Err(format!("crate/domain/frames: '{assumed}' is assumed, and there is no {assumed}.toml"));
        }
        assumed.clone_into(&mut self.domain.assumed);
        self.domain.titles = self.titles.compile(lexicon, usage)?;
        let frames = self.frames.into_iter().map(|(tag, frames)| Ok((tag, frames.compile(lexicon, usage)?)));
        self.domain.frames = frames.collect::<Result<_, String>>()?;
        self.domain.handles = frames::handles(&self.domain, &self.languages, lexicon)?;
        let bytes = self.domain.write(lexicon.len()).map_err(|error| error.to_string())?;
        fs::write(out, bytes).map_err(|error| format!("{}: {error}", out.display()))
    }
}

fn read(folder: &Path, languages: &BTreeMap<String, frames::File>) -> Result<Domain, String> {
    let registers = registers::read(&folder.join("registers"))?;
    let mut entries = credentials::read(&folder.join("credentials"), &registers)?;
    entries.extend(unregulated::read(&folder.join("unregulated"))?);
    let (support, elsewhere) = support::read(&folder.join("crisis"))?;
    Ok(Domain {
        entries,
        registers,
        support,
        elsewhere,
        places: places::read(&folder.join("places.toml"))?,
        counts: languages.values().flat_map(frames::File::counts).collect(),
        wording: languages.values().map(|language| language.wording.clone()).collect(),
        ..Domain::default()
    })
}

/// Every file of a folder with its stem in capitals (`us.toml`: `US`), in the order of their names.
fn each<T: DeserializeOwned>(folder: &Path) -> Result<Vec<(String, T)>, String> {
    files(folder)?.into_iter().map(|path| Ok((code(&path), one(&path)?))).collect()
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let listing = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<_> = listing.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    Ok(paths)
}

fn code(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().to_uppercase()).unwrap_or_default()
}

fn one<T: DeserializeOwned>(path: &Path) -> Result<T, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}
