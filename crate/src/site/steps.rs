//! What data cannot say about a site: one function per [`Step`].

use std::cmp::Reverse;

use super::description::Step;

/// What a step may need to know.
pub struct Known<'k> {
    /// The handle of the same card or page.
    pub handle: &'k str,
    /// What [`learn_tail`] found.
    pub tail: &'k str,
}

/// Does a step to a value. An empty result passes the turn to the next source.
pub fn apply(step: Step, value: &str, known: &Known<'_>) -> String {
    let done = match step {
        Step::Hashed if value.is_empty() => "",
        Step::Hashed => return format!("page-{:016x}", hash(value)),
        Step::CutMusicTail => cut_music_tail(value, known.tail),
        Step::UnlessHandle if value.trim_start_matches('@') == known.handle => "",
        Step::UnlessHandle => value,
        Step::BeforeDot => value.split(" · ").next().unwrap_or(value),
    };
    done.trim().to_owned()
}

/// The same words, the same number (FNV-1a).
pub fn hash(words: &str) -> u64 {
    let fnv = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    words.bytes().fold(0xcbf2_9ce4_8422_2325, fnv)
}

/// TikTok describes the picture of a video by the video's own words, and then who made it and with which music.
fn cut_music_tail<'v>(value: &'v str, learned: &str) -> &'v str {
    let tail = if learned.is_empty() { "created by " } else { learned };
    let starts = |&(at, _): &(usize, &str)| at == 0 || value.get(..at).is_some_and(|before| before.ends_with(' '));
    let last = value.rmatch_indices(tail).find(starts);
    last.and_then(|(at, _)| value.get(..at)).unwrap_or(value)
}

/// The maker's name with the words before it, in whatever language the site is shown: what most of these texts share,
/// as early as they share it. Empty where there are too few of them to tell.
pub fn learn_tail(texts: &[String], name: &str) -> String {
    let mut best = (0, Reverse(0), String::new());
    for before in texts.iter().flat_map(|text| words_before(text, name)) {
        let phrase = format!("{before}{name}");
        let places: Vec<_> = texts.iter().filter_map(|text| text.rfind(&phrase)).collect();
        best = best.max((places.len(), Reverse(places.iter().sum()), phrase));
    }
    let (shared, _, phrase) = best;
    if shared >= 3 && shared * 5 >= texts.len() * 4 { phrase } else { String::new() }
}

/// A tail names its maker three times at most.
const MENTIONS: usize = 4;

/// Up to three plain words right before the last mentions of a name: every way to cut them.
fn words_before<'t>(text: &'t str, name: &'t str) -> Vec<&'t str> {
    let mut found = Vec::new();
    for (at, _) in text.rmatch_indices(name).filter(|_| !name.is_empty()).take(MENTIONS) {
        let before = text.get(..at).unwrap_or_default();
        let gaps = before.trim_end().rmatch_indices(' ').map(|(gap, _)| gap + 1).chain([0]);
        let phrases = gaps.take(3).filter_map(|gap| before.get(gap..).map(str::trim_start));
        found.extend(phrases.take_while(|phrase| phrase.chars().all(|c| c.is_alphabetic() || c == ' ')));
    }
    found.retain(|phrase| phrase.trim().len() > 2);
    found
}

#[cfg(test)]
mod tests {
    use super::{cut_music_tail, learn_tail};

    fn texts(tail: &str) -> Vec<String> {
        ["Rain walk #calm", "What Ana said to me #calm", "", "One breath"]
            .map(|words| format!("{words} {tail}"))
            .to_vec()
    }

    #[test]
    fn the_tail_is_learned_in_any_language() {
        let english = learn_tail(&texts("created by Ana with Ana’s original sound"), "Ana");
        assert_eq!(english, "created by Ana");
        let german = learn_tail(&texts("erstellt von Ana mit Originalton von Ana"), "Ana");
        assert_eq!(
            cut_music_tail("Was Ana sagte #ruhe erstellt von Ana mit Originalton von Ana", &german),
            "Was Ana sagte #ruhe "
        );
    }

    #[test]
    fn one_text_alone_teaches_nothing() {
        assert_eq!(learn_tail(&texts("created by Ana with a song")[..1], "Ana"), "");
        assert_eq!(cut_music_tail("Rain walk created by Ana with a song", ""), "Rain walk ");
        assert_eq!(cut_music_tail("created by Ana with a song", ""), "");
    }

    #[test]
    fn hashtags_before_the_tail_stay() {
        let all_tagged =
            ["a #calm", "b #calm", "c #calm"].map(|words| format!("{words} gemaakt door Ana met muziek")).to_vec();
        assert_eq!(learn_tail(&all_tagged, "Ana"), "gemaakt door Ana");
    }
}
