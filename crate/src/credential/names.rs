//! People's names: the creator's, and those right before a title.

use std::ops::Range;

use super::scene::Scene;
use crate::assess::Words;
use crate::text::Marks;
use crate::text::lexicon::UNKNOWN;
use crate::video::Field;

/// Titles of courtesy that begin a name.
const COURTESY: [&str; 4] = ["dr", "prof", "professor", "doctor"];
/// The longest name, in words.
const LONGEST: usize = 4;

/// The words of the creator's name and handle.
#[derive(Clone, Debug, Default)]
pub struct Creator {
    words: Vec<String>,
}

impl Creator {
    pub fn of(fields: &[&Words]) -> Self {
        let named = fields.iter().filter(|words| matches!(words.field, Field::CreatorName | Field::Handle));
        let words = named.flat_map(|words| words.text.split(|letter: char| !letter.is_alphanumeric()));
        let words = words.filter(|word| word.chars().count() >= 3).map(str::to_lowercase);
        Self { words: words.filter(|word| !COURTESY.contains(&word.as_str())).collect() }
    }

    /// Whether one of these words is the creator's name.
    fn is_named(&self, said: &str) -> bool {
        let words = said.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
        words.filter(|word| word.len() >= 3).any(|word| self.words.contains(&word))
    }
}

/// The name that ends right before a token: up to four words with capitals, "Dr" and initials included.
pub fn before(scene: &Scene, token: usize) -> Option<Range<usize>> {
    let mut first = token;
    while first > 0
        && token - first < LONGEST
        && may_be_name(scene, first - 1)
        && (first == token || joins(scene, first))
    {
        first -= 1;
    }
    let name = first..token;
    is_name(scene, name.clone()).then_some(name)
}

/// The name that begins at a token.
pub fn at(scene: &Scene, token: usize) -> Option<Range<usize>> {
    let mut end = token;
    while end - token < LONGEST && may_be_name(scene, end) && (end == token || joins(scene, end)) {
        end += 1;
    }
    let name = token..end;
    is_name(scene, name.clone()).then_some(name)
}

/// Whether a token goes on with the name before it: no comma stands between, except behind "Dr."
fn joins(scene: &Scene, token: usize) -> bool {
    !scene.marks(token).has(Marks::PAUSE) || is_courtesy(scene.said(token - 1..token))
}

fn may_be_name(scene: &Scene, token: usize) -> bool {
    let plain = !scene.said(token..token + 1).contains(['\'', '’']);
    scene.marks(token).has(Marks::CAPITAL) && !scene.marks(token).has(Marks::HASHTAG) && plain && !scene.is_stop(token)
}

/// A name is the creator's, has "Dr" before it, or is made of words that no phrase and no list of everyday words knows.
pub fn is_name(scene: &Scene, tokens: Range<usize>) -> bool {
    let said = scene.said(tokens.clone());
    let unknown = |token: usize| scene.words.tokens.ids().get(token) == Some(&UNKNOWN);
    let courteous = tokens.len() >= 2 && is_courtesy(scene.said(tokens.start..tokens.start + 1));
    courteous || scene.creator.is_named(said) || tokens.len() >= 2 && tokens.into_iter().any(unknown)
}

/// Whether these words hold the creator's name.
pub fn is_creator(scene: &Scene, tokens: Range<usize>) -> bool {
    scene.creator.is_named(scene.said(tokens))
}

fn is_courtesy(word: &str) -> bool {
    COURTESY.contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

/// The person's name at the start of a creator's name: "Dr Jane Doe" of "Dr Jane Doe, LCSW | Anxiety". Words that are
/// known are no name: "Straight Talk", "Anchor Therapy".
pub fn of_creator(scene: &Scene, until: usize) -> Option<Range<usize>> {
    let tokens = &scene.words.tokens;
    let mut end = 1;
    while end <= LONGEST
        && tokens.bytes(end, end + 1).start < until
        && may_be_name(scene, end)
        && (end == 1 || joins(scene, end))
    {
        end += 1;
    }
    let bytes = tokens.bytes(1, end);
    let said = scene.words.text.get(bytes.clone())?;
    let unknown = || tokens.ids().get(1..end).is_some_and(|ids| ids.iter().all(|id| *id == UNKNOWN));
    let courteous = is_courtesy(scene.said(1..2)) && end > 2;
    let shouted = !said.chars().any(char::is_lowercase);
    (!shouted && (courteous || end > 2 && unknown())).then_some(bytes)
}
