//! How fast a rep moves: four fields in the field's standard order, valid by construction.
//!
//! The order is lower (eccentric), pause stretched, lift (concentric), pause contracted, and it never changes: a
//! rep that begins with the lift is the same four fields, played from the third. The pauses are named after the
//! muscle and not "bottom" and "top", because a lat pulldown is stretched at the top.

mod error;
mod named;
mod parse;
#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

pub use error::TempoError;
pub use parse::{Reading, read};

/// The longest that one field may last.
pub const LONGEST: Duration = Duration::from_secs(120);
/// The shortest that a field other than 0 may last.
pub const SHORTEST: Duration = Duration::from_millis(200);
/// Lengths are multiples of this, so that two decimals write each of them exactly.
pub const FINEST: Duration = Duration::from_millis(10);

/// What an explosive phase is taken to last: nobody can say how long a bar needs that is moved as fast as possible.
const EXPLOSIVE: Duration = Duration::from_secs(1);
/// What an assisted return is taken to last.
const ASSISTED: Duration = Duration::from_secs(2);

/// The four fields of a tempo, in the order in which they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The first: the muscle lengthens under the load.
    Lower,
    /// The second: a hold in the stretched position.
    PauseStretched,
    /// The third: the muscle shortens.
    Lift,
    /// The fourth: a hold in the contracted position.
    PauseContracted,
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Lower => "Lower",
            Self::PauseStretched => "Pause stretched",
            Self::Lift => "Lift",
            Self::PauseContracted => "Pause contracted",
        })
    }
}

/// How a moving phase, the lower or the lift, is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pace {
    /// In a given time.
    Timed(Duration),
    /// As fast as possible, written X. The bar may be slow all the same: the intent counts.
    Explosive,
    /// With help (a partner, the other limb, a jump), written A. It is never tension.
    Assisted,
}

impl Pace {
    /// How long the phase is planned to last. X and A have no length of their own: 1 s and 2 s are ours.
    pub const fn nominal(self) -> Duration {
        match self {
            Self::Timed(length) => length,
            Self::Explosive => EXPLOSIVE,
            Self::Assisted => ASSISTED,
        }
    }

    /// Whether the length is nominal, so that a total which contains it is approximate.
    pub const fn is_approximate(self) -> bool {
        !matches!(self, Self::Timed(_))
    }

    /// Whether the lifter moves the load unaided for some time.
    const fn is_work(self) -> bool {
        match self {
            Self::Timed(length) => !length.is_zero(),
            Self::Explosive => true,
            Self::Assisted => false,
        }
    }
}

impl fmt::Display for Pace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Timed(length) => write_seconds(*length, f),
            Self::Explosive => f.write_str("X"),
            Self::Assisted => f.write_str("A"),
        }
    }
}

/// The pace of one rep. One that exists is valid: see [`Tempo::new`] for what that means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tempo {
    lower: Pace,
    stretched: Duration,
    lift: Pace,
    contracted: Duration,
}

impl Tempo {
    /// Makes a tempo of its four fields.
    ///
    /// # Errors
    /// A length must be 0 or from 0.2 s to 120 s, in hundredths of a second; the lift must not be 0; and the lifter must move
    /// the load unaided in at least one phase, or there is nothing to pace.
    pub fn new(
        lower: Pace,
        stretched: Duration,
        lift: Pace,
        contracted: Duration,
    ) -> Result<Self, TempoError> {
        check(Field::Lower, lower)?;
        check(Field::PauseStretched, Pace::Timed(stretched))?;
        check(Field::Lift, lift)?;
        check(Field::PauseContracted, Pace::Timed(contracted))?;
        if lift == Pace::Timed(Duration::ZERO) {
            return Err(TempoError::LiftZero);
        }
        if !lower.is_work() && !lift.is_work() {
            return Err(TempoError::NothingToPace);
        }
        Ok(Self {
            lower,
            stretched,
            lift,
            contracted,
        })
    }

    /// The first field: how the load goes back.
    pub const fn lower(self) -> Pace {
        self.lower
    }

    /// The second field: how long the stretched position is held.
    pub const fn stretched(self) -> Duration {
        self.stretched
    }

    /// The third field: how the load is lifted.
    pub const fn lift(self) -> Pace {
        self.lift
    }

    /// The fourth field: how long the contracted position is held.
    pub const fn contracted(self) -> Duration {
        self.contracted
    }

    /// How long a rep is planned to last, with X and A at their nominal lengths.
    pub fn rep_length(self) -> Duration {
        self.lower.nominal() + self.stretched + self.lift.nominal() + self.contracted
    }

    /// Whether X or A is in it, so that every total is to be marked with `~`.
    pub const fn is_approximate(self) -> bool {
        self.lower.is_approximate() || self.lift.is_approximate()
    }

    /// The same tempo with another time for the lowering.
    ///
    /// # Errors
    /// The rules of [`Tempo::new`].
    pub fn with_lower(self, length: Duration) -> Result<Self, TempoError> {
        Self::new(
            Pace::Timed(length),
            self.stretched,
            self.lift,
            self.contracted,
        )
    }

    /// What is allowed but seldom meant, as sentences for the lifter.
    pub fn warnings(self) -> Vec<&'static str> {
        match self.lower {
            Pace::Explosive => vec![
                "X as the first field is a fast lowering: write seconds, as in 2-0-X-0, to lower under control.",
            ],
            Pace::Timed(Duration::ZERO) => vec![
                "0 as the first field drops the lowering: it is not paced. Write seconds, as in 2-0-X-0, to pace it.",
            ],
            Pace::Assisted => vec![
                "A as the first field makes this lift-only: the load comes back with help and does not count as tension.",
            ],
            Pace::Timed(_) => Vec::new(),
        }
    }
}

/// Prints the canonical form, `4-0-1-0` or `1.5-0-X-0`, which reads back as the same tempo.
impl fmt::Display for Tempo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}-{}-{}-{}",
            self.lower,
            Pace::Timed(self.stretched),
            self.lift,
            Pace::Timed(self.contracted),
        )
    }
}

/// Reads any of the notations that [`read`] knows.
impl FromStr for Tempo {
    type Err = TempoError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text).map(|reading| reading.tempo)
    }
}

/// Holds the rules for one field's length.
fn check(field: Field, pace: Pace) -> Result<(), TempoError> {
    let Pace::Timed(length) = pace else {
        return Ok(());
    };
    if length > LONGEST {
        Err(TempoError::TooLong { field })
    } else if !length.is_zero() && length < SHORTEST {
        Err(TempoError::TooShort { field })
    } else if !length.as_nanos().is_multiple_of(FINEST.as_nanos()) {
        Err(TempoError::TooFine { field })
    } else {
        Ok(())
    }
}

/// Writes a length in seconds, exactly and with no more decimals than it needs.
fn write_seconds(length: Duration, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let hundredths = length.subsec_millis() / 10;
    write!(f, "{}", length.as_secs())?;
    match (hundredths / 10, hundredths % 10) {
        (0, 0) => Ok(()),
        (tenths, 0) => write!(f, ".{tenths}"),
        (tenths, rest) => write!(f, ".{tenths}{rest}"),
    }
}
