//! What stands around titles, in order, so that what is near one is found at once.

use std::ops::Range;

use crate::domain::domain;
use crate::domain::pack::{Frame, Place, Role};
use crate::phrase::Hit;
use crate::text::Tokens;

/// The farthest that any frame reaches, and the farthest that a place is looked for, in words.
const FARTHEST: usize = 24;

/// Frames and places of one field.
#[derive(Default)]
pub struct Frames {
    /// By where they end: words before a title, with their reach.
    before: Vec<(Hit, Frame, usize)>,
    /// By where they begin: words behind a title.
    after: Vec<(Hit, Frame)>,
    places: Vec<(Hit, &'static Place)>,
    leads: Vec<Hit>,
    licences: Vec<Hit>,
    /// Words across which no frame reaches, as one bit per token; and words that no person is called by.
    stops: Vec<bool>,
    no_names: Vec<bool>,
    /// Bare titles that other trades have as well, and the trades that are named.
    bare: Vec<(Hit, u8)>,
    trades: Vec<u8>,
    /// Whether the words are a conversation with somebody else; whether the name is that of such conversations.
    pub has_guest: bool,
    pub is_show: bool,
}

impl Frames {
    pub fn find(tokens: &Tokens, language: &str) -> Self {
        let mut frames =
            Self { stops: vec![false; tokens.len()], no_names: vec![false; tokens.len()], ..Self::default() };
        let mut not = Vec::new();
        for (hit, role) in domain().frames_in(language).into_iter().flat_map(|known| known.find(tokens)) {
            match *role {
                Role::Before(frame, reach) => frames.before.push((hit, frame, usize::from(reach))),
                Role::After(frame) => frames.after.push((hit, frame)),
                Role::Not(frame) => not.push((hit, frame)),
                Role::Place(number) => {
                    frames.places.extend(domain().places.get(usize::from(number)).map(|place| (hit, place)));
                }
                Role::In => frames.leads.push(hit),
                Role::Licence => frames.licences.push(hit),
                Role::Stop => frames.stops[hit.first] = true,
                Role::NoName => frames.no_names[hit.first] = true,
                Role::Bare(trade) => frames.bare.push((hit, trade)),
                Role::Trade(trade) => frames.trades.push(trade),
                Role::Guest => frames.has_guest = true,
                Role::Show => frames.is_show = true,
                _ => {}
            }
        }
        frames.before.retain(|(hit, frame, _)| !not.iter().any(|(other, kind)| kind == frame && other.overlaps(*hit)));
        frames.before.sort_by_key(|(hit, ..)| hit.end);
        frames.after.sort_by_key(|(hit, _)| hit.first);
        frames
    }

    /// Frames that end at or before a token, the nearest first.
    pub fn before(&self, token: usize) -> impl Iterator<Item = (Hit, Frame, usize)> {
        let until = self.before.partition_point(|(hit, ..)| hit.end <= token);
        self.before[..until].iter().rev().take_while(move |(hit, ..)| hit.end + FARTHEST >= token).copied()
    }

    /// Frames that overlap with what stands right before a token, or begin there.
    pub fn around(&self, token: usize) -> impl Iterator<Item = (Hit, Frame, usize)> {
        self.before(token + FARTHEST)
    }

    /// Every frame of one kind that stands before a title, in order.
    pub fn of(&self, kind: Frame) -> impl Iterator<Item = Hit> {
        self.before.iter().filter(move |(_, frame, _)| *frame == kind).map(|(hit, ..)| *hit)
    }

    /// Frames that begin within these tokens.
    pub fn beginning_in(&self, tokens: Range<usize>) -> impl Iterator<Item = (Hit, Frame)> {
        let from = self.after.partition_point(|(hit, _)| hit.first < tokens.start);
        self.after[from..].iter().take_while(move |(hit, _)| hit.first < tokens.end).copied()
    }

    /// Whether no word between stops a frame.
    pub fn is_clear(&self, between: Range<usize>) -> bool {
        !self.stops.get(between).unwrap_or_default().contains(&true)
    }

    /// Whether a token is a word that no person is called by.
    pub fn is_no_name(&self, token: usize) -> bool {
        self.stops.get(token) == Some(&true) || self.no_names.get(token) == Some(&true)
    }

    /// Whether a title is that of another trade, which is named in the same field ("Coach", "football").
    pub fn is_other_trade(&self, title: &Range<usize>) -> bool {
        let same = |hit: &Hit| hit.first == title.start && hit.end == title.end;
        self.bare.iter().any(|(hit, trade)| same(hit) && self.trades.contains(trade))
    }

    /// Takes the trades that another field names for named here too.
    pub fn share_trades(&mut self, others: &[u8]) {
        self.trades.extend(others);
    }

    /// The other trades that are named.
    pub fn trades(&self) -> &[u8] {
        &self.trades
    }

    /// Whether words say that a title is a licence, in it or right behind it ("therapist, licensed in Ohio").
    pub fn is_licence(&self, title: Hit) -> bool {
        let behind = |licence: &Hit| self.leads.iter().any(|lead| lead.first == licence.first);
        self.licences.iter().any(|hit| hit.overlaps(title) || hit.first == title.end && behind(hit))
    }

    /// Places near a title, with whether words such as "licensed in" lead in.
    pub fn places(&self, title: Hit) -> impl Iterator<Item = (Hit, &'static Place, bool)> {
        let near = self.places.iter().filter(move |(hit, _)| hit.distance(title) <= FARTHEST);
        near.map(|&(hit, place)| (hit, place, self.leads_to(hit)))
    }

    fn leads_to(&self, place: Hit) -> bool {
        self.leads.iter().any(|lead| lead.end <= place.first && place.first - lead.end <= 2)
    }
}
