//! WebVTT, by the parser algorithm of its standard (<https://www.w3.org/TR/webvtt1/#parsing>), as far as words and
//! times go: where cues are drawn, and in which style, is passed over.
//!
//! Of the six signed files of `tests/captions` that browsers read alike, the crates `vtt` 1.0.0, `webvtt` 0.2.0,
//! `webvtt-parser` 1.4.1 and `subtp` 0.2.0 give the cues of two each and refuse most others for one line; `subparse` does
//! not know the format.

use super::gather::Gathering;
use super::{Warning, from_ms, markup};

const SIGNATURE: &str = "WEBVTT";
const ARROW: &str = "-->";

/// Whether a text begins as WebVTT has to.
pub fn is_signed(text: &str) -> bool {
    text.strip_prefix(SIGNATURE).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n', '\r']))
}

/// Reads all cues. Text that is no cue, no note and no block of another kind is told as broken.
pub fn parse(text: &str, gathering: &mut Gathering) {
    let text = text.replace('\0', "\u{fffd}").replace("\r\n", "\n").replace('\r', "\n");
    let mut lines = Lines { rest: text.split_once('\n').map(|(_, rest)| rest) };
    if lines.peek().is_some_and(|line| !line.is_empty()) {
        header(&mut lines, gathering);
    }
    while !gathering.is_full() {
        while lines.peek() == Some("") {
            lines.next();
        }
        if lines.peek().is_none() {
            return;
        }
        block(&mut lines, gathering);
    }
    gathering.warn(Warning::Cut);
}

/// The lines of a text, of which one can be looked at before it is taken.
struct Lines<'t> {
    rest: Option<&'t str>,
}

impl<'t> Lines<'t> {
    fn peek(&self) -> Option<&'t str> {
        // A line feed at the very end ends the last line, and begins no other.
        let rest = self.rest.filter(|rest| !rest.is_empty())?;
        Some(rest.split_once('\n').map_or(rest, |(line, _)| line))
    }
}

impl<'t> Iterator for Lines<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let line = self.peek()?;
        self.rest = self.rest.and_then(|rest| rest.split_once('\n')).map(|(_, rest)| rest);
        Some(line)
    }
}

/// What stands between the signature and the first empty line. YouTube names the language there.
fn header(lines: &mut Lines<'_>, gathering: &mut Gathering) {
    while let Some(line) = lines.peek().filter(|line| !line.is_empty() && !line.contains(ARROW)) {
        if let Some(language) = line.strip_prefix("Language:") {
            gathering.language = Some(language.trim().to_owned());
        }
        lines.next();
    }
}

/// One block: a cue, or something else. An arrow begins a cue in the first or second line of a block, and ends the
/// block anywhere else.
fn block(lines: &mut Lines<'_>, gathering: &mut Gathering) {
    let first = lines.peek().unwrap_or_default();
    if !first.contains(ARROW) {
        lines.next();
        if !lines.peek().is_some_and(|line| line.contains(ARROW)) {
            return passed_over(first, lines, gathering);
        }
    }
    let times = lines.next().and_then(times);
    let mut text = String::new();
    while let Some(line) = lines.peek().filter(|line| !line.is_empty() && !line.contains(ARROW)) {
        text.push_str(line);
        text.push('\n');
        lines.next();
    }
    match times {
        Some((start, end)) => gathering.take(from_ms(start), from_ms(end), &markup::cue_text(&text)),
        None => gathering.warn(Warning::Broken),
    }
}

/// A block without an arrow: a note, a style sheet, a region, or words that stand nowhere.
fn passed_over(first: &str, lines: &mut Lines<'_>, gathering: &mut Gathering) {
    let word = first.split([' ', '\t']).next().unwrap_or_default();
    if !["NOTE", "STYLE", "REGION"].contains(&word) {
        gathering.warn(Warning::Broken);
    }
    while lines.peek().is_some_and(|line| !line.is_empty() && !line.contains(ARROW)) {
        lines.next();
    }
}

/// Start and end in milliseconds, out of a line of times and settings.
fn times(line: &str) -> Option<(u64, u64)> {
    let space = [' ', '\t', '\u{c}'];
    let (start, rest) = timestamp(line.trim_start_matches(space))?;
    let rest = rest.trim_start_matches(space).strip_prefix(ARROW)?;
    let (end, _) = timestamp(rest.trim_start_matches(space))?;
    Some((start, end))
}

/// A time, and what follows it: `mm:ss.ttt` or `hh…:mm:ss.ttt`.
fn timestamp(text: &str) -> Option<(u64, &str)> {
    let (digits, first, rest) = number(text)?;
    let (_, second, mut rest) = number(rest.strip_prefix(':')?).filter(|(digits, ..)| *digits == 2)?;
    let (mut hours, mut minutes, mut seconds) = (0, first, second);
    if digits != 2 || first > 59 || rest.starts_with(':') {
        let (_, third, after) = number(rest.strip_prefix(':')?).filter(|(digits, ..)| *digits == 2)?;
        (hours, minutes, seconds, rest) = (first, second, third, after);
    }
    let (_, thousandths, rest) = number(rest.strip_prefix('.')?).filter(|(digits, ..)| *digits == 3)?;
    let within = minutes <= 59 && seconds <= 59;
    let seconds = hours.checked_mul(3600)?.checked_add(minutes * 60 + seconds)?;
    Some((seconds.checked_mul(1000)?.checked_add(thousandths)?, rest)).filter(|_| within)
}

/// How many digits a text begins with, the number that they are, and what follows them.
fn number(text: &str) -> Option<(usize, u64, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits)?;
    Some((digits, number.parse().ok()?, rest))
}
