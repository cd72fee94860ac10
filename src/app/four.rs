//! Feeling four seconds: press, feel, press again, five times; then what they were.
//!
//! Between two presses nothing is shown that could be counted along with, so nothing in here depends on time but the presses.

use super::action::Action;
use super::message::Effect;
use super::{App, Screen};
use crate::training::tap::{Lengths, tenths_of};
use std::time::Duration;

/// What is to be felt.
pub const FOUR: Duration = Duration::from_secs(4);
/// How many tries there are.
pub const TRIES: usize = 5;
/// A press that comes sooner was a slip, or a key that is held down.
const SLIP: Duration = Duration::from_secs(1);
/// Who presses later has been called away.
const AWAY: Duration = Duration::from_secs(30);

/// Why a try does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// The second press came at once.
    Slip,
    /// It came much later.
    Away,
}

/// What is going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// A press begins a try. The one before may have been left out.
    Ready(Option<LeftOut>),
    /// It began at this time of the machine's clock.
    Feeling {
        /// When.
        since: Duration,
    },
}

/// Five tries, and the five before them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Four {
    /// What is going on.
    pub stage: Stage,
    /// The tries so far.
    pub tries: Lengths,
    /// The five before, where they were felt again.
    pub before: Option<Lengths>,
}

impl Default for Four {
    fn default() -> Self {
        Self {
            stage: Stage::Ready(None),
            tries: Lengths::new(FOUR),
            before: None,
        }
    }
}

impl Four {
    /// A press at a time of the machine's clock.
    pub fn press(&mut self, at: Duration) {
        self.stage = match self.stage {
            Stage::Feeling { since } => self.felt(at.saturating_sub(since)),
            Stage::Ready(_) if self.is_over() => {
                let over = std::mem::replace(&mut self.tries, Lengths::new(FOUR));
                self.before = Some(over);
                Stage::Ready(None)
            }
            Stage::Ready(_) => Stage::Feeling { since: at },
        };
    }

    fn felt(&mut self, length: Duration) -> Stage {
        let left_out = if length < SLIP {
            Some(LeftOut::Slip)
        } else if length > AWAY {
            Some(LeftOut::Away)
        } else {
            self.tries.measured.push(length);
            None
        };
        Stage::Ready(left_out)
    }

    /// Whether all five were felt.
    pub fn is_over(&self) -> bool {
        self.tries.measured.len() >= TRIES
    }

    /// What there is to show: the newest five, or else the tries that there are.
    pub fn result(&self) -> Option<&Lengths> {
        let so_far = Some(&self.tries).filter(|tries| !tries.measured.is_empty());
        let all = so_far.filter(|_| self.is_over());
        all.or(self.before.as_ref()).or(so_far)
    }

    /// The last try, where it has just been felt.
    pub fn last(&self) -> Option<Duration> {
        let stands = self.stage == Stage::Ready(None);
        self.tries.measured.last().copied().filter(|_| stands)
    }
}

/// The line to copy: `My four seconds: 3.8 · 4.1 · 3.6 · 3.9 · 4.0 s, 3.88 ± 0.19 (downbeat four)`.
pub fn line(lengths: &Lengths) -> String {
    let tries = lengths.measured.iter().copied().map(tenths_of);
    let tries = tries.collect::<Vec<_>>().join(" · ");
    // Of one there is no mean.
    let several = lengths.statistics().filter(|_| lengths.measured.len() > 1);
    let several = several.map_or_else(String::new, |statistics| format!(", {statistics}"));
    format!("My four seconds: {tries} s{several} (downbeat four)")
}

/// A length against four seconds: `0.2 early`.
pub fn off(length: Duration) -> String {
    let tenths = Lengths {
        nominal: FOUR,
        measured: vec![length],
    };
    let tenths = tenths.tenths().first().copied().unwrap_or_default();
    let by = tenths.unsigned_abs();
    let by = format!("{}.{}", by / 10, by % 10);
    match tenths {
        0 => "on four".to_owned(),
        ..0 => format!("{by} early"),
        _ => format!("{by} late"),
    }
}

impl App {
    /// A key's verb while four seconds are felt.
    pub(super) fn in_four(&mut self, action: Action) -> Vec<Effect> {
        let Screen::Four(four) = &self.screen else {
            return Vec::new();
        };
        match action {
            Action::Copy => {
                let Some(text) = four.result().map(line) else {
                    return Vec::new();
                };
                // What goes away by itself would be something to count along with.
                if four.stage == Stage::Ready(None) {
                    self.say("Copied, if this terminal lets programs copy".to_owned());
                }
                vec![Effect::Copy(text)]
            }
            Action::Quit => self.go_home(),
            _ => Vec::new(),
        }
    }
}
