use super::{Look, Message, entry, speaker};
use crate::assessment::{CredentialStatus, State};

/// The chip on a video. It differs by shape and words, never by colour alone.
#[derive(Clone, Debug, PartialEq)]
pub struct BadgeView {
    /// Which of the shapes.
    pub shape: Shape,
    /// What it says.
    pub label: Message,
    /// What that does not mean; said more quietly, on the opened video only.
    pub aside: Option<Message>,
}

/// The shapes of a badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Square tile with quote marks: words that deserve a second look.
    Note,
    /// Round, with a sprout: good practice.
    Practice,
    /// Outlined card: who is speaking, as the words state it.
    Licence,
    /// Round, with a hand and a heart: help is at hand.
    Support,
    /// Flat, with the mark: read, and nothing matched.
    Nothing,
    /// Flat, with a dashed ring: not read.
    Unread,
}

impl BadgeView {
    /// The one badge a video gets, if any. Being about mental health is no reason for one.
    pub fn of(look: &Look) -> Option<Self> {
        if look.is_muted() {
            return None;
        }
        match look.answer.assessment.state {
            State::Notes => Self::support(look).or_else(|| Self::claims(look)).or_else(|| Self::quiet_words(look)),
            State::NothingMatched => {
                let label = Message::new("badge_nothing_matched");
                Self::quiet_state(look, Shape::Nothing, label, Message::new("badge_no_approval"))
            }
            State::NotRead => {
                let why = Message::new(super::card::unread(look).0);
                Self::quiet_state(look, Shape::Unread, Message::new("badge_not_read"), why)
            }
            State::OffTopic => None,
        }
    }

    /// The states in which nothing is noted are told on the video that is being watched, nowhere else.
    fn quiet_state(look: &Look, shape: Shape, label: Message, aside: Message) -> Option<Self> {
        let shown = look.opened && look.settings.is_on("badge_quiet");
        shown.then_some(Self { shape, label, aside: Some(aside) })
    }

    /// Somebody's distress comes before anybody's claims: the same look for every video that speaks of it.
    fn support(look: &Look) -> Option<Self> {
        look.offers_support().then(|| Self::named(Shape::Support, "crisis_topic"))
    }

    fn claims(look: &Look) -> Option<Self> {
        let count = look.claims().count();
        (count > 0).then(|| Self { shape: Shape::Note, label: Message::plural("badge_notes", count), aside: None })
    }

    /// Where nothing deserves a second look: a licence first, then good practice, then any other word on who speaks.
    fn quiet_words(look: &Look) -> Option<Self> {
        let speaker = Self::speaker(look);
        let licensed = look.answer.assessment.credential.status <= CredentialStatus::Stated;
        let practice = || look.practices().next().map(|note| Self::named(Shape::Practice, entry(note.category)));
        if licensed { speaker.or_else(practice) } else { practice().or(speaker) }
    }

    fn speaker(look: &Look) -> Option<Self> {
        let credential = &look.answer.assessment.credential;
        let silent = matches!(credential.status, CredentialStatus::NotFound | CredentialStatus::SaysNotClinician);
        let shown = look.settings.is_on("badge_credential") && !silent;
        shown.then(|| Self::named(Shape::Licence, speaker::entry(credential.status)))
    }

    fn named(shape: Shape, entry: &str) -> Self {
        Self { shape, label: Message::new(format!("chip_{entry}")), aside: None }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{mutes, sample::Sample};
    use super::*;
    use crate::assessment::Category;

    fn label(sample: &Sample) -> Option<(Shape, String)> {
        BadgeView::of(&sample.look()).map(|badge| (badge.shape, badge.label.key))
    }

    #[test]
    fn claims_are_counted_and_come_before_good_practice() {
        let sample = Sample::with_claims(2).practice(Category::DisclaimerEducation);
        let badge = BadgeView::of(&sample.look()).unwrap();
        assert_eq!((badge.shape, badge.label.count), (Shape::Note, Some(2)));
    }

    #[test]
    fn support_comes_before_everything() {
        let sample = Sample::with_claims(2).category(Category::CrisisContent);
        assert_eq!(label(&sample), Some((Shape::Support, "chip_crisis_topic".into())));
    }

    #[test]
    fn a_stated_licence_comes_before_good_practice_and_a_degree_after_it() {
        let both = Sample::default().practice(Category::DisclaimerEducation);
        assert_eq!(label(&both.clone().status(CredentialStatus::Degree)).unwrap().0, Shape::Practice);
        assert_eq!(label(&both.status(CredentialStatus::StatedWithRegister)).unwrap().0, Shape::Licence);
    }

    #[test]
    fn the_topic_alone_is_no_reason_for_a_badge() {
        assert_eq!(label(&Sample::default().state(State::NothingMatched)), None);
        assert_eq!(label(&Sample::with_claims(1).state(State::OffTopic)), None);
        assert_eq!(label(&Sample::default()), None, "no credential found is nothing to show");
    }

    #[test]
    fn the_quiet_states_are_told_on_the_opened_video_only() {
        let states = [(State::NothingMatched, Shape::Nothing), (State::NotRead, Shape::Unread)];
        for (state, shape) in states {
            let sample = Sample::default().state(state);
            assert_eq!(label(&sample), None);
            let sample = sample.opened();
            assert_eq!(label(&sample).unwrap().0, shape);
            assert_eq!(label(&sample.off("badge_quiet")), None);
        }
        assert_eq!(label(&Sample::default().state(State::OffTopic).opened()), None);
    }

    #[test]
    fn nothing_matched_is_said_not_to_be_an_approval() {
        let badge = BadgeView::of(&Sample::default().state(State::NothingMatched).opened().look()).unwrap();
        assert_eq!(badge.aside.unwrap().key, "badge_no_approval");
    }

    #[test]
    fn each_setting_takes_away_its_own_badge() {
        let sample = Sample::with_claims(1).practice(Category::DisclaimerEducation).status(CredentialStatus::Stated);
        let sample = sample.off("badge_claims");
        assert_eq!(label(&sample).unwrap().0, Shape::Licence);
        let sample = sample.off("badge_credential");
        assert_eq!(label(&sample).unwrap().0, Shape::Practice);
        assert_eq!(label(&sample.off("badge_practices")), None);
    }

    #[test]
    fn a_muted_rule_is_not_counted() {
        let mut sample = Sample::with_claims(2);
        sample.mutes.add(mutes::rule("rule-0", None));
        assert_eq!(BadgeView::of(&sample.look()).unwrap().label.count, Some(1));
    }
}
