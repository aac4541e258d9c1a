//! Opening and closing the card. It opens by the pointer when it stays on a badge, and by pressing the badge; it stays
//! while it is pointed at; Escape closes it, and the focus goes back to where it was (WCAG 1.4.13).

use second_look::settings::Mute;
use second_look::view::{Area, CardView, Mutes, Size, Theme, beside, mutes, wrong_note};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;

use crate::app::App;
use crate::browser::{copy, message, version};
use crate::draw::act::Act;
use crate::draw::card::{Contents, Folds, card, muted};
use crate::draw::surface::Surface;
use crate::draw::words::{say, words};
use crate::event::{Event, post};
use crate::listen::Timer;

/// How long the pointer stays on a badge before the card opens, and away from it before it closes, in milliseconds.
const DWELL: i32 = 150;
const LEAVE: i32 = 300;
/// How long "undo" is offered.
const UNDO: i32 = 10_000;
/// How far from badge and card the pointer still counts as being on them: the way from one to the other.
const SLACK: f64 = 10.0;

/// The card that is open, or about to be.
#[derive(Default)]
pub struct Opening {
    dwelling: Option<Timer>,
    open: Option<Open>,
}

/// An open card.
struct Open {
    /// The number of the followed card whose badge it belongs to.
    of: u32,
    /// Opened by a press: it stays until it is closed.
    pressed: bool,
    surface: Surface,
    badge: Area,
    video: Area,
    view: Option<CardView>,
    folds: Folds,
    wrong: Option<String>,
    copied: Option<bool>,
    leaving: Option<Timer>,
}

impl Opening {
    /// Light or dark.
    pub fn dress(&self, theme: Option<&str>) {
        if let Some(open) = &self.open {
            open.surface.dress(theme);
        }
    }

    fn is_of(&self, number: u32) -> bool {
        self.open.as_ref().is_some_and(|open| open.of == number)
    }
}

impl App {
    /// What the pointer, the keys and the page do to the card.
    pub(crate) fn open_or_close(&mut self, event: Event) {
        match event {
            Event::Pointed(number) => self.dwell(number),
            Event::Unpointed => self.opening.dwelling = None,
            Event::Dwelt(number) => self.open_card(number, false),
            Event::Pressed(number) => self.press(number),
            Event::PointerAt(x, y) => self.follow_pointer(x, y),
            Event::PointerGone | Event::Outside => self.close_card(),
            Event::Escaped | Event::TabbedOut => self.close_to_badge(),
            Event::Scrolled => self.keep_beside(),
            Event::Copied(copied) => self.say_copied(copied),
            _ => {}
        }
    }

    fn dwell(&mut self, number: u32) {
        if !self.opening.is_of(number) {
            self.opening.dwelling = Timer::after(DWELL, move || post(Event::Dwelt(number)));
        }
    }

    fn press(&mut self, number: u32) {
        let pressed_before = self.opening.open.as_ref().is_some_and(|open| open.of == number && open.pressed);
        if pressed_before {
            self.close_to_badge();
        } else {
            self.open_card(number, true);
        }
    }

    fn open_card(&mut self, number: u32, pressed: bool) {
        self.opening.dwelling = None;
        if !self.opening.is_of(number) {
            self.close_card();
            self.opening.open = self.new_card(number);
            self.show_card();
        }
        if let Some(open) = &mut self.opening.open {
            open.pressed |= pressed;
            open.leaving = None;
            if pressed {
                open.surface.take_focus();
            }
        }
    }

    fn new_card(&self, of: u32) -> Option<Open> {
        let badge = self.cards.get(of)?.badge.as_ref()?;
        badge.expand(true);
        let surface = Surface::card(self.theme.map(Theme::name))?;
        let (view, wrong, leaving) = (None, None, None);
        let (folds, badge, video) = (Folds::default(), badge.area(), badge.anchor_area());
        Some(Open { of, pressed: false, surface, badge, video, view, folds, wrong, copied: None, leaving })
    }

