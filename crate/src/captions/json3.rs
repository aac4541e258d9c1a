//! YouTube's timed text in JSON. Events without words lay out windows. Numbers may be written as texts. Events are kept
//! as they are read, so that a file which breaks off has given what stood before.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::gather::Gathering;
use super::{Warning, from_ms};

/// Reads all cues.
pub fn parse(text: &str, gathering: &mut Gathering) {
    let mut json = serde_json::Deserializer::from_str(text);
    let read = Document(gathering).deserialize(&mut json);
    if read.is_err() || json.end().is_err() {
        gathering.warn(if gathering.is_full() { Warning::Cut } else { Warning::Broken });
    }
}

struct Document<'g>(&'g mut Gathering);

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with events")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut found = false;
        while let Some(key) = map.next_key::<String>()? {
            if key == "events" {
                found = true;
                map.next_value_seed(Events(&mut *self.0))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        if found { Ok(()) } else { Err(A::Error::missing_field("events")) }
    }
}

struct Events<'g>(&'g mut Gathering);

impl<'de> DeserializeSeed<'de> for Events<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Events<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of events")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(event) = list.next_element::<Event>()? {
            event.give(self.0);
            if self.0.is_full() {
                return Err(A::Error::custom("full"));
            }
        }
        Ok(())
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Event {
    #[serde(default)]
    t_start_ms: Whole,
    #[serde(default)]
    d_duration_ms: Whole,
    #[serde(default)]
    segs: Vec<Segment>,
}

#[derive(Deserialize)]
struct Segment {
    #[serde(default)]
    utf8: String,
}

impl Event {
    fn give(&self, gathering: &mut Gathering) {
        if !self.segs.is_empty() {
            let text: String = self.segs.iter().map(|segment| segment.utf8.as_str()).collect();
            let (start, length) = (self.t_start_ms.0, self.d_duration_ms.0);
            gathering.take(from_ms(start), from_ms(start.saturating_add(length)), &text);
        }
    }
}

/// A whole number, or a text that is one.
#[derive(Default)]
struct Whole(u64);

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form<'a> {
            Number(u64),
            Text(#[serde(borrow)] std::borrow::Cow<'a, str>),
        }
        match Form::deserialize(deserializer)? {
            Form::Number(number) => Ok(Self(number)),
            Form::Text(text) => text.parse().map(Self).map_err(D::Error::custom),
        }
    }
}
