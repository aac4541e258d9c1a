use crate::wire::RegisterLink;

use super::domain;
use super::pack::Register;

/// The registers of a country, those that hold the title of `entry` first (an [`Entry::id`](super::pack::Entry::id),
/// or empty). The viewer is given the link and does the search: nothing is ever asked of a register.
pub fn registers_for(country: &str, entry: &str) -> Vec<RegisterLink> {
    let named = domain().entries.iter().find(|known| known.id == entry).map_or(&[][..], |known| &known.registers);
    let mut found: Vec<_> =
        domain().registers.iter().filter(|register| register.country == country && !register.url.is_empty()).collect();
    found.sort_by_key(|register| !named.contains(&register.id));
    found.into_iter().map(link).collect()
}

fn link(register: &Register) -> RegisterLink {
    RegisterLink {
        name: register.name.clone(),
        covers: register.covers.clone(),
        region: register.region.clone(),
        url: register.url.clone(),
        warning: register.warning.clone(),
    }
}
