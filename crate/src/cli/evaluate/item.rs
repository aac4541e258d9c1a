//! Labelled texts, one JSON object per line.

use std::fs;
use std::path::Path;

use second_look::assessment::Category;
use second_look::video::Video;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use super::super::input::Line;

/// One labelled text.
#[derive(Debug, Deserialize)]
pub struct Item {
    /// The text.
    #[serde(flatten)]
    line: Line,
    /// What it does: category names, or `none`.
    #[serde(default)]
    labels: Vec<String>,
    /// Labels on which readers differ.
    #[serde(default)]
    disputed: Vec<String>,
    /// Where the labels' evidence stands.
    #[serde(default)]
    spans: Vec<Span>,
    /// Its claims are of a kind that no category is for.
    #[serde(default)]
    pub exclude_from_fp: bool,
    /// `mental_health`, `other_health` or `ordinary`.
    #[serde(default)]
    domain: String,
}

#[derive(Debug, Deserialize)]
struct Span {
    label: String,
    text: String,
}

/// What a label asks of an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// The category applies.
    Applies,
    /// It does not.
    DoesNot,
    /// Neither way.
    Open,
}

impl Item {
    /// The text as a video.
    pub fn video(&self) -> Video {
        Video::from(self.line.clone())
    }

    /// Whether it is about nothing of the kind.
    pub fn is_ordinary(&self) -> bool {
        self.domain == "ordinary"
    }

    /// What is asked of a category.
    pub fn expects(&self, category: Category) -> Expectation {
        let named = |labels: &[String]| labels.iter().any(|label| self::category(label) == Some(category));
        if named(&self.disputed) || self.domain == "other_health" && category.is_claim() {
            Expectation::Open
        } else if named(&self.labels) {
            Expectation::Applies
        } else {
            Expectation::DoesNot
        }
    }

    /// The words that the label of a category rests on.
    pub fn evidence(&self, category: Category) -> Vec<&str> {
        let spans = self.spans.iter().filter(|span| self::category(&span.label) == Some(category));
        spans.map(|span| span.text.as_str()).collect()
    }
}

fn category(label: &str) -> Option<Category> {
    let label: StrDeserializer<Error> = label.into_deserializer();
    Category::deserialize(label).ok()
}

/// The items of a file. A line that can not be read is named on standard error and passed over.
pub fn read(path: &Path, all_read: &mut bool) -> Result<Vec<Item>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut items = Vec::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(item) => items.push(item),
            Err(error) => {
                *all_read = false;
                eprintln!("{}:{number}: {error}", path.display());
            }
        }
    }
    Ok(items)
}
