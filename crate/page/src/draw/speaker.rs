//! Who is speaking, which licence, and where: three ticks, each with words.

use second_look::view::{SpeakerView, Tick, TickState};
use second_look::wire::RegisterLink;

use super::act::Acts;
use super::card::Folds;
use super::el::{El, el, icon};
use super::note::{fold, link};
use super::words::{say, words};

const NAME: &str = "speaker";

/// The part on who is speaking, folded or not.
pub fn speaker(view: &SpeakerView, folds: &Folds, acts: &mut Acts) -> El {
    let open = folds.is_open(NAME, view.open);
    let heading = el("h3").child(fold(picture(view), &words(&view.heading), NAME.to_owned(), open, acts));
    let section = el("section").class(if open { "note" } else { "thin note" }).child(heading);
    if !open {
        return section;
    }
    let ticks = el("ul").class("ticks").children(view.ticks.iter().map(tick));
    section.child(ticks).child(el("p").text(&words(&view.meaning))).children(registers(&view.registers))
}

/// The viewer does the search: a link is all that is offered, and nothing is sent along.
fn registers(links: &[RegisterLink]) -> Vec<El> {
    if links.is_empty() {
        return Vec::new();
    }
    let heading = el("h4").class("label").text(&say("card_register"));
    let item = |register: &RegisterLink| {
        let warning = el("small").text(&register.warning);
        el("li").child(link([&*register.name, &register.region].join(" ").trim(), &register.url)).child(warning)
    };
    let help = el("p").class("meta").text(&say("card_register_help"));
    vec![heading, el("ul").class("registers").children(links.iter().map(item)), help]
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
