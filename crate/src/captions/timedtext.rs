//! YouTube's timed text in XML: `srv1` with `<text start dur>` in seconds, `srv2` with `<text t d>` and `srv3` with
//! `<p t d>` in milliseconds, its words in `<s>`. Text in `srv1` is escaped twice.

use super::gather::Gathering;
use super::xml::{self, Attributes, Handler};
use super::{Warning, from_ms, markup};

/// Reads all cues.
pub fn parse(text: &str, gathering: &mut Gathering) {
    xml::read(text, &mut Reading::default(), gathering);
}

#[derive(Default)]
struct Reading {
    /// Start, length and text of the cue that is being read.
    cue: Option<(f64, f64, String)>,
}

impl Handler for Reading {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>, gathering: &mut Gathering) {
        match (name, &mut self.cue) {
            ("text" | "p", _) => {
                self.cue = times(attributes).map(|(start, length)| (start, length, String::new()));
                if self.cue.is_none() {
                    gathering.warn(Warning::Broken);
                }
            }
            ("br", Some((.., text))) => text.push('\n'),
            _ => {}
        }
    }

    fn text(&mut self, new: &str) {
        if let Some((.., text)) = &mut self.cue {
            text.push_str(new);
        }
    }

    fn end(&mut self, name: &str, gathering: &mut Gathering) {
        if let ("text" | "p", Some((start, length, text))) = (name, self.cue.take_if(|_| matches!(name, "text" | "p")))
        {
            gathering.take(start, start + length, &markup::line_text(&text));
        }
    }
}

fn times(attributes: &Attributes<'_>) -> Option<(f64, f64)> {
    if let Some(start) = attributes.get("start") {
        let length = attributes.get("dur").map_or(Some(0.0), |length| length.trim().parse().ok())?;
        return Some((start.trim().parse().ok()?, length));
    }
    Some((from_ms(attributes.number("t")?), from_ms(attributes.number("d").unwrap_or_default())))
}
