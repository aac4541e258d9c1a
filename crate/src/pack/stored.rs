//! How rules lie in their file: the words first, then the rules and what they rest on, then the table of each language.

use std::collections::BTreeSet;

use postcard::Error;

use super::{OwnPack, Pack, Rule, Source};
use crate::flat::{Sections, Writer};
use crate::phrase::Table;
use crate::text::lexicon::Lexicon;

impl OwnPack {
    /// As bytes, for another module of the same build.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        let mut to = Writer::default();
        self.pack.write(&mut to)?;
        to.small(&(&self.name, &self.examples))?;
        Ok(to.bytes())
    }

    /// From [`OwnPack::to_bytes`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let mut from = Sections::lent(bytes);
        let pack = Pack::read(&mut from)?;
        let (name, examples) = from.small()?;
        Ok(Self { name, pack, examples })
    }
}

impl Pack {
    /// Writes all of it.
    pub fn write(&self, to: &mut Writer) -> Result<(), Error> {
        self.lexicon.write(to)?;
        to.small(self)?;
        let rules = || self.languages.iter().flat_map(|language| &language.rules);
        let sources: BTreeSet<&Source> = rules().flat_map(|rule| &rule.sources).collect();
        let numbers = |rule: &Rule| -> Vec<usize> {
            rule.sources.iter().filter_map(|source| sources.iter().position(|known| *known == source)).collect()
        };
        to.small(&(&sources, rules().map(numbers).collect::<Vec<_>>()))?;
        self.languages.iter().for_each(|language| language.table.write(to));
        Ok(())
    }

    /// Reads what was written.
    pub fn read(from: &mut Sections) -> Result<Self, Error> {
        let lexicon = Lexicon::read(from)?;
        let mut pack = Self { lexicon, ..from.small()? };
        let (sources, numbers): (Vec<Source>, Vec<Vec<usize>>) = from.small()?;
        let rules = pack.languages.iter_mut().flat_map(|language| &mut language.rules);
        for (rule, numbers) in rules.zip(numbers) {
            rule.sources = numbers.into_iter().filter_map(|number| sources.get(number)).cloned().collect();
        }
        for language in &mut pack.languages {
            language.table = Table::read(from, pack.lexicon.len())?;
        }
        Ok(pack)
    }
}
