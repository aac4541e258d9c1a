use super::{Arg, Look, Message, entry};
use crate::assessment::Note;
use crate::wire::{RuleText, Source};

/// One note as the card shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteView {
    /// Good practice or a claim: the two look different.
    pub kind: NoteKind,
    /// The rule's identifier.
    pub rule: String,
    /// What the words do.
    pub title: Title,
    /// The words of the sentence before the quote, the quote, and the words after it, spaces included.
    pub quote: [String; 3],
    /// Where the words stand.
    pub field: Message,
    /// When they are spoken.
    pub moment: Option<Moment>,
    /// Why it matters, in plain words.
    pub why: Title,
    /// One question to ask, in the viewer's voice; empty where the rule has none.
    pub question: String,
    /// Where the reason comes from.
    pub source: Option<Source>,
    /// Whether the card opens with the reason, the question and the source unfolded. The words always show.
    pub open: bool,
}

/// Good practice or a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// Good practice.
    Practice,
    /// Words that deserve a second look.
    Claim,
}

/// Words that come from a rule, or from the interface where the rule's are not at hand.
#[derive(Clone, Debug, PartialEq)]
pub enum Title {
    /// A rule's own words.
    Rule(String),
    /// The interface's.
    Message(Message),
}

/// A moment of a video.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Seconds from the start.
    pub seconds: f64,
    /// As a player writes it.
    pub clock: String,
}

impl NoteView {
    /// What the card shows of a note.
    pub fn of(look: &Look, note: &Note, kind: NoteKind) -> Self {
        let rule = look.rule(&note.rule);
        Self {
            kind,
            rule: note.rule.clone(),
            title: Title::of(rule.map(|rule| &rule.title), || format!("chip_{}", entry(note.category))),
            quote: [note.before.trim_start(), &note.quote, note.after.trim_end()].map(str::to_owned),
            field: super::read::field(note.field),
            moment: note.at.map(Moment::at),
            why: Title::of(rule.map(|rule| &rule.why), || format!("body_{}", entry(note.category))),
            question: rule.map(|rule| rule.question.clone()).unwrap_or_default(),
            source: rule.and_then(checkable),
            open: false,
        }
    }
}

/// A source that a viewer can open safely.
fn checkable(rule: &RuleText) -> Option<Source> {
    rule.sources.iter().find(|source| super::is_secure(&source.url)).cloned()
}

impl Title {
    fn of(words: Option<&String>, key: impl Fn() -> String) -> Self {
        match words {
            Some(words) if !words.is_empty() => Self::Rule(words.clone()),
            _ => Self::Message(Message::new(key())),
        }
    }

    /// The same words as an argument of another message.
    pub fn into_arg(self) -> Arg {
        match self {
            Self::Rule(words) => Arg::Words(words),
            Self::Message(message) => Arg::Message(message),
        }
    }
}

impl Moment {
    fn at(seconds: f64) -> Self {
        Self { seconds, clock: clock(seconds) }
    }
}

/// A time as a player writes it: `0:42`, `12:05`, `1:02:03`.
pub fn clock(seconds: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped; a video is no longer")]
    let whole = seconds.clamp(0.0, f64::from(u32::MAX)) as u32;
    let (hours, minutes, seconds) = (whole / 3600, whole / 60 % 60, whole % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// The text a viewer can edit and copy to say that a note is wrong: the rule and the words, nothing about the viewer,
/// the creator or the video.
pub fn wrong_note(note: &NoteView, version: &str) -> Message {
    let [before, quote, after] = &note.quote;
    Message::new("card_wrong_text")
        .with(Arg::Words(note.rule.clone()))
        .with(Arg::Message(note.field.clone()))
        .with(Arg::Words(format!("{before}[[{quote}]]{after}")))
        .with(Arg::Words(version.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::sample::Sample;
    use super::*;

    #[test]
    fn times_read_as_on_a_player() {
        assert_eq!([0.0, 42.9, 725.0, 3723.0, -1.0].map(clock), ["0:00", "0:42", "12:05", "1:02:03", "0:00"]);
    }

    #[test]
    fn only_sources_behind_https_are_linked() {
        let mut sample = Sample::with_claims(1);
        let source = |url: &str| Source { title: "Code".into(), url: url.into() };
        sample.answer.rules[0].sources = vec![source("javascript:alert(1)"), source(""), source("https://asa.org.uk")];
        let view = NoteView::of(&sample.look(), &sample.answer.assessment.notes[0], NoteKind::Claim);
        assert_eq!(view.source.unwrap().url, "https://asa.org.uk");
    }

    #[test]
    fn a_rule_without_texts_is_named_by_its_category() {
        let mut sample = Sample::with_claims(1);
        sample.answer.rules.clear();
        let view = NoteView::of(&sample.look(), &sample.answer.assessment.notes[0], NoteKind::Claim);
        assert_eq!(view.title, Title::Message(Message::new("chip_cure_claim")));
    }

    #[test]
    fn the_text_about_a_wrong_note_names_rule_and_words_only() {
        let sample = Sample::with_claims(1);
        let view = NoteView::of(&sample.look(), &sample.answer.assessment.notes[0], NoteKind::Claim);
        let words = format!("{:?}", wrong_note(&view, "1.0"));
        assert!(words.contains("rule-0") && words.contains("This [[cures anxiety]] fast."), "{words}");
        assert!(!words.contains(&sample.video.id) && !words.contains(&sample.video.creator.handle), "{words}");
    }
}
