//! What is known about titles, registers and help lines, by country: the data of `crate/domain`, packed by
//! `crate/build/domain`.
//!
//! The data recognises what a text *states*. It never says that somebody may or may not use a title.
//!
//! ```
//! use second_look::domain;
//!
//! let links = domain::registers_for("GB", "gb-hcpc-registered", "");
//! assert_eq!(links[0].name, "HCPC Register");
//! ```

pub mod pack;
mod registers;
mod support;

use std::sync::OnceLock;

pub use pack::Domain;
use pack::{Phrases, Wording};
pub use registers::registers_for;
pub use support::{months, support_in};

use crate::flat::Sections;

/// The packed data, unpacked once.
///
/// # Panics
/// Never in a crate that was built: the build packs and unpacks it.
pub fn domain() -> &'static Domain {
    static DOMAIN: OnceLock<Domain> = OnceLock::new();
    DOMAIN.get_or_init(|| {
        Domain::read(Sections::built_in(include_bytes!(concat!(env!("OUT_DIR"), "/domain.bin"))))
            .expect("the build wrote this with the same types")
    })
}

impl Domain {
    /// One list of small words, of all languages together.
    pub fn words(&self, list: fn(&Wording) -> &Vec<String>) -> impl Iterator<Item = &String> {
        self.wording.iter().flat_map(list)
    }

    /// What may stand around a title in a language, or else in the one that is assumed.
    pub fn frames_in(&self, language: &str) -> Option<&Phrases> {
        self.frames.get(language).or_else(|| self.frames.get(&self.assumed))
    }
}
