//! How values are written as text in the tables and in CSV: one way for both, so that neither can drift.

use crate::training::journal::{Answer, Load, Mass, Unit};
use crate::training::preset::Goal;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error, StrDeserializer};
use serde::{Deserialize, Serialize};

const AT_LEAST: &str = "at-least ";

/// The word of an enum without fields, as in JSON.
pub(super) fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// The value of such a word.
pub(super) fn of_word<T: for<'de> Deserialize<'de>>(word: &str) -> Option<T> {
    let word: StrDeserializer<'_, Error> = word.into_deserializer();
    T::deserialize(word).ok()
}

/// `exactly`, `at-least 6`, `as-many`, `as-tolerated`.
pub(super) fn goal(goal: Goal) -> String {
    match goal {
        Goal::AtLeast(least) => format!("{AT_LEAST}{least}"),
        other => word(&other),
    }
}

/// The goal of such a text.
pub(super) fn of_goal(text: &str) -> Option<Goal> {
    match text.strip_prefix(AT_LEAST) {
        Some(least) => least.parse().ok().map(Goal::AtLeast),
        None => of_word(text),
    }
}

/// `2 5 8`; nothing for none.
pub(super) fn numbers(numbers: &[u32]) -> String {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    numbers.join(" ")
}

/// The numbers of such a text.
pub(super) fn of_numbers(text: &str) -> Option<Vec<u32>> {
    text.split_ascii_whitespace()
        .map(|number| number.parse().ok())
        .collect()
}

/// `given`, `assumed`; nothing where an answer is missing.
pub(super) fn said<T>(answer: &Answer<T>) -> Option<&'static str> {
    match answer {
        Answer::Given(_) => Some("given"),
        Answer::Assumed(_) => Some("assumed"),
        Answer::Missing => None,
    }
}

/// The answer of a value and such a word. Both are there, or neither.
pub(super) fn of_said<T>(value: Option<T>, said: Option<&str>) -> Option<Answer<T>> {
    match (value, said) {
        (Some(value), Some("given")) => Some(Answer::Given(value)),
        (Some(value), Some("assumed")) => Some(Answer::Assumed(value)),
        (None, None) => Some(Answer::Missing),
        _ => None,
    }
}

/// A load in columns of its own, so that a query can compare it.
#[derive(Debug, Default)]
pub(super) struct LoadColumns {
    /// `weight`, `per-hand`, `body` or `band`.
    pub(super) kind: Option<&'static str>,
    /// Its mass.
    pub(super) thousandths: Option<i32>,
    /// The mass's unit.
    pub(super) unit: Option<&'static str>,
    /// The band's name.
    pub(super) band: Option<String>,
}

impl LoadColumns {
    /// The columns of a load.
    pub(super) fn of(load: Option<&Load>) -> Self {
        let Some(load) = load else {
            return Self::default();
        };
        Self {
            kind: Some(match load {
                Load::Weight(_) => "weight",
                Load::PerHand(_) => "per-hand",
                Load::Body(_) => "body",
                Load::Band(_) => "band",
            }),
            thousandths: load.mass().map(Mass::thousandths),
            unit: load.mass().map(|mass| mass.unit().as_str()),
            band: match load {
                Load::Band(name) => Some(name.clone()),
                _ => None,
            },
        }
    }
}

/// The load of such columns; `None` where nobody writes such ones.
pub(super) fn of_load(kind: &str, mass: Option<Mass>, band: Option<String>) -> Option<Load> {
    match (kind, mass, band) {
        ("weight", Some(mass), None) => Some(Load::Weight(mass)),
        ("per-hand", Some(mass), None) => Some(Load::PerHand(mass)),
        ("body", mass, None) => Some(Load::Body(mass)),
        ("band", None, Some(name)) => Some(Load::Band(name)),
        _ => None,
    }
}

/// Columns that hold together what nobody writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Odd;

/// The mass of two columns; none where both are empty.
pub(super) fn of_mass(thousandths: Option<i32>, unit: Option<&str>) -> Result<Option<Mass>, Odd> {
    match (thousandths, unit) {
        (None, None) => Ok(None),
        (Some(thousandths), Some(unit)) => {
            let unit: Unit = of_word(unit).ok_or(Odd)?;
            Mass::new(thousandths, unit).map(Some).ok_or(Odd)
        }
        _ => Err(Odd),
    }
}
