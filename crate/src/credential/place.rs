//! Where a licence is held.

use std::ops::Range;

use super::chunks::cut;
use super::is_among;
use super::scene::Scene;
use super::titles::Mention;
use crate::domain::domain;
use crate::domain::pack::Place;
use crate::phrase::{Hit, PhraseId};

/// How many words may stand between a title and a place that nothing leads in.
const NEAR: usize = 4;
/// The same where words such as "licensed in" lead in.
const LED: usize = 14;
/// How many bytes behind a title a code (`TX`) may stand.
const NEAR_BYTES: usize = 48;

/// The place that stands nearest to a title, and its bytes.
pub fn of(scene: &Scene, mention: &Mention) -> Option<(&'static Place, Range<usize>)> {
    named(scene, mention).or_else(|| code(scene, mention))
}

fn named(scene: &Scene, mention: &Mention) -> Option<(&'static Place, Range<usize>)> {
    let title = Hit { phrase: PhraseId(0), first: mention.tokens.start, end: mention.tokens.end };
    let places = scene.frames.places(title);
    let near = places.filter(|(hit, _, led)| hit.distance(title) <= if *led { LED } else { NEAR });
    let (hit, place, _) = near.min_by_key(|(hit, ..)| hit.distance(title))?;
    Some((place, scene.words.tokens.bytes(hit.first, hit.end)))
}

/// A code in capitals behind a title, after a comma, a bar or a word such as "in".
fn code(scene: &Scene, mention: &Mention) -> Option<(&'static Place, Range<usize>)> {
    let text = &scene.words.text;
    let near = mention.bytes.start..text.ceil_char_boundary((mention.bytes.end + NEAR_BYTES).min(text.len()));
    let chunks = cut(text, near);
    let behind = chunks.iter().enumerate().filter(|(_, chunk)| chunk.bytes.start >= mention.bytes.end);
    let mut divided = behind.filter(|(at, chunk)| {
        let led = at
            .checked_sub(1)
            .is_some_and(|before| is_among(|wording| &wording.before_code, &chunks[before].text.to_lowercase()));
        chunk.is_divided() || chunk.begins_line() || led
    });
    divided.find_map(|(_, chunk)| {
        let place = domain().places.iter().find(|place| place.is_code && place.name == chunk.text)?;
        Some((place, chunk.bytes.clone()))
    })
}
