//! How far long work has come, on a terminal alone.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// How often the line is drawn anew.
const EVERY: Duration = Duration::from_millis(100);

/// A line on standard error that is drawn over while work goes on, and wiped when it ends.
pub struct Progress {
    done: usize,
    /// Of how many, where that is known.
    all: Option<usize>,
    drawn: Option<Instant>,
    shown: bool,
}

impl Progress {
    /// For a known number of steps.
    pub fn of(all: usize) -> Self {
        Self { all: Some(all), shown: io::stderr().is_terminal(), ..Self::open() }
    }

    /// For as many steps as there will be, each of which may print: nothing is drawn between what is printed.
    pub fn open() -> Self {
        Self { done: 0, all: None, drawn: None, shown: io::stderr().is_terminal() && !io::stdout().is_terminal() }
    }

    /// One step is done.
    pub fn step(&mut self) {
        self.done += 1;
        if self.shown && self.drawn.is_none_or(|drawn| drawn.elapsed() >= EVERY) {
            self.drawn = Some(Instant::now());
            let of = self.all.map(|all| format!(" of {all}")).unwrap_or_default();
            draw(&format!("{}{of} read", self.done));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.drawn.is_some() {
            draw("");
        }
    }
}

/// A line that can not be drawn is not missed.
fn draw(line: &str) {
    let _ = write!(io::stderr(), "\r\x1b[K{line}").and_then(|()| io::stderr().flush());
}
