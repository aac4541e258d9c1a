//! Which language words are in, told by its function words and its script.

use super::Tokens;
use super::lexicon::{BREAK, FIRST_SHAPE, FOREIGN, Lexicon};

/// What a text says about its language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    words: u32,
    foreign: u32,
    scripts: Vec<(&'static str, u32)>,
    /// Function words seen, for each of [`Lexicon::languages`].
    function_words: Vec<u32>,
}

/// Scripts, and the language that is meant where nothing else is known.
const SCRIPTS: &[(u32, u32, &str)] = &[
    (0x370, 0x3FF, "el"),
    (0x400, 0x52F, "ru"),
    (0x530, 0x58F, "hy"),
    (0x590, 0x5FF, "he"),
    (0x600, 0x6FF, "ar"),
    (0x900, 0x97F, "hi"),
    (0x980, 0x9FF, "bn"),
    (0xB80, 0xBFF, "ta"),
    (0xC00, 0xC7F, "te"),
    (0xE00, 0xE7F, "th"),
    (0x10A0, 0x10FF, "ka"),
    (0x1100, 0x11FF, "ko"),
    (0x3040, 0x30FF, "ja"),
    (0x4E00, 0x9FFF, "zh"),
    (0xAC00, 0xD7AF, "ko"),
];

/// Fewer function words than this say nothing.
const ENOUGH: u32 = 3;

impl Evidence {
    /// Adds the words of one text.
    pub fn add(&mut self, text: &str, tokens: &Tokens, lexicon: &Lexicon) {
        self.function_words.resize(lexicon.languages().len(), 0);
        for (position, &id) in tokens.ids().iter().enumerate() {
            match id {
                BREAK => {}
                FOREIGN => self.add_foreign(&text[tokens.bytes(position, position + 1)]),
                id if id >= FIRST_SHAPE || id == super::lexicon::UNKNOWN => self.add_word(lexicon.function_word_of(id)),
                _ => {}
            }
        }
    }

    fn add_word(&mut self, mut languages: u32) {
        self.words += 1;
        while languages != 0 {
            self.function_words[languages.trailing_zeros() as usize] += 1;
            languages &= languages - 1;
        }
    }

    /// A script without spaces gives one token for many words: its characters are counted in threes.
    fn add_foreign(&mut self, word: &str) {
        self.foreign += (word.chars().count() as u32).div_ceil(3).max(1);
        let code =
            word.chars().find_map(|c| SCRIPTS.iter().find(|(first, last, _)| (*first..=*last).contains(&u32::from(c))));
        let Some((_, _, language)) = code else { return };
        match self.scripts.iter_mut().find(|(known, _)| known == language) {
            Some(entry) => entry.1 += 1,
            None => self.scripts.push((language, 1)),
        }
    }

    /// The language the words are in; `None` where they do not tell.
    pub fn language<'a>(&self, lexicon: &'a Lexicon) -> Option<&'a str>
    where
        Self: 'a,
    {
        if self.foreign > self.words {
            return self.script();
        }
        let counts = self.function_words.iter().copied().zip(lexicon.languages());
        let (most, language) = counts.max_by_key(|(count, _)| *count)?;
        (most >= ENOUGH && most * 10 >= self.words).then_some(language.as_str())
    }

    fn script(&self) -> Option<&'static str> {
        self.scripts.iter().max_by_key(|(_, count)| *count).map(|(language, _)| *language)
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.words + self.foreign == 0
    }
}
