//! The moments of the video that is being watched at which spoken words led to a note.

use super::{Look, NoteKind, NoteView, Title};
use crate::assessment::Note;

/// Two marks that lie closer than this share of the bar would cover each other.
const CLOSE: f64 = 0.012;
/// Playback that goes on moves by less than this many seconds between two reports of the player.
const STEP: f64 = 2.0;
/// More marks than this are no help.
const MOST: usize = 40;

/// One moment, as it is marked on the timeline and told when playback reaches it.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentView {
    /// Seconds from the start.
    pub seconds: f64,
    /// As a player writes it.
    pub clock: String,
    /// Good practice or a claim.
    pub kind: NoteKind,
    /// What the words do.
    pub title: Title,
    /// The very words.
    pub quote: String,
}

/// The moments of the opened video, in the order in which they are played; none where the viewer wants no marks. Of two
/// that would cover each other on a bar of `duration` seconds, the earlier stays.
pub fn moments(look: &Look, duration: f64) -> Vec<MomentView> {
    if !look.opened || !look.settings.is_on("moments") {
        return Vec::new();
    }
    let claims = look.claims().filter_map(|note| moment(look, note, NoteKind::Claim));
    let practices = look.practices().filter_map(|note| moment(look, note, NoteKind::Practice));
    let mut all: Vec<MomentView> = Vec::new();
    for moment in claims.chain(practices).filter(|moment| (0.0..=duration).contains(&moment.seconds)) {
        // A sort would weigh more than the rest of this file.
        all.insert(all.partition_point(|earlier| earlier.seconds <= moment.seconds), moment);
    }
    all.dedup_by(|later, earlier| later.seconds - earlier.seconds < CLOSE * duration);
    all.truncate(MOST);
    all
}

fn moment(look: &Look, note: &Note, kind: NoteKind) -> Option<MomentView> {
    let NoteView { title, moment, quote: [_, quote, _], .. } = NoteView::of(look, note, kind);
    moment.map(|moment| MomentView { seconds: moment.seconds, clock: moment.clock, kind, title, quote })
}

/// The moment that playback reached between two of the player's reports; none where the viewer leapt.
pub fn reached(moments: &[MomentView], from: f64, to: f64) -> Option<&MomentView> {
    let plays = to > from && to - from < STEP;
    moments.iter().rfind(|moment| plays && from < moment.seconds && moment.seconds <= to)
}

#[cfg(test)]
mod tests {
    use super::super::sample::Sample;
    use super::*;

    fn spoken(seconds: &[f64]) -> Sample {
        let mut sample = Sample::with_claims(seconds.len()).opened();
        for (note, at) in sample.answer.assessment.notes.iter_mut().zip(seconds) {
            note.at = Some(*at);
        }
        sample
    }

    fn times(sample: &Sample) -> Vec<f64> {
        moments(&sample.look(), 494.0).into_iter().map(|moment| moment.seconds).collect()
    }

    #[test]
    fn they_stand_in_the_order_in_which_they_are_played() {
        assert_eq!(times(&spoken(&[300.0, 42.0])), [42.0, 300.0]);
        assert_eq!(moments(&spoken(&[42.0]).look(), 494.0)[0].clock, "0:42");
    }

    #[test]
    fn what_would_be_covered_is_not_drawn() {
        assert_eq!(times(&spoken(&[42.0, 43.0, 300.0])), [42.0, 300.0]);
    }

    #[test]
    fn words_that_are_not_spoken_have_no_moment() {
        assert!(times(&Sample::with_claims(2).opened()).is_empty());
        assert!(times(&spoken(&[9000.0])).is_empty(), "beyond the end");
    }

    #[test]
    fn only_the_opened_video_has_marks_and_only_where_they_are_wanted() {
        let mut sample = spoken(&[42.0]);
        sample.opened = false;
        assert!(times(&sample).is_empty());
        assert!(times(&spoken(&[42.0]).off("moments")).is_empty());
    }

    #[test]
    fn playback_reaches_a_moment_once_and_a_leap_reaches_none() {
        let all = moments(&spoken(&[42.0, 300.0]).look(), 494.0);
        let clock = |from, to| reached(&all, from, to).map(|moment| moment.clock.as_str());
        assert_eq!(clock(41.8, 42.1), Some("0:42"));
        assert_eq!(clock(42.1, 42.4), None);
        assert_eq!(clock(10.0, 301.0), None);
        assert_eq!(clock(301.0, 299.0), None);
    }
}
