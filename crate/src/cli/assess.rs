//! `second-look assess`: lines of videos in, lines of assessments out.

use std::io::{self, BufRead, BufWriter, Write};

use second_look::assess::Engine;
use second_look::assessment::Sensitivity;
use second_look::video::Video;

use super::input::{self, Line};
use super::progress::Progress;
use super::rules::Rules;

/// Runs the command; `false` where a line could not be read.
pub fn run(arguments: impl Iterator<Item = String>) -> Result<bool, String> {
    let (sensitivity, rules) = options(arguments)?;
    let (engine, whole) = rules.engine()?;
    let out = BufWriter::new(io::stdout().lock());
    let all_read = lines(&engine, sensitivity, io::stdin().lock(), out, io::stderr());
    all_read.map(|all_read| all_read && whole).map_err(|error| error.to_string())
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<(Sensitivity, Rules), String> {
    let mut rules = Rules::default();
    let mut sensitivity = Sensitivity::default();
    while let Some(option) = arguments.next() {
        if rules.take(&option, &mut arguments)? {
            continue;
        }
        match option.as_str() {
            "--sensitivity" => sensitivity = input::sensitivity(&super::value(&option, &mut arguments)?)?,
            other => return Err(format!("assess does not know '{other}'")),
        }
    }
    Ok((sensitivity, rules))
}

fn lines(
    engine: &Engine,
    sensitivity: Sensitivity,
    input: impl BufRead,
    mut output: impl Write,
    mut errors: impl Write,
) -> io::Result<bool> {
    let mut all_read = true;
    let mut progress = Progress::open();
    for (number, line) in (1..).zip(input.split(b'\n')) {
        let line = line?;
        progress.step();
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Line>(&line) {
            Ok(line) => {
                let assessment = engine.assess(&Video::from(line), sensitivity);
                serde_json::to_writer(&mut output, &assessment)?;
                output.write_all(b"\n")?;
            }
            Err(error) => {
                all_read = false;
                writeln!(errors, "line {number}: {error}")?;
            }
        }
    }
    output.flush()?;
    Ok(all_read)
}
