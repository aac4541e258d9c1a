//! What stands beside letters, by which ambiguous ones count or not: a name, a list, a cue word, a place.

use std::ops::Range;

use super::chunks::Chunk;
use super::letters::{Line, known};
use super::{is_among, names, number};
use crate::domain::domain;
use crate::domain::pack::{Entry, Place, Trust};
use crate::video::Field;

/// How far a cue word reaches, in chunks.
const CUE_REACH: usize = 6;
/// The longest name before letters, in chunks.
const LONGEST_NAME: usize = 4;

/// What stands beside letters.
pub struct Beside<'a, 's> {
    line: &'a Line<'a, 's>,
    at: usize,
    /// The list they stand in, in chunks.
    list: Range<usize>,
    /// How many of the list are known.
    known: usize,
    /// The name before the list, in bytes.
    pub name: Option<Range<usize>>,
}

impl<'a, 's> Beside<'a, 's> {
    pub fn of(line: &'a Line<'a, 's>, at: usize) -> Self {
        let first = (0..at).rev().take_while(|&other| line.is_in_list(other)).last().unwrap_or(at);
        let last = (at..line.chunks.len()).take_while(|&other| line.is_in_list(other)).last().unwrap_or(at);
        let known = (first..=last).filter(|&other| known().contains_key(&line.chunks[other].letters())).count();
        Self { line, at, list: first..last + 1, known, name: name_before(line, first) }
    }

    /// Whether enough stands beside the letters for this entry.
    pub fn satisfies(&self, trust: Trust, entry: &Entry) -> bool {
        if self.line.is_shouted() && !(self.name.is_some() && self.is_divided()) || self.is_place() {
            return false;
        }
        match trust {
            Trust::Alone => true,
            Trust::Named => self.is_surely_named() || self.begins_bio() || self.has_cue(entry),
            Trust::Listed => self.name.is_some() && self.known >= 2 || self.has_cue(entry),
            Trust::Strict => (self.is_surely_named() || self.is_numbered()) && self.has_cue(entry),
            Trust::Full => false,
        }
    }

    fn is_in(&self, field: Field) -> bool {
        self.line.scene.words.field == field
    }

    fn is_divided(&self) -> bool {
        self.line.chunks[self.list.start].is_divided()
    }

    fn is_numbered(&self) -> bool {
        number::behind(&self.line.scene.words.text, self.line.chunks[self.at].bytes.end).is_some()
    }

    /// A name with a comma behind it, or with "Dr" before it, or with several letters, or at the end of a creator's name.
    fn is_surely_named(&self) -> bool {
        let ends = || self.line.chunks.get(self.list.end).is_none_or(Chunk::is_divided);
        let ends_own_name = || self.is_in(Field::CreatorName) && ends() && !self.is_code();
        self.name.is_some() && (self.is_divided() || self.known >= 2 || self.is_courteous() || ends_own_name())
    }

    /// "LPC | trauma" as a bio.
    fn begins_bio(&self) -> bool {
        self.is_in(Field::Bio) && (self.list.start == 0 || self.is_divided()) && !self.is_code()
    }

    /// A cue word within six chunks.
    fn has_cue(&self, entry: &Entry) -> bool {
        let around = self.at.saturating_sub(CUE_REACH)..(self.at + CUE_REACH + 1).min(self.line.chunks.len());
        let others = around.filter(|&other| other != self.at);
        let others: Vec<String> = others.map(|other| self.line.chunks[other].text.to_lowercase()).collect();
        let said = format!(" {} ", others.join(" "));
        let is_said = |cue: &String| match cue.strip_suffix('*') {
            Some(beginning) => said.contains(&format!(" {beginning}")),
            None => said.contains(&format!(" {cue} ")),
        };
        let common = || domain().words(|wording| &wording.cues).any(is_said);
        if entry.cues.is_empty() { common() } else { entry.cues.iter().any(is_said) }
    }

    fn is_courteous(&self) -> bool {
        self.name.as_ref().is_some_and(|name| {
            let mut words = self.line.scene.words.text[name.clone()].split(|letter: char| !letter.is_alphanumeric());
            words.next().is_some_and(names::is_courtesy)
        })
    }

    /// Whether the letters are the code of a place as well.
    fn is_code(&self) -> bool {
        let text = self.line.chunks[self.at].text;
        domain().places.iter().any(|place| place.is_code && place.name == text)
    }

    /// "Baltimore, MD" is a place; "Jane Doe, MD" is not; in a list of letters nothing is.
    fn is_place(&self) -> bool {
        if !self.is_code() || self.known >= 2 {
            return false;
        }
        let before = self.at.checked_sub(1).map(|at| &self.line.chunks[at]);
        let behind_a_word =
            before.is_some_and(|word| self.line.is_capitalised(word)) && self.line.chunks[self.at].is_divided();
        self.is_followed_by_place() || self.is_led_by_place() || behind_a_word && !self.is_person()
    }

    /// A ZIP code, a country, or the name of the state: "MD (Maryland)".
    fn is_followed_by_place(&self) -> bool {
        self.line.chunks.get(self.at + 1).is_some_and(|next| {
            let zip = next.text.len() >= 5 && next.text.chars().all(|digit| digit.is_ascii_digit() || digit == '-');
            let letters = self.line.chunks[self.at].text;
            let same = |place: &Place| place.region.is_empty() || place.region == letters;
            zip || domain().places.iter().any(|place| place.name == next.text && same(place))
        })
    }

    /// "in Silver Spring, MD"
    fn is_led_by_place(&self) -> bool {
        let mut words = self.line.chunks[..self.at].iter().rev().take(LONGEST_NAME);
        words.find(|word| !word.is_capitalised()).is_some_and(|word| is_among(|wording| &wording.leading, word.text))
    }

    /// "Kevin Pho, MD" begins with the name; in "Joe's Diner, Baltimore, MD" the last part does not.
    fn is_person(&self) -> bool {
        let begins = || !self.line.chunks[..self.list.start].iter().skip(1).any(Chunk::is_divided);
        self.is_courteous() || self.name.is_some() && (!self.is_in(Field::CreatorName) || begins())
    }
}

/// The name right before a list of letters: in a creator's name any words with capitals that are no place, elsewhere what
/// is known to be a name.
fn name_before(line: &Line, list: usize) -> Option<Range<usize>> {
    let whole = |chunk: &Chunk| line.is_capitalised(chunk) && !chunk.text.contains(['\'', '’']);
    let worded = |at: &usize| whole(&line.chunks[*at]) || is_initial(line.chunks[*at].text);
    let pronoun = |at: &usize| is_among(|wording| &wording.beside_name, &line.chunks[*at].text.to_lowercase());
    let list = list - (0..list).rev().take_while(pronoun).count();
    let mut first = None;
    for at in (list.saturating_sub(LONGEST_NAME)..list).rev().take_while(worded) {
        first = Some(at);
        if line.chunks[at].is_divided() {
            break;
        }
    }
    let name = line.chunks[first?].bytes.start..line.chunks[list - 1].bytes.end;
    let scene = line.scene;
    let place = || scene.tokens_at(&name).any(|token| scene.frames.is_no_name(token));
    let own = scene.words.field == Field::CreatorName && !place();
    (own || names::is_name(scene, scene.tokens_at(&name))).then_some(name)
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1 && word.chars().all(char::is_uppercase)
}
