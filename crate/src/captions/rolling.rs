//! Rolling captions: two lines, of which each cue repeats the upper one. YouTube's WebVTT of recognised speech is
//! written so. What is repeated was spoken once.

use crate::video::Cue;

/// A cue that repeats a line begins no later than this after the one before it has ended, in seconds.
const NEXT: f64 = 0.5;
/// Of so many pairs of cues one has to repeat a line: a refrain alone is no rolling track.
const SHARE: usize = 3;

/// Keeps each line of a rolling track once, and makes every cue one line of text.
pub fn settle(cues: &mut Vec<Cue>) {
    let repeats = cues.windows(2).filter(|pair| matches!(pair, [one, other] if repeats(one, other))).count();
    if repeats * SHARE >= cues.len().max(2) - 1 {
        keep_new_lines(cues);
    }
    for cue in cues {
        cue.text = cue.text.replace('\n', " ");
    }
}

fn repeats(one: &Cue, other: &Cue) -> bool {
    other.start <= one.end + NEXT && one.text.lines().last() == other.text.lines().next()
}

/// Cuts from each cue the lines with which the one before it ended. The line stays where it was first drawn, until the
/// last cue that repeats it alone has ended.
fn keep_new_lines(cues: &mut Vec<Cue>) {
    let (mut last, mut end) = (String::new(), f64::NEG_INFINITY);
    for cue in cues.iter_mut() {
        let next = cue.text.lines().last().unwrap_or_default().to_owned();
        if cue.start <= end + NEXT && cue.text.lines().next() == Some(last.as_str()) {
            cue.text = cue.text.lines().skip(1).collect::<Vec<_>>().join("\n");
        }
        (last, end) = (next, cue.end);
    }
    cues.retain(|cue| !cue.text.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(cues: &[(f64, f64, &str)]) -> Vec<String> {
        let cue = |&(start, end, text): &(f64, f64, &str)| Cue { start, end, text: text.to_owned() };
        let mut cues = cues.iter().map(cue).collect();
        settle(&mut cues);
        cues.into_iter().map(|cue| cue.text).collect()
    }

    #[test]
    fn a_rolling_line_is_kept_once() {
        let rolling = [
            (0.1, 3.6, "a first line"),
            (3.6, 3.7, "a first line"),
            (3.7, 6.0, "a first line\nand a second"),
            (6.0, 6.1, "and a second"),
            (6.1, 9.0, "and a second\nand a third"),
        ];
        assert_eq!(settled(&rolling), ["a first line", "and a second", "and a third"]);
    }

    #[test]
    fn a_refrain_stays() {
        let song =
            [(0.0, 1.0, "no"), (1.0, 2.0, "no"), (2.0, 3.0, "never\nmore"), (3.0, 4.0, "the end"), (4.0, 5.0, "x")];
        assert_eq!(settled(&song), ["no", "no", "never more", "the end", "x"]);
        assert_eq!(settled(&[(0.0, 1.0, "again"), (60.0, 61.0, "again")]), ["again", "again"]);
    }
}
