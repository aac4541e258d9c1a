//! Small words and endings around titles, of all languages together.

use serde::{Deserialize, Serialize};

/// As `crate/domain/frames` has them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// Endings by which a title owns what follows: "a therapist's …".
    pub possessive: Vec<String>,
    /// Endings of a title that names several people: "therapists".
    pub plural: Vec<String>,
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
}
