//! Where a site has the spoken words of its videos, as its file states it.

use serde::{Deserialize, Serialize};

use super::any_of::AnyOf;

/// How a transcript stands in the page. One that has been left there from an earlier video is not read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TranscriptRows {
    /// What opens and closes around it.
    pub panel: AnyOf,
    /// A row, where it is shown.
    pub row: AnyOf,
    /// Its time, as a clock shows it; in the row.
    pub time: AnyOf,
    /// Its words; in the row.
    pub text: AnyOf,
}

/// Addresses of caption files that the player has loaded. They tell the language of what the player draws, and whether
/// it is a translation. Nothing is asked of the site: what the browser still keeps of such a file is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LoadedCaptions {
    /// The [form](super::form) of path and query; empty where addresses tell nothing.
    pub like: String,
    /// The name in the query that holds the video's identifier.
    pub id: String,
    /// The name in the query that holds the language of the track.
    pub language: String,
    /// The name in the query that is there when a machine has translated it.
    pub translated: String,
    /// The pair in the query of a file that a machine has written down from what it heard.
    pub recognised: String,
    /// Shown where the sound of the opened video may be another voice than its creator's: what a machine then heard may
    /// be that voice.
    pub dubbed: AnyOf,
}

/// A list of caption files in the page's data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaptionFiles {
    /// Where the list stands.
    pub list: String,
    /// In an entry: the address.
    pub url: String,
    /// In an entry: the language.
    pub language: String,
    /// What an entry has to hold to be what was spoken, and no machine's translation: pairs of a key and its value.
    pub only: Vec<(String, String)>,
}
