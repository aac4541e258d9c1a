//! The chip on a video.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use second_look::site::{Corner, Place};
use second_look::view::{Area, BadgeView, Shape};
use second_look::wire::BadgePlace;
use web_sys::{Element, HtmlElement, PointerEvent, PointerEventInit};

use super::el::{El, el, icon};
use super::host::{Host, Style};
use super::words::{say, words};
use crate::browser::{document, loader, message, window};
use crate::event::{Event, post};
use crate::listen::Listener;

/// A badge in the page. Letting go of it removes it and leaves the page as it was.
pub struct Badge {
    view: BadgeView,
    host: Host,
    button: HtmlElement,
    anchor: Element,
    /// Whether the anchor was made something to pin a badge to.
    pinned: bool,
    /// Whether the focus that comes next is ours to give, and opens nothing.
    given: Rc<Cell<bool>>,
    _listener: Listener,
}

impl Badge {
    /// Draws a badge for the card of this number. `loose` is what is known of the anchor: see [`is_loose`].
    pub fn new(
        card: u32,
        view: BadgeView,
        anchor: &Element,
        place: &Place,
        theme: Option<&str>,
        loose: Option<bool>,
    ) -> Option<Self> {
        let loose = place.corner != Corner::After && loose.unwrap_or_else(|| is_loose(anchor));
        let button = chip(&view)?;
        let host = Host::new("badge", Style::Overlay, &button)?;
        host.dress(theme);
        put(host.element(), anchor, place)?;
        host.fit_text();
        let pinned = loose && pin(anchor);
        let given = Rc::new(Cell::new(false));
        let listener = listener(card, &button, anchor, given.clone());
        Some(Self { view, host, button, anchor: anchor.clone(), pinned, given, _listener: listener })
    }

    /// Whether it still stands where it was put, and says this.
    pub fn is_current(&self, view: &BadgeView, anchor: &Element) -> bool {
        self.view == *view && self.anchor == *anchor && self.host.element().is_connected()
    }

    /// See [`Host::dress`].
    pub fn dress(&self, theme: Option<&str>) {
        self.host.dress(theme);
    }

    /// Says whether its card is open.
    pub fn expand(&self, open: bool) {
        let _ = self.button.set_attribute("aria-expanded", if open { "true" } else { "false" });
    }

    /// Gives it the focus. That opens nothing: only a focus that the viewer brings does.
    pub fn focus(&self) {
        self.given.set(true);
        let _ = self.button.focus();
        self.given.set(false);
    }

    /// Whether it has the focus.
    pub fn has_focus(&self) -> bool {
        self.host.focused().is_some()
    }

    /// Where it stands in the viewport.
    pub fn area(&self) -> Area {
        area(&self.button)
    }

    /// Where the picture stands that it is pinned to.
    pub fn anchor_area(&self) -> Area {
        area(&self.anchor)
    }

    /// Where it stands, and whether a viewer can see it.
    pub fn place(&self) -> BadgePlace {
        let Area { x, y, width, height } = self.area();
        BadgePlace { visible: is_shown(&self.button) && width > 0.0 && height > 0.0, rect: [x, y, width, height] }
    }
}

impl Drop for Badge {
    fn drop(&mut self) {
        if self.pinned {
            unpin(&self.anchor);
        }
    }
}

/// Where an element stands in the viewport.
pub fn area(element: &Element) -> Area {
    let rect = element.get_bounding_client_rect();
    Area { x: rect.x(), y: rect.y(), width: rect.width(), height: rect.height() }
}

thread_local! {
    /// The chips that were drawn, one of a kind: they are copied from then on.
    static CHIPS: RefCell<Vec<(BadgeView, HtmlElement)>> = const { RefCell::new(Vec::new()) };
}

/// No page has more kinds of chip than there are things to say and small numbers of notes.
const KINDS: usize = 32;

fn chip(view: &BadgeView) -> Option<HtmlElement> {
    use wasm_bindgen::JsCast;
    let copy = |chip: &HtmlElement| chip.clone_node_with_deep(true).ok().map(JsCast::unchecked_into);
    CHIPS.with_borrow_mut(|chips| {
        if let Some((_, chip)) = chips.iter().find(|(known, _)| known == view) {
            return copy(chip);
        }
        chips.truncate(KINDS - 1);
        let new = new_chip(view).done();
        let first = copy(&new);
        chips.push((view.clone(), new));
        first
    })
}

