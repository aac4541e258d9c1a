use super::{Look, Message};
use crate::assessment::{Credential, CredentialStatus, Stated};
use crate::wire::RegisterLink;

/// Who is speaking, which licence and where, as the words state it. Nothing is ever verified.
#[derive(Clone, Debug, PartialEq)]
pub struct SpeakerView {
    /// How much of it is stated, in a few words.
    pub heading: Message,
    /// Who, which licence, where: in this order.
    pub ticks: [Tick; 3],
    /// What the kind of title means.
    pub meaning: Message,
    /// Where the viewer can look the creator up.
    pub registers: Vec<RegisterLink>,
    /// The name to look up there; empty where none was read.
    pub name: String,
    /// Whether a country has to be chosen before there can be such links.
    pub asks_country: bool,
    /// Whether the card opens with this part unfolded.
    pub open: bool,
}

/// One of the three things a viewer may want to know.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// What it is about.
    pub label: Message,
    /// Whether it is stated.
    pub state: TickState,
    /// The very words; empty where there are none.
    pub quote: String,
    /// Where they stand, or what not seeing them does not mean.
    pub detail: Message,
}

/// Whether something is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickState {
    /// Stated in words.
    Stated,
    /// In part: a title, but not what kind of licence.
    Partly,
    /// Not seen in what was read.
    NotSeen,
}

impl SpeakerView {
    /// The card's part on who is speaking; `None` where the viewer does not want it.
    pub fn of(look: &Look) -> Option<Self> {
        let view = || Self {
            name: name(look),
            asks_country: asks_country(look),
            ..Self::from(&look.answer.assessment.credential, &look.answer.registers)
        };
        look.settings.is_on("badge_credential").then(view)
    }

    fn from(credential: &Credential, registers: &[RegisterLink]) -> Self {
        let registers = registers.iter().filter(|register| super::is_secure(&register.url));
        let ticks = [
            Tick::of("who", credential.who.as_ref(), TickState::Stated),
            Tick::of("which", credential.which.as_ref(), which(credential.status)),
            Tick::of("where", credential.place.as_ref(), TickState::Stated),
        ];
        let meaning = Message::new(format!("body_{}", entry(credential.status)));
        Self {
            heading: heading(&ticks),
            ticks,
            meaning,
            registers: registers.cloned().collect(),
            name: String::new(),
            asks_country: false,
            open: false,
        }
    }
}

impl Tick {
    fn of(part: &str, stated: Option<&Stated>, state: TickState) -> Self {
        let label = Message::new(format!("card_{part}"));
        match stated {
            None => Self { label, state: TickState::NotSeen, quote: String::new(), detail: unseen() },
            Some(words) => Self { label, state, quote: words.quote.clone(), detail: detail(words, state) },
        }
    }
}

/// No country is chosen, none is stated, and there is something to look up.
fn asks_country(look: &Look) -> bool {
    let not_a_clinician = look.answer.assessment.credential.status == CredentialStatus::SaysNotClinician;
    look.settings.country().is_empty() && look.answer.registers.is_empty() && !not_a_clinician
}

/// The name as the words state it, else the one that the page shows.
fn name(look: &Look) -> String {
    let stated = look.answer.assessment.credential.who.as_ref().map(|who| &who.quote);
    let shown = [&look.video.creator.name, &look.video.creator.handle];
    stated.into_iter().chain(shown).find(|name| !name.is_empty()).cloned().unwrap_or_default()
}

fn unseen() -> Message {
    Message::new("card_not_seen_detail")
}

fn detail(words: &Stated, state: TickState) -> Message {
    if state == TickState::Partly { Message::new("card_title_only") } else { super::read::field(words.field) }
}

/// Only a licence, a body or a supervised training answers "which licence" in full.
fn which(status: CredentialStatus) -> TickState {
    if status <= CredentialStatus::InTraining { TickState::Stated } else { TickState::Partly }
}

fn heading(ticks: &[Tick; 3]) -> Message {
    let stated = ticks.iter().filter(|tick| tick.state == TickState::Stated).count();
    let unseen = ticks.iter().filter(|tick| tick.state == TickState::NotSeen).count();
    Message::new(match (stated, unseen) {
        (3, _) => "card_speaker_stated",
        (_, 3) => "card_speaker_not_seen",
        _ => "card_speaker_partly",
    })
}

/// The entry of `copy.json` that says what the strongest thing stated means.
pub const fn entry(status: CredentialStatus) -> &'static str {
    match status {
        CredentialStatus::StatedWithRegister | CredentialStatus::Stated => "credential_stated",
        CredentialStatus::MemberOfBody => "credential_voluntary",
        CredentialStatus::InTraining => "credential_trainee",
        CredentialStatus::TitleOnly => "credential_stated_no_detail",
        CredentialStatus::Former => "former",
        CredentialStatus::Degree => "credential_degree_only",
        CredentialStatus::UnregulatedTitle => "unregulated_title",
        CredentialStatus::SaysNotClinician => "good_states_limits",
        CredentialStatus::NotFound => "not_found",
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Sample, stated};
    use super::*;

    fn view(sample: &Sample) -> SpeakerView {
        SpeakerView::of(&sample.look()).unwrap()
    }

    #[test]
    fn nothing_found_is_said_without_blame() {
        let speaker = view(&Sample::default());
        assert_eq!(speaker.heading.key, "card_speaker_not_seen");
        assert!(speaker.ticks.iter().all(|tick| tick.state == TickState::NotSeen && tick.quote.is_empty()));
        assert_eq!(speaker.meaning.key, "body_not_found");
    }

    #[test]
    fn a_title_without_its_licence_is_stated_in_part() {
        let mut sample = Sample::default().status(CredentialStatus::UnregulatedTitle);
        sample.answer.assessment.credential.which = Some(stated("anxiety coach"));
        let speaker = view(&sample);
        assert_eq!(speaker.ticks[1].state, TickState::Partly);
        assert_eq!(speaker.heading.key, "card_speaker_partly");
    }

    #[test]
    fn only_registers_behind_https_are_linked() {
        let mut sample = Sample::default().status(CredentialStatus::Stated);
        let register = |url: &str| RegisterLink { url: url.into(), ..RegisterLink::default() };
        sample.answer.registers = vec![register("http://a.example"), register("https://b.example")];
        assert_eq!(view(&sample).registers, [register("https://b.example")]);
    }

    #[test]
    fn the_name_to_look_up_is_the_stated_one() {
        let mut sample = Sample::default();
        assert_eq!(view(&sample).name, "Calm With Cora");
        sample.answer.assessment.credential.who = Some(stated("Dr Amara Osei"));
        assert_eq!(view(&sample).name, "Dr Amara Osei");
    }

    #[test]
    fn a_licence_with_name_and_place_is_stated() {
        let mut sample = Sample::default().status(CredentialStatus::StatedWithRegister);
        let credential = &mut sample.answer.assessment.credential;
        credential.who = Some(stated("Dr Amara Osei"));
        credential.which = Some(stated("clinical psychologist, HCPC"));
        credential.place = Some(stated("UK"));
        assert_eq!(view(&sample).heading.key, "card_speaker_stated");
    }
}
