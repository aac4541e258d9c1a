//! From a card to a [`Video`].

use super::data::described;
use super::description::{CardKind, CreatorSources, Opened, Source, Step};
use super::dom::Dom;
use super::page::Page;
use super::place::Place;
use super::source::Reader;
use super::{steps, text};
use crate::video::{CaptionsFrom, Creator, Field, Video};

/// One video on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Card<N> {
    /// The element that shows it.
    pub node: N,
    /// The element that its badge is pinned to.
    pub anchor: N,
    /// Where on the anchor.
    pub place: Place,
    /// What was read.
    pub video: Video,
    /// Fields that such cards hold and that were not found here.
    pub missed: Vec<Field>,
    /// Whether it is the video that is being watched.
    pub opened: bool,
}

/// Reads a card; `None` where it shows no video.
pub fn card<D: Dom>(dom: &D, page: &Page<'_, D::Node>, kind: &CardKind, node: &D::Node) -> Option<Card<D::Node>> {
    let reader = Reader { dom, page, node, kind: Some(kind) };
    if dom.is_hidden(node) || reader.is_something_else(kind) {
        return None;
    }
    let id = reader.value(&kind.id, "").value;
    if id.is_empty() && !kind.stand_in_id {
        return None;
    }
    let (mut video, mut missed) = reader.words(kind);
    if video == Video::default() {
        return None;
    }
    video.id = if id.is_empty() { stand_in_id(&video) } else { id };
    reader.complete(&mut video, &mut missed);
    let opened = kind.opened == Opened::Always || (kind.opened == Opened::Address && video.id == page.opened);
    if opened {
        video.platform_note = reader.platform_note();
    }
    Some(Card { node: node.clone(), anchor: reader.anchor(kind), place: kind.badge.clone(), opened, video, missed })
}

/// Whether what stands at a card is no ordinary video.
pub fn is_something_else<D: Dom>(dom: &D, page: &Page<'_, D::Node>, kind: &CardKind, node: &D::Node) -> bool {
    Reader { dom, page, node, kind: Some(kind) }.is_something_else(kind)
}

/// Whether a source has a value in a card.
pub fn holds<D: Dom>(dom: &D, page: &Page<'_, D::Node>, kind: &CardKind, node: &D::Node, source: &Source) -> bool {
    !Reader { dom, page, node, kind: Some(kind) }.value(std::slice::from_ref(source), "").value.is_empty()
}

/// A note of the site is a line or two, in bytes.
const LONGEST_NOTE: usize = 400;

/// Who a whole page belongs to.
pub fn page_creator<D: Dom>(dom: &D, page: &Page<'_, D::Node>) -> Creator {
    let reader = Reader { dom, page, node: &page.root, kind: None };
    let CreatorSources { name, handle, bio } = &page.kind.creator;
    let handle = reader.value(handle, "").value;
    Creator { name: reader.value(name, &handle).value, bio: reader.value(bio, "").value, handle, bio_seen: None }
}

/// How many cards are looked at to learn what their texts share.
const SAMPLE: usize = 12;

/// What the texts on this page have in common before their maker's name; empty where no source needs to know.
pub fn common_tail<D: Dom>(dom: &D, page: &Page<'_, D::Node>) -> String {
    let cut = |source: &&Source| source.then == Some(Step::CutMusicTail);
    let Some((kind, source)) = page.kinds().find_map(|kind| Some((kind, kind.description.iter().find(cut)?))) else {
        return String::new();
    };
    let cards = dom.sample(&page.root, &kind.select, SAMPLE).into_iter();
    let texts: Vec<_> =
        cards.filter_map(|node| Reader { dom, page, node: &node, kind: None }.raw(source).next()).collect();
    steps::learn_tail(&texts, &page.creator.name)
}

impl<D: Dom> Reader<'_, '_, D> {
    fn is_something_else(&self, kind: &CardKind) -> bool {
        let is = |without: &str| {
            self.dom.closest(self.node, without).is_some() || self.dom.first(self.node, without).is_some()
        };
        !kind.without.is_empty() && is(&kind.without)
    }

