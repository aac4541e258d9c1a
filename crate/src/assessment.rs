//! What came of reading a [`Video`](crate::video::Video): what the words say, and what was set aside and why.
//!
//! Nothing here is a judgement of a person. A missing note is not an approval.

use serde::{Deserialize, Serialize};

use crate::video::Field;

/// All that is said about one video.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// [`Video::id`](crate::video::Video::id)
    pub id: String,
    /// The language the words are in, as a BCP 47 primary tag; `None` where there are too few words to tell.
    pub language: Option<String>,
    /// Whether the words are about mental health at all.
    pub topic: bool,
    /// Which of the honest states applies.
    pub state: State,
    /// What deserves a second look, the weightiest first.
    pub notes: Vec<Note>,
    /// Matches that a guard set aside, so that "why was this not noted?" has an answer.
    pub overruled: Vec<Overruled>,
    /// Who is speaking, which licence, and where.
    pub credential: Credential,
    /// Good practice seen in the words.
    pub practices: Vec<Note>,
    /// Every category that applies, in order, credentials and good practice included.
    pub categories: Vec<Category>,
}

/// The honest states of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// There is something to say: a note, good practice, or a credential.
    Notes,
    /// On the topic and read, and no rule matched. Not an approval.
    NothingMatched,
    /// Not read: no words, or a language no rules exist for.
    NotRead,
    /// Not about mental health: nothing is said or shown.
    OffTopic,
}

/// What a rule looks for. The identifiers are fixed: data sets and settings name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// A promise of cure, removal, or a sure or instant result.
    CureClaim,
    /// One cause, one fix, "just do", "is not real".
    Oversimplification,
    /// Invites viewers to find a disorder in themselves or their child.
    SelfDiagnosis,
    /// Speaks against medication, therapy or professional help.
    DiscouragesTreatment,
    /// Offers care or a diagnosis through messages or comments.
    BoundaryViolation,
    /// Uses suicide or self-harm for reach or sales.
    CrisisExploitation,
    /// Suicide or self-harm is a topic at all: opens help, never a reproach.
    CrisisContent,
    /// Own or sponsored product, paid service, discount, affiliate link.
    Promotion,
    /// A regulated title or licence is stated by or for the speaker.
    CredentialLicensed,
    /// An unregulated title is stated by or for the speaker.
    CredentialUnregulated,
    /// States limits, or sends viewers to professional care.
    DisclaimerEducation,
    /// Other good practice (own story, named source): shown, never counted among the categories.
    GoodPractice,
}

impl Category {
    /// Whether it is a claim about a condition or its care.
    pub fn is_claim(self) -> bool {
        matches!(self, Self::CureClaim | Self::Oversimplification | Self::SelfDiagnosis | Self::DiscouragesTreatment)
    }

    /// Whether a match is shown as a note: neither good practice nor a credential.
    pub fn is_noted(self) -> bool {
        self <= Self::Promotion
    }
}

/// One thing shown: the very words, where they stand, and the rule that knows them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// What kind of thing the words do.
    pub category: Category,
    /// The rule's identifier: its file name.
    pub rule: String,
    /// Where the words stand.
    pub field: Field,
    /// The very words, exactly as written.
    pub quote: String,
    /// Where the quote starts in the field's text, in characters (Unicode scalar values).
    pub start: usize,
    /// Where the quote ends (exclusive), in characters.
    pub end: usize,
    /// For captions with times: seconds from the start of the video at which the words begin.
    pub at: Option<f64>,
    /// The words of the same sentence before the quote, up to it, cut to a readable length.
    pub before: String,
    /// The words of the same sentence from the end of the quote on, cut to a readable length.
    pub after: String,
    /// How sure a match of this rule is, 1 to 3. See [`Sensitivity`].
    pub weight: u8,
}

/// A match that was set aside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Overruled {
    /// What would have been noted.
    #[serde(flatten)]
    pub note: Note,
    /// The guard that set it aside: `negation`, `question`, `hypothetical`, `attribution`, `experiencer`,
    /// `history`, `joke`, `exception` (the rule's own `unless`), `topic` or `sensitivity`.
    pub guard: String,
}

/// How much is shown: the least [`Note::weight`] that becomes a note, by [`LeastWeight`](crate::pack::LeastWeight).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sensitivity {
    /// Only the surest rules.
    Quiet,
    /// The rules that are right more often than not by far.
    #[default]
    Balanced,
    /// Every rule, and hints where there are two.
    Thorough,
}

impl Sensitivity {
    /// From the fewest notes to the most.
    pub const ALL: [Self; 3] = [Self::Quiet, Self::Balanced, Self::Thorough];

    /// The name that settings and data use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quiet => "quiet",
            Self::Balanced => "balanced",
            Self::Thorough => "thorough",
        }
    }
}

/// Who is speaking, which licence and where, as the words state it. Nothing is ever verified.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Credential {
    /// The strongest thing stated.
    pub status: CredentialStatus,
    /// The words that say who speaks.
    pub who: Option<Stated>,
    /// The words that say which title, licence or body.
    pub which: Option<Stated>,
    /// The words that say where it is held.
    #[serde(rename = "where")]
    pub place: Option<Stated>,
}

/// Words that state a part of a credential.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stated {
    /// The entry of the domain data that knows these words (`us-lcsw`, `life-coach`), or empty.
    pub entry: String,
    /// ISO 3166 code of the country the words point to, or empty.
    pub country: String,
    /// Where the words stand.
    pub field: Field,
    /// The very words.
    pub quote: String,
    /// Start in the field's text, in characters.
    pub start: usize,
    /// End (exclusive), in characters.
    pub end: usize,
}

/// What the words say about a credential, strongest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CredentialStatus {
    /// A licensed or registered title with its number or register.
    StatedWithRegister,
    /// A licensed or registered title.
    Stated,
    /// Member of a body that keeps its own list, or holder of a private certificate.
    MemberOfBody,
    /// In training or under supervision, and says so.
    InTraining,
    /// A title such as therapist or psychologist, without the licence, its number or its place.
    TitleOnly,
    /// Held a title formerly.
    Former,
    /// A degree, which is not a licence.
    Degree,
    /// A title anyone may use.
    UnregulatedTitle,
    /// Says plainly not to be a clinician: good practice.
    SaysNotClinician,
    /// None found in what was read. That does not mean there is none.
    #[default]
    NotFound,
}
