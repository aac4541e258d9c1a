//! What was read and noted here, for whoever asks.

use std::collections::BTreeSet;

use second_look::site::honesty;
use second_look::wire::{FieldReading, Report, Seen};
use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::app::App;
use crate::browser::{address, document, object, property};
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
        let followed = self.in_document_order();
        let videos: Vec<Seen<Came>> = followed.iter().filter_map(|followed| self.seen(followed)).collect();
        let fields = honesty::fields(&videos.iter().map(|seen| (&seen.video, &*seen.missed)));
        let settled = self.is_idle() && followed.iter().all(|followed| self.is_settled(followed));
        Report {
            site: self.site.id.clone(),
            page_kind: self.page.as_ref().map(|page| page.kind.kind.clone()).unwrap_or_default(),
            form: String::new(),
            paused: false,
            trouble: if settled { self.trouble(videos.len(), &fields) } else { String::new() },
            videos,
            settled,
            errors: self.errors.clone(),
            fields,
        }
    }

    /// The numbers of what is held, and the bytes of memory that all of it takes.
    pub fn held(&self) -> JsValue {
        let memory = property(&property(&wasm_bindgen::memory(), "buffer"), "byteLength");
        object(&[
            ("cards", self.cards.len().into()),
            ("badges", self.badges.into()),
            ("answers", self.answers.len().into()),
            ("memory", memory),
        ])
    }

    fn in_document_order(&self) -> Vec<&Followed> {
        let nodes = self.page.iter().flat_map(|page| page.cards_in(&self.dom, &page.root));
        let mut met = BTreeSet::new();
        let numbers =
            nodes.filter_map(|(node, _)| self.cards.number(&node)).filter(|number| met.insert(u64::from(*number)));
        numbers.filter_map(|number| self.cards.get(number)).collect()
    }

    /// What was tried, where this page is read badly. A page that is still on its way is not.
    fn trouble(&self, videos: usize, fields: &[FieldReading]) -> String {
        if self.watch.is_none() || document().ready_state() != "complete" {
            return String::new();
        }
        honesty::trouble(self.site, &self.dom, &address(), videos, fields)
    }

    fn seen(&self, followed: &Followed) -> Option<Seen<Came>> {
        let card = followed.card.as_ref().filter(|_| !followed.double)?;
        Some(Seen {
            video: card.video.clone(),
            missed: card.missed.clone(),
            assessment: self.answers.get(followed.signature).map(|known| Came(known.assessment.clone())),
            badge: followed.badge.as_ref().map(Badge::place),
            captions_warning: self.captions.warning(&card.video),
        })
    }

    /// Whether the page has been read as it stands now.
    fn is_idle(&self) -> bool {
        self.watch.is_none()
            || (self.frame.is_none() && self.touched.is_empty() && self.unread.is_empty() && !self.at.is_empty())
    }

    fn is_settled(&self, followed: &Followed) -> bool {
        followed.double || followed.card.is_none() || self.answers.is_settled(followed.signature)
    }
}
