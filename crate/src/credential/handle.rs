//! Titles and letters in one word with a name: `janedoetherapist`, `jane.doe.lcsw`.

use std::ops::Range;

use super::letters::known;
use super::scene::Scene;
use super::titles::{Form, Mention};
use crate::domain::domain;
use crate::domain::pack::Trust;

/// Shorter letters stand at the end of many words.
const SHORTEST: usize = 4;
/// What a site's name ends with.
const ENDINGS: [&str; 5] = ["com", "org", "net", "co", "tv"];

/// The titles of a handle: the longest that begins or ends it.
pub fn titles(scene: &Scene) -> Vec<Mention> {
    let plain = Plain::of(&scene.words.text);
    let found = domain().handles.iter().filter_map(|(title, entries)| Some((plain.place(title)?, entries)));
    let longest = found.max_by_key(|(place, _)| place.len());
    longest.map(|(bytes, entries)| mention(scene, bytes, entries.clone(), Form::Written)).into_iter().collect()
}

/// The letters at the end of a handle: only those that mean nothing else.
pub fn letters(scene: &Scene) -> Vec<Mention> {
    let plain = Plain::of(&scene.words.text);
    let sure = known().iter().filter(|(letters, entries)| {
        letters.len() >= SHORTEST && entries.iter().any(|(_, trust)| *trust == Trust::Alone)
    });
    let found = sure.filter_map(|(letters, entries)| Some((plain.end(&letters.to_lowercase())?, entries)));
    let longest = found.max_by_key(|(place, _)| place.len());
    let numbers = |entries: &[(u16, Trust)]| entries.iter().map(|(number, _)| *number).collect();
    longest.map(|(bytes, entries)| mention(scene, bytes, numbers(entries), Form::Letters)).into_iter().collect()
}

fn mention(scene: &Scene, bytes: Range<usize>, entries: Vec<u16>, form: Form) -> Mention {
    Mention { tokens: scene.tokens_at(&bytes), bytes, own: entries.len(), entries, form, name: None }
}

/// Whether what stands before a title leaves it its bearer's.
fn is_own(before: &str) -> bool {
    !domain()
        .words(|wording| &wording.not_own)
        .any(|other| before == other || other.len() > 2 && before.ends_with(other.as_str()))
}

/// The letters of a handle, with the byte each came from, and where words begin in it that are set apart.
struct Plain {
    letters: String,
    bytes: Vec<usize>,
    starts: Vec<usize>,
}

impl Plain {
    fn of(handle: &str) -> Self {
        let site =
            handle.rsplit_once('.').filter(|(_, ending)| ENDINGS.contains(ending)).map_or(handle, |(name, _)| name);
        let letters = site.char_indices().filter(|(_, letter)| letter.is_ascii_alphabetic());
        let (bytes, letters): (Vec<usize>, String) =
            letters.map(|(at, letter)| (at, letter.to_ascii_lowercase())).unzip();
        let apart = |last: usize, at: usize| at > last + 1 || site[at..].starts_with(char::is_uppercase);
        let starts = (1..bytes.len()).filter(|&number| apart(bytes[number - 1], bytes[number])).collect();
        Self { letters, bytes, starts }
    }

    fn place(&self, title: &str) -> Option<Range<usize>> {
        let plural = |rest: &str| domain().words(|wording| &wording.plural).any(|ending| rest.starts_with(ending));
        let begins = || self.letters.strip_prefix(title).is_some_and(|rest| !plural(rest));
        self.end(title).or_else(|| begins().then(|| self.at(0, title.len()))).or_else(|| self.middle(title))
    }

    fn end(&self, title: &str) -> Option<Range<usize>> {
        let before = self.letters.strip_suffix(title)?;
        is_own(before).then(|| self.at(before.len(), title.len()))
    }

    /// A title between other words: `TheRealTherapistJane`.
    fn middle(&self, title: &str) -> Option<Range<usize>> {
        let whole =
            |&&start: &&usize| self.letters[start..].starts_with(title) && self.starts.contains(&(start + title.len()));
        let start = *self.starts.iter().find(whole)?;
        is_own(&self.letters[..start]).then(|| self.at(start, title.len()))
    }

    fn at(&self, start: usize, length: usize) -> Range<usize> {
        self.bytes[start]..self.bytes[start + length - 1] + 1
    }
}
