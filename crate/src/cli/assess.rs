//! `second-look assess`: lines of videos in, lines of assessments out.

use std::io::{self, BufRead, BufWriter, Write};

use second_look::assess::Engine;
use second_look::assessment::Sensitivity;
use second_look::video::Video;

use super::input::{self, Line};

/// Runs the command; `false` where a line could not be read.
pub fn run(arguments: impl Iterator<Item = String>) -> Result<bool, String> {
    let (sensitivity, pack) = options(arguments)?;
    let engine = super::engine(pack.as_deref())?;
    let out = BufWriter::new(io::stdout().lock());
    lines(&engine, sensitivity, io::stdin().lock(), out, io::stderr().lock()).map_err(|error| error.to_string())
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<(Sensitivity, Option<String>), String> {
    let mut pack = None;
    let mut sensitivity = Sensitivity::default();
    while let Some(option) = arguments.next() {
        match option.as_str() {
            "--sensitivity" => sensitivity = input::sensitivity(&super::value(&option, &mut arguments)?)?,
            "--pack" => pack = Some(super::value(&option, &mut arguments)?),
            other => return Err(format!("assess does not know '{other}'")),
        }
    }
    Ok((sensitivity, pack))
}

fn lines(
    engine: &Engine,
    sensitivity: Sensitivity,
    input: impl BufRead,
    mut output: impl Write,
    mut errors: impl Write,
) -> io::Result<bool> {
    let mut all_read = true;
    for (number, line) in (1..).zip(input.split(b'\n')) {
        let line = line?;
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
