//! What the viewer asked not to hear of again, applied to a video.

use crate::settings::{Mute, Muted};
use crate::video::Video;
use crate::wire::RuleText;

/// What the viewer does not want to see again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mutes(pub Vec<Mute>);

impl Mutes {
    /// Adds one, once.
    pub fn add(&mut self, mute: Mute) {
        self.remove(&mute);
        self.0.push(mute);
    }

    /// Takes one back.
    pub fn remove(&mut self, mute: &Mute) {
        self.0.retain(|other| !same(other, mute));
    }

    /// Whether this video, or its creator, is muted.
    pub fn hide(&self, site: &str, video: &Video) -> bool {
        let creator = creator(site, video);
        let mutes = [Some(self::video(site, video)), creator];
        mutes.iter().flatten().any(|mute| self.0.iter().any(|other| same(other, mute)))
    }

    /// Whether a rule is muted.
    pub fn has_rule(&self, rule: &str) -> bool {
        self.0.iter().any(|mute| mute.kind == Muted::Rule && mute.id == rule)
    }
}

/// The same thing, whatever it is called.
fn same(one: &Mute, other: &Mute) -> bool {
    one.kind == other.kind && one.site == other.site && one.id.eq_ignore_ascii_case(&other.id)
}

/// Every video of this one's creator; `None` where the page does not say who that is. A creator without a handle is
/// known by name.
pub fn creator(site: &str, video: &Video) -> Option<Mute> {
    let words = [&video.creator.handle, &video.creator.name];
    let id = words.into_iter().find(|word| !word.is_empty())?;
    let name = words.into_iter().rfind(|word| !word.is_empty())?;
    Some(Mute { kind: Muted::Creator, site: site.into(), id: id.clone(), name: name.clone() })
}

/// This video alone.
pub fn video(site: &str, video: &Video) -> Mute {
    let words = [&video.title, &video.description, &video.id];
    let name = words.into_iter().find(|word| !word.is_empty()).cloned().unwrap_or_default();
    let name = name.chars().take(80).collect();
    Mute { kind: Muted::Video, site: site.into(), id: video.id.clone(), name }
}

/// A rule, on every site.
pub fn rule(id: &str, texts: Option<&RuleText>) -> Mute {
    let name = texts.map(|rule| rule.title.clone()).unwrap_or_default();
    Mute { kind: Muted::Rule, site: String::new(), id: id.into(), name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::video::Creator;

    fn sample(handle: &str) -> Video {
        let creator = Creator { handle: handle.into(), name: "Calm With Cora".into(), ..Creator::default() };
        Video { id: "a1".into(), creator, ..Video::default() }
    }

    #[test]
    fn a_muted_creator_is_muted_on_that_site_only() {
        let mut mutes = Mutes::default();
        mutes.add(creator("tiktok", &sample("Cora")).unwrap());
        assert!(mutes.hide("tiktok", &sample("cora")));
        assert!(!mutes.hide("youtube", &sample("cora")));
    }

    #[test]
    fn a_creator_without_a_handle_is_known_by_name() {
        assert_eq!(creator("youtube", &sample("")).unwrap().id, "Calm With Cora");
        assert_eq!(creator("youtube", &Video::default()), None);
    }

    #[test]
    fn undo_takes_back_exactly_what_was_muted() {
        let mut mutes = Mutes::default();
        let mute = video("youtube", &sample("cora"));
        mutes.add(mute.clone());
        mutes.add(mute.clone());
        mutes.add(rule("cures-the-condition", None));
        mutes.remove(&mute);
        assert!(!mutes.hide("youtube", &sample("cora")) && mutes.has_rule("cures-the-condition"));
        assert_eq!(mutes.0.len(), 1);
    }
}
