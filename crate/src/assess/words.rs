//! The words of one field, read once.

use crate::text::lexicon::Lexicon;
use crate::text::{Flow, Tokens};
use crate::video::{Field, Video};

/// The words of one field.
#[derive(Clone, Debug)]
pub struct Words {
    /// Where they stand.
    pub field: Field,
    /// As written: [`Video::words`].
    pub text: String,
    /// As read.
    pub tokens: Tokens,
}

impl Words {
    /// Reads a field; `None` where it is empty.
    pub fn read(video: &Video, field: Field, lexicon: &Lexicon) -> Option<Self> {
        let text = video.words(field);
        (!text.trim().is_empty()).then(|| Self::of(field, text, lexicon))
    }

    /// Reads a text as if it stood in this field.
    pub fn of(field: Field, text: String, lexicon: &Lexicon) -> Self {
        let flow = match field {
            Field::Hashtags => Flow::Tags,
            Field::Captions => Flow::Speech,
            _ => Flow::Lines,
        };
        Self { field, tokens: Tokens::read(&text, flow, lexicon), text }
    }
}
