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
mod judge;
mod place;
mod speaker;
mod words;

pub use built_in::examples;
pub use judge::{Judged, judge};
pub use words::Words;

use crate::assessment::{Assessment, Category, Credential, CredentialStatus, Note, Overruled, Sensitivity, State};
use crate::credential::Found;
use crate::pack::{Language, Pack, Rule};
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
}

/// The language that is assumed where neither the words nor the page tell.
const DEFAULT_LANGUAGE: &str = "en";

/// Fields that are read for claims and topic. Handle and bio speak of the person.
const SPOKEN: [Field; 5] = [Field::Title, Field::Description, Field::Hashtags, Field::Captions, Field::CreatorName];

/// Fields that speak of the person alone.
const PERSONAL: [Field; 2] = [Field::Handle, Field::Bio];

impl Engine {
    /// For these rules.
    pub fn with_pack(pack: Pack) -> Self {
        Self { pack, titles: built_in::lexicon().ok() }
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
        let mut draft = Draft::new(language, sensitivity);
        draft.read(video, &readable);
        draft.speaker = self.speaker(video, &readable, tag);
        draft.finish(video, told)
    }

    fn told_language(&self, words: &[Words]) -> Option<String> {
        let mut evidence = Evidence::default();
        words.iter().for_each(|words| evidence.add(&words.text, &words.tokens, &self.pack.lexicon));
        evidence.language(&self.pack.lexicon).map(str::to_owned)
    }

    /// Whether a field does not say plainly that it is in another language.
    fn is_in(&self, words: &Words, tag: &str) -> bool {
        let mut evidence = Evidence::default();
        evidence.add(&words.text, &words.tokens, &self.pack.lexicon);
        evidence.language(&self.pack.lexicon).is_none_or(|told| told == tag)
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
        rules.filter(|rule| named.contains(&rule.id.as_str())).map(rule_text).collect()
    }
}

fn rule_text(rule: &Rule) -> RuleText {
    RuleText {
        id: rule.id.clone(),
        title: rule.title.clone(),
        why: rule.why.clone(),
        question: rule.question.clone(),
        sources: rule.sources.clone(),
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

/// An assessment in the making.
struct Draft<'a> {
    language: &'a Language,
    least_weight: u8,
    topic: bool,
    noted: Vec<Note>,
    overruled: Vec<Overruled>,
    /// Categories that apply whether or not there is a topic.
    categories: Vec<Category>,
    speaker: Found,
}

impl<'a> Draft<'a> {
    fn new(language: &'a Language, sensitivity: Sensitivity) -> Self {
        let least_weight = match sensitivity {
            Sensitivity::Quiet => 3,
            Sensitivity::Balanced => 2,
            Sensitivity::Thorough => 1,
        };
        let (noted, overruled, categories) = (Vec::new(), Vec::new(), Vec::new());
        Self { language, least_weight, topic: false, noted, overruled, categories, speaker: Found::default() }
    }

    fn read(&mut self, video: &Video, words: &[&Words]) {
        let judged: Vec<Vec<Judged>> = words.iter().map(|words| judge(self.language, words)).collect();
        self.topic =
            judge::is_on_topic(self.language, words) || judged.iter().flatten().any(|judged| judged.is_crisis());
        for (words, judged) in words.iter().zip(&judged) {
            let mut place = place::Places::new(video, words);
            for one in judge::strongest(judged) {
                self.add(one, place.note(one.rule, one.hit));
            }
        }
    }

    fn add(&mut self, judged: &Judged, note: Note) {
        let guard = match judged.overruled {
            Some(guard) => Some(guard),
            None if note.weight < self.least_weight => Some("sensitivity"),
            None if self.is_said_already(&note) => return,
            None => {
                self.categories.push(note.category);
                (!self.topic).then_some("topic")
            }
        };
        match guard {
            Some(guard) => self.overruled.push(Overruled { note, guard: guard.to_owned() }),
            None => self.noted.push(note),
        }
    }

    /// Tags repeat what the description says: the same words of the same rule are noted once.
    fn is_said_already(&self, note: &Note) -> bool {
        let plain = |quote: &str| {
            quote.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
        };
        let same = |other: &Note| other.rule == note.rule && plain(&other.quote) == plain(&note.quote);
        note.field == Field::Hashtags && self.noted.iter().any(same)
    }

    fn finish(mut self, video: &Video, language: Option<String>) -> Assessment {
        self.noted.sort_by_key(|note| (std::cmp::Reverse(note.weight), note.field, note.start));
        let (practices, notes): (Vec<Note>, Vec<Note>) = self.noted.into_iter().partition(is_practice);
        let credential = self.speaker.credential;
        let silent = notes.is_empty() && practices.is_empty() && credential.status == CredentialStatus::NotFound;
        let state = match (self.topic, silent) {
            (false, _) => State::OffTopic,
            (true, true) => State::NothingMatched,
            (true, false) => State::Notes,
        };
        self.categories.append(&mut self.speaker.categories);
        self.categories.retain(|category| self.topic || stands_alone(*category));
        self.categories.retain(|category| *category != Category::GoodPractice);
        self.categories.sort_unstable();
        self.categories.dedup();
        Assessment {
            id: video.id.clone(),
            language,
            topic: self.topic,
            state,
            notes,
            overruled: self.overruled,
            credential,
            practices,
            categories: self.categories,
        }
    }
}

fn is_practice(note: &Note) -> bool {
    matches!(note.category, Category::DisclaimerEducation | Category::GoodPractice)
}

/// Whether a category says something about the words without being about mental health.
fn stands_alone(category: Category) -> bool {
    matches!(
        category,
        Category::Promotion
            | Category::CredentialLicensed
            | Category::CredentialUnregulated
            | Category::DisclaimerEducation
    )
}
