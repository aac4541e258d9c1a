//! Opening and closing the card. It opens when the pointer or the focus stays on a badge, and when the badge is pressed;
//! it stays while it is pointed at; Escape closes it, and the focus goes back to where it was (WCAG 1.4.13).

use second_look::settings::Mute;
use second_look::view::{Area, CardView, Size, Theme, beside, between, mutes};

use crate::app::App;
use crate::draw::badge::Badge;
use crate::draw::card::{Contents, Folds, card};
use crate::draw::surface::Surface;
use crate::draw::words::say;
use crate::event::{Event, post};
use crate::listen::Timer;

/// How long the pointer or the focus stays on a badge before the card opens, and the pointer away from it before it closes, in milliseconds.
const DWELL: i32 = 150;
const LEAVE: i32 = 300;
/// How far from badge and card the pointer still counts as being on them: the way from one to the other.
const SLACK: f64 = 10.0;

/// The card that is open, or about to be.
#[derive(Default)]
pub struct Opening {
    dwelling: Option<Timer>,
    pub(crate) open: Option<Open>,
}

/// An open card.
pub(crate) struct Open {
    /// The number of the followed card whose badge it belongs to.
    pub(crate) of: u32,
    /// Opened by a press: it stays until it is closed.
    pub(crate) pressed: bool,
    /// Whether the badge has the focus: it stays while it has.
    focused: bool,
    pub(crate) surface: Surface,
    badge: Area,
    video: Area,
    /// What it shows; nothing once that was muted.
    pub(crate) view: Option<CardView>,
    pub(crate) folds: Folds,
    pub(crate) wrong: Option<String>,
    pub(crate) copied: Option<bool>,
    pub(crate) name_copied: Option<bool>,
    pub(crate) leaving: Option<Timer>,
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
            Event::Focused(number) => self.focus_card(number),
            Event::Blurred(number) => self.blur_card(number),
            Event::Dwelt(number) => self.open_card(number, false),
            Event::Pressed(number) => self.press(number),
            Event::PointerAt(x, y) => self.follow_pointer(x, y),
            Event::PointerGone | Event::Outside => self.close_card(),
            Event::Escaped | Event::TabbedOut => self.close_to_badge(),
            Event::Scrolled => self.keep_beside(),
            Event::Copied(copied) => self.change_card(|open| open.copied = Some(copied)),
            Event::NameCopied(copied) => self.change_card(|open| open.name_copied = Some(copied)),
            _ => {}
        }
    }

    fn dwell(&mut self, number: u32) {
        if !self.opening.is_of(number) {
            self.opening.dwelling = Timer::after(DWELL, move || post(Event::Dwelt(number)));
        }
    }

    fn focus_card(&mut self, number: u32) {
        self.dwell(number);
        if let Some(open) = self.opening.open.as_mut().filter(|open| open.of == number) {
            (open.focused, open.leaving) = (true, None);
        }
    }

    /// The focus goes on to elsewhere: a card that it opened goes as well, unless the viewer went into it.
    fn blur_card(&mut self, number: u32) {
        self.opening.dwelling = None;
        let Some(open) = self.opening.open.as_mut().filter(|open| open.of == number) else { return };
        if std::mem::take(&mut open.focused) && !open.pressed {
            self.close_card();
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
        let badge = self.cards.get(number).and_then(|followed| followed.badge.as_ref());
        let focused = badge.is_some_and(Badge::has_focus);
        if !self.opening.is_of(number) {
            self.close_card();
            self.opening.open = self.new_card(number);
            self.show_card();
        }
        if let Some(open) = &mut self.opening.open {
            open.pressed |= pressed;
            open.focused = focused;
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
        Some(Open {
            of,
            pressed: false,
            focused: false,
            surface,
            badge: badge.area(),
            video: badge.anchor_area(),
            view: None,
            folds: Folds::default(),
            wrong: None,
            copied: None,
            name_copied: None,
            leaving: None,
        })
    }

    /// Draws the open card anew, and puts it where it belongs.
    pub(crate) fn show_card(&mut self) {
        let Some((view, mutes)) = self.opening.open.as_ref().and_then(|open| self.card_wanted(open.of)) else {
            return self.close_card();
        };
        let Some(open) = &mut self.opening.open else { return };
        let Open { folds, copied, name_copied, .. } = &*open;
        let (wrong, copied, name_copied) = (open.wrong.as_deref(), *copied, *name_copied);
        let (content, acts) = card(&Contents { view: &view, mutes: &mutes, folds, wrong, copied, name_copied });
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
            // Nothing is taken away from under whoever writes.
            Some(_) if open.wrong.is_some() => {}
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
        open.surface.limit("--tall", None);
        let size = open.surface.size();
        let area = beside(open.badge, open.video, size, view, say("direction") == "rtl");
        if area.height < size.height {
            open.surface.limit("--tall", Some(area.height));
        }
        open.surface.move_to(area);
    }

    fn follow_pointer(&mut self, x: f64, y: f64) {
        let Some(open) = self.opening.open.as_mut().filter(|open| !open.pressed && !open.focused) else { return };
        let areas = [open.badge, open.surface.area()];
        if areas.iter().any(|area| area.holds(x, y, SLACK)) {
            open.leaving = None;
        } else if open.leaving.is_none() || between(open.badge, open.surface.area(), x, y) {
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
    pub(crate) fn close_to_badge(&mut self) {
        let Some((of, focused)) = self.opening.open.as_ref().map(|open| (open.of, open.surface.has_focus())) else {
            return;
        };
        self.close_card();
        if let Some(badge) = self.cards.get(of).and_then(|followed| followed.badge.as_ref()).filter(|_| focused) {
            badge.focus();
        }
    }

    /// Changes what the open card shows. Whoever uses its controls wants it to stay.
    pub(crate) fn change_card(&mut self, change: impl FnOnce(&mut Open)) {
        let Some(open) = &mut self.opening.open else { return };
        open.pressed = true;
        change(open);
        self.show_card();
    }
}
