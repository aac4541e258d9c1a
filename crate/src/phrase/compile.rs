//! Phrases to a table.

#![allow(clippy::cast_possible_truncation, reason = "widths and numbers are checked before they are cut")]

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

use super::matcher::{Node, NodeId, Phrase, SequenceId, SetId, Stored, Table};
use super::pattern::{Lists, Part, PatternError, named_lists, parse};
use super::{PhraseId, PhraseRange};
use crate::text::lexicon::{Commonness, Lexicon, LexiconBuilder, WordId};

/// The widest phrase, in words: positions are bits of one machine word.
pub const WIDEST: usize = 60;
/// The most steps one phrase may take at one place.
pub const MOST_STEPS: usize = 6_000;

/// Gathers phrases; then names their words to a lexicon; then compiles.
#[derive(Clone, Debug, Default)]
pub struct TableBuilder {
    lists: Lists,
    phrases: Vec<(String, Vec<Part>)>,
}

impl TableBuilder {
    /// For phrases that may use these lists.
    pub fn new(lists: Lists) -> Self {
        Self { lists, phrases: Vec::new() }
    }

    /// Adds a phrase.
    pub fn add(&mut self, pattern: &str) -> Result<PhraseId, PatternError> {
        let parts = parse(pattern)?;
        self.lists.check(&parts)?;
        let id = u16::try_from(self.phrases.len());
        let id = id.map_err(|_| PatternError { column: 0, message: "too many phrases".to_owned() })?;
        self.phrases.push((pattern.to_owned(), parts));
        Ok(PhraseId(id))
    }

    /// The range of the phrases added since there were `before` of them.
    pub fn since(&self, before: usize) -> PhraseRange {
        PhraseRange { first: PhraseId(before as u16), end: PhraseId(self.phrases.len() as u16) }
    }

    /// How many phrases were added.
    pub fn len(&self) -> usize {
        self.phrases.len()
    }

    /// Whether no phrase was added.
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    /// The pattern of a phrase, as it was added.
    pub fn pattern(&self, id: PhraseId) -> &str {
        &self.phrases[usize::from(id.0)].0
    }

    /// The lists that no phrase uses, directly or through another list.
    pub fn unused_lists(&self) -> Vec<&str> {
        let mut used: BTreeSet<&str> = self.phrases.iter().flat_map(|(_, parts)| named_lists(parts)).collect();
        loop {
            let entries = used.iter().filter_map(|name| self.lists.get(name)).flatten();
            let more: BTreeSet<&str> = entries.flat_map(|entry| named_lists(entry)).collect();
            let before = used.len();
            used.extend(more);
            if used.len() == before {
                return self.lists.iter().map(|(name, _)| name).filter(|name| !used.contains(name)).collect();
            }
        }
    }

    /// Names every word of every phrase to the lexicon.
    pub fn name_words(&self, lexicon: &mut LexiconBuilder) {
        let lists = self.lists.iter().flat_map(|(_, entries)| entries);
        for parts in self.phrases.iter().map(|(_, parts)| parts).chain(lists) {
            name_words(parts, lexicon);
        }
    }

    /// Compiles, against a lexicon that knows every word.
    pub fn compile(&self, lexicon: &Lexicon) -> Result<Table, PatternError> {
        let mut compiler = Compiler { lists: &self.lists, lexicon, made: Made::default(), by_list: HashMap::new() };
        let named =
            |pattern: &str, message: String| PatternError { column: 0, message: format!("'{pattern}': {message}") };
        let mut phrases = Vec::with_capacity(self.phrases.len());
        for (pattern, parts) in &self.phrases {
            phrases.push(compiler.phrase(parts).map_err(|message| named(pattern, message))?);
        }
        Ok(Table::from(compiler.made.stored(phrases, lexicon.len())))
    }
}

fn name_words(parts: &[Part], lexicon: &mut LexiconBuilder) {
    for part in parts {
        match part {
            Part::Word(word) => lexicon.word(word),
            Part::Prefix(prefix) => lexicon.prefix(prefix),
            Part::Either(options) | Part::Maybe(options) => {
                for option in options {
                    name_words(option, lexicon);
                }
            }
            _ => {}
        }
    }
}

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

/// Words of which every match of a phrase has one, and how far from its start.
#[derive(Clone, Debug)]
struct Anchor {
    words: BTreeSet<WordId>,
    least_left: usize,
    most_left: usize,
}

