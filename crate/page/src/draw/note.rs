//! One note of the card: its words, why they matter, what to ask, and where to check.

use second_look::view::{NoteKind, NoteView};

use super::act::{Act, Acts};
use super::card::Folds;
use super::el::{El, arrow, el, icon};
use super::words::{say, title, words};
use crate::browser::message;

/// A note: its words, and the reason folded or not.
pub fn note(view: &NoteView, folds: &Folds, acts: &mut Acts) -> El {
    let good = if view.kind == NoteKind::Practice { " good" } else { "" };
    let name = format!("{}:{}", view.rule, view.quote.concat());
    let open = folds.is_open(&name, view.open);
    let section = el("section").class(&format!("note{good}")).child(heading(view, name, open, acts));
    let section = section.child(quote(&view.quote)).child(meta(view, acts));
    if open { section.children(reason(view)) } else { section }
}

fn heading(view: &NoteView, name: String, open: bool, acts: &mut Acts) -> El {
    let picture = if view.kind == NoteKind::Practice { "sprout" } else { "quote" };
    el("h3").child(fold(picture, &title(&view.title), name, open, acts))
}

/// The control that folds and unfolds a part.
pub fn fold(picture: &str, label: &str, name: String, open: bool, acts: &mut Acts) -> El {
    let button = el("button")
        .class("fold")
        .attr("aria-expanded", if open { "true" } else { "false" })
        .child(icon(picture))
        .child(el("span").text(label))
        .child(icon("down"));
    acts.give(button, Act::Fold(name, open))
}

/// Why it matters, what to ask, where to check.
fn reason(view: &NoteView) -> Vec<El> {
    let mut parts = vec![el("p").text(&title(&view.why))];
    if !view.question.is_empty() {
        parts.push(ask(&view.question));
    }
    parts.extend(
        view.source
            .as_ref()
            .map(|source| link(&message("card_source", std::slice::from_ref(&source.title)), &source.url)),
    );
    parts
}

/// Their words, as written, with a few words around them.
fn quote([before, words, after]: &[String; 3]) -> El {
    el("blockquote")
        .class("quote")
        .attr("dir", "auto")
        .text("“")
        .text(before)
        .child(el("mark").text(words))
        .text(after)
        .text("”")
}

fn meta(view: &NoteView, acts: &mut Acts) -> El {
    let meta = el("div").class("meta").child(el("span").text(&words(&view.field)));
    let Some(moment) = &view.moment else { return meta };
    let go = el("button")
        .class("moment")
        .child(icon("clock"))
        .text(&message("card_go_to", std::slice::from_ref(&moment.clock)));
    meta.child(acts.give(go, Act::Seek(moment.seconds)))
}

fn ask(question: &str) -> El {
    let words = el("div").child(el("b").text(&say("card_question"))).child(el("p").text(question));
    el("div").class("ask").child(icon("ask")).child(words)
}

/// A way out of the page; the page that opens learns nothing of this one.
pub fn link(label: &str, address: &str) -> El {
    el("a")
        .class("source")
        .attr("href", address)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .attr("referrerpolicy", "no-referrer")
        .child(el("span").text(label))
        .text("\u{a0}")
        .child(arrow("out"))
}
