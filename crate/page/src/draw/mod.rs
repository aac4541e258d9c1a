//! Drawing: from a view to elements in the page. What is shown, and when, is decided in `second_look::view`.

pub mod act;
pub mod badge;
pub mod card;
mod el;
mod host;
pub mod moments;
mod note;
pub mod reminder;
mod speaker;
mod support;
pub mod surface;
pub mod words;

pub use host::{Host, TAG};

/// The design tokens and parts that every surface shares with the extension's own pages, without what only a reader of
/// the files needs (see `build.rs`).
const SHARED: &str = include_str!(concat!(env!("OUT_DIR"), "/shared.css"));
const CONTROLS: &str = include_str!(concat!(env!("OUT_DIR"), "/controls.css"));
const OVERLAY: &str = include_str!(concat!(env!("OUT_DIR"), "/overlay.css"));