/// Shares what is equal: lists above all.
#[derive(Debug)]
struct Interned<T> {
    items: Vec<T>,
    known: HashMap<T, u16>,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Self { items: Vec::new(), known: HashMap::new() }
    }
}

impl<T: Clone + Eq + Hash> Interned<T> {
    fn add(&mut self, item: T) -> Result<u16, String> {
        if let Some(&id) = self.known.get(&item) {
            return Ok(id);
        }
        let id = u16::try_from(self.items.len()).map_err(|_| "the table is full".to_owned())?;
        self.items.push(item.clone());
        self.known.insert(item, id);
        Ok(id)
    }
}

#[derive(Debug, Default)]
struct Made {
    nodes: Interned<Node>,
    sequences: Interned<Vec<NodeId>>,
    sets: Interned<Vec<WordId>>,
}

impl Made {
    fn set(&mut self, words: &BTreeSet<WordId>) -> Result<SetId, String> {
        self.sets.add(words.iter().copied().collect()).map(SetId)
    }

    fn node(&mut self, node: Node) -> Result<NodeId, String> {
        self.nodes.add(node).map(NodeId)
    }

    fn stored(self, phrases: Vec<Phrase>, words: usize) -> Stored {
        Stored { words, nodes: self.nodes.items, sequences: self.sequences.items, sets: self.sets.items, phrases }
    }
}

struct Compiler<'a> {
    lists: &'a Lists,
    lexicon: &'a Lexicon,
    made: Made,
    by_list: HashMap<&'a str, NodeId>,
}

impl<'a> Compiler<'a> {
    fn phrase(&mut self, parts: &'a [Part]) -> Result<Phrase, String> {
        let sequence = self.sequence(parts)?;
        let extent = self.extent(sequence);
        if extent.most > WIDEST {
            return Err(format!("up to {} words wide; the most is {WIDEST}", extent.most));
        }
        if extent.steps > MOST_STEPS {
            return Err(format!("too branchy: {} steps at each place; the most is {MOST_STEPS}", extent.steps));
        }
        if parts.iter().all(is_gap) || [parts.first(), parts.last()].into_iter().flatten().any(is_gap) {
            return Err("a gap stands between two things".to_owned());
        }
        let anchor = self.anchor(sequence).ok_or("nothing in it is required")?;
        let (least_left, most_left) = (anchor.least_left as u8, anchor.most_left as u8);
        let first = self.first_words(sequence).map(|words| self.made.set(&words)).transpose()?;
        Ok(Phrase { sequence, first, anchor: self.made.set(&anchor.words)?, least_left, most_left })
    }

    fn sequence(&mut self, parts: &'a [Part]) -> Result<SequenceId, String> {
        let nodes = parts.iter().map(|part| self.node(part)).collect::<Result<Vec<_>, _>>()?;
        self.made.sequences.add(nodes).map(SequenceId)
    }

    fn node(&mut self, part: &'a Part) -> Result<NodeId, String> {
        match part {
            Part::Word(word) => self.words(&self.lexicon.word(word.as_bytes()).into_iter().collect()),
            Part::Prefix(prefix) => self.words(&self.lexicon.beginning_with(prefix).collect()),
            Part::Shape(shape) => self.words(&self.lexicon.shaped(*shape).collect()),
            Part::List(name) => self.list(name),
            Part::Gap(most) => self.made.node(Node::Gap(*most)),
            Part::Start => self.made.node(Node::Start),
            Part::End => self.made.node(Node::End),
            Part::Pause => self.made.node(Node::Pause),
            Part::Either(options) => self.either(options, false),
            Part::Maybe(options) => self.either(options, true),
        }
    }

    fn words(&mut self, words: &BTreeSet<WordId>) -> Result<NodeId, String> {
        let set = self.made.set(words)?;
        self.made.node(Node::Words(set))
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
        let longer: Vec<SequenceId> = longer.into_iter().collect();
        let first = self.first_of_all(&longer).map(|words| self.made.set(&words)).transpose()?;
        let words = self.made.set(&single)?;
        self.made.node(Node::Either { words, first, longer, maybe })
    }

