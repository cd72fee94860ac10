//! Taps: how long a lifter's own seconds were, from a key pressed at each turn-around.
//!
//! In a paced set each tap belongs to a turn-around of the timeline ([`Timing::paced`]); where no clock is shown or heard, only
//! the tempo is known ([`Timing::blind`]). Both give the same [`Timing`]: for each kind of phase the lengths that were tapped,
//! with mean and spread. Words describe and never judge: a phase was shorter or longer, a tap was early or late.

mod blind;
mod paced;
mod words;

use super::timeline::SegmentKind;
use std::time::Duration;

pub use blind::Phase;
pub use words::{number, tenths_of};

/// Positions at which somebody tapped, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taps(Vec<Duration>);

impl Taps {
    /// Notes a tap.
    pub fn add(&mut self, position: Duration) {
        let behind = self.0.partition_point(|earlier| *earlier <= position);
        self.0.insert(behind, position);
    }

    /// The positions in order.
    pub fn positions(&self) -> &[Duration] {
        &self.0
    }
}

impl Extend<Duration> for Taps {
    fn extend<I: IntoIterator<Item = Duration>>(&mut self, positions: I) {
        positions
            .into_iter()
            .for_each(|position| self.add(position));
    }
}

impl FromIterator<Duration> for Taps {
    fn from_iter<I: IntoIterator<Item = Duration>>(positions: I) -> Self {
        let mut positions: Vec<Duration> = positions.into_iter().collect();
        positions.sort_unstable();
        Self(positions)
    }
}

/// Lengths that were felt, against the one that was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lengths {
    /// The length that was meant.
    pub nominal: Duration,
    /// Those that were felt, in order.
    pub measured: Vec<Duration>,
}

impl Lengths {
    /// None yet.
    pub fn new(nominal: Duration) -> Self {
        Self {
            nominal,
            measured: Vec::new(),
        }
    }

    /// Their mean in seconds; `None` where there are none.
    pub fn mean_s(&self) -> Option<f64> {
        let total: Duration = self.measured.iter().sum();
        (!self.measured.is_empty()).then(|| total.as_secs_f64() / count(self.measured.len()))
    }

    /// Their sample standard deviation in seconds; `None` where there are fewer than two.
    pub fn spread_s(&self) -> Option<f64> {
        let mean = self.mean_s()?;
        let squares = self.measured.iter();
        let squares: f64 = squares
            .map(|length| (length.as_secs_f64() - mean).powi(2))
            .sum();
        let freedom = self.measured.len().checked_sub(1)?;
        (freedom > 0).then(|| (squares / count(freedom)).sqrt())
    }

    /// How many tenths of a second each was longer than meant; less than nought where it was shorter.
    pub fn tenths(&self) -> Vec<i32> {
        let measured = self.measured.iter();
        measured
            .map(|length| words::tenths_longer(*length, self.nominal))
            .collect()
    }
}

/// The lengths of one kind of phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseTiming {
    /// The kind: a moving phase or a loaded pause of a rep.
    pub kind: SegmentKind,
    /// What was meant, and what was tapped.
    pub lengths: Lengths,
}

/// A turn-around that was tapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// Where the timeline turns round.
    pub due: Duration,
    /// Where it was tapped.
    pub tapped: Duration,
}

impl Turn {
    /// How many seconds late it was tapped; less than nought where it was early.
    pub fn late_s(self) -> f64 {
        self.tapped.as_secs_f64() - self.due.as_secs_f64()
    }
}

/// What taps tell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timing {
    /// How many taps there were, those that belong to nothing among them.
    pub taps: usize,
    /// The phases that were tapped at both ends, by kind and nominal length, in the order in which they first came.
    pub phases: Vec<PhaseTiming>,
    /// The turn-arounds that were tapped, in order; empty where no clock was to be followed.
    pub turns: Vec<Turn>,
}

impl Timing {
    /// Whether no phase was tapped at both ends.
    pub fn is_empty(&self) -> bool {
        self.phases.is_empty()
    }

    /// How many seconds late the turn-arounds were tapped on average; `None` where none was.
    pub fn late_s(&self) -> Option<f64> {
        let sum: f64 = self.turns.iter().map(|turn| turn.late_s()).sum();
        (!self.turns.is_empty()).then(|| sum / count(self.turns.len()))
    }

    /// Notes the length of a phase.
    fn note(&mut self, kind: SegmentKind, nominal: Duration, length: Duration) {
        let same =
            |phase: &&mut PhaseTiming| (phase.kind, phase.lengths.nominal) == (kind, nominal);
        if let Some(phase) = self.phases.iter_mut().find(same) {
            phase.lengths.measured.push(length);
        } else {
            let lengths = Lengths {
                nominal,
                measured: vec![length],
            };
            self.phases.push(PhaseTiming { kind, lengths });
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "nobody taps more often than an f64 counts exactly"
)]
fn count(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests;
