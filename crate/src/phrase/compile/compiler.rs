mod anchor;

use std::collections::{BTreeSet, HashMap};

use anchor::Chosen;

use super::super::pattern::{Lists, Part};
use super::super::stored::{Key, Stored};
use super::interned::Interned;
use super::layout;
use super::node::{AnchorId, Node, NodeId, Phrase, SequenceId, SetId};
use super::usage::Usage;
use super::{MOST_STEPS, WIDEST};
use crate::text::lexicon::{BREAK, Lexicon, WordId};
use crate::text::shape::Shape;

/// How many words something takes, at least and at most, and how many steps it costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Extent {
    least: usize,
    most: usize,
    steps: usize,
}

impl Extent {
    fn of_words(least: usize, most: usize) -> Self {
        Self { least, most, steps: 1 }
    }

    fn then(self, next: Self) -> Self {
        Self { least: self.least + next.least, most: self.most + next.most, steps: self.steps + next.steps }
    }

    fn or(self, other: Self) -> Self {
        let steps = self.steps + other.steps;
        Self { least: self.least.min(other.least), most: self.most.max(other.most), steps }
    }
}

/// All that was made so far.
#[derive(Debug, Default)]
pub struct Made {
    /// Steps.
    pub nodes: Interned<Node>,
    /// Sequences of steps.
    pub sequences: Interned<Vec<NodeId>>,
    /// Sets of words.
    pub sets: Interned<Vec<WordId>>,
    /// Anchors: what phrases are looked for by.
    pub anchors: Interned<Vec<Key>>,
}

impl Made {
    fn set(&mut self, words: &BTreeSet<WordId>) -> Result<SetId, String> {
        self.sets.add(words.iter().copied().collect()).map(SetId)
    }

    fn anchor(&mut self, keys: &BTreeSet<Key>) -> Result<AnchorId, String> {
        self.anchors.add(keys.iter().copied().collect()).map(AnchorId)
    }

    fn node(&mut self, node: Node) -> Result<NodeId, String> {
        self.nodes.add(node).map(NodeId)
    }
}

/// Turns the parts of phrases into the nodes of one table.
pub struct Compiler<'a> {
    lists: &'a Lists,
    lexicon: &'a Lexicon,
    usage: &'a Usage,
    made: Made,
    by_list: HashMap<&'a str, NodeId>,
}

impl<'a> Compiler<'a> {
    /// For phrases that may use these lists and words, in texts with words as usual.
    pub fn new(lists: &'a Lists, lexicon: &'a Lexicon, usage: &'a Usage) -> Self {
        Self { lists, lexicon, usage, made: Made::default(), by_list: HashMap::new() }
    }

    /// The table, as it is stored.
    pub fn finish(&self, phrases: &[Phrase]) -> Stored {
        layout::lay_out(&self.made, self.by_list.values().copied().collect(), phrases, self.lexicon.len())
    }

    /// Adds a phrase.
    pub fn phrase(&mut self, parts: &'a [Part], aside: bool) -> Result<Phrase, String> {
        let sequence = self.sequence(parts)?;
        let extent = self.extent(sequence);
        if extent.most > WIDEST {
            return Err(format!("up to {} words wide; the most is {WIDEST}", extent.most));
        }
        if extent.steps > MOST_STEPS {
            return Err(format!("too branchy: {} steps at each place; the most is {MOST_STEPS}", extent.steps));
        }
        if parts.iter().all(is_gap) || may_end_in_gap(parts, <[Part]>::first) || may_end_in_gap(parts, <[Part]>::last) {
            return Err("a gap, like <next>, stands between two things".to_owned());
        }
        let Chosen { anchor, beside } = self.choose(sequence).ok_or("nothing in it is required")?;
        let (least_left, most_left) = (anchor.least_left as u8, anchor.most_left as u8);
        let first = self.first_words(sequence).map(|words| self.made.set(&words)).transpose()?;
        let beside = [self.beside(&anchor, beside[0].as_ref())?, self.beside(&anchor, beside[1].as_ref())?];
        Ok(Phrase { sequence, first, anchor: self.made.anchor(&anchor.all)?, least_left, most_left, beside, aside })
    }

    /// A phrase that matches nothing.
    pub fn nothing(&mut self) -> Phrase {
        let first = self.made.set(&BTreeSet::new()).unwrap_or(SetId(0));
        let anchor = self.made.anchor(&BTreeSet::new()).unwrap_or(AnchorId(0));
        // No place is at least one word and at most none before its anchor.
        Phrase {
            sequence: SequenceId(0),
            first: Some(first),
            anchor,
            least_left: 1,
            most_left: 0,
            beside: [None; 2],
            aside: false,
        }
    }

    fn sequence(&mut self, parts: &'a [Part]) -> Result<SequenceId, String> {
        let nodes = parts.iter().map(|part| self.node(part)).collect::<Result<Vec<_>, _>>()?;
        self.made.sequences.add(nodes).map(SequenceId)
    }

    fn node(&mut self, part: &'a Part) -> Result<NodeId, String> {
        match part {
            Part::Word(word) => self.words(&self.lexicon.word(word.as_bytes()).into_iter().collect()),
            Part::Prefix(prefix) => self.words(&self.lexicon.beginning_with(prefix).collect()),
            Part::Shape(shape) => self.shape(*shape),
            Part::List(name) => self.list(name),
            Part::Gap(most) => self.made.node(Node::Gap(*most)),
            Part::Start => self.made.node(Node::Start),
            Part::End => self.made.node(Node::End),
            Part::Next => self.words(&BTreeSet::from([BREAK])),
            Part::Asked => self.made.node(Node::Asked),
            Part::Pause => self.made.node(Node::Pause),
            Part::Either(options) => self.either(options, false),
            Part::Maybe(options) => self.either(options, true),
        }
    }

