//! What can be done in what we draw: each control carries the number of an act, and one listener finds it again.

use second_look::settings::Mute;
use second_look::view::Quiet;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::el::El;

/// Something the viewer did.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Close the card.
    Close,
    /// Fold or unfold the part of this name, which is open or not.
    Fold(String, bool),
    /// Show all notes, what was read, and what can be muted.
    ShowAll,
    /// Go to a moment of the video, in seconds.
    Seek(f64),
    /// Do not hear of this again.
    Mute(Mute),
    /// Hear of it after all.
    Unmute(Mute),
    /// Write a text that says a note is wrong.
    Wrong,
    /// Copy that text.
    CopyWrong,
    /// Copy a name, to be looked up on an official list.
    CopyName(String),
    /// The reminder was read.
    ReminderRead,
    /// No reminder for a while, or for good.
    ReminderQuiet(Quiet),
    /// The reminder after all.
    ReminderBack,
    /// The breath before a video is over.
    Breathed,
}

/// The acts of one surface.
#[derive(Debug, Default)]
pub struct Acts(Vec<Act>);

const ATTRIBUTE: &str = "data-act";

impl Acts {
    /// Lets a control do something.
    pub fn give(&mut self, control: El, act: Act) -> El {
        self.also(control.attr("type", "button"), act)
    }

    /// Lets a link do something beside leading where it leads.
    pub fn also(&mut self, link: El, act: Act) -> El {
        self.0.push(act);
        link.attr(ATTRIBUTE, &(self.0.len() - 1).to_string())
    }

    /// How to find a control again after its surface was drawn anew; `None` for what is no control.
    pub fn place(control: &Element) -> Option<String> {
        control.get_attribute(ATTRIBUTE).map(|number| format!("[{ATTRIBUTE}=\"{number}\"]"))
    }

    /// What a click was meant to do.
    pub fn of(&self, event: &Event) -> Option<Act> {
        let inner: Element = event.composed_path().get(0).unchecked_into();
        let control = inner.closest(&format!("[{ATTRIBUTE}]")).ok().flatten()?;
        self.0.get(control.get_attribute(ATTRIBUTE)?.parse::<usize>().ok()?).cloned()
    }
}
