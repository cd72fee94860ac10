//! How heavy a set was: a weight, a weight in each hand, body weight with more or less, or a band by its name.

use super::{Mass, MassError, Unit};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Longest name of a band, in characters.
const LONGEST: usize = 40;

/// A load.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Load {
    /// A weight, all of it together: `60 kg`.
    Weight(Mass),
    /// As much in each hand: `24 kg per hand`.
    PerHand(Mass),
    /// The body and nothing else, or with this much more or, where it is negative, less: `body weight - 20 kg`.
    Body(Option<Mass>),
    /// A band or a machine's setting, by its name: `band red`.
    Band(String),
}

/// A text that is no load.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// There is nothing.
    #[error("a load is missing: write 60, 24 per hand, bw, bw+10, bw-20 or band red")]
    Empty,
    /// It is none of the spellings.
    #[error("{0}, or 24 per hand, bw, bw+10, bw-20 or band red")]
    Weight(MassError),
    /// A band without a name, or with a very long one.
    #[error("a band needs a name of 1 to 40 letters: write band red")]
    Band,
}

// Not its source: the sentence is in this one's already, and a chain of errors would say it twice.
impl From<MassError> for LoadError {
    fn from(error: MassError) -> Self {
        Self::Weight(error)
    }
}

impl Load {
    /// Reads a load; a number without a unit is in `unit`.
    ///
    /// # Errors
    /// What to write instead.
    pub fn read(text: &str, unit: Unit) -> Result<Self, LoadError> {
        let text = text.trim();
        let lower = text.to_ascii_lowercase();
        if lower.is_empty() {
            return Err(LoadError::Empty);
        }
        if let Some(name) = lower.strip_prefix("band") {
            let name = text.get(text.len() - name.len()..).unwrap_or_default();
            return band(name.trim_start_matches([':', ' ']));
        }
        for word in ["body weight", "bodyweight", "bw"] {
            if let Some(rest) = lower.strip_prefix(word) {
                return body(rest, unit);
            }
        }
        for ending in ["per hand", "each hand", "each"] {
            if let Some(number) = lower.strip_suffix(ending) {
                return Ok(Self::PerHand(positive(number, unit)?));
            }
        }
        if let Some(number) = lower
            .strip_prefix("2x")
            .or_else(|| lower.strip_prefix("2×"))
        {
            return Ok(Self::PerHand(positive(number, unit)?));
        }
        Ok(Self::Weight(positive(&lower, unit)?))
    }

    /// The weight in it, where it is one that can be compared with another of its kind.
    pub fn mass(&self) -> Option<Mass> {
        match self {
            Self::Weight(mass) | Self::PerHand(mass) | Self::Body(Some(mass)) => Some(*mass),
            Self::Body(None) | Self::Band(_) => None,
        }
    }

    /// The same with another weight in it.
    #[must_use]
    pub fn with_mass(&self, mass: Mass) -> Self {
        match self {
            Self::PerHand(_) => Self::PerHand(mass),
            Self::Body(_) if mass.thousandths() == 0 => Self::Body(None),
            Self::Body(_) => Self::Body(Some(mass)),
            Self::Weight(_) | Self::Band(_) => Self::Weight(mass),
        }
    }
}

fn band(name: &str) -> Result<Load, LoadError> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        1..=LONGEST => Ok(Load::Band(name)),
        _ => Err(LoadError::Band),
    }
}

fn body(rest: &str, unit: Unit) -> Result<Load, LoadError> {
    let rest = rest.trim();
    if rest.is_empty() {
        return Ok(Load::Body(None));
    }
    let signed = rest.replace('\u{2212}', "-");
    if !signed.starts_with(['+', '-']) {
        return Err(MassError(crate::training::text::visible(rest).into_owned()).into());
    }
    let mass = Mass::read(&signed, unit)?;
    Ok(Load::Body(
        Some(mass).filter(|mass| mass.thousandths() != 0),
    ))
}

fn positive(number: &str, unit: Unit) -> Result<Mass, LoadError> {
    let mass = Mass::read(number, unit)?;
    if mass.thousandths() < 0 {
        return Err(MassError(mass.to_string()).into());
    }
    Ok(mass)
}

impl fmt::Display for Load {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weight(mass) => mass.fmt(f),
            Self::PerHand(mass) => write!(f, "{mass} per hand"),
            Self::Body(None) => f.write_str("body weight"),
            Self::Body(Some(mass)) => {
                let sign = if mass.thousandths() < 0 { "-" } else { "+" };
                let number = mass.number();
                let number = number.trim_start_matches('-');
                write!(f, "body weight {sign} {number} {}", mass.unit().as_str())
            }
            Self::Band(name) => write!(f, "band {name}"),
        }
    }
}

impl FromStr for Load {
    type Err = LoadError;

    fn from_str(text: &str) -> Result<Self, LoadError> {
        Self::read(text, Unit::Kg)
    }
}

impl Serialize for Load {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Load {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_load_is_read_as_people_write_it_and_back() {
        for (written, shown) in [
            ("60", "60 kg"),
            ("135lb", "135 lb"),
            ("24 per hand", "24 kg per hand"),
            ("2x24", "24 kg per hand"),
            ("bw", "body weight"),
            ("Body weight", "body weight"),
            ("bw + 10", "body weight + 10 kg"),
            ("bw-20lb", "body weight - 20 lb"),
            ("bw+0", "body weight"),
            ("Band  Dark Red", "band Dark Red"),
        ] {
            let load: Load = written.parse().unwrap();
            assert_eq!(load.to_string(), shown);
            assert_eq!(load.to_string().parse(), Ok(load));
        }
    }

    #[test]
    fn what_is_no_load_is_refused_in_words() {
        for wrong in ["", "heavy", "-5", "bw 10", "band", "2x", "60 stone"] {
            let error = wrong.parse::<Load>().unwrap_err().to_string();
            assert!(error.contains("write"), "{wrong}: {error}");
        }
    }
}
