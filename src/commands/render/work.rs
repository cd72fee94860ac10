//! The work of rendering as a person sees it: a bar on a terminal where it takes long enough to be seen, and a key that
//! stops it.

use std::io::{self, IsTerminal as _, Write as _};
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::commands::Stopped;
use crate::sound::file::FileError;
use crate::terminal::stop::StopRequest;

/// What takes no longer needs no bar; and no bar changes more often.
const DRAWN_EVERY: Duration = Duration::from_millis(200);
const CELLS: usize = 20;
/// The bar, and room for the `^C` that a terminal shows behind it.
const COLUMNS: usize = CELLS + 24;

pub(super) struct Work {
    stop: StopRequest,
    bar: Bar,
    drawn: Instant,
    whole: Duration,
    done: Duration,
}

/// Whether there is a bar.
#[derive(Clone, Copy, PartialEq)]
enum Bar {
    /// Nobody would see it.
    None,
    Hidden,
    Shown,
}

impl Work {
    /// Begins to listen for signals; `whole` is how much sound there is to render.
    pub(super) fn begin(whole: Duration) -> Result<Self> {
        let bar = if io::stderr().is_terminal() {
            Bar::Hidden
        } else {
            Bar::None
        };
        Ok(Self {
            stop: StopRequest::listen()?,
            bar,
            drawn: Instant::now(),
            whole,
            done: Duration::ZERO,
        })
    }

    /// So much more has been rendered. Says whether to go on.
    pub(super) fn advance(&mut self, more: Duration) -> ControlFlow<()> {
        self.done = self.done.saturating_add(more).min(self.whole);
        if self.bar != Bar::None && self.drawn.elapsed() >= DRAWN_EVERY {
            self.bar = Bar::Shown;
            self.drawn = Instant::now();
            show(&line(self.done, self.whole));
        }
        match self.stop.signal() {
            Some(_) => ControlFlow::Break(()),
            None => ControlFlow::Continue(()),
        }
    }

    /// Takes the bar away. What was stopped by a signal ends the program with the signal's code.
    pub(super) fn end<T>(self, result: Result<T, FileError>) -> Result<T> {
        if self.bar == Bar::Shown {
            show(&" ".repeat(COLUMNS));
            show("");
        }
        match (result, self.stop.signal()) {
            (Err(FileError::Stopped), Some(signal)) => Err(Stopped { signal }.into()),
            (result, _) => Ok(result?),
        }
    }
}

/// Writes from the beginning of the line, in what every terminal understands.
fn show(text: &str) {
    let mut out = io::stderr();
    // Who cannot see the bar gets the file all the same.
    let _ = write!(out, "\r{text}").and_then(|()| out.flush());
}

fn line(done: Duration, whole: Duration) -> String {
    let whole = whole.as_millis().max(1);
    let of = |most: u128| usize::try_from(done.as_millis() * most / whole).unwrap_or_default();
    let full = of(20).min(CELLS);
    let (full, empty) = ("=".repeat(full), " ".repeat(CELLS - full));
    format!("Rendering [{full}{empty}] {:>3} %", of(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_full_at_the_end_and_fits_into_what_is_taken_away() {
        let line = |done| line(Duration::from_secs(done), Duration::from_secs(200));
        assert_eq!(line(0), "Rendering [                    ]   0 %");
        assert_eq!(line(101), "Rendering [==========          ]  50 %");
        assert_eq!(line(200), "Rendering [====================] 100 %");
        assert!(line(200).len() + "^C".len() <= COLUMNS);
    }
}