fn new_chip(view: &BadgeView) -> El {
    let (class, name) = match view.shape {
        Shape::Note => ("badge", "quote"),
        Shape::Practice => ("badge good", "sprout"),
        Shape::Licence => ("badge licence", "licence"),
        Shape::Support => ("badge support", "support"),
        Shape::Nothing => ("badge quiet", "look"),
        Shape::Unread => ("badge quiet", "unstated"),
    };
    let label = words(&view.label);
    let aside = view.aside.as_ref().map(words);
    let said: Vec<&str> = [Some(label.as_str()), aside.as_deref()].into_iter().flatten().collect();
    let named = message("badge_name", &[said.join(", ")]);
    el("button")
        .class(class)
        .attr("type", "button")
        .attr("dir", &say("direction"))
        .attr("aria-haspopup", "dialog")
        .attr("aria-expanded", "false")
        .attr("aria-label", &named)
        .child(el("i").child(icon(name)))
        .child(el("span").text(&label))
        .text(" ")
        .children(aside.map(|aside| el("small").text(&aside)))
}

/// Puts the host where the site's file wants it.
pub fn put(host: &HtmlElement, anchor: &Element, place: &Place) -> Option<()> {
    let corner = match place.corner {
        Corner::TopStart => "top-start",
        Corner::TopEnd => "top-end",
        Corner::BottomStart => "bottom-start",
        Corner::BottomEnd => "bottom-end",
        Corner::After => "after",
        Corner::Nowhere => return None,
    };
    let (inline, block) = place.offset;
    loader()?.put(host, anchor, corner, inline, block);
    Some(())
}

/// Whether an element is nothing that a corner can be found of. To ask makes the browser work out the style of the page,
/// unless it has just done so.
pub fn is_loose(anchor: &Element) -> bool {
    let style = window().get_computed_style(anchor).ok().flatten();
    style.and_then(|style| style.get_property_value("position").ok()).is_some_and(|position| position == "static")
}

/// Makes a loose anchor something that a corner can be found of.
pub fn pin(anchor: &Element) -> bool {
    html(anchor).style().set_property("position", "relative").is_ok()
}

/// Undoes [`pin`].
pub fn unpin(anchor: &Element) {
    let _ = html(anchor).style().remove_property("position");
}

fn html(element: &Element) -> &HtmlElement {
    use wasm_bindgen::JsCast;
    // Also true of the elements this is not quite true of: all have a `style`.
    element.unchecked_ref()
}

/// A focus that the viewer brings opens the card, as pointing does. One that comes back with the window opens nothing.
fn listener(card: u32, button: &HtmlElement, anchor: &Element, given: Rc<Cell<bool>>) -> Listener {
    let anchor = anchor.clone();
    Listener::on(button, "pointerenter pointerleave click focus blur", move |event| match event.type_().as_str() {
        "pointerenter" => {
            // The site's hover preview would start under the pointer and cover the badge.
            tell(&anchor, "pointerleave");
            if is_mouse(&event) {
                post(Event::Pointed(card));
            }
        }
        "pointerleave" => {
            tell(&anchor, "pointerenter");
            post(Event::Unpointed);
        }
        "click" => post(Event::Pressed(card)),
        "focus" => {
            if !given.replace(false) {
                post(Event::Focused(card));
            }
        }
        _ => {
            given.set(!document().has_focus().unwrap_or(true));
            post(Event::Blurred(card));
        }
    })
}

/// Tells the page's own thumbnail that the pointer came or went.
fn tell(anchor: &Element, kind: &str) {
    let options = PointerEventInit::new();
    options.set_bubbles(true);
    if let Ok(event) = PointerEvent::new_with_event_init_dict(kind, &options) {
        let _ = anchor.dispatch_event(&event);
    }
}

fn is_mouse(event: &web_sys::Event) -> bool {
    use wasm_bindgen::JsCast;
    event.unchecked_ref::<PointerEvent>().pointer_type() != "touch"
}

/// Whether nothing on the way up hides an element.
fn is_shown(element: &Element) -> bool {
    #[wasm_bindgen::prelude::wasm_bindgen]
    extern "C" {
        type Checked;
        #[wasm_bindgen(method, js_name = checkVisibility)]
        fn check_visibility(this: &Checked, options: &wasm_bindgen::JsValue) -> bool;
    }
    use wasm_bindgen::JsCast;
    let strict = ["opacityProperty", "visibilityProperty"].map(|name| (name, wasm_bindgen::JsValue::TRUE));
    element.unchecked_ref::<Checked>().check_visibility(&crate::browser::object(&strict))
}
