//! Titles written out.

use std::cmp::Reverse;
use std::ops::Range;

use super::names;
use super::scene::Scene;
use crate::domain::domain;
use crate::domain::pack::{Counts, Kind, Role, Wording};
use crate::phrase::Hit;
use crate::text::Marks;
use crate::video::Field;

/// A title or letters that a text names.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its bytes.
    pub bytes: Range<usize>,
    /// The entries that know it, by their place in the domain data; none for what is a title only where denied.
    pub entries: Vec<u16>,
    /// How many of them know the very words; the others know the end of them.
    pub own: usize,
    /// How it is written.
    pub form: Form,
    /// The name right before it ("Jane Doe, LCSW"), in tokens.
    pub name: Option<Range<usize>>,
}

/// How a title is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Written out.
    Written,
    /// Written out, with words that say it is a licence ("licensed", "registered").
    Licensed,
    /// With the words that make it the speaker's own.
    Own,
    /// As letters.
    Letters,
}

impl Mention {
    /// Where the mention begins, with the name before it.
    pub fn start(&self) -> usize {
        self.name.as_ref().map_or(self.tokens.start, |name| name.start)
    }

    /// "a therapist's …" speaks of something else than a therapist.
    pub fn is_possessive(&self, scene: &Scene) -> bool {
        let said = &scene.words.text[self.bytes.clone()];
        ends_with_any(said, |wording| &wording.possessive)
    }

    /// A title of two words or more that anyone may use ("Mindset coach").
    pub fn is_free_title(&self) -> bool {
        self.tokens.len() > 1 && self.entries.first().is_some_and(|&entry| counts(entry) == Some(Counts::Unregulated))
    }

    /// Whether it speaks of several people ("coach for therapists"): no one creator is meant, unless "we" say so.
    pub fn is_plural(&self, scene: &Scene) -> bool {
        let said = &scene.words.text[self.bytes.clone()];
        matches!(self.form, Form::Written | Form::Licensed)
            && ends_with_any(said, |wording| &wording.plural)
            && !ends_with_any(said, |wording| &wording.singular)
    }
}

fn ends_with_any(said: &str, endings: fn(&Wording) -> &Vec<String>) -> bool {
    let said = said.to_lowercase();
    domain().words(endings).any(|ending| said.ends_with(ending))
}

/// The titles of a field.
pub fn find(scene: &Scene) -> Vec<Mention> {
    if scene.is_handle() {
        return super::handle::titles(scene);
    }
    let mut kept: Vec<(Hit, &Role)> = Vec::new();
    for candidate in by_length(scene) {
        if !kept.iter().any(|(hit, _)| hit.overlaps(candidate.0)) {
            kept.push(candidate);
        }
    }
    kept.into_iter().filter_map(|(hit, role)| mention(scene, hit, role)).collect()
}

/// The longest first; of equals what is no title, then what says most.
fn by_length(scene: &Scene) -> Vec<(Hit, &'static Role)> {
    let mut titles = scene.titles.clone();
    let named = scene.words.field == Field::CreatorName;
    titles.retain(|(hit, role)| !is_tagged(scene, *hit) && (named || !matches!(role, Role::Name(_))));
    let rank = |role: &Role| match role {
        Role::NoTitle => 0,
        Role::Own(_) => 1,
        Role::Title(entries) if !entries.iter().all(|&entry| is_generic(entry)) => 2,
        _ => 3,
    };
    titles.sort_by_key(|(hit, role)| (Reverse(hit.end - hit.first), rank(role)));
    titles
}

/// Tags are topics: `#therapist` says nothing about who speaks.
fn is_tagged(scene: &Scene, hit: Hit) -> bool {
    scene.words.field == Field::Hashtags || (hit.first..hit.end).any(|token| scene.marks(token).has(Marks::HASHTAG))
}

fn mention(scene: &Scene, hit: Hit, role: &Role) -> Option<Mention> {
    let (known, is_own) = match role {
        Role::Title(entries) | Role::Name(entries) => (&entries[..], false),
        Role::Own(entries) => (&entries[..], true),
        Role::Deniable => (&[][..], false),
        _ => return None,
    };
    let tokens = hit.first..hit.end;
    let form = if is_own {
        Form::Own
    } else if scene.frames.is_licence(hit) {
        Form::Licensed
    } else {
        Form::Written
    };
    let bytes = scene.words.tokens.bytes(tokens.start, tokens.end);
    let entries = if is_own { known.to_vec() } else { known_by(scene, hit, known) };
    Some(Mention { name: names::beside(scene, tokens.start), tokens, bytes, entries, own: known.len(), form })
}

/// The entries that know the title, then those of other countries that know the end of it by itself, so that "licensed
/// clinical psychologist" is known wherever there are clinical psychologists.
fn known_by(scene: &Scene, hit: Hit, entries: &[u16]) -> Vec<u16> {
    let mut all = entries.to_vec();
    for &(other, role) in &scene.titles {
        let Role::Title(others) = role else { continue };
        let whole = other.first == hit.first;
        let alike = |other: u16| entries.iter().all(|&own| whole || counts(other) == counts(own));
        let elsewhere = |other: u16| entries.iter().all(|&own| country(other) != country(own));
        if other.end == hit.end && other.first >= hit.first {
            all.extend(others.iter().filter(|&&other| elsewhere(other) && alike(other)));
        }
    }
    all
}

/// A word such as therapist, of which no country's register speaks.
fn is_generic(entry: u16) -> bool {
    domain().entries.get(usize::from(entry)).is_some_and(|entry| entry.kind == Kind::TitleOnly)
}

fn country(entry: u16) -> Option<&'static str> {
    domain().entries.get(usize::from(entry)).map(|entry| entry.country.as_str())
}

fn counts(entry: u16) -> Option<Counts> {
    domain().entries.get(usize::from(entry)).map(|entry| entry.counts)
}
