//! What the build packed.

use super::Engine;
use crate::pack::Examples;

impl Engine {
    /// For the rules that were built in.
    pub fn new() -> Result<Self, postcard::Error> {
        postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin"))).map(Self::with_pack)
    }
}

/// The examples of the rules that were built in.
pub fn examples() -> Result<Vec<Examples>, postcard::Error> {
    postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/examples.bin")))
}
