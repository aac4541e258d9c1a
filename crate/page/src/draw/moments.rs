//! Marks on the playing video's timeline, and the quiet line when playback reaches one.

use second_look::site::Place;
use second_look::view::{MomentView, NoteKind};
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::act::{Act, Acts};
use super::badge::{area, is_loose, pin, put, unpin};
use super::el::{El, el, icon};
use super::host::Host;
use super::host::Style;
use super::words::{say, title};
use crate::browser::message;
use crate::event::{Event, post};
use crate::listen::Listener;

/// What the page's own preview over its timeline listens to: over a mark it would cover the words.
const PREVIEW: &str = "mousemove mouseover pointermove pointerover";

/// The marks. Letting go of them removes them and leaves the page as it was.
pub struct Marks {
    shown: (Vec<MomentView>, f64),
    bar: Element,
    /// What they stand in: beside the bar, whose own role would swallow them.
    around: Element,
    pinned: bool,
    host: Host,
    _listeners: Vec<Listener>,
}

impl Marks {
    /// Draws marks along a bar that stands for `duration` seconds.
    pub fn new(moments: Vec<MomentView>, duration: f64, bar: &Element, theme: Option<&str>) -> Option<Self> {
        let around = bar.parent_element()?;
        let (list, acts) = list(&moments, duration);
        let host = Host::new("moments", Style::Overlay, &list.done())?;
        along(&host, bar, &around);
        bar.insert_adjacent_element("afterend", host.element()).ok()?;
        host.dress(theme);
        host.fit_text();
        let listeners = listeners(host.element(), acts);
        let pinned = is_loose(&around) && pin(&around);
        Some(Self { shown: (moments, duration), bar: bar.clone(), around, pinned, host, _listeners: listeners })
    }

    /// Whether they still stand where they were put, and mark these.
    pub fn is_current(&self, moments: &[MomentView], duration: f64, bar: &Element) -> bool {
        let same = self.shown.0 == moments && self.shown.1.to_bits() == duration.to_bits();
        same && self.bar == *bar && self.host.element().is_connected()
    }

    /// What is marked.
    pub fn moments(&self) -> &[MomentView] {
        &self.shown.0
    }

    /// See [`Host::dress`].
    pub fn dress(&self, theme: Option<&str>) {
        self.host.dress(theme);
    }
}

impl Drop for Marks {
    fn drop(&mut self) {
        if self.pinned {
            unpin(&self.around);
        }
    }
}

/// Over the bar, whatever the page's size: in hundredths of what both stand in.
fn along(host: &Host, bar: &Element, around: &Element) {
    let (bar, around) = (area(bar), area(around));
    if around.width < 1.0 || bar.width < 1.0 {
        return;
    }
    host.style("left", &hundredths((bar.x - around.x) / around.width));
    host.style("width", &hundredths(bar.width / around.width));
}

/// A share as CSS has it. Numbers with a point would bring fifteen kilobytes of tables into the page.
fn hundredths(share: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a share")]
    let parts = (share * 10_000.0).round() as i32;
    format!("calc({parts}% / 100)")
}

fn list(moments: &[MomentView], duration: f64) -> (El, Acts) {
    let mut acts = Acts::default();
    let marks = moments.iter().map(|moment| mark(moment, duration, &mut acts)).collect::<Vec<_>>();
    let list = el("ul").class("marks").attr("role", "list").attr("aria-label", &say("moments_name"));
    (list.attr("lang", &say("language")).children(marks), acts)
}

fn mark(moment: &MomentView, duration: f64, acts: &mut Acts) -> El {
    let words = title(&moment.title);
    let named = message("moment_name", &[moment.clock.clone(), words.clone(), moment.quote.clone()]);
    let class = if moment.kind == NoteKind::Practice { "mark good" } else { "mark" };
    let share = moment.seconds / duration;
    let side = if share > 0.5 { "tip late" } else { "tip" };
    let tip =
        el("span").class(side).attr("dir", &say("direction")).children(told(&moment.clock, &words, &moment.quote));
    let button = el("button").class(class).attr("aria-label", &named).child(el("i")).child(tip);
    let item = el("li").child(acts.give(button, Act::Seek(moment.seconds))).done();
    let _ = item.style().set_property("left", &hundredths(share));
    El::from(item)
}

fn told(clock: &str, words: &str, quote: &str) -> [El; 2] {
    let head = el("b").child(el("bdi").text(clock)).text(" · ").text(words);
    [head, el("q").attr("dir", "auto").text(quote)]
}

fn listeners(host: &HtmlElement, acts: Acts) -> Vec<Listener> {
    let pressed = Listener::on(host, "click", move |event| {
        if let Some(act) = acts.of(&event) {
            post(Event::Acted(act));
        }
    });
    let away = host.clone();
    let escape = Listener::on(host, "keydown", move |event| {
        use wasm_bindgen::JsCast;
        if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
            let _ = away.set_attribute("data-quiet", "");
        }
    });
    let quiet = host.clone();
    let back = Listener::on(host, "pointerleave focusout", move |_| drop(quiet.remove_attribute("data-quiet")));
    let shield = Listener::on(host, PREVIEW, |event| event.stop_propagation());
    vec![shield, pressed, escape, back]
}

/// One quiet line near the badge: what playback has just reached.
pub fn line(moment: &MomentView, anchor: &Element, place: &Place, theme: Option<&str>) -> Option<Host> {
    let words = title(&moment.title);
    let line = el("div").class("told").attr("role", "status").attr("dir", &say("direction"));
    let line = line.child(icon("quote")).child(el("p").children(told(&moment.clock, &words, &moment.quote)));
    let host = Host::new("told", Style::Overlay, &line.done())?;
    put(host.element(), anchor, place)?;
    host.dress(theme);
    host.fit_text();
    Some(host)
}
