//! `crate/domain/frames/<language>.toml`, and all phrases of the domain data as one table.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::pack::{Domain, Entry, Frame, Phrases, Role, Wording};
use crate::phrase::TableBuilder;
use crate::phrase::compile::usage::Usage;
use crate::phrase::pattern::Lists;
use crate::text::lexicon::Lexicon;
use crate::text::shape::Shape;
use crate::text::{Flow, Tokens};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// How many words may stand between a frame and its title, where the frame names no reach of its own.
    reach: u8,
    stop: Vec<String>,
    licence: Vec<String>,
    deniable: Vec<String>,
    no_title: Vec<String>,
    speaker: Sides,
    named: Sides,
    credit: Sides,
    other: Sides,
    prose: Sides,
    negated: Sides,
    former: Sides,
    training: Sides,
    unreal: Sides,
    place: Sides,
    guest: Vec<String>,
    show: Vec<String>,
    trade: Vec<Trade>,
    handles: Vec<String>,
    no_handles: Vec<String>,
    no_name: Vec<String>,
    pub wording: Wording,
    words: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sides {
    reach: Option<u8>,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
}

/// A trade that has a title of ours as well.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Trade {
    titles: Vec<String>,
    words: Vec<String>,
}

/// Phrases that are not compiled yet, and what each of them is.
pub struct Uncompiled {
    pub builder: TableBuilder,
    roles: Vec<Role>,
}

pub fn read(folder: &Path) -> Result<BTreeMap<String, File>, String> {
    Ok(super::each(folder)?.into_iter().map(|(code, file)| (code.to_lowercase(), file)).collect())
}

/// All titles, and what looks like them.
pub fn titles(domain: &Domain, languages: &BTreeMap<String, File>) -> Result<Uncompiled, String> {
    let mut titles = Uncompiled::with(lists(languages.values())?);
    // A title that several countries know is one phrase.
    let written = by_pattern(&domain.entries, |entry| &entry.phrases);
    written.into_iter().try_for_each(|(pattern, known_by)| titles.add(pattern, Role::Title(known_by)))?;
    let own = by_pattern(&domain.entries, |entry| &entry.claims);
    own.into_iter().try_for_each(|(pattern, known_by)| titles.add(pattern, Role::Own(known_by)))?;
    let named = by_pattern(&domain.entries, |entry| &entry.names);
    named.into_iter().try_for_each(|(pattern, known_by)| titles.add(pattern, Role::Name(known_by)))?;
    for language in languages.values() {
        titles.add_all(&language.deniable, &Role::Deniable)?;
        titles.add_all(&language.no_title, &Role::NoTitle)?;
    }
    match titles.builder.unused_lists().first() {
        Some(unused) => Err(format!("crate/domain/frames: no phrase uses the list {{{unused}}}")),
        None => Ok(titles),
    }
}

/// All that may stand around a title in one language.
pub fn frames(domain: &Domain, language: &File) -> Result<Uncompiled, String> {
    let mut frames = Uncompiled::with(lists([language])?);
    let mut places = (0..).zip(&domain.places).filter(|(_, place)| !place.is_code);
    places.try_for_each(|(number, place)| frames.add(&place.name, Role::Place(number)))?;
    for (frame, sides) in language.by_frame() {
        frames.add_all(&sides.before, &Role::Before(frame, sides.reach.unwrap_or(language.reach)))?;
        frames.add_all(&sides.after, &Role::After(frame))?;
        frames.add_all(&sides.not, &Role::Not(frame))?;
    }
    frames.add_all(&language.stop, &Role::Stop)?;
    frames.add_all(&language.no_name, &Role::NoName)?;
    frames.add_all(&language.licence, &Role::Licence)?;
    frames.add_all(&language.place.before, &Role::In)?;
    frames.add_all(&language.guest, &Role::Guest)?;
    frames.add_all(&language.show, &Role::Show)?;
    for (number, trade) in (0..).zip(&language.trade) {
        frames.add_all(&trade.titles, &Role::Bare(number))?;
        frames.add_all(&trade.words, &Role::Trade(number))?;
    }
    Ok(frames)
}

