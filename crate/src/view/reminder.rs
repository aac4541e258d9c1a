use serde::{Deserialize, Serialize};

use super::Message;
use crate::settings::Settings;

/// A pause longer than this ends a session.
const SESSION_ENDS_AFTER_MS: f64 = 30.0 * 60.0 * 1000.0;

/// How long the breath before a video lasts, in seconds.
const BREATH: u32 = 10;

/// "Education, not treatment": a calm line.
#[derive(Clone, Debug, PartialEq)]
pub struct Reminder {
    /// What it is.
    pub title: Message,
    /// What it means.
    pub body: Message,
}

impl Reminder {
    /// The one reminder there is.
    pub fn education() -> Self {
        Self { title: Message::new("chip_education_reminder"), body: Message::new("body_education_reminder") }
    }
}

/// For how long the viewer wants to hear no more of the reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quiet {
    /// Until the session ends.
    Session,
    /// Until tomorrow.
    Day,
    /// For good: the setting itself is switched off.
    Good,
}

/// Ten seconds before the next video begins. The viewer asked for it, and can leave it at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Breath {
    /// What it is.
    pub title: Message,
    /// One question.
    pub body: Message,
    /// How many seconds are left.
    pub left: u32,
}

impl Breath {
    /// A breath that has just begun.
    pub fn begin() -> Self {
        Self { title: Message::new("breath_title"), body: Message::new("breath_body"), left: BREATH }
    }
}

/// What decides whether the reminder is due: numbers and days only, never which videos. Stored under `tally`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tally {
    /// Mental-health videos opened in this session.
    pub opened: u32,
    /// When the last of them was opened, in milliseconds since 1970.
    pub last: f64,
    /// Whether the reminder was shown in this session.
    pub shown: bool,
    /// The day on which it was last shown, counted from 1970 in the viewer's own time zone.
    pub shown_on: Option<i32>,
    /// The day for which the viewer sent it away.
    pub silent_on: Option<i32>,
    /// Whether the viewer sent it away for this session.
    pub silent: bool,
    /// How many videos had been opened when it was last shown in this session.
    pub told_at: u32,
    /// Whether a breath is due before the next video.
    pub breath: bool,
}

impl Tally {
    /// Counts one more mental-health video. A long pause starts a new session.
    pub fn count(&mut self, now: f64) {
        if now - self.last > SESSION_ENDS_AFTER_MS || now < self.last {
            let Self { shown_on, silent_on, .. } = *self;
            *self = Self { shown_on, silent_on, ..Self::default() };
        }
        self.opened = self.opened.saturating_add(1);
        self.last = now;
    }

    /// Whether the reminder should be shown now, on this site.
    pub fn is_due(&self, settings: &Settings, site: &str, today: i32) -> bool {
        let after = settings.number("reminder_after");
        settings.reminds_on(site)
            && self.opened >= after
            && !self.silent
            && self.silent_on != Some(today)
            && !self.was_shown(settings, after, today)
    }

    fn was_shown(&self, settings: &Settings, after: u32, today: i32) -> bool {
        if settings.chose("reminder_once_per", "day") {
            self.shown_on == Some(today)
        } else if settings.chose("reminder_once_per", "count") {
            self.shown && self.opened - self.told_at.min(self.opened) < after
        } else {
            self.shown
        }
    }

    /// Takes down that it was shown. From now on a breath is due, where the viewer wants one.
    pub fn show(&mut self, settings: &Settings, today: i32) {
        self.shown = true;
        self.shown_on = Some(today);
        self.told_at = self.opened;
        self.breath = settings.is_on("reminder_breath");
    }

    /// Whether a video that is opened now begins with a breath; it does so once.
    pub fn take_breath(&mut self, settings: &Settings, site: &str) -> bool {
        std::mem::take(&mut self.breath) && settings.is_on("reminder_breath") && settings.reminds_on(site)
    }

