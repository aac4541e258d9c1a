//! `crate/domain/registers/<country>.toml`

use std::path::Path;

use serde::Deserialize;

use super::pack::Register;

#[derive(Deserialize)]
struct File {
    register: Vec<Row>,
}

/// What the engine needs of a register; the other fields are for those who keep the data.
#[derive(Deserialize)]
struct Row {
    id: String,
    #[serde(default)]
    region: String,
    name: String,
    covers: String,
    #[serde(default)]
    url: String,
    #[serde(default)]
    warning: String,
}

pub fn read(folder: &Path) -> Result<Vec<Register>, String> {
    let files: Vec<(String, File)> = super::each(folder)?;
    Ok(files
        .into_iter()
        .flat_map(|(country, file)| file.register.into_iter().map(move |row| row.of(&country)))
        .collect())
}

impl Row {
    fn of(self, country: &str) -> Register {
        let Self { id, region, name, covers, url, warning } = self;
        Register { id, country: country.to_owned(), region, name, covers, url, warning }
    }
}
