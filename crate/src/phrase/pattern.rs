//! The syntax of phrases. `crate/rules/README.md` explains it to the people who write rules.

use std::collections::BTreeMap;
use std::fmt;

use crate::text::{self, shape::Shape};

/// One element of a phrase.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A word, folded.
    Word(String),
    /// Any word that begins so.
    Prefix(String),
    /// Any token that looks so.
    Shape(Shape),
    /// Any entry of a named list.
    List(String),
    /// At most so many words.
    Gap(u8),
    /// The start of a sentence.
    Start,
    /// The end of a sentence.
    End,
    /// The end of a sentence, after which the phrase goes on in the next one.
    Next,
    /// The end of a sentence that asks.
    Asked,
    /// A comma, colon, bracket or dash between words.
    Pause,
    /// One of these.
    Either(Vec<Vec<Part>>),
    /// One of these, or nothing.
    Maybe(Vec<Vec<Part>>),
}

/// What is wrong with a phrase, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// The character of the phrase, counted from 1; 0 where it is the phrase as a whole.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.column {
            0 => write!(f, "{}", self.message),
            column => write!(f, "character {column}: {}", self.message),
        }
    }
}

impl std::error::Error for PatternError {}

/// The named lists of a language, parsed.
#[derive(Clone, Debug, Default)]
pub struct Lists(BTreeMap<String, Vec<Vec<Part>>>);

impl Lists {
    /// Adds an entry to a list. It is a phrase itself, and may name other lists.
    pub fn add_entry(&mut self, name: &str, entry: &str) -> Result<(), PatternError> {
        let parsed = parse(entry)?;
        self.0.entry(name.to_owned()).or_default().push(parsed);
        Ok(())
    }

    /// The entries of a list.
    pub fn get(&self, name: &str) -> Option<&[Vec<Part>]> {
        self.0.get(name).map(Vec::as_slice)
    }

    /// Every list, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[Vec<Part>])> {
        self.0.iter().map(|(name, entries)| (name.as_str(), entries.as_slice()))
    }

    /// Fails where a phrase names a list that does not exist, or a list leads back to itself.
    pub fn check(&self, parts: &[Part]) -> Result<(), PatternError> {
        self.check_below(parts, &mut Vec::new())
    }

    fn check_below<'a>(&'a self, parts: &'a [Part], open: &mut Vec<&'a str>) -> Result<(), PatternError> {
        for name in named_lists(parts) {
            let Some(entries) = self.get(name) else { return whole(format!("no list is called {{{name}}}")) };
            if open.contains(&name) {
                return whole(format!("the list {{{name}}} leads back to itself"));
            }
            open.push(name);
            entries.iter().try_for_each(|entry| self.check_below(entry, open))?;
            open.pop();
        }
        Ok(())
    }
}

fn whole<T>(message: String) -> Result<T, PatternError> {
    Err(PatternError { column: 0, message })
}

/// The lists that a phrase names itself.
pub fn named_lists(parts: &[Part]) -> Vec<&str> {
    parts.iter().flat_map(lists_of).collect()
}

fn lists_of(part: &Part) -> Vec<&str> {
    match part {
        Part::List(name) => vec![name.as_str()],
        Part::Either(options) | Part::Maybe(options) => options.iter().flat_map(|option| named_lists(option)).collect(),
        _ => Vec::new(),
    }
}

/// Parses a phrase.
pub fn parse(pattern: &str) -> Result<Vec<Part>, PatternError> {
    let mut parser = Parser { pattern, pos: 0 };
    let parts = parser.sequence()?;
    match parser.peek() {
        Some(stray) => Err(parser.error(format!("'{stray}' closes or divides nothing"))),
        None if parts.is_empty() => whole("an empty phrase".to_owned()),
        None => Ok(parts),
    }
}

