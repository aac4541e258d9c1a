//! Help first: the same calm words for every video that speaks of suicide or self-harm.

use second_look::wire::{Support, SupportLine};

use super::el::{El, el, icon};
use super::note::link;
use super::words::say;
use crate::browser::{message, month_name};

/// The lines of the viewer's country, and the way to those of every other.
pub fn support(view: &Support) -> El {
    let heading = el("h3").child(icon("support")).child(el("span").text(&say("card_support_title")));
    let mut parts = vec![heading, el("p").text(&say("card_support_body"))];
    if view.lines.is_empty() {
        parts.push(el("p").text(&say("card_support_choose")));
    }
    parts.extend(view.lines.iter().map(line));
    parts.push(el("p").text(&danger(&view.emergency)));
    if !view.elsewhere.is_empty() {
        parts.push(link(&say("card_support_elsewhere"), &view.elsewhere));
    }
    el("section").class("note calm").children(parts)
}

fn danger(numbers: &[String]) -> String {
    if numbers.is_empty() {
        return say("card_support_danger_anywhere");
    }
    let numbers: Vec<String> = numbers.iter().map(|number| isolated(number)).collect();
    message("card_support_danger", &[numbers.join(" / ")])
}

/// A number keeps its order in a text of any direction.
fn isolated(number: &str) -> String {
    ["\u{2066}", number, "\u{2069}"].concat()
}

/// What is unknown is left out.
fn line(line: &SupportLine) -> El {
    let small = |words: &str| (!words.is_empty()).then(|| el("small").text(words));
    let number = el("b").child(el("bdi").attr("dir", "ltr").text(&contact(line)));
    let about = [line.audience.clone(), line.region.clone(), hours(&line.hours), checked(&line.checked), stale(line)];
    let about: Vec<String> = about.into_iter().filter(|words| !words.is_empty()).collect();
    let words = el("div").children(small(&line.name)).child(number).children(small(&about.join(" · ")));
    el("div").class("line").child(words).child(el("div").class("ways").children(ways(line)))
}

/// The number to call, else what to write and where to.
fn contact(line: &SupportLine) -> String {
    if line.display.is_empty() { [&*line.sms_text, " → ", &line.sms_to].concat() } else { line.display.clone() }
}

fn hours(hours: &str) -> String {
    if hours == "24/7" { say("card_support_day_and_night") } else { hours.to_owned() }
}

fn checked(date: &str) -> String {
    if date.is_empty() { String::new() } else { message("card_support_checked", &[month_name(date)]) }
}

/// A number that was not confirmed for a year is not put forward as it stands.
fn stale(line: &SupportLine) -> String {
    if line.stale { say("support_stale") } else { String::new() }
}

fn ways(line: &SupportLine) -> Vec<El> {
    let web = if line.chat { "card_support_chat" } else { "card_support_website" };
    let ways = [
        ("card_support_call", "tel:", &line.dial),
        ("card_support_text", "sms:", &line.sms_to),
        (web, "", &line.website),
    ];
    ways.into_iter()
        .filter(|(.., to)| !to.is_empty())
        .map(|(key, scheme, to)| way(key, &[scheme, to].concat(), line))
        .collect()
}

fn way(key: &str, address: &str, line: &SupportLine) -> El {
    let label = say(key);
    el("a")
        .class("button")
        .attr("href", address)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .attr("aria-label", &[&*label, &line.name].join(": "))
        .text(&label)
}
