//! What is known of a preset or a routine besides its timing. It is shown, never computed with.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Whom a preset is for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Anybody.
    #[default]
    General,
    /// A published programme, shown for information: it was tried with people who had a diagnosis.
    Published,
    /// For experts and clinics; hidden until it is asked for.
    Expert,
}

impl Tier {
    /// The word in TOML and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Published => "published",
            Self::Expert => "expert",
        }
    }
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::General => "General",
            Self::Published => "Published programme, for information",
            Self::Expert => "For experts and clinics",
        })
    }
}

/// What it is for, and where its numbers come from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// Whom it is for.
    pub tier: Tier,
    /// What it is for, in one line.
    pub purpose: String,
    /// How often it is done: `3 times a week, 12 weeks`.
    pub schedule: String,
    /// Which of its numbers are published.
    pub published: String,
    /// Which of its numbers are this program's own choice.
    pub ours: String,
    /// Author, year, journal; a DOI where one was checked.
    pub source: String,
    /// How much pain is within the rules of the programme, and when to stop.
    pub pain: String,
}

/// A programme that can be followed from a first day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Programme {
    /// How many weeks it lasts, at least 1.
    pub weeks: u32,
    /// How often a day it is done, at least once.
    pub per_day: u32,
}
