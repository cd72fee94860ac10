//! A tempo in a file: `tempo = "4-0-1-0"`, or with named keys,
//! `tempo = { lower = 4, stretched = 0, lift = 1, contracted = 0 }`.
//!
//! The named form is there because papers list the phases the other way round than gyms do; with names nothing can be
//! swapped. A pause that is left out is none.

use std::fmt;
use std::time::Duration;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor, value::MapAccessDeserializer};

use super::parse::{pace, pause};
use super::{Field, Pace, Tempo};

impl<'de> Deserialize<'de> for Tempo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TempoVisitor)
    }
}

struct TempoVisitor;

impl<'de> Visitor<'de> for TempoVisitor {
    type Value = Tempo;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a tempo in quotes, as in \"4-0-1-0\", or { lower = 4, stretched = 0, lift = 1, contracted = 0 }")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Tempo, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Tempo, A::Error> {
        let named = Named::deserialize(MapAccessDeserializer::new(map))?;
        Tempo::new(named.lower, named.stretched, named.lift, named.contracted)
            .map_err(A::Error::custom)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    #[serde(deserialize_with = "lower")]
    lower: Pace,
    #[serde(default, deserialize_with = "stretched")]
    stretched: Duration,
    #[serde(deserialize_with = "lift")]
    lift: Pace,
    #[serde(default, deserialize_with = "contracted")]
    contracted: Duration,
}

fn lower<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Pace, D::Error> {
    moving(Field::Lower, deserializer)
}

fn lift<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Pace, D::Error> {
    moving(Field::Lift, deserializer)
}

fn stretched<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
    still(Field::PauseStretched, deserializer)
}

fn contracted<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
    still(Field::PauseContracted, deserializer)
}

fn moving<'de, D: Deserializer<'de>>(field: Field, deserializer: D) -> Result<Pace, D::Error> {
    let text = deserializer.deserialize_any(AmountVisitor { field })?;
    pace(field, &text).map_err(D::Error::custom)
}

fn still<'de, D: Deserializer<'de>>(field: Field, deserializer: D) -> Result<Duration, D::Error> {
    let text = deserializer.deserialize_any(AmountVisitor { field })?;
    pause(field, &text).map_err(D::Error::custom)
}

/// Takes one field as it would be written in a tempo, so that there is one reader of numbers. The shortest decimal that
/// stands for a float is the one that was in the file.
struct AmountVisitor {
    field: Field,
}

impl Visitor<'_> for AmountVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.field {
            Field::Lower | Field::Lift => write!(
                f,
                "seconds, \"explosive\" or \"assisted\" for {}",
                self.field
            ),
            Field::PauseStretched | Field::PauseContracted => {
                write!(f, "seconds for {}", self.field)
            }
        }
    }

    fn visit_i64<E: Error>(self, seconds: i64) -> Result<String, E> {
        Ok(seconds.to_string())
    }

    fn visit_u64<E: Error>(self, seconds: u64) -> Result<String, E> {
        Ok(seconds.to_string())
    }

    fn visit_f64<E: Error>(self, seconds: f64) -> Result<String, E> {
        Ok(seconds.to_string())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        Ok(match text.trim().to_ascii_lowercase().as_str() {
            "explosive" => "X".to_owned(),
            "assisted" => "A".to_owned(),
            other => other.to_owned(),
        })
    }
}
