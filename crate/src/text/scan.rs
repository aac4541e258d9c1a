//! Characters to tokens: one pass, quick where the text is plain letters, careful where it is not.

use super::letters::{Plain, plain};
use super::lexicon::{BREAK, FOREIGN, HASH_START, Lexicon, UNKNOWN, WordId, hash_letter};
use super::shape::{Shape, host, link_length};
use super::{Flow, Marks, Tokens, disguise, hashtag};

/// Short forms whose dot ends no sentence.
const ABBREVIATIONS: &[&str] =
    &["dr", "dra", "mr", "mrs", "ms", "prof", "vs", "st", "sr", "sra", "jr", "etc", "approx"];

/// Signs that begin a new entry of a list, and so end a sentence.
const BULLETS: &[char] = &['|', '•', '●', '▪', '►', '▶', '➤', '｜', '♪', '♫', '。', '！'];

/// Reads one text.
pub struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) lexicon: &'a Lexicon,
    flow: Flow,
    pos: usize,
    out: Tokens,
    /// Marks that the next token will carry.
    next_marks: u8,
    /// Bits that every token carries until further notice.
    standing_marks: u8,
    /// Where the last hashtag ended, to see whether the next one is its neighbour.
    hashtag_end: Option<usize>,
    /// The first token of the present run of single letters.
    letters_from: Option<usize>,
    /// The folded letters of the present word.
    pub(super) key: Vec<u8>,
    /// Keeps every key, for reading phrases.
    kept: Option<Vec<String>>,
}

impl<'a> Scanner<'a> {
    /// Ready to read `text`.
    pub fn new(text: &'a str, flow: Flow, lexicon: &'a Lexicon) -> Self {
        let mut out = Tokens::default();
        let guess = text.len() / 4 + 8;
        out.ids.reserve(guess);
        out.spans.reserve(guess);
        out.marks.reserve(guess);
        Self {
            text,
            lexicon,
            flow,
            pos: 0,
            out,
            next_marks: 0,
            standing_marks: 0,
            hashtag_end: None,
            letters_from: None,
            key: Vec::new(),
            kept: None,
        }
    }

