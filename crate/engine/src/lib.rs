//! The engine as the background runs it.

#![cfg(target_family = "wasm")]
