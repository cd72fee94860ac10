//! Weights with their unit, exact to a thousandth: what was written is what is shown, and nothing is converted behind
//! anybody's back.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A pound in hundred-thousandths of a gram, exactly: the definition of 1959.
const POUND: u32 = 45_359_237;
/// The most that is believed, in thousandths of the unit: a tonne.
const MOST: i32 = 1_000_000;

/// The unit of a weight.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Kilograms.
    #[default]
    Kg,
    /// Pounds.
    Lb,
}

impl Unit {
    /// As it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kg => "kg",
            Self::Lb => "lb",
        }
    }
}

/// A weight, or a difference of weights: whole thousandths of its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mass {
    thousandths: i32,
    unit: Unit,
}

impl Mass {
    /// A weight from thousandths of a unit; `None` beyond a thousand units either way.
    pub fn new(thousandths: i32, unit: Unit) -> Option<Self> {
        (-MOST..=MOST)
            .contains(&thousandths)
            .then_some(Self { thousandths, unit })
    }

    /// Thousandths of its unit.
    pub fn thousandths(self) -> i32 {
        self.thousandths
    }

    /// Its unit.
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// In kilograms.
    pub fn kilograms(self) -> f64 {
        let units = f64::from(self.thousandths) / 1000.0;
        match self.unit {
            Unit::Kg => units,
            Unit::Lb => units * pound_kg(),
        }
    }

    /// In whole grams; `None` below zero.
    pub fn grams(self) -> Option<u64> {
        let thousandths = u64::try_from(self.thousandths).ok()?;
        Some(match self.unit {
            Unit::Kg => thousandths,
            Unit::Lb => (thousandths * u64::from(POUND) + 50_000_000) / 100_000_000,
        })
    }

    /// In a unit, whichever it was written in.
    pub fn in_unit(self, unit: Unit) -> f64 {
        match unit {
            Unit::Kg => self.kilograms(),
            Unit::Lb => self.kilograms() / pound_kg(),
        }
    }

    /// The number alone: `72.5`.
    pub fn number(self) -> String {
        let sign = if self.thousandths < 0 { "-" } else { "" };
        let all = self.thousandths.unsigned_abs();
        let (whole, part) = (all / 1000, all % 1000);
        if part == 0 {
            return format!("{sign}{whole}");
        }
        let part = format!("{part:03}");
        format!("{sign}{whole}.{}", part.trim_end_matches('0'))
    }

    /// Reads a weight; one that names no unit is in `unit`.
    ///
    /// # Errors
    /// What to write instead.
    pub fn read(text: &str, unit: Unit) -> Result<Self, MassError> {
        let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let compact = compact
            .to_ascii_lowercase()
            .replace(',', ".")
            .replace('\u{2212}', "-");
        let fail = || MassError(crate::training::text::visible(text.trim()).into_owned());
        let endings = [
            ("kgs", Unit::Kg),
            ("kg", Unit::Kg),
            ("lbs", Unit::Lb),
            ("lb", Unit::Lb),
        ];
        let (number, unit) = endings
            .into_iter()
            .find_map(|(ending, unit)| Some((compact.strip_suffix(ending)?, unit)))
            .unwrap_or((&compact, unit));
        let thousandths = thousandths(number).ok_or_else(fail)?;
        Self::new(thousandths, unit).ok_or_else(fail)
    }
}

/// A pound in kilograms.
fn pound_kg() -> f64 {
    f64::from(POUND) / 1e8
}

/// A decimal number of at most three places, in thousandths.
fn thousandths(number: &str) -> Option<i32> {
    let (sign, number) = match number.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, number.strip_prefix('+').unwrap_or(number)),
    };
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if !digits(whole) || !digits(part) || whole.is_empty() || whole.len() > 5 || part.len() > 3 {
        return None;
    }
    let whole: i32 = whole.parse().ok()?;
    let part: i32 = format!("{part:0<3}").parse().ok()?;
    Some(sign * (whole.checked_mul(1000)?.checked_add(part)?))
}

/// A text that is no weight.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no weight: write a number up to 1000 such as 60, 72.5 kg or 135 lb")]
pub struct MassError(pub(super) String);

impl fmt::Display for Mass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.number(), self.unit.as_str())
    }
}

impl FromStr for Mass {
    type Err = MassError;

    fn from_str(text: &str) -> Result<Self, MassError> {
        Self::read(text, Unit::Kg)
    }
}

impl Serialize for Mass {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Mass {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_is_shown_as_it_was_written() {
        for (written, shown) in [
            ("60", "60 kg"),
            ("72,5", "72.5 kg"),
            ("135 lbs", "135 lb"),
            ("1.125KG", "1.125 kg"),
            ("-20", "-20 kg"),
        ] {
            let mass: Mass = written.parse().unwrap();
            assert_eq!(mass.to_string(), shown);
            assert_eq!(mass.to_string().parse(), Ok(mass));
        }
        assert_eq!(Mass::read("45", Unit::Lb).unwrap().to_string(), "45 lb");
    }

    #[test]
    fn what_is_no_weight_is_refused_in_words() {
        for wrong in [
            "",
            "kg",
            "1.2345",
            "1e3",
            "sixty",
            "99999999",
            "1001",
            "6 0 stone",
        ] {
            let error = wrong.parse::<Mass>().unwrap_err().to_string();
            assert!(error.contains("write a number"), "{error}");
        }
    }
}
