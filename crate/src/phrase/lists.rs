//! Lists of different lengths, kept one after the other: thousands of them are read back at once, where each by itself
//! would have to be asked for.

#![allow(clippy::cast_possible_truncation, reason = "there are fewer words and steps than sixteen bits can number")]

use serde::{Deserialize, Serialize};

/// The lists.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "Stored<T>", into = "Stored<T>", bound = "T: Clone + Serialize + for<'a> Deserialize<'a>")]
pub struct Lists<T> {
    /// Where each list begins, and where the last one ends.
    starts: Vec<u32>,
    all: Vec<T>,
}

/// What they are on disk.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Stored<T> {
    lengths: Vec<u16>,
    all: Vec<T>,
}

impl<T> Lists<T> {
    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// One of them.
    #[inline]
    pub fn get(&self, list: usize) -> &[T] {
        &self.all[self.starts[list] as usize..self.starts[list + 1] as usize]
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &[T]> {
        self.starts.windows(2).map(|ends| &self.all[ends[0] as usize..ends[1] as usize])
    }
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { starts: vec![0], all: Vec::new() }
    }
}

impl<T> From<Vec<Vec<T>>> for Lists<T> {
    fn from(lists: Vec<Vec<T>>) -> Self {
        let lengths = lists.iter().map(|list| list.len() as u16).collect();
        Self::from(Stored { lengths, all: lists.into_iter().flatten().collect() })
    }
}

impl<T> From<Stored<T>> for Lists<T> {
    fn from(stored: Stored<T>) -> Self {
        let mut starts = Vec::with_capacity(stored.lengths.len() + 1);
        let mut end = 0;
        starts.push(end);
        for length in stored.lengths {
            end += u32::from(length);
            starts.push(end);
        }
        Self { starts, all: stored.all }
    }
}

impl<T> From<Lists<T>> for Stored<T> {
    fn from(lists: Lists<T>) -> Self {
        let lengths = lists.starts.windows(2).map(|ends| (ends[1] - ends[0]) as u16).collect();
        Self { lengths, all: lists.all }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_come_back_as_they_were() {
        let lists = Lists::from(vec![vec![1_u16, 2], vec![], vec![3]]);
        let read: Lists<u16> = postcard::from_bytes(&postcard::to_allocvec(&lists).unwrap()).unwrap();
        assert_eq!(read.iter().collect::<Vec<_>>(), [&[1, 2][..], &[], &[3]]);
        assert_eq!((read.len(), read.get(2)), (3, &[3][..]));
    }
}
