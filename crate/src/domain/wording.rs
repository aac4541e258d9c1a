//! Small words and endings around titles: `[wording]` of each file in `crate/domain/frames`.

use serde::{Deserialize, Serialize};

/// Those of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Words beside which ambiguous letters count; `psycholog*` is a beginning.
    pub cues: Vec<String>,
    /// Words that stand between a title and its number.
    pub number: Vec<String>,
    /// Titles of courtesy that begin a name: "Dr".
    pub courtesy: Vec<String>,
    /// Words behind which a title is that of the person spoken of: "she is a …".
    pub pronouns: Vec<String>,
    /// Endings by which a title owns what follows: "a therapist's …".
    pub possessive: Vec<String>,
    /// Endings of a title that names several people: "therapists".
    pub plural: Vec<String>,
    /// Endings that only look so: "hypnosis".
    pub singular: Vec<String>,
    /// Words that lead in a place: "near Baltimore".
    pub leading: Vec<String>,
    /// What may stand between a name and its letters: "Jane Doe (she/her), LCSW".
    pub beside_name: Vec<String>,
    /// What turns a title in a handle into something else: `notyourtherapist`, `mytherapistsays`.
    pub not_own: Vec<String>,
    /// Words before a signature: "Signs of burnout (from a psychologist)".
    pub signed: Vec<String>,
    /// Words before those who made something: "made by therapists".
    pub made_by: Vec<String>,
    /// Words by which speakers name themselves: "I".
    pub own: Vec<String>,
    /// Words between a title and the code of a place: "LMFT in TX".
    pub before_code: Vec<String>,
}
