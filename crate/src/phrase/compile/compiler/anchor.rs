//! By which of its words a phrase is looked for.
//!
//! Every match has a word of each of some sets. The best of these, or of two words in a row, is the *anchor*: where it
//! stands the phrase is tried, if words of other sets are near. Which is best is told by how often words are met.

use std::collections::BTreeSet;

use super::super::super::stored::{AHEAD, ANY, Key};
use super::super::node::{Beside, Node, NodeId, SequenceId, SetId};
use super::{Compiler, Extent, choices};
use crate::text::lexicon::{ASKED, BREAK, PAUSED, WordId};

/// Words of which every match of a phrase has one, and how far from its start.
#[derive(Clone, Debug)]
pub struct Anchor {
    pub words: BTreeSet<WordId>,
    pub least_left: usize,
    pub most_left: usize,
}

/// Two words in a row, or one, of which every match of a phrase has some; how far the last one is from its start.
#[derive(Clone, Debug)]
pub struct Keys {
    pub all: BTreeSet<Key>,
    pub least_left: usize,
    pub most_left: usize,
}

/// By which of its words a phrase is looked for.
#[derive(Clone, Debug)]
pub struct Chosen {
    pub anchor: Keys,
    /// Others without which looking is in vain.
    pub beside: [Option<Other>; 2],
}

/// Other words, and whether they stand before the anchor.
#[derive(Clone, Debug)]
pub struct Other {
    words: Anchor,
    before: bool,
}

/// What it costs to note where words were met that are looked for beside others, in looks at one phrase.
const NOTED: f64 = 0.5;
/// What it costs to try a phrase, in looks at one phrase.
const TRY: f64 = 60.0;
/// What it costs to see whether a phrase begins at one more place.
const START: f64 = 4.0;
/// More pairs than this take too much room.
const MOST_PAIRS: usize = 100;

