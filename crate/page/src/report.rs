//! What was read and noted here, for whoever asks.

use second_look::wire::{Report, Seen};
use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::app::App;
use crate::cards::Followed;
use crate::draw::badge::Badge;

/// An assessment as it came from the background.
#[derive(Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Came(#[serde(with = "serde_wasm_bindgen::preserve")] JsValue);

impl App {
    /// Everything on this page. Whoever asks wants all of it: from now on cards far from the viewport are judged too.
    pub fn report(&mut self) -> Report<Came> {
        self.wants_all = true;
        self.update();
        let Some(page) = &self.page else {
            return Report { site: self.site.id.clone(), settled: self.is_idle(), ..Report::default() };
        };
        let mut numbers = Vec::new();
        for (node, _) in page.cards_in(&self.dom, &page.root) {
            numbers.extend(self.cards.number(&node).filter(|number| !numbers.contains(number)));
        }
        let followed: Vec<&Followed> = numbers.iter().filter_map(|number| self.cards.get(*number)).collect();
        Report {
            site: self.site.id.clone(),
            page_kind: page.kind.kind.clone(),
            videos: followed.iter().filter_map(|followed| self.seen(followed)).collect(),
            form: String::new(),
            settled: self.is_idle() && followed.iter().all(|followed| self.is_settled(followed)),
            errors: self.errors.clone(),
        }
    }

    fn seen(&self, followed: &Followed) -> Option<Seen<Came>> {
        let card = followed.card.as_ref().filter(|_| !followed.double)?;
        Some(Seen {
            video: card.video.clone(),
            missed: card.missed.clone(),
            assessment: self.answers.get(followed.signature).map(|known| Came(known.assessment.clone())),
            badge: followed.badge.as_ref().map(Badge::place),
        })
    }

    /// Whether the page has been read as it stands now.
    fn is_idle(&self) -> bool {
        self.watch.is_none() || (self.frame.is_none() && self.touched.is_empty() && !self.at.is_empty())
    }

    fn is_settled(&self, followed: &Followed) -> bool {
        followed.double || followed.card.is_none() || self.answers.is_settled(followed.signature)
    }
}
