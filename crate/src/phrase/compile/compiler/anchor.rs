//! By which of its words a phrase is looked for.

use std::collections::BTreeSet;

use super::super::super::stored::AHEAD;
use super::super::node::{Beside, Node, NodeId, SequenceId, SetId};
use super::{Compiler, Extent, choices};
use crate::text::lexicon::{BREAK, Commonness, FIRST_WORD, WordId};

/// Words of which every match of a phrase has one, and how far from its start.
#[derive(Clone, Debug)]
pub struct Anchor {
    pub words: BTreeSet<WordId>,
    pub least_left: usize,
    pub most_left: usize,
}

impl Compiler<'_> {
    /// All that is required in a sequence, from left to right.
    fn required(&self, sequence: SequenceId) -> Vec<Anchor> {
        let mut before = Extent::default();
        let mut all = Vec::new();
        for &node in self.nodes(sequence) {
            all.extend(self.node_anchor(node).map(|anchor| anchor.moved(before)));
            before = before.then(self.node_extent(node));
        }
        all
    }

    /// The best words to look for: the rarest, and those that leave the fewest places to start from.
    fn anchor(&self, sequence: SequenceId) -> Option<Anchor> {
        self.required(sequence).into_iter().min_by(|one, other| self.cost(one).total_cmp(&self.cost(other)))
    }

    /// The words to look for, and others without which looking is in vain: `true` where these stand before.
    pub fn pair(&self, sequence: SequenceId) -> Option<(Anchor, Option<(Anchor, bool)>)> {
        let all = self.required(sequence);
        let alone = all.iter().map(|anchor| (self.cost(anchor), anchor, None));
        let places = || (0..all.len()).flat_map(|at| (0..all.len()).map(move |other| (at, other)));
        let pairs = places().filter_map(|(at, other)| {
            let (anchor, beside) = (&all[at], &all[other]);
            let reach = if other < at { anchor.after(beside) } else { beside.after(anchor) };
            let near = at != other && (other < at || reach <= AHEAD);
            near.then(|| (self.cost_beside(anchor, beside, reach), anchor, Some((beside, other < at))))
        });
        let (_, anchor, beside) = alone.chain(pairs).min_by(|one, other| one.0.total_cmp(&other.0))?;
        Some((anchor.clone(), beside.map(|(other, before)| (other.clone(), before))))
    }

    pub fn beside(&mut self, anchor: &Anchor, other: &Anchor, before: bool) -> Result<Beside, String> {
        let reach = if before { anchor.after(other) } else { other.after(anchor) };
        Ok(Beside { words: self.made.set(&other.words)?, before, reach: reach as u8 })
    }

    fn node_anchor(&self, node: NodeId) -> Option<Anchor> {
        let here = |set: SetId| Anchor { words: self.set(set).iter().copied().collect(), least_left: 0, most_left: 0 };
        match self.get(node) {
            Node::Words(set) => Some(here(*set)),
            Node::Either { words, longer, open, maybe: false } => {
                let single = (!self.set(*words).is_empty()).then(|| here(*words));
                let longer: Option<Vec<Anchor>> =
                    choices(longer, open).into_iter().map(|option| self.anchor(option)).collect();
                single.into_iter().chain(longer?).reduce(Anchor::or)
            }
            _ => None,
        }
    }

    /// Which share of all words are these, more or less.
    #[allow(clippy::cast_precision_loss, reason = "small numbers")]
    fn share(&self, anchor: &Anchor) -> f64 {
        let often = |&word: &WordId| match self.lexicon.commonness(word) {
            _ if word == BREAK => 4_000,
            _ if word < FIRST_WORD => 60,
            Commonness::Rare => 2,
            Commonness::Common => 20,
            Commonness::Function => 200,
        };
        anchor.words.iter().map(often).sum::<usize>() as f64 / 40_000.0
    }

    /// What it costs to try a phrase at each of these words, in looks at one word.
    #[allow(clippy::cast_precision_loss, reason = "small numbers")]
    fn cost(&self, anchor: &Anchor) -> f64 {
        const TRY: f64 = 20.0;
        self.share(anchor) * TRY * (1 + anchor.most_left - anchor.least_left) as f64
    }

    /// What it costs where it is tried only if one of the others is within reach.
    #[allow(clippy::cast_precision_loss, reason = "small numbers")]
    fn cost_beside(&self, anchor: &Anchor, beside: &Anchor, reach: usize) -> f64 {
        let near = (self.share(beside) * reach.max(1) as f64).min(1.0);
        self.share(anchor) + self.share(beside) / 4.0 + self.cost(anchor) * near
    }
}

impl Anchor {
    fn moved(self, before: Extent) -> Self {
        let (least_left, most_left) = (self.least_left + before.least, self.most_left + before.most);
        Self { least_left, most_left, ..self }
    }

    /// How many words this stands behind another one of the same phrase, at most.
    fn after(&self, other: &Self) -> usize {
        self.most_left.saturating_sub(other.least_left)
    }

    fn or(mut self, other: Self) -> Self {
        self.words.extend(other.words);
        self.least_left = self.least_left.min(other.least_left);
        self.most_left = self.most_left.max(other.most_left);
        self
    }
}
