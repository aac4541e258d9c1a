//! `crate/domain/unregulated/<language>.toml`

use std::path::Path;

use serde::Deserialize;

use super::pack::{Counts, Entry, Kind};

/// Groups of titles. The others hold words of good practice, which rules look for, not titles.
const TITLES: [&str; 5] = ["coach", "coach_high_risk", "spiritual", "modality", "claims_licence_for_unlicensed"];

#[derive(Deserialize)]
struct File {
    group: Vec<Row>,
}

/// What the engine needs of a group; the other fields are for those who keep the data.
#[derive(Deserialize)]
struct Row {
    id: String,
    category: String,
    phrases: Vec<String>,
    /// Further ways of saying it, as phrase patterns.
    #[serde(default)]
    says: Vec<String>,
    #[serde(default)]
    claims: Vec<String>,
    #[serde(default)]
    names: Vec<String>,
}

pub fn read(folder: &Path) -> Result<Vec<Entry>, String> {
    let files: Vec<(String, File)> = super::each(folder)?;
    let groups = files.into_iter().flat_map(|(code, file)| file.group.into_iter().map(move |row| (code.clone(), row)));
    let titles = groups.filter(|(_, group)| TITLES.contains(&group.category.as_str()));
    Ok(titles.map(|(code, group)| group.packed(code.to_lowercase())).collect())
}

impl Row {
    fn packed(self, language: String) -> Entry {
        Entry {
            title: self.id.clone(),
            id: self.id,
            country: String::new(),
            language,
            kind: Kind::Unregulated,
            counts: Counts::Unregulated,
            letters: Vec::new(),
            cues: Vec::new(),
            phrases: self.phrases.into_iter().chain(self.says).collect(),
            claims: self.claims,
            names: self.names,
            numbers: Vec::new(),
            registers: Vec::new(),
        }
    }
}
