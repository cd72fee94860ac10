//! An exercise in a file: `exercise = "Deadlift"`, or
//! `exercise = { name = "Belt squat", start = "lift", path = "inverted" }`.
//!
//! What the table leaves out is what the program knows of the name.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor, value::MapAccessDeserializer};

use super::{Exercise, Path, Start};

impl<'de> Deserialize<'de> for Exercise {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ExerciseVisitor)
    }
}

struct ExerciseVisitor;

impl<'de> Visitor<'de> for ExerciseVisitor {
    type Value = Exercise;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the exercise's name in quotes, or { name = \"Belt squat\", start = \"lower\", path = \"normal\" }")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Exercise, E> {
        Ok(Exercise::named(name))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Exercise, A::Error> {
        let table = Table::deserialize(MapAccessDeserializer::new(map))?;
        let known = Exercise::named(&table.name);
        Ok(Exercise {
            start: table.start.unwrap_or(known.start),
            path: table.path.unwrap_or(known.path),
            name: known.name,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    name: String,
    start: Option<Start>,
    path: Option<Path>,
}
