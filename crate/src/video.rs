//! What was read from a page: plain owned words, no element of the page.

use serde::{Deserialize, Serialize};

/// One video as its page shows it: the creator's own words, and nothing else.
///
/// A field that is empty was not on the page, or was empty there; [`crate::wire::Seen::missed`] tells which of the
/// two.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Video {
    /// The site's own identifier, unique within the site.
    pub id: String,
    /// The title. Sites without titles (TikTok) leave it empty.
    pub title: String,
    /// The description, or the caption under a short video; hashtags inside it stay where they are.
    pub description: String,
    /// Hashtags without their `#`, as written.
    pub hashtags: Vec<String>,
    /// Timed lines of the spoken words, in order.
    pub captions: Vec<Cue>,
    /// Where they came from.
    pub captions_from: Option<CaptionsFrom>,
    /// The language of the caption track, as a BCP 47 tag, where it is stated. Such captions are read in no other.
    pub captions_language: Option<String>,
    /// The spoken words without times. Read only where `captions` is empty.
    pub transcript: String,
    /// Who published it.
    pub creator: Creator,
    /// The language the page or the track states, as a BCP 47 tag.
    pub language: Option<String>,
    /// What the site itself says beside the video of who made it ("From a licensed doctor…"), as it stands there. Not
    /// the creator's words: shown as information, never judged.
    pub platform_note: String,
}

/// Who published a video, in their own words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Creator {
    /// The display name, post-nominals included.
    pub name: String,
    /// The handle, without `@`.
    pub handle: String,
    /// The profile text or channel description.
    pub bio: String,
    /// The day, counted from 1970, on which the profile text was read on the creator's own page; `None` where it stands
    /// on the page of the video.
    pub bio_seen: Option<i32>,
}

/// One timed line of a caption track (WebVTT's word).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cue {
    /// Seconds from the start of the video.
    pub start: f64,
    /// Seconds from the start of the video.
    pub end: f64,
    /// The words, without markup.
    pub text: String,
}

/// Where the spoken words of a video came from, the best source first: the whole track in the language that was spoken,
/// then what may be another track, then what was heard so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaptionsFrom {
    /// The site's caption file of the spoken language, named in the page's own data.
    File,
    /// The caption file that the player itself has loaded, as the browser still keeps it.
    Cache,
    /// A text track of the player.
    TextTrack,
    /// The transcript that the viewer opened.
    Transcript,
    /// The captions as the player drew them.
    Rendered,
    /// What the page states of the video: the words without their times.
    PageData,
}

impl CaptionsFrom {
    /// Every source, the best first.
    pub const ALL: [Self; 6] =
        [Self::File, Self::Cache, Self::TextTrack, Self::Transcript, Self::Rendered, Self::PageData];
}

/// A place in a [`Video`] where words can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// [`Video::title`]
    Title,
    /// [`Video::description`]
    Description,
    /// [`Video::hashtags`], joined by spaces
    Hashtags,
    /// [`Video::captions`] joined by spaces, or [`Video::transcript`]
    Captions,
    /// [`Creator::name`]
    CreatorName,
    /// [`Creator::handle`]
    Handle,
    /// [`Creator::bio`]
    Bio,
}

impl Field {
    /// Every field, in the order in which a person reads them.
    pub const ALL: [Self; 7] =
        [Self::Title, Self::Description, Self::Hashtags, Self::Captions, Self::CreatorName, Self::Handle, Self::Bio];
}

impl Video {
    /// The words of one field as one text. Offsets in notes index into this text.
    pub fn words(&self, field: Field) -> String {
        match field {
            Field::Title => self.title.clone(),
            Field::Description => self.description.clone(),
            Field::Hashtags => self.hashtags.join(" "),
            Field::Captions if self.captions.is_empty() => self.transcript.clone(),
            Field::Captions => self.captions.iter().map(|cue| cue.text.as_str()).collect::<Vec<_>>().join(" "),
            Field::CreatorName => self.creator.name.clone(),
            Field::Handle => self.creator.handle.clone(),
            Field::Bio => self.creator.bio.clone(),
        }
    }
}
