//! Captions as a player draws them while it plays: one or two lines at a time, which grow, scroll and repeat.

use crate::video::Cue;

/// More than this is not kept of one video.
const MOST_CUES: usize = 3000;
/// A line this long is followed by another.
const LINE_WORDS: usize = 12;
/// A pause this long ends a line, and a jump this far (in seconds) is no pause but a leap.
const PAUSE: f64 = 3.0;
const LEAP: f64 = 8.0;
/// How many of the last words can still be on the screen.
const ON_SCREEN: usize = 60;

/// What has been heard of one video so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    cues: Vec<Cue>,
    /// The last words, in the order in which they came: what is still drawn of them is not new.
    recent: Vec<String>,
    last: f64,
}

impl Heard {
    /// Takes down what is drawn at a moment of the video, and says how many words of it are new.
    pub fn hear(&mut self, at: f64, drawn: &str) -> usize {
        if at < self.last - 1.0 || at > self.last + LEAP {
            self.recent.clear();
        }
        let words: Vec<&str> = drawn.split_whitespace().collect();
        let known = self.overlap(&words);
        let new = words.get(known..).unwrap_or_default();
        let fresh = !new.is_empty() && !self.was_heard(at, new);
        if fresh {
            self.take(at, new);
        }
        self.remember(new);
        self.last = at;
        if fresh { new.len() } else { 0 }
    }

    /// Everything heard, in the order of the video.
    pub fn cues(&self) -> &[Cue] {
        &self.cues
    }

    /// How many of the drawn words are the last ones that came.
    fn overlap(&self, words: &[&str]) -> usize {
        let ends_with = |count: &usize| {
            let tail = self.recent.len().checked_sub(*count).and_then(|from| self.recent.get(from..));
            tail.zip(words.get(..*count))
                .is_some_and(|(tail, head)| tail.iter().zip(head).all(|(one, other)| one == other))
        };
        (1..=words.len().min(self.recent.len())).rev().find(ends_with).unwrap_or(0)
    }

    /// Whether the viewer went back, and these words of this moment are there already.
    fn was_heard(&self, at: f64, words: &[&str]) -> bool {
        let text = words.join(" ");
        self.cues.iter().any(|cue| cue.start - PAUSE <= at && at <= cue.end + PAUSE && cue.text.contains(&text))
    }

    fn take(&mut self, at: f64, words: &[&str]) {
        let text = words.join(" ");
        let place = self.cues.partition_point(|cue| cue.start <= at);
        let line = place.checked_sub(1).and_then(|before| self.cues.get_mut(before));
        if let Some(line) = line.filter(|line| goes_on(line, at)) {
            line.text.push(' ');
            line.text.push_str(&text);
            line.end = line.end.max(at);
        } else if self.cues.len() < MOST_CUES {
            self.cues.insert(place, Cue { start: at, end: at, text });
        }
    }

    fn remember(&mut self, words: &[&str]) {
        self.recent.extend(words.iter().map(|word| (*word).to_owned()));
        let old = self.recent.len().saturating_sub(ON_SCREEN);
        self.recent.drain(..old);
    }
}

fn goes_on(line: &Cue, at: f64) -> bool {
    at - line.end < PAUSE && line.text.split_whitespace().count() < LINE_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(drawn: &[(f64, &str)]) -> Heard {
        let mut heard = Heard::default();
        for (at, text) in drawn {
            heard.hear(*at, text);
        }
        heard
    }

    fn text(heard: &Heard) -> String {
        heard.cues().iter().map(|cue| cue.text.as_str()).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn growing_and_scrolling_lines_are_heard_once() {
        let rolling = heard(&[
            (1.0, "this one"),
            (1.4, "this one breath"),
            (2.0, "this one breath will cure"),
            (3.0, "will cure your anxiety"),
            (3.5, "your anxiety"),
            (4.0, "your anxiety in seven days"),
        ]);
        assert_eq!(text(&rolling), "this one breath will cure your anxiety in seven days");
        assert!((rolling.cues()[0].start - 1.0).abs() < 0.01 && (rolling.cues()[0].end - 4.0).abs() < 0.01);
    }

    #[test]
    fn nothing_new_is_said_to_be_nothing() {
        let mut heard = Heard::default();
        assert_eq!(heard.hear(1.0, "this one breath"), 3);
        assert_eq!(heard.hear(1.2, "one breath"), 0);
        assert_eq!(heard.hear(1.4, ""), 0);
    }

    #[test]
    fn going_back_hears_nothing_twice() {
        let mut heard = heard(&[(1.0, "first words here"), (20.0, "later words there")]);
        assert_eq!(heard.hear(1.1, "first words here"), 0);
        assert_eq!(text(&heard), "first words here | later words there");
    }

    #[test]
    fn what_was_skipped_is_put_where_it_belongs() {
        let heard = heard(&[(1.0, "one"), (60.0, "three"), (30.0, "two")]);
        assert_eq!(text(&heard), "one | two | three");
    }

    #[test]
    fn a_pause_starts_a_new_line() {
        assert_eq!(text(&heard(&[(1.0, "one"), (6.0, "two")])), "one | two");
    }
}
