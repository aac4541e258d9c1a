//! Packs `crate/sites/*.toml` into one blob, and refuses a file that cannot be meant so: by file and line.

use std::collections::BTreeSet;
use std::fs;
use std::iter::successors;
use std::path::Path;

use toml::de::{DeTable, DeValue};
use toml::{Spanned, Table, Value};

#[path = "../src/site/any_of.rs"]
mod any_of;
#[path = "../src/site/description.rs"]
#[allow(dead_code, reason = "the reader uses what the packer only passes on")]
mod description;
#[path = "../src/site/form.rs"]
#[allow(dead_code, reason = "the packer checks forms and leaves their use to the reader")]
mod form;
#[path = "../src/site/place.rs"]
#[allow(dead_code, reason = "the reader uses what the packer only passes on")]
mod place;
#[path = "selector.rs"]
mod selector;
#[path = "../src/site/spoken.rs"]
#[allow(dead_code, reason = "the reader uses what the packer only passes on")]
mod spoken;

use description::{CardKind, Site};

/// A mistake: where in the text, and what.
type Mistake = (usize, String);

/// Keys whose texts are selectors, and keys whose texts are forms.
const SELECTORS: &[&str] = &[
    "leave_out",
    "notes",
    "signs",
    "rendered_captions",
    "player",
    "timeline",
    "root",
    "script",
    "select",
    "without",
    "frame",
    "at",
    "anchor",
    "panel",
    "row",
    "time",
    "dubbed",
];
const FORMS: &[&str] = &["urls", "like"];

/// Packs a folder of site files into one blob.
pub fn pack(folder: &Path, target: &Path) -> Result<(), String> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries = fs::read_dir(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let sites = files.iter().map(|file| read(file)).collect::<Result<Vec<(String, Site)>, _>>()?;
    let blob = postcard::to_allocvec(&sites).map_err(|why| why.to_string())?;
    fs::write(target, blob).map_err(|why| format!("{}: {why}", target.display()))
}

fn read(file: &Path) -> Result<(String, Site), String> {
    let text = fs::read_to_string(file).map_err(|why| format!("{}: {why}", file.display()))?;
    let site = named(&file.display().to_string(), &text)?;
    Ok((file.file_stem().unwrap_or_default().to_string_lossy().into_owned(), site))
}

/// Reads the text of a site file. A mistake is told with the file's name and the line.
pub fn named(file: &str, text: &str) -> Result<Site, String> {
    let line = |at: usize| text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
    parse(text).map_err(|(at, why)| format!("{file}:{}: {why}", line(at)))
}

fn parse(text: &str) -> Result<Site, Mistake> {
    let mistake = |why: toml::de::Error| (why.span().map_or(0, |span| span.start), why.message().to_owned());
    let site: Site = toml::from_str(text).map_err(mistake)?;
    let tree = DeTable::parse(text).map_err(mistake)?;
    tree.get_ref().iter().try_for_each(|(key, value)| check_texts(key.get_ref(), value))?;
    check_names(tree.get_ref(), &site)?;
    let site = completed(text).map_err(mistake)?;
    check_whole(tree.get_ref(), &site)?;
    Ok(site)
}

/// Every selector and every form in the tree is one.
fn check_texts(key: &str, value: &Spanned<DeValue<'_>>) -> Result<(), Mistake> {
    match value.get_ref() {
        DeValue::Array(items) => items.iter().try_for_each(|item| check_texts(key, item)),
        DeValue::Table(table) => table.iter().try_for_each(|(key, value)| check_texts(key.get_ref(), value)),
        DeValue::String(text) if SELECTORS.contains(&key) => {
            selector::check(text).map_err(|why| (value.span().start, why))
        }
        DeValue::String(text) if FORMS.contains(&key) => form::check(text).map_err(|why| (value.span().start, why)),
        _ => Ok(()),
    }
}

/// Pages name cards that exist, each card is named by a page, and cards are based on cards.
fn check_names(tree: &DeTable<'_>, site: &Site) -> Result<(), Mistake> {
    let known: BTreeSet<&str> = site.cards.iter().map(|card| card.kind.as_str()).collect();
    let mut used = BTreeSet::new();
    for name in texts(tree, "page", "cards").chain(texts(tree, "card", "based_on")) {
        let (text, at) = (name.get_ref().as_str().unwrap_or_default(), name.span().start);
        if !known.contains(text) {
            return Err((at, format!("there is no [[card]] of kind `{text}`")));
        }
        used.insert(text.to_owned());
    }
    match texts(tree, "card", "kind").find(|kind| kind.get_ref().as_str().is_none_or(|kind| !used.contains(kind))) {
        Some(unused) => Err((unused.span().start, "no page names this card".to_owned())),
        None => Ok(()),
    }
}

/// Each card, with what it takes over, can be found and told from others.
fn check_whole(tree: &DeTable<'_>, site: &Site) -> Result<(), Mistake> {
    let lacking = |card: &CardKind| {
        let keys = [("select", card.select.is_empty()), ("id", card.id.is_empty() && !card.stand_in_id)];
        keys.iter().find(|(_, lacking)| *lacking).map(|(key, _)| format!("this card has no `{key}`"))
    };
    let mistakes = texts(tree, "card", "kind").zip(&site.cards).filter_map(|(kind, card)| Some((kind, lacking(card)?)));
    mistakes.map(|(kind, why)| Err((kind.span().start, why))).next().unwrap_or(Ok(()))
}

/// The texts under one key of all tables of one name.
fn texts<'t, 'i>(
    tree: &'t DeTable<'i>,
    table: &'t str,
    key: &'t str,
) -> impl Iterator<Item = &'t Spanned<DeValue<'i>>> {
    let tables = tree.get(table).and_then(|tables| tables.get_ref().as_array()).into_iter().flatten();
    tables.filter_map(move |table| table.get_ref().get(key)).flat_map(|value| match value.get_ref() {
        DeValue::Array(items) => items.iter().collect::<Vec<_>>(),
        _ => vec![value],
    })
}

/// Gives cards what they take over from the card they are based on: every key that they do not state themselves.
fn completed(text: &str) -> Result<Site, toml::de::Error> {
    let mut tree: Table = toml::from_str(text)?;
    let written: Vec<Table> = tree.get("card").cloned().map(Value::try_into).transpose()?.unwrap_or_default();
    let mut cards = written.clone();
    for card in &mut cards {
        // Taking as many as there are cards ends a circle as well.
        let bases = successors(base_of(card, &written), |it| base_of(it, &written)).take(written.len());
        for (key, value) in bases.flatten() {
            card.entry(key.clone()).or_insert_with(|| value.clone());
        }
    }
    tree.insert("card".to_owned(), Value::Array(cards.into_iter().map(Value::Table).collect()));
    tree.try_into()
}

fn base_of<'c>(card: &Table, cards: &'c [Table]) -> Option<&'c Table> {
    let name = card.get("based_on")?;
    cards.iter().find(|other| other.get("kind") == Some(name))
}
