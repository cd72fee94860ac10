//! Why a preset cannot be.

use super::{MAX_EFFORTS, MAX_NAME, MAX_SETS};
use crate::training::routine::MAX_STEPS;
use std::time::Duration;

/// Why a preset cannot be; every message says what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PresetError {
    /// Not a slug, or reads as a tempo.
    #[error(
        "id \"{0}\" cannot be used: write lower-case letters, digits and hyphens, beginning with a letter, such as slow-squat"
    )]
    Id(String),
    /// No name, or one that is too long.
    #[error("a name of {0} characters does not fit: write 1 to {MAX_NAME}")]
    Name(usize),
    /// No set, or too many.
    #[error("{0} sets cannot be planned: write 1 to {MAX_SETS}")]
    Sets(u32),
    /// No step, or too many.
    #[error("a routine of {0} steps cannot be planned: write 1 to {MAX_STEPS}")]
    Steps(usize),
    /// No rep in a set.
    #[error("{0} reps in a set cannot be paced: write at least 1")]
    Reps(u32),
    /// More reps than a timeline holds.
    #[error("{0} reps in all are too many: write at most {MAX_EFFORTS}")]
    TooMuch(u64),
    /// Something takes too long.
    #[error("{field} of {} s is too long: write at most {} s", length.as_secs_f64(), most.as_secs())]
    Long {
        /// The field's name in TOML.
        field: &'static str,
        /// What was written.
        length: Duration,
        /// The limit.
        most: Duration,
    },
    /// A hold or a stroke too short to be followed.
    #[error("a {field} of {} s is too short to follow: write at least 0.2 s", length.as_secs_f64())]
    Short {
        /// The field's name in TOML.
        field: &'static str,
        /// What was written.
        length: Duration,
    },
    /// A ladder without rungs.
    #[error("a list of tempos is empty: write at least one, such as [\"4-0-1-0\"]")]
    NoTempo,
    /// A drop of nothing, or of everything.
    #[error("a drop of {0} % cannot be made: write 1 to 99 %")]
    Drop(u32),
    /// Sets that are to begin at fixed times, and reps that may take any.
    #[error(
        "sets cannot begin at fixed times where reps wait for a key: write a rest between the sets instead"
    )]
    Unpaced,
    /// A set that takes longer than the time in which it is to be repeated.
    #[error(
        "a set takes {} s and does not fit into {} s: write fewer reps, a faster tempo or more time",
        work.as_secs_f64(),
        every.as_secs_f64()
    )]
    DoesNotFit {
        /// How long a set takes, all sides together.
        work: Duration,
        /// The time from one set's beginning to the next one's.
        every: Duration,
    },
}
