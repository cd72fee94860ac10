//! What is kept of a practice until the next one at the same tempo.

use super::Plan;
use crate::training::tap::{PhaseTiming, Timing};
use crate::training::timeline::SegmentKind;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;

/// The last result for a tempo.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Practised {
    /// The tempo, as it is written.
    pub tempo: String,
    /// The day.
    pub on: Date,
    /// The phases that were felt.
    pub phases: Vec<Mean>,
}

/// How long a phase was felt to be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mean {
    /// The kind of phase, as in JSON.
    pub kind: String,
    /// How long it was meant to be.
    pub nominal_ms: u64,
    /// How long it was.
    pub mean_ms: u64,
    /// The sample standard deviation, where it was felt more than once.
    pub spread_ms: Option<u64>,
    /// How often it was felt.
    pub count: u64,
}

impl Practised {
    /// What is kept of what was felt.
    pub(super) fn of(plan: &Plan, timing: &Timing, on: Date) -> Self {
        Self {
            tempo: plan.tempo().to_string(),
            on,
            phases: timing.phases.iter().map(Mean::of).collect(),
        }
    }

    /// What one of its phases was.
    pub fn of_phase(&self, kind: SegmentKind, nominal: Duration) -> Option<&Mean> {
        let mut phases = self.phases.iter();
        phases.find(|mean| mean.kind == kind.as_str() && mean.nominal_ms == millis(nominal))
    }

    /// `12 Nov`.
    pub fn day(&self) -> String {
        self.on.strftime("%-d %b").to_string()
    }
}

impl Mean {
    fn of(phase: &PhaseTiming) -> Self {
        let lengths = &phase.lengths;
        let rounded =
            |seconds: f64| millis(Duration::try_from_secs_f64(seconds).unwrap_or_default());
        Self {
            kind: phase.kind.as_str().to_owned(),
            nominal_ms: millis(lengths.nominal),
            mean_ms: lengths.mean_s().map_or(0, rounded),
            spread_ms: lengths.spread_s().map(rounded),
            count: u64::try_from(lengths.measured.len()).unwrap_or(u64::MAX),
        }
    }
}

/// `3.1 ± 0.5`.
impl fmt::Display for Mean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = |ms: u64| Duration::from_millis(ms).as_secs_f64();
        write!(f, "{:.1}", seconds(self.mean_ms))?;
        match self.spread_ms {
            Some(spread) => write!(f, " ± {:.1}", seconds(spread)),
            None => Ok(()),
        }
    }
}

/// To the nearest millisecond.
fn millis(length: Duration) -> u64 {
    let nearest = length.saturating_add(Duration::from_micros(500));
    u64::try_from(nearest.as_millis()).unwrap_or(u64::MAX)
}
