//! Whose a title is.

use std::ops::Range;

use super::scene::Scene;
use super::titles::{Form, Mention};
use super::{is_among, names, number, place};
use crate::domain::domain;
use crate::domain::pack::Frame;
use crate::phrase::Hit;
use crate::text::Marks;
use crate::text::shape::Shape;
use crate::video::Field;

/// What a text does with a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// Claims it, by or for the speaker.
    Claimed,
    /// The speaker says not to have it.
    Denied,
    /// The speaker had it.
    Former,
    /// The speaker is on the way to it.
    Training,
    /// Nothing that concerns the speaker.
    Nothing,
}

/// How far words behind a title reach back.
const REACH_BACK: usize = 1;

/// Decides by the nearest words before the title, then by those behind it, then by where it stands.
pub fn of(scene: &Scene, mention: &Mention) -> Stance {
    let before = nearest(scene, mention);
    let after = behind(scene, mention);
    let is = |frame| before.is_some_and(|(_, nearest)| nearest == frame) || after.contains(&frame);
    if scene.frames.is_other_trade(&mention.tokens) || is_of_somebody_else(scene, mention, before) {
        return Stance::Nothing;
    }
    if is(Frame::Unreal) || before.is_some_and(|(hit, _)| is_set_aside(scene, hit)) {
        return Stance::Nothing;
    }
    if mention.is_possessive(scene) && !after.contains(&Frame::Speaker) {
        return Stance::Nothing;
    }
    match before {
        Some((hit, Frame::Negated)) if speaks_of_self(scene, hit) => Stance::Denied,
        Some((_, Frame::Negated)) => Stance::Nothing,
        Some((_, Frame::Prose)) if scene.words.field != Field::CreatorName => Stance::Nothing,
        _ if is(Frame::Other) => Stance::Nothing,
        Some((hit, Frame::Former | Frame::Training)) if !is_own_past(scene, mention, hit) => Stance::Nothing,
        Some((_, Frame::Former)) => Stance::Former,
        Some((_, Frame::Training)) => Stance::Training,
        _ if !is_spoken_for(scene, mention, before, &after) => Stance::Nothing,
        _ if is(Frame::Former) => Stance::Former,
        _ if is(Frame::Training) => Stance::Training,
        _ => Stance::Claimed,
    }
}

/// "Jane Doe, LCSW" in a show of somebody else.
fn is_of_somebody_else(scene: &Scene, mention: &Mention, before: Option<(Hit, Frame)>) -> bool {
    let subject =
        before.filter(|(_, frame)| *frame == Frame::Named).and_then(|(hit, _)| names::before(scene, hit.first));
    let behind = || names::at(scene, mention.tokens.end);
    let name = mention.name.clone().or(subject).or_else(behind);
    name.is_some_and(|name| names::is_somebody_else(scene, name))
}

/// "Former therapist turned coach" in a heading is the speaker's past; "former nurse charged with …" is news.
fn is_own_past(scene: &Scene, mention: &Mention, frame: Hit) -> bool {
    speaks_of_self(scene, frame) && (scene.words.field != Field::Title || closes(scene, mention))
}

/// Whether something says that the title is the speaker's.
fn is_spoken_for(scene: &Scene, mention: &Mention, before: Option<(Hit, Frame)>, after: &[Frame]) -> bool {
    let framed = match before {
        // "made by therapists" is what companies say.
        Some((hit, Frame::Speaker)) => !(mention.is_plural(scene) && is_of_makers(scene, hit)),
        Some((hit, Frame::Named)) => is_named(scene, hit) || mention.form == Form::Licensed && is_called(scene, hit),
        Some((_, Frame::Credit)) => mention.name.is_some(),
        _ => false,
    };
    let own_name = || mention.name.clone().is_some_and(|name| names::is_creator(scene, name));
    let numbered = || {
        matches!(mention.form, Form::Letters | Form::Licensed)
            && number::behind(&scene.words.text, mention.bytes.end).is_some()
    };
    framed
        || scene.is_about_creator() && (!mention.is_plural(scene) || is_counted(scene, mention))
        || mention.form == Form::Own
        || after.contains(&Frame::Speaker)
        || own_name()
        || numbered()
        || is_heading(scene, mention)
}

