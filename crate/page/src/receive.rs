//! Reading what comes over the wire and out of the store.
//!
//! The sending side is serde's. On this side the code that serde generates for an answer would be as large as the rest
//! of this module, and it is carried into every page; these readers are a few bytes a field. They can not fall behind
//! the types: a field that is not named here does not compile.

use second_look::assessment::{Assessment, Category, Credential, CredentialStatus, Note, State, Stated};
use second_look::bios::Bio;
use second_look::captions::{Track, Warning};
use second_look::settings::{Foreign, Mute, Muted, Settings, TABLE, Value};
use second_look::video::{Cue, Field};
use second_look::view::Tally;
use second_look::wire::{Answer, RegisterLink, RuleText, Source, Support, SupportLine};
use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};
use wasm_bindgen::JsValue;

use crate::browser::property;

/// Something that can be read from a plain JavaScript value.
pub trait Receive: Sized {
    /// Reads it; `None` for a value of another kind.
    fn receive(value: &JsValue) -> Option<Self>;
}

impl Receive for String {
    fn receive(value: &JsValue) -> Option<Self> {
        value.as_string()
    }
}

impl Receive for bool {
    fn receive(value: &JsValue) -> Option<Self> {
        value.as_bool()
    }
}

impl Receive for f64 {
    fn receive(value: &JsValue) -> Option<Self> {
        value.as_f64()
    }
}

impl<T: Receive> Receive for Option<T> {
    fn receive(value: &JsValue) -> Option<Self> {
        Some(T::receive(value))
    }
}

impl<T: Receive> Receive for Vec<T> {
    fn receive(value: &JsValue) -> Option<Self> {
        let list: &js_sys::Array = wasm_bindgen::JsCast::unchecked_ref(value);
        js_sys::Array::is_array(value).then(|| list.iter().filter_map(|item| T::receive(&item)).collect())
    }
}

/// Whole numbers; JavaScript has no others than `f64`.
macro_rules! whole {
    ($($number:ty),*) => {$(
        impl Receive for $number {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` stays within the bounds")]
            fn receive(value: &JsValue) -> Option<Self> {
                value.as_f64().map(|number| number as Self)
            }
        }
    )*};
}
whole!(u8, u32, usize);

impl Receive for i32 {
    #[expect(clippy::cast_possible_truncation, reason = "`as` stays within the bounds")]
    fn receive(value: &JsValue) -> Option<Self> {
        value.as_f64().map(|number| number as Self)
    }
}

/// Names, as serde writes them.
macro_rules! names {
    ($($name:ty),*) => {$(
        impl Receive for $name {
            fn receive(value: &JsValue) -> Option<Self> {
                let name = value.as_string()?;
                Self::deserialize(StrDeserializer::<Error>::new(&name)).ok()
            }
        }
    )*};
}
names!(State, Category, CredentialStatus, Field, Muted, Warning);

/// Objects, field by field. A field that serde calls otherwise is `field as "name"`.
macro_rules! objects {
    ($($object:ident { $($field:ident $(as $name:literal)?),* })*) => {$(
        impl Receive for $object {
            fn receive(value: &JsValue) -> Option<Self> {
                Some(Self { $($field: objects!(@one value, $field $($name)?)),* })
            }
        }
    )*};
    (@one $value:ident, $field:ident) => { objects!(@one $value, $field stringify!($field)) };
    (@one $value:ident, $field:ident $name:expr) => { Receive::receive(&property($value, $name))? };
}

objects! {
    Track { cues, language, warning }
    Cue { start, end, text }
    RuleText { id, title, why, question, sources }
    Source { title, url }
    RegisterLink { country, name, covers, region, url, warning }
    Support { country, emergency, lines, elsewhere }
    SupportLine { name, display, dial, sms_to, sms_text, website, chat, hours, audience, region, checked, stale }
    Note { category, rule, field, quote, start, end, at, before, after, weight }
    Credential { status, who, which, place as "where" }
    Stated { entry, country, field, quote, start, end }
    Mute { kind, site, id, name }
    Bio { site, handle, name, text, seen }
    Tally { opened, last, shown, shown_on, silent_on, silent, told_at, breath }
}

impl Receive for Answer {
    /// Of most videos of a feed nothing is said at all: their answers are not looked into.
    fn receive(value: &JsValue) -> Option<Self> {
        let assessment = property(value, "assessment");
        if State::receive(&property(&assessment, "state"))? == State::OffTopic {
            return Some(off_topic());
        }
        Some(Self {
            assessment: Receive::receive(&assessment)?,
            rules: objects!(@one value, rules),
            registers: objects!(@one value, registers),
            support: objects!(@one value, support),
        })
    }
}

/// That nothing is to be said.
fn off_topic() -> Answer {
    let assessment = Assessment {
        id: String::new(),
        language: None,
        topic: false,
        state: State::OffTopic,
        notes: Vec::new(),
        overruled: Vec::new(),
        credential: Credential::default(),
        practices: Vec::new(),
        categories: Vec::new(),
    };
    Answer { assessment, rules: Vec::new(), registers: Vec::new(), support: None }
}

impl Receive for Assessment {
    /// What a guard set aside is not shown in the page, and stays on the other side.
    fn receive(value: &JsValue) -> Option<Self> {
        Some(Self {
            id: objects!(@one value, id),
            language: objects!(@one value, language),
            topic: objects!(@one value, topic),
            state: objects!(@one value, state),
            notes: objects!(@one value, notes),
            overruled: Vec::new(),
            credential: objects!(@one value, credential),
            practices: objects!(@one value, practices),
            categories: objects!(@one value, categories),
        })
    }
}

impl Receive for Value {
    fn receive(value: &JsValue) -> Option<Self> {
        let number =
            || u32::receive(value).filter(|number| value.as_f64() == Some(f64::from(*number))).map(Self::Number);
        let toggle = value.as_bool().map(Self::Toggle);
        toggle.or_else(number).or_else(|| value.as_string().map(Self::Choice)).or(Some(Self::Foreign(Foreign)))
    }
}

/// The viewer's choices, out of all that the store holds.
pub fn settings(stored: &JsValue) -> Settings {
    let rows = TABLE.iter().map(|row| (row.key.to_owned(), property(stored, row.key)));
    Settings::from_stored(rows.filter_map(|(key, value)| Some((key, Value::receive(&value)?))))
}
