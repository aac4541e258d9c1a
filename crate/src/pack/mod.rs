//! Rules as the engine uses them: packed by the build from `crate/rules`, one [`Language`] per folder.
//!
//! [`Pack::built_in`] is what came of the files; the build reads and checks them with `source`.

pub mod source;
mod stored;

use serde::{Deserialize, Serialize};

use crate::assessment::{Category, Sensitivity};
use crate::context::{Context, Guard};
use crate::measured::Measured;
use crate::phrase::{PhraseRange, Table};
use crate::text::lexicon::Lexicon;
use crate::video::Field;

/// Everything the engine judges by.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Pack {
    /// The words that any phrase of any language names.
    #[serde(skip)]
    pub lexicon: Lexicon,
    /// The languages there are rules for.
    pub languages: Vec<Language>,
    /// The language that is assumed where nothing tells, and whose texts and frames serve where there are no others.
    pub assumed: String,
    /// How much each sensitivity notes.
    pub least_weight: LeastWeight,
}

/// The least [`Rule::weight`] that is noted, by sensitivity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeastWeight {
    /// At [`Sensitivity::Quiet`].
    pub quiet: u8,
    /// At [`Sensitivity::Balanced`].
    pub balanced: u8,
    /// At [`Sensitivity::Thorough`].
    pub thorough: u8,
}

impl LeastWeight {
    /// That of one sensitivity.
    pub fn at(self, sensitivity: Sensitivity) -> u8 {
        match sensitivity {
            Sensitivity::Quiet => self.quiet,
            Sensitivity::Balanced => self.balanced,
            Sensitivity::Thorough => self.thorough,
        }
    }
}

/// The rules of one language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Language {
    /// Its BCP 47 primary tag: the folder's name.
    pub tag: String,
    /// Every phrase of every rule, topic and guard.
    #[serde(skip)]
    pub table: Table,
    /// The rules, by category and identifier.
    pub rules: Vec<Rule>,
    /// What makes a text one about mental health.
    pub topic: Topic,
    /// The guards.
    pub context: Context,
    /// What its rules came to on labelled text that they had not seen, where that was measured.
    pub measured: Option<Measured>,
}

/// One rule: one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// The file's name.
    pub id: String,
    /// The folder's name.
    pub category: Category,
    /// What it looks for, in a few words.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// One question to ask, in the viewer's voice.
    pub question: String,
    /// The entry of the wording data shown as chip; empty for the category's own.
    pub chip: String,
    /// How sure a match is, 1 to 3.
    pub weight: u8,
    /// Where it looks.
    pub fields: Vec<Field>,
    /// Guards that do not apply to it.
    pub heedless: Vec<Guard>,
    /// Any of these is a match.
    pub phrases: PhraseRange,
    /// Any of these near a match sets it aside.
    pub unless: PhraseRange,
    /// Where the reason comes from. Many rules share theirs, which are packed once.
    #[serde(skip)]
    pub sources: Vec<Source>,
}

/// A publication that a rule rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name.
    pub title: String,
    /// Its address, `https` only; empty for a work without one.
    #[serde(default)]
    pub url: String,
}

/// What makes a text one about mental health.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// One of these suffices.
    pub strong: PhraseRange,
    /// Two different ones of these are needed.
    pub weak: PhraseRange,
    /// One of these suffices beside a claim: "you need the gym, not therapy".
    pub beside: PhraseRange,
    /// Where one of these covers one of the others, that one does not count: "tropical depression".
    pub not: PhraseRange,
}

/// The examples that hold a rule to its word. They are not part of [`Pack`]: no judgement needs them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examples {
    /// The language's tag.
    pub language: String,
    /// The rule's identifier.
    pub rule: String,
    /// Must be noted, with exactly the words in `[[double brackets]]` as quotes.
    pub flags: Vec<String>,
    /// Must not be noted: the reason why not, then texts.
    pub passes: Vec<(String, Vec<String>)>,
}

/// A viewer's own rules, by themselves.
#[derive(Clone, Debug, Default)]
pub struct OwnPack {
    /// What the viewer calls it.
    pub name: String,
    /// The rules, over the words, topics and guards of the built-in ones.
    pub pack: Pack,
    /// What holds them to their word.
    pub examples: Vec<Examples>,
}

impl Pack {
    /// The rules of a language.
    pub fn language(&self, tag: &str) -> Option<&Language> {
        self.languages.iter().find(|language| language.tag == tag)
    }
}

/// Splits `some [[marked]] text` into the text and the marked pieces; `None` where the marks do not pair.
pub fn unmark(example: &str) -> Option<(String, Vec<&str>)> {
    let mut parts = example.split("[[");
    let mut text = parts.next()?.to_owned();
    let mut marked = Vec::new();
    for part in parts {
        let (inside, outside) = part.split_once("]]")?;
        marked.push(inside);
        text.push_str(inside);
        text.push_str(outside);
    }
    (!text.contains("]]")).then_some((text, marked))
}
