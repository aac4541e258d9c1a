//! The shapes in which domain data is packed. The build script has this file too: what it writes is what the crate reads.

#[path = "stored.rs"]
mod stored;
#[path = "wording.rs"]
mod wording;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use wording::Wording;

use crate::phrase::Table;

/// Everything of `crate/domain` that the engine needs.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Domain {
    /// Titles and the letters for them, country by country; unregulated groups after them.
    pub entries: Vec<Entry>,
    /// Registers and directories where a viewer can look somebody up.
    pub registers: Vec<Register>,
    /// Help lines by ISO 3166 code. Only lines marked `ship = "yes"` are packed.
    pub support: BTreeMap<String, Country>,
    /// Where to look for a line in any other country.
    pub elsewhere: Vec<Link>,
    /// Places that a licence can be held in.
    pub places: Vec<Place>,
    /// Titles as phrases.
    pub titles: Phrases,
    /// What may stand around a title as phrases, by language: frames, places. Looked for only where there is a title.
    pub frames: BTreeMap<String, Phrases>,
    /// The language of the rules that is assumed where nothing tells.
    pub assumed: String,
    /// Titles as they are written in one word with a name (`janedoetherapist`), and the entries that know them;
    /// none for what only looks like a title (`footballcoach`).
    pub handles: Vec<(String, Vec<u16>)>,
    /// Number words: "two therapists".
    pub counts: Vec<String>,
    /// Small words and endings around titles, of each language.
    pub wording: Vec<Wording>,
}

/// Phrases and what each of them is.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Phrases {
    /// The phrases.
    #[serde(skip)]
    pub table: Table,
    /// What each of them is, by its number.
    pub roles: Vec<Role>,
}

/// What a phrase is to the credential analysis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// A title: the entries that know it, by their place in [`Domain::entries`].
    Title(Vec<u16>),
    /// A title with the words that say it is the speaker's own ("coaching sessions available").
    Own(Vec<u16>),
    /// What is a title in a creator's name only: "Still Water Hypnosis".
    Name(Vec<u16>),
    /// A title only where it is denied: "not a doctor".
    Deniable,
    /// Words that look like a title and are none ("camp counselor").
    NoTitle,
    /// Words before a title that say whose it is, and how many words may stand between.
    Before(Frame, u8),
    /// Words behind a title that say whose it is.
    After(Frame),
    /// Words that look like the frame and are not: "not just".
    Not(Frame),
    /// A word across which no frame reaches.
    Stop,
    /// A word of places and institutions: no person is called so.
    NoName,
    /// A word that makes a title a licence: "licensed", "registered".
    Licence,
    /// A bare title that another trade has as well ("coach"), and the number of that trade.
    Bare(u8),
    /// A word of that trade ("football"), by which the bare title is none.
    Trade(u8),
    /// Words of a conversation with somebody else: "our guest".
    Guest,
    /// A word in a creator's name by which whoever is named elsewhere is a guest: "podcast".
    Show,
    /// A place, by its number in [`Domain::places`].
    Place(u16),
    /// Words before a place that say a licence is held there.
    In,
}

/// Whose a title is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frame {
    /// The speaker's own.
    Speaker,
    /// Somebody's who is named right before the frame: "Jane Doe is a …".
    Named,
    /// Somebody's who is named right before the title: "by Jane Doe, …".
    Credit,
    /// Somebody else's.
    Other,
    /// Somebody else's in prose, the creator's own in a creator's name: "your …", "with …".
    Prose,
    /// Denied.
    Negated,
    /// Held once.
    Former,
    /// Not held yet.
    Training,
    /// A wish, a comparison or a part that is played.
    Unreal,
}

