//! A transcript as a page lists it: rows of a time and a text, some of them twice or three times.

use crate::video::Cue;

/// How many rows back a row can be the same again.
const REPEATED: usize = 4;

/// The time of a row, in seconds: `4:09`, `1:04:09`.
pub fn seconds(clock: &str) -> Option<f64> {
    let parts: Vec<u32> = clock.trim().split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let sum = |parts: &[u32]| parts.iter().try_fold(0_u32, |sum, part| sum.checked_mul(60)?.checked_add(*part));
    if (2..=3).contains(&parts.len()) { sum(&parts).map(f64::from) } else { None }
}

/// Rows of a clock time and a text in the order of the video, each row once; a line ends where the next begins.
pub fn transcript(rows: impl IntoIterator<Item = (String, String)>) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    for (clock, text) in rows {
        let Some(start) = seconds(&clock).filter(|_| !text.is_empty() && cues.len() < super::MOST_CUES) else {
            continue;
        };
        let same = |cue: &&Cue| (cue.start - start).abs() < 0.5;
        if !cues.iter().rev().take(REPEATED).take_while(same).any(|cue| cue.text == text) {
            if let Some(last) = cues.last_mut() {
                last.end = start.max(last.start);
            }
            cues.push(Cue { start, end: start, text });
        }
    }
    cues
}

#[cfg(test)]
mod tests {
    use super::{seconds, transcript};

    #[test]
    fn clocks_are_read() {
        assert_eq!(["0:04", "12:30", " 1:00:09 "].map(seconds), [Some(4.0), Some(750.0), Some(3609.0)]);
        assert_eq!(["", "4", "a:b", "1:2:3:4", "-1:00", "9999999:99:99"].map(seconds), [None; 6]);
    }

    #[test]
    fn rows_that_come_more_than_once_are_kept_once() {
        let rows = [("0:04", "one"), ("0:04", "one"), ("0:04", "uno"), ("0:04", "one"), ("", "x"), ("0:09", "one")];
        let cues = transcript(rows.map(|(clock, text)| (clock.to_owned(), text.to_owned())));
        let told: Vec<_> = cues.iter().map(|cue| (cue.start, cue.end, cue.text.as_str())).collect();
        assert_eq!(told, [(4.0, 4.0, "one"), (4.0, 9.0, "uno"), (9.0, 9.0, "one")]);
    }
}
