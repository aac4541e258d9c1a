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
mod examples;
mod judge;
mod own;
mod part;
mod place;
mod speaker;
mod texts;
mod words;

pub use built_in::{examples, rule_sources, sources};
pub use examples::Breach;
pub use judge::{Judged, judge};
pub use texts::{Translation, Translations};
pub use words::Words;

use std::collections::BTreeSet;

use self::draft::Draft;
use self::part::Asked;
use self::texts::Texts;
use crate::assessment::{Assessment, Credential, CredentialStatus, Note, Sensitivity, State};
use crate::pack::{Examples, Language, Pack};
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
    own: Vec<Own>,
}

/// A viewer's own rules, in an engine of their own: their words are numbered otherwise.
#[derive(Clone, Debug)]
struct Own {
    name: String,
    examples: Vec<Examples>,
    engine: Engine,
}

/// Tags by which pages say that they do not know.
const NO_LANGUAGE: [&str; 5] = ["", "un", "und", "mul", "zxx"];

/// Fields that are read for claims and topic. Handle and bio speak of the person.
const SPOKEN: [Field; 5] = [Field::Title, Field::Description, Field::Hashtags, Field::Captions, Field::CreatorName];

/// Fields that speak of the person alone.
const PERSONAL: [Field; 2] = [Field::Handle, Field::Bio];

impl Engine {
    /// For these rules.
    pub fn with_pack(pack: Pack) -> Result<Self, postcard::Error> {
        Ok(Self { pack, titles: Some(built_in::lexicon()?), ..Self::default() })
    }

    /// The rules.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// Judges one video.
    pub fn assess(&self, video: &Video, sensitivity: Sensitivity) -> Assessment {
        let mut assessment = self.assess_alone(video, sensitivity);
        self.own.iter().for_each(|own| assessment.join(own.engine.assess_alone(video, sensitivity)));
        assessment
    }

    fn assess_alone(&self, video: &Video, sensitivity: Sensitivity) -> Assessment {
        let track = video.captions_language.as_deref().map(primary);
        let foreign = track.is_some_and(|track| self.pack.language(track).is_none());
        let spoken = SPOKEN.into_iter().filter(|field| *field != Field::Captions || !foreign);
        let words: Vec<Words> = spoken.filter_map(|field| Words::read(video, field, &self.pack.lexicon)).collect();
        let evidence = self.evidence_of(&words);
        let told = self.told_language(&evidence, declared(video).or(track));
        let tag = told.as_deref().unwrap_or(&self.pack.assumed);
        if words.is_empty() {
            return unread(video, told);
        }
        let Some(language) = self.pack.language(tag) else {
            return self
                .parts_with_rules(video, &words, None, sensitivity)
                .next()
                .unwrap_or_else(|| unread(video, told));
        };
        let others = evidence.is_in_several().then(|| words.clone());
        let stated = |words: &Words| words.field != Field::Captions || track.is_none_or(|track| track == tag);
        let parts = words.into_iter().filter(stated).filter_map(|words| self.part(words, tag, Asked::NotOther));
        let mut assessment = self.judge(video, language, &parts.collect::<Vec<_>>(), told, sensitivity);
        for other in
            self.parts_with_rules(video, others.as_deref().unwrap_or_default(), Some(&language.tag), sensitivity)
        {
            assessment.join(other);
        }
        assessment
    }

    fn judge(
        &self,
        video: &Video,
        language: &Language,
        words: &[Words],
        told: Option<String>,
        sensitivity: Sensitivity,
    ) -> Assessment {
        let words: Vec<&Words> = words.iter().collect();
        let mut draft = Draft::new(language, self.pack.least_weight.at(sensitivity));
        draft.read(video, &words);
        let speaker = self.speaker(video, &words, &language.tag);
        draft.finish(video, told, speaker)
    }

    /// A text may have a part in another language with rules ("Dieser Tee …\nThis tea cures …"). It is read only where
    /// something in it is noted: a line of English makes no German text a read one.
    fn parts_with_rules(
        &self,
        video: &Video,
        words: &[Words],
        but: Option<&str>,
        sensitivity: Sensitivity,
    ) -> impl Iterator<Item = Assessment> {
        let written = || words.iter().filter(|words| words.field != Field::CreatorName);
        let others = self.pack.languages.iter().filter(move |language| Some(language.tag.as_str()) != but);
        others.filter_map(move |language| {
            let parts: Vec<Words> =
                written().filter_map(|words| self.part(words.clone(), &language.tag, Asked::Own)).collect();
            let judged = || self.judge(video, language, &parts, Some(language.tag.clone()), sensitivity);
            (!parts.is_empty()).then(judged).filter(|assessment| !assessment.notes.is_empty())
        })
    }

    /// What the words tell of their language. Names are of any language.
    fn evidence_of(&self, words: &[Words]) -> Evidence {
        let mut evidence = Evidence::default();
        for words in words.iter().filter(|words| words.field != Field::CreatorName) {
            evidence.add(&words.text, &words.tokens, &self.pack.lexicon);
        }
        evidence
    }

    /// Told by the words, or else by the page, or else suggested by few words.
    fn told_language(&self, evidence: &Evidence, declared: Option<&str>) -> Option<String> {
        let lexicon = &self.pack.lexicon;
        let told = evidence.language(&self.pack.assumed, lexicon).or(declared);
        told.or_else(|| evidence.suggested(lexicon)).map(str::to_owned)
    }

    /// The texts of every rule named in an assessment.
    pub fn rule_texts(&self, assessment: &Assessment) -> Vec<RuleText> {
        let overruled = assessment.overruled.iter().map(|overruled| &overruled.note);
        let named: BTreeSet<&str> = assessment
            .notes
            .iter()
            .chain(&assessment.practices)
            .chain(overruled)
            .map(|note| note.rule.as_str())
            .collect();
        let all = || self.pack.languages.iter().flat_map(|language| &language.rules);
        let rules = named.into_iter().filter_map(|id| all().find(|rule| rule.id == id));
        let told = rules.map(|rule| self.rule_text(rule));
        told.chain(self.own.iter().flat_map(|own| own.engine.rule_texts(assessment))).collect()
    }
}

/// Whether there is nothing to say.
fn is_silent(notes: &[Note], practices: &[Note], credential: &Credential) -> bool {
    notes.is_empty() && practices.is_empty() && credential.status == CredentialStatus::NotFound
}

fn declared(video: &Video) -> Option<&str> {
    video.language.as_deref().map(primary).filter(|tag| !NO_LANGUAGE.contains(tag))
}

/// `es` of `es-MX`.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

fn unread(video: &Video, language: Option<String>) -> Assessment {
    Assessment {
        id: video.id.clone(),
        language,
        topic: false,
        state: State::NotRead,
        notes: Vec::new(),
        overruled: Vec::new(),
        credential: Credential::default(),
        practices: Vec::new(),
        categories: Vec::new(),
    }
}
