//! "Education, not treatment", and the breath before a video.

use second_look::view::{Breath, Quiet, Reminder};

use super::act::{Act, Acts};
use super::card::toast;
use super::el::{El, arrow, el, icon};
use super::words::{say, words};

/// The calm line, and what can be done in it.
pub fn reminder(view: &Reminder) -> (El, Acts) {
    let mut acts = Acts::default();
    let text = el("p").child(el("b").text(&words(&view.title))).text(" ").child(el("span").text(&words(&view.body)));
    let read = acts.give(el("button").class("button").text(&say("reminder_read")), Act::ReminderRead);
    let quiet =
        [("reminder_not_session", Quiet::Session), ("reminder_not_today", Quiet::Day), ("reminder_never", Quiet::Good)];
    let quiet = quiet.map(|(key, quiet)| {
        let button = el("button").class("button plain").text(&say(key));
        acts.give(button, Act::ReminderQuiet(quiet))
    });
    let buttons = el("div").class("acts").children(quiet).child(read);
    let line = el("section").class("reminder").attr("aria-label", &say("reminder_name"));
    (line.child(icon("look")).child(text).child(buttons), acts)
}

/// What the line becomes when it was switched off for good.
pub fn switched_off() -> (El, Acts) {
    let mut acts = Acts::default();
    let undo = el("button").class("button").child(arrow("undo")).text(&say("undo"));
    let undo = acts.give(undo, Act::ReminderBack);
    (toast(&say("reminder_is_off"), undo).attr("aria-label", &say("reminder_name")), acts)
}

/// The breath: a question, the seconds that are left, and the way out.
pub fn breath(view: &Breath) -> (El, Acts) {
    let mut acts = Acts::default();
    let skip = acts.give(el("button").class("button main").text(&say("breath_skip")), Act::Breathed);
    let ring = el("div").class("ring").attr("aria-hidden", "true").text(&view.left.to_string());
    let panel = el("div").class("breath").attr("role", "dialog").attr("aria-modal", "true").attr("tabindex", "-1");
    let panel = panel.attr("aria-labelledby", "breath").child(ring);
    let panel = panel.child(el("h2").attr("id", "breath").text(&words(&view.title)));
    (panel.child(el("p").text(&words(&view.body))).child(skip), acts)
}
