//! A place in a text, and the places reached from it: bits of one machine word.

use crate::text::Marks;
use crate::text::lexicon::{BREAK, WordId};

/// A place in a text from which a phrase is tried.
pub struct Place<'a> {
    /// The text.
    pub ids: &'a [WordId],
    pub marks: &'a [Marks],
    /// The first token.
    pub start: usize,
    /// A bit for each word from here on that a gap may pass over: all but the ends of sentences.
    pub open: u64,
    /// A bit for each token from here on.
    pub all: u64,
}

impl Place<'_> {
    /// Those of the places reached at which something holds.
    #[inline]
    pub fn keep(&self, reached: u64, holds: impl Fn(usize) -> bool) -> u64 {
        let mut left = reached;
        let mut kept = 0;
        while left != 0 {
            let bit = left.trailing_zeros();
            kept |= u64::from(holds(self.start + bit as usize)) << bit;
            left &= left - 1;
        }
        kept
    }

    /// All that comes of each of the places reached.
    #[inline]
    pub fn each(&self, reached: u64, come: impl Fn(usize) -> u64) -> u64 {
        let mut left = reached;
        let mut all = 0;
        while left != 0 {
            all |= come(self.start + left.trailing_zeros() as usize);
            left &= left - 1;
        }
        all
    }
}

/// For each token, a bit for each word from it on that ends no sentence.
pub fn open_from(ids: &[WordId]) -> Vec<u64> {
    let mut open = vec![0; ids.len()];
    let mut here = 0;
    for (at, &id) in ids.iter().enumerate().rev() {
        here = here << 1 & (u64::MAX >> 1) | u64::from(id != BREAK);
        open[at] = here;
    }
    open
}