    /// Draws the open card anew, and puts it where it belongs.
    fn show_card(&mut self) {
        let Some((view, mutes)) = self.opening.open.as_ref().and_then(|open| self.card_wanted(open.of)) else {
            return self.close_card();
        };
        let Some(open) = &mut self.opening.open else { return };
        let (folds, wrong, copied) = (&open.folds, open.wrong.as_deref(), open.copied);
        let (content, acts) = card(&Contents { view: &view, mutes: &mutes, folds, wrong, copied });
        open.surface.show(content, acts);
        open.view = Some(view);
        self.keep_beside();
    }

    /// What the card of a video shows, and what can be muted in it.
    fn card_wanted(&self, number: u32) -> Option<(CardView, Vec<Mute>)> {
        let followed = self.cards.get(number)?;
        let known = self.answers.get(followed.signature)?;
        let look = self.look(followed, &known.answer)?;
        let mut list: Vec<Mute> = mutes::creator(look.site, look.video).into_iter().collect();
        for note in look.claims().chain(look.practices()) {
            let rule = mutes::rule(&note.rule, look.rule(&note.rule));
            if !list.contains(&rule) {
                list.push(rule);
            }
        }
        list.push(mutes::video(look.site, look.video));
        Some((CardView::of(&look), list))
    }

    /// Follows a change of what is known of the video whose card is open.
    pub(crate) fn refresh_card(&mut self) {
        let Some(open) = self.opening.open.as_ref().filter(|open| open.view.is_some()) else { return };
        let badge = self.cards.get(open.of).and_then(|followed| followed.badge.as_ref());
        let Some(badge) = badge else { return self.close_card() };
        badge.expand(true);
        match self.card_wanted(open.of) {
            Some((view, _)) if open.view.as_ref() == Some(&view) => {}
            Some(_) => self.show_card(),
            None => {}
        }
    }

    /// Keeps the card beside its badge; where the badge has left the view, the card goes as well.
    fn keep_beside(&mut self) {
        let Some(open) = &mut self.opening.open else { return };
        if let Some(badge) = self.cards.get(open.of).and_then(|followed| followed.badge.as_ref()) {
            (open.badge, open.video) = (badge.area(), badge.anchor_area());
        }
        let view = Surface::viewport();
        let Size { width, height } = view;
        if !(Area { x: 0.0, y: 0.0, width, height }).meets(&open.badge) {
            return self.close_card();
        }
        let area = beside(open.badge, open.video, open.surface.size(), view, say("direction") == "rtl");
        open.surface.move_to(area);
    }

    fn follow_pointer(&mut self, x: f64, y: f64) {
        let Some(open) = self.opening.open.as_mut().filter(|open| !open.pressed) else { return };
        let inside = [open.badge, open.surface.area()].iter().any(|area| area.holds(x, y, SLACK));
        if inside {
            open.leaving = None;
        } else if open.leaving.is_none() {
            open.leaving = Timer::after(LEAVE, || post(Event::PointerGone));
        }
    }

    /// Closes the card.
    pub(crate) fn close_card(&mut self) {
        let Some(open) = self.opening.open.take() else { return };
        if let Some(badge) = self.cards.get(open.of).and_then(|followed| followed.badge.as_ref()) {
            badge.expand(false);
        }
    }

    /// Closes the card, and gives the focus back where the card had it.
    fn close_to_badge(&mut self) {
        let Some((of, focused)) = self.opening.open.as_ref().map(|open| (open.of, open.surface.has_focus())) else {
            return;
        };
        self.close_card();
        if let Some(badge) = self.cards.get(of).and_then(|followed| followed.badge.as_ref()).filter(|_| focused) {
            badge.focus();
        }
    }

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
            Act::ReminderRead | Act::ReminderNotToday => self.dismiss_reminder(act == Act::ReminderNotToday),
        }
    }

    fn change_card(&mut self, change: impl FnOnce(&mut Open)) {
        if let Some(open) = &mut self.opening.open {
            open.pressed = true;
            change(open);
        }
        self.show_card();
    }

    /// Goes to the moment in which the words are spoken.
    fn seek(&self, seconds: f64) {
        let card = self.opening.open.as_ref().and_then(|open| self.cards.get(open.of)?.card.as_ref());
        if let Some(player) = card.filter(|card| card.opened).and_then(|card| self.player(&card.node)) {
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

    fn say_copied(&mut self, copied: bool) {
        self.change_card(|open| open.copied = Some(copied));
    }
}
