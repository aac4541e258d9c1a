//! Labelled texts, one JSON object per line.

use std::fs;
use std::path::Path;

use second_look::assessment::Category;
use second_look::video::Video;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::super::input::{self, Line};
use super::sentences;

/// One labelled text.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Item {
    /// The text.
    #[serde(flatten)]
    pub line: Line,
    /// What it does.
    #[serde(default, deserialize_with = "categories")]
    pub labels: Vec<Category>,
    /// Labels on which readers differ.
    #[serde(default, deserialize_with = "categories")]
    pub disputed: Vec<Category>,
    /// Where the labels' evidence stands.
    #[serde(default)]
    pub spans: Vec<Span>,
    /// Its claims are of a kind that no category is for.
    #[serde(default)]
    pub exclude_from_fp: bool,
    /// `mental_health`, `other_health` or `ordinary`.
    #[serde(default)]
    pub domain: String,
    /// Why a text that seems to make a claim makes none: a guard's name, or another kind of speech (`lyrics`, `news`).
    #[serde(default)]
    pub guard: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
/// Evidence.
pub struct Span {
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

    /// Why nothing is to be noted in a text that makes no claim; `None` where it makes one.
    pub fn reason_for_silence(&self) -> Option<&str> {
        let claims = self.labels.iter().chain(&self.disputed).any(|category| category.is_claim());
        let reason = self.guard.as_deref().unwrap_or(if self.is_ordinary() { "ordinary" } else { "no claim" });
        (!claims && self.domain != "other_health").then_some(reason)
    }

    /// What is asked of a category.
    pub fn expects(&self, category: Category) -> Expectation {
        if self.disputed.contains(&category) || self.domain == "other_health" && category.is_claim() {
            Expectation::Open
        } else if self.labels.contains(&category) {
            Expectation::Applies
        } else {
            Expectation::DoesNot
        }
    }

    /// The words that the label of a category rests on; the title where none are marked.
    pub fn evidence(&self, category: Category) -> Vec<&str> {
        let spans = self.spans.iter().filter(|span| input::category(&span.label) == Some(category));
        let marked: Vec<&str> = spans.map(|span| span.text.as_str()).collect();
        if marked.is_empty() { self.line.title().into_iter().collect() } else { marked }
    }
}

fn categories<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Category>, D::Error> {
    let names = Vec::<String>::deserialize(deserializer)?;
    let labels = names.iter().filter(|name| *name != "none");
    let category = |name: &String| {
        input::category(name).ok_or_else(|| D::Error::custom(format!("no category is called '{name}'")))
    };
    labels.map(category).collect()
}

/// The items of a file. A line that can not be read is named on standard error and passed over.
pub fn read(path: &Path, all_read: &mut bool) -> Result<Vec<Item>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    if path.extension().is_some_and(|ending| ending == "txt") {
        return sentences::read(path, &text);
    }
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
