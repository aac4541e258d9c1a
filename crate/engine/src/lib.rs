//! The engine as the background runs it: one question in, one answer out.

#![cfg(target_family = "wasm")]

use std::collections::BTreeMap;

use second_look::answer;
use second_look::assess::{Breach, Engine, Translations};
use second_look::captions;
use second_look::pack::OwnPack;
use second_look::settings::Settings;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// The engine, ready to answer.
#[wasm_bindgen]
pub struct Background(Engine);

#[wasm_bindgen]
impl Background {
    /// Opens the rules.
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
        let request = serde_wasm_bindgen::from_value(request)?;
        plain(&answer::answer(&self.0, request, &settings(stored)?, this_month()))
    }

    /// The address of a caption file that a page asks for; `undefined` where it may not be asked for.
    pub fn caption_address(&self, request: JsValue, stored: JsValue) -> Result<Option<String>, JsValue> {
        let request = serde_wasm_bindgen::from_value(request)?;
        Ok(answer::caption_address(&request, &settings(stored)?).map(str::to_owned))
    }

    /// What a caption file says: a [`captions::Track`] out of the server's status (0 where there is none) and bytes.
    pub fn captions(&self, status: u16, bytes: &[u8]) -> Result<JsValue, JsValue> {
        plain(&captions::fetched(status, bytes))
    }

    /// Adds rules of the viewer's own, as the packer packed them.
    pub fn add_pack(&mut self, packed: &[u8]) -> Result<(), JsError> {
        Ok(self.0.add(OwnPack::from_bytes(packed)?)?)
    }

    /// Forgets all rules of the viewer's own.
    pub fn forget_packs(&mut self) {
        self.0.forget_own();
    }
}

/// What is in a pack, and the examples that its rules do not keep.
#[derive(Serialize)]
struct Tried {
    rules: usize,
    examples: usize,
    breaches: Vec<Breach>,
}

/// Tries rules of the viewer's own on their own examples.
#[wasm_bindgen]
pub fn try_pack(packed: &[u8]) -> Result<JsValue, JsValue> {
    let fault = |error| JsValue::from(JsError::from(error));
    let own = OwnPack::from_bytes(packed).map_err(fault)?;
    let breaches = Engine::with_own(&own).map_err(fault)?.breaches(&own.examples);
    let passes = |passes: &[(String, Vec<String>)]| passes.iter().map(|(_, texts)| texts.len()).sum::<usize>();
    let examples = own.examples.iter().map(|rule| rule.flags.len() + passes(&rule.passes)).sum();
    let tried = Tried { rules: own.examples.len(), examples, breaches };
    Ok(tried.serialize(&Serializer::json_compatible())?)
}

/// Counted as [`second_look::domain::months`] does.
fn this_month() -> u32 {
    let now = js_sys::Date::new_0();
    now.get_full_year() * 12 + now.get_month() + 1
}

fn settings(stored: JsValue) -> Result<Settings, JsValue> {
    let stored: BTreeMap<_, _> = serde_wasm_bindgen::from_value(stored)?;
    Ok(Settings::from_stored(stored))
}

fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// More of a caption file is not read.
#[wasm_bindgen]
pub fn most_caption_bytes() -> usize {
    captions::MOST_BYTES
}
