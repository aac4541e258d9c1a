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
        let parts: Vec<f64> =
            inside.split([',', ' ', '/']).filter(|part| !part.is_empty()).map_while(|part| part.parse().ok()).collect();
        match parts.as_slice() {
            [.., alpha] if parts.len() == 4 && *alpha < 0.5 => None,
            // How bright the eye finds it (ITU-R BT.601).
            [red, green, blue, ..] if 0.299 * red + 0.587 * green + 0.114 * blue < 128.0 => Some(Self::Dark),
            [_, _, _, ..] => Some(Self::Light),
            _ => None,
        }
    }

    /// As tokens.css knows it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
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
