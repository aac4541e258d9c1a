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
