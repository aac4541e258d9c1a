//! The table itself.

use super::{Kind, Row, SYNC};
use crate::assessment::Sensitivity;

const fn toggle(key: &'static str, section: &'static str, icon: &'static str) -> Row {
    Row { key, section, icon, kind: Kind::Toggle { default: true } }
}

/// Something the viewer has to ask for.
const fn asked_for(key: &'static str, section: &'static str, icon: &'static str) -> Row {
    Row { key, section, icon, kind: Kind::Toggle { default: false } }
}

/// Whether caption files may be asked for.
pub const CAPTIONS_FETCH: &str = "captions_fetch";

/// Every option there is. A row named `<toggle>_…` belongs to that toggle: the form lets it rest while the toggle is
/// off.
pub const TABLE: &[Row] = &[
    toggle("badge_practices", "badges", "sprout"),
    toggle("badge_credential", "badges", "licence"),
    toggle("badge_claims", "badges", "quote"),
    toggle("badge_quiet", "badges", "look"),
    toggle("moments", "badges", "moment"),
    asked_for("moments_line", "badges", "text"),
    Row {
        key: "sensitivity",
        section: "badges",
        icon: "gear",
        kind: Kind::Choice {
            default: Sensitivity::Balanced.name(),
            options: &[Sensitivity::Quiet.name(), Sensitivity::Balanced.name(), Sensitivity::Thorough.name()],
        },
    },
    asked_for("toolbar_count", "badges", "chip"),
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
        kind: Kind::Choice { default: "session", options: &["count", "session", "day"] },
    },
    Row {
        key: "reminder_place",
        section: "reminder",
        icon: "chip",
        kind: Kind::Choice { default: "corner", options: &["corner", "under"] },
    },
    toggle("reminder_tiktok", "reminder", "globe"),
    toggle("reminder_youtube", "reminder", "globe"),
    toggle("reminder_others", "reminder", "globe"),
    asked_for("reminder_breath", "reminder", "breath"),
    Row { key: "country", section: "support", icon: "place", kind: Kind::Country { options: COUNTRIES } },
    toggle("site_tiktok", "sites", "globe"),
    toggle("site_youtube", "sites", "globe"),
    toggle("site_vimeo", "sites", "globe"),
    toggle("site_instagram", "sites", "globe"),
    toggle("site_facebook", "sites", "globe"),
    toggle("site_generic", "sites", "globe"),
    toggle("remember_bios", "sites", "person"),
    toggle(CAPTIONS_FETCH, "sites", "text"),
    asked_for(SYNC, "sync", "sync"),
];

/// The countries of `crate/domain` that have a help line known well enough to be shown, or a register.
const COUNTRIES: &[&str] = &[
    "AR", "AT", "AU", "BE", "BR", "CA", "CH", "CL", "CO", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "GR", "HK", "IE",
    "IL", "IN", "IS", "IT", "JP", "KE", "KR", "LV", "MX", "MY", "NL", "NO", "NZ", "PH", "PL", "PT", "SE", "SG", "TW",
    "US", "ZA",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::domain;

    #[test]
    fn every_country_with_a_line_or_a_register_can_be_chosen() {
        let lines =
            domain().support.iter().filter(|(_, country)| !country.lines.is_empty()).map(|(code, _)| code.as_str());
        let registers = domain().registers.iter().map(|register| register.country.as_str());
        let known: std::collections::BTreeSet<_> = lines.chain(registers).filter(|code| !code.is_empty()).collect();
        assert_eq!(COUNTRIES, known.into_iter().collect::<Vec<_>>());
    }
}
