//! Labelled sentences, one a line, in a file whose name says what all of them do: `cure_claim.txt` does,
//! `not_cure_claim.txt` seems to and does not, `no_claim.txt` makes none of the four claims. What else a sentence does
//! is not asked.

use std::path::Path;

use second_look::assessment::Category;

use super::super::input::{self, Line};
use super::evaluation::COUNTED;
use super::item::Item;

/// The sentences of a file as items, each the title of a video.
pub fn read(path: &Path, text: &str) -> Result<Vec<Item>, String> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let category = input::category(name.strip_prefix("not_").unwrap_or(&name));
    if category.is_none() && name != "no_claim" {
        return Err(format!("{}: the file is not named for a category", path.display()));
    }
    let asked = |one: &Category| category.map_or(one.is_claim(), |category| category == *one);
    let (asked, disputed): (Vec<Category>, Vec<Category>) = COUNTED.into_iter().partition(asked);
    let does = category.is_some() && !name.starts_with("not_");
    let labels = if does { asked } else { Vec::new() };
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let item = |(number, line): (u32, &str)| Item {
        line: Line::titled(format!("{name}:{number}"), line.to_owned()),
        labels: labels.clone(),
        disputed: disputed.clone(),
        ..Item::default()
    };
    Ok(lines.map(item).collect())
}
