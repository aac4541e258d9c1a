//! Lines of JSON as people have them: a creator may be a bare name, and what is not known is passed over.

use second_look::assessment::{Category, Sensitivity};
use second_look::video::{Creator, Cue, Video};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

/// One line.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Line {
    id: Id,
    title: Option<String>,
    description: Option<String>,
    transcript: Option<String>,
    captions: Option<Vec<Cue>>,
    captions_language: Option<String>,
    hashtags: Option<Vec<String>>,
    creator: Option<WhoEver>,
    language: Option<String>,
}

/// Data sets number their videos as often as they name them.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Id {
    Name(String),
    Number(i64),
}

impl Default for Id {
    fn default() -> Self {
        Self::Name(String::new())
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum WhoEver {
    Name(String),
    Creator(Creator),
}

impl Line {
    /// A title alone.
    pub fn titled(id: String, title: String) -> Self {
        Self { id: Id::Name(id), title: Some(title), ..Self::default() }
    }

    /// The title, where there is one.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }
}

impl From<Line> for Video {
    fn from(line: Line) -> Self {
        Self {
            id: match line.id {
                Id::Name(name) => name,
                Id::Number(number) => number.to_string(),
            },
            title: line.title.unwrap_or_default(),
            description: line.description.unwrap_or_default(),
            hashtags: line.hashtags.unwrap_or_default(),
            captions: line.captions.unwrap_or_default(),
            captions_from: None,
            captions_language: line.captions_language,
            transcript: line.transcript.unwrap_or_default(),
            creator: match line.creator {
                Some(WhoEver::Name(name)) => Creator { name, ..Creator::default() },
                Some(WhoEver::Creator(creator)) => creator,
                None => Creator::default(),
            },
            language: line.language,
            ..Self::default()
        }
    }
}

/// A category by its name.
pub fn category(name: &str) -> Option<Category> {
    let deserializer: StrDeserializer<Error> = name.into_deserializer();
    Category::deserialize(deserializer).ok()
}

/// A sensitivity by its name.
pub fn sensitivity(name: &str) -> Result<Sensitivity, String> {
    let deserializer: StrDeserializer<Error> = name.into_deserializer();
    Sensitivity::deserialize(deserializer).map_err(|_| format!("'{name}' is not quiet, balanced or thorough"))
}
