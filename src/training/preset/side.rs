//! Sides: which arm or leg works, and how a set is shared between them.

use serde::{Deserialize, Serialize};

/// Which side works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The left arm or leg.
    Left,
    /// The right arm or leg.
    Right,
}

impl Side {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    /// `left` or `right`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

/// How a set is shared between the sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sides {
    /// Both at once: the reps are simply the set.
    #[default]
    Both,
    /// Every set is done on each side, beginning with this one; the set number spans both.
    Each(Side),
    /// The sides take turns rep by rep, beginning with this one; a rep is complete when both have done it.
    Alternating(Side),
    /// One side alone, the affected one.
    Only(Side),
}

impl Sides {
    /// The sides of one set in their order, each a stretch of its own; `None` stands for both.
    pub fn order(self) -> impl Iterator<Item = Option<Side>> {
        let (first, second) = match self {
            Self::Both | Self::Alternating(_) => (None, None),
            Self::Only(side) => (Some(side), None),
            Self::Each(side) => (Some(side), Some(side.other())),
        };
        std::iter::once(first).chain(second.map(Some))
    }

    /// The sides of one rep within such a stretch, in their order; only the last of them completes it.
    pub(in crate::training) fn within(
        self,
        stretch: Option<Side>,
    ) -> impl Iterator<Item = Option<Side>> {
        let (first, second) = match self {
            Self::Alternating(side) => (Some(side), Some(side.other())),
            _ => (stretch, None),
        };
        std::iter::once(first).chain(second.map(Some))
    }

    /// How often each rep that is written is done: twice where each side does it by itself.
    pub fn times(self) -> u32 {
        match self {
            Self::Both | Self::Only(_) => 1,
            Self::Each(_) | Self::Alternating(_) => 2,
        }
    }

    /// The side that begins, where one does.
    pub fn first(self) -> Option<Side> {
        match self {
            Self::Both => None,
            Self::Each(side) | Self::Alternating(side) | Self::Only(side) => Some(side),
        }
    }
}
