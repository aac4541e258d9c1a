//! Bringing a video into view, for whoever found it in the popup.

use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::app::App;

impl App {
    /// Scrolls to a video and gives its badge the focus, where one is drawn; whether the video is still here.
    pub fn show(&mut self, id: &str) -> bool {
        let shows = |card: &second_look::site::Card<_>| card.video.id == id;
        let found = self.cards.iter().find(|followed| !followed.double && followed.card.as_ref().is_some_and(shows));
        let Some(followed) = found else { return false };
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        followed.node.scroll_into_view_with_scroll_into_view_options(&options);
        if let Some(badge) = &followed.badge {
            badge.focus();
        }
        true
    }
}
