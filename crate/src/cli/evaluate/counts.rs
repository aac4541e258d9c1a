//! The bare counts, as a language keeps them in its `measured.toml`.

use std::fmt::Write;

use second_look::assessment::Sensitivity;
use second_look::measured::{Measured, Silence};

use super::report::name;

const HEAD: &str =
    "# Written by `./build.sh scorecard`: what the rules come to on labelled texts. Not to be changed by hand.\n";

/// The counts as TOML that a person can read.
pub fn text(measured: &Measured) -> Result<String, std::fmt::Error> {
    let mut out = format!("{HEAD}\ntexts = {}\n", measured.texts);
    writeln!(out, "ordinary = {}", silence(measured.ordinary))?;
    writeln!(out, "\n[silence]")?;
    for (reason, counted) in &measured.silence {
        writeln!(out, "{reason:?} = {}", silence(*counted))?;
    }
    for sensitivity in Sensitivity::ALL {
        writeln!(out, "\n[{}]", sensitivity.name())?;
        for (category, tally) in measured.at(sensitivity) {
            let (hits, alarms, misses) = (tally.hits, tally.false_alarms, tally.misses);
            writeln!(out, "{} = {{ hits = {hits}, false_alarms = {alarms}, misses = {misses} }}", name(*category))?;
        }
    }
    Ok(out)
}

fn silence(silence: Silence) -> String {
    format!("{{ texts = {}, silent = {} }}", silence.texts, silence.silent)
}
