//! Letters after a name, read from the text as it is written: capitals matter.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::chunks::{Chunk, cut};
use super::names;
use super::scene::Scene;
use super::titles::{Form, Mention};
use crate::domain::domain;
use crate::domain::pack::{Entry, Trust};
use crate::video::Field;

/// How far a cue word reaches, in chunks.
const CUE_REACH: usize = 6;
/// The longest name before letters, in chunks.
const LONGEST_NAME: usize = 4;

pub type Known = HashMap<String, Vec<(u16, Trust)>>;

/// Every form in which letters are known, with their entries.
pub fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut known = Known::new();
        for (number, entry) in (0..).zip(&domain().entries) {
            for letters in &entry.letters {
                let key =
                    |text: String| text.chars().filter(|letter| letter.is_alphanumeric() || *letter == '-').collect();
                known.entry(key(letters.text.clone())).or_default().push((number, letters.trust));
            }
        }
        known
    })
}

/// The letters of a field.
pub fn find(scene: &Scene) -> Vec<Mention> {
    match scene.words.field {
        Field::Hashtags => Vec::new(),
        _ if scene.is_handle() => super::handle::letters(scene),
        _ => Line::all(scene).iter().flat_map(Line::mentions).collect(),
    }
}

/// Whether there may be letters in a text: a quick look, for long ones.
pub fn are_in(text: &str) -> bool {
    words(text).any(|(_, word)| is_known(word))
}

/// The words of a text that have two capitals or more, with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let divides = |letter: char| letter.is_whitespace() || ",;|()[]/&+–—:\"".contains(letter);
    let words = text.split(divides).filter(|word| word.len() <= 24);
    let words = words.filter(|word| word.bytes().filter(u8::is_ascii_uppercase).count() >= 2);
    words.map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

fn is_known(word: &str) -> bool {
    let key: String = word.chars().filter(|letter| letter.is_alphanumeric() || *letter == '-').collect();
    known().contains_key(&key)
}

/// How many bytes of a line around letters are looked at.
const AROUND: usize = 240;

/// The part of a line around letters, cut into chunks.
struct Line<'a, 's> {
    scene: &'a Scene<'s>,
    chunks: Vec<Chunk<'s>>,
}

impl<'a, 's> Line<'a, 's> {
    /// The parts of all lines that have letters in them.
    fn all(scene: &'a Scene<'s>) -> Vec<Self> {
        let text = &scene.words.text;
        let mut lines: Vec<Range<usize>> = Vec::new();
        for (at, _) in words(text).filter(|(_, word)| is_known(word) || word.len() <= 8) {
            if lines.last().is_none_or(|line| line.end <= at) {
                lines.push(around(text, at));
            }
        }
        lines.into_iter().map(|line| Line { scene, chunks: cut(text, line) }).collect()
    }

    fn mentions(&self) -> Vec<Mention> {
        let found = (0..self.chunks.len()).filter(|&at| self.chunks[at].may_be_letters());
        found.filter_map(|at| self.double(at).or_else(|| self.single(at))).collect()
    }

    /// `RN (MH)`, `RP (Qualifying)`, `R. Psych.`
    fn double(&self, at: usize) -> Option<Mention> {
        let next = self.chunks.get(at + 1)?;
        let entries = known().get(&(self.chunks[at].letters() + &next.letters()))?;
        self.mention(at, self.chunks[at].bytes.start..next.bytes.end, entries)
    }

    fn single(&self, at: usize) -> Option<Mention> {
        let chunk = &self.chunks[at];
        self.mention(at, chunk.bytes.clone(), known().get(&chunk.letters())?)
    }

    fn mention(&self, at: usize, bytes: Range<usize>, entries: &[(u16, Trust)]) -> Option<Mention> {
        let context = Context::of(self, at);
        let counted =
            |&&(number, trust): &&(u16, Trust)| context.satisfies(trust, &domain().entries[usize::from(number)]);
        let entries: Vec<u16> = entries.iter().filter(counted).map(|(number, _)| *number).collect();
        let tokens = self.scene.tokens_at(&bytes);
        let name = context.name.map(|name| self.scene.tokens_at(&name));
        (!entries.is_empty()).then_some(Mention { tokens, bytes, entries, form: Form::Letters, name })
    }

    /// Whether this chunk is known as letters, or looks like letters that are not known (`DBH`).
    fn is_in_list(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        let capitals = chunk.text.len() <= 8 && !chunk.text.chars().any(char::is_lowercase);
        chunk.may_be_letters() && (capitals || known().contains_key(&chunk.letters()))
    }

    /// Mostly capitals: shouting, in which every word looks like letters.
    fn is_shouted(&self) -> bool {
        let text = || self.chunks.iter().flat_map(|chunk| chunk.text.chars()).filter(|letter| letter.is_alphabetic());
        let capitals = text().filter(|letter| letter.is_uppercase()).count();
        self.chunks.len() > 4 && capitals * 10 >= text().count() * 7
    }
}

/// What stands around letters.
struct Context<'a, 's> {
    line: &'a Line<'a, 's>,
    /// The list they stand in, in chunks.
    list: Range<usize>,
    /// How many of the list are known.
    known: usize,
    /// The name before the list, in bytes.
    name: Option<Range<usize>>,
    at: usize,
}

