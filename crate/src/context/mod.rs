//! Guards: what the words around a match make of it.
//!
//! `ConText` (Harkema et al. 2009), the family that clinical text mining uses for "denies chest pain" and "family
//! history of": a trigger before or behind a match reaches it within its scope, unless a terminator or the end of the
//! sentence stands between; a pseudo-trigger ("not only") takes the trigger back. The words are data:
//! `rules/<language>/context.toml`.

use serde::{Deserialize, Serialize};

use crate::phrase::{Hit, PhraseRange};
use crate::text::Tokens;
use crate::text::lexicon::BREAK;

/// A reason to set a match aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Guard {
    /// It is denied.
    Negation,
    /// It is asked.
    Question,
    /// It is only imagined.
    Hypothetical,
    /// Somebody else is said to say it.
    Attribution,
    /// It is about somebody or something else.
    Experiencer,
    /// It is past and over.
    History,
    /// It is plainly a joke.
    Joke,
}

impl Guard {
    /// Every guard, in the order in which they are asked.
    pub const ALL: [Self; 7] = [
        Self::Negation,
        Self::Question,
        Self::Hypothetical,
        Self::Attribution,
        Self::Experiencer,
        Self::History,
        Self::Joke,
    ];

    /// The name rule files and assessments use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Negation => "negation",
            Self::Question => "question",
            Self::Hypothetical => "hypothetical",
            Self::Attribution => "attribution",
            Self::Experiencer => "experiencer",
            Self::History => "history",
            Self::Joke => "joke",
        }
    }
}

/// The words of one guard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Which guard.
    pub guard: Guard,
    /// Triggers that reach forward.
    pub before: PhraseRange,
    /// Triggers that reach back.
    pub after: PhraseRange,
    /// Pseudo-triggers.
    pub not: PhraseRange,
    /// Where one of these stands anywhere, the guard applies to every claim of the video: a sketch is a joke throughout.
    pub anywhere: PhraseRange,
    /// Words that end the scope of this guard, beside the terminators of all.
    pub until: PhraseRange,
    /// How many words a trigger reaches over.
    pub scope: u8,
}

/// The guards of a language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// The words of each guard.
    pub terms: Vec<Terms>,
    /// Words that end a scope.
    pub terminators: PhraseRange,
}

/// A trigger found in a text.
#[derive(Clone, Copy, Debug)]
struct Trigger {
    guard: Guard,
    forward: bool,
    scope: usize,
    hit: Hit,
}

impl Context {
    /// The guards that apply to the whole video because of words in this field.
    pub fn throughout<'a>(&'a self, hits: &'a [Hit]) -> impl Iterator<Item = Guard> + 'a {
        self.terms.iter().filter(|terms| !terms.anywhere.of(hits).is_empty()).map(|terms| terms.guard)
    }
}

impl Context {
    /// The phrases that matter only around a match.
    pub fn around(&self) -> impl Iterator<Item = PhraseRange> + '_ {
        let of_guard = |terms: &Terms| [terms.before, terms.after, terms.not, terms.until];
        self.terms.iter().flat_map(of_guard).chain([self.terminators])
    }

    /// How many words a trigger reaches over at most.
    pub fn reach(&self) -> usize {
        self.terms.iter().map(|terms| usize::from(terms.scope)).max().unwrap_or_default()
    }
}

/// The triggers and terminators of one text.
#[derive(Debug, Default)]
pub struct Surroundings {
    triggers: Vec<Trigger>,
    /// What ends a scope, and whose; `None` ends every scope.
    terminators: Vec<(Hit, Option<Guard>)>,
    /// Where a question mark asks nothing: "Want to feel calm?"
    rhetorical: Vec<Hit>,
    reach: usize,
}

/// No trigger is wider than the widest phrase.
const WIDEST: usize = crate::phrase::compile::WIDEST;

