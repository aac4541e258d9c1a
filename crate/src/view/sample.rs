//! An invented video with an invented answer, for the tests of the views.

use super::{Look, Mutes};
use crate::assessment::{Assessment, Category, Credential, CredentialStatus, Note, State, Stated};
use crate::settings::{Settings, Value};
use crate::video::{Creator, Field, Video};
use crate::wire::{Answer, RuleText};

#[derive(Clone)]
pub struct Sample {
    pub video: Video,
    pub answer: Answer,
    pub mutes: Mutes,
    pub opened: bool,
    off: Vec<&'static str>,
    settings: Settings,
}

impl Default for Sample {
    fn default() -> Self {
        let creator = Creator { name: "Calm With Cora".into(), handle: "calmcora".into(), ..Creator::default() };
        let video = Video { id: "vid-1".into(), title: "This cures anxiety fast.".into(), creator, ..Video::default() };
        let assessment = Assessment {
            id: video.id.clone(),
            language: Some("en".into()),
            topic: true,
            state: State::Notes,
            notes: Vec::new(),
            overruled: Vec::new(),
            credential: Credential::default(),
            practices: Vec::new(),
            categories: Vec::new(),
        };
        let answer = Answer { assessment, rules: Vec::new(), registers: Vec::new(), support: None };
        Self { video, answer, mutes: Mutes::default(), opened: false, off: Vec::new(), settings: Settings::default() }
    }
}

impl Sample {
    pub fn with_claims(count: usize) -> Self {
        let mut sample = Self::default();
        for nth in 0..count {
            let rule = format!("rule-{nth}");
            sample.answer.assessment.notes.push(note(&rule, Category::CureClaim));
            sample.answer.rules.push(texts(&rule));
        }
        sample
    }

    pub fn practice(mut self, category: Category) -> Self {
        self.answer.assessment.practices.push(note("states-limits", category));
        self
    }

    pub fn category(mut self, category: Category) -> Self {
        self.answer.assessment.categories.push(category);
        self
    }

    /// The video that is being watched.
    pub fn opened(mut self) -> Self {
        self.opened = true;
        self
    }

    pub fn status(mut self, status: CredentialStatus) -> Self {
        self.answer.assessment.credential.status = status;
        self
    }

    pub fn state(mut self, state: State) -> Self {
        self.answer.assessment.state = state;
        self
    }

    pub fn off(mut self, key: &'static str) -> Self {
        self.off.push(key);
        self.settings = Settings::from_stored(self.off.iter().map(|key| ((*key).to_owned(), Value::Toggle(false))));
        self
    }

    pub fn look(&self) -> Look<'_> {
        let Self { video, answer, settings, mutes, opened, .. } = self;
        Look { site: "youtube", video, opened: *opened, answer, settings, mutes }
    }
}

pub fn stated(quote: &str) -> Stated {
    let (entry, country) = (String::new(), String::new());
    Stated { entry, country, field: Field::Bio, quote: quote.into(), start: 0, end: quote.chars().count() }
}

fn note(rule: &str, category: Category) -> Note {
    Note {
        category,
        rule: rule.into(),
        field: Field::Title,
        quote: "cures anxiety".into(),
        start: 5,
        end: 18,
        at: None,
        before: "This ".into(),
        after: " fast.".into(),
        weight: 3,
    }
}

fn texts(id: &str) -> RuleText {
    let words = |text: &str| text.to_owned();
    RuleText {
        id: words(id),
        title: words("Says it cures a condition"),
        why: words("Few conditions can be cured fast."),
        question: words("How do they know?"),
        sources: Vec::new(),
    }
}