impl Compiler<'_> {
    /// All that is required in a sequence, each with the place of its node, from left to right.
    fn required(&self, sequence: SequenceId) -> Vec<(usize, Anchor)> {
        let anchors =
            self.each_node(sequence).map(|(at, node, before)| Some((at, self.node_anchor(node)?.moved(before))));
        anchors.flatten().collect()
    }

    /// The nodes of a sequence, with their place and what stands before them.
    fn each_node(&self, sequence: SequenceId) -> impl Iterator<Item = (usize, NodeId, Extent)> {
        let mut before = Extent::default();
        let nodes = self.nodes(sequence).iter().enumerate();
        nodes.map(move |(at, &node)| {
            let here = before;
            before = before.then(self.node_extent(node));
            (at, node, here)
        })
    }

    /// The best words to look for: the rarest, and those that leave the fewest places to start from.
    fn anchor(&self, sequence: SequenceId) -> Option<Anchor> {
        let all = self.required(sequence).into_iter().map(|(_, anchor)| anchor);
        all.min_by(|one, other| self.cost_of(&one.keys()).total_cmp(&self.cost_of(&other.keys())))
    }

    /// Every two words in a row of which a match has one, with the places of their nodes.
    fn pairs(&self, sequence: SequenceId) -> Vec<(Vec<usize>, Keys)> {
        let nodes: Vec<(usize, NodeId, Extent)> = self.each_node(sequence).collect();
        let follows = nodes.windows(2).filter_map(|two| {
            let [(at, one, _), (_, next, before)] = two else { return None };
            let (last, first) = (self.last_word(*one)?, self.first_of(*next)?);
            Some((vec![*at, at + 1], Keys::product(&last, &first)?.moved(*before)))
        });
        let inside =
            nodes.iter().filter_map(|&(at, node, before)| Some((vec![at], self.pairs_inside(node)?.moved(before))));
        follows.chain(inside).collect()
    }

    /// The words that may stand right before what follows a node.
    fn last_word(&self, node: NodeId) -> Option<BTreeSet<WordId>> {
        match self.get(node) {
            Node::Words(set) => Some(self.words_of(*set)),
            Node::Start => Some(BTreeSet::from([BREAK])),
            _ => None,
        }
    }

    /// The words with which a node begins.
    fn first_of(&self, node: NodeId) -> Option<BTreeSet<WordId>> {
        match self.get(node) {
            Node::Words(set) => Some(self.words_of(*set)),
            Node::Either { words, longer, open, maybe: false } if open.is_empty() => {
                let mut first = self.words_of(*words);
                first.extend(longer.iter().map(|(word, _)| word));
                Some(first)
            }
            _ => None,
        }
    }

    fn words_of(&self, set: SetId) -> BTreeSet<WordId> {
        self.set(set).iter().copied().collect()
    }

    /// Two words in a row that every choice of a node has.
    fn pairs_inside(&self, node: NodeId) -> Option<Keys> {
        let Node::Either { words, longer, open, maybe: false } = self.get(node) else { return None };
        if !self.set(*words).is_empty() {
            return None;
        }
        let best = |option: SequenceId| {
            let pairs = self.pairs(option).into_iter().map(|(_, pairs)| pairs);
            pairs.min_by(|one, other| self.cost_of(one).total_cmp(&self.cost_of(other)))
        };
        let all: Option<Vec<Keys>> = choices(longer, open).into_iter().map(best).collect();
        all?.into_iter().reduce(Keys::or).filter(|all| all.all.len() <= MOST_PAIRS)
    }

    /// By which of its words a phrase is looked for: those that leave the least to be tried.
    pub fn choose(&self, sequence: SequenceId) -> Option<Chosen> {
        let all = self.required(sequence);
        let single = all.iter().map(|(at, anchor)| (vec![*at], anchor.keys()));
        let ways = single.chain(self.pairs(sequence)).map(|(places, keys)| self.around(&all, &places, keys));
        ways.min_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, chosen)| chosen)
    }

    /// What it costs to look for an anchor, and the others to look for beside it: one after the other, each where it saves
    /// more than it costs.
    fn around(&self, all: &[(usize, Anchor)], places: &[usize], anchor: Keys) -> (f64, Chosen) {
        let (mut tried, mut looked) = (self.cost_of(&anchor), self.share_of(&anchor));
        let mut others: Vec<&(usize, Anchor)> = all.iter().filter(|(at, _)| !places.contains(at)).collect();
        let mut beside = [None, None];
        for place in &mut beside {
            let costs = others.iter().enumerate().filter_map(|(nth, (at, words))| {
                let before = *at < places[0];
                let near = self.near(&anchor, words, before)?;
                Some((looked + self.share(words) * NOTED + tried * near, nth, near, before))
            });
            let Some((cost, nth, near, before)) = costs.min_by(|one, other| one.0.total_cmp(&other.0)) else { break };
            if cost >= looked + tried {
                break;
            }
            let (_, words) = others.remove(nth);
            *place = Some(Other { words: words.clone(), before });
            looked += self.share(words) * NOTED;
            tried *= near;
        }
        (looked + tried, Chosen { anchor, beside })
    }

    /// How likely it is that some of these words stand near an anchor; `None` where nobody would look so far.
    #[allow(clippy::cast_precision_loss, reason = "small numbers")]
    fn near(&self, anchor: &Keys, other: &Anchor, before: bool) -> Option<f64> {
        let reach = anchor.reach(other, before);
        let near = 1.0 - (1.0 - self.share(other).min(1.0)).powf(reach.max(1) as f64);
        (before || reach <= AHEAD).then_some(near)
    }

    pub fn beside(&mut self, anchor: &Keys, other: Option<&Other>) -> Result<Option<Beside>, String> {
        let beside = |Other { words, before }: &Other| {
            let same = usize::from(words.least_left <= anchor.most_left);
            let reach = if *before { anchor.reach(words, true) } else { same };
            Ok(Beside { words: self.made.set(&words.words)?, before: *before, reach: reach as u8 })
        };
        other.map(beside).transpose()
    }

    fn node_anchor(&self, node: NodeId) -> Option<Anchor> {
        let here = |set: SetId| Anchor { words: self.words_of(set), least_left: 0, most_left: 0 };
        match self.get(node) {
            Node::Words(set) => Some(here(*set)),
            Node::Asked => Some(Anchor::of(ASKED)),
            Node::Pause => Some(Anchor::of(PAUSED)),
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
    fn share(&self, anchor: &Anchor) -> f64 {
        anchor.words.iter().map(|&word| self.usage.share(word)).sum()
    }

    /// At which share of all places an anchor stands.
    fn share_of(&self, anchor: &Keys) -> f64 {
        let share = |&[one, next]: &Key| {
            if one == ANY { self.usage.share(next) } else { self.usage.share_of_pair(one, next) }
        };
        anchor.all.iter().map(share).sum()
    }

    /// What it costs to try a phrase at each of these.
    #[allow(clippy::cast_precision_loss, reason = "small numbers")]
    fn cost_of(&self, anchor: &Keys) -> f64 {
        self.share_of(anchor) * (TRY + START * (anchor.most_left - anchor.least_left) as f64)
    }
}

impl Keys {
    /// Each of some words right before each of some others.
    fn product(last: &BTreeSet<WordId>, first: &BTreeSet<WordId>) -> Option<Self> {
        let few = last.len() * first.len() <= MOST_PAIRS;
        let pairs = || last.iter().flat_map(|&one| first.iter().map(move |&next| [one, next]));
        few.then(|| Self { all: pairs().collect(), least_left: 0, most_left: 0 })
    }

    fn moved(self, before: Extent) -> Self {
        let (least_left, most_left) = (self.least_left + before.least, self.most_left + before.most);
        Self { least_left, most_left, ..self }
    }

    fn or(mut self, other: Self) -> Self {
        self.all.extend(other.all);
        self.least_left = self.least_left.min(other.least_left);
        self.most_left = self.most_left.max(other.most_left);
        self
    }

    /// How far other words of the phrase stand from here, at most.
    fn reach(&self, other: &Anchor, before: bool) -> usize {
        if before {
            self.most_left.saturating_sub(other.least_left)
        } else {
            other.most_left.saturating_sub(self.least_left)
        }
    }
}

impl Anchor {
    /// What stands for no token, at the start of a sequence.
    fn of(sign: WordId) -> Self {
        Self { words: BTreeSet::from([sign]), least_left: 0, most_left: 0 }
    }

    fn moved(self, before: Extent) -> Self {
        let (least_left, most_left) = (self.least_left + before.least, self.most_left + before.most);
        Self { least_left, most_left, ..self }
    }

    /// By itself.
    fn keys(&self) -> Keys {
        let all = self.words.iter().map(|&word| [ANY, word]).collect();
        Keys { all, least_left: self.least_left, most_left: self.most_left }
    }

    fn or(mut self, other: Self) -> Self {
        self.words.extend(other.words);
        self.least_left = self.least_left.min(other.least_left);
        self.most_left = self.most_left.max(other.most_left);
        self
    }
}
