//! The report: what some weeks held, for the physiotherapist, and what in it was assumed rather than said.

use super::{Loads, Trends};
use jiff::civil::Date;

/// What was counted, and what of it nobody said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tallies {
    /// Sessions.
    pub sessions: u32,
    /// Those among them that were done elsewhere and logged as a whole.
    pub elsewhere: u32,
    /// Sets that count.
    pub sets: u32,
    /// Attempts at sets that were done again, and count for nothing.
    pub abandoned: u32,
    /// How often a set was interrupted: by a pause, or a computer that slept.
    pub interruptions: u32,
    /// Sets in which somebody said that the tempo broke.
    pub broken: u32,
    /// Sets whose reps are those that were paced, because nobody said otherwise.
    pub assumed_reps: u32,
    /// Sets whose load is that of the last time or of the plan.
    pub assumed_loads: u32,
    /// Sets without any load.
    pub missing_loads: u32,
    /// Sets of which nobody said how many reps were left.
    pub missing_reserves: u32,
}

/// What a report says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The figures; their exercise does not matter here.
    pub trends: Trends,
    /// How heavy each exercise was, the most trained first.
    pub loads: Vec<Loads>,
    /// What was counted.
    pub tallies: Tallies,
    /// The notes to sessions, the latest first.
    pub notes: Vec<(Date, String)>,
}
