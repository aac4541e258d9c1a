//! Rules and guards on the words of one field.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Words;
use crate::assessment::Category;
use crate::context::{Guard, Surroundings};
use crate::pack::{Language, Rule, Topic};
use crate::phrase::compile::WIDEST;
use crate::phrase::{Hit, PhraseId, PhraseRange};
use crate::text::Tokens;
use crate::text::lexicon::BREAK;

/// A match of a rule, and what became of it.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// The words.
    pub hit: Hit,
    /// The guard that set it aside.
    pub overruled: Option<&'static str>,
}

/// How many words an exception may be away from what it excepts.
const EXCEPTION_REACH: usize = 6;
/// How far into the sentences before and behind that of a match what sets it aside is looked for, in words.
const INTO_OTHERS: usize = 16;

/// Every match of every rule that looks in this field, in the order of the rules, then of the words.
pub fn judge<'a>(language: &'a Language, words: &Words) -> Vec<Judged<'a>> {
    judge_hits(language, words, &language.table.find_all(&words.tokens))
}

/// The same, where the phrases have been found already.
pub(super) fn judge_hits<'a>(language: &'a Language, words: &Words, hits: &[Hit]) -> Vec<Judged<'a>> {
    let rules = language.rules.iter().filter(|rule| rule.fields.contains(&words.field));
    let matched = rules.map(|rule| (rule, apart(rule.phrases.of(hits)))).filter(|(_, matches)| !matches.is_empty());
    let matched: Vec<(&Rule, Vec<Hit>)> = matched.collect();
    if matched.is_empty() {
        return Vec::new();
    }
    let around = find_around(language, &words.tokens, &matched);
    let surroundings = Surroundings::new(&language.context, &around);
    let judged = matched.iter().flat_map(|(rule, matches)| {
        let exceptions = rule.unless.of(&around);
        matches.iter().map(|hit| judge_match(rule, *hit, exceptions, &surroundings, &words.tokens))
    });
    judged.collect()
}

fn judge_match<'a>(
    rule: &'a Rule,
    hit: Hit,
    exceptions: &[Hit],
    surroundings: &Surroundings,
    tokens: &Tokens,
) -> Judged<'a> {
    let guarded = surroundings.guard(hit, tokens, &rule.heedless).map(Guard::name);
    let excepted = || exceptions.iter().any(|other| is_near(hit, *other, tokens)).then_some("exception");
    Judged { rule, hit, overruled: guarded.or_else(excepted) }
}

/// What might set these matches aside: exceptions of their rules, and words of guards.
fn find_around(language: &Language, tokens: &Tokens, matched: &[(&Rule, Vec<Hit>)]) -> Vec<Hit> {
    let exceptions = matched.iter().map(|(rule, _)| rule.unless);
    let phrases: Vec<PhraseRange> = language.context.around().chain(exceptions).collect();
    let reach = language.context.reach().max(EXCEPTION_REACH);
    let places = matched.iter().flat_map(|(_, matches)| matches);
    let mut places: Vec<Range<usize>> = places.map(|hit| place_around(*hit, reach, tokens)).collect();
    places.sort_unstable_by_key(|place| place.start);
    places.dedup_by(|next, last| {
        let touch = next.start <= last.end;
        last.end = if touch { last.end.max(next.end) } else { last.end };
        touch
    });
    language.table.find_around(tokens, &places, &phrases)
}

/// Where something may stand that sets a match aside: in its sentences, or beginning or going on in the next ones.
fn place_around(hit: Hit, reach: usize, tokens: &Tokens) -> Range<usize> {
    let (first, last) = (tokens.sentence(hit.first).start, tokens.sentence(hit.end - 1).end);
    let from = first.saturating_sub(INTO_OTHERS).max(hit.first.saturating_sub(reach + WIDEST));
    from..(last + INTO_OTHERS).min(hit.end + reach + WIDEST).min(tokens.len())
}

fn is_near(hit: Hit, other: Hit, tokens: &Tokens) -> bool {
    let (from, to) = (hit.end.min(other.end), hit.first.max(other.first));
    hit.distance(other) <= EXCEPTION_REACH && (from >= to || !tokens.ids()[from..to].contains(&BREAK))
}

/// The matches of one rule without overlap: leftmost, then longest.
fn apart(hits: &[Hit]) -> Vec<Hit> {
    let mut sorted = hits.to_vec();
    sorted.sort_by_key(|hit| (hit.first, std::cmp::Reverse(hit.end)));
    let mut kept: Vec<Hit> = Vec::new();
    for hit in sorted {
        if kept.last().is_none_or(|last| last.end <= hit.first) {
            kept.push(hit);
        }
    }
    kept
}

/// Of overlapping matches of one category, the weightiest, then the longest: one thing is said once. A match that was set
/// aside never hides one that was not.
pub fn strongest<'j, 'a>(judged: &'j [Judged<'a>]) -> Vec<&'j Judged<'a>> {
    let rank = |one: &Judged| (one.overruled.is_none(), one.rule.weight, one.hit.end - one.hit.first);
    let mut ranked: Vec<&Judged> = judged.iter().collect();
    ranked.sort_by_key(|one| std::cmp::Reverse(rank(one)));
    let mut kept: Vec<&Judged> = Vec::new();
    for one in ranked {
        let same = |other: &&Judged| other.rule.category == one.rule.category && other.hit.overlaps(one.hit);
        if !kept.iter().any(same) {
            kept.push(one);
        }
    }
    kept.sort_by_key(|one| one.hit.first);
    kept
}

/// Whether the words of all fields together are about mental health: because they say so, or because a claim stands
/// beside words of care.
pub(super) fn is_on_topic<'j>(
    language: &Language,
    hits: &[Vec<Hit>],
    mut judged: impl Iterator<Item = &'j Judged<'j>> + Clone,
) -> bool {
    let all = |among| hits.iter().flat_map(move |hits| meant(language.topic, among, hits));
    let Topic { strong, weak, beside, .. } = language.topic;
    judged.clone().any(Judged::is_crisis)
        || all(strong).next().is_some()
        || all(weak).collect::<BTreeSet<PhraseId>>().len() >= 2
        || judged.any(Judged::is_claim) && all(beside).next().is_some()
}

/// The phrases of the topic in one field, without those that only seem to be: "tropical depression".
fn meant(topic: Topic, among: PhraseRange, hits: &[Hit]) -> impl Iterator<Item = PhraseId> {
    let other = topic.not.of(hits);
    let found = among.of(hits).iter();
    found.filter(move |hit| !other.iter().any(|other| other.overlaps(**hit))).map(|hit| hit.phrase)
}

impl Judged<'_> {
    /// Applies a guard that holds for the whole video. It says nothing about offers, help lines or good practice.
    pub fn set_aside_claim(&mut self, guard: Guard) {
        if self.rule.category.is_claim() && !self.rule.heedless.contains(&guard) {
            self.overruled = self.overruled.or(Some(guard.name()));
        }
    }

    /// Whether a claim is made or care is offered, and no guard set it aside.
    fn is_claim(&self) -> bool {
        let category = self.rule.category;
        (category.is_claim() || category == Category::BoundaryViolation) && self.overruled.is_none()
    }

    /// Whether suicide or self-harm is spoken of: a topic of its own.
    pub fn is_crisis(&self) -> bool {
        self.rule.category == Category::CrisisContent && self.overruled.is_none()
    }
}
