//! What data cannot say about a site: one function per [`Step`].

use super::description::Step;

/// Does a step to a value. An empty result passes the turn to the next source.
pub fn apply(step: Step, value: &str, handle: &str) -> String {
    let done = match step {
        Step::CutMusicTail => cut_music_tail(value),
        Step::UnlessHandle if value.trim_start_matches('@') == handle => "",
        Step::UnlessHandle => value,
        Step::BeforeDot => value.split(" · ").next().unwrap_or(value),
    };
    done.trim().to_owned()
}

/// TikTok's pictures on a profile are described by the video's own words, and then who made it and with which music.
fn cut_music_tail(value: &str) -> &str {
    const TAIL: &str = "created by ";
    let at = value.rfind(&format!(" {TAIL}")).or(value.starts_with(TAIL).then_some(0));
    at.and_then(|at| value.get(..at)).unwrap_or(value)
}
