//! Which language words are in, told by its function words and its script; in few words, by those that only it has.

#![allow(clippy::cast_possible_truncation, reason = "no word has four thousand million characters")]

use std::ops::Range;

use super::lexicon::{BREAK, FIRST_WORD, FOREIGN, Lexicon, UNKNOWN, WordId};
use super::{Marks, Tokens};

/// What a text says about its language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    words: u32,
    foreign: u32,
    scripts: Vec<(&'static str, u32)>,
    /// For each of [`Lexicon::languages`].
    tallies: Vec<Tally>,
}

/// The function words of one language that were seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    /// A word counts [`WHOLE`], shared between the languages that have it.
    score: u32,
    /// A bit for each different word, more or less.
    different: u64,
    /// How many words stand in the rules and lists of this language and of no other.
    own: u32,
}

impl Tally {
    /// The score with the words that only this language's rules know.
    fn suggests(self) -> u32 {
        self.score + self.own * WHOLE
    }

    /// Whether it is `most`, or comes near it with words that `most` has not.
    fn rivals(self, most: &Self) -> bool {
        let (own, most_own) = (self.suggests(), most.suggests());
        own == most_own || own * 2 > most_own && (self.own > 0 || self.different & !most.different != 0)
    }
}

/// The score of a word that only one language has.
const WHOLE: u32 = 60;
/// Fewer whole words than this, or fewer different ones, say nothing.
const ENOUGH: u32 = 3;
/// A lower score than this suggests no language.
const SUGGESTING: u32 = WHOLE * 3 / 2;

/// Scripts, and the language that is meant where nothing else is known.
const SCRIPTS: &[(u32, u32, &str)] = &[
    (0x370, 0x3FF, "el"),
    (0x400, 0x52F, "ru"),
    (0x530, 0x58F, "hy"),
    (0x590, 0x5FF, "he"),
    (0x600, 0x6FF, "ar"),
    (0x900, 0x97F, "hi"),
    (0x980, 0x9FF, "bn"),
    (0xA00, 0xA7F, "pa"),
    (0xA80, 0xAFF, "gu"),
    (0xB00, 0xB7F, "or"),
    (0xB80, 0xBFF, "ta"),
    (0xC00, 0xC7F, "te"),
    (0xC80, 0xCFF, "kn"),
    (0xD00, 0xD7F, "ml"),
    (0xD80, 0xDFF, "si"),
    (0xE00, 0xE7F, "th"),
    (0x1000, 0x109F, "my"),
    (0x10A0, 0x10FF, "ka"),
    (0x1100, 0x11FF, "ko"),
    (0x1780, 0x17FF, "km"),
    (0x3040, 0x30FF, "ja"),
    (0x4E00, 0x9FFF, "zh"),
    (0xAC00, 0xD7AF, "ko"),
];

/// A language in a script that stands in no row of [`SCRIPTS`].
const UNDETERMINED: &str = "und";

impl Evidence {
    /// Adds the words of one text.
    pub fn add(&mut self, text: &str, tokens: &Tokens, lexicon: &Lexicon) {
        self.add_part(text, tokens, 0..text.len(), lexicon);
    }

    /// Adds the words of a part of a text.
    pub fn add_part(&mut self, text: &str, tokens: &Tokens, bytes: Range<usize>, lexicon: &Lexicon) {
        self.tallies.resize(lexicon.languages().len(), Tally::default());
        for position in tokens.within(bytes) {
            let id = tokens.ids()[position];
            match id {
                BREAK => {}
                FOREIGN => self.add_foreign(&text[tokens.bytes(position, position + 1)]),
                UNKNOWN | FIRST_WORD.. => {
                    self.add_word(id, lexicon, tokens.marks()[position].has(Marks::HASHTAG));
                }
                _ => {}
            }
        }
    }