    /// The choices of a sequence that is one word, or one alternative that may not be left out.
    fn sole_choice(&self, sequence: SequenceId) -> Option<(Vec<WordId>, Vec<SequenceId>)> {
        let [node] = self.nodes(sequence) else { return None };
        match self.get(*node) {
            Node::Words(set) => Some((self.set(*set).to_vec(), Vec::new())),
            Node::Either { words, longer, maybe: false, .. } => Some((self.set(*words).to_vec(), longer.clone())),
            _ => None,
        }
    }

    fn nodes(&self, sequence: SequenceId) -> &[NodeId] {
        &self.made.sequences.items[usize::from(sequence.0)]
    }

    fn get(&self, node: NodeId) -> &Node {
        &self.made.nodes.items[usize::from(node.0)]
    }

    fn set(&self, set: SetId) -> &[WordId] {
        &self.made.sets.items[usize::from(set.0)]
    }

    fn extent(&self, sequence: SequenceId) -> Extent {
        self.nodes(sequence).iter().map(|&node| self.node_extent(node)).fold(Extent::default(), Extent::then)
    }

    fn node_extent(&self, node: NodeId) -> Extent {
        match self.get(node) {
            Node::Words(_) => Extent::of_words(1, 1),
            Node::Gap(most) => Extent::of_words(0, usize::from(*most)),
            Node::Start | Node::End | Node::Pause => Extent::of_words(0, 0),
            Node::Either { words, longer, maybe, .. } => {
                let single = (!self.set(*words).is_empty()).then(|| Extent::of_words(1, 1));
                let nothing = maybe.then(|| Extent::of_words(0, 0));
                let longer = longer.iter().map(|&option| self.extent(option));
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
                Node::Gap(_) | Node::End => return None,
                Node::Start | Node::Pause => {}
                Node::Either { words, longer, maybe, .. } => {
                    first.extend(self.set(*words));
                    first.extend(self.first_of_all(longer)?);
                    if !maybe {
                        return Some(first);
                    }
                }
            }
        }
        None
    }

    fn first_of_all(&self, sequences: &[SequenceId]) -> Option<BTreeSet<WordId>> {
        let sets: Option<Vec<_>> = sequences.iter().map(|&sequence| self.first_words(sequence)).collect();
        Some(sets?.into_iter().flatten().collect())
    }

    /// The best words to look for: the rarest, and those that leave the fewest places to start from.
    fn anchor(&self, sequence: SequenceId) -> Option<Anchor> {
        let mut before = Extent::default();
        let mut best: Option<Anchor> = None;
        for &node in self.nodes(sequence) {
            let candidate = self.node_anchor(node).map(|anchor| anchor.moved(before));
            best = [best, candidate].into_iter().flatten().min_by_key(|anchor| self.cost(anchor));
            before = before.then(self.node_extent(node));
        }
        best
    }

    fn node_anchor(&self, node: NodeId) -> Option<Anchor> {
        let here = |set: SetId| Anchor { words: self.set(set).iter().copied().collect(), least_left: 0, most_left: 0 };
        match self.get(node) {
            Node::Words(set) => Some(here(*set)),
            Node::Either { words, longer, maybe: false, .. } => {
                let single = (!self.set(*words).is_empty()).then(|| here(*words));
                let longer: Option<Vec<Anchor>> = longer.iter().map(|&option| self.anchor(option)).collect();
                single.into_iter().chain(longer?).reduce(Anchor::or)
            }
            _ => None,
        }
    }

    fn cost(&self, anchor: &Anchor) -> usize {
        let rarity = |&word: &WordId| match self.lexicon.commonness(word) {
            _ if word < crate::text::lexicon::FIRST_SHAPE + 5 => 60,
            Commonness::Rare => 2,
            Commonness::Common => 20,
            Commonness::Function => 200,
        };
        anchor.words.iter().map(rarity).sum::<usize>() * (1 + anchor.most_left - anchor.least_left)
    }
}

impl Anchor {
    fn moved(self, before: Extent) -> Self {
        let (least_left, most_left) = (self.least_left + before.least, self.most_left + before.most);
        Self { least_left, most_left, ..self }
    }

    fn or(mut self, other: Self) -> Self {
        self.words.extend(other.words);
        self.least_left = self.least_left.min(other.least_left);
        self.most_left = self.most_left.max(other.most_left);
        self
    }
}

fn is_gap(part: &Part) -> bool {
    matches!(part, Part::Gap(_))
}
