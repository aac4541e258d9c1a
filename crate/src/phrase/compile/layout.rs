//! From what the compiler made to the rows of a table: only what some phrase needs, one thing after the other.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use super::super::stored::{Beside, Choice, KIND, LAST, NONE, Phrase as Row, Stored, key_row, kind};
use super::compiler::Made;
use super::node::{Node, NodeId, Phrase, SequenceId, SetId};
use crate::flat::Rows;
use crate::text::lexicon::WordId;

/// A word that several words may begin with, and these.
type Begun = (WordId, SequenceId);

/// The rows of these phrases, over a lexicon with so many numbers; `lists` are the choices that others have parts of.
pub fn lay_out(made: &Made, lists: Vec<NodeId>, phrases: &[Phrase], words: usize) -> Stored {
    let mut layout = Layout::new(made, lists);
    let phrases: Vec<[u8; 24]> = phrases.iter().map(|phrase| layout.phrase(phrase).row()).collect();
    Stored {
        words: Rows::of_longs([words as u32]),
        steps: Rows::of_longs(layout.steps),
        choices: layout.choices.into_iter().map(Choice::row).collect::<Vec<_>>().into(),
        shared: Rows::of_longs(layout.shared),
        heads: Rows::of_shorts(layout.heads),
        begun: Rows::of_longs(layout.begun),
        open: Rows::of_longs(layout.open),
        set_lengths: Rows::of_shorts(layout.set_lengths),
        sets: Rows::of_shorts(layout.sets),
        anchor_lengths: Rows::of_shorts(made.anchors.items.iter().map(|keys| keys.len() as u16)),
        keys: made.anchors.items.iter().flatten().copied().map(key_row).collect::<Vec<_>>().into(),
        phrases: phrases.into(),
    }
}

/// A list of fewer choices of several words is not worth looking through by itself.
const WORTH_SHARING: usize = 4;

/// How many choices of several words a choice has; of equals the one made later is the larger.
fn size(made: &Made, choice: NodeId) -> (usize, NodeId) {
    match made.nodes.items.get(choice.0 as usize) {
        Some(Node::Either { longer, .. }) => (longer.len(), choice),
        _ => (0, choice),
    }
}

struct Layout<'a> {
    made: &'a Made,
    /// Where each sequence, choice and set was laid, once it was.
    sequences_at: Vec<Option<u32>>,
    choices_at: Vec<Option<u32>>,
    /// What each list has by itself, once it was laid.
    own: HashMap<NodeId, Vec<Begun>>,
    /// The lists, those with the most choices of several words first.
    lists: Vec<NodeId>,
    sets_at: Vec<Option<u32>>,
    steps: Vec<u32>,
    choices: Vec<Choice>,
    shared: Vec<u32>,
    heads: Vec<u16>,
    begun: Vec<u32>,
    open: Vec<u32>,
    set_lengths: Vec<u16>,
    sets: Vec<u16>,
}

impl<'a> Layout<'a> {
    fn new(made: &'a Made, mut lists: Vec<NodeId>) -> Self {
        lists.sort_by_key(|&list| Reverse(size(made, list)));
        Self {
            made,
            own: HashMap::new(),
            lists,
            sequences_at: vec![None; made.sequences.items.len()],
            choices_at: vec![None; made.nodes.items.len()],
            sets_at: vec![None; made.sets.items.len()],
            steps: Vec::new(),
            choices: Vec::new(),
            shared: Vec::new(),
            heads: Vec::new(),
            begun: Vec::new(),
            open: Vec::new(),
            set_lengths: Vec::new(),
            sets: Vec::new(),
        }
    }

    fn phrase(&mut self, phrase: &Phrase) -> Row {
        let sequence = self.sequence(phrase.sequence);
        Row {
            sequence,
            aside: phrase.aside,
            first: phrase.first.map_or(NONE, |set| self.set(set)),
            anchor: phrase.anchor.0,
            beside: phrase.beside.map(|beside| {
                beside.map_or(Beside::NOTHING, |one| Beside {
                    set: self.set(one.words),
                    reach: one.reach,
                    before: one.before,
                })
            }),
            least_left: phrase.least_left,
            most_left: phrase.most_left,
        }
    }

