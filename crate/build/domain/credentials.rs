//! `crate/domain/credentials/<country>.toml`

use std::path::Path;

use serde::Deserialize;

use super::pack::{Counts, Entry, Kind, Letters, Register, Trust};

#[derive(Deserialize)]
struct File {
    /// The language of the titles of no one country that name no other.
    #[serde(default)]
    language: String,
    credential: Vec<Row>,
}

/// What the engine needs of a title; the other fields are for those who keep the data.
#[derive(Deserialize)]
struct Row {
    id: String,
    title: String,
    kind: Kind,
    protected: String,
    counts: Option<Counts>,
    #[serde(default)]
    letters: ByTrust,
    #[serde(default)]
    cues: Vec<String>,
    #[serde(default)]
    phrases: Vec<String>,
    #[serde(default)]
    claims: Vec<String>,
    #[serde(default)]
    numbers: Vec<String>,
    language: Option<String>,
    #[serde(default)]
    registers: Vec<String>,
}

/// Letters by what must stand around them.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ByTrust {
    alone: Vec<String>,
    named: Vec<String>,
    listed: Vec<String>,
    strict: Vec<String>,
    full: Vec<String>,
}

pub fn read(folder: &Path, registers: &[Register]) -> Result<Vec<Entry>, String> {
    let files: Vec<(String, File)> = super::each(folder)?;
    let entries: Vec<_> = files.into_iter().flat_map(|(code, file)| file.packed(&code)).collect();
    entries.iter().try_for_each(|entry| known_registers(entry, registers))?;
    Ok(entries)
}

fn known_registers(entry: &Entry, registers: &[Register]) -> Result<(), String> {
    match entry.registers.iter().find(|named| registers.iter().all(|register| register.id != **named)) {
        Some(missing) => Err(format!("{}: no register {missing:?} in crate/domain/registers", entry.id)),
        None => Ok(()),
    }
}

impl File {
    fn packed(self, code: &str) -> Vec<Entry> {
        let country = if code == "INT" { "" } else { code };
        self.credential.into_iter().map(|row| row.packed(country, &self.language)).collect()
    }
}

impl Row {
    fn packed(self, country: &str, language: &str) -> Entry {
        Entry {
            counts: self.counts.unwrap_or(counts(self.kind, &self.protected)),
            id: self.id,
            country: country.to_owned(),
            language: self.language.unwrap_or_else(|| language.to_owned()),
            title: self.title,
            kind: self.kind,
            letters: self.letters.all(),
            cues: self.cues,
            phrases: self.phrases,
            claims: self.claims,
            names: Vec::new(),
            numbers: self.numbers,
            registers: self.registers,
        }
    }
}

impl ByTrust {
    fn all(self) -> Vec<Letters> {
        let levels = [
            (Trust::Alone, self.alone),
            (Trust::Named, self.named),
            (Trust::Listed, self.listed),
            (Trust::Strict, self.strict),
            (Trust::Full, self.full),
        ];
        levels.into_iter().flat_map(|(trust, list)| list.into_iter().map(move |text| letters(&text, trust))).collect()
    }
}

fn letters(text: &str, trust: Trust) -> Letters {
    Letters { text: text.chars().filter(|letter| !matches!(letter, '.' | ' ')).collect(), trust }
}

/// The category of a title where its file names none.
fn counts(kind: Kind, protected: &str) -> Counts {
    match kind {
        Kind::LicensedProtected | Kind::StatePermit | Kind::VoluntaryRegister | Kind::TitleOnly => Counts::Licensed,
        Kind::TraineeAssociate | Kind::DegreeOnly if protected == "yes" => Counts::Licensed,
        Kind::Unregulated => Counts::Unregulated,
        Kind::TraineeAssociate | Kind::DegreeOnly | Kind::PrivateCertification => Counts::Neither,
    }
}
