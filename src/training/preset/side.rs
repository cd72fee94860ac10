//! Sides: which arm or leg works, and how a set is shared between them.

/// Which side works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// One side alone, the affected one.
    Only(Side),
}

impl Sides {
    /// The sides of one set in their order; `None` stands for both at once.
    pub fn order(self) -> impl Iterator<Item = Option<Side>> {
        let (first, second) = match self {
            Self::Both => (None, None),
            Self::Only(side) => (Some(side), None),
            Self::Each(side) => (Some(side), Some(side.other())),
        };
        std::iter::once(first).chain(second.map(Some))
    }
}
