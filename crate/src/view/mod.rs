//! What the viewer is shown, as plain data: which badge, which card, whether a reminder is due.
//!
//! Everything here is decided from an [`Answer`], the [`Settings`] and the [`Mutes`] alone, and is drawn elsewhere
//! (`crate/page/src/draw`). Words of the interface are [`Message`]s: keys of `_locales`, never sentences.

mod badge;
mod card;
pub mod icon;
mod message;
pub mod moments;
pub mod mutes;
mod note;
mod place;
mod read;
mod reminder;
mod speaker;
mod theme;

pub use badge::{BadgeView, Shape};
pub use card::{CardView, PlatformView, StateView};
pub use message::{Arg, Message};
pub use moments::{MomentView, moments};
pub use mutes::Mutes;
pub use note::{Moment, NoteKind, NoteView, Title, clock, wrong_note};
pub use place::{Area, Size, beside, between, corner, under};
pub use read::{Pill, pills};
pub use reminder::{Breath, Quiet, Reminder, Tally};
pub use speaker::{SpeakerView, Tick, TickState};
pub use theme::Theme;

use crate::assessment::{Category, Note};
use crate::settings::Settings;
use crate::video::Video;
use crate::wire::{Answer, RuleText, Support, SupportLine};

/// One video, what came of it, and what the viewer wants to see: all that a view is made from.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The site description's identifier.
    pub site: &'a str,
    /// What was read.
    pub video: &'a Video,
    /// Whether it is the video that is being watched.
    pub opened: bool,
    /// What came of it.
    pub answer: &'a Answer,
    /// The viewer's choices.
    pub settings: &'a Settings,
    /// What the viewer does not want to see again.
    pub mutes: &'a Mutes,
}

impl<'a> Look<'a> {
    /// The claims the viewer wants to see, the weightiest first.
    pub fn claims(&self) -> impl Iterator<Item = &'a Note> {
        self.wanted(&self.answer.assessment.notes, "badge_claims")
            .filter(|note| note.category != Category::CrisisContent)
    }

    /// The good practice the viewer wants to see.
    pub fn practices(&self) -> impl Iterator<Item = &'a Note> {
        self.wanted(&self.answer.assessment.practices, "badge_practices")
    }

    /// Whether the words speak of suicide or self-harm, so that support is offered. No setting turns this off.
    pub fn offers_support(&self) -> bool {
        !self.is_muted() && self.answer.assessment.categories.contains(&Category::CrisisContent)
    }

    /// Whom to talk to, where support is offered. Addresses that are not `https` are left out.
    pub fn support(&self) -> Option<Support> {
        let secure = |url: &String| if is_secure(url) { url.clone() } else { String::new() };
        let support = self.answer.support.as_ref().filter(|_| self.offers_support())?;
        let lines = support.lines.iter().map(|line| SupportLine { website: secure(&line.website), ..line.clone() });
        Some(Support { lines: lines.collect(), elsewhere: secure(&support.elsewhere), ..support.clone() })
    }

    /// Whether the viewer muted this video or its creator.
    pub fn is_muted(&self) -> bool {
        self.mutes.hide(self.site, self.video)
    }

    /// The texts of a rule.
    pub fn rule(&self, id: &str) -> Option<&'a RuleText> {
        self.answer.rules.iter().find(|rule| rule.id == id)
    }

    fn wanted(&self, notes: &'a [Note], setting: &str) -> impl Iterator<Item = &'a Note> {
        let wanted = self.settings.is_on(setting) && !self.is_muted();
        let mutes = self.mutes;
        notes.iter().filter(move |note| wanted && !mutes.has_rule(&note.rule))
    }
}

/// Whether an address may be offered to a viewer.
fn is_secure(url: &str) -> bool {
    url.starts_with("https://")
}

/// The entry of `copy.json` that names a category: `chip_<entry>` is its short name, `body_<entry>` its meaning.
pub const fn entry(category: Category) -> &'static str {
    match category {
        Category::CureClaim => "cure_claim",
        Category::Oversimplification => "oversimplified",
        Category::SelfDiagnosis => "self_diagnosis_prompt",
        Category::DiscouragesTreatment => "discourages_treatment",
        Category::BoundaryViolation => "therapy_by_dm",
        Category::CrisisExploitation => "crisis_for_engagement",
        Category::CrisisContent => "crisis_topic_no_line",
        Category::Promotion => "paid_unclear",
        Category::CredentialLicensed => "credential_stated",
        Category::CredentialUnregulated => "unregulated_title",
        Category::DisclaimerEducation => "good_states_limits",
        Category::GoodPractice => "good_cites_sources",
    }
}

#[cfg(test)]
pub(crate) mod sample;
