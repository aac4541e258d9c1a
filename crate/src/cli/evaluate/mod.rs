//! `second-look evaluate`: how well the categories meet labelled text.
//!
//! A label in an item's `disputed` counts neither way; an item with `exclude_from_fp` gives no false alarm; claims about
//! other health topics are left out.

mod item;
mod report;
mod tally;

use std::path::Path;

use second_look::assess::Engine;
use second_look::assessment::Sensitivity;

use self::item::Item;
use self::tally::Evaluation;
use super::input;

/// Runs the command; `false` where a line could not be read.
pub fn run(arguments: impl Iterator<Item = String>) -> Result<bool, String> {
    let options = Options::read(arguments)?;
    let engine = super::engine(options.pack.as_deref())?;
    let mut evaluation = Evaluation::default();
    let mut all_read = true;
    for file in &options.files {
        for item in item::read(Path::new(file), &mut all_read)? {
            judge(&engine, &item, options.sensitivity, &mut evaluation);
        }
    }
    report::print(&evaluation, options.json)?;
    Ok(all_read)
}

fn judge(engine: &Engine, item: &Item, sensitivity: Sensitivity, evaluation: &mut Evaluation) {
    let assessment = engine.assess(&item.video(), sensitivity);
    evaluation.add(item, &assessment);
}

struct Options {
    files: Vec<String>,
    json: bool,
    pack: Option<String>,
    sensitivity: Sensitivity,
}

impl Options {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self { files: Vec::new(), json: false, pack: None, sensitivity: Sensitivity::default() };
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--json" => options.json = true,
                "--pack" => options.pack = Some(super::value(&argument, &mut arguments)?),
                "--sensitivity" => options.sensitivity = input::sensitivity(&super::value(&argument, &mut arguments)?)?,
                option if option.starts_with("--") => return Err(format!("evaluate does not know '{option}'")),
                _ => options.files.push(argument),
            }
        }
        if options.files.is_empty() { Err("evaluate needs a file".to_owned()) } else { Ok(options) }
    }
}
