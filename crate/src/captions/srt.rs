//! SubRip. It has no standard: a number, a line of times, and lines of text until the next of these. Files lack empty
//! lines or have too many, write points for commas, and leave numbers out.

use super::gather::Gathering;
use super::{Warning, from_ms, markup};

/// Lines at the start of a file within which the first times stand.
const FIRST: usize = 3;

/// Whether the first lines of a text are those of a SubRip file.
pub fn is_likely(text: &str) -> bool {
    text.lines().filter(|line| !line.trim().is_empty()).take(FIRST).any(|line| times(line).is_some())
}

/// Reads all cues.
pub fn parse(text: &str, gathering: &mut Gathering) {
    let mut cue: Option<((u64, u64), Vec<&str>)> = None;
    for line in text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()) {
        if gathering.is_full() {
            return gathering.warn(Warning::Cut);
        }
        match &mut cue {
            _ if line.contains("-->") => {
                let next = times(line).map(|times| (times, Vec::new()));
                take(std::mem::replace(&mut cue, next), true, gathering);
            }
            Some((_, lines)) => lines.push(line),
            None if is_number(line) => {}
            // What follows broken times, or comes before the first.
            None => gathering.warn(Warning::Broken),
        }
    }
    take(cue, false, gathering);
}

/// The last line of a cue that another follows is that one's number.
fn take(cue: Option<((u64, u64), Vec<&str>)>, followed: bool, gathering: &mut Gathering) {
    let Some(((start, end), mut lines)) = cue else { return };
    lines.pop_if(|last| followed && is_number(last));
    gathering.take(from_ms(start), from_ms(end), &text(&lines.join("\n")));
}

fn is_number(line: &str) -> bool {
    !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// Tags, and the `{\an8}` of other formats that players learned to pass over.
fn text(raw: &str) -> String {
    let marked = markup::line_text(raw);
    let mut text = String::with_capacity(marked.len());
    let mut rest = marked.as_str();
    while let Some((before, (_, after))) =
        rest.split_once("{\\").and_then(|(before, mark)| Some((before, mark.split_once('}')?)))
    {
        text.push_str(before);
        rest = after;
    }
    text + rest
}

/// Start and end in milliseconds, out of a line of times.
fn times(line: &str) -> Option<(u64, u64)> {
    let (start, rest) = line.split_once("-->")?;
    let end = rest.split_whitespace().next()?;
    Some((time(start.trim())?, time(end)?))
}

/// `hh:mm:ss,ttt`, with any number of digits, the hours or the fraction left out, a point or a colon for the comma.
fn time(text: &str) -> Option<u64> {
    let (clock, fraction) = match text.rsplit_once([',', '.']) {
        Some((clock, fraction)) => (clock, fraction),
        None if text.matches(':').count() == 3 => text.rsplit_once(':')?,
        None => (text, "0"),
    };
    let mut parts = clock.split(':').map(str::trim);
    let whole = |part: &str| is_number(part).then(|| part.parse::<u32>().ok()).flatten().map(u64::from);
    let seconds = parts.try_fold((0, 0), |(sum, count), part| {
        let more = sum * 60 + whole(part)?;
        (count < 3).then_some((more, count + 1))
    });
    let (seconds, _) = seconds.filter(|(_, count)| *count >= 2)?;
    let digits = fraction.get(..3).unwrap_or(fraction);
    Some(seconds * 1000 + whole(&format!("{digits:0<3}"))?)
}

#[cfg(test)]
mod tests {
    use super::time;

    #[test]
    fn a_clock_has_two_parts_or_three_however_many_are_written() {
        assert_eq!(time("00:01,5"), Some(1_500));
        assert_eq!(time("1:00:01.25"), Some(3_601_250));
        assert_eq!(time("7"), None);
        let endless = format!("{}1,0", "4294967295:".repeat(20));
        assert_eq!(time(&endless), None);
    }
}