/// Whether the frame ends with the word before those who made something: "presented by".
fn is_of_makers(scene: &Scene, frame: Hit) -> bool {
    scene
        .said(frame.first..frame.end)
        .rsplit_once(' ')
        .is_some_and(|(_, last)| is_among(|wording| &wording.made_by, last))
}

/// "Two therapists, one microphone"
fn is_counted(scene: &Scene, mention: &Mention) -> bool {
    let start = scene.sentence(mention.tokens.start).start;
    let said = scene.said(start..start + 1).to_lowercase();
    (domain().counts.contains(&said) || Shape::of(&said) == Some(Shape::Number)) && start + 1 == mention.tokens.start
}

/// The frame that ends nearest before a title or the name with it; of equals the longest.
fn nearest(scene: &Scene, mention: &Mention) -> Option<(Hit, Frame)> {
    let to = |token: usize| {
        let reaching = scene.frames.before(token).filter(move |(hit, _, reach)| reaches(scene, hit.end..token, *reach));
        reaching
            .max_by_key(|(hit, frame, _)| (hit.end, hit.end - hit.first, *frame != Frame::Speaker))
            .map(|(hit, frame, _)| (hit, frame))
    };
    let found = to(mention.start()).or_else(|| to(mention.tokens.start))?;
    let beside = found.0.end == mention.tokens.start;
    // "coaching sessions" are offered by the speaker wherever "my" stands in the sentence.
    (mention.form != Form::Own || beside).then_some(found)
}

fn reaches(scene: &Scene, between: Range<usize>, reach: usize) -> bool {
    let near = between.start <= between.end && between.len() <= reach;
    near && scene.sentence(between.end).start <= between.start && scene.frames.is_clear(between)
}

/// What the words right behind a title, or behind the name that follows it, say.
fn behind(scene: &Scene, mention: &Mention) -> Vec<Frame> {
    let end = mention.tokens.end;
    let named = names::at(scene, end).map_or(end, |name| name.end);
    let sentence = scene.sentence(mention.tokens.start);
    let close = end..(named + REACH_BACK + 1).min(sentence.end);
    scene.frames.beginning_in(close).map(|(_, frame)| frame).collect()
}

/// A wish or somebody else's words right before the frame: "imagine I'm a …", "she said I'm a …".
fn is_set_aside(scene: &Scene, frame: Hit) -> bool {
    let adjacent = scene.frames.before(frame.first).filter(|(hit, ..)| hit.end == frame.first);
    adjacent.into_iter().any(|(_, kind, _)| matches!(kind, Frame::Unreal | Frame::Other))
}

/// Whether a denial or a past is the speaker's own: in a bio, at the start of a sentence, or behind "I am".
fn speaks_of_self(scene: &Scene, frame: Hit) -> bool {
    let led = |(hit, kind, _): (Hit, Frame, usize)| {
        kind == Frame::Speaker && hit.first <= frame.first && frame.first <= hit.end + 1
    };
    let said = scene.said(frame.first..frame.end).to_lowercase();
    let mut words = said.split(|letter: char| !letter.is_alphanumeric());
    scene.is_about_creator()
        || words.any(|word| is_among(|wording| &wording.own, word))
        || scene.sentence(frame.first).start == frame.first
        || scene.frames.around(frame.first).any(led)
}

/// "Jane Doe is a …", "she is a …": in a description or a bio, behind a name or a pronoun.
fn is_named(scene: &Scene, frame: Hit) -> bool {
    let Some(last) = frame.first.checked_sub(1) else { return false };
    let written = matches!(scene.words.field, Field::Description | Field::Bio | Field::Title);
    let pronoun = is_among(|wording| &wording.pronouns, &scene.said(last..frame.first).to_lowercase());
    written && (pronoun || names::before(scene, frame.first).is_some())
}

