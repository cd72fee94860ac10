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

pub use known::Known;

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
        known::find(name).map_or_else(
            || Self {
                name: name.split_whitespace().collect::<Vec<_>>().join(" "),
                start: Start::Lower,
                path: Path::Normal,
            },
            |known| Self {
                name: known.name.to_owned(),
                start: known.start,
                path: known.path,
            },
        )
    }

    /// The exercise of which only the tempo is known.
    pub fn unnamed() -> Self {
        Self::named("")
    }

    /// Whether [`Exercise::named`] finds the name or an alias.
    pub fn is_known(name: &str) -> bool {
        known::find(name).is_some()
    }

    /// All exercises that the program knows, in the order in which to list them.
    pub fn known() -> &'static [Known] {
        known::KNOWN
    }

    /// The word on the screen for a motion.
    pub fn word(&self, motion: Motion) -> &'static str {
        self.words(motion).shown
    }

    /// The word to be spoken for a motion, in lower case.
    pub fn spoken(&self, motion: Motion) -> &'static str {
        self.words(motion).spoken
    }

    /// The word on the screen for a lift in a given time: UP, or PULL or PUSH.
    pub fn lift_word(&self) -> &'static str {
        self.word(Motion::Lift)
    }

    /// The word on the screen for the lowering: DOWN, or RETURN.
    pub fn lower_word(&self) -> &'static str {
        self.word(Motion::Lower)
    }

    fn words(&self, motion: Motion) -> Words {
        let (shown, spoken) = match (motion, self.grip()) {
            (Motion::Pause, _) => ("HOLD", "hold"),
            (Motion::Assist, _) => ("RESET", "reset"),
            (Motion::Lower, Grip::Up) => ("DOWN", "down"),
            (Motion::Lower, Grip::Pull | Grip::Push) => ("RETURN", "return"),
            (Motion::Lift, Grip::Up) => ("UP", "up"),
            (Motion::Lift, Grip::Pull) => ("PULL", "pull"),
            (Motion::Lift, Grip::Push) => ("PUSH", "push"),
            (Motion::ExplosiveLift, Grip::Up) => ("UP!", "up"),
            (Motion::ExplosiveLift, Grip::Pull) => ("PULL!", "pull"),
            (Motion::ExplosiveLift, Grip::Push) => ("PUSH!", "push"),
        };
        Words { shown, spoken }
    }

    /// What the lift feels like. On an inverted path the name is all that tells a push from a pull.
    fn grip(&self) -> Grip {
        let name = self.name.to_lowercase();
        match self.path {
            Path::Normal => Grip::Up,
            Path::Inverted if name.contains("push") || name.contains("press") => Grip::Push,
            Path::Inverted => Grip::Pull,
        }
    }
}

/// How the lift moves the handle.
enum Grip {
    Up,
    Pull,
    Push,
}

/// One motion's words.
struct Words {
    shown: &'static str,
    spoken: &'static str,
}
