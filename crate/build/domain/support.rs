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

pub fn read(folder: &Path) -> Result<(BTreeMap<String, Country>, Vec<Link>), String> {
    let (finders, countries): (Vec<_>, Vec<_>) =
        super::each::<File>(folder)?.into_iter().partition(|(code, _)| code == FINDERS);
    let links = finders.into_iter().flat_map(|(_, file)| file.finder);
    Ok((
        countries.into_iter().map(|(code, file)| (code, file.packed())).collect(),
        links.map(|Finder { name, url }| Link { name, url }).collect(),
    ))
}

impl File {
    fn packed(self) -> Country {
        let known = |emergency: &Emergency| emergency.confidence != "memory_only";
        Country {
            name: self.country,
            emergency: self.emergency.into_iter().filter(known).map(|emergency| emergency.number).collect(),
            lines: self.line.into_iter().filter(|row| row.ship == "yes").map(Row::packed).collect(),
        }
    }
}

impl Row {
    fn packed(self) -> Line {
        let chat = self.chat == "yes" && !self.website.is_empty();
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
        }
    }

    /// Hours that the sources leave in doubt are not printed: the viewer is sent to the line's own page.
    fn hours_are_sure(&self) -> bool {
        let doubt = |text: &str| text.contains("verif") || text.contains("check");
        !doubt(&self.hours) && !doubt(&self.note) && !self.note.contains("do not print hours")
    }
}
