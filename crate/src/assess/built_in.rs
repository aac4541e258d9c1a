//! What the build packed.

use super::Engine;
use crate::pack::{Examples, Pack};
use crate::text::lexicon::Lexicon;

impl Engine {
    /// For the rules that were built in.
    pub fn new() -> Result<Self, postcard::Error> {
        Ok(Self { pack: pack()?, ..Self::default() })
    }
}

fn pack() -> Result<Pack, postcard::Error> {
    postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin")))
}

/// The words of the rules that were built in, by which titles are known too.
pub(super) fn lexicon() -> Result<Lexicon, postcard::Error> {
    Ok(pack()?.lexicon)
}

/// The files of the rules that were built in, by their place in the folder, to which rules of one's own can be added.
pub fn sources() -> Result<Vec<(String, String)>, postcard::Error> {
    postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/sources.bin")))
}

/// The examples of the rules that were built in.
pub fn examples() -> Result<Vec<Examples>, postcard::Error> {
    postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/examples.bin")))
}