impl Uncompiled {
    fn with(lists: Lists) -> Self {
        Self { builder: TableBuilder::new(lists), roles: Vec::new() }
    }

    fn add(&mut self, pattern: &str, role: Role) -> Result<(), String> {
        self.builder.add(pattern).map_err(|error| format!("crate/domain: '{pattern}': {error}"))?;
        self.roles.push(role);
        Ok(())
    }

    fn add_all(&mut self, patterns: &[String], role: &Role) -> Result<(), String> {
        patterns.iter().try_for_each(|pattern| self.add(pattern, role.clone()))
    }

    pub fn compile(self, lexicon: &Lexicon, usage: &Usage) -> Result<Phrases, String> {
        let (table, faults) = self.builder.compile_each(lexicon, usage);
        let fault = faults.first().map(|(_, fault)| Err(format!("crate/domain: {fault}")));
        fault.unwrap_or(Ok(Phrases { table, roles: self.roles }))
    }
}

impl File {
    /// The number words.
    pub fn counts(&self) -> Vec<String> {
        self.words.get(Shape::Number.name()).cloned().unwrap_or_default()
    }

    fn by_frame(&self) -> [(Frame, &Sides); 9] {
        [
            (Frame::Speaker, &self.speaker),
            (Frame::Named, &self.named),
            (Frame::Credit, &self.credit),
            (Frame::Other, &self.other),
            (Frame::Prose, &self.prose),
            (Frame::Negated, &self.negated),
            (Frame::Former, &self.former),
            (Frame::Training, &self.training),
            (Frame::Unreal, &self.unreal),
        ]
    }
}

fn lists<'a>(languages: impl IntoIterator<Item = &'a File>) -> Result<Lists, String> {
    let mut lists = Lists::default();
    for (name, entries) in languages.into_iter().flat_map(|language| &language.words) {
        let named = |error| format!("crate/domain/frames: {{{name}}}: {error}");
        entries.iter().try_for_each(|entry| lists.add_entry(name, entry)).map_err(named)?;
    }
    Ok(lists)
}

fn by_pattern(entries: &[Entry], patterns: impl Fn(&Entry) -> &Vec<String>) -> BTreeMap<&str, Vec<u16>> {
    let mut known = BTreeMap::<&str, Vec<u16>>::new();
    for (number, entry) in (0..).zip(entries) {
        for pattern in patterns(entry) {
            known.entry(pattern).or_default().push(number);
        }
    }
    known
}

/// The entries that know each title that is also written in one word with a name.
pub fn handles(
    domain: &Domain,
    languages: &BTreeMap<String, File>,
    lexicon: &Lexicon,
) -> Result<Vec<(String, Vec<u16>)>, String> {
    let titles = languages.values().flat_map(|language| &language.handles);
    let none = languages.values().flat_map(|language| &language.no_handles);
    let none = none.map(|title| Ok((title.replace(' ', ""), Vec::new())));
    titles.map(|title| Ok((title.replace(' ', ""), knowing(domain, title, lexicon)?))).chain(none).collect()
}

fn knowing(domain: &Domain, title: &str, lexicon: &Lexicon) -> Result<Vec<u16>, String> {
    let tokens = Tokens::read(title, Flow::Lines, lexicon);
    let found = domain.titles.find(&tokens).filter(|(hit, _)| hit.first == 1 && hit.end + 1 == tokens.len());
    let known = found.filter_map(|(_, role)| match role {
        Role::Title(entries) => Some(entries.clone()),
        _ => None,
    });
    let known: Vec<u16> = known.flatten().collect();
    if known.is_empty() { Err(format!("crate/domain/frames: no title is called '{title}'")) } else { Ok(known) }
}
