//! Words: plain ones, and those with more in them than plain letters.

use super::Scanner;
use crate::text::letters::{Plain, plain};
use crate::text::lexicon::{FOREIGN, HASH_START, UNKNOWN, WordId, hash_letter};
use crate::text::shape::{Shape, host, link_length, link_run};
use crate::text::{Flow, Marks, disguise};

/// In bytes.
const LONGEST_LINK: usize = 512;
/// A known word of fewer letters does not show that several stand together.
const TELLING: usize = 5;
/// What phrases call an address that says by its name that it is a shop.
const ANY_SHOP: &str = "any.shop";
/// In bytes.
const LONGEST_INITIALISM: usize = 48;

impl Scanner<'_> {
    /// A word of plain letters, looked up while it is read; whatever is not plain goes the careful way.
    pub(super) fn word(&mut self) {
        if self.flow == Flow::Tags {
            return self.hashtag(self.pos);
        }
        let bytes = &self.text.as_bytes()[self.pos..];
        let (mut hash, mut length, mut capitals) = (HASH_START, 0, 0x20);
        while let Some(&byte) = bytes.get(length)
            && byte.is_ascii_alphabetic()
        {
            hash = hash_letter(hash, byte | 0x20);
            capitals &= !byte;
            length += 1;
        }
        if self.kept.is_some() || bytes.get(length).is_some_and(|&next| self.needs_care(next, length)) {
            return self.careful_word();
        }
        let word = &bytes[..length];
        let known = self.lexicon.word_hashed(hash, word).or_else(|| self.undisguised(word));
        let cut = if known.is_none() { self.first_of_several(word) } else { None };
        let word = &word[..cut.unwrap_or(length)];
        let id = match cut {
            Some(_) => self.lexicon.word(&word.to_ascii_lowercase()),
            None => known,
        };
        let id = id.or_else(|| self.lexicon.prefix(word));
        let marks = capital_marks(word, capitals != 0);
        self.emit(id.unwrap_or(UNKNOWN), self.pos + word.len(), marks);
    }

    /// Where the first of several words ends that stand together, one of them known: `MindsetCoach`.
    fn first_of_several(&self, word: &[u8]) -> Option<usize> {
        let begins = |at: &usize| word[*at].is_ascii_uppercase() && word[*at - 1].is_ascii_lowercase();
        let first = (2..word.len()).find(begins)?;
        let mut pieces = word.chunk_by(|last, next| !(last.is_ascii_lowercase() && next.is_ascii_uppercase()));
        let known = |piece: &[u8]| piece.len() >= TELLING && self.lexicon.word(&piece.to_ascii_lowercase()).is_some();
        pieces.any(known).then_some(first)
    }

    /// Whether the sign after `length` letters may belong to the word.
    fn needs_care(&self, next: u8, length: usize) -> bool {
        let after = self.text.as_bytes().get(self.pos + length + 1);
        let joined = after.is_some_and(|&b| b.is_ascii_alphanumeric() || b >= 0x80);
        match next {
            b'\'' | b'`' | b'0'..=b'9' | 0x80.. => true,
            b'.' | b'@' | b'!' | b'$' | b'|' => joined,
            b'*' => joined || after == Some(&b'*'),
            b':' => after == Some(&b'/'),
            _ => false,
        }
    }

    fn unknown(&self, word: &[u8]) -> Option<WordId> {
        self.undisguised(word).or_else(|| self.lexicon.prefix(word))
    }

    /// A known word, its letters drawn out or swapped for others.
    fn undisguised(&self, word: &[u8]) -> Option<WordId> {
        let stretched = word.windows(3).any(|three| three[0] == three[1] && three[1] == three[2]);
        let shrunk = if stretched { disguise::shrink(word, self.lexicon) } else { None };
        shrunk.or_else(|| disguise::swapped(word, self.lexicon))
    }

    /// A word with something in it that is not a plain letter.
    pub(super) fn careful_word(&mut self) {
        if let Some(length) = self.link_length() {
            return self.link(length);
        }
        if let Some(end) = self.initialism() {
            let initialism = &self.text[self.pos..end];
            self.finish(end, None);
            return self.skip_dot(initialism);
        }
        if let Some((id, end)) = disguise::starred(self) {
            return self.emit(id, end, 0);
        }
        let letters = Letters::gather(self.rest(), &mut self.key);
        let end = self.pos + letters.length;
        if letters.length == 0 {
            self.pos += self.rest().chars().next().map_or(1, char::len_utf8);
        } else if letters.foreign || !letters.latin && self.is_foreign(letters.scripts) {
            self.emit(FOREIGN, end, 0);
        } else {
            self.finish(end, letters.apostrophe);
        }
    }

    /// Whether a word of look-alikes alone is in their script: they are of one script, as in any honest word, and the word
    /// is none of ours, or too short to tell, or goes on in a text of that script.
    fn is_foreign(&self, scripts: u8) -> bool {
        let ours =
            self.key.len() >= 4 && self.out.ids.last() != Some(&FOREIGN) && self.lexicon.word(&self.key).is_some();
        scripts.is_power_of_two() && !ours
    }

    /// Resolves the gathered key and emits it.
    fn finish(&mut self, end: usize, apostrophe: Option<usize>) {
        let key = std::mem::take(&mut self.key);
        let id = self.resolve(&key, apostrophe);
        self.keep(&key);
        self.key = key;
        let bytes = &self.text.as_bytes()[self.pos..end];
        let all = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).all(u8::is_ascii_uppercase);
        self.emit(id, end, capital_marks(bytes, all));
    }

    fn resolve(&self, key: &[u8], apostrophe: Option<usize>) -> WordId {
        let stem = apostrophe.filter(|&at| &key[at..] == b"s").map(|at| &key[..at]);
        let exact = self.lexicon.word(key).or_else(|| stem.and_then(|stem| self.lexicon.word(stem)));
        let id = exact.or_else(|| disguise::unleet(key, self.lexicon)).or_else(|| self.unknown(key));
        id.unwrap_or(UNKNOWN)
    }

    /// How far the address that begins here reaches. A run of signs that is none is looked at once.
    fn link_length(&mut self) -> Option<usize> {
        if self.pos < self.linkless_until {
            return None;
        }
        let run = link_run(self.ahead(LONGEST_LINK));
        let length = link_length(run, self.kept.is_some());
        if length.is_none() {
            self.linkless_until = self.pos + run.len();
        }
        length
    }

    /// A web or mail address: known by its host, or by a host that its host belongs to. What all of them end in is no
    /// host: a rule that knows the word `com` takes no address for it.
    fn link(&mut self, length: usize) {
        let host = host(&self.rest()[..length]).to_ascii_lowercase();
        let hosts = std::iter::successors(Some(host.as_str()), |host| host.split_once('.').map(|(_, parent)| parent))
            .take_while(|host| host.contains('.'));
        let id = hosts.chain(is_shop(&host).then_some(ANY_SHOP)).find_map(|host| self.lexicon.word(host.as_bytes()));
        self.keep(host.as_bytes());
        self.emit(id.unwrap_or(Shape::Link.id()), self.pos + length, 0);
    }

    /// `M.D.`, `Ph.D`, `L.C.S.W.`: short pieces with dots between, one of them a single letter, are one word.
    fn initialism(&mut self) -> Option<usize> {
        let run = self.ahead(LONGEST_INITIALISM).split(|c: char| !c.is_ascii_alphabetic() && c != '.').next()?;
        let pieces: Vec<&str> = run.strip_suffix('.').unwrap_or(run).split('.').collect();
        let short = |piece: &&str| (1..=3).contains(&piece.len());
        if pieces.len() < 2 || !pieces.iter().all(short) || !pieces.iter().any(|piece| piece.len() == 1) {
            return None;
        }
        self.key = pieces.concat().to_ascii_lowercase().into_bytes();
        let single = pieces.iter().all(|piece| piece.len() == 1);
        let joined = single || self.kept.is_some() || self.lexicon.word(&self.key).is_some();
        joined.then(|| self.pos + pieces.iter().map(|piece| piece.len() + 1).sum::<usize>() - 1)
    }

    /// The last dot of an initialism ends a sentence only where a new one plainly begins behind it; that of a degree
    /// (`M.Sc. Psychology`) only at the end of the line.
    fn skip_dot(&mut self, initialism: &str) {
        let Some(tail) = self.rest().strip_prefix('.') else { return };
        let degree = initialism.contains(char::is_lowercase) && initialism.starts_with(char::is_uppercase);
        let begins = |c: char| c == '\n' || c.is_uppercase() && !degree;
        if !tail.trim_start_matches(' ').starts_with(begins) && !tail.trim().is_empty() {
            self.pos += 1;
        }
    }
}

