//! Spoken words: as a player draws them line by line ([`Heard`]), as a transcript lists them ([`transcript`]), and out
//! of a caption file.
//!
//! ```text
//! bytes ─ decode ─▶ text ─ sniff ─▶ Format ─ its parser ─▶ Gathering (limits) ─ rolling ─▶ Track: cues, language, warning
//! ```
//!
//! Files come from foreign servers: any bytes at all give a [`Track`], in time and memory that grow with the bytes and
//! end at the limits stated here. A broken file gives the cues that could be read, and one warning.

mod gather;
mod heard;
mod json3;
mod markup;
mod rolling;
mod spoken;
mod srt;
mod timedtext;
mod transcript;
mod ttml;
mod webvtt;
mod xml;

use serde::{Deserialize, Serialize};

pub use heard::Heard;
pub use spoken::Spoken;
pub use transcript::{seconds, transcript};

use crate::video::Cue;
use gather::Gathering;

/// Longest file that is read, in bytes: word by word, several hours of speech.
pub const MOST_BYTES: usize = 4 << 20;
/// Most cues of one track: one every second of six hours.
pub const MOST_CUES: usize = 20_000;
/// Longest text of all cues of one track together, in bytes.
pub const MOST_TEXT: usize = 1 << 20;
/// Longest text of one cue, in bytes.
pub const LONGEST_CUE: usize = 4_000;

/// What a caption file says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Track {
    /// Its lines in the order of the video, without markup, empty ones left out.
    pub cues: Vec<Cue>,
    /// The language that the file states, as it states it.
    pub language: Option<String>,
    /// What was wrong with it.
    pub warning: Option<Warning>,
}

/// What can be wrong with captions: one thing is told, the first of these that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// They are a machine's translation, which nobody has said.
    Translated,
    /// The video has dubbed sound, and they may be what a machine heard there.
    Dubbed,
    /// The site did not answer.
    Unreachable,
    /// The site has no such file, or not any more: addresses of caption files expire.
    Gone,
    /// It is in no format that is known here.
    Unknown,
    /// It is longer than what is read of one track, and was cut.
    Cut,
    /// A part of it could not be read, and was left out.
    Broken,
}

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// W3C WebVTT.
    WebVtt,
    /// SubRip.
    Srt,
    /// YouTube's timed text in XML: `srv1` (`<transcript>`), `srv2` and `srv3` (`<timedtext>`).
    TimedText,
    /// YouTube's timed text in JSON.
    Json3,
    /// W3C TTML, and the DFXP that was its first name.
    Ttml,
}

impl Format {
    /// Tells a format by how a file begins: names and content types of caption files are too often wrong.
    pub fn sniff(text: &str) -> Option<Self> {
        let start = text.trim_start();
        if webvtt::is_signed(text) {
            Some(Self::WebVtt)
        } else if start.starts_with('{') {
            Some(Self::Json3)
        } else if start.starts_with('<') {
            xml::root(start).and_then(|root| match root {
                "transcript" | "timedtext" => Some(Self::TimedText),
                "tt" => Some(Self::Ttml),
                _ => None,
            })
        } else {
            srt::is_likely(start).then_some(Self::Srt)
        }
    }
}

/// Reads a caption file in any of the [formats](Format).
pub fn parse(bytes: &[u8]) -> Track {
    let mut gathering = Gathering::default();
    let within = bytes.get(..MOST_BYTES).unwrap_or(bytes);
    if within.len() < bytes.len() {
        gathering.warn(Warning::Cut);
    }
    let text = decode(within);
    match Format::sniff(&text) {
        Some(Format::WebVtt) => webvtt::parse(&text, &mut gathering),
        Some(Format::Srt) => srt::parse(&text, &mut gathering),
        Some(Format::TimedText) => timedtext::parse(&text, &mut gathering),
        Some(Format::Json3) => json3::parse(&text, &mut gathering),
        Some(Format::Ttml) => ttml::parse(&text, &mut gathering),
        None => gathering.warn(Warning::Unknown),
    }
    gathering.finish()
}

/// Reads what a server answered: its status, 0 where it did not answer, and the bytes.
pub fn fetched(status: u16, bytes: &[u8]) -> Track {
    let failed = |warning| Track { warning: Some(warning), ..Track::default() };
    match status {
        200..=299 => parse(bytes),
        0 => failed(Warning::Unreachable),
        _ => failed(Warning::Gone),
    }
}

/// Cues of a player's own text track, as times and text without markup. A player keeps them in order.
pub fn played(cues: impl IntoIterator<Item = (f64, f64, String)>) -> Vec<Cue> {
    let mut gathering = Gathering::default();
    for (start, end, text) in cues {
        // A cue of a live video ends when the next is there.
        gathering.take(start, if end == f64::INFINITY { start } else { end }, &text);
    }
    gathering.settled()
}

/// UTF-8, or UTF-16 where a byte order mark says so; what is neither becomes U+FFFD.
fn decode(bytes: &[u8]) -> String {
    let sixteen = |units: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units = bytes.chunks_exact(2).filter_map(|pair| Some(units(pair.try_into().ok()?)));
        char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => sixteen(u16::from_le_bytes, rest),
        [0xFE, 0xFF, rest @ ..] => sixteen(u16::from_be_bytes, rest),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Milliseconds as seconds.
fn from_ms(milliseconds: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a video is shorter than 285,000 years")]
    let milliseconds = milliseconds as f64;
    milliseconds / 1000.0
}
