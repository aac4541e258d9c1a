//! The messages between the page, the background and the extension's own pages.
//!
//! Both ends are built from these types, so the two can not drift apart. Over the wire they are plain objects.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::assessment::{Assessment, Category, Sensitivity};
use crate::captions::Warning;
use crate::measured::Share;
pub use crate::pack::Source;
use crate::settings::{Held, Item};
use crate::video::{Field, Video};

/// What a content script or an extension page asks of the background.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum Request {
    /// Judge one video. Answered with an [`Answer`].
    Assess {
        /// What was read.
        video: Video,
    },
    /// Judge several videos. Answered with an [`Answer`] for each, in the same order.
    AssessAll {
        /// What was read.
        videos: Vec<Video>,
    },
    /// Ask a site for a caption file of the opened video, as its page names it. Answered with a
    /// [`crate::captions::Track`].
    Captions {
        /// The site description's identifier.
        site: String,
        /// The file's address.
        url: String,
    },
    /// Read the text of a caption file that the page has loaded itself. Answered with a [`crate::captions::Track`].
    ParseCaptions {
        /// The file's text.
        text: String,
    },
    /// The page's policy refused the page module as Wasm: run its JavaScript form in the asking frame.
    JavascriptForm,
    /// The settings table, as rows for a form. Answered with a list of [`crate::settings::Row`].
    SettingsTable,
    /// All rules with their examples. Answered with a list of [`RuleEntry`].
    RuleCatalogue,
    /// What each sensitivity comes to. Answered with a list of [`SensitivityEntry`].
    Sensitivities,
    /// Whom to talk to in the viewer's country. Answered with [`Support`].
    Support,
    /// Look through stored or imported settings. Answered with [`crate::settings::Checked`].
    CheckSettings(Held),
    /// What to do so that this device and the carried store say the same. Answered with [`crate::settings::Step`].
    Sync {
        /// What is chosen here.
        held: Held,
        /// When it was chosen, in milliseconds since 1970; 0 where nobody knows.
        stamp: f64,
        /// All that the carried store holds.
        carried: BTreeMap<String, Item>,
    },
    /// Look through rule files of the viewer's own. Answered by the packer, with what it found.
    CheckPack {
        /// What the pack is called.
        name: String,
        /// The files' texts, by the paths they came under.
        files: BTreeMap<String, String>,
    },
    /// How many badges the asking page shows, for the toolbar.
    Count {
        /// That many.
        number: u32,
    },
}

/// What a page of the extension asks of the content script in a tab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum PageRequest {
    /// What was read and noted here. Answered with a [`Report`].
    Report,
    /// Bring a video into view. Answered with whether it is still here.
    Show {
        /// [`Video::id`]
        id: String,
    },
    /// Take everything down in this tab, or put it up again. Forgotten when the page is loaded anew.
    Pause {
        /// Whether to take it down.
        paused: bool,
    },
    /// How much is held. Answered with the numbers of cards, badges and answers, and the bytes of memory they take.
    Held,
    /// What a keyboard shortcut asks for.
    Key {
        /// The shortcut's name in the manifest.
        command: String,
    },
}

/// An assessment with the texts of the rules it names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// What came of the words.
    pub assessment: Assessment,
    /// One entry for each rule named in the assessment.
    pub rules: Vec<RuleText>,
    /// Where the viewer can look the creator up: links, and nothing is asked of them for the viewer.
    #[serde(default)]
    pub registers: Vec<RegisterLink>,
    /// Whom to talk to in the viewer's country, where the words speak of suicide or self-harm.
    #[serde(default)]
    pub support: Option<Support>,
}

/// The search page of an official list of licensed people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterLink {
    /// ISO 3166 code of its country.
    pub country: String,
    /// Its name.
    pub name: String,
    /// Whom it lists.
    pub covers: String,
    /// State, province or nation; empty for the whole country.
    pub region: String,
    /// Its address, `https` only.
    pub url: String,
    /// What to know before reading a result; empty where there is nothing.
    pub warning: String,
}

/// Whom to talk to in one country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Support {
    /// The country's name; empty where no line is known well enough to be shown.
    pub country: String,
    /// Numbers for an emergency.
    pub emergency: Vec<String>,
    /// The lines, the broadest first.
    pub lines: Vec<SupportLine>,
    /// A directory of lines in every other country.
    pub elsewhere: String,
}

