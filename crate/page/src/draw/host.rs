//! The element that each thing we draw stands in: a plain hyphenated tag with a shadow root. It is never defined as a
//! custom element: in Firefox that would break every cast of the content script.

use std::cell::RefCell;

use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::browser::{loader, window};

/// The tag of every host. `content.js` removes what bears it when all else fails.
pub const TAG: &str = "second-look";

/// The design tokens and parts that every surface shares with the extension's own pages, without what only a reader of
/// the files needs (see `build.rs`).
const SHARED: &str = include_str!(concat!(env!("OUT_DIR"), "/shared.css"));
const CONTROLS: &str = include_str!(concat!(env!("OUT_DIR"), "/controls.css"));
const OVERLAY: &str = include_str!(concat!(env!("OUT_DIR"), "/overlay.css"));

/// Which style a host needs.
#[derive(Clone, Copy)]
pub enum Style {
    /// That of what rides with the page.
    Overlay,
    /// That of surfaces with controls as well.
    Controls,
}

thread_local! {
    // Handed to the browser once: each is longer than all else that a badge is made of.
    static STYLES: [JsString; 2] = [[SHARED, "", OVERLAY], [SHARED, CONTROLS, OVERLAY]].map(|parts| parts.concat().into());
    /// How large the viewer has the browser write, as CSS has it; empty until that was asked for.
    static TEXT_SIZE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// A host in the page. Letting go of it removes it.
pub struct Host {
    element: HtmlElement,
}

impl Host {
    /// A host for one part (`badge`, `card`, `reminder`) that is not in the page yet; `None` where the browser refuses
    /// a shadow root.
    pub fn new(part: &str, style: Style, content: &HtmlElement) -> Option<Self> {
        let element = STYLES.with(|[overlay, controls]| {
            let style = if matches!(style, Style::Overlay) { overlay } else { controls };
            loader()?.host(part, style, content).ok()
        })?;
        Some(Self { element })
    }

    /// The host itself.
    pub fn element(&self) -> &HtmlElement {
        &self.element
    }

    /// What stands in it.
    pub fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.element.shadow_root()?.query_selector(selector).ok().flatten().map(JsCast::unchecked_into)
    }

    /// The element in it that has the focus.
    pub fn focused(&self) -> Option<Element> {
        self.element.shadow_root()?.active_element()
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
        if TEXT_SIZE.with_borrow(String::is_empty) {
            return self.fit_text_anew();
        }
        TEXT_SIZE.with_borrow(|size| self.style("--rem", size));
    }

    /// The same, where the viewer may have changed it since. To ask makes the browser work out the style of the page.
    pub fn fit_text_anew(&self) {
        let style = window().get_computed_style(&self.element).ok().flatten();
        let size = style.and_then(|style| style.get_property_value("font-size").ok()).unwrap_or_default();
        if !size.is_empty() {
            self.style("--rem", &size);
            TEXT_SIZE.set(size);
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.element.remove();
    }
}