impl Surroundings {
    /// Sorts what was found in a text; `hits` in the order of [`Table::find_around`](crate::phrase::Table::find_around).
    pub fn new(context: &Context, hits: &[Hit]) -> Self {
        let mut triggers: Vec<Trigger> = context.terms.iter().flat_map(|terms| triggers(terms, hits)).collect();
        triggers.sort_by_key(|trigger| trigger.hit.first);
        let until =
            context.terms.iter().flat_map(|terms| terms.until.of(hits).iter().map(|hit| (*hit, Some(terms.guard))));
        let mut terminators: Vec<_> =
            context.terminators.of(hits).iter().map(|hit| (*hit, None)).chain(until).collect();
        terminators.sort_by_key(|(hit, _)| hit.first);
        let questions = context.terms.iter().filter(|terms| terms.guard == Guard::Question);
        let rhetorical = questions.flat_map(|terms| terms.not.of(hits)).copied().collect();
        Self { triggers, terminators, rhetorical, reach: context.reach() + WIDEST }
    }

    /// The first guard, in the order of [`Guard::ALL`], that sets this match aside.
    pub fn guard(&self, found: Hit, tokens: &Tokens, heedless: &[Guard]) -> Option<Guard> {
        let from = self.triggers.partition_point(|trigger| trigger.hit.first + self.reach < found.first);
        let near = self.triggers[from..].iter().take_while(|trigger| trigger.hit.first <= found.end + self.reach);
        let reached = near.filter(|trigger| self.reaches(trigger, found, tokens)).map(|trigger| trigger.guard);
        let asked = self.is_asked(found, tokens).then_some(Guard::Question);
        reached.chain(asked).filter(|guard| !heedless.contains(guard)).min()
    }

    fn is_asked(&self, found: Hit, tokens: &Tokens) -> bool {
        let last = found.end - 1;
        let sentence = tokens.sentence(last);
        let rhetorical = self.rhetorical.iter().any(|hit| sentence.contains(&hit.first));
        tokens.is_question(last) && !rhetorical
    }

    /// A denial also counts within the match: "crystals do not cure anxiety" is found as crystals that cure anxiety; and so
    /// does what comes after a quotation: "just smile, and other things they told me about depression".
    fn reaches(&self, trigger: &Trigger, found: Hit, tokens: &Tokens) -> bool {
        let within = found.first < trigger.hit.first && trigger.hit.end < found.end;
        if within && matches!((trigger.guard, trigger.forward), (Guard::Negation, true) | (Guard::Attribution, false)) {
            return true;
        }
        let (from, to) = if trigger.forward { (trigger.hit.end, found.first) } else { (found.end, trigger.hit.first) };
        let open = || !tokens.ids()[from..to].contains(&BREAK) && !self.is_cut(from, to, trigger.guard);
        from <= to && to - from <= trigger.scope && open()
    }

    /// Whether a terminator stands between a trigger and a match. One of the guard's own may be how the match begins.
    fn is_cut(&self, from: usize, to: usize, guard: Guard) -> bool {
        let first = self.terminators.partition_point(|(hit, _)| hit.first < from);
        let near = self.terminators[first..].iter().take_while(|(hit, _)| hit.first <= to);
        let mut cuts = near.filter(|(hit, whose)| hit.end <= to || *whose == Some(guard));
        cuts.any(|(_, whose)| whose.is_none_or(|whose| whose == guard))
    }
}

fn triggers<'a>(terms: &'a Terms, hits: &'a [Hit]) -> impl Iterator<Item = Trigger> + 'a {
    let mut pseudo = terms.not.of(hits).to_vec();
    pseudo.sort_by_key(|hit| hit.first);
    let scope = usize::from(terms.scope);
    let make = move |forward| move |hit: &Hit| Trigger { guard: terms.guard, forward, scope, hit: *hit };
    let all = terms.before.of(hits).iter().map(make(true)).chain(terms.after.of(hits).iter().map(make(false)));
    all.filter(move |trigger| !taken_back(&pseudo, trigger.hit))
}

/// Whether a pseudo-trigger overlaps the trigger.
fn taken_back(pseudo: &[Hit], trigger: Hit) -> bool {
    let from = pseudo.partition_point(|hit| hit.first + WIDEST < trigger.first);
    pseudo[from..].iter().take_while(|hit| hit.first < trigger.end).any(|hit| hit.overlaps(trigger))
}
