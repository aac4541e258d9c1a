//! Doing what a control stands for.

use second_look::settings::Mute;
use second_look::view::{Mutes, wrong_note};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;

use crate::app::App;
use crate::browser::{copy, message, version};
use crate::draw::act::Act;
use crate::draw::card::muted;
use crate::draw::words::words;
use crate::event::{Event, post};
use crate::listen::Timer;

/// How long "undo" is offered, in milliseconds.
pub const UNDO: i32 = 10_000;

impl App {
    /// Does what a control stands for.
    pub(crate) fn act(&mut self, act: Act) {
        match act {
            Act::Close => self.close_to_badge(),
            Act::Fold(name, was_open) => self.change_card(|open| open.folds.turn(&name, was_open)),
            Act::ShowAll => self.change_card(|open| open.folds.show_all()),
            Act::Seek(seconds) => self.seek(seconds),
            Act::Mute(mute) => self.mute(&mute),
            Act::Unmute(mute) => {
                self.change_mutes(|mutes| mutes.remove(&mute));
                self.close_to_badge();
            }
            Act::Wrong => self.write_wrong(),
            Act::CopyWrong => self.copy_wrong(),
            Act::CopyName(name) => spawn_local(async move { post(Event::NameCopied(copy(&name).await)) }),
            Act::ReminderRead => self.reminding.hide(),
            Act::ReminderQuiet(quiet) => self.quiet_reminder(quiet),
            Act::ReminderBack => self.bring_reminder_back(),
            Act::Breathed => self.end_breath(),
        }
    }

    /// Goes to the moment in which the words are spoken.
    fn seek(&self, seconds: f64) {
        let card = self.opened().and_then(|followed| followed.card.as_ref());
        if let Some(player) = card.and_then(|card| self.player(&card.node)) {
            player.set_current_time(seconds);
        }
    }

    /// Mutes something, and offers to take that back for a while.
    fn mute(&mut self, mute: &Mute) {
        if let Some(open) = &mut self.opening.open {
            let (content, acts) = muted(mute);
            open.surface.show(content, acts);
            open.surface.take_focus();
            open.view = None;
            open.leaving = Timer::after(UNDO, || post(Event::PointerGone));
        }
        self.change_mutes(|mutes| mutes.add(mute.clone()));
    }

    fn change_mutes(&mut self, change: impl FnOnce(&mut Mutes)) {
        change(&mut self.store.mutes);
        self.store.keep_mutes();
        self.cards.iter_mut().for_each(|(_, followed)| followed.stale = true);
        self.update();
    }

    /// Writes the text that says a note is wrong.
    fn write_wrong(&mut self) {
        self.change_card(|open| {
            let version = version();
            let notes = open.view.iter().flat_map(|view| &view.notes).map(|note| words(&wrong_note(note, &version)));
            let notes: Vec<String> = notes.collect();
            open.wrong = Some(message("card_wrong_letter", &[notes.join("\n")]));
            open.copied = None;
        });
        if let Some(open) = &self.opening.open {
            open.surface.focus_on("textarea");
        }
    }

    fn copy_wrong(&mut self) {
        let field = self.opening.open.as_ref().and_then(|open| open.surface.find("textarea"));
        let Some(field) = field.map(JsCast::unchecked_into::<HtmlTextAreaElement>) else { return };
        let text = field.value();
        self.change_card(|open| open.wrong = Some(text.clone()));
        spawn_local(async move { post(Event::Copied(copy(&text).await)) });
    }
}
