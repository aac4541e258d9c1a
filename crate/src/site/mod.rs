//! Reading pages: what is on a page, as the site's file describes it.
//!
//! All that is believed about a site stands in `crate/sites/<site>.toml` ([`description`]). One interpreter reads any
//! site by it, through the [`Dom`] trait, so that saved pages are read by plain tests and real pages by the same code.
//!
//! ```text
//! address ─ site_for ─▶ Site ─ Page::open ─▶ Page ─ read ─▶ cards: Video, missed fields, where the badge goes
//! ```
//!
//! A page that changes is followed card by card: [`Page::card_of`] tells which card an element belongs to,
//! [`Page::cards_in`] which cards came with it, and [`Page::read_card`] reads one of them.

mod any_of;
mod captions;
mod data;
pub mod description;
pub mod dom;
pub mod form;
pub mod honesty;
mod page;
mod place;
mod read;
mod record;
mod source;
mod spoken;
mod steps;
mod text;

use std::sync::OnceLock;

pub use captions::{CaptionFile, Loaded, may_fetch};
pub use description::{CardKind, PageKind, Site};
pub use dom::{Child, Dom};
pub use page::Page;
pub use place::{Corner, Place};
pub use read::Card;
pub use steps::hash;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sites.bin"));

/// Every site there is.
pub fn all() -> &'static [Site] {
    static SITES: OnceLock<Vec<Site>> = OnceLock::new();
    SITES.get_or_init(|| {
        // The packer wrote these very types: reading them back cannot fail, and a test says so.
        let sites: Vec<(String, Site)> = postcard::from_bytes(PACKED).unwrap_or_default();
        sites.into_iter().map(|(id, site)| Site { id, ..site }).collect()
    })
}

/// Stands for every host without a file of its own.
const ANY: &str = "*";

/// The site that an address belongs to.
pub fn site_for(address: &str) -> Option<&'static Site> {
    let host = host(address)?;
    let of = |host: &str| all().iter().find(|site| site.hosts.iter().any(|known| known == host));
    of(host).or_else(|| of(ANY).filter(|_| address.starts_with("http")))
}

fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    Some(host.split(':').next().unwrap_or(host))
}
