use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::video::Video;

/// What the viewer does not want to see again. Stored under the key `mutes`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mutes {
    /// Creators, as `<site>:<handle>`, or `<site>:<name>` where a page shows no handle.
    pub creators: BTreeSet<String>,
    /// Rules, by their identifier.
    pub rules: BTreeSet<String>,
    /// Videos, as `<site>:<id>`.
    pub videos: BTreeSet<String>,
}

/// One thing to mute, or to hear of again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mute {
    /// See [`Mutes::creators`].
    Creator(String),
    /// See [`Mutes::rules`].
    Rule(String),
    /// See [`Mutes::videos`].
    Video(String),
}

impl Mute {
    /// Every video of this one's creator; `None` where the page does not say who that is.
    pub fn creator(site: &str, video: &Video) -> Option<Self> {
        let creator = [&video.creator.handle, &video.creator.name].into_iter().find(|word| !word.is_empty())?;
        Some(Self::Creator(format!("{site}:{}", creator.to_lowercase())))
    }

    /// This video alone.
    pub fn video(site: &str, video: &Video) -> Self {
        Self::Video(format!("{site}:{}", video.id))
    }
}

impl Mutes {
    /// Adds one.
    pub fn add(&mut self, mute: &Mute) {
        let (list, entry) = self.list(mute);
        list.insert(entry.to_owned());
    }

    /// Takes one back.
    pub fn remove(&mut self, mute: &Mute) {
        let (list, entry) = self.list(mute);
        list.remove(entry);
    }

    /// Whether this video, or its creator, is muted.
    pub fn hide(&self, site: &str, video: &Video) -> bool {
        self.has(&Mute::video(site, video)) || Mute::creator(site, video).is_some_and(|creator| self.has(&creator))
    }

    /// Whether a rule is muted.
    pub fn has_rule(&self, rule: &str) -> bool {
        self.rules.contains(rule)
    }

    fn has(&self, mute: &Mute) -> bool {
        match mute {
            Mute::Creator(entry) => self.creators.contains(entry),
            Mute::Rule(entry) => self.rules.contains(entry),
            Mute::Video(entry) => self.videos.contains(entry),
        }
    }

    fn list<'m>(&mut self, mute: &'m Mute) -> (&mut BTreeSet<String>, &'m str) {
        match mute {
            Mute::Creator(entry) => (&mut self.creators, entry),
            Mute::Rule(entry) => (&mut self.rules, entry),
            Mute::Video(entry) => (&mut self.videos, entry),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::video::Creator;

    fn video(handle: &str) -> Video {
        let creator = Creator { handle: handle.into(), name: "Calm With Cora".into(), ..Creator::default() };
        Video { id: "a1".into(), creator, ..Video::default() }
    }

    #[test]
    fn a_muted_creator_is_muted_on_that_site_only() {
        let mut mutes = Mutes::default();
        mutes.add(&Mute::creator("tiktok", &video("Cora")).unwrap());
        assert!(mutes.hide("tiktok", &video("cora")));
        assert!(!mutes.hide("youtube", &video("cora")));
    }

    #[test]
    fn a_creator_without_a_handle_is_known_by_name() {
        assert_eq!(Mute::creator("youtube", &video("")), Some(Mute::Creator("youtube:calm with cora".into())));
        assert_eq!(Mute::creator("youtube", &Video::default()), None);
    }

    #[test]
    fn undo_takes_back_exactly_what_was_muted() {
        let mut mutes = Mutes::default();
        let mute = Mute::video("youtube", &video("cora"));
        mutes.add(&mute);
        mutes.add(&Mute::Rule("cures-the-condition".into()));
        mutes.remove(&mute);
        assert!(!mutes.hide("youtube", &video("cora")) && mutes.has_rule("cures-the-condition"));
    }
}