struct Parser<'a> {
    pattern: &'a str,
    pos: usize,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.pattern[self.pos..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn error(&self, message: String) -> PatternError {
        PatternError { column: self.pattern[..self.pos].chars().count() + 1, message }
    }

    fn sequence(&mut self) -> Result<Vec<Part>, PatternError> {
        let mut parts = Vec::new();
        loop {
            self.pos += self.rest().len() - self.rest().trim_start().len();
            match self.peek() {
                None | Some('|' | ')' | ']') => return Ok(parts),
                Some('(') => parts.push(Part::Either(self.group(')')?)),
                Some('[') => parts.push(Part::Maybe(self.group(']')?)),
                Some('{') => parts.push(Part::List(self.named('{', '}')?.to_owned())),
                Some('<') => parts.push(self.class()?),
                Some(_) => self.literal(&mut parts)?,
            }
        }
    }

    fn group(&mut self, close: char) -> Result<Vec<Vec<Part>>, PatternError> {
        let open = self.pos;
        let mut options = Vec::new();
        loop {
            self.pos += 1;
            let option = self.sequence()?;
            if option.is_empty() {
                return Err(self.error("an empty alternative".to_owned()));
            }
            options.push(option);
            match self.peek() {
                Some('|') => {}
                Some(found) if found == close => break,
                _ => {
                    self.pos = open;
                    return Err(self.error(format!("this bracket is not closed by '{close}'")));
                }
            }
        }
        self.pos += 1;
        Ok(options)
    }

    fn named(&mut self, open: char, close: char) -> Result<&'a str, PatternError> {
        let end = self.rest().find(close);
        let end = end.ok_or_else(|| self.error(format!("'{open}' without '{close}'")))?;
        let name = &self.rest()[1..end];
        self.pos += end + 1;
        Ok(name)
    }

    fn class(&mut self) -> Result<Part, PatternError> {
        let start = self.pos;
        let name = self.named('<', '>')?;
        let shape = Shape::ALL.into_iter().find(|shape| shape.name() == name).map(Part::Shape);
        let place = match name {
            "start" => Some(Part::Start),
            "end" => Some(Part::End),
            "next" => Some(Part::Next),
            "asked" => Some(Part::Asked),
            "pause" => Some(Part::Pause),
            _ => None,
        };
        self.pos = if shape.is_some() || place.is_some() { self.pos } else { start };
        shape.or(place).ok_or_else(|| self.error(format!("'<{name}>' is not a shape or a place")))
    }

    fn literal(&mut self, parts: &mut Vec<Part>) -> Result<(), PatternError> {
        let rest = self.rest();
        let end = rest.find(|c: char| c.is_whitespace() || "()[]{}<>|".contains(c)).unwrap_or(rest.len());
        let literal = &rest[..end];
        if let Some(width) = literal.strip_prefix("..") {
            let width = width.parse().ok().filter(|width| (1..=20).contains(width));
            parts.push(Part::Gap(width.ok_or_else(|| self.error("a gap is '..1' to '..20'".to_owned()))?));
        } else {
            self.words(literal, parts)?;
        }
        self.pos += end;
        Ok(())
    }

    fn words(&self, literal: &str, parts: &mut Vec<Part>) -> Result<(), PatternError> {
        let mut keys = text::keys(literal.trim_end_matches('*'));
        let Some(last) = keys.pop() else { return Err(self.error(format!("'{literal}' holds no word"))) };
        parts.extend(keys.into_iter().map(Part::Word));
        if !literal.ends_with('*') {
            parts.push(Part::Word(last));
        } else if (3..=31).contains(&last.len()) && last.bytes().all(|b| b.is_ascii_lowercase()) {
            parts.push(Part::Prefix(last));
        } else {
            return Err(self.error(format!("'{literal}': a beginning has three letters or more")));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(word: &str) -> Part {
        Part::Word(word.to_owned())
    }

    #[test]
    fn reads_every_kind_of_part() {
        let parts =
            parse("(don’t|never) need [for the] {medication} ..3 hea* <percent> <asked> <next> a <end>").unwrap();
        let expected = vec![
            Part::Either(vec![vec![word("dont")], vec![word("never")]]),
            word("need"),
            Part::Maybe(vec![vec![word("for"), word("the")]]),
            Part::List("medication".to_owned()),
            Part::Gap(3),
            Part::Prefix("hea".to_owned()),
            Part::Shape(Shape::Percent),
            Part::Asked,
            Part::Next,
            word("a"),
            Part::End,
        ];
        assert_eq!(parts, expected);
    }

    #[test]
    fn a_hyphened_word_is_several() {
        assert_eq!(parse("self-harm*").unwrap(), [word("self"), Part::Prefix("harm".to_owned())]);
        assert_eq!(parse("M.D.").unwrap(), [word("md")]);
    }

    #[test]
    fn faults_name_their_place() {
        let fault = |pattern: &str| parse(pattern).unwrap_err().to_string();
        assert_eq!(fault("cures (a|b"), "character 7: this bracket is not closed by ')'");
        assert_eq!(fault("cures a) b"), "character 8: ')' closes or divides nothing");
        assert_eq!(fault("a <nmber>"), "character 3: '<nmber>' is not a shape or a place");
        assert_eq!(fault("a ..x"), "character 3: a gap is '..1' to '..20'");
        assert_eq!(fault("a he*"), "character 3: 'he*': a beginning has three letters or more");
        assert_eq!(fault(" "), "an empty phrase");
    }

    #[test]
    fn unknown_and_circular_lists_are_refused() {
        let mut lists = Lists::default();
        lists.add_entry("a", "x {b}").unwrap();
        lists.add_entry("b", "{a}").unwrap();
        let fault = |pattern: &str| lists.check(&parse(pattern).unwrap()).unwrap_err().to_string();
        assert_eq!(fault("{c}"), "no list is called {c}");
        assert_eq!(fault("{a}"), "the list {a} leads back to itself");
    }
}
