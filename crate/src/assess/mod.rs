//! The engine: a [`Video`] in, an [`Assessment`] out.
//!
//! ```text
//! words of each field ─▶ language ─▶ topic ─▶ phrases ─▶ guards ─▶ sensitivity ─▶ notes
//! ```
//!
//! Off the topic nothing is noted: what matched is set aside by the guard `topic`. What the words *are* is listed
//! all the same in [`Assessment::categories`], as far as it does not hang on the topic: promotion, credentials and
//! stated limits.

mod built_in;
mod catalogue;
mod draft;
mod judge;
mod place;
mod speaker;
mod texts;
mod words;

pub use built_in::examples;
pub use judge::{Judged, judge};
pub use texts::{Translation, Translations};
pub use words::Words;

use self::draft::Draft;
use self::texts::Texts;
use crate::assessment::{Assessment, Credential, Sensitivity, State};
use crate::pack::Pack;
use crate::text::language::Evidence;
use crate::text::lexicon::Lexicon;
use crate::video::{Field, Video};
use crate::wire::RuleText;

/// Judges videos by a pack.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    pack: Pack,
    /// The words that titles are known by, where the pack is not the built-in one and may number them otherwise.
    titles: Option<Lexicon>,
    texts: Texts,
}

/// The language that is assumed where neither the words nor the page tell.
const DEFAULT_LANGUAGE: &str = "en";

/// Fields that are read for claims and topic. Handle and bio speak of the person.
const SPOKEN: [Field; 5] = [Field::Title, Field::Description, Field::Hashtags, Field::Captions, Field::CreatorName];

/// Fields that speak of the person alone.
const PERSONAL: [Field; 2] = [Field::Handle, Field::Bio];

impl Engine {
    /// For these rules.
    pub fn with_pack(pack: Pack) -> Result<Self, postcard::Error> {
        Ok(Self { pack, titles: Some(built_in::lexicon()?), texts: Texts::default() })
    }

    /// The rules.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// Judges one video.
    pub fn assess(&self, video: &Video, sensitivity: Sensitivity) -> Assessment {
        let words: Vec<Words> =
            SPOKEN.into_iter().filter_map(|field| Words::read(video, field, &self.pack.lexicon)).collect();
        let told = self.told_language(&words);
        let tag = told.as_deref().or(declared(video)).unwrap_or(DEFAULT_LANGUAGE);
        let Some(language) = self.pack.language(tag).filter(|_| !words.is_empty()) else {
            return unread(video, told);
        };
        let readable: Vec<&Words> = words.iter().filter(|words| self.is_in(words, tag)).collect();
        let mut draft = Draft::new(language, self.pack.least_weight.at(sensitivity));
        draft.read(video, &readable);
        let speaker = self.speaker(video, &readable, tag);
        draft.finish(video, told, speaker)
    }

    fn told_language(&self, words: &[Words]) -> Option<String> {
        let mut evidence = Evidence::default();
        for words in words {
            evidence.add(&words.text, &words.tokens, &self.pack.lexicon);
        }
        evidence.language(DEFAULT_LANGUAGE, &self.pack.lexicon).map(str::to_owned)
    }

    /// Whether a field does not say plainly that it is in another language.
    fn is_in(&self, words: &Words, tag: &str) -> bool {
        let mut evidence = Evidence::default();
        evidence.add(&words.text, &words.tokens, &self.pack.lexicon);
        evidence.language(tag, &self.pack.lexicon).is_none_or(|told| told == tag)
    }

    /// The texts of every rule named in an assessment.
    pub fn rule_texts(&self, assessment: &Assessment) -> Vec<RuleText> {
        let overruled = assessment.overruled.iter().map(|overruled| &overruled.note);
        let named: Vec<&str> = assessment
            .notes
            .iter()
            .chain(&assessment.practices)
            .chain(overruled)
            .map(|note| note.rule.as_str())
            .collect();
        let rules = self.pack.languages.iter().flat_map(|language| &language.rules);
        rules.filter(|rule| named.contains(&rule.id.as_str())).map(|rule| self.rule_text(rule)).collect()
    }
}

fn declared(video: &Video) -> Option<&str> {
    let tag = video.language.as_deref()?.split(['-', '_']).next()?;
    (!tag.is_empty()).then_some(tag)
}

fn unread(video: &Video, language: Option<String>) -> Assessment {
    Assessment {
        id: video.id.clone(),
        language: language.or_else(|| declared(video).map(str::to_owned)),
        topic: false,
        state: State::NotRead,
        notes: Vec::new(),
        overruled: Vec::new(),
        credential: Credential::default(),
        practices: Vec::new(),
        categories: Vec::new(),
    }
}