impl<'a, 's> Context<'a, 's> {
    fn of(line: &'a Line<'a, 's>, at: usize) -> Self {
        let first = (0..at).rev().take_while(|&other| line.is_in_list(other)).last().unwrap_or(at);
        let last = (at..line.chunks.len()).take_while(|&other| line.is_in_list(other)).last().unwrap_or(at);
        let known = (first..=last).filter(|&other| known().contains_key(&line.chunks[other].letters())).count();
        Self { line, list: first..last + 1, known, name: name_before(line, first), at }
    }

    fn satisfies(&self, trust: Trust, entry: &Entry) -> bool {
        let named = self.name.is_some();
        let divided = self.line.chunks[self.list.start].is_divided();
        if self.line.is_shouted() && !(named && divided) || self.is_place() {
            return false;
        }
        let sure = named && (divided || self.known >= 2 || self.is_courteous());
        let numbered =
            || super::number::behind(&self.line.scene.words.text, self.line.chunks[self.at].bytes.end).is_some();
        match trust {
            Trust::Alone => true,
            Trust::Named => sure || self.has_cue(entry),
            Trust::Listed => named && self.known >= 2 || self.has_cue(entry),
            Trust::Strict => (sure || numbered()) && self.has_cue(entry),
        }
    }

    /// A cue word within six chunks.
    fn has_cue(&self, entry: &Entry) -> bool {
        let cues = if entry.cues.is_empty() { &domain().cues } else { &entry.cues };
        let around = self.at.saturating_sub(CUE_REACH)..(self.at + CUE_REACH + 1).min(self.line.chunks.len());
        let others = around.filter(|&other| other != self.at);
        let others: Vec<String> = others.map(|other| self.line.chunks[other].text.to_lowercase()).collect();
        let said = format!(" {} ", others.join(" "));
        cues.iter().any(|cue| match cue.strip_suffix('*') {
            Some(beginning) => said.contains(&format!(" {beginning}")),
            None => said.contains(&format!(" {cue} ")),
        })
    }

    fn is_courteous(&self) -> bool {
        self.name.as_ref().is_some_and(|name| {
            let said = &self.line.scene.words.text[name.clone()];
            said.starts_with("Dr") || said.starts_with("Prof")
        })
    }

    /// "Baltimore, MD" is a place; "Jane Doe, MD" is not; in a list of letters nothing is.
    fn is_place(&self) -> bool {
        let chunk = &self.line.chunks[self.at];
        let code = domain().places.iter().any(|place| place.is_code && place.name == chunk.text);
        if !code || self.known >= 2 {
            return false;
        }
        let before = self.at.checked_sub(1).map(|at| &self.line.chunks[at]);
        let behind_a_word = before.is_some_and(|word| word.is_capitalised() && chunk.is_divided());
        self.is_followed_by_place() || self.is_led_by_place() || behind_a_word && !self.is_person()
    }

    /// A ZIP code or a country.
    fn is_followed_by_place(&self) -> bool {
        self.line.chunks.get(self.at + 1).is_some_and(|next| {
            let zip = next.text.len() >= 5 && next.text.chars().all(|digit| digit.is_ascii_digit() || digit == '-');
            zip || domain().places.iter().any(|place| place.region.is_empty() && place.name == next.text)
        })
    }

    /// "in Silver Spring, MD"
    fn is_led_by_place(&self) -> bool {
        let words = self.line.chunks[..self.at].iter().rev().take(LONGEST_NAME);
        let mut words = words.skip_while(|word| word.is_capitalised());
        words.next().is_some_and(|word| ["in", "from", "near", "of", "at", "serving", "around"].contains(&word.text))
    }

    fn is_person(&self) -> bool {
        let creator = self.line.scene.words.field == Field::CreatorName && self.list.start == self.at;
        self.is_courteous() || self.name.is_some() && (!creator || self.name_begins_field())
    }

    /// "Kevin Pho, MD" begins with the name; in "Joe's Diner, Baltimore, MD" the last part does not.
    fn name_begins_field(&self) -> bool {
        let divided = self.line.chunks[..self.list.start].iter().skip(1).any(Chunk::is_divided);
        !divided
    }
}

/// The name right before a list of letters: in a creator's name any words with capitals, elsewhere what is known to be
/// a name.
fn name_before(line: &Line, list: usize) -> Option<Range<usize>> {
    let earliest = list.saturating_sub(LONGEST_NAME);
    let before =
        (earliest..list).rev().take_while(|&at| line.chunks[at].is_capitalised() || is_initial(line.chunks[at].text));
    let mut first = None;
    for at in before {
        first = Some(at);
        if line.chunks[at].is_divided() {
            break;
        }
    }
    let name = line.chunks[first?].bytes.start..line.chunks[list - 1].bytes.end;
    let tokens = line.scene.tokens_at(&name);
    let person = line.scene.words.field == Field::CreatorName || names::is_name(line.scene, tokens);
    person.then_some(name)
}

/// The line around a byte, not more than [`AROUND`] to each side.
fn around(text: &str, at: usize) -> Range<usize> {
    let start =
        text[..at].rfind('\n').map_or(0, |end| end + 1).max(text.floor_char_boundary(at.saturating_sub(AROUND)));
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    start..end.min(text.ceil_char_boundary((at + AROUND).min(text.len())))
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1 && word.chars().all(char::is_uppercase)
}