    /// What a sequence refers to is laid before it, so that nothing refers to itself.
    fn sequence(&mut self, id: SequenceId) -> u32 {
        if let Some(at) = self.sequences_at.get(id.0 as usize).copied().flatten() {
            return at;
        }
        let made = self.made;
        let nodes = made.sequences.items.get(id.0 as usize).map_or(&[][..], Vec::as_slice);
        let mut steps: Vec<u32> = nodes.iter().map(|&node| self.step(node)).collect();
        if steps.is_empty() {
            steps.push(kind::GAP << KIND);
        }
        let at = self.steps.len() as u32;
        self.steps.extend(steps);
        self.steps.last_mut().into_iter().for_each(|last| *last |= LAST);
        self.sequences_at.get_mut(id.0 as usize).into_iter().for_each(|known| *known = Some(at));
        at
    }

    fn step(&mut self, id: NodeId) -> u32 {
        let made = self.made;
        let (kind, of) = match &made.nodes.items[id.0 as usize] {
            Node::Words(set) => match made.sets.items[set.0 as usize][..] {
                [word] => (kind::WORD, u32::from(word)),
                _ => (kind::SET, self.set(*set)),
            },
            Node::Gap(most) => (kind::GAP, u32::from(*most)),
            Node::Start => (kind::START, 0),
            Node::End => (kind::END, 0),
            Node::Asked => (kind::ASKED, 0),
            Node::Pause => (kind::PAUSE, 0),
            Node::Either { .. } => (kind::EITHER, self.choice(id)),
        };
        kind << KIND | of
    }

    fn choice(&mut self, id: NodeId) -> u32 {
        let made = self.made;
        let (None, Node::Either { words, longer, open, maybe }) =
            (self.choices_at[id.0 as usize], &made.nodes.items[id.0 as usize])
        else {
            return self.choices_at[id.0 as usize].unwrap_or_default();
        };
        let words = self.set(*words);
        let (shared, own) = self.parts(id, longer);
        let begun: Vec<u32> = own.iter().map(|(_, sequence)| self.sequence(*sequence)).collect();
        let open: Vec<u32> = open.iter().map(|sequence| self.sequence(*sequence)).collect();
        self.heads.extend(own.iter().map(|(word, _)| word));
        self.begun.extend(begun);
        self.open.extend(open);
        self.shared.extend(shared);
        self.own.insert(id, own);
        let [begun_end, shared_end, open_end] =
            [self.begun.len(), self.shared.len(), self.open.len()].map(|end| end as u32);
        let at = self.choices.len() as u32;
        self.choices.push(Choice { words, begun_end, shared_end, open_end, maybe: *maybe });
        self.choices_at[id.0 as usize] = Some(at);
        at
    }

    /// Which lists a choice has as parts, and what it has by itself. A part is a smaller list, so that none is its own.
    fn parts(&mut self, id: NodeId, longer: &[Begun]) -> (Vec<u32>, Vec<Begun>) {
        let mut left: BTreeSet<Begun> = longer.iter().copied().collect();
        let mut shared = Vec::new();
        for list in self.lists.clone() {
            if size(self.made, list) >= size(self.made, id) || !self.is_part(list, longer) {
                continue;
            }
            let at = self.choice(list);
            let own = self.own.get(&list).map_or(&[][..], Vec::as_slice);
            if own.len() >= WORTH_SHARING && own.iter().all(|begun| left.contains(begun)) {
                left.retain(|begun| own.binary_search(begun).is_err());
                shared.push(at);
            }
        }
        (shared, left.into_iter().collect())
    }

    /// Whether all of a list's choices of several words, enough of them to be worth it, are among these, which are sorted.
    fn is_part(&self, list: NodeId, longer: &[Begun]) -> bool {
        match &self.made.nodes.items[list.0 as usize] {
            Node::Either { longer: part, .. } => {
                part.len() >= WORTH_SHARING && part.iter().all(|begun| longer.binary_search(begun).is_ok())
            }
            _ => false,
        }
    }

    fn set(&mut self, id: SetId) -> u32 {
        if let Some(at) = self.sets_at[id.0 as usize] {
            return at;
        }
        let at = self.set_lengths.len() as u32;
        let words = &self.made.sets.items[id.0 as usize];
        self.sets.extend(words);
        self.set_lengths.push(words.len() as u16);
        self.sets_at[id.0 as usize] = Some(at);
        at
    }
}
