//! Captions as the player draws them while it plays, read line by line.

use second_look::site::Dom;
use second_look::video::CaptionsFrom;
use web_sys::Element;

use super::concerns;
use crate::app::App;
use crate::event::Touched;

/// Judged again after so many new words.
const NEW_WORDS: usize = 6;

impl App {
    pub(super) fn hear_rendered(&mut self, card: &Element, touched: &[Touched]) {
        let selector: &str = &self.site.rendered_captions;
        let drawn = !selector.is_empty() && touched.iter().any(|touched| concerns(touched, selector));
        let Some(page) = self.page.as_ref().filter(|_| drawn && !self.captions.is_doubtful()) else { return };
        let Some(player) = self.player(card) else { return };
        let own = self.dom.select(card, selector);
        let lines = if own.is_empty() { self.dom.select(&page.root, selector) } else { own };
        let words: Vec<String> = lines.iter().filter_map(|line| line.text_content()).collect();
        self.captions.new_words += self.captions.heard.hear(player.current_time(), &words.join(" "));
        if self.captions.new_words >= NEW_WORDS {
            self.captions.wait();
        }
    }

    /// What was heard so far counts from now on: what comes later must not have the video judged at every word.
    pub(super) fn take_down_heard(&mut self) {
        let captions = &mut self.captions;
        captions.due = None;
        captions.new_words = 0;
        captions.spoken.say(CaptionsFrom::Rendered, captions.heard.cues().to_vec(), None);
    }
}
