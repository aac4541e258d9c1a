//! The page module as the content script runs it.

#![cfg(target_family = "wasm")]
