//! Why a preset cannot be.

use super::{MAX_EFFORTS, MAX_SETS};
use std::time::Duration;

/// Why a preset cannot be; every message says what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PresetError {
    /// Not a slug, or reads as a tempo.
    #[error(
        "id \"{0}\" cannot be used: write lower-case letters, digits and hyphens, beginning with a letter, such as slow-squat"
    )]
    Id(String),
    /// No set, or too many.
    #[error("{0} sets cannot be planned: write 1 to {MAX_SETS}")]
    Sets(usize),
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
    /// A hold too short to be followed.
    #[error("a hold of {} s is too short to follow: write at least 0.2 s", .0.as_secs_f64())]
    Short(Duration),
}
