//! What phrases are made of: steps, sequences of steps and sets of words, all shared.

use crate::text::lexicon::WordId;

/// A node's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);
/// A sequence's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SequenceId(pub u32);
/// A set's number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SetId(pub u32);
/// An anchor's number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnchorId(pub u32);

/// One step of a phrase.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// One word of a set.
    Words(SetId),
    /// At most so many words.
    Gap(u8),
    /// The start of a sentence.
    Start,
    /// The end of a sentence.
    End,
    /// The end of a sentence that asks.
    Asked,
    /// A comma or the like before the next word.
    Pause,
    /// One of several.
    Either {
        /// Choices of one word.
        words: SetId,
        /// Choices of several words, by each word that they may begin with; sorted.
        longer: Vec<(WordId, SequenceId)>,
        /// Choices that may begin with anything.
        open: Vec<SequenceId>,
        /// Whether it may be left out.
        maybe: bool,
    },
}

/// A compiled phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its steps.
    pub sequence: SequenceId,
    /// The words it begins with; `None` where it may begin with anything.
    pub first: Option<SetId>,
    /// Words, or two words in a row, of which every match has some.
    pub anchor: AnchorId,
    /// The fewest words before the last of these.
    pub least_left: u8,
    /// The most words before it.
    pub most_left: u8,
    /// Other words of which every match has one: the phrase is tried only where one of each is near.
    pub beside: [Option<Beside>; 2],
    /// Whether it is looked for only around other phrases.
    pub aside: bool,
}

/// Words that stand before or behind the anchor of a phrase in each of its matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The words.
    pub words: SetId,
    /// Whether they stand before the anchor.
    pub before: bool,
    /// How far before it, at most; behind it, where they are within [`AHEAD`], whether they may stand where it stands.
    pub reach: u8,
}
