//! From a card to a [`Video`]: the description's sources, in order.

use super::description::{CardKind, CreatorSources, Opened, PageData, Place, Scope, Source, Step};
use super::dom::Dom;
use super::page::Page;
use super::steps::{self, Known};
use super::{form, text};
use crate::video::{Creator, Field, Video};

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

/// A value, and whether there was an element to hold it.
#[derive(Default)]
struct Found {
    value: String,
    present: bool,
}

/// Reads a card; `None` where it shows no video.
pub fn card<D: Dom>(dom: &D, page: &Page<'_, D::Node>, kind: &CardKind, node: &D::Node) -> Option<Card<D::Node>> {
    let other = |without: &str| dom.closest(node, without).is_some() || dom.first(node, without).is_some();
    if dom.is_hidden(node) || (!kind.without.is_empty() && other(&kind.without)) {
        return None;
    }
    let reader = Reader { dom, page, node };
    let mut video = Video::default();
    let mut missed = reader.words(kind, &mut video);
    video.id = reader.id(kind, &video)?;
    if video.title.is_empty() && video.description.is_empty() && video.creator == Creator::default() {
        return None;
    }
    let opened = kind.opened == Opened::Always || (kind.opened == Opened::Address && video.id == page.opened);
    reader.complete(&mut video);
    missed.retain(|field| video.words(*field).is_empty());
    if video.creator.name.is_empty() && !page.kind.creator.name.is_empty() && same_handle(&video.creator, &page.creator)
    {
        missed.push(Field::CreatorName);
    }
    let anchor = reader.anchor(&kind.badge).unwrap_or_else(|| node.clone());
    Some(Card { node: node.clone(), anchor, place: kind.badge.clone(), video, missed, opened })
}

/// Who a whole page belongs to.
pub fn page_creator<D: Dom>(dom: &D, page: &Page<'_, D::Node>) -> Creator {
    let reader = Reader { dom, page, node: &page.root };
    let CreatorSources { name, handle, bio } = &page.kind.creator;
    let handle = reader.value(handle, "").value;
    Creator { name: reader.value(name, &handle).value, bio: reader.value(bio, "").value, handle }
}

/// How many cards are looked at to learn what their texts share.
const SAMPLE: usize = 12;

/// What the texts on this page have in common before their maker's name; empty where no source needs to know.
pub fn common_tail<D: Dom>(dom: &D, page: &Page<'_, D::Node>) -> String {
    let cut = |source: &&Source| source.then == Some(Step::CutMusicTail);
    let Some((kind, source)) = page.kinds().find_map(|kind| Some((kind, kind.description.iter().find(cut)?))) else {
        return String::new();
    };
    let cards = dom.select(&page.root, &kind.select).into_iter().take(SAMPLE);
    let texts: Vec<_> = cards.flat_map(|node| Reader { dom, page, node: &node }.raw(source, &node)).collect();
    steps::learn_tail(&texts, &page.creator.name)
}

struct Reader<'a, 's, D: Dom> {
    dom: &'a D,
    page: &'a Page<'s, D::Node>,
    node: &'a D::Node,
}

impl<D: Dom> Reader<'_, '_, D> {
    /// Reads every field that the card itself shows, and tells which of the expected ones it does not.
    fn words(&self, kind: &CardKind, video: &mut Video) -> Vec<Field> {
        let [title, description, handle] =
            [&kind.title, &kind.description, &kind.handle].map(|sources| self.value(sources, ""));
        let name = self.value(&kind.name, &handle.value);
        let absent = [
            (Field::Title, &kind.title, title.value.is_empty()),
            (Field::Description, &kind.description, !description.present),
            (Field::CreatorName, &kind.name, name.value.is_empty()),
            (Field::Handle, &kind.handle, handle.value.is_empty()),
        ];
        let missed = absent
            .iter()
            .filter(|(field, sources, absent)| *absent && !sources.is_empty() && !kind.may_lack.contains(field));
        let missed = missed.map(|(field, ..)| *field).collect();
        video.title = title.value.replace('\n', " ");
        video.description = description.value;
        video.creator = Creator { name: name.value, handle: handle.value, bio: String::new() };
        video.hashtags = self.hashtags(&kind.hashtags, video);
        missed
    }

    fn id(&self, kind: &CardKind, video: &Video) -> Option<String> {
        let id = self.value(&kind.id, "").value;
        if id.is_empty() { kind.stand_in_id.then(|| stand_in_id(video)).flatten() } else { Some(id) }
    }

    /// The first source with a value. Some steps need to know the handle.
    fn value(&self, sources: &[Source], handle: &str) -> Found {
        let mut found = Found::default();
        for value in sources.iter().flat_map(|source| self.values(source, handle)) {
            found.present = true;
            if !value.is_empty() {
                found.value = value;
                break;
            }
        }
        found
    }

