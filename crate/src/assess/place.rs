//! From tokens back to the original: quote, characters, time, and the words around.

use std::ops::Range;

use super::Words;
use crate::assessment::Note;
use crate::pack::Rule;
use crate::phrase::Hit;
use crate::video::{Field, Video};

/// How many characters of the sentence are shown on each side of a quote.
const AROUND: usize = 80;

/// Finds places in one field. Asked from the start of the text to its end, so that characters are counted once.
pub struct Places<'a> {
    words: &'a Words,
    /// For captions with times: the first character of each cue, and its start.
    cues: Vec<(usize, f64)>,
    counted: (usize, usize),
}

impl<'a> Places<'a> {
    /// For the words of one field.
    pub fn new(video: &Video, words: &'a Words) -> Self {
        let cues = if words.field == Field::Captions { cue_starts(video) } else { Vec::new() };
        Self { words, cues, counted: (0, 0) }
    }

    /// The note for a match.
    pub fn note(&mut self, rule: &Rule, hit: Hit) -> Note {
        let words = self.words;
        let bytes = words.tokens.bytes(hit.first, hit.end);
        let start = self.characters(bytes.start);
        let end = start + words.text[bytes.clone()].chars().count();
        let (before, after) = self.around(hit, &bytes);
        Note {
            category: rule.category,
            rule: rule.id.clone(),
            field: words.field,
            quote: words.text[bytes].to_owned(),
            start,
            end,
            at: self.time(start),
            before,
            after,
            weight: rule.weight,
        }
    }

    fn characters(&mut self, byte: usize) -> usize {
        let (known_byte, known) = if self.counted.0 <= byte { self.counted } else { (0, 0) };
        self.counted = (byte, known + self.words.text[known_byte..byte].chars().count());
        self.counted.1
    }

    fn time(&self, character: usize) -> Option<f64> {
        let after = self.cues.partition_point(|(start, _)| *start <= character);
        self.cues.get(after.checked_sub(1)?).map(|(_, time)| *time)
    }

    fn around(&self, hit: Hit, quote: &Range<usize>) -> (String, String) {
        let tokens = &self.words.tokens;
        let first = tokens.sentence(hit.first);
        let last = tokens.sentence(hit.end - 1);
        let sentence = tokens.bytes(first.start, last.end);
        let before = &self.words.text[sentence.start.min(quote.start)..quote.start];
        let after = &self.words.text[quote.end..sentence.end.max(quote.end)];
        (cut_front(before), cut_back(after))
    }
}

fn cue_starts(video: &Video) -> Vec<(usize, f64)> {
    let mut next = 0;
    let start = |cue: &crate::video::Cue| {
        let start = next;
        next += cue.text.chars().count() + 1;
        (start, cue.start)
    };
    video.captions.iter().map(start).collect()
}

fn cut_back(text: &str) -> String {
    let Some((limit, _)) = text.char_indices().nth(AROUND) else { return text.to_owned() };
    let end = text[..limit].rfind(' ').unwrap_or(limit);
    format!("{}…", &text[..end])
}

fn cut_front(text: &str) -> String {
    let Some((limit, _)) = text.char_indices().rev().nth(AROUND) else { return text.to_owned() };
    let start = text[limit..].find(' ').map_or(limit, |space| limit + space + 1);
    format!("…{}", &text[start..])
}
