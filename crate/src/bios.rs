//! Profile texts seen on creators' own pages, remembered for their other videos.
//!
//! Feeds show no profile text, and it is where a licence is mostly stated. What was seen is kept on the device alone,
//! with its day, for a while, and only so much of it.

use serde::{Deserialize, Serialize};

use crate::video::{Creator, Video};

/// The store's key for a list of [`Bio`].
pub const BIOS: &str = "bios";

/// After so many days a text may have changed, and is forgotten.
const DAYS: i32 = 90;
/// More are not kept: the one that was seen longest ago makes room.
const MOST: usize = 300;
/// No profile text is longer, in bytes.
const LONGEST: usize = 2000;
/// A text that is still the same is not written down again before so many days.
const FRESH: i32 = 7;

/// One profile text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bio {
    /// The site description's identifier.
    pub site: String,
    /// The creator's handle.
    pub handle: String,
    /// The display name, as the creator's own page shows it.
    pub name: String,
    /// The profile text.
    pub text: String,
    /// The day on which it was seen, counted from 1970.
    pub seen: i32,
}

/// All that are remembered, the one that was seen longest ago first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bios(pub Vec<Bio>);

impl Bios {
    /// Takes down what a creator's own page says; whether there is anything new to keep.
    pub fn remember(&mut self, site: &str, creator: &Creator, today: i32) -> bool {
        let Creator { name, handle, bio, .. } = creator;
        if handle.is_empty() || bio.is_empty() || bio.len() > LONGEST {
            return false;
        }
        if self.of(site, handle, today).is_some_and(|known| known.text == *bio && today - known.seen < FRESH) {
            return false;
        }
        self.0.retain(|known| is_fresh(known, today) && !is_of(known, site, handle));
        let surplus = (self.0.len() + 1).saturating_sub(MOST);
        self.0.drain(..surplus);
        let [site, handle, name, text] = [site, handle, name, bio].map(str::to_owned);
        self.0.push(Bio { site, handle, name, text, seen: today });
        true
    }

    /// Adds what is remembered of a video's creator, where the page of the video does not say it itself.
    pub fn complete(&self, site: &str, video: &mut Video, today: i32) {
        let creator = &mut video.creator;
        if creator.handle.is_empty() || !creator.bio.is_empty() {
            return;
        }
        if let Some(known) = self.of(site, &creator.handle, today) {
            creator.bio.clone_from(&known.text);
            creator.bio_seen = Some(known.seen);
        }
    }

    fn of(&self, site: &str, handle: &str, today: i32) -> Option<&Bio> {
        self.0.iter().find(|known| is_of(known, site, handle) && is_fresh(known, today))
    }
}

fn is_of(known: &Bio, site: &str, handle: &str) -> bool {
    known.site == site && known.handle.eq_ignore_ascii_case(handle)
}

/// A day that is yet to come is not believed either.
fn is_fresh(known: &Bio, today: i32) -> bool {
    (0..=DAYS).contains(&(today - known.seen))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn creator(handle: &str, bio: &str) -> Creator {
        Creator { handle: handle.into(), bio: bio.into(), ..Creator::default() }
    }

    fn bio_of(bios: &Bios, site: &str, handle: &str, today: i32) -> Option<(String, i32)> {
        let mut video = Video { creator: creator(handle, ""), ..Video::default() };
        bios.complete(site, &mut video, today);
        Some((video.creator.bio, video.creator.bio_seen?))
    }

    #[test]
    fn a_bio_is_remembered_for_the_creators_other_videos_on_that_site() {
        let mut bios = Bios::default();
        assert!(bios.remember("tiktok", &creator("Quiet.Harbour", "A nurse."), 100));
        assert_eq!(bio_of(&bios, "tiktok", "quiet.harbour", 120), Some(("A nurse.".to_owned(), 100)));
        assert_eq!(bio_of(&bios, "youtube", "quiet.harbour", 120), None);
        assert_eq!(bio_of(&bios, "tiktok", "somebody", 120), None);
    }

    #[test]
    fn a_page_that_shows_the_bio_itself_is_believed() {
        let mut bios = Bios::default();
        bios.remember("tiktok", &creator("a", "Old."), 100);
        let mut video = Video { creator: creator("a", "New."), ..Video::default() };
        bios.complete("tiktok", &mut video, 101);
        assert_eq!((video.creator.bio.as_str(), video.creator.bio_seen), ("New.", None));
    }

    #[test]
    fn it_is_forgotten_after_ninety_days() {
        let mut bios = Bios::default();
        bios.remember("tiktok", &creator("a", "A nurse."), 100);
        assert!(bio_of(&bios, "tiktok", "a", 190).is_some());
        assert_eq!(bio_of(&bios, "tiktok", "a", 191), None);
        bios.remember("tiktok", &creator("b", "A baker."), 191);
        assert_eq!(bios.0.len(), 1);
    }

    #[test]
    fn the_same_text_is_kept_once_and_the_oldest_makes_room() {
        let mut bios = Bios::default();
        assert!(bios.remember("tiktok", &creator("a", "A nurse."), 100));
        assert!(!bios.remember("tiktok", &creator("A", "A nurse."), 103));
        assert!(bios.remember("tiktok", &creator("a", "A nurse, retired."), 103));
        assert_eq!(bios.0.len(), 1);
        (0..400).for_each(|number| assert!(bios.remember("tiktok", &creator(&format!("c{number}"), "x"), 104)));
        assert_eq!(bios.0.len(), MOST);
        assert_eq!(bio_of(&bios, "tiktok", "a", 104), None);
        assert!(!bios.remember("tiktok", &creator("z", &"x".repeat(LONGEST + 1)), 104));
    }
}
