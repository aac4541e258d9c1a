//! The viewer's own rules, as the store keeps them: the files as they came, so that every version can pack them anew.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Foreign;

/// The key under which the viewer's own packs are stored, beside the settings.
pub const PACKS: &str = "packs";

/// Rule files that came together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackFiles {
    /// What the viewer calls it: the name of the file or folder that it came from.
    pub name: String,
    /// Whether its rules are used.
    pub on: bool,
    /// Their texts, by the paths they came under.
    pub files: BTreeMap<String, String>,
}

/// An entry of the list of packs, as a store or a file holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum StoredPack {
    /// One that can be read.
    Pack(PackFiles),
    /// Anything else.
    Foreign(Foreign),
}

impl StoredPack {
    /// The pack, where the entry is one.
    pub fn readable(self) -> Option<PackFiles> {
        match self {
            Self::Pack(pack) => Some(pack),
            Self::Foreign(_) => None,
        }
    }
}