    /// Single letters are initials and list markers in any language, and tags are English in many.
    fn add_word(&mut self, id: WordId, lexicon: &Lexicon, tag: bool) {
        self.words += 1;
        let (mut languages, named_by) = lexicon.languages_of(id);
        if languages == 0 && named_by == 0 || lexicon.length(id) < 2 {
            return;
        }
        if languages == 0 && named_by.is_power_of_two() && !tag {
            self.tallies[named_by.trailing_zeros() as usize].own += 1;
        }
        if languages == 0 {
            return;
        }
        let share = WHOLE / languages.count_ones();
        while languages != 0 {
            let tally = &mut self.tallies[languages.trailing_zeros() as usize];
            tally.score += share;
            tally.different |= 1 << (id % 64);
            languages &= languages - 1;
        }
    }

    /// A script without spaces gives one token for many words: its characters are counted in threes.
    fn add_foreign(&mut self, word: &str) {
        self.foreign += (word.chars().count() as u32).div_ceil(3);
        let script = |c: char| SCRIPTS.iter().find(|(first, last, _)| (*first..=*last).contains(&u32::from(c)));
        // Japanese writes Chinese signs as well, but nobody else writes kana.
        let kana = word.chars().find(|letter| ('\u{3040}'..='\u{30ff}').contains(letter)).and_then(script);
        let language = kana.or_else(|| word.chars().find_map(script)).map_or(UNDETERMINED, |(_, _, language)| language);
        match self.scripts.iter_mut().find(|(known, _)| *known == language) {
            Some(entry) => entry.1 += 1,
            None => self.scripts.push((language, 1)),
        }
    }

    /// Whether some of the words seem to be in another language than the others.
    pub fn is_mixed(&self) -> bool {
        let several = || self.tallies.iter().filter(|tally| tally.suggests() >= SUGGESTING).nth(1).is_some();
        self.foreign > 0 && self.words > 0 || several()
    }

    /// The same without the words in other scripts.
    #[must_use]
    pub fn without_scripts(&self) -> Self {
        Self { foreign: 0, scripts: Vec::new(), ..self.clone() }
    }

    /// The language the words are in; `None` where they do not tell. Where two are close, the words are taken to be in
    /// `preferred`: other languages borrow its words, and it has words in common with them.
    pub fn language<'a>(&self, preferred: &str, lexicon: &'a Lexicon) -> Option<&'a str> {
        if self.foreign > self.words {
            return self.scripts.iter().max_by_key(|(_, count)| *count).map(|(language, _)| *language);
        }
        let told = || self.tallies.iter().zip(lexicon.languages()).filter(|(tally, _)| self.is_enough(**tally));
        let (most, language) = told().max_by_key(|(tally, _)| tally.score)?;
        let close = told().find(|(tally, name)| *name == preferred && tally.score * 2 >= most.score);
        Some(close.map_or(language, |(_, name)| name))
    }

    /// What few words suggest, words that only one language's rules know among them: a language that no other comes near
    /// with words which that one has not.
    pub fn suggested<'a>(&self, lexicon: &'a Lexicon) -> Option<&'a str> {
        let most =
            self.tallies.iter().max_by_key(|tally| tally.suggests()).filter(|most| most.suggests() >= SUGGESTING)?;
        let mut near = self.tallies.iter().zip(lexicon.languages()).filter(|(tally, _)| tally.rivals(most));
        let (_, language) = near.next()?;
        near.next().is_none().then_some(language)
    }

    /// Whether words that only one language's rules know stand beside those of another.
    pub fn is_in_several(&self) -> bool {
        let suggest = |tally: &&Tally| tally.own > 0 && tally.suggests() >= SUGGESTING;
        self.tallies.iter().filter(suggest).nth(1).is_some()
    }

    fn is_enough(&self, tally: Tally) -> bool {
        let whole = tally.score / WHOLE;
        whole >= ENOUGH && tally.different.count_ones() >= ENOUGH && whole * 10 >= self.words
    }
}
