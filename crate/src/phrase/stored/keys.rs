//! What phrases are looked for by.

use super::starts;
use crate::flat::Rows;

/// What phrases are looked for by: two words in a row, or one after [`ANY`].
pub type Key = [u16; 2];
/// Any word.
pub const ANY: u16 = u16::MAX;

/// As it is stored.
pub fn key_row([one, next]: Key) -> [u8; 4] {
    (u32::from(one) | u32::from(next) << 16).to_le_bytes()
}

fn key_of([one, more, next, rest]: [u8; 4]) -> Key {
    [u16::from_le_bytes([one, more]), u16::from_le_bytes([next, rest])]
}

/// The keys of each anchor.
pub struct Anchors<'a> {
    starts: Vec<u32>,
    keys: &'a [[u8; 4]],
}

impl<'a> Anchors<'a> {
    /// Of so many keys each.
    pub(super) fn new(lengths: &Rows<2>, keys: &'a Rows<4>) -> Self {
        Self { starts: starts(lengths), keys: keys.all() }
    }

    /// Those of one.
    pub fn of(&self, anchor: u32) -> impl Iterator<Item = Key> {
        let range = self.starts.get(anchor as usize).zip(self.starts.get(anchor as usize + 1));
        let keys = range.and_then(|(&from, &to)| self.keys.get(from as usize..to as usize));
        keys.unwrap_or_default().iter().copied().map(key_of)
    }

    /// Those of all.
    pub fn all(&self) -> impl Iterator<Item = Key> {
        self.keys.iter().copied().map(key_of)
    }

    /// Where the last one ends.
    pub fn end(&self) -> usize {
        self.starts.last().map_or(0, |end| *end as usize)
    }
}
