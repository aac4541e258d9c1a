//! Something that stands above the page, in the browser's top layer: the card, the reminder.

use std::cell::RefCell;
use std::rc::Rc;

use second_look::view::{Area, Size};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, Node, PointerEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::act::{Act, Acts};
use super::badge::area;
use super::el::{El, el};
use super::host::{Host, Style, TAG};
use super::words::say;
use crate::browser::{document, property, window};
use crate::event::{Event, post};
use crate::listen::Listener;

const CONTROL: &str = "button, a[href], textarea";

/// A surface in the page. Letting go of it removes it.
pub struct Surface {
    host: Host,
    popover: HtmlElement,
    acts: Rc<RefCell<Acts>>,
    area: Area,
    listeners: Vec<Listener>,
}

impl Surface {
    /// An empty card. It notices what would close it.
    pub fn card(theme: Option<&str>) -> Option<Self> {
        let mut surface = Self::new("card", theme)?;
        surface.listeners.extend(closers(&surface.popover));
        Some(surface)
    }

    /// An empty line.
    pub fn line(theme: Option<&str>) -> Option<Self> {
        Self::new("reminder", theme)
    }

    /// An empty panel in the middle of the window, which keeps the focus until it is over. Escape ends it.
    pub fn breath(theme: Option<&str>) -> Option<Self> {
        let mut surface = Self::new("breath", theme)?;
        surface.listeners.push(Listener::before(&window(), "keydown", |event| {
            let key = event.unchecked_ref::<KeyboardEvent>().key();
            if key == "Escape" || key == "Tab" {
                event.stop_propagation();
                event.prevent_default();
            }
            if key == "Escape" {
                post(Event::Acted(Act::Breathed));
            }
        }));
        Some(surface)
    }

    fn new(part: &str, theme: Option<&str>) -> Option<Self> {
        let popover = el("div").class("top").attr("popover", "manual");
        let popover = popover.attr("dir", &say("direction")).attr("lang", &say("language")).done();
        let host = Host::new(part, Style::Controls, &popover)?;
        // Beside the body, not in it: pages replace what their body holds.
        document().document_element()?.append_child(host.element()).ok()?;
        host.dress(theme);
        host.fit_text_anew();
        popover.show_popover().ok()?;
        let acts = Rc::new(RefCell::new(Acts::default()));
        let listener = does(&popover, acts.clone());
        Some(Self { host, popover, acts, area: Area::default(), listeners: vec![listener] })
    }

    /// Shows something in place of what it showed. The focus stays where it was.
    pub fn show(&self, content: El, acts: Acts) {
        let focused = self.host.focused().map(|element| Acts::place(&element));
        self.acts.replace(acts);
        self.popover.replace_children_with_node_1(&content.done());
        match focused {
            Some(Some(control)) => self.focus_on(&control),
            Some(None) => self.take_focus(),
            None => {}
        }
    }

    /// Gives the focus to the surface as a whole.
    pub fn take_focus(&self) {
        self.focus_on("[tabindex]");
    }

    /// Gives the focus to a part, or to the whole where there is no such part.
    pub fn focus_on(&self, selector: &str) {
        if let Some(part) = self.find(selector).or_else(|| self.find("[tabindex]")) {
            let _ = part.focus();
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            part.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    }

    /// Whether the focus is in it.
    pub fn has_focus(&self) -> bool {
        self.host.focused().is_some()
    }

    /// Changes the words of a part.
    pub fn write(&self, selector: &str, words: &str) {
        if let Some(part) = self.find(selector) {
            part.set_text_content(Some(words));
        }
    }

    /// A part of what it shows.
    pub fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.host.find(selector)
    }

    /// See [`Host::dress`].
    pub fn dress(&self, theme: Option<&str>) {
        self.host.dress(theme);
    }

    /// How large it is.
    pub fn size(&self) -> Size {
        let Area { width, height, .. } = area(&self.popover);
        Size { width, height }
    }

