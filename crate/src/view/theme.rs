/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark words on light ground.
    Light,
    /// Light words on dark ground.
    Dark,
}

impl Theme {
    /// The theme of a ground, by its colour as browsers compute it: `rgb(15, 15, 15)`, `rgba(0, 0, 0, 0)`. `None` for
    /// a ground one sees through, and for what is no such colour.
    pub fn of_ground(colour: &str) -> Option<Self> {
        let inside = colour.trim().strip_prefix("rgb")?.trim_start_matches('a').trim_matches(['(', ')']);
        let mut parts = inside.split([',', ' ', '/']).filter(|part| !part.is_empty());
        let [red, green, blue] = [parts.next()?, parts.next()?, parts.next()?].map(whole);
        if parts.next().is_some_and(is_thin) {
            return None;
        }
        // How bright the eye finds it (ITU-R BT.601), in thousandths.
        let bright = 299 * red? + 587 * green? + 114 * blue?;
        Some(if bright < 128_000 { Self::Dark } else { Self::Light })
    }

    /// As tokens.css knows it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A part of a colour. What stands behind its point makes no difference here, and numbers with a point would bring
/// fifteen kilobytes of tables into the page.
fn whole(part: &str) -> Option<u32> {
    part.split('.').next()?.parse().ok()
}

/// Whether an opacity is below a half.
fn is_thin(opacity: &str) -> bool {
    opacity.strip_prefix('0').is_some_and(|rest| rest.strip_prefix('.').is_none_or(|tenths| tenths < "5"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ground_is_light_or_dark_or_seen_through() {
        assert_eq!(Theme::of_ground("rgb(15, 15, 15)"), Some(Theme::Dark));
        assert_eq!(Theme::of_ground("rgb(249 249 249 / 0.9)"), Some(Theme::Light));
        assert_eq!(Theme::of_ground("rgba(0, 0, 0, 0)"), None);
        assert_eq!(Theme::of_ground("color(srgb 1 1 1)"), None);
    }
}
