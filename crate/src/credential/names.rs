//! People's names: the creator's, and those right before a title.

use std::ops::Range;

use super::is_among;
use super::scene::{Language, Scene};
use crate::assess::Words;
use crate::text::Marks;
use crate::video::Field;

/// The longest name, in words.
const LONGEST: usize = 4;

/// The words of the creator's name and handle.
#[derive(Clone, Debug, Default)]
pub struct Creator {
    words: Vec<String>,
    /// Whether whoever is named otherwise is somebody else: the name is a person's, or that of a show.
    has_others: bool,
}

impl Creator {
    pub fn of(fields: &[&Words], language: Language) -> Self {
        let named = fields.iter().filter(|words| matches!(words.field, Field::CreatorName | Field::Handle));
        let words = named.flat_map(|words| words.text.split(|letter: char| !letter.is_alphanumeric()));
        let words = words.filter(|word| word.chars().count() >= 3).map(str::to_lowercase);
        let creator = Self { words: words.filter(|word| !is_courtesy(word)).collect(), has_others: false };
        let name = fields.iter().find(|words| words.field == Field::CreatorName);
        let has_others = name.is_some_and(|name| {
            let scene = Scene::of(name, &creator, language);
            scene.frames.is_show || of_creator(&scene, None).is_some()
        });
        Self { has_others, ..creator }
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

/// The name beside a title: right before it, or before its article ("Jane Doe, a psychologist").
pub fn beside(scene: &Scene, token: usize) -> Option<Range<usize>> {
    let article =
        token.checked_sub(1).filter(|&at| scene.marks(at).has(Marks::PAUSE) && scene.said(at..token).len() <= 3);
    before(scene, token).or_else(|| before(scene, article?))
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

/// A word with a capital that is no other word; in a creator's name, where all words have capitals, an unknown one.
fn may_be_name(scene: &Scene, token: usize) -> bool {
    let (said, marks) = (scene.said(token..token + 1), scene.marks(token));
    let plain = marks.has(Marks::CAPITAL) && !marks.has(Marks::HASHTAG) && !said.contains(['\'', '’']);
    let titled = scene.words.field == Field::CreatorName;
    let own = || is_courtesy(said) || said.len() == 1 || is_unknown(scene, token) && !marks.has(Marks::CAPITALS);
    plain && !scene.frames.is_no_name(token) && (!titled || own())
}

fn is_unknown(scene: &Scene, token: usize) -> bool {
    scene.words.tokens.ids().get(token).is_some_and(|&id| !scene.language.knows(id))
}

/// A name is the creator's, or has "Dr" before it, or has two words, one of which no phrase and no list of everyday words
/// knows. In a creator's name one such word will do.
pub fn is_name(scene: &Scene, tokens: Range<usize>) -> bool {
    let courteous = tokens.len() >= 2 && is_courtesy(scene.said(tokens.start..tokens.start + 1));
    let titled = scene.words.field == Field::CreatorName;
    let own = |token: usize| is_unknown(scene, token) && !is_courtesy(scene.said(token..token + 1));
    let unknown = || tokens.clone().any(own);
    courteous || !titled && is_creator(scene, tokens.clone()) || (titled || tokens.len() >= 2) && unknown()
}

/// Whether these words name somebody other than the creator, as far as the words tell.
pub fn is_somebody_else(scene: &Scene, tokens: Range<usize>) -> bool {
    (scene.creator.has_others || scene.frames.has_guest) && !scene.is_about_creator() && !is_creator(scene, tokens)
}

/// The name behind "my name is", of which one word will do.
pub fn introduced(scene: &Scene, token: usize) -> Option<Range<usize>> {
    let one = || (may_be_name(scene, token) && is_unknown(scene, token)).then_some(token..token + 1);
    at(scene, token).or_else(one)
}

/// Whether these words hold the creator's name.
pub fn is_creator(scene: &Scene, tokens: Range<usize>) -> bool {
    scene.creator.is_named(scene.said(tokens))
}

/// "Dr", "Ms", "Lic."
pub fn is_courtesy(word: &str) -> bool {
    is_among(|wording| &wording.courtesy, &word.trim_end_matches('.').to_lowercase())
}

/// The person's name at the start of a creator's name: "Dr Jane Doe" of "Dr Jane Doe, LCSW | Anxiety". Before a title,
/// which begins at byte `until`, everyday words are a name too ("Summer Moon, MD").
pub fn of_creator(scene: &Scene, until: Option<usize>) -> Option<Range<usize>> {
    let bytes = |name: Range<usize>| scene.words.tokens.bytes(name.start, name.end);
    let plain = at(scene, 1).filter(|name| name.len() >= 2).map(bytes);
    let signed = || up_to_comma(scene).filter(|_| until.is_some()).map(bytes);
    plain.or_else(signed).filter(|name| until.is_none_or(|until| name.end <= until))
}

/// Two to four words with capitals before the first comma.
fn up_to_comma(scene: &Scene) -> Option<Range<usize>> {
    let capital = |token: &usize| {
        scene.marks(*token).has(Marks::CAPITAL)
            && !scene.marks(*token).has(Marks::CAPITALS)
            && !scene.frames.is_no_name(*token)
    };
    let end = (1..=LONGEST).take_while(|token| capital(token) && (*token == 1 || joins(scene, *token))).last()? + 1;
    (end > 2 && scene.marks(end).has(Marks::PAUSE)).then_some(1..end)
}
