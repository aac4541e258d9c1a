//! Where a badge is pinned, as site files state it.

use serde::{Deserialize, Serialize};

/// Where the badge goes: never over the site's own controls, the duration or the menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Place {
    /// The element it is pinned to; the first that is there. Without any: the card itself.
    pub anchor: Vec<String>,
    /// The corner of it.
    pub corner: Corner,
    /// How far from the corner, inline and block, in CSS pixels: clear of the site's own controls.
    pub offset: (u16, u16),
}

impl Default for Place {
    fn default() -> Self {
        Self { anchor: Vec::new(), corner: Corner::default(), offset: (8, 8) }
    }
}

/// A corner of the anchor. Start and end follow the page's direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Corner {
    /// Top, where a line starts.
    #[default]
    TopStart,
    /// Top, where a line ends.
    TopEnd,
    /// Bottom, where a line starts.
    BottomStart,
    /// Bottom, where a line ends.
    BottomEnd,
    /// Not over the anchor: after it, in the flow.
    After,
    /// Nowhere: the card is not shown.
    Nowhere,
}
