//! What is believed about one site, as its file in `crate/sites` states it. The format is described in
//! `crate/sites/README.md`; this is the same, field by field.
//!
//! `build.rs` compiles this file too: what it packs is what the reader gets.

use serde::{Deserialize, Serialize};

use super::any_of::AnyOf;
use super::place::Place;
use super::spoken::{CaptionFiles, LoadedCaptions, TranscriptRows};
use crate::video::Field;

/// One site: a file of `crate/sites`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// The file's name, without `.toml`. Also names the setting `site_<id>`.
    #[serde(skip)]
    pub id: String,
    /// The site's name as people know it.
    pub name: String,
    /// Host names, each exactly; `*` for any host that no other site names.
    pub hosts: Vec<String>,
    /// Whether it is read only once the viewer has allowed it; else the manifest names its hosts.
    #[serde(default)]
    pub on_request: bool,
    /// Elements whose text is never the creator's, wherever they stand.
    #[serde(default)]
    pub leave_out: AnyOf,
    /// The site's own notes on who made the opened video. See [`Video::platform_note`](crate::video::Video::platform_note).
    #[serde(default)]
    pub notes: AnyOf,
    /// The lines of spoken words that the player draws while it plays.
    #[serde(default)]
    pub rendered_captions: AnyOf,
    /// The playing video; several may be there, the one in the watched card is meant.
    #[serde(default)]
    pub player: AnyOf,
    /// The bar along which a video's time runs.
    #[serde(default)]
    pub timeline: AnyOf,
    /// What leads to a video on any page of the site: where such elements are shown and no video is read, the site has
    /// changed.
    #[serde(default)]
    pub signs: AnyOf,
    /// The rows of the transcript that a viewer can open beside the opened video.
    #[serde(default)]
    pub transcript: TranscriptRows,
    /// The caption files that the player loads itself, as far as their addresses tell what they are.
    #[serde(default)]
    pub loaded_captions: LoadedCaptions,
    /// Hosts that caption files named in the page's data may be asked of: each exactly, or all of a domain (`*.a.org`).
    #[serde(default)]
    pub caption_hosts: Vec<String>,
    /// Attributes whose change means that a card may now show another video.
    #[serde(default)]
    pub attributes: Vec<String>,
    /// The kinds of page; the first that fits is taken.
    #[serde(rename = "page")]
    pub pages: Vec<PageKind>,
    /// The kinds of card that the pages name.
    #[serde(rename = "card")]
    pub cards: Vec<CardKind>,
}

/// One kind of page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageKind {
    /// Its name, as reports give it.
    pub kind: String,
    /// Addresses of such pages, as [forms](super::form) of the path, or of path and query where a form holds a `?`.
    /// Where a card can be the opened video, the value of a form is that video's identifier.
    pub urls: Vec<String>,
    /// The element that holds the page; the first that is there and not hidden.
    pub root: Vec<String>,
    /// Whether the root alone tells this kind, for the moments in which the address and the page disagree.
    #[serde(default)]
    pub by_root: bool,
    /// The kinds of card on it, the opened video first: of two cards with the same video the first is read.
    pub cards: Vec<String>,
    /// Who the whole page belongs to.
    #[serde(default)]
    pub creator: CreatorSources,
    /// Where the page's own data describes videos; the first place that knows the video is taken.
    #[serde(default)]
    pub data: Vec<PageData>,
}

/// Where a page names the creator it belongs to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreatorSources {
    /// The display name.
    #[serde(default)]
    pub name: Vec<Source>,
    /// The handle.
    #[serde(default)]
    pub handle: Vec<Source>,
    /// The profile text.
    #[serde(default)]
    pub bio: Vec<Source>,
}

