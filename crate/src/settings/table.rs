//! The table itself.

use super::{Kind, Row};

const fn toggle(key: &'static str, section: &'static str, icon: &'static str) -> Row {
    Row { key, section, icon, kind: Kind::Toggle { default: true } }
}

/// Every option there is. A row named `<toggle>_…` belongs to that toggle: the form lets it rest while the toggle is
/// off.
pub const TABLE: &[Row] = &[
    toggle("badge_practices", "badges", "sprout"),
    toggle("badge_credential", "badges", "licence"),
    toggle("badge_claims", "badges", "quote"),
    Row {
        key: "sensitivity",
        section: "badges",
        icon: "gear",
        kind: Kind::Choice { default: "balanced", options: &["quiet", "balanced", "thorough"] },
    },
    toggle("reminder", "reminder", "bell"),
    Row {
        key: "reminder_after",
        section: "reminder",
        icon: "play",
        kind: Kind::Number { default: 3, min: 1, max: 20 },
    },
    Row {
        key: "reminder_once_per",
        section: "reminder",
        icon: "clock",
        kind: Kind::Choice { default: "session", options: &["session", "day"] },
    },
    toggle("site_tiktok", "sites", "globe"),
    toggle("site_youtube", "sites", "globe"),
];
