//! The engine as the background runs it: one question in, one answer out.

#![cfg(target_family = "wasm")]

use second_look::settings::{Settings, TABLE};
use second_look::wire::Request;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Answers a [`Request`]; `stored` is all that the browser's store holds.
#[wasm_bindgen]
pub fn answer(request: JsValue, _stored: JsValue) -> Result<JsValue, JsValue> {
    match serde_wasm_bindgen::from_value(request)? {
        Request::SettingsTable => plain(TABLE),
        Request::CheckSettings { stored, mutes } => plain(&Settings::check(stored, mutes)),
        Request::Assess { .. } | Request::JavascriptForm => Err(JsValue::from_str("not the engine's to answer")),
    }
}

/// As an object that a message can carry.
fn plain(answer: &(impl Serialize + ?Sized)) -> Result<JsValue, JsValue> {
    Ok(answer.serialize(&Serializer::json_compatible())?)
}