    /// "Not in this session", "not today".
    pub fn silence(&mut self, quiet: Quiet, today: i32) {
        self.breath = false;
        match quiet {
            Quiet::Session => self.silent = true,
            Quiet::Day => self.silent_on = Some(today),
            Quiet::Good => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Value;

    const MINUTE: f64 = 60_000.0;

    fn settings(once_per: &str) -> Settings {
        Settings::from_stored([("reminder_once_per".to_owned(), Value::Choice(once_per.to_owned()))])
    }

    fn switched(key: &str, on: bool) -> Settings {
        Settings::from_stored([(key.to_owned(), Value::Toggle(on))])
    }

    fn watched(tally: &mut Tally, from: f64, videos: u32) {
        (0..videos).for_each(|nth| tally.count(from + f64::from(nth) * MINUTE));
    }

    fn after_three() -> Tally {
        let mut tally = Tally::default();
        watched(&mut tally, 1e12, 3);
        tally
    }

    #[test]
    fn it_is_due_after_as_many_videos_as_the_viewer_chose() {
        let mut tally = Tally::default();
        watched(&mut tally, 1e12, 2);
        assert!(!tally.is_due(&settings("session"), "youtube", 0));
        tally.count(1e12 + 3.0 * MINUTE);
        assert!(tally.is_due(&settings("session"), "youtube", 0));
    }

    #[test]
    fn once_per_session_means_again_after_a_long_pause() {
        let mut tally = after_three();
        tally.show(&settings("session"), 0);
        watched(&mut tally, 1e12 + 10.0 * MINUTE, 3);
        assert!(!tally.is_due(&settings("session"), "youtube", 0));
        watched(&mut tally, 1e12 + 60.0 * MINUTE, 3);
        assert!(tally.is_due(&settings("session"), "youtube", 0));
        assert!(!tally.is_due(&settings("day"), "youtube", 0) && tally.is_due(&settings("day"), "youtube", 1));
    }

    #[test]
    fn by_count_it_comes_again_after_as_many_more() {
        let mut tally = after_three();
        tally.show(&settings("count"), 0);
        watched(&mut tally, 1e12 + 4.0 * MINUTE, 2);
        assert!(!tally.is_due(&settings("count"), "youtube", 0));
        tally.count(1e12 + 6.0 * MINUTE);
        assert!(tally.is_due(&settings("count"), "youtube", 0));
    }

    #[test]
    fn not_today_means_not_today() {
        let mut tally = after_three();
        tally.silence(Quiet::Day, 7);
        assert!(!tally.is_due(&settings("session"), "youtube", 7) && tally.is_due(&settings("session"), "youtube", 8));
    }

    #[test]
    fn not_in_this_session_ends_with_the_session() {
        let mut tally = after_three();
        tally.silence(Quiet::Session, 7);
        watched(&mut tally, 1e12 + 4.0 * MINUTE, 3);
        assert!(!tally.is_due(&settings("count"), "youtube", 7));
        watched(&mut tally, 1e12 + 60.0 * MINUTE, 3);
        assert!(tally.is_due(&settings("count"), "youtube", 7));
    }

    #[test]
    fn switched_off_is_off() {
        assert!(!after_three().is_due(&switched("reminder", false), "youtube", 0));
        assert!(!after_three().is_due(&switched("reminder_youtube", false), "youtube", 0));
        assert!(after_three().is_due(&switched("reminder_youtube", false), "tiktok", 0));
        assert!(!after_three().is_due(&switched("reminder_others", false), "vimeo", 0));
    }

    #[test]
    fn a_breath_is_due_once_after_the_reminder_and_only_where_it_is_wanted() {
        let mut tally = after_three();
        tally.show(&settings("session"), 0);
        assert!(!tally.take_breath(&settings("session"), "youtube"), "off by default");
        let wanted = switched("reminder_breath", true);
        tally.show(&wanted, 0);
        assert!(tally.take_breath(&wanted, "youtube") && !tally.take_breath(&wanted, "youtube"));
        tally.show(&wanted, 0);
        tally.silence(Quiet::Session, 0);
        assert!(!tally.take_breath(&wanted, "youtube"));
    }
}
