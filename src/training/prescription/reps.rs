//! The reps of one set as a coach writes them: `8`, `6-8`, `AMRAP`, `15 as tolerated`, `2+2+2`, `10>8>8`.

use crate::training::length;
use crate::training::preset::Goal;
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

/// As many reps as possible are planned to this many, where nobody wrote a cap.
pub const AMRAP_CAP: u32 = 50;
/// The pause within a cluster, where nobody wrote one: 15 to 45 s are typical (Haff & Burgess 2012).
pub const INTRA: Duration = Duration::from_secs(20);
/// The time to take weight off in a drop set, where nobody wrote one. Our own choice.
pub const DROP_CHANGE: Duration = Duration::from_secs(10);
/// How much weight a drop set takes off each time, in per cent, where nobody wrote it. Our own choice.
pub const DROP: u32 = 20;

/// How many reps in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reps {
    /// That many.
    Exactly(u32),
    /// A range; it is paced to the upper number, and a key ends the set at any time.
    Range {
        /// The lower number.
        least: u32,
        /// The upper number.
        most: u32,
    },
    /// As many as possible, paced to a cap.
    Amrap {
        /// Where the pacing ends.
        cap: u32,
    },
    /// Up to that many, as far as it is tolerated.
    AsTolerated(u32),
}

impl Reps {
    /// How many are paced.
    pub fn paced(self) -> u32 {
        match self {
            Self::Exactly(reps) | Self::AsTolerated(reps) => reps,
            Self::Range { most, .. } => most,
            Self::Amrap { cap } => cap,
        }
    }

    fn goal(self) -> Goal {
        match self {
            Self::Exactly(_) => Goal::Exactly,
            Self::Range { least, .. } => Goal::AtLeast(least),
            Self::Amrap { .. } => Goal::AsMany,
            Self::AsTolerated(_) => Goal::AsTolerated,
        }
    }
}

/// The reps of one set.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// In one go.
    Straight(Reps),
    /// In groups with a short pause between them.
    Cluster {
        /// The reps of each group.
        groups: Vec<u32>,
        /// The pause.
        intra: Duration,
    },
    /// In groups, each with less weight than the one before.
    Drop {
        /// The reps of each group.
        groups: Vec<u32>,
        /// How much weight comes off each time.
        percent: u32,
        /// The time to take it off.
        change: Duration,
    },
}

impl Scheme {
    /// That many reps.
    pub fn exactly(reps: u32) -> Self {
        Self::Straight(Reps::Exactly(reps))
    }

    /// How many reps are paced in each group.
    pub fn groups(&self) -> impl Iterator<Item = u32> {
        let (one, many): (_, &[u32]) = match self {
            Self::Straight(reps) => (Some(reps.paced()), &[]),
            Self::Cluster { groups, .. } | Self::Drop { groups, .. } => (None, groups),
        };
        one.into_iter().chain(many.iter().copied())
    }

    /// How many reps are paced in all.
    pub fn paced(&self) -> u32 {
        self.groups().fold(0, u32::saturating_add)
    }

    /// What the number means.
    pub fn goal(&self) -> Goal {
        match self {
            Self::Straight(reps) => reps.goal(),
            Self::Cluster { .. } | Self::Drop { .. } => Goal::Exactly,
        }
    }
}

impl fmt::Display for Reps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(reps) => write!(f, "{reps}"),
            Self::Range { least, most } => write!(f, "{least}-{most}"),
            Self::Amrap { cap: AMRAP_CAP } => f.write_str("AMRAP"),
            Self::Amrap { cap } => write!(f, "AMRAP {cap}"),
            Self::AsTolerated(reps) => write!(f, "{reps} as tolerated"),
        }
    }
}

/// As it is written, without the lengths of the pauses.
impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (groups, sign) = match self {
            Self::Straight(reps) => return reps.fmt(f),
            Self::Cluster { groups, .. } => (groups, "+"),
            Self::Drop { groups, .. } => (groups, ">"),
        };
        for (index, group) in groups.iter().enumerate() {
            let sign = if index == 0 { "" } else { sign };
            write!(f, "{sign}{group}")?;
        }
        Ok(())
    }
}

/// Why a text is not the reps of a set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SchemeError {
    /// Nothing that is known.
    #[error(
        "`{0}` is no number of reps: write 8, 6-8, AMRAP, AMRAP 30, 15 as tolerated, 2+2+2 or 10>8>8"
    )]
    Unknown(String),
    /// A range that goes down or nowhere.
    #[error("the range {0}-{1} goes nowhere: write the smaller number first")]
    Range(u32, u32),
    /// No rep at all.
    #[error("0 reps cannot be paced: write at least 1")]
    None,
}

/// A cluster and a drop set are read with their usual pauses, unless they say others: `2+2+2 intra 15s`.
impl FromStr for Scheme {
    type Err = SchemeError;

    fn from_str(text: &str) -> Result<Self, SchemeError> {
        let whole = text.trim().to_ascii_lowercase();
        let unknown = || SchemeError::Unknown(whole.clone());
        let (text, pauses) = match whole.split_once(' ') {
            Some((groups, pauses))
                if groups.contains(['+', '>']) && !pauses.contains(['+', '>']) =>
            {
                (groups, pauses)
            }
            _ => (whole.as_str(), ""),
        };
        let groups = |sign: char| -> Option<Vec<u32>> {
            let numbers = text.split(sign).map(number);
            numbers
                .collect::<Option<Vec<_>>>()
                .filter(|all| all.len() > 1)
        };
        let mut scheme = if let Some(groups) = groups('+') {
            Self::Cluster {
                groups,
                intra: INTRA,
            }
        } else if let Some(groups) = groups('>') {
            Self::Drop {
                groups,
                percent: DROP,
                change: DROP_CHANGE,
            }
        } else {
            Self::Straight(straight(text).ok_or_else(unknown)?)
        };
        scheme.pause(pauses).ok_or_else(unknown)?;
        match &scheme {
            Self::Straight(Reps::Range { least, most }) if least >= most => {
                Err(SchemeError::Range(*least, *most))
            }
            scheme if scheme.groups().any(|reps| reps == 0) => Err(SchemeError::None),
            _ => Ok(scheme),
        }
    }
}

impl Scheme {
    /// Takes over the pauses that stand with the reps: `intra 15s`, `drop 25% change 15s`.
    fn pause(&mut self, said: &str) -> Option<()> {
        let mut words = said.split_whitespace();
        while let (Some(key), value) = (words.next(), words.next()) {
            match (&mut *self, key, value?) {
                (Self::Cluster { intra, .. }, "intra", value) => {
                    *intra = length::read(value).ok()?;
                }
                (Self::Drop { change, .. }, "change", value) => {
                    *change = length::read(value).ok()?;
                }
                (Self::Drop { percent, .. }, "drop", value) => {
                    *percent = number(value.trim_end_matches('%'))?;
                }
                _ => return None,
            }
        }
        Some(())
    }
}

fn straight(text: &str) -> Option<Reps> {
    if let Some(cap) = text.strip_prefix("amrap") {
        let cap = cap.trim();
        let cap = if cap.is_empty() {
            AMRAP_CAP
        } else {
            number(cap)?
        };
        return Some(Reps::Amrap { cap });
    }
    if let Some(reps) = text.strip_suffix("as tolerated") {
        return number(reps).map(Reps::AsTolerated);
    }
    match text.split_once(['-', '–']) {
        Some((least, most)) => Some(Reps::Range {
            least: number(least)?,
            most: number(most)?,
        }),
        None => number(text).map(Reps::Exactly),
    }
}

fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}
