//! What the build packed.

use super::Engine;
use crate::flat::Sections;
use crate::pack::{Examples, Pack};
use crate::text::lexicon::Lexicon;

impl Engine {
    /// For the rules that were built in.
    pub fn new() -> Result<Self, postcard::Error> {
        Ok(Self { pack: pack()?, ..Self::default() })
    }
}

const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin"));

fn pack() -> Result<Pack, postcard::Error> {
    Pack::read(&mut Sections::built_in(PACKED))
}

/// The words of the rules that were built in, by which titles are known too.
pub(super) fn lexicon() -> Result<Lexicon, postcard::Error> {
    Lexicon::read(&mut Sections::built_in(PACKED))
}

/// The rules that were built in, as files by their place in the folder.
pub fn rule_sources() -> Result<Vec<(String, String)>, postcard::Error> {
    postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/rule_sources.bin")))
}

/// The words, topics and guards beside them, over which rules of one's own can be written.
pub fn sources() -> Result<Vec<(String, String)>, postcard::Error> {
    postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/sources.bin")))
}

/// The examples of the rules that were built in.
pub fn examples() -> Result<Vec<Examples>, postcard::Error> {
    postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/examples.bin")))
}
