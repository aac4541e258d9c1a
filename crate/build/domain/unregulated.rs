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
}

pub fn read(folder: &Path) -> Result<Vec<Entry>, String> {
    let files: Vec<(String, File)> = super::each(folder)?;
    let groups = files.into_iter().flat_map(|(_, file)| file.group);
    Ok(groups.filter(|group| TITLES.contains(&group.category.as_str())).map(Row::packed).collect())
}

impl Row {
    fn packed(self) -> Entry {
        Entry {
            title: self.id.clone(),
            id: self.id,
            country: String::new(),
            kind: Kind::Unregulated,
            counts: Counts::Unregulated,
            letters: Vec::new(),
            cues: Vec::new(),
            phrases: self.phrases.into_iter().chain(self.says).collect(),
            numbers: Vec::new(),
            registers: Vec::new(),
        }
    }
}