    /// Everything a source yields, in document order.
    fn values(&self, source: &Source, handle: &str) -> Vec<String> {
        let known = Known { handle, tail: &self.page.tail };
        let raw = match source.on {
            Scope::Address => vec![self.page.address.clone()],
            Scope::Card => self.raw(source, self.node),
            Scope::Page => self.raw(source, &self.page.root),
        };
        raw.iter().filter_map(|raw| shaped(source, raw, &known)).collect()
    }

    fn raw(&self, source: &Source, scope: &D::Node) -> Vec<String> {
        let nodes = match source.at.as_str() {
            "" => vec![scope.clone()],
            at if self.dom.matches(scope, at) => vec![scope.clone()],
            at => self.dom.select(scope, at),
        };
        let read = |node: &D::Node| match source.attribute.as_str() {
            "" => Some(self.dom.text(node, &self.page.site.leave_out)),
            name => self.dom.attribute(node, name),
        };
        nodes.iter().filter_map(read).collect()
    }

    /// Hashtags of the words, and those that stand apart, each once.
    fn hashtags(&self, sources: &[Source], video: &Video) -> Vec<String> {
        let within =
            [&video.title, &video.description].into_iter().flat_map(|words| text::hashtags(words)).map(str::to_owned);
        let apart =
            sources.iter().flat_map(|source| self.values(source, "")).map(|tag| tag.trim_start_matches('#').to_owned());
        let mut tags: Vec<String> = Vec::new();
        for tag in within.chain(apart) {
            if !tag.is_empty() && tags.iter().all(|known| known.to_lowercase() != tag.to_lowercase()) {
                tags.push(tag);
            }
        }
        tags
    }

    /// Adds what the page says of its creator, or its data of this video, where the card says nothing itself.
    fn complete(&self, video: &mut Video) {
        let page = &self.page.creator;
        if same_handle(&video.creator, page) && (video.creator.name.is_empty() || video.creator.name == page.name) {
            fill(&mut video.creator, page);
        }
        if let Some(data) = &self.page.kind.data {
            self.complete_from_data(data, video);
        }
    }

    fn complete_from_data(&self, data: &PageData, video: &mut Video) {
        let script = || self.dom.first(&self.dom.root()?, &data.script);
        let Some(script) = (video.id == self.page.opened).then(script).flatten() else { return };
        let at = |path: &str| {
            let keys: Vec<_> = data.under.split('/').chain(path.split('/')).collect();
            self.dom.json(&script, &keys).unwrap_or_default()
        };
        if at(&data.id) != video.id {
            return;
        }
        let said = Creator { name: at(&data.name), handle: String::new(), bio: at(&data.bio) };
        if !said.name.is_empty() && video.creator.name == video.creator.handle {
            video.creator.name.clear();
        }
        fill(&mut video.creator, &said);
        video.language = Some(at(&data.language)).filter(|language| !language.is_empty());
    }

    fn anchor(&self, place: &Place) -> Option<D::Node> {
        place.anchor.iter().find_map(|at| self.dom.first(self.node, at))
    }
}

/// Whether a card may be its page's creator's: it names nobody else.
fn same_handle(card: &Creator, page: &Creator) -> bool {
    card.handle.is_empty() || card.handle.eq_ignore_ascii_case(&page.handle)
}

fn fill(creator: &mut Creator, from: &Creator) {
    let pairs = [(&mut creator.name, &from.name), (&mut creator.handle, &from.handle), (&mut creator.bio, &from.bio)];
    for (field, value) in pairs {
        if field.is_empty() {
            field.clone_from(value);
        }
    }
}

/// The value within a raw text: the part that its form names, percent-encoding undone, steps done.
fn shaped(source: &Source, raw: &str, known: &Known<'_>) -> Option<String> {
    let value = match source.like.as_str() {
        "" => text::tidy(raw),
        like => decoded(form::value(like, raw.trim())?),
    };
    Some(match source.then {
        Some(step) => steps::apply(step, &value, known),
        None => value,
    })
}

/// Undoes percent-encoding, as addresses have it; a text that is not valid then stays as it was.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let pair = [ahead.next(), ahead.next()].map(|digit| char::from(digit.unwrap_or(b'-')).to_digit(16));
        match (byte, pair) {
            (b'%', [Some(high), Some(low)]) => {
                bytes.extend(u8::try_from(high * 16 + low));
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// A card without an identifier is known by its words: the same words, the same video.
fn stand_in_id(video: &Video) -> Option<String> {
    let words = [&video.creator.handle, &video.title, &video.description].map(String::as_str).join("\n");
    let hash = words
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (words.trim() != "").then(|| format!("words-{hash:016x}"))
}
