//! The card: what opens from a badge.

use second_look::settings::{Mute, Muted};
use second_look::view::{CardView, Pill, PlatformView, StateView};

use super::act::{Act, Acts};
use super::el::{El, arrow, el, icon};
use super::note::note;
use super::speaker::speaker;
use super::support::support;
use super::words::{say, words};
use crate::browser::message;

/// What the viewer folded and unfolded; everything else is as the view has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folds {
    touched: Vec<(String, bool)>,
    all: bool,
}

impl Folds {
    /// Whether a part is unfolded.
    pub fn is_open(&self, name: &str, otherwise: bool) -> bool {
        self.touched.iter().rfind(|(touched, _)| touched == name).map_or(self.all || otherwise, |(_, open)| *open)
    }

    /// Folds what is unfolded, and the other way round.
    pub fn turn(&mut self, name: &str, was_open: bool) {
        self.touched.push((name.to_owned(), !was_open));
    }

    /// Unfolds everything.
    pub fn show_all(&mut self) {
        self.touched.clear();
        self.all = true;
    }
}

/// What the card is to show.
pub struct Contents<'a> {
    /// The video's card.
    pub view: &'a CardView,
    /// What can be muted.
    pub mutes: &'a [Mute],
    /// What is folded.
    pub folds: &'a Folds,
    /// A text that says a note is wrong, where the viewer asked for one.
    pub wrong: Option<&'a str>,
    /// Whether copying that text went well, once that was tried.
    pub copied: Option<bool>,
    /// The same for the name.
    pub name_copied: Option<bool>,
}

/// The card of one video, and what can be done in it.
pub fn card(contents: &Contents) -> (El, Acts) {
    let mut acts = Acts::default();
    let Contents { view, folds, .. } = contents;
    let shown = view.notes.len() - if folds.all { 0 } else { view.folded_away };
    let notes: Vec<El> = view.notes.iter().take(shown).map(|view| note(view, folds, &mut acts)).collect();
    let mut parts = vec![header(&words(&view.heading), &mut acts)];
    parts.extend(view.support.as_ref().map(support));
    parts.extend(view.state.as_ref().map(state));
    parts.extend(notes);
    parts.extend(view.speaker.as_ref().map(|view| speaker(view, folds, contents.name_copied, &mut acts)));
    parts.extend(view.platform.as_ref().map(platform));
    if folds.all || view.notes.is_empty() {
        parts.push(read(&view.read));
        parts.push(mute(contents.mutes, &mut acts));
    } else {
        parts.push(show_all(view.folded_away, &mut acts));
    }
    parts.extend(contents.wrong.map(|text| wrong(text, contents.copied, &mut acts)));
    parts.push(footer(!view.notes.is_empty(), &mut acts));
    (dialog("card").children(parts), acts)
}

/// What the card becomes when something was muted.
pub fn muted(mute: &Mute) -> (El, Acts) {
    let mut acts = Acts::default();
    let key = match mute.kind {
        Muted::Creator => "card_muted_creator",
        Muted::Rule => "card_muted_rule",
        Muted::Video => "card_muted_video",
    };
    let undo = el("button").class("button").child(arrow("undo")).text(&say("undo"));
    let undo = acts.give(undo, Act::Unmute(mute.clone()));
    (toast(&message(key, std::slice::from_ref(&mute.name)), undo), acts)
}

/// What was done, and how to take it back.
pub fn toast(done: &str, undo: El) -> El {
    dialog("toast").child(el("span").attr("role", "status").text(done)).child(undo)
}

fn dialog(class: &str) -> El {
    el("div").class(class).attr("role", "dialog").attr("aria-label", &say("extension_name")).attr("tabindex", "-1")
}

fn header(heading: &str, acts: &mut Acts) -> El {
    let close = el("button").class("button plain icon").attr("aria-label", &say("close")).child(icon("close"));
    let heading = el("h2").text(heading).child(el("small").text(&say("card_about_words")));
    // The page has its own banner: a card's head is none.
    el("header").attr("role", "none").child(icon("look")).child(heading).child(acts.give(close, Act::Close))
}

fn state(view: &StateView) -> El {
    let body = el("div").child(el("h3").text(&words(&view.title))).child(el("p").text(&words(&view.body)));
    el("section").class("state-line").child(icon("look")).child(body)
}

fn platform(view: &PlatformView) -> El {
    let heading = el("h3").class("label").text(&words(&view.heading));
    let words = el("p").attr("dir", "auto").text(&view.words);
    el("section").child(heading).child(words).child(el("p").class("meta").text(&say("card_platform_help")))
}

fn show_all(more: usize, acts: &mut Acts) -> El {
    let label = if more > 0 { message("card_show_more", &[more.to_string()]) } else { say("card_show_all") };
    let button = el("button").class("fold quiet").child(el("span").text(&label)).child(icon("down"));
    el("section").class("thin").child(acts.give(button, Act::ShowAll))
}

fn read(pills: &[Pill]) -> El {
    let pills = pills.iter().map(|pill| {
        let (class, picture) = if pill.read { ("pill", "check") } else { ("pill open", "minus") };
        el("li").class(class).child(icon(picture)).child(el("span").text(&words(&pill.label)))
    });
    let heading = el("h3").class("label").text(&say("card_read"));
    el("section").child(heading).child(el("ul").class("read").children(pills))
}

fn mute(mutes: &[Mute], acts: &mut Acts) -> El {
    let rules = mutes.iter().filter(|mute| mute.kind == Muted::Rule).count();
    let buttons: Vec<El> = mutes.iter().map(|mute| mute_button(mute, rules > 1, acts)).collect();
    let heading = el("h3").class("label").text(&say("card_mute"));
    el("section").child(heading).child(el("div").class("acts").children(buttons))
}

fn mute_button(mute: &Mute, by_name: bool, acts: &mut Acts) -> El {
    let (picture, kind) = match mute.kind {
        Muted::Creator => ("person", say("card_mute_creator")),
        Muted::Rule => ("quote", say("card_mute_rule")),
        Muted::Video => ("play", say("card_mute_video")),
    };
    let named = message("card_mute_named", &[kind.clone(), mute.name.clone()]);
    let label = if by_name && mute.kind == Muted::Rule { mute.name.clone() } else { kind };
    let button = el("button").class("button").attr("aria-label", &named).child(icon(picture)).text(&label);
    acts.give(button, Act::Mute(mute.clone()))
}

/// A text to edit and copy. Nothing is sent.
fn wrong(text: &str, copied: Option<bool>, acts: &mut Acts) -> El {
    let heading = el("h3").class("label").attr("id", "wrong").text(&say("card_wrong_heading"));
    let field = el("textarea").class("field").attr("rows", "7").attr("aria-labelledby", "wrong").text(text);
    let copy = el("button").class("button main").text(&say("card_wrong_copy"));
    let said = copied.map(outcome).unwrap_or_default();
    let said = el("span").class("meta").attr("role", "status").text(&said);
    let row = el("div").class("row").child(acts.give(copy, Act::CopyWrong)).child(said);
    el("section").class("wrong").child(heading).child(el("p").text(&say("card_wrong_help"))).child(field).child(row)
}

/// Whether copying went well.
pub fn outcome(copied: bool) -> String {
    if copied { say("card_copied") } else { say("card_not_copied") }
}

fn footer(notes: bool, acts: &mut Acts) -> El {
    let footer = el("footer").attr("role", "none").child(el("span").text(&say("card_footer")));
    if !notes {
        return footer;
    }
    let wrong = el("button").class("button plain").text(&say("chip_report_wrong"));
    footer.child(acts.give(wrong, Act::Wrong))
}