    /// How large the viewport is, scroll bars left out.
    pub fn viewport() -> Size {
        let root = document().document_element();
        let [width, height] = root.map(|root| [root.client_width(), root.client_height()]).unwrap_or_default();
        // A page in quirks mode gives its root no height of its own.
        let inner = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        Size { width: f64::from(width), height: f64::from(height).min(inner) }
    }

    /// Where it was moved to.
    pub fn area(&self) -> Area {
        self.area
    }

    /// Moves it to a place in the page, with which it scrolls: nothing has to follow it there.
    pub fn move_with_page(&mut self, area: Area) {
        let scrolled = |at: Result<f64, _>| at.unwrap_or_default();
        let (x, y) = (area.x + scrolled(window().scroll_x()), area.y + scrolled(window().scroll_y()));
        let _ = self.popover.style().set_property("position", "absolute");
        self.move_to(Area { x, y, ..area });
    }

    /// How wide (`--room`) or how high (`--tall`) it may be, in CSS pixels; `None` leaves that to it.
    pub fn limit(&self, name: &str, length: Option<f64>) {
        self.host.style(name, &length.map(pixels).unwrap_or_default());
    }

    /// Moves it. Left and top are meant: a place in the viewport has no direction of writing.
    pub fn move_to(&mut self, area: Area) {
        self.area = area;
        let style = self.popover.style();
        let _ = style.set_property("left", &pixels(area.x));
        let _ = style.set_property("top", &pixels(area.y));
    }
}

/// Whole pixels: nothing is drawn between two of them.
fn pixels(length: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a place in the viewport")]
    let whole = length.round() as i32;
    format!("{whole}px")
}

fn does(popover: &HtmlElement, acts: Rc<RefCell<Acts>>) -> Listener {
    Listener::on(popover, "click", move |event| {
        let act = acts.borrow().of(&event);
        if let Some(act) = act {
            post(Event::Acted(act));
        }
    })
}

/// What closes a card, and what it has to follow while it is open.
fn closers(popover: &HtmlElement) -> Vec<Listener> {
    let inner = popover.clone();
    let mut listeners = vec![
        Listener::on(popover, "keydown", move |event| leave_by_tab(&inner, &event)),
        Listener::before(&window(), "keydown", escape),
        Listener::before(&window(), "pointerdown", |event| {
            if !is_ours(&event) {
                post(Event::Outside);
            }
        }),
        Listener::before(&window(), "pointermove", |event| {
            let pointer: &PointerEvent = event.unchecked_ref();
            post(Event::PointerAt(f64::from(pointer.client_x()), f64::from(pointer.client_y())));
        }),
        Listener::before(&window(), "scroll", |event| {
            if !is_ours(&event) {
                post(Event::Scrolled);
            }
        }),
        Listener::before(&window(), "resize", |_| post(Event::Scrolled)),
    ];
    let root = document().document_element();
    listeners
        .extend(root.map(|root| Listener::on(&root, "pointerleave", |_| post(Event::PointerAt(f64::MIN, f64::MIN)))));
    listeners
}

fn escape(event: web_sys::Event) {
    if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
        event.stop_propagation();
        event.prevent_default();
        post(Event::Escaped);
    }
}

/// Beyond the last control, and before the first, the page goes on where the badge stands.
fn leave_by_tab(popover: &HtmlElement, event: &web_sys::Event) {
    let key: &KeyboardEvent = event.unchecked_ref();
    if key.key() != "Tab" {
        return;
    }
    let Ok(controls) = popover.query_selector_all(CONTROL) else { return };
    let edge = if key.shift_key() { controls.get(0) } else { controls.get(controls.length().saturating_sub(1)) };
    let focused: Element = event.composed_path().get(0).unchecked_into();
    let before_all = key.shift_key() && focused.has_attribute("tabindex");
    let focused: &Node = &focused;
    if before_all || edge.is_none_or(|edge| edge == *focused) {
        event.prevent_default();
        post(Event::TabbedOut);
    }
}

fn is_ours(event: &web_sys::Event) -> bool {
    event.composed_path().iter().any(|part| property(&part, "localName") == TAG)
}
