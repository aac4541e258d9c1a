//! Things that are undone by letting go of them: listeners, observers, timers. Nothing is ever leaked.

use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, EventTarget, IntersectionObserver, MutationObserver, PerformanceObserver,
    PerformanceObserverEntryList, PerformanceObserverInit,
};

use crate::browser::{object, window};

/// An event listener, for one kind of event or several.
pub struct Listener {
    target: EventTarget,
    kinds: &'static str,
    capture: bool,
    /// Not `FnMut`: what one event leads to may be another of them.
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Listens on the way up. Several kinds are parted by spaces.
    pub fn on(target: &EventTarget, kinds: &'static str, hear: impl Fn(Event) + 'static) -> Self {
        Self::new(target, kinds, false, hear)
    }

    /// Listens on the way down, before the page's own listeners.
    pub fn before(target: &EventTarget, kinds: &'static str, hear: impl Fn(Event) + 'static) -> Self {
        Self::new(target, kinds, true, hear)
    }

    fn new(target: &EventTarget, kinds: &'static str, capture: bool, hear: impl Fn(Event) + 'static) -> Self {
        let closure = Closure::<dyn Fn(Event)>::new(hear);
        let function = closure.as_ref().unchecked_ref();
        for kind in kinds.split(' ') {
            // Fails for no target that takes listeners.
            let _ = target.add_event_listener_with_callback_and_bool(kind, function, capture);
        }
        Self { target: target.clone(), kinds, capture, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        for kind in self.kinds.split(' ') {
            let _ = self.target.remove_event_listener_with_callback_and_bool(kind, function, self.capture);
        }
    }
}

/// A mutation observer.
pub struct Mutations {
    observer: MutationObserver,
    _closure: Closure<dyn FnMut(js_sys::Array)>,
}

impl Mutations {
    /// An observer that observes nothing yet; `None` where the browser refuses one.
    pub fn new(hear: impl FnMut(js_sys::Array) + 'static) -> Option<Self> {
        let closure = Closure::<dyn FnMut(js_sys::Array)>::new(hear);
        let observer = MutationObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        Some(Self { observer, _closure: closure })
    }

    /// What to observe, and how.
    pub fn observer(&self) -> &MutationObserver {
        &self.observer
    }
}

impl Drop for Mutations {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells which elements come near the viewport, or into it.
pub struct Nearness {
    observer: IntersectionObserver,
    _closure: Closure<dyn FnMut(js_sys::Array)>,
}

impl Nearness {
    /// An observer that observes nothing yet: what counts as in view, and how much of an element has to be. `None`
    /// where the browser refuses one.
    pub fn new(margin: &str, share: f64, hear: impl FnMut(js_sys::Array) + 'static) -> Option<Self> {
        let closure = Closure::<dyn FnMut(js_sys::Array)>::new(hear);
        let options = web_sys::IntersectionObserverInit::new();
        options.set_root_margin(margin);
        options.set_threshold(&JsValue::from_f64(share));
        let observer = IntersectionObserver::new_with_options(closure.as_ref().unchecked_ref(), &options).ok()?;
        Some(Self { observer, _closure: closure })
    }

    /// Follows an element.
    pub fn follow(&self, element: &Element) {
        self.observer.observe(element);
    }

    /// Lets go of an element.
    pub fn leave(&self, element: &Element) {
        self.observer.unobserve(element);
    }
}

impl Drop for Nearness {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells what the page has loaded, before and from now on.
pub struct Loading {
    observer: PerformanceObserver,
    _closure: Closure<dyn FnMut(PerformanceObserverEntryList)>,
}

impl Loading {
    /// Begins to listen; `None` where the browser refuses.
    pub fn new(hear: impl FnMut(PerformanceObserverEntryList) + 'static) -> Option<Self> {
        let closure = Closure::<dyn FnMut(PerformanceObserverEntryList)>::new(hear);
        let observer = PerformanceObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        let options = object(&[("type", JsValue::from_str("resource")), ("buffered", JsValue::TRUE)]);
        observer.observe(options.unchecked_ref::<PerformanceObserverInit>());
        Some(Self { observer, _closure: closure })
    }
}

impl Drop for Loading {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Something that happens once, later.
pub struct Timer {
    id: i32,
    _closure: Closure<dyn FnMut()>,
}

impl Timer {
    /// After some milliseconds.
    pub fn after(milliseconds: i32, act: impl FnMut() + 'static) -> Option<Self> {
        let closure = Closure::<dyn FnMut()>::new(act);
        let function = closure.as_ref().unchecked_ref();
        let id = window().set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds).ok()?;
        Some(Self { id, _closure: closure })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        window().clear_timeout_with_handle(self.id);
    }
}

/// Something that happens when the browser draws next. In a hidden tab that is when it is shown again.
pub struct Frame {
    id: i32,
    _closure: Closure<dyn FnMut()>,
}

impl Frame {
    /// Before the next frame is drawn.
    pub fn next(act: impl FnMut() + 'static) -> Option<Self> {
        let closure = Closure::<dyn FnMut()>::new(act);
        let id = window().request_animation_frame(closure.as_ref().unchecked_ref()).ok()?;
        Some(Self { id, _closure: closure })
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        // Dropping one that has happened does nothing.
        let _ = window().cancel_animation_frame(self.id);
    }
}
