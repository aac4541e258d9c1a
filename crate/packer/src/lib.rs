//! The packer as the background runs it, where a viewer has rules of their own: rule files in, a pack for the engine out.
//!
//! It is a module by itself because it carries a TOML parser, which nobody else needs.

#![cfg(target_family = "wasm")]

use std::collections::BTreeMap;

use second_look::assess::sources;
use second_look::pack::source::own;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// What came of some rule files.
#[wasm_bindgen(getter_with_clone)]
pub struct Packed {
    /// For `Background.add_pack`; empty where there are problems.
    pub bytes: Vec<u8>,
    /// Every mistake: `{ file, line, message }`, the line 0 where it is the file as a whole.
    pub problems: JsValue,
}

/// Packs rule files: `files` holds their texts by the paths they came under.
#[wasm_bindgen]
pub fn pack(name: &str, files: JsValue) -> Result<Packed, JsValue> {
    let files: BTreeMap<String, String> = serde_wasm_bindgen::from_value(files)?;
    let fault = |error| JsValue::from(JsError::from(error));
    let (bytes, problems) = match own::read(sources().map_err(fault)?, name, files) {
        Ok(pack) => (pack.to_bytes().map_err(fault)?, Vec::new()),
        Err(problems) => (Vec::new(), problems),
    };
    Ok(Packed { bytes, problems: problems.serialize(&Serializer::json_compatible())? })
}
