//! Lists of selectors in site files.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// Selectors, any of which will do. Where their order counts, a plain list is used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
pub struct AnyOf(String);

impl From<Vec<String>> for AnyOf {
    fn from(list: Vec<String>) -> Self {
        Self(list.join(", "))
    }
}

impl From<AnyOf> for Vec<String> {
    fn from(any: AnyOf) -> Self {
        if any.0.is_empty() { Self::new() } else { vec![any.0] }
    }
}

impl Deref for AnyOf {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}
