//! What every parser hands its cues to: texts are tidied here, and the limits of one track are kept.

use super::{Cue, LONGEST_CUE, MOST_CUES, MOST_TEXT, Track, Warning, rolling};

/// The cues of one file, as they come.
#[derive(Default)]
pub struct Gathering {
    cues: Vec<Cue>,
    text: usize,
    /// The language that the file states.
    pub language: Option<String>,
    warning: Option<Warning>,
}

impl Gathering {
    /// Takes a cue: times in seconds, the text without markup. One without words, and one whose times are none, is
    /// left out.
    pub fn take(&mut self, start: f64, end: f64, text: &str) {
        if self.is_full() {
            return self.warn(Warning::Cut);
        }
        let text = self.tidy(text);
        if text.is_empty() {
            return;
        }
        if !(start.is_finite() && end.is_finite() && start >= 0.0) {
            return self.warn(Warning::Broken);
        }
        self.text += text.len();
        self.cues.push(Cue { start, end: end.max(start), text });
    }

    /// Takes down what is wrong: of several things the first that [`Warning`] lists.
    pub fn warn(&mut self, warning: Warning) {
        self.warning = Some(self.warning.map_or(warning, |known| known.min(warning)));
    }

    /// Whether no cue would be taken any more.
    pub fn is_full(&self) -> bool {
        self.cues.len() >= MOST_CUES || self.text >= MOST_TEXT
    }

    /// All of it, in the order of the video.
    pub fn finish(mut self) -> Track {
        self.cues.sort_by(|one, other| one.start.total_cmp(&other.start));
        let stated =
            |language: &String| language.len() <= 35 && language.starts_with(|c: char| c.is_ascii_alphabetic());
        let (language, warning) = (self.language.take().filter(stated), self.warning);
        Track { cues: self.settled(), language, warning }
    }

    /// The cues as they came, what is repeated left out.
    pub fn settled(mut self) -> Vec<Cue> {
        rolling::settle(&mut self.cues);
        self.cues
    }

    /// The lines of a cue, each with single spaces.
    fn tidy(&mut self, text: &str) -> String {
        let within = text.get(..text.floor_char_boundary(LONGEST_CUE)).unwrap_or(text);
        if within.len() < text.len() {
            self.warn(Warning::Cut);
        }
        let lines = within.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }
}
