//! The chip on a video.

use std::cell::Cell;
use std::rc::Rc;

use second_look::site::{Corner, Place};
use second_look::view::{Area, BadgeView, Shape};
use second_look::wire::BadgePlace;
use web_sys::{Element, HtmlElement, PointerEvent, PointerEventInit};

use super::el::{El, el, icon};
use super::host::Host;
use super::words::{say, words};
use super::{OVERLAY, SHARED};
use crate::browser::{document, message, window};
use crate::event::{Event, post};
use crate::listen::Listener;

/// A badge in the page. Letting go of it removes it and leaves the page as it was.
pub struct Badge {
    view: BadgeView,
    host: Host,
    anchor: Element,
    /// Whether the anchor was made something to pin a badge to.
    pinned: bool,
    /// Whether the focus that comes next is ours to give, and opens nothing.
    given: Rc<Cell<bool>>,
    _listeners: Vec<Listener>,
}

impl Badge {
    /// Draws a badge for the card of this number.
    pub fn new(card: u32, view: BadgeView, anchor: &Element, place: &Place, theme: Option<&str>) -> Option<Self> {
        let host = Host::new("badge", &[SHARED, OVERLAY], chip(&view))?;
        put(host.element(), anchor, place)?;
        host.dress(theme);
        host.fit_text();
        let pinned = place.corner != Corner::After && pin(anchor);
        let button = host.find("button")?;
        let given = Rc::new(Cell::new(false));
        let mut listeners = pointed(card, &button, anchor);
        listeners.extend(focused(card, &button, &given));
        Some(Self { view, host, anchor: anchor.clone(), pinned, given, _listeners: listeners })
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
        if let Some(button) = self.host.find("button") {
            let _ = button.set_attribute("aria-expanded", if open { "true" } else { "false" });
        }
    }

    /// Gives it the focus. That opens nothing: only a focus that the viewer brings does.
    pub fn focus(&self) {
        if let Some(button) = self.host.find("button") {
            self.given.set(true);
            let _ = button.focus();
            self.given.set(false);
        }
    }

    /// Whether it has the focus.
    pub fn has_focus(&self) -> bool {
        self.host.focused().is_some()
    }

    /// Where it stands in the viewport.
    pub fn area(&self) -> Area {
        self.host.find("button").map(|button| area(&button)).unwrap_or_default()
    }

    /// Where the picture stands that it is pinned to.
    pub fn anchor_area(&self) -> Area {
        area(&self.anchor)
    }

    /// Where it stands, and whether a viewer can see it.
    pub fn place(&self) -> BadgePlace {
        let Area { x, y, width, height } = self.area();
        let shown = self.host.find("button").is_some_and(|button| is_shown(&button));
        BadgePlace { visible: shown && width > 0.0 && height > 0.0, rect: [x, y, width, height] }
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

fn chip(view: &BadgeView) -> El {
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
    let _ = host.set_attribute("data-corner", corner);
    let style = host.style();
    let _ = style.set_property("--inline", &format!("{}px", place.offset.0));
    let _ = style.set_property("--block", &format!("{}px", place.offset.1));
    match place.corner {
        Corner::After => anchor.insert_adjacent_element("afterend", host).ok().map(drop),
        _ => anchor.append_child(host).ok().map(drop),
    }
}

/// Makes an anchor something that a corner can be found of, unless it is that already.
pub fn pin(anchor: &Element) -> bool {
    let style = window().get_computed_style(anchor).ok().flatten();
    let position = style.and_then(|style| style.get_property_value("position").ok()).unwrap_or_default();
    position == "static" && html(anchor).style().set_property("position", "relative").is_ok()
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

fn pointed(card: u32, button: &HtmlElement, anchor: &Element) -> Vec<Listener> {
    let (enter, leave) = (anchor.clone(), anchor.clone());
    vec![
        Listener::on(button, "pointerenter", move |event| {
            // The site's hover preview would start under the pointer and cover the badge.
            tell(&enter, "pointerleave");
            if is_mouse(&event) {
                post(Event::Pointed(card));
            }
        }),
        Listener::on(button, "pointerleave", move |_| {
            tell(&leave, "pointerenter");
            post(Event::Unpointed);
        }),
        Listener::on(button, "click", move |_| post(Event::Pressed(card))),
    ]
}

/// A focus that the viewer brings opens the card, as pointing does. One that comes back with the window opens nothing.
fn focused(card: u32, button: &HtmlElement, given: &Rc<Cell<bool>>) -> [Listener; 2] {
    let (come, gone) = (given.clone(), given.clone());
    [
        Listener::on(button, "focus", move |_| {
            if !come.replace(false) {
                post(Event::Focused(card));
            }
        }),
        Listener::on(button, "blur", move |_| {
            gone.set(!document().has_focus().unwrap_or(true));
            post(Event::Blurred(card));
        }),
    ]
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