    /// Reads to the end.
    pub fn run(mut self) -> Tokens {
        self.out.push(BREAK, (0, 0), 0);
        while let Some(&byte) = self.text.as_bytes().get(self.pos) {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' => self.word(),
                b' ' => self.pos += 1,
                b'0'..=b'9' => self.number(self.pos),
                0x80.. => self.beyond_ascii(),
                _ => self.sign(byte),
            }
        }
        self.end_sentence(0);
        self.out
    }

    /// Reads a literal of a phrase and returns its folded words.
    pub fn keys(mut self) -> Vec<String> {
        self.kept = Some(Vec::new());
        self.out.push(BREAK, (0, 0), 0);
        while self.pos < self.text.len() {
            match self.text.as_bytes()[self.pos] {
                b'0'..=b'9' => self.number(self.pos),
                byte if byte.is_ascii_alphabetic() => self.careful_word(),
                0x80.. => self.beyond_ascii(),
                byte => self.sign(byte),
            }
        }
        self.kept.unwrap_or_default()
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.pos..]
    }

    /// A word of plain letters, looked up while it is read; whatever is not plain goes the careful way.
    fn word(&mut self) {
        if self.flow == Flow::Tags {
            return self.hashtag(self.pos);
        }
        let bytes = &self.text.as_bytes()[self.pos..];
        let mut hash = HASH_START;
        let mut length = 0;
        let mut capitals = 0x20;
        while let Some(&byte) = bytes.get(length)
            && byte.is_ascii_alphabetic()
        {
            hash = hash_letter(hash, byte | 0x20);
            capitals &= !byte;
            length += 1;
        }
        if bytes.get(length).is_some_and(|&next| self.needs_care(next, length)) {
            return self.careful_word();
        }
        let word = &bytes[..length];
        let id = self.lexicon.word_hashed(hash, word).or_else(|| self.unknown(word));
        let marks = capital_marks(word, capitals != 0);
        self.emit(id.unwrap_or(UNKNOWN), self.pos + length, marks);
    }

    /// Whether the sign after `length` letters may belong to the word.
    fn needs_care(&self, next: u8, length: usize) -> bool {
        let after = self.text.as_bytes().get(self.pos + length + 1);
        let joined = after.is_some_and(|&b| b.is_ascii_alphanumeric() || b >= 0x80);
        match next {
            b'\'' | b'0'..=b'9' | 0x80.. => true,
            b'.' | b'@' | b'!' | b'$' | b'|' => joined,
            b'*' => joined || after == Some(&b'*'),
            b':' => after == Some(&b'/'),
            _ => false,
        }
    }

    fn unknown(&self, word: &[u8]) -> Option<WordId> {
        let stretched = word.windows(3).any(|three| three[0] == three[1] && three[1] == three[2]);
        let shrunk = if stretched { disguise::shrink(word, self.lexicon) } else { None };
        shrunk.or_else(|| self.lexicon.prefix(word))
    }

    /// A word with something in it that is not a plain letter.
    pub(super) fn careful_word(&mut self) {
        if let Some(length) = link_length(self.rest(), self.kept.is_some()) {
            return self.link(length);
        }
        if let Some(end) = self.initialism() {
            return self.finish(end, None);
        }
        if let Some((id, end)) = disguise::starred(self) {
            return self.emit(id, end, 0);
        }
        let letters = Letters::gather(self.rest(), &mut self.key);
        if letters.length == 0 {
            self.pos += self.rest().chars().next().map_or(1, char::len_utf8);
            return;
        }
        let end = self.pos + letters.length;
        if letters.foreign || letters.lookalike && !letters.latin && self.lexicon.word(&self.key).is_none() {
            return self.emit(FOREIGN, end, 0);
        }
        self.finish(end, letters.apostrophe);
    }

    /// Resolves the gathered key and emits it.
    fn finish(&mut self, end: usize, apostrophe: Option<usize>) {
        let key = std::mem::take(&mut self.key);
        let id = self.resolve(&key, apostrophe);
        self.keep(&key);
        let bytes = &self.text.as_bytes()[self.pos..end];
        let upper = bytes.iter().filter(|b| b.is_ascii_alphabetic()).all(u8::is_ascii_uppercase);
        let marks = capital_marks(bytes, upper);
        self.key = key;
        self.emit(id, end, marks);
    }

    fn resolve(&self, key: &[u8], apostrophe: Option<usize>) -> WordId {
        let stem = apostrophe.filter(|&at| &key[at..] == b"s").map(|at| &key[..at]);
        let exact = self.lexicon.word(key).or_else(|| stem.and_then(|stem| self.lexicon.word(stem)));
        let id = exact.or_else(|| disguise::unleet(key, self.lexicon)).or_else(|| self.unknown(key));
        id.unwrap_or(UNKNOWN)
    }

    fn keep(&mut self, key: &[u8]) {
        if let Some(kept) = &mut self.kept {
            kept.push(String::from_utf8_lossy(key).into_owned());
        }
    }

    fn link(&mut self, length: usize) {
        let link = &self.rest()[..length];
        let host = host(link).to_ascii_lowercase();
        let parts = std::iter::successors(Some(host.as_str()), |part| part.split_once('.').map(|(_, rest)| rest));
        let id = parts.into_iter().find_map(|part| self.lexicon.word(part.as_bytes()));
        self.keep(host.as_bytes());
        self.emit(id.unwrap_or(Shape::Link.id()), self.pos + length, 0);
    }

    /// `M.D.`, `Ph.D`, `L.C.S.W.`: short pieces with dots between, one of them a single letter, are one word.
    fn initialism(&mut self) -> Option<usize> {
        let run = self.rest().split(|c: char| !c.is_ascii_alphabetic() && c != '.').next()?;
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

    /// Digits, with what makes them a percentage or an amount; `start` includes a currency sign before them.
    fn number(&mut self, start: usize) {
        let digits = &self.text.as_bytes()[self.pos..];
        let inner = |at: usize| matches!(digits[at], b'.' | b',') && digits.get(at + 1).is_some_and(u8::is_ascii_digit);
        let length = (0..digits.len()).find(|&at| !digits[at].is_ascii_digit() && !inner(at)).unwrap_or(digits.len());
        let tail = &self.text[self.pos + length..];
        if let Some(shape) = amount_after(tail).filter(|_| start == self.pos) {
            let sign = tail.char_indices().nth(1 + usize::from(tail.starts_with(' '))).map_or(tail.len(), |(at, _)| at);
            return self.shaped(shape, start, self.pos + length, self.pos + length + sign);
        }
        if start != self.pos {
            return self.shaped(Shape::Price, start, self.pos + length, self.pos + length);
        }
        if self.flow == Flow::Tags {
            return self.hashtag(self.pos);
        }
        let suffix = tail.bytes().take_while(u8::is_ascii_alphabetic).count();
        let thousands = suffix == 1 && matches!(tail.as_bytes()[0] | 0x20, b'k' | b'm');
        if suffix > 0 && !thousands {
            return self.careful_word();
        }
        let end = self.pos + length + suffix;
        self.shaped(Shape::Number, start, end, end);
    }

    fn shaped(&mut self, shape: Shape, start: usize, digits_end: usize, end: usize) {
        let digits = self.text[self.pos..digits_end].to_ascii_lowercase();
        let key = match shape {
            Shape::Percent => format!("{digits}%"),
            Shape::Price => format!("${digits}"),
            _ => digits,
        };
        let id = self.lexicon.word(key.as_bytes()).unwrap_or(shape.id());
        self.keep(key.as_bytes());
        self.pos = start;
        self.emit(id, end, 0);
    }

    /// A sign of ASCII that begins no plain word.
    fn sign(&mut self, byte: u8) {
        let next = self.text.as_bytes().get(self.pos + 1).copied().unwrap_or(b' ');
        let next_is_wordy = next.is_ascii_alphanumeric() || next >= 0x80 || next == b'_';
        match byte {
            b'.' | b'!' | b'?' => return self.terminator(),
            b'#' if next_is_wordy => return self.hashtag(self.pos + 1),
            b'@' if next_is_wordy => return self.handle(),
            b'$' if next.is_ascii_digit() => return self.price(1),
            b'$' if next.is_ascii_alphabetic() => return self.careful_word(),
            b'\n' if self.flow == Flow::Lines => self.end_sentence(0),
            b'[' | b']' if self.flow == Flow::Speech && self.kept.is_none() => self.end_sentence(0),
            b'>' if next == b'>' => self.end_sentence(0),
            b'|' => self.end_sentence(0),
            b',' | b';' | b':' | b'(' | b')' | b'[' | b']' | b'/' => self.next_marks |= Marks::PAUSE,
            b'-' if matches!(next, b' ' | b'-') => self.next_marks |= Marks::PAUSE,
            b'"' => self.quotation(self.standing_marks & Marks::QUOTED == 0),
            _ => {}
        }
        self.pos += 1;
    }

    fn quotation(&mut self, opens: bool) {
        self.standing_marks = if opens { Marks::QUOTED } else { 0 };
    }

    fn price(&mut self, sign: usize) {
        let start = self.pos;
        self.pos += sign;
        self.number(start);
    }

    fn handle(&mut self) {
        let name = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        let rest = &self.rest()[1..];
        let name = rest[..rest.find(|c| !name(c)).unwrap_or(rest.len())].trim_end_matches('.');
        let key = format!("@{}", name.to_lowercase());
        let id = self.lexicon.word(key.as_bytes()).unwrap_or(Shape::Handle.id());
        self.keep(key.as_bytes());
        self.emit(id, self.pos + 1 + name.len(), 0);
    }

    /// Dots, exclamation and question marks.
    fn terminator(&mut self) {
        let run: &str = self.rest();
        let length = run.find(|c| !matches!(c, '.' | '!' | '?')).unwrap_or(run.len());
        let (marks, tail) = (&run[..length], &run[length..]);
        let question = marks.contains('?');
        if marks == "." && self.after_abbreviation() || is_soft(marks, tail) {
            self.next_marks |= Marks::PAUSE;
        } else {
            self.end_sentence(if question { Marks::QUESTION } else { 0 });
        }
        self.pos += length;
    }

    fn after_abbreviation(&self) -> bool {
        let before = &self.text[..self.pos];
        let start = before
            .rfind(|c: char| !c.is_ascii_alphabetic())
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        ABBREVIATIONS.iter().any(|short| short.eq_ignore_ascii_case(&before[start..]))
    }

    /// A character that is not ASCII and does not continue a word.
    fn beyond_ascii(&mut self) {
        let Some(c) = self.rest().chars().next() else { return };
        let after = &self.rest()[c.len_utf8()..];
        match c {
            '£' | '€' | '¥' | '₹' if after.starts_with(|d: char| d.is_ascii_digit()) => {
                return self.price(c.len_utf8());
            }
            '…' if is_soft("", after) => self.next_marks |= Marks::PAUSE,
            '…' => self.end_sentence(0),
            '？' => self.end_sentence(Marks::QUESTION),
            '“' | '„' | '«' => self.quotation(true),
            '”' | '»' => self.quotation(false),
            '—' | '–' | '，' | '：' => self.next_marks |= Marks::PAUSE,
            '\u{2028}' | '\u{2029}' | '\u{85}' if self.flow == Flow::Lines => self.end_sentence(0),
            _ if BULLETS.contains(&c) => self.end_sentence(0),
            _ if matches!(plain(c), Plain::One(_) | Plain::Several(_) | Plain::Lookalike(_)) || c.is_alphabetic() => {
                return if self.flow == Flow::Tags { self.hashtag(self.pos) } else { self.careful_word() };
            }
            _ => {}
        }
        self.pos += c.len_utf8();
    }

    /// A hashtag whose letters begin at `from`; its words are emitted one by one.
    fn hashtag(&mut self, from: usize) {
        let start = self.pos;
        self.pos = from;
        let words = hashtag::split(self.rest(), self.lexicon);
        let Some(last) = words.last() else {
            self.pos = from.max(start + 1);
            return;
        };
        let end = from + last.end;
        if self.hashtag_end.is_some_and(|end| self.text[end..start].trim_matches([' ', ',', '\u{a0}']).is_empty()) {
            self.end_sentence(0);
        }
        for word in words {
            self.pos = from + word.start;
            self.emit(word.id, from + word.end, if word.tag { Marks::HASHTAG } else { 0 });
            self.keep(word.key.as_bytes());
        }
        self.hashtag_end = Some(end);
    }

    /// Adds the token from the present position to `end`.
    pub(super) fn emit(&mut self, id: WordId, end: usize, marks: u8) {
        let single = end == self.pos + 1;
        if !single {
            self.join_letters();
        } else if self.letters_from.is_none() {
            self.letters_from = Some(self.out.len());
        }
        self.out.push(id, (self.pos, end), marks | self.next_marks | self.standing_marks);
        self.next_marks = 0;
        self.pos = end;
    }

    fn end_sentence(&mut self, marks: u8) {
        self.join_letters();
        self.next_marks = 0;
        self.out.push_break(self.pos, marks);
    }

    fn join_letters(&mut self) {
        if let Some(from) = self.letters_from.take().filter(|from| self.out.len() - from >= 4) {
            disguise::join_letters(&mut self.out, from, self.text, self.lexicon);
        }
    }
}

