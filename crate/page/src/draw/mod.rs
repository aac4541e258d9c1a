//! Drawing: from a view to elements in the page. What is shown, and when, is decided in `second_look::view`.

pub mod act;
pub mod badge;
pub mod card;
mod el;
mod host;
mod note;
pub mod reminder;
mod speaker;
mod support;
pub mod surface;
pub mod words;

pub use host::TAG;

/// The design tokens and parts that every surface shares with the extension's own pages.
const SHARED: &[&str] = &[
    include_str!("../../../../extension/style/tokens.css"),
    include_str!("../../../../extension/style/base.css"),
    include_str!("../../../../extension/style/card.css"),
];
const CONTROLS: &str = include_str!("../../../../extension/style/controls.css");
const OVERLAY: &str = include_str!("overlay.css");
