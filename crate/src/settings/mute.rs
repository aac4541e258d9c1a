//! What the viewer asked not to hear about again.

use serde::{Deserialize, Serialize};

use super::Foreign;

/// Something the viewer asked not to hear about again. A list of these is stored under [`MUTES`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mute {
    /// What is muted.
    pub kind: Muted,
    /// The site of a creator or a video; empty for a rule, which is muted everywhere.
    #[serde(default)]
    pub site: String,
    /// The creator's handle, the rule's identifier or the video's.
    pub id: String,
    /// What to call it in a list: a display name, the rule's title, the video's.
    #[serde(default)]
    pub name: String,
}

/// What can be muted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Muted {
    /// Every video of a creator.
    Creator,
    /// Every match of a rule.
    Rule,
    /// One video.
    Video,
}

/// The key under which mutes are stored, beside the settings.
pub const MUTES: &str = "mutes";

/// An entry of the list of mutes, as a store or a file holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum StoredMute {
    /// One that can be read.
    Mute(Mute),
    /// Anything else.
    Foreign(Foreign),
}

impl StoredMute {
    /// The mute, where the entry is one.
    pub fn readable(self) -> Option<Mute> {
        match self {
            Self::Mute(mute) => Some(mute),
            Self::Foreign(_) => None,
        }
    }
}
