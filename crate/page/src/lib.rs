//! The page module as the content script runs it.
//!
//! The loader (`extension/content.js`) starts it once per document, as Wasm or in its JavaScript form, and hands it
//! the [`Loader`]: everything it may ask of the browser. The module itself names no extension API.

#![cfg(target_family = "wasm")]

pub mod dom;

use std::cell::OnceCell;

use second_look::wire::Report;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What the loader does on behalf of this module.
    pub type Loader;

    /// Sends a [`second_look::wire::Request`] to the background and waits for the answer; wakes it where it sleeps.
    #[wasm_bindgen(method, catch)]
    pub async fn ask(this: &Loader, request: JsValue) -> Result<JsValue, JsValue>;

    /// All that the browser's store holds, as one plain object.
    #[wasm_bindgen(method, catch)]
    pub async fn stored(this: &Loader) -> Result<JsValue, JsValue>;

    /// Tells that this module has panicked: nothing of it can be called again, and all that it drew is removed.
    #[wasm_bindgen(method)]
    pub fn failed(this: &Loader, fault: &str);
}

thread_local! {
    static LOADER: OnceCell<Loader> = const { OnceCell::new() };
}

/// Begins to read and draw.
#[wasm_bindgen]
pub fn start(loader: Loader) {
    LOADER.with(|slot| slot.set(loader).ok());
    std::panic::set_hook(Box::new(|panic| {
        LOADER.with(|slot| slot.get().map(|loader| loader.failed(&panic.to_string())));
    }));
}

/// Takes everything down that was drawn, and stops reading.
#[wasm_bindgen]
pub fn stop() {}

/// The store has changed: `stored` is all that it holds now, as one plain object.
#[wasm_bindgen]
pub fn store_changed(_stored: JsValue) {}

/// What was read and noted on this page: a [`Report`].
#[wasm_bindgen]
pub fn report() -> Result<JsValue, JsValue> {
    Ok(Report::default().serialize(&Serializer::json_compatible())?)
}
