//! Help first: the same calm words for every video that speaks of suicide or self-harm.

use second_look::wire::{Support, SupportLine};

use super::el::{El, el, icon};
use super::note::link;
use super::words::say;
use crate::browser::message;

/// The lines of the viewer's country, and the way to those of every other.
pub fn support(view: &Support) -> El {
    let heading = el("h3").child(icon("support")).child(el("span").text(&say("card_support_title")));
    let mut parts = vec![heading, el("p").text(&say("card_support_body"))];
    parts.extend(view.lines.iter().map(line));
    if !view.emergency.is_empty() {
        parts.push(el("p").text(&message("card_support_danger", &[view.emergency.join(", ")])));
    }
    if !view.elsewhere.is_empty() {
        parts.push(link(&say("card_support_elsewhere"), &view.elsewhere));
    }
    el("section").class("note calm").children(parts)
}

/// What is unknown is left out.
fn line(line: &SupportLine) -> El {
    let small = |words: &str| (!words.is_empty()).then(|| el("small").text(words));
    let number = el("b").child(el("bdi").attr("dir", "ltr").text(&line.display));
    let words = el("div").children(small(&line.name)).child(number).children(small(&line.hours));
    let checked =
        (!line.checked.is_empty()).then(|| message("card_support_checked", std::slice::from_ref(&line.checked)));
    let words = words.children(checked.as_deref().and_then(small));
    el("div").class("line").child(words).children(ways(line))
}

fn ways(line: &SupportLine) -> Vec<El> {
    let way = |key: &str, address: String| {
        let named = message(&format!("{key}_named"), std::slice::from_ref(&line.name));
        el("a")
            .class("button main")
            .attr("href", &address)
            .attr("target", "_blank")
            .attr("aria-label", &named)
            .text(&say(key))
    };
    let call = (!line.dial.is_empty()).then(|| way("card_support_call", format!("tel:{}", line.dial)));
    let text = (!line.sms_to.is_empty()).then(|| way("card_support_text", format!("sms:{}", line.sms_to)));
    call.into_iter().chain(text).collect()
}