/// Dots that trail off, or a mark inside a quotation that the sentence goes on behind.
fn is_soft(marks: &str, tail: &str) -> bool {
    let inner = tail.trim_start_matches(['"', '”', '’', '\'', '»']);
    let closes_quote = inner.len() < tail.len() && inner.starts_with(' ') && !marks.contains('?');
    let goes_on = inner.trim_start_matches(' ').starts_with(|c: char| c.is_lowercase());
    goes_on && (closes_quote || marks.starts_with("..") || marks.is_empty())
}

fn capital_marks(word: &[u8], all: bool) -> u8 {
    let first = if word.first().is_some_and(u8::is_ascii_uppercase) { Marks::CAPITAL } else { 0 };
    first | if all && word.len() > 1 { Marks::CAPITALS } else { 0 }
}

/// `%` or a currency sign right behind a number, a single space allowed.
fn amount_after(tail: &str) -> Option<Shape> {
    match tail.strip_prefix(' ').unwrap_or(tail).chars().next()? {
        '%' => Some(Shape::Percent),
        '€' | '£' => Some(Shape::Price),
        '$' if !tail.starts_with(' ') => Some(Shape::Price),
        _ => None,
    }
}

/// What was found while gathering the letters of one word.
#[derive(Default)]
struct Letters {
    length: usize,
    latin: bool,
    lookalike: bool,
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
                self.lookalike = true;
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

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '＇')
}
