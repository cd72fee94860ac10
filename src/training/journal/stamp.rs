//! A moment of the world's time, as a record names it.

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970, UTC. Which day that was for whoever trained is kept beside it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Stamp(i64);

impl Stamp {
    /// A moment in milliseconds since 1970, UTC.
    pub fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970, UTC.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// The next moment: where one is taken already.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}