/// "Nell is a registered counsellor …" in a description: one name at the start will do where a licence is stated.
fn is_called(scene: &Scene, frame: Hit) -> bool {
    let Some(name) = frame.first.checked_sub(1) else { return false };
    let begins = scene.sentence(name).start == name || scene.marks(name).has(Marks::PAUSE);
    scene.words.field == Field::Description && begins && names::introduced(scene, name).is_some()
}

/// A line that is a heading or a signature: "Licensed therapist | …", "Jane Doe, LCSW", "Psychiatrist Jane Doe on …".
fn is_heading(scene: &Scene, mention: &Mention) -> bool {
    let own_line = match scene.words.field {
        Field::Title => true,
        Field::Description => {
            mention.name.is_some()
                || mention.form == Form::Licensed
                || mention.is_free_title()
                || follows_own_name(scene, mention)
                || is_first_line(scene, mention)
        }
        _ => false,
    };
    own_line && begins(scene, mention) && closes(scene, mention)
}

/// At the start of a sentence, or signed: "Signs of burnout (from a psychologist)".
fn begins(scene: &Scene, mention: &Mention) -> bool {
    let start = scene.sentence(mention.tokens.start).start;
    let signed = |from: usize| {
        scene.marks(from).has(Marks::PAUSE) && is_among(|wording| &wording.signed, scene.said(from..from + 1))
    };
    mention.start() == start || mention.start().checked_sub(2).is_some_and(|from| from > start && signed(from))
}

/// "Lark | Psychotherapist | London": a line of its own right behind the creator's name.
fn follows_own_name(scene: &Scene, mention: &Mention) -> bool {
    let line = scene.sentence(mention.tokens.start);
    let before = || line.start.checked_sub(2).map(|last| scene.sentence(last));
    line == mention.tokens && before().is_some_and(|before| before.len() <= 4 && names::is_creator(scene, before))
}

/// "Psychiatrist | author of …", "Clinical psychologist Dr. Jane Doe": the first line of a description is the title, alone
/// or with the name behind it.
fn is_first_line(scene: &Scene, mention: &Mention) -> bool {
    let line = scene.sentence(mention.tokens.start);
    let named = || names::at(scene, mention.tokens.end).is_some_and(|name| name.end == line.end);
    // "Hypnotherapist & RTT practitioner"
    let joined = || scene.titles.iter().any(|(hit, _)| hit.first >= mention.tokens.end && hit.end == line.end);
    line.start <= 1
        && mention.tokens.start == line.start
        && !mention.is_plural(scene)
        && (mention.tokens.end == line.end || named() || joined())
}

/// Whether the title ends there: the sentence does, a comma or a name follows, or words that go on about the person, or a
/// second title ("life coach and energy healer").
fn closes(scene: &Scene, mention: &Mention) -> bool {
    let end = mention.tokens.end;
    let marks = scene.marks(end);
    let sentence_ends = end == scene.sentence(mention.tokens.start).end;
    let goes_on = || scene.frames.beginning_in(end..end + 1).any(|(_, frame)| frame == Frame::Credit);
    let joined = || goes_on() && scene.titles.iter().any(|(hit, _)| hit.first == end + 1);
    let placed = || mention.form == Form::Licensed && !mention.is_plural(scene) && place::of(scene, mention).is_some();
    let long = mention.tokens.len() > 1 && mention.form != Form::Letters;
    let long = long && matches!(scene.words.field, Field::Title | Field::Description) && !mention.is_plural(scene);
    let full = mention.name.is_some() || long;
    let named = || mention.name.is_none() && names::at(scene, end).is_some();
    // "Licensed therapist & mom"
    let added = scene.words.text[mention.bytes.end..].trim_start().starts_with(['&', '+']);
    sentence_ends
        || added && !mention.is_plural(scene)
        || marks.has(Marks::PAUSE)
        || marks.has(Marks::HASHTAG)
        || full && goes_on()
        || joined()
        || named()
        || placed()
}
