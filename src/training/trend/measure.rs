//! What can be compared of loads, and how a weight is told in another unit.

use crate::training::journal::{Load, Mass, Unit};
use crate::training::text::visible;

/// Kinds of loads. Only those of one kind can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// All of it.
    Weight,
    /// In each hand.
    PerHand,
    /// More or less than the body.
    Body,
    /// A band: a name, and no number.
    Band,
}

impl Measure {
    /// The kind of a load.
    pub fn of(load: &Load) -> Self {
        match load {
            Load::Weight(_) => Self::Weight,
            Load::PerHand(_) => Self::PerHand,
            Load::Body(_) => Self::Body,
            Load::Band(_) => Self::Band,
        }
    }

    /// How an axis names it.
    pub fn axis(self, unit: Unit) -> String {
        let unit = unit.as_str();
        match self {
            Self::Weight => unit.to_owned(),
            Self::PerHand => format!("{unit} per hand"),
            Self::Body => format!("body weight ± {unit}"),
            Self::Band => String::new(),
        }
    }
}

/// A load as it is shown: the name of a band comes from outside.
pub(super) fn visible_load(load: &Load) -> String {
    visible(&load.to_string()).into_owned()
}

/// Whether a load of the same kind is heavier. Bands have no order: the last one counts.
pub(super) fn is_heavier(load: &Load, other: &Load) -> bool {
    match (load.mass(), other.mass()) {
        (None, None) => true,
        (one, other) => kilograms(one) > kilograms(other),
    }
}

pub(super) fn kilograms(mass: Option<Mass>) -> f64 {
    mass.map_or(0.0, Mass::kilograms)
}

/// A mass in tenths of a unit: exact where it is in that unit already.
pub(super) fn tenths_in(mass: Mass, unit: Unit) -> i32 {
    if mass.unit() == unit {
        let half = if mass.thousandths() < 0 { -50 } else { 50 };
        return (mass.thousandths() + half) / 100;
    }
    rounded(mass.in_unit(unit) * 10.0)
}

/// To the nearest whole number. A mass is at most a thousand units, so this stays far within.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a thousand pounds in tenths of a kilogram fit many times"
)]
fn rounded(number: f64) -> i32 {
    number.round() as i32
}

/// The number alone, in a unit.
pub(super) fn in_unit(mass: Mass, unit: Unit) -> String {
    if mass.unit() == unit {
        return mass.number();
    }
    tenths(tenths_in(mass, unit))
}

/// `72.5`, `-20`.
pub(crate) fn tenths(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, part) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    match part {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{part}"),
    }
}
