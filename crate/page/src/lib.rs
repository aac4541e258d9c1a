//! The page module as the content script runs it.
//!
//! The loader (`extension/content.js`) starts it once per document, as Wasm or in its JavaScript form, and hands it
//! the [`Loader`]: everything it may ask of the browser. The module itself names no extension API.
//!
//! ```text
//! watch ─▶ event ─▶ app ─ follow ─▶ cards ─ answers ─▶ view ─▶ draw
//! ```

#![cfg(target_family = "wasm")]

mod acting;
mod answers;
mod app;
mod bios;
mod browser;
mod captions;
mod cards;
mod dom;
mod draw;
mod event;
mod follow;
mod listen;
mod opening;
mod receive;
mod remind;
mod report;
mod show;
mod store;
mod timeline;
mod watch;

use second_look::wire::Report;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use app::App;
use browser::Loader;
use event::Event;

/// Begins to read and draw.
#[wasm_bindgen]
pub fn start(loader: Loader) {
    let lost = loader.clone();
    std::panic::set_hook(Box::new(move |panic| lost.failed(&panic.to_string())));
    browser::employ(loader.clone());
    spawn_local(async move {
        let stored = loader.stored().await.unwrap_or_default();
        event::begin(App::new(&stored));
    });
}

/// Takes everything down that was drawn, and stops reading.
#[wasm_bindgen]
pub fn stop() {
    event::end();
}

/// The store has changed: `stored` is all that it holds now, as one plain object.
#[wasm_bindgen]
pub fn store_changed(stored: JsValue) {
    event::post(Event::Stored(stored));
}

/// What was read and noted on this page: a [`Report`].
#[wasm_bindgen]
pub fn report() -> Result<JsValue, JsValue> {
    browser::plain(&event::with_app(App::report).unwrap_or_else(Report::default))
}

/// How much is held, for whoever asks whether that stays small.
#[wasm_bindgen]
pub fn held() -> JsValue {
    event::with_app(|app| app.held()).unwrap_or_default()
}

/// Brings a video into view; whether it is still on this page.
#[wasm_bindgen]
pub fn show(id: &str) -> bool {
    event::with_app(|app| app.show(id)).unwrap_or_default()
}