/// Whether the name of an address says that it is a shop: `brand.shop`, `shop.brand.com`, `shopbrand.com`.
fn is_shop(host: &str) -> bool {
    ["shop", "store."].iter().any(|start| host.starts_with(start))
        || [".shop", ".store"].iter().any(|end| host.ends_with(end))
}

fn capital_marks(word: &[u8], all: bool) -> u8 {
    let first = if word.first().is_some_and(u8::is_ascii_uppercase) { Marks::CAPITAL } else { 0 };
    first | if all && word.len() > 1 { Marks::CAPITALS } else { 0 }
}

/// What was found while gathering the letters of one word.
#[derive(Default)]
struct Letters {
    length: usize,
    latin: bool,
    /// A bit for each script that look-alikes are from.
    scripts: u8,
    foreign: bool,
    /// Where in the key an apostrophe stood.
    apostrophe: Option<usize>,
}

impl Letters {
    /// Folds the word at the start of `text` into `key`.
    fn gather(text: &str, key: &mut Vec<u8>) -> Self {
        key.clear();
        let mut found = Self::default();
        for (at, c) in text.char_indices() {
            if !found.take(c, &text[at + c.len_utf8()..], key) {
                break;
            }
            found.length = at + c.len_utf8();
        }
        found
    }

    /// Adds one character; `false` where it is not part of the word.
    fn take(&mut self, c: char, after: &str, key: &mut Vec<u8>) -> bool {
        match plain(c) {
            Plain::One(letter) => {
                key.push(letter);
                self.latin = true;
            }
            Plain::Several(letters) => {
                key.extend_from_slice(letters.as_bytes());
                self.latin = true;
            }
            Plain::Lookalike(letter) => {
                key.push(letter);
                self.scripts |= script(c);
            }
            Plain::Nothing => return !key.is_empty(),
            Plain::Itself if is_apostrophe(c) => {
                let inside = !key.is_empty() && after.starts_with(char::is_alphabetic);
                self.apostrophe = if inside { Some(key.len()) } else { self.apostrophe };
                return inside;
            }
            Plain::Itself if c.is_alphabetic() => {
                key.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                self.foreign = true;
            }
            Plain::Itself => return false,
        }
        true
    }
}

/// A bit for the script of a look-alike.
fn script(c: char) -> u8 {
    match c {
        '\u{370}'..='\u{3ff}' => 1,
        '\u{400}'..='\u{52f}' => 2,
        '\u{250}'..='\u{2af}' => 4,
        _ => 8,
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '＇')
}
