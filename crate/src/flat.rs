//! Flat tables: rows of a fixed width, read where they lie.
//!
//! What the build packs is part of the program; nothing of it is taken apart before it is asked for. A file is a list of
//! sections, each of them its length in bytes (32 bits) and its bytes; numbers have their low byte first. Rows need no
//! alignment: a number is put together from its bytes, which every processor that matters does at once.

#![allow(clippy::cast_possible_truncation, reason = "no section has four thousand million bytes")]

use std::borrow::Cow;

use postcard::Error;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Rows of so many bytes.
#[derive(Clone, Debug)]
pub struct Rows<const WIDTH: usize>(Cow<'static, [[u8; WIDTH]]>);

impl<const WIDTH: usize> Default for Rows<WIDTH> {
    fn default() -> Self {
        Self(Cow::Borrowed(&[]))
    }
}

impl<const WIDTH: usize> From<Vec<[u8; WIDTH]>> for Rows<WIDTH> {
    fn from(rows: Vec<[u8; WIDTH]>) -> Self {
        Self(Cow::Owned(rows))
    }
}

impl<const WIDTH: usize> Rows<WIDTH> {
    /// All of them.
    #[inline]
    pub fn all(&self) -> &[[u8; WIDTH]] {
        &self.0
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Rows<2> {
    /// Numbers of 16 bits.
    pub fn of_shorts(numbers: impl IntoIterator<Item = u16>) -> Self {
        numbers.into_iter().map(u16::to_le_bytes).collect::<Vec<_>>().into()
    }
}

impl Rows<4> {
    /// Numbers of 32 bits.
    pub fn of_longs(numbers: impl IntoIterator<Item = u32>) -> Self {
        numbers.into_iter().map(u32::to_le_bytes).collect::<Vec<_>>().into()
    }
}

/// One of the numbers of 32 bits in a row; 0 behind its end.
#[inline]
pub fn long(row: &[u8], number: usize) -> u32 {
    row.as_chunks().0.get(number).map_or(0, |bytes| u32::from_le_bytes(*bytes))
}

/// Writes sections.
#[derive(Debug, Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    /// All that was written.
    pub fn bytes(self) -> Vec<u8> {
        self.0
    }

    /// A section of bytes.
    pub fn put(&mut self, bytes: &[u8]) {
        self.0.extend((bytes.len() as u32).to_le_bytes());
        self.0.extend(bytes);
    }

    /// A section of rows.
    pub fn rows<const WIDTH: usize>(&mut self, rows: &Rows<WIDTH>) {
        self.put(rows.all().as_flattened());
    }

    /// A section with something small that is taken apart at once.
    pub fn small(&mut self, data: &impl Serialize) -> Result<(), Error> {
        self.put(&postcard::to_allocvec(data)?);
        Ok(())
    }
}

/// Reads sections in the order in which they were written.
#[derive(Debug)]
pub struct Sections<'a> {
    rest: Bytes<'a>,
}

/// Bytes that are part of the program stay where they are; those that came from elsewhere are copied.
#[derive(Clone, Copy, Debug)]
enum Bytes<'a> {
    BuiltIn(&'static [u8]),
    Lent(&'a [u8]),
}

impl Bytes<'_> {
    fn split(self, at: usize) -> Result<(Self, Self), Error> {
        let end = || Error::DeserializeUnexpectedEnd;
        Ok(match self {
            Self::BuiltIn(bytes) => {
                let (first, rest) = bytes.split_at_checked(at).ok_or_else(end)?;
                (Self::BuiltIn(first), Self::BuiltIn(rest))
            }
            Self::Lent(bytes) => {
                let (first, rest) = bytes.split_at_checked(at).ok_or_else(end)?;
                (Self::Lent(first), Self::Lent(rest))
            }
        })
    }
}

impl AsRef<[u8]> for Bytes<'_> {
    #[allow(clippy::match_same_arms, reason = "they live for different times")]
    fn as_ref(&self) -> &[u8] {
        match *self {
            Self::BuiltIn(bytes) => bytes,
            Self::Lent(bytes) => bytes,
        }
    }
}

impl<'a> Sections<'a> {
    /// Of a file that is part of the program.
    pub fn built_in(bytes: &'static [u8]) -> Self {
        Self { rest: Bytes::BuiltIn(bytes) }
    }

    /// Of a file from elsewhere.
    pub fn lent(bytes: &'a [u8]) -> Self {
        Self { rest: Bytes::Lent(bytes) }
    }

    /// Whether they are part of the program, and so as the build wrote them.
    pub fn are_built_in(&self) -> bool {
        matches!(self.rest, Bytes::BuiltIn(_))
    }

    fn section(&mut self) -> Result<Bytes<'a>, Error> {
        let (length, rest) = self.rest.split(4)?;
        let (section, rest) = rest.split(long(length.as_ref(), 0) as usize)?;
        self.rest = rest;
        Ok(section)
    }

    /// The next section as rows.
    pub fn rows<const WIDTH: usize>(&mut self) -> Result<Rows<WIDTH>, Error> {
        let (rows, left) = match self.section()? {
            Bytes::BuiltIn(bytes) => (Cow::Borrowed(bytes.as_chunks().0), bytes.len() % WIDTH),
            Bytes::Lent(bytes) => (Cow::Owned(bytes.as_chunks().0.to_vec()), bytes.len() % WIDTH),
        };
        if left == 0 { Ok(Rows(rows)) } else { Err(BROKEN) }
    }

    /// The next section as text.
    pub fn text(&mut self) -> Result<Cow<'static, str>, Error> {
        let bad = |_| Error::DeserializeBadUtf8;
        Ok(match self.section()? {
            Bytes::BuiltIn(bytes) => Cow::Borrowed(std::str::from_utf8(bytes).map_err(bad)?),
            Bytes::Lent(bytes) => Cow::Owned(std::str::from_utf8(bytes).map_err(bad)?.to_owned()),
        })
    }

    /// The next section taken apart.
    pub fn small<T: DeserializeOwned>(&mut self) -> Result<T, Error> {
        postcard::from_bytes(self.section()?.as_ref())
    }
}

/// What is read does not hang together.
pub const BROKEN: Error = Error::DeserializeBadEncoding;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_come_back_as_they_were_wherever_they_lie() {
        let mut to = Writer::default();
        to.put("é".as_bytes());
        to.rows(&Rows::of_shorts([1, 0xffff]));
        to.small(&(7_u8, "b")).unwrap();
        let bytes: &'static [u8] = to.bytes().leak();
        for mut from in [Sections::built_in(bytes), Sections::lent(bytes)] {
            assert_eq!(from.text().unwrap(), "é");
            assert_eq!(from.rows::<2>().unwrap().all(), [[1, 0], [0xff, 0xff]]);
            assert_eq!(from.small::<(u8, String)>().unwrap(), (7, "b".to_owned()));
            assert!(from.rows::<1>().is_err());
        }
    }

    #[test]
    fn a_section_that_is_cut_off_or_of_another_width_is_refused() {
        let mut to = Writer::default();
        to.put(&[1, 2, 3]);
        let bytes = to.bytes();
        assert!(Sections::lent(&bytes).rows::<2>().is_err());
        assert!(Sections::lent(&bytes[..6]).rows::<1>().is_err());
        assert!(Sections::lent(&bytes[..3]).rows::<1>().is_err());
    }
}
