//! The commands, and what each of them reads and writes.

mod assess;
mod evaluate;
mod input;
mod progress;
mod rules;

use std::process::ExitCode;

const USAGE: &str = "\
second-look: reads what videos say about mental health, and says what the words do

  second-look assess < videos.jsonl
      One JSON object per line in, one assessment per line out. All fields but `id` are optional:
      {\"id\", \"title\", \"description\", \"transcript\" or \"captions\": [{\"start\",\"end\",\"text\"}], \"hashtags\": [..],
       \"creator\": {\"name\",\"handle\",\"bio\"} or \"name\", \"language\"}

  second-look evaluate FILE.jsonl...
      Labelled videos in (the same fields, and \"labels\": [..], \"disputed\": [..]), precision and recall out, and every
      miss and false alarm. CATEGORY.txt holds sentences that do this, one a line; not_CATEGORY.txt such as seem to.
      --json                                   for machines
      --measured                               the bare counts at each sensitivity, as a language keeps them

Both take
      --sensitivity quiet|balanced|thorough    how much is noted (balanced)
      --pack DIR                               the rules of a folder instead of the built-in ones
      --add DIR                                the rules of a folder beside them
DIR holds LANGUAGE/CATEGORY/RULE.toml, or the categories of one language: its name, or else the one that is assumed
(English). Lists, topic and guards that it lacks are the built-in ones; a rule of the same name takes the other's place.
A rule has one flag and one pass or more: a sentence that it must note, and one that it must not.

A line or a rule that can not be read is named on standard error, and the rest goes on; the exit code is then 1.";

/// Runs a command line.
pub fn run(arguments: Vec<String>) -> ExitCode {
    let mut arguments = arguments.into_iter();
    let outcome = match arguments.next().as_deref() {
        Some("assess") => assess::run(arguments),
        Some("evaluate") => evaluate::run(arguments),
        Some("help" | "--help" | "-h") => {
            println!("{USAGE}");
            Ok(true)
        }
        Some(other) => Err(format!("no command is called '{other}'\n\n{USAGE}")),
        None => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

/// The value that follows an option.
fn value(option: &str, arguments: &mut impl Iterator<Item = String>) -> Result<String, String> {
    arguments.next().ok_or_else(|| format!("{option} needs a value"))
}
