//! How a session looks and how loud it is, as far as keys change it.

/// Decibels between two volumes.
pub const VOLUME_STEP_DB: i8 = 3;
/// The softest volume, in decibels; below it there is only mute.
pub const SOFTEST_DB: i8 = -48;
/// The picture of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// The whole screen is the bar.
    #[default]
    Flood,
    /// A bar beside the digits.
    Bar,
}

impl View {
    /// The other one.
    #[must_use]
    pub fn toggled(self) -> Self {
        match self {
            Self::Flood => Self::Bar,
            Self::Bar => Self::Flood,
        }
    }
}

/// Day or night.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Light {
    /// Bright phases on dark ground.
    #[default]
    Day,
    /// Dark red and amber, no large pale area.
    Night,
}

impl Light {
    /// The other one.
    #[must_use]
    pub fn toggled(self) -> Self {
        match self {
            Self::Day => Self::Night,
            Self::Night => Self::Day,
        }
    }
}

/// When the whole screen flashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Flash {
    /// Where nothing is heard: in the last seconds of a rest and at the end of a set.
    #[default]
    Auto,
    /// There, and wherever a phase begins.
    On,
    /// Never.
    Off,
}

/// Whether the terminal's bell counts where there is no sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Bell {
    /// Where there is no sound, and not over SSH.
    #[default]
    Auto,
    /// Never.
    Off,
}

/// Whether the computer may fall asleep while somebody trains and presses no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sleep {
    /// It may.
    #[default]
    Possible,
    /// It is asked not to.
    Prevented,
}
