//! The commands, and what each of them reads and writes.

mod assess;
mod input;

use std::process::ExitCode;

const USAGE: &str = "\
second-look: reads what videos say about mental health, and says what the words do

  second-look assess < videos.jsonl
      One JSON object per line in, one assessment per line out. All fields but `id` are optional:
      {\"id\", \"title\", \"description\", \"transcript\" or \"captions\": [{\"start\",\"end\",\"text\"}], \"hashtags\": [..],
       \"creator\": {\"name\",\"handle\",\"bio\"} or \"name\", \"language\"}
      --sensitivity quiet|balanced|thorough    how much is noted (balanced)

A line that can not be read is named on standard error, and the rest goes on; the exit code is then 1.";

/// Runs a command line.
pub fn run(arguments: Vec<String>) -> ExitCode {
    let mut arguments = arguments.into_iter();
    let outcome = match arguments.next().as_deref() {
        Some("assess") => assess::run(arguments),
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
