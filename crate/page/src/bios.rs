//! Remembering what creators say of themselves on their own pages.

use second_look::bios::BIOS;
use second_look::site::Card;
use second_look::video::Creator;
use web_sys::Element;

use crate::app::App;
use crate::browser::{is_private, keep, now};
use crate::event::{Event, post};
use crate::listen::Timer;

/// A creator's page has to say the same for so long, in milliseconds: on the way from one to the next, the address is
/// often that of the new one while the words are still those of the old.
const STEADY: i32 = 1500;

/// The creator whose page is shown, until their words have stood for a while.
#[derive(Default)]
pub struct Meeting {
    creator: Creator,
    due: Option<Timer>,
}

impl App {
    /// Notes whose page this is.
    pub(crate) fn meet(&mut self) {
        let creator = self.page.as_ref().map(|page| &page.creator).filter(|creator| !creator.bio.is_empty());
        let creator = creator.cloned().unwrap_or_default();
        if creator != self.meeting.creator && self.remembers() {
            let due = Timer::after(STEADY, || post(Event::Met)).filter(|_| !creator.bio.is_empty());
            self.meeting = Meeting { creator, due };
        }
    }

    /// The words have stood: they are the creator's.
    pub(crate) fn remember(&mut self) {
        self.meeting.due = None;
        if self.remembers() && self.store.bios.remember(&self.site.id, &self.meeting.creator, now().1) {
            keep(BIOS, &self.store.bios.0);
        }
    }

    /// What is remembered of a creator belongs to what was read of their video.
    pub(crate) fn with_bio(&self, mut card: Card<Element>) -> Card<Element> {
        if self.remembers() {
            self.store.bios.complete(&self.site.id, &mut card.video, now().1);
        }
        card
    }

    fn remembers(&self) -> bool {
        self.store.settings.is_on("remember_bios") && !is_private()
    }
}
