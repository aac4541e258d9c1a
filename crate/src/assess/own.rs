//! A viewer's own rules beside the built-in ones.

use std::cmp::Reverse;

use super::{Engine, Own, is_silent};
use crate::assessment::{Assessment, State};
use crate::pack::OwnPack;

impl Engine {
    /// For own rules alone.
    pub fn with_own(own: &OwnPack) -> Result<Self, postcard::Error> {
        Self::with_pack(own.pack.clone())
    }

    /// Adds own rules: what they note stands beside what the others note.
    pub fn add(&mut self, own: OwnPack) -> Result<(), postcard::Error> {
        let OwnPack { name, pack, examples } = own;
        self.own.push(Own { name, examples, engine: Self::with_pack(pack)? });
        Ok(())
    }

    /// Forgets all own rules.
    pub fn forget_own(&mut self) {
        self.own.clear();
    }
}

impl Assessment {
    /// Takes in what own rules, or the rules of another language, say of the same video.
    pub(super) fn join(&mut self, own: Self) {
        if own.state == State::NotRead {
            return;
        }
        self.topic |= own.topic;
        if own.credential.status < self.credential.status {
            self.credential = own.credential;
        }
        self.notes.extend(own.notes);
        self.notes.sort_by_key(|note| (Reverse(note.weight), note.field, note.start));
        self.practices.extend(own.practices);
        self.practices.sort_by_key(|note| (Reverse(note.weight), note.field, note.start));
        self.overruled.extend(own.overruled);
        self.categories.extend(own.categories);
        self.categories.sort_unstable();
        self.categories.dedup();
        self.language = self.language.take().or(own.language);
        self.state = match (self.topic, is_silent(&self.notes, &self.practices, &self.credential)) {
            (false, _) => State::OffTopic,
            (true, true) => State::NothingMatched,
            (true, false) => State::Notes,
        };
    }
}
