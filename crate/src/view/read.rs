use super::note::clock;
use super::{Arg, Message};
use crate::video::{CaptionsFrom, Field, Video};

/// One thing that was read, or was not.
#[derive(Clone, Debug, PartialEq)]
pub struct Pill {
    /// Whether it was read.
    pub read: bool,
    /// What it is.
    pub label: Message,
}

/// The name of a field.
pub fn field(field: Field) -> Message {
    let name = match field {
        Field::Title => "title",
        Field::Description => "description",
        Field::Hashtags => "hashtags",
        Field::Captions => "captions",
        Field::CreatorName => "creator_name",
        Field::Handle => "handle",
        Field::Bio => "bio",
    };
    Message::new(format!("card_field_{name}"))
}

/// What was read of a video and what was not, in the order in which a person reads.
pub fn pills(video: &Video) -> Vec<Pill> {
    let shown = Field::ALL.into_iter().filter(|field| !video.words(*field).trim().is_empty());
    let read = shown.map(|shown| Pill { read: true, label: label(video, shown) });
    let missing = [(Field::Captions, "card_unread_captions"), (Field::Bio, "card_unread_bio")];
    let missing = missing.into_iter().filter(|(field, _)| video.words(*field).trim().is_empty());
    let unread = missing.map(|(_, key)| key).chain(["card_unread_always"]);
    read.chain(unread.map(|key| Pill { read: false, label: Message::new(key) })).collect()
}

fn label(video: &Video, shown: Field) -> Message {
    match video.captions.last() {
        Some(cue) if shown == Field::Captions => {
            captions(video.captions_from).with(Arg::Words(clock(cue.end.max(cue.start))))
        }
        None if shown == Field::Captions && video.captions_from == Some(CaptionsFrom::PageData) => {
            Message::new("card_captions_page_data")
        }
        _ if shown == Field::Bio && video.creator.bio_seen.is_some() => Message::new("card_bio_remembered"),
        _ => field(shown),
    }
}

/// How far captions were read, and where they came from.
fn captions(from: Option<CaptionsFrom>) -> Message {
    match from {
        None | Some(CaptionsFrom::PageData) => Message::new("card_captions_to"),
        Some(CaptionsFrom::Cache) => Message::new("card_captions_cache"),
        Some(CaptionsFrom::File) => Message::new("card_captions_file"),
        Some(CaptionsFrom::TextTrack) => Message::new("card_captions_text_track"),
        Some(CaptionsFrom::Transcript) => Message::new("card_captions_transcript"),
        Some(CaptionsFrom::Rendered) => Message::new("card_captions_rendered"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::video::Cue;

    fn keys(video: &Video) -> Vec<(bool, String)> {
        pills(video).into_iter().map(|pill| (pill.read, pill.label.key)).collect()
    }

    #[test]
    fn it_says_what_was_read_and_what_was_not() {
        let video = Video { title: "Calm in a week".into(), ..Video::default() };
        let unread = ["card_unread_captions", "card_unread_bio", "card_unread_always"].map(|key| (false, key.into()));
        assert_eq!(keys(&video), [vec![(true, "card_field_title".to_owned())], unread.to_vec()].concat());
    }

    #[test]
    fn captions_say_how_far_they_were_read() {
        let captions = vec![Cue { start: 490.0, end: 494.0, text: "and that is all".into() }];
        let video = Video { captions, ..Video::default() };
        assert_eq!(pills(&video)[0].label, Message::new("card_captions_to").with(Arg::Words("8:14".into())));
    }
}
