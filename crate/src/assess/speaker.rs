//! Who is speaking: the credential analysis on the words of every field, handle and bio included.

use super::{Engine, Words};
use crate::credential::{self, Found, Language};
use crate::video::{Field, Video};

impl Engine {
    pub(super) fn speaker(&self, video: &Video, read: &[&Words], tag: &str) -> Found {
        let lexicon = self.titles.as_ref().unwrap_or(&self.pack.lexicon);
        let language = Language { tag, lexicon };
        let fields = |fields: &[Field]| -> Vec<Words> {
            fields.iter().filter_map(|field| Words::read(video, *field, lexicon)).collect()
        };
        if self.titles.is_some() {
            let read: Vec<Field> = read.iter().map(|words| words.field).collect();
            return credential::read(
                &fields(&[&read[..], &super::PERSONAL].concat()).iter().collect::<Vec<_>>(),
                language,
            );
        }
        let personal = fields(&super::PERSONAL);
        credential::read(&read.iter().copied().chain(&personal).collect::<Vec<_>>(), language)
    }
}
