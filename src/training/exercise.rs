//! What is being lifted: which phase a rep begins with, and which way the handle goes.
//!
//! Both belong to the exercise and not to the tempo, whose digits never change. History belongs to the exercise too,
//! and so a name is an alias of another only where both mean the same movement.

mod known;
mod named;
#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Which phase a rep begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Start {
    /// With the first field, as a squat does.
    #[default]
    Lower,
    /// With the third field, as a deadlift does.
    Lift,
}

impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Lower => "lower",
            Self::Lift => "lift",
        })
    }
}

/// A text that is no [`Start`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("A rep starts with \"lower\" or with \"lift\": write one of these")]
pub struct StartError;

impl FromStr for Start {
    type Err = StartError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.trim().to_ascii_lowercase().as_str() {
            "lower" => Ok(Self::Lower),
            "lift" => Ok(Self::Lift),
            _ => Err(StartError),
        }
    }
}

/// Which way the handle goes while the muscle works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Path {
    /// The handle rises with the lift.
    #[default]
    Normal,
    /// The handle falls with the lift: pulldowns, pushdowns, leg curls. Screen, sound and words follow the handle.
    Inverted,
}

/// What the lifter is told to do, as far as the word for it is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Motion {
    /// The first field.
    Lower,
    /// The third field, in a given time.
    Lift,
    /// The third field, as fast as possible.
    ExplosiveLift,
    /// Either pause.
    Pause,
    /// Either moving phase, with help.
    Assist,
}

/// An exercise. Its name may be empty: then nobody said what is lifted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Exercise {
    /// As it is shown, and as the journal keeps it.
    pub name: String,
    /// Which phase a rep begins with.
    pub start: Start,
    /// Which way the handle goes.
    pub path: Path,
}

impl Exercise {
    /// Looks the name up among the known ones, whatever its case, hyphens and blanks, and takes over the known spelling.
    /// An unknown name is kept; it starts with the lowering, on a normal path.
    pub fn named(name: &str) -> Self {
        Self::known(name).unwrap_or_else(|| Self {
            name: name.split_whitespace().collect::<Vec<_>>().join(" "),
            start: Start::Lower,
            path: Path::Normal,
        })
    }

    /// The known exercise of that name; `None` where there is none.
    pub fn known(name: &str) -> Option<Self> {
        known::find(name).map(|known| Self {
            name: known.name.to_owned(),
            start: known.start,
            path: known.path,
        })
    }

    /// The known names that what was typed so far may become: those that begin with it, then those with a word in them
    /// that does. An alias leads to its exercise.
    pub fn suggested(typed: &str) -> Vec<&'static str> {
        known::suggested(typed)
    }

    /// The exercise of which only the tempo is known.
    pub fn unnamed() -> Self {
        Self::named("")
    }

    /// The word on the screen for a motion.
    pub fn word(&self, motion: Motion) -> &'static str {
        match (motion, self.grip()) {
            (Motion::Pause, _) => "HOLD",
            (Motion::Assist, _) => "RESET",
            (Motion::Lower, Grip::Up) => "DOWN",
            (Motion::Lower, Grip::Pull | Grip::Push) => "RETURN",
            (Motion::Lift, Grip::Up) => "UP",
            (Motion::Lift, Grip::Pull) => "PULL",
            (Motion::Lift, Grip::Push) => "PUSH",
            (Motion::ExplosiveLift, Grip::Up) => "UP!",
            (Motion::ExplosiveLift, Grip::Pull) => "PULL!",
            (Motion::ExplosiveLift, Grip::Push) => "PUSH!",
        }
    }

    /// The word on the screen for a lift in a given time: UP, or PULL or PUSH.
    pub fn lift_word(&self) -> &'static str {
        self.word(Motion::Lift)
    }

    /// The word on the screen for the lowering: DOWN, or RETURN.
    pub fn lower_word(&self) -> &'static str {
        self.word(Motion::Lower)
    }

    /// What the lift feels like. On an inverted path the name is all that tells a push from a pull.
    fn grip(&self) -> Grip {
        if self.path == Path::Normal {
            return Grip::Up;
        }
        let name = self.name.to_lowercase();
        if name.contains("push") || name.contains("press") {
            Grip::Push
        } else {
            Grip::Pull
        }
    }
}

/// The names of all exercises that the program knows.
pub fn names() -> impl Iterator<Item = &'static str> {
    known::KNOWN.iter().map(|known| known.name)
}

/// How the lift moves the handle.
enum Grip {
    Up,
    Pull,
    Push,
}
