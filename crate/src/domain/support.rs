use crate::wire::{Support, SupportLine};

use super::domain;
use super::pack::{Country, Line};

/// Whom to talk to in a country (ISO 3166 code); without lines where none is known well enough to be shown.
pub fn support_in(country: &str) -> Support {
    let elsewhere = domain().elsewhere.first().map(|finder| finder.url.clone()).unwrap_or_default();
    match domain().support.get(country) {
        Some(Country { name, emergency, lines }) => Support {
            country: name.clone(),
            emergency: emergency.clone(),
            lines: lines.iter().map(line).collect(),
            elsewhere,
        },
        None => Support { elsewhere, ..Support::default() },
    }
}

fn line(line: &Line) -> SupportLine {
    SupportLine {
        name: line.name.clone(),
        display: line.display.clone(),
        dial: line.dial.clone(),
        sms_to: line.sms.as_ref().map(|sms| sms.to.clone()).unwrap_or_default(),
        sms_text: line.sms.as_ref().map(|sms| sms.text.clone()).unwrap_or_default(),
        website: line.website.clone(),
        chat: line.chat,
        hours: line.hours.clone(),
        audience: line.audience.clone(),
        region: line.region.clone(),
        checked: line.checked.clone(),
        stale: line.stale,
    }
}
