//! `second-look evaluate`: how well the categories meet labelled text.
//!
//! A label in an item's `disputed` counts neither way; an item with `exclude_from_fp` gives no false alarm; claims about
//! other health topics are left out.

mod counts;
mod evaluation;
mod item;
mod report;
mod sentences;

use std::path::Path;

use second_look::assess::Engine;
use second_look::assessment::Sensitivity;
use second_look::measured::Measured;

use self::evaluation::Evaluation;
use self::item::Item;
use super::input;
use super::progress::Progress;
use super::rules::Rules;

/// Runs the command; `false` where a line could not be read.
pub fn run(arguments: impl Iterator<Item = String>) -> Result<bool, String> {
    let options = Options::read(arguments)?;
    let (engine, mut all_read) = options.rules.engine()?;
    let mut items = Vec::new();
    for file in &options.files {
        items.extend(item::read(Path::new(file), &mut all_read)?);
    }
    print!("{}", options.form.of(&engine, &items, options.sensitivity)?);
    Ok(all_read)
}

fn evaluate(engine: &Engine, items: &[Item], sensitivity: Sensitivity) -> Evaluation {
    let mut evaluation = Evaluation::default();
    let mut progress = Progress::of(items.len());
    for item in items {
        evaluation.add(item, &engine.assess(&item.video(), sensitivity));
        progress.step();
    }
    evaluation
}

fn measured(engine: &Engine, items: &[Item]) -> Measured {
    let [quiet, balanced, thorough] = Sensitivity::ALL.map(|sensitivity| evaluate(engine, items, sensitivity));
    Measured {
        texts: balanced.items,
        ordinary: balanced.ordinary,
        quiet: quiet.by_category().clone(),
        balanced: balanced.by_category().clone(),
        thorough: thorough.by_category().clone(),
        silence: balanced.silence,
    }
}

/// What is printed.
enum Form {
    /// A table and every fault.
    Text,
    /// The same, for machines.
    Json,
    /// The bare counts at each sensitivity: a language's `measured.toml`.
    Measured,
}

impl Form {
    fn of(&self, engine: &Engine, items: &[Item], sensitivity: Sensitivity) -> Result<String, String> {
        match self {
            Self::Text => report::text(&evaluate(engine, items, sensitivity)).map_err(|error| error.to_string()),
            Self::Json => {
                let json = report::json(&evaluate(engine, items, sensitivity));
                serde_json::to_string_pretty(&json).map(|text| text + "\n").map_err(|error| error.to_string())
            }
            Self::Measured => counts::text(&measured(engine, items)).map_err(|error| error.to_string()),
        }
    }
}

struct Options {
    files: Vec<String>,
    form: Form,
    rules: Rules,
    sensitivity: Sensitivity,
}

impl Options {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options =
            Self { files: Vec::new(), form: Form::Text, rules: Rules::default(), sensitivity: Sensitivity::default() };
        while let Some(argument) = arguments.next() {
            if options.rules.take(&argument, &mut arguments)? {
                continue;
            }
            match argument.as_str() {
                "--json" => options.form = Form::Json,
                "--measured" => options.form = Form::Measured,
                "--sensitivity" => options.sensitivity = input::sensitivity(&super::value(&argument, &mut arguments)?)?,
                option if option.starts_with("--") => return Err(format!("evaluate does not know '{option}'")),
                _ => options.files.push(argument),
            }
        }
        if options.files.is_empty() { Err("evaluate needs a file".to_owned()) } else { Ok(options) }
    }
}
