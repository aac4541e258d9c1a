use crate::wire::{Support, SupportLine};

use super::domain;
use super::pack::{Country, Line};

/// A number whose newest source is older than this, in months, has to be checked first.
const FRESH_FOR: u32 = 12;

/// Months since the year 0 of a date (`2026-06`); the first of a year where it tells no month.
pub fn months(date: &str) -> Option<u32> {
    let (year, month) = date.split_once('-').unwrap_or((date, "1"));
    Some(year.parse::<u32>().ok()? * 12 + month.parse::<u32>().ok()?)
}

/// Whom to talk to in a country (ISO 3166 code); without lines where none is known well enough to be shown. Numbers go
/// on growing old once they are shipped: `month` is the one it is, counted as [`months`] does.
pub fn support_in(country: &str, month: u32) -> Support {
    let elsewhere = domain().elsewhere.first().map(|finder| finder.url.clone()).unwrap_or_default();
    match domain().support.get(country) {
        Some(Country { name, emergency, lines }) => {
            let mut lines: Vec<_> = lines.iter().map(|of| line(of, month)).collect();
            lines.sort_by_key(|line| line.stale);
            Support { country: name.clone(), emergency: emergency.clone(), lines, elsewhere }
        }
        None => Support { elsewhere, ..Support::default() },
    }
}

fn line(line: &Line, month: u32) -> SupportLine {
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
        stale: line.stale || months(&line.checked).is_none_or(|checked| checked + FRESH_FOR < month),
    }
}
