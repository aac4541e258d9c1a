//! Words by their hash.

use super::WordId;

/// Open addressing: a number, or 0 where the slot is free.
#[derive(Clone, Debug, Default)]
pub struct Slots(Vec<WordId>);

impl Slots {
    /// For so many numbers.
    pub fn with_room(entries: usize) -> Self {
        Self(vec![0; (entries * 2 + 2).next_power_of_two()])
    }

    fn walk(&self, hash: u32) -> impl Iterator<Item = usize> + use<> {
        let mask = self.0.len().wrapping_sub(1);
        let first = (hash ^ (hash >> 15)) as usize;
        (0..self.0.len()).map(move |step| first.wrapping_add(step) & mask)
    }

    /// Adds a number.
    pub fn insert(&mut self, hash: u32, id: WordId) {
        if let Some(slot) = self.walk(hash).find(|&slot| self.0[slot] == 0) {
            self.0[slot] = id;
        }
    }

    /// The number with this hash that is the right one.
    #[inline]
    pub fn find(&self, hash: u32, mut is_it: impl FnMut(WordId) -> bool) -> Option<WordId> {
        self.walk(hash).map(|slot| self.0[slot]).take_while(|&id| id != 0).find(|&id| is_it(id))
    }
}

/// The hash of nothing; each letter is added with [`hash_letter`].
pub const HASH_START: u32 = 0x811c_9dc5;

/// One step of FNV-1a.
#[inline]
pub fn hash_letter(hash: u32, letter: u8) -> u32 {
    (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
}

/// The hash of all letters of a word.
pub fn hash(key: &[u8]) -> u32 {
    key.iter().fold(HASH_START, |so_far, &letter| hash_letter(so_far, letter))
}
