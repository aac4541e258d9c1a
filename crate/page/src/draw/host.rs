//! The element that each thing we draw stands in: a plain hyphenated tag with a shadow root. It is never defined as a
//! custom element: in Firefox that would break every cast of the content script.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

use super::el::{El, el};
use crate::browser::window;
use crate::listen::Listener;

/// The tag of every host. `content.js` removes what bears it when all else fails.
pub const TAG: &str = "second-look";

/// What must not reach the page: a badge often stands in a link, and pages steer their player by keys.
const OURS: &[&str] = &[
    "click",
    "dblclick",
    "auxclick",
    "mousedown",
    "mouseup",
    "pointerdown",
    "pointerup",
    "touchstart",
    "touchend",
    "keydown",
    "keyup",
    "keypress",
    "dragstart",
    "focusin",
    "focusout",
];

/// A host in the page. Letting go of it removes it.
pub struct Host {
    element: HtmlElement,
    shadow: ShadowRoot,
    _shields: Vec<Listener>,
}

impl Host {
    /// A host for one part (`badge`, `card`, `reminder`) that is not in the page yet; `None` where the browser refuses
    /// a shadow root.
    pub fn new(part: &str, style: &[&str], content: El) -> Option<Self> {
        let element = el(TAG).attr("data-part", part).done();
        let shadow = element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok()?;
        // Set as a whole: only then does Firefox know whose style it is, and that the page's policy has no say in it.
        let sheet = el("style").done();
        sheet.set_text_content(Some(&style.concat()));
        for child in [sheet, content.done()] {
            shadow.append_child(&child).ok()?;
        }
        let shields = OURS.iter().map(|kind| Listener::on(&element, kind, shield)).collect();
        Some(Self { element, shadow, _shields: shields })
    }

    /// The host itself.
    pub fn element(&self) -> &HtmlElement {
        &self.element
    }

    /// What stands in it.
    pub fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.shadow.query_selector(selector).ok().flatten().map(JsCast::unchecked_into)
    }

    /// The element in it that has the focus.
    pub fn focused(&self) -> Option<Element> {
        self.shadow.active_element()
    }

    /// Light, dark, or as the system says, and the text size that the viewer gave the browser.
    pub fn dress(&self, theme: Option<&str>) {
        match theme {
            Some(theme) => drop(self.element.set_attribute("data-theme", theme)),
            None => drop(self.element.remove_attribute("data-theme")),
        }
    }

    /// Sets a property of the host's own style.
    pub fn style(&self, name: &str, value: &str) {
        let _ = self.element.style().set_property(name, value);
    }

    /// Sizes follow the browser's own text size: the page's root size is the page's affair.
    pub fn fit_text(&self) {
        let style = window().get_computed_style(&self.element).ok().flatten();
        let size = style.and_then(|style| style.get_property_value("font-size").ok()).unwrap_or_default();
        if !size.is_empty() {
            self.style("--rem", &size);
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// Keeps an event to ourselves. A click on anything but our own links must not follow the link that we stand in.
fn shield(event: Event) {
    event.stop_propagation();
    let kind = event.type_();
    if kind == "dragstart" || (matches!(kind.as_str(), "click" | "auxclick") && !in_own_link(&event)) {
        event.prevent_default();
    }
}

fn in_own_link(event: &Event) -> bool {
    let inner: Element = event.composed_path().get(0).unchecked_into();
    inner.closest("a[target]").ok().flatten().is_some()
}
