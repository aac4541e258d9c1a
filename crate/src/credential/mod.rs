//! Who is speaking, which licence, and where: what the words say about it.
//!
//! ```text
//! words ─ scene ─▶ titles, letters ─ stance ─▶ claimed, denied, former … ─ verdict ─▶ Credential, categories
//! ```
//!
//! A title or letters count only where they are the speaker's: in the name, the handle and the bio unless something says
//! otherwise; in the title, the description and the speech only where something says so ("I'm a …", "Jane Doe is
//! a …"). The facts are data (`crate/domain`), the ways of saying it too (`crate/domain/frames`). Nothing is verified.
//!
//! | module | what it finds |
//! |---|---|
//! | `scene` | one field: its words, its titles, the `frames` around them |
//! | `titles` | titles written out |
//! | `letters` | letters after a name, by what stands `beside` them |
//! | `handle` | both in one word with a name |
//! | `names` | people's names |
//! | `stance` | whose a title is |
//! | `place` | where it is held |
//! | `number` | its number |
//! | `verdict` | what comes of all of them |

mod beside;
mod chunks;
mod frames;
mod handle;
mod letters;
mod names;
mod number;
mod place;
mod scene;
mod stance;
mod titles;
mod verdict;

pub use scene::Language;

use crate::assess::Words;
use crate::assessment::{Category, Credential};
use crate::domain::domain;
use crate::domain::pack::Wording;

/// What the words say about a credential.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The strongest thing stated.
    pub credential: Credential,
    /// `CredentialLicensed` and `CredentialUnregulated`, as far as they apply. A video can have both.
    pub categories: Vec<Category>,
}

/// Reads all fields of one video.
pub fn read(fields: &[&Words], language: Language) -> Found {
    let creator = names::Creator::of(fields, language);
    let mut scenes: Vec<_> = fields.iter().map(|words| scene::Scene::of(words, &creator, language)).collect();
    scene::share_trades(&mut scenes);
    verdict::of(&scenes, language.tag)
}

/// Whether a word is one of a list of the domain's small words.
fn is_among(list: fn(&Wording) -> &Vec<String>, word: &str) -> bool {
    domain().words(list).any(|known| known == word)
}
