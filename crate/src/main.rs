//! The native command: the same engine over files, for researchers and for evaluation.
//!
//! ```text
//! second-look assess < videos.jsonl
//! ```

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(std::env::args().skip(1).collect())
}