    /// Every field that the card itself shows, and which of the expected ones it does not.
    fn words(&self, kind: &CardKind) -> (Video, Vec<Field>) {
        let of = |sources: &[Source]| self.value(sources, "");
        let (title, description, handle) = (of(&kind.title), of(&kind.description), of(&kind.handle));
        let name = self.value(&kind.name, &handle.value);
        let absent = [
            (Field::Title, &kind.title, title.value.is_empty()),
            // A creator may write nothing.
            (Field::Description, &kind.description, !description.present),
            (Field::CreatorName, &kind.name, name.value.is_empty()),
            (Field::Handle, &kind.handle, handle.value.is_empty()),
        ];
        let expected = |field: &Field, sources: &[Source]| !sources.is_empty() && !kind.may_lack.contains(field);
        let missed = absent.iter().filter(|(field, sources, absent)| *absent && expected(field, sources));
        let missed = missed.map(|(field, ..)| *field).collect();
        let mut video = Video {
            title: title.value.replace('\n', " "),
            description: description.value,
            creator: Creator { name: name.value, handle: handle.value, bio: of(&kind.bio).value, bio_seen: None },
            transcript: of(&kind.transcript).value,
            language: Some(of(&kind.language).value).filter(|language| !language.is_empty()),
            ..Video::default()
        };
        video.captions_from = (!video.transcript.is_empty()).then_some(CaptionsFrom::PageData);
        video.hashtags = self.hashtags(&kind.hashtags, &video);
        (video, missed)
    }

    /// Hashtags of the words, and those that stand apart, each once.
    fn hashtags(&self, sources: &[Source], video: &Video) -> Vec<String> {
        let within = [&video.title, &video.description].into_iter().flat_map(|words| text::hashtags(words));
        let apart = sources.iter().flat_map(|source| self.values(source, ""));
        let apart = apart.map(|tag| tag.trim_start_matches('#').to_owned());
        let mut tags: Vec<String> = Vec::new();
        for tag in within.map(str::to_owned).chain(apart) {
            if !tag.is_empty() && tags.iter().all(|known| !known.eq_ignore_ascii_case(&tag)) {
                tags.push(tag);
            }
        }
        tags
    }

    /// Adds what the page says of its creator, or its data of this video, where the card says nothing itself.
    fn complete(&self, video: &mut Video, missed: &mut Vec<Field>) {
        let page = &self.page.creator;
        let creator = &mut video.creator;
        let names_nobody_else = creator.handle.is_empty() || creator.handle.eq_ignore_ascii_case(&page.handle);
        if names_nobody_else && (creator.name.is_empty() || creator.name == page.name) {
            fill(creator, page);
            if creator.name.is_empty() && !self.page.kind.creator.name.is_empty() {
                missed.push(Field::CreatorName);
            }
        }
        if video.id == self.page.opened {
            self.complete_from_data(video);
        }
        missed.retain(|field| video.words(*field).is_empty());
    }

    fn complete_from_data(&self, video: &mut Video) {
        let Some(place) = described(self.dom, self.page, &video.id) else { return };
        let data = place.fields;
        let at = |path: &str| if path.is_empty() { String::new() } else { place.at(path) };
        let said = Creator { name: at(&data.name), bio: at(&data.bio), ..Creator::default() };
        if !said.name.is_empty() && video.creator.name == video.creator.handle {
            video.creator.name.clear();
        }
        fill(&mut video.creator, &said);
        video.language = Some(at(&data.language)).filter(|language| !language.is_empty());
    }

    /// What the site says beside the opened video of who made it.
    fn platform_note(&self) -> String {
        let notes: &str = &self.page.site.notes;
        let shown = |note: &D::Node| !self.dom.is_hidden(note);
        let note =
            if notes.is_empty() { None } else { self.dom.select(&self.page.root, notes).into_iter().find(shown) };
        let mut text = note.map(|note| self.dom.text(&note, &self.page.site.leave_out)).unwrap_or_default();
        text.truncate(text.floor_char_boundary(LONGEST_NOTE));
        text
    }

    /// Where the badge goes; for the video that a page is about, anywhere on the page.
    fn anchor(&self, kind: &CardKind) -> D::Node {
        let scope = if kind.opened == Opened::Always { &self.page.root } else { self.node };
        kind.badge.anchor.iter().find_map(|at| self.dom.first(scope, at)).unwrap_or_else(|| self.node.clone())
    }
}

fn fill(creator: &mut Creator, from: &Creator) {
    let pairs = [(&mut creator.name, &from.name), (&mut creator.handle, &from.handle), (&mut creator.bio, &from.bio)];
    for (field, value) in pairs {
        if field.is_empty() {
            field.clone_from(value);
        }
    }
}

/// A card without an identifier is known by its words: the same words, the same video.
fn stand_in_id(video: &Video) -> String {
    let words = [&video.creator.handle, &video.title, &video.description].map(String::as_str).join("\n");
    format!("words-{:016x}", steps::hash(&words))
}
