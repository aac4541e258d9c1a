//! `crate/domain/crisis/<country>.toml` and `crate/domain/crisis/finders.toml`

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::pack::{Country, Line, Link, Sms};

const FINDERS: &str = "FINDERS";

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    country: String,
    #[serde(default)]
    emergency: Vec<Emergency>,
    #[serde(default)]
    line: Vec<Row>,
    #[serde(default)]
    finder: Vec<Finder>,
    /// Of the finders' file: year and month when all lines were last gone through.
    reviewed: Option<String>,
}

#[derive(Deserialize)]
struct Emergency {
    number: String,
    confidence: String,
}

#[derive(Deserialize)]
struct Finder {
    name: String,
    url: String,
}

/// What the engine needs of a line; the other fields are for those who keep the data.
#[derive(Deserialize)]
struct Row {
    name: String,
    #[serde(default)]
    display: String,
    #[serde(default)]
    dial: String,
    sms: Option<Sms>,
    #[serde(default)]
    website: String,
    #[serde(default)]
    chat: String,
    hours: String,
    audience: String,
    #[serde(default)]
    region: String,
    languages: Vec<String>,
    ship: String,
    #[serde(default)]
    note: String,
    checked: String,
}

/// A number whose newest source is older than this, in months, has to be checked first.
const FRESH_FOR: u32 = 12;

/// Months since the year 0; the first of a year where the date tells no month.
fn months(date: &str) -> Option<u32> {
    let (year, month) = date.split_once('-').unwrap_or((date, "1"));
    Some(year.parse::<u32>().ok()? * 12 + month.parse::<u32>().ok()?)
}

/// Whether a date has grown too old by the time of the other.
fn is_stale(checked: &str, reviewed: &str) -> bool {
    months(checked).zip(months(reviewed)).is_none_or(|(checked, reviewed)| checked + FRESH_FOR < reviewed)
}

pub fn read(folder: &Path) -> Result<(BTreeMap<String, Country>, Vec<Link>), String> {
    let (finders, countries): (Vec<_>, Vec<_>) =
        super::each::<File>(folder)?.into_iter().partition(|(code, _)| code == FINDERS);
    let reviewed = finders.iter().find_map(|(_, file)| file.reviewed.clone());
    let reviewed = reviewed.ok_or("crisis/finders.toml does not say when the lines were reviewed")?;
    let links = finders.into_iter().flat_map(|(_, file)| file.finder);
    Ok((
        countries.into_iter().map(|(code, file)| (code, file.packed(&reviewed))).collect(),
        links.map(|Finder { name, url }| Link { name, url }).collect(),
    ))
}

impl File {
    fn packed(self, reviewed: &str) -> Country {
        let shipped = self.line.into_iter().filter(|row| row.ship == "yes");
        let (stale, mut lines): (Vec<_>, Vec<_>) = shipped.map(|row| row.packed(reviewed)).partition(|line| line.stale);
        lines.extend(stale);
        let known = |emergency: &Emergency| emergency.confidence != "memory_only";
        Country {
            name: self.country,
            emergency: self.emergency.into_iter().filter(known).map(|emergency| emergency.number).collect(),
            lines,
        }
    }
}

impl Row {
    fn packed(self, reviewed: &str) -> Line {
        let chat = self.chat == "yes" && !self.website.is_empty();
        let stale = is_stale(&self.checked, reviewed);
        let hours = if self.hours_are_sure() { self.hours } else { String::new() };
        Line {
            chat,
            name: self.name,
            display: self.display,
            dial: self.dial,
            sms: self.sms,
            website: self.website,
            hours,
            audience: if self.audience == "all" { String::new() } else { self.audience },
            region: self.region,
            languages: self.languages,
            checked: self.checked,
            stale,
        }
    }

    /// Hours that the sources leave in doubt are not printed: the viewer is sent to the line's own page.
    fn hours_are_sure(&self) -> bool {
        let doubt = |text: &str| text.contains("verif") || text.contains("check");
        !doubt(&self.hours) && !doubt(&self.note) && !self.note.contains("do not print hours")
    }
}
