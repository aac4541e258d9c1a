//! TTML and DFXP: paragraphs with times, which may stand on the spans within them or be relative to what they stand in.

use super::gather::Gathering;
use super::xml::{self, Attributes, Handler};

/// Reads all cues.
pub fn parse(text: &str, gathering: &mut Gathering) {
    xml::read(text, &mut Reading { frame_rate: 30.0, tick_rate: 1.0, ..Reading::default() }, gathering);
}

#[derive(Default)]
struct Reading {
    frame_rate: f64,
    tick_rate: f64,
    /// The elements that are open, each with when it begins and ends and the words that stand in it.
    open: Vec<Element>,
}

struct Element {
    begin: f64,
    end: f64,
    /// It states times of its own, and its words are a cue.
    timed: bool,
    /// Only what stands in a paragraph is spoken.
    spoken: bool,
    text: String,
}

impl Handler for Reading {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>, gathering: &mut Gathering) {
        match name {
            "tt" => self.document(attributes, gathering),
            "br" => self.text("\n"),
            _ => {}
        }
        let outer = self.open.last();
        let (from, until) = outer.map_or((0.0, f64::INFINITY), |outer| (outer.begin, outer.end));
        let [begin, end, length] =
            ["begin", "end", "dur"].map(|name| attributes.get(name).map(|text| self.time(&text).unwrap_or(f64::NAN)));
        let starts = from + begin.unwrap_or_default();
        let ends = end.map(|end| from + end).or(length.map(|length| starts + length)).unwrap_or(until);
        let spoken = name == "p" || outer.is_some_and(|outer| outer.spoken);
        let timed = spoken && (begin.is_some() || end.is_some() || name == "p");
        let ends = if until < ends { until } else { ends };
        self.open.push(Element { begin: starts, end: ends, timed, spoken, text: String::new() });
    }

    fn text(&mut self, new: &str) {
        if let Some(element) = self.open.iter_mut().rfind(|element| element.timed || !element.spoken)
            && element.spoken
        {
            element.text.push_str(new);
        }
    }

    fn end(&mut self, _name: &str, gathering: &mut Gathering) {
        if let Some(Element { begin, end, timed: true, text, .. }) = self.open.pop() {
            // A time that could not be read stays none; one that is not stated ends with the document.
            gathering.take(begin, if end == f64::INFINITY { begin } else { end }, &text);
        }
    }
}

impl Reading {
    fn document(&mut self, attributes: &Attributes<'_>, gathering: &mut Gathering) {
        let rate = |name| attributes.get(name)?.trim().parse::<f64>().ok().filter(|rate| *rate >= 1.0);
        self.frame_rate = rate("frameRate").unwrap_or(self.frame_rate);
        self.tick_rate = rate("tickRate").unwrap_or(self.tick_rate);
        gathering.language = attributes.get("lang");
    }

    /// A clock time (`hh:mm:ss.fraction`, `hh:mm:ss:frames`) or an offset (`12.5s`), in seconds.
    fn time(&self, text: &str) -> Option<f64> {
        let text = text.trim();
        if let Some((hours, rest)) = text.split_once(':') {
            let (minutes, rest) = rest.split_once(':')?;
            let (seconds, frames) = rest.split_once(':').unwrap_or((rest, "0"));
            let [hours, minutes, seconds, frames] = [hours, minutes, seconds, frames].map(decimal);
            return Some(hours? * 3600.0 + minutes? * 60.0 + seconds? + frames? / self.frame_rate);
        }
        let (number, metric) = text.split_at(text.find(|c: char| c.is_ascii_alphabetic())?);
        let factor = match metric {
            "h" => 3600.0,
            "m" => 60.0,
            "s" => 1.0,
            "ms" => 0.001,
            "f" => 1.0 / self.frame_rate,
            "t" => 1.0 / self.tick_rate,
            _ => return None,
        };
        Some(decimal(number)? * factor)
    }
}

fn decimal(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse().ok().filter(|_| plain)
}
