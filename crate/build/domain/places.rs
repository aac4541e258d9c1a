//! `crate/domain/places.toml`

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::pack::Place;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    country: Vec<Country>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Country {
    iso: String,
    names: Vec<String>,
    #[serde(default)]
    regions: BTreeMap<String, String>,
}

pub fn read(path: &Path) -> Result<Vec<Place>, String> {
    Ok(super::one::<File>(path)?.country.into_iter().flat_map(Country::places).collect())
}

impl Country {
    fn places(self) -> Vec<Place> {
        let place = |region: &str, name: &str| Place {
            country: self.iso.clone(),
            region: region.to_owned(),
            name: name.to_owned(),
            is_code: is_code(name),
        };
        let regions = self.regions.iter().flat_map(|(code, name)| [place(code, code), place(code, name)]);
        self.names.iter().map(|name| place("", name)).chain(regions).collect()
    }
}

fn is_code(name: &str) -> bool {
    name.chars().all(|letter| letter.is_ascii_uppercase() || letter == '.')
}