    fn words(&mut self, words: &BTreeSet<WordId>) -> Result<NodeId, String> {
        let set = self.made.set(words)?;
        self.made.node(Node::Words(set))
    }

    /// What looks so, and the words of the list that is called so: `number` holds a language's number words.
    fn shape(&mut self, shape: Shape) -> Result<NodeId, String> {
        let (lists, lexicon) = (self.lists, self.lexicon);
        let spelt = lists.get(shape.name()).unwrap_or_default().iter().filter_map(|entry| match &entry[..] {
            [Part::Word(word)] => lexicon.word(word.as_bytes()),
            _ => None,
        });
        self.words(&lexicon.shaped(shape).chain(spelt).collect())
    }

    fn list(&mut self, name: &'a str) -> Result<NodeId, String> {
        if let Some(&node) = self.by_list.get(name) {
            return Ok(node);
        }
        let lists = self.lists;
        let entries = lists.get(name).ok_or_else(|| format!("no list is called {{{name}}}"))?;
        let node = self.either(entries, false)?;
        self.by_list.insert(name, node);
        Ok(node)
    }

    /// Single words are gathered in one set, lists of single words among them; the rest is tried one by one.
    fn either(&mut self, options: &'a [Vec<Part>], maybe: bool) -> Result<NodeId, String> {
        let (mut single, mut longer) = (BTreeSet::new(), BTreeSet::new());
        for option in options {
            let sequence = self.sequence(option)?;
            match self.sole_choice(sequence) {
                Some((words, sequences)) => {
                    single.extend(words);
                    longer.extend(sequences);
                }
                None => drop(longer.insert(sequence)),
            }
        }
        if longer.is_empty() && !maybe {
            return self.words(&single);
        }
        let (mut begun, mut open) = (Vec::new(), Vec::new());
        for option in longer {
            match self.first_words(option) {
                Some(first) => begun.extend(first.into_iter().map(|word| (word, option))),
                None => open.push(option),
            }
        }
        begun.sort_unstable();
        let words = self.made.set(&single)?;
        self.made.node(Node::Either { words, longer: begun, open, maybe })
    }

    /// The choices of a sequence that is one word, or one alternative that may not be left out.
    fn sole_choice(&self, sequence: SequenceId) -> Option<(Vec<WordId>, Vec<SequenceId>)> {
        let [node] = self.nodes(sequence) else { return None };
        match self.get(*node) {
            Node::Words(set) => Some((self.set(*set).to_vec(), Vec::new())),
            Node::Either { words, longer, open, maybe: false } => {
                Some((self.set(*words).to_vec(), choices(longer, open)))
            }
            _ => None,
        }
    }

    fn nodes(&self, sequence: SequenceId) -> &[NodeId] {
        &self.made.sequences.items[sequence.0 as usize]
    }

    fn get(&self, node: NodeId) -> &Node {
        &self.made.nodes.items[node.0 as usize]
    }

    fn set(&self, set: SetId) -> &[WordId] {
        &self.made.sets.items[set.0 as usize]
    }

    fn extent(&self, sequence: SequenceId) -> Extent {
        self.nodes(sequence).iter().map(|&node| self.node_extent(node)).fold(Extent::default(), Extent::then)
    }

    fn node_extent(&self, node: NodeId) -> Extent {
        match self.get(node) {
            Node::Words(_) => Extent::of_words(1, 1),
            Node::Gap(most) => Extent::of_words(0, usize::from(*most)),
            Node::Start | Node::End | Node::Asked | Node::Pause => Extent::of_words(0, 0),
            Node::Either { words, longer, open, maybe } => {
                let single = (!self.set(*words).is_empty()).then(|| Extent::of_words(1, 1));
                let nothing = maybe.then(|| Extent::of_words(0, 0));
                let longer = choices(longer, open).into_iter().map(|option| self.extent(option));
                single.into_iter().chain(nothing).chain(longer).reduce(Extent::or).unwrap_or_default()
            }
        }
    }

    /// The words one of which a sequence begins with; `None` where it may begin with anything.
    fn first_words(&self, sequence: SequenceId) -> Option<BTreeSet<WordId>> {
        let mut first = BTreeSet::new();
        for &node in self.nodes(sequence) {
            match self.get(node) {
                Node::Words(set) => {
                    first.extend(self.set(*set));
                    return Some(first);
                }
                Node::Gap(_) | Node::End | Node::Asked => return None,
                Node::Start | Node::Pause => {}
                Node::Either { words, longer, open, maybe } => {
                    first.extend(self.set(*words));
                    first.extend(longer.iter().map(|(word, _)| word));
                    if !open.is_empty() {
                        return None;
                    }
                    if !maybe {
                        return Some(first);
                    }
                }
            }
        }
        None
    }
}

/// The choices of several words, each once.
fn choices(longer: &[(WordId, SequenceId)], open: &[SequenceId]) -> Vec<SequenceId> {
    let begun = longer.iter().map(|(_, option)| option);
    begun.chain(open).copied().collect::<BTreeSet<_>>().into_iter().collect()
}

/// Whether the outermost part at this end may be a gap, that of any alternative too.
fn may_end_in_gap(parts: &[Part], end: fn(&[Part]) -> Option<&Part>) -> bool {
    end(parts).is_some_and(|part| match part {
        Part::Either(options) | Part::Maybe(options) => options.iter().any(|option| may_end_in_gap(option, end)),
        part => is_gap(part),
    })
}

fn is_gap(part: &Part) -> bool {
    matches!(part, Part::Gap(_) | Part::Next)
}
