use crate::wire::RegisterLink;

use super::domain;
use super::pack::Register;

/// The registers of a country, those that hold the title of `entry` first (an [`Entry::id`](super::pack::Entry::id),
/// or empty), then those of the region that `place` names ("Texas", "TX", or empty), then those of the whole country. The
/// viewer is given the link and does the search: nothing is ever asked of a register.
pub fn registers_for(country: &str, entry: &str, place: &str) -> Vec<RegisterLink> {
    let region = region(country, place);
    let named = domain().entries.iter().find(|known| known.id == entry).map_or(&[][..], |known| &known.registers);
    let mut found: Vec<_> =
        domain().registers.iter().filter(|register| register.country == country && !register.url.is_empty()).collect();
    let elsewhere = |register: &Register| !register.region.is_empty() && register.region != region;
    found.sort_by_key(|register| {
        let here = !region.is_empty() && register.region == region;
        (elsewhere(register), !here, !named.contains(&register.id))
    });
    found.into_iter().map(link).collect()
}

/// The code of the region of a country that a place names; empty where it names none.
fn region(country: &str, place: &str) -> &'static str {
    let named = domain().places.iter().find(|known| known.country == country && known.name.eq_ignore_ascii_case(place));
    named.map_or("", |known| &known.region)
}

fn link(register: &Register) -> RegisterLink {
    RegisterLink {
        country: register.country.clone(),
        name: register.name.clone(),
        covers: register.covers.clone(),
        region: register.region.clone(),
        url: register.url.clone(),
        warning: register.warning.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(country: &str, entry: &str, place: &str) -> RegisterLink {
        registers_for(country, entry, place).into_iter().next().unwrap()
    }

    #[test]
    fn a_stated_region_comes_first() {
        assert_eq!(first("US", "", "Texas").region, "TX");
        assert_eq!(first("US", "", "TX").region, "TX");
    }

    #[test]
    fn without_a_region_the_whole_country_comes_first() {
        assert_eq!(first("US", "", "").region, "");
        assert_eq!(first("US", "", "Atlantis").region, "");
    }

    #[test]
    fn the_register_that_holds_the_title_comes_before_the_others() {
        let held = |entry: &str| domain().entries.iter().find(|known| known.id == entry).unwrap().registers.clone();
        let first = first("GB", "gb-hcpc-registered", "");
        let id = domain().registers.iter().find(|register| register.name == first.name).map(|register| &register.id);
        assert!(held("gb-hcpc-registered").contains(id.unwrap()), "{first:?}");
    }
}
