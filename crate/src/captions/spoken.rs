//! The spoken words of one video, from wherever they could be had.

use super::Warning;
use crate::video::{CaptionsFrom, Cue, Video};

/// What one source said.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    cues: Vec<Cue>,
    language: Option<String>,
}

/// The spoken words of one video, by source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spoken {
    /// By the number of the source.
    said: [Said; CaptionsFrom::ALL.len()],
    /// The language that is spoken, where the page tells, as a BCP 47 tag.
    pub language: Option<String>,
    /// Why a source said nothing, or not all.
    pub warning: Option<Warning>,
}

impl Spoken {
    /// Takes down what a source says now, and the language that it states.
    pub fn say(&mut self, from: CaptionsFrom, cues: Vec<Cue>, language: Option<String>) {
        if let Some(said) = self.said.get_mut(from as usize) {
            *said = Said { cues, language };
        }
    }

    /// Gives a video the words of the best source that has any.
    pub fn complete(&self, video: &mut Video) {
        let sources = CaptionsFrom::ALL.into_iter().zip(&self.said);
        if let Some((from, said)) = sources.into_iter().find(|(_, said)| !said.cues.is_empty()) {
            video.captions.clone_from(&said.cues);
            video.captions_from = Some(from);
            video.captions_language = said.language.clone().or_else(|| self.language.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cues(text: &str) -> Vec<Cue> {
        vec![Cue { start: 0.0, end: 1.0, text: text.to_owned() }]
    }

    fn completed(spoken: &Spoken) -> (String, Option<CaptionsFrom>, Option<String>) {
        let mut video = Video::default();
        spoken.complete(&mut video);
        (video.words(crate::video::Field::Captions), video.captions_from, video.captions_language)
    }

    #[test]
    fn the_best_source_that_has_words_is_taken() {
        let mut spoken = Spoken { language: Some("en".to_owned()), ..Spoken::default() };
        assert_eq!(completed(&spoken), (String::new(), None, None));
        spoken.say(CaptionsFrom::Rendered, cues("heard"), None);
        spoken.say(CaptionsFrom::File, Vec::new(), None);
        assert_eq!(completed(&spoken), ("heard".to_owned(), Some(CaptionsFrom::Rendered), Some("en".to_owned())));
        spoken.say(CaptionsFrom::File, cues("written"), Some("es".to_owned()));
        assert_eq!(completed(&spoken), ("written".to_owned(), Some(CaptionsFrom::File), Some("es".to_owned())));
    }
}