/// What the data knows about one title.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// Its identifier (`us-lcsw`).
    pub id: String,
    /// ISO 3166 code; empty for a title of no one country.
    pub country: String,
    /// The language of a title of no one country; empty where a country is named.
    pub language: String,
    /// What the title is, in full.
    pub title: String,
    /// What stands behind it.
    pub kind: Kind,
    /// Which category its statement belongs to.
    pub counts: Counts,
    /// Letters after a name, by how much must stand around them.
    pub letters: Vec<Letters>,
    /// Words beside which letters count that say too little by themselves; the common ones where empty.
    pub cues: Vec<String>,
    /// How the title is written out, as phrase patterns.
    pub phrases: Vec<String>,
    /// Written out with the words that make it the speaker's own, as phrase patterns.
    pub claims: Vec<String>,
    /// What a creator's name says who offers it ("Still Water Hypnosis"); elsewhere it is a subject.
    #[serde(skip)]
    pub names: Vec<String>,
    /// Beginnings of numbers that belong to this title alone (`PYL` of `PYL12345`).
    pub numbers: Vec<String>,
    /// Identifiers of the registers that hold it.
    pub registers: Vec<String>,
}

/// What stands behind a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A licence or register kept by law.
    LicensedProtected,
    /// A permit of a state that asks for no degree.
    StatePermit,
    /// A list kept by a body that people join by choice.
    VoluntaryRegister,
    /// A private certificate.
    PrivateCertification,
    /// A registered title under supervision, or somebody still learning.
    TraineeAssociate,
    /// A degree.
    DegreeOnly,
    /// A word such as therapist or counsellor, which may or may not have a licence behind it.
    TitleOnly,
    /// A title anyone may use.
    Unregulated,
}

/// Which category the statement of a title belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counts {
    /// `credential_licensed`
    Licensed,
    /// `credential_unregulated`
    Unregulated,
    /// Neither: it is said what it is, and no more.
    Neither,
}

/// Letters after a name, as they are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letters {
    /// The letters, without dots and spaces.
    pub text: String,
    /// What must stand around them.
    pub trust: Trust,
}

/// What must stand around letters before they count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// Nothing.
    Alone,
    /// A name before them, or a cue word near them.
    Named,
    /// A list of two or more after a name, or a cue word near them.
    Listed,
    /// A name before them and a cue word near them.
    Strict,
    /// Nothing is enough. They only make a list of the letters beside them.
    Full,
}

/// A public list of licensed or registered people.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Register {
    /// Its identifier (`gb-hcpc`).
    pub id: String,
    /// ISO 3166 code.
    pub country: String,
    /// State, province or nation; empty for the whole country.
    pub region: String,
    /// Its name.
    pub name: String,
    /// Whom it lists.
    pub covers: String,
    /// Its search page; empty where there is none.
    pub url: String,
    /// What to know before reading a result; empty where there is nothing.
    pub warning: String,
}

/// Whom to call in one country.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Country {
    /// Its name.
    pub name: String,
    /// Emergency numbers that at least one source names.
    pub emergency: Vec<String>,
    /// Lines to talk to somebody, the broadest first.
    pub lines: Vec<Line>,
}

/// A line to talk to somebody.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// The number as people of the country write it; empty for a line without a voice number.
    pub display: String,
    /// The number to dial within the country.
    pub dial: String,
    /// Where to send a text, and what to write.
    pub sms: Option<Sms>,
    /// Its website; empty where none is known.
    pub website: String,
    /// Whether its website is known to hold a chat.
    pub chat: bool,
    /// When it is open; empty where the sources leave doubt.
    pub hours: String,
    /// Who it is for; empty where it is for everybody.
    pub audience: String,
    /// Where in the country it works; empty for all of it.
    pub region: String,
    /// Languages spoken.
    pub languages: Vec<String>,
    /// Year and month of the newest source that confirms the number.
    pub checked: String,
    /// Whether that was more than twelve months before the lines were last gone through.
    pub stale: bool,
}

/// How to reach a line by text message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sms {
    /// The number.
    pub to: String,
    /// What to write.
    pub text: String,
}

/// A named address.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Link {
    /// Its name.
    pub name: String,
    /// Its address.
    pub url: String,
}

/// A place that a licence can be held in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Place {
    /// ISO 3166 code of the country.
    pub country: String,
    /// Code of the region; empty for a country.
    pub region: String,
    /// A name, or a code in capitals.
    pub name: String,
    /// Whether the name is a code, which counts only in capitals and beside a title.
    pub is_code: bool,
}