/// JSON in the page that describes videos. It is stale after in-page navigation, and is used for a video with the same
/// identifier only. Each field is a path of keys, parted by `/`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageData {
    /// The script element.
    pub script: String,
    /// Where in it the video stands; the key `*` is each place of a list, and the key `{id}` the video's identifier.
    pub under: String,
    /// The video's identifier.
    pub id: String,
    /// [`Creator::name`](crate::video::Creator::name)
    #[serde(default)]
    pub name: String,
    /// [`Creator::bio`](crate::video::Creator::bio)
    #[serde(default)]
    pub bio: String,
    /// [`Video::language`](crate::video::Video::language)
    #[serde(default)]
    pub language: String,
    /// The language that is spoken, where no caption file tells.
    #[serde(default)]
    pub spoken: String,
    /// Lists of caption files; the first file that will do is taken.
    #[serde(default)]
    pub captions: Vec<CaptionFiles>,
}

/// One kind of card: an element that shows one video.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardKind {
    /// Its name, by which pages and other cards refer to it.
    pub kind: String,
    /// The card whose keys this one has as well, where it does not state its own.
    #[serde(default)]
    pub based_on: String,
    /// The element. Of nested ones the outermost is the card.
    #[serde(default)]
    pub select: AnyOf,
    /// What such an element is, holds or stands in when it is not an ordinary video: playlists, mixes, advertisements.
    #[serde(default)]
    pub without: AnyOf,
    /// For elements that are only a part of the card: the card is the nearest ancestor that holds each of these, or as
    /// many of them as can be had without another card.
    #[serde(default)]
    pub frame: Vec<String>,
    /// The identifier.
    #[serde(default)]
    pub id: Vec<Source>,
    /// Whether a card that shows no identifier is known by its words.
    #[serde(default)]
    pub stand_in_id: bool,
    /// The title.
    #[serde(default)]
    pub title: Vec<Source>,
    /// The description.
    #[serde(default)]
    pub description: Vec<Source>,
    /// Hashtags that stand apart from the title and the description.
    #[serde(default)]
    pub hashtags: Vec<Source>,
    /// The creator's display name.
    #[serde(default)]
    pub name: Vec<Source>,
    /// The creator's handle.
    #[serde(default)]
    pub handle: Vec<Source>,
    /// The creator's profile text, where the card itself holds it.
    #[serde(default)]
    pub bio: Vec<Source>,
    /// The spoken words without times.
    #[serde(default)]
    pub transcript: Vec<Source>,
    /// The language, as a BCP 47 tag.
    #[serde(default)]
    pub language: Vec<Source>,
    /// Fields that some of these cards rightly do not have.
    #[serde(default)]
    pub may_lack: Vec<Field>,
    /// Whether it is the video that is being watched.
    #[serde(default)]
    pub opened: Opened,
    /// Where the badge goes.
    #[serde(default)]
    pub badge: Place,
}

/// When a card is the video that is being watched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opened {
    /// It is not.
    #[default]
    Never,
    /// It always is.
    Always,
    /// When the page's address names it.
    Address,
}

/// Where a value stands: candidates are tried in order until one is not empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Where to look.
    #[serde(default)]
    pub on: Scope,
    /// The element; empty for the scope's own, and in a record.
    #[serde(default)]
    pub at: String,
    /// The attribute that holds the value; empty for the text. In a record: the property, by the names of
    /// [`super::record`].
    #[serde(default)]
    pub attribute: String,
    /// The [form](super::form) that the value has, and which part of it is meant.
    #[serde(default)]
    pub like: String,
    /// What else has to be done to it.
    #[serde(default)]
    pub then: Option<Step>,
}

/// Where a [`Source`] looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// In the card.
    #[default]
    Card,
    /// In the page's root.
    Page,
    /// In the page's address.
    Address,
    /// In what the page states about the card's video. See [`super::record`].
    Record,
}

/// What data cannot say: functions, by name. They stand in [`super::steps`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Cuts TikTok's " created by … with …'s original sound", in any language.
    CutMusicTail,
    /// Drops a name that is the handle again, where a site shows both in changing order.
    UnlessHandle,
    /// Cuts what follows a middle dot: TikTok's date after a name.
    BeforeDot,
    /// A number made of the value, for addresses that serve as identifiers.
    Hashed,
}
