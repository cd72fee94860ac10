//! An answer, and whether somebody gave it.

use serde::{Deserialize, Serialize};

/// An answer to something that the journal asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer<T> {
    /// Somebody said so.
    Given(T),
    /// Nobody did: it is what was planned, or what was said the last time.
    Assumed(T),
    /// Nobody did, and nothing can be assumed.
    #[default]
    Missing,
}

impl<T> Answer<T> {
    /// What holds, be it given or assumed.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Given(value) | Self::Assumed(value) => Some(value),
            Self::Missing => None,
        }
    }

    /// What somebody said.
    pub fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Assumed(_) | Self::Missing => None,
        }
    }

    /// The same as if somebody had said it; what is missing stays so.
    #[must_use]
    pub fn confirmed(self) -> Self {
        match self {
            Self::Given(value) | Self::Assumed(value) => Self::Given(value),
            Self::Missing => Self::Missing,
        }
    }

    /// The same as if nobody had said it: the prefill for a next time.
    #[must_use]
    pub fn assumed(self) -> Self {
        match self {
            Self::Given(value) | Self::Assumed(value) => Self::Assumed(value),
            Self::Missing => Self::Missing,
        }
    }

    /// What holds, turned into something else.
    pub fn map<U>(self, turn: impl FnOnce(T) -> U) -> Answer<U> {
        match self {
            Self::Given(value) => Answer::Given(turn(value)),
            Self::Assumed(value) => Answer::Assumed(turn(value)),
            Self::Missing => Answer::Missing,
        }
    }
}