/// A line to talk to somebody. What is unknown is empty, and left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportLine {
    /// Its name.
    pub name: String,
    /// The number as people of the country write it. Numbers are shown verbatim, never reformatted.
    pub display: String,
    /// The number to dial within the country.
    pub dial: String,
    /// Where to send a text message.
    pub sms_to: String,
    /// What to write in it.
    pub sms_text: String,
    /// Its website.
    pub website: String,
    /// Whether that is known to hold a chat.
    pub chat: bool,
    /// When it is open.
    pub hours: String,
    /// Who it is for, where it is not for everybody.
    pub audience: String,
    /// Where in the country it works, where it is not all of it.
    pub region: String,
    /// Year and month of the newest source that confirms the number.
    pub checked: String,
    /// Whether that is so long ago that the number has to be checked first. Such lines come last.
    pub stale: bool,
}

/// What a viewer is told about a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleText {
    /// The rule's identifier: its file name.
    pub id: String,
    /// What the rule looks for, in a few words.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// One question to ask, in the viewer's voice.
    pub question: String,
    /// Where the reason comes from.
    pub sources: Vec<Source>,
}

/// A rule as a viewer can look it up: what it is, and the examples that hold it to its word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleEntry {
    /// What a card says of it.
    #[serde(flatten)]
    pub text: RuleText,
    /// The viewer's own pack that it came in; empty for a rule that was built in.
    pub pack: String,
    /// What it looks for.
    pub category: Category,
    /// The languages of the words it knows.
    pub languages: Vec<String>,
    /// How sure a match is, 1 to 3.
    pub weight: u8,
    /// Texts it notes, the evidence in `[[double brackets]]`.
    pub flags: Vec<String>,
    /// Texts it lets pass: the reason why, then the texts.
    pub passes: Vec<(String, Vec<String>)>,
}

/// What a sensitivity came to in one language, on labelled, invented text that its rules had not seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SensitivityEntry {
    /// Which one: an option of the setting `sensitivity`.
    pub sensitivity: Sensitivity,
    /// The language of the texts.
    pub language: String,
    /// How many texts were read.
    pub texts: u32,
    /// Of the notes, how many are right, 0 to 1; `None` where nothing was noted.
    pub precision: Option<Share>,
    /// Of what could be noted, how much is, 0 to 1; `None` where nothing could.
    pub recall: Option<Share>,
}

/// What was read and noted on one page. The page passes assessments on as they came, whatever their form there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report<A = Assessment> {
    /// How the page module runs: `wasm` or `javascript`; empty where it does not.
    #[serde(default)]
    pub form: String,
    /// The site description's identifier: its file name.
    pub site: String,
    /// The kind of page, as the site description names it; empty where none fits.
    pub page_kind: String,
    /// Every video on the page, in document order, near the viewport or far from it.
    pub videos: Vec<Seen<A>>,
    /// Whether this is all: the page as it stands has been read, every answer has come, and every badge is drawn.
    /// A page without videos is settled once it has been read.
    #[serde(default)]
    pub settled: bool,
    /// Whether the viewer wants nothing to be seen in this tab for now.
    #[serde(default)]
    pub paused: bool,
    /// What went wrong, in plain words.
    pub errors: Vec<String>,
    /// How each field was read over all videos of the page, in the order of [`Field::ALL`].
    #[serde(default)]
    pub fields: Vec<FieldReading>,
    /// Where the page can not be read well: a text for whoever mends the site's description, without a word of the page
    /// and without the address of a video. Empty where all is well.
    #[serde(default)]
    pub trouble: String,
}

/// How one field was read over all videos of a page. One that was neither found nor missed is not on such pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldReading {
    /// The field.
    pub field: Field,
    /// How many videos have it.
    pub found: usize,
    /// How many should have it, and it was not there.
    pub missed: usize,
}

/// One video as it was read, judged and drawn.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Seen<A = Assessment> {
    /// What was read.
    pub video: Video,
    /// Fields that this kind of page should hold and that were not found.
    pub missed: Vec<Field>,
    /// The engine's answer; `None` while it is on its way.
    pub assessment: Option<A>,
    /// The badge, where one is drawn.
    pub badge: Option<BadgePlace>,
    /// Why spoken words could not be had, or not all, where there should be some.
    #[serde(default)]
    pub captions_warning: Option<Warning>,
}

/// Where a badge stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BadgePlace {
    /// Whether a viewer can see it: it has an area, and nothing hides it.
    pub visible: bool,
    /// `[x, y, width, height]` in CSS pixels, relative to the viewport.
    pub rect: [f64; 4],
}
