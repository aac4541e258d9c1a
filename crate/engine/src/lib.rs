//! The engine as the background runs it: one question in, one answer out.

#![cfg(target_family = "wasm")]

use std::collections::BTreeMap;

use second_look::answer;
use second_look::assess::{Engine, Translations};
use second_look::settings::Settings;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// The engine with its rules unpacked, ready to answer.
#[wasm_bindgen]
pub struct Background(Engine);

#[wasm_bindgen]
impl Background {
    /// Unpacks the rules.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Background, JsError> {
        Ok(Self(Engine::new()?))
    }

    /// Has rules speak the interface's language; `translations` is its file of `extension/rules`, as an object.
    pub fn speak(&mut self, language: &str, translations: JsValue) -> Result<(), JsValue> {
        let translations: Translations = serde_wasm_bindgen::from_value(translations)?;
        self.0.speak(language, translations);
        Ok(())
    }

    /// Answers a [`second_look::wire::Request`]; `stored` is all that the browser's store holds.
    pub fn answer(&self, request: JsValue, stored: JsValue) -> Result<JsValue, JsValue> {
        let stored: BTreeMap<_, _> = serde_wasm_bindgen::from_value(stored)?;
        let settings = Settings::from_stored(stored);
        let reply = answer::answer(&self.0, serde_wasm_bindgen::from_value(request)?, &settings);
        Ok(reply.serialize(&Serializer::json_compatible())?)
    }
}
