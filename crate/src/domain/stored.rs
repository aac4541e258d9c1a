//! How domain data lies in its file, and how its phrases are found.

use postcard::Error;

use super::{Domain, Phrases, Role};
use crate::flat::{Sections, Writer};
use crate::phrase::{Hit, Table};
use crate::text::Tokens;

impl Domain {
    /// Writes it, for a lexicon of so many numbers: what is small, then the tables.
    pub fn write(&self, words: usize) -> Result<Vec<u8>, Error> {
        let mut to = Writer::default();
        to.small(&words)?;
        to.small(self)?;
        self.titles.table.write(&mut to);
        self.frames.values().for_each(|frames| frames.table.write(&mut to));
        Ok(to.bytes())
    }

    /// Reads what was written.
    pub fn read(mut from: Sections) -> Result<Self, Error> {
        let words = from.small()?;
        let mut domain: Self = from.small()?;
        domain.titles.table = Table::read(&mut from, words)?;
        for frames in domain.frames.values_mut() {
            frames.table = Table::read(&mut from, words)?;
        }
        Ok(domain)
    }
}

impl Phrases {
    /// Every phrase in a text, with what it is.
    pub fn find(&self, tokens: &Tokens) -> impl Iterator<Item = (Hit, &Role)> {
        let role = |hit: Hit| Some((hit, self.roles.get(usize::from(hit.phrase.0))?));
        self.table.find_all(tokens).into_iter().filter_map(role)
    }
}
