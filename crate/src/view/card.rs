use super::{Arg, Look, Message, NoteKind, NoteView, Pill, SpeakerView, pills};
use crate::assessment::State;
use crate::wire::Support;

/// How many notes the card opens with; the rest waits behind "show all".
const UP_FRONT: usize = 2;

/// What opens from a badge.
#[derive(Clone, Debug, PartialEq)]
pub struct CardView {
    /// What there is, counted.
    pub heading: Message,
    /// Whom to talk to; offered first, where the words speak of suicide or self-harm.
    pub support: Option<Support>,
    /// Good practice first, then claims.
    pub notes: Vec<NoteView>,
    /// How many of [`CardView::notes`] wait behind "show all".
    pub folded_away: usize,
    /// Who is speaking.
    pub speaker: Option<SpeakerView>,
    /// What the site itself says of who made the video.
    pub platform: Option<PlatformView>,
    /// For a video without notes: which of the honest states applies.
    pub state: Option<StateView>,
    /// What was read and what was not.
    pub read: Vec<Pill>,
}

/// The site's own note on who made a video. It is passed on, never judged.
#[derive(Clone, Debug, PartialEq)]
pub struct PlatformView {
    /// Which site says so.
    pub heading: Message,
    /// Its words, as they stand there.
    pub words: String,
}

/// One of the honest states, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct StateView {
    /// What happened.
    pub title: Message,
    /// What that does and does not mean.
    pub body: Message,
}

impl CardView {
    /// The card of one video.
    pub fn of(look: &Look) -> Self {
        let notes = notes(look);
        Self {
            heading: heading(look),
            support: look.support(),
            folded_away: notes.len().saturating_sub(UP_FRONT),
            speaker: speaker(look, notes.len()),
            platform: platform(look),
            state: state(look),
            read: pills(look.video),
            notes,
        }
    }
}

/// Good practice first. The first claim is unfolded: its words, why they matter, what to ask, where to check.
fn notes(look: &Look) -> Vec<NoteView> {
    let practices: Vec<_> = look.practices().map(|note| NoteView::of(look, note, NoteKind::Practice)).collect();
    let claims = look.claims().map(|note| NoteView::of(look, note, NoteKind::Claim));
    let (first, others) = practices.split_at(practices.len().min(1));
    let mut notes: Vec<_> = first.iter().cloned().chain(claims).chain(others.iter().cloned()).collect();
    if let Some(claim) = notes.iter_mut().find(|note| note.kind == NoteKind::Claim) {
        claim.open = true;
    }
    notes
}

/// Unfolded where the notes leave room for it.
fn speaker(look: &Look, notes: usize) -> Option<SpeakerView> {
    SpeakerView::of(look).map(|speaker| SpeakerView { open: notes < UP_FRONT, ..speaker })
}

fn platform(look: &Look) -> Option<PlatformView> {
    let words = &look.video.platform_note;
    let site = crate::site::all().iter().find(|site| site.id == look.site)?;
    let heading = || Message::new("card_platform").with(Arg::Words(site.name.clone()));
    (!words.is_empty()).then(|| PlatformView { heading: heading(), words: words.clone() })
}

fn heading(look: &Look) -> Message {
    let counted = |key, count| (count > 0).then(|| Message::plural(key, count));
    let claims = counted("card_notes", look.claims().count());
    let practices = counted("card_practices", look.practices().count());
    match (claims, practices) {
        (Some(claims), Some(practices)) => {
            Message::new("card_both").with(Arg::Message(claims)).with(Arg::Message(practices))
        }
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => Message::new("card_about"),
    }
}

fn state(look: &Look) -> Option<StateView> {
    let (title, body) = match look.answer.assessment.state {
        State::Notes | State::OffTopic => return None,
        State::NothingMatched => (Message::new("card_nothing_matched"), Message::new("card_nothing_matched_body")),
        State::NotRead => {
            let (why, body) = unread(look);
            (Message::new("card_not_read").with(Arg::Message(Message::new(why))), body)
        }
    };
    Some(StateView { title, body })
}

/// Why a video was not read: in two words, and in a sentence.
pub(super) fn unread(look: &Look) -> (&'static str, Message) {
    match &look.answer.assessment.language {
        None => ("card_no_words", Message::new("card_no_words_body")),
        Some(tag) => ("card_other_language", Message::new("card_other_language_body").with(Arg::Language(tag.clone()))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::Sample;
    use super::*;
    use crate::assessment::Category;

    fn kinds(view: &CardView) -> Vec<(NoteKind, bool)> {
        view.notes.iter().map(|note| (note.kind, note.open)).collect()
    }

    #[test]
    fn good_practice_comes_first_and_the_first_claim_is_unfolded() {
        let sample = Sample::with_claims(2).practice(Category::DisclaimerEducation);
        let view = CardView::of(&sample.look());
        assert_eq!(kinds(&view), [(NoteKind::Practice, false), (NoteKind::Claim, true), (NoteKind::Claim, false)]);
        assert!(!view.speaker.unwrap().open);
        assert_eq!(view.folded_away, 1);
    }

    #[test]
    fn more_than_two_notes_wait_behind_show_all() {
        let view = CardView::of(&Sample::with_claims(5).look());
        assert_eq!((view.notes.len(), view.folded_away), (5, 3));
        let view = CardView::of(&Sample::with_claims(3).practice(Category::GoodPractice).look());
        assert_eq!((view.notes.len(), view.folded_away), (4, 2), "one good practice and one claim up front");
    }

    #[test]
    fn the_heading_counts_what_is_shown() {
        let view = CardView::of(&Sample::with_claims(2).practice(Category::GoodPractice).look());
        assert_eq!(view.heading.args[0], Arg::Message(Message::plural("card_notes", 2)));
        let view = CardView::of(&Sample::with_claims(1).look());
        assert_eq!(view.heading, Message::plural("card_notes", 1));
    }

    #[test]
    fn what_the_site_says_of_the_maker_is_passed_on_under_its_name() {
        let mut sample = Sample::with_claims(1);
        assert_eq!(CardView::of(&sample.look()).platform, None);
        sample.video.platform_note = "From a licensed doctor".into();
        let platform = CardView::of(&sample.look()).platform.unwrap();
        assert_eq!(platform.heading.args, [Arg::Words("YouTube".into())]);
        assert_eq!(platform.words, "From a licensed doctor");
    }

    #[test]
    fn the_honest_states_are_told_apart() {
        let body = |sample: &Sample| CardView::of(&sample.look()).state.map(|state| state.body.key);
        assert_eq!(body(&Sample::default().state(State::NothingMatched)).unwrap(), "card_nothing_matched_body");
        let mut unread = Sample::default().state(State::NotRead);
        assert_eq!(body(&unread).unwrap(), "card_other_language_body");
        unread.answer.assessment.language = None;
        assert_eq!(body(&unread).unwrap(), "card_no_words_body");
        assert_eq!(body(&Sample::with_claims(1)), None);
    }
}
