//! Who is speaking, which licence, and where: three ticks, each with words.

use second_look::view::{SpeakerView, Tick, TickState};
use second_look::wire::RegisterLink;

use super::act::{Act, Acts};
use super::card::{Folds, outcome};
use super::el::{El, el, icon};
use super::note::{fold, link};
use super::words::{say, words};
use crate::browser::{country_name, message};

const NAME: &str = "speaker";

/// The part on who is speaking, folded or not.
pub fn speaker(view: &SpeakerView, folds: &Folds, copied: Option<bool>, acts: &mut Acts) -> El {
    let open = folds.is_open(NAME, view.open);
    let heading = el("h3").child(fold(picture(view), &words(&view.heading), NAME.to_owned(), open, acts));
    let section = el("section").class(if open { "note" } else { "thin note" }).child(heading);
    if !open {
        return section;
    }
    let ticks = el("ul").class("ticks").children(view.ticks.iter().map(tick));
    section.child(ticks).child(el("p").text(&words(&view.meaning))).children(registers(view, copied, acts))
}

/// The viewer does the search: a link is all that is offered, and nothing is sent along. The name is copied, so that it
/// can be pasted there.
fn registers(view: &SpeakerView, copied: Option<bool>, acts: &mut Acts) -> Vec<El> {
    if view.registers.is_empty() {
        let choose = || el("p").class("meta").text(&say("card_register_choose"));
        return view.asks_country.then(choose).into_iter().collect();
    }
    let heading = el("h4").class("label").text(&say("card_register"));
    let items: Vec<El> = view.registers.iter().map(|register| item(register, &view.name, acts)).collect();
    let mut parts = vec![heading, el("ul").class("registers").children(items)];
    if !view.name.is_empty() {
        parts.push(el("p").class("meta").text(&message("card_register_name", std::slice::from_ref(&view.name))));
    }
    parts.push(el("p").class("meta").text(&say("card_register_help")));
    parts.extend(copied.map(|copied| el("p").class("meta").attr("role", "status").text(&outcome(copied))));
    parts
}

fn item(register: &RegisterLink, name: &str, acts: &mut Acts) -> El {
    let mut link = link([&*register.name, &register.region].join(" ").trim(), &register.url);
    if !name.is_empty() {
        link = acts.also(link, Act::CopyName(name.to_owned()));
    }
    let warning = (!register.warning.is_empty()).then(|| el("small").text(&register.warning));
    el("li").child(link).child(el("small").text(&country_name(&register.country))).children(warning)
}

/// The picture says as much as the words beside it: how much is stated.
fn picture(view: &SpeakerView) -> &'static str {
    let stated = view.ticks.iter().filter(|tick| tick.state == TickState::Stated).count();
    let unseen = view.ticks.iter().filter(|tick| tick.state == TickState::NotSeen).count();
    match (stated, unseen) {
        (3, _) => "stated",
        (_, 3) => "unstated",
        _ => "partly",
    }
}

fn tick(view: &Tick) -> El {
    let picture = match view.state {
        TickState::Stated => "stated",
        TickState::Partly => "partly",
        TickState::NotSeen => "unstated",
    };
    el("li").child(icon(picture)).child(el("b").text(&words(&view.label))).child(said(view))
}

fn said(view: &Tick) -> El {
    let detail = el("small").text(&words(&view.detail));
    if view.state == TickState::NotSeen {
        return el("span").class("none").child(el("span").text(&say("card_not_seen"))).child(detail);
    }
    el("span").child(el("q").attr("dir", "auto").text(&view.quote)).child(detail)
}
