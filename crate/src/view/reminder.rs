use serde::{Deserialize, Serialize};

use super::Message;
use crate::settings::Settings;

/// A pause longer than this ends a session.
const SESSION_ENDS_AFTER_MS: f64 = 30.0 * 60.0 * 1000.0;

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
}

impl Tally {
    /// Counts one more mental-health video. A long pause starts a new session.
    pub fn count(&mut self, now: f64) {
        if now - self.last > SESSION_ENDS_AFTER_MS || now < self.last {
            self.opened = 0;
            self.shown = false;
        }
        self.opened = self.opened.saturating_add(1);
        self.last = now;
    }

    /// Whether the reminder should be shown now.
    pub fn is_due(&self, settings: &Settings, today: i32) -> bool {
        let shown = if settings.chose("reminder_once_per", "day") { self.shown_on == Some(today) } else { self.shown };
        settings.is_on("reminder")
            && self.opened >= settings.number("reminder_after")
            && self.silent_on != Some(today)
            && !shown
    }

    /// Takes down that it was shown.
    pub fn show(&mut self, today: i32) {
        self.shown = true;
        self.shown_on = Some(today);
    }

    /// "Not today."
    pub fn silence(&mut self, today: i32) {
        self.silent_on = Some(today);
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

    fn watched(tally: &mut Tally, from: f64, videos: u32) {
        (0..videos).for_each(|nth| tally.count(from + f64::from(nth) * MINUTE));
    }

    #[test]
    fn it_is_due_after_as_many_videos_as_the_viewer_chose() {
        let mut tally = Tally::default();
        watched(&mut tally, 1e12, 2);
        assert!(!tally.is_due(&settings("session"), 0));
        tally.count(1e12 + 3.0 * MINUTE);
        assert!(tally.is_due(&settings("session"), 0));
    }

    #[test]
    fn once_per_session_means_again_after_a_long_pause() {
        let mut tally = Tally::default();
        watched(&mut tally, 1e12, 3);
        tally.show(0);
        watched(&mut tally, 1e12 + 10.0 * MINUTE, 3);
        assert!(!tally.is_due(&settings("session"), 0));
        watched(&mut tally, 1e12 + 60.0 * MINUTE, 3);
        assert!(tally.is_due(&settings("session"), 0));
        assert!(!tally.is_due(&settings("day"), 0) && tally.is_due(&settings("day"), 1));
    }

    #[test]
    fn not_today_means_not_today() {
        let mut tally = Tally::default();
        watched(&mut tally, 1e12, 3);
        tally.silence(7);
        assert!(!tally.is_due(&settings("session"), 7) && tally.is_due(&settings("session"), 8));
    }

    #[test]
    fn switched_off_is_off() {
        let mut tally = Tally::default();
        watched(&mut tally, 1e12, 20);
        assert!(!tally.is_due(&Settings::from_stored([("reminder".to_owned(), Value::Toggle(false))]), 0));
    }
}
