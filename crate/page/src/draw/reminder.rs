//! "Education, not treatment": a calm line in a free corner of the window.

use second_look::view::Reminder;

use super::act::{Act, Acts};
use super::el::{El, el, icon};
use super::words::{say, words};

/// The line, and what can be done in it.
pub fn reminder(view: &Reminder) -> (El, Acts) {
    let mut acts = Acts::default();
    let text = el("p").child(el("b").text(&words(&view.title))).text(" ").child(el("span").text(&words(&view.body)));
    let later = acts.give(button("button plain", &say("reminder_not_today")), Act::ReminderNotToday);
    let read = acts.give(button("button", &say("reminder_read")), Act::ReminderRead);
    let line = el("section").class("reminder").attr("aria-label", &say("reminder_name"));
    (line.child(icon("look")).child(text).child(el("div").class("acts").child(later).child(read)), acts)
}

fn button(class: &str, label: &str) -> El {
    el("button").class(class).text(label)
}
