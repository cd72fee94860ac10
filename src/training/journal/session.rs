//! A session as the journal keeps it: when it was, what it was, and what was said of it afterwards.

use super::{Score, Stamp};
use crate::training::preset::Tier;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How a session came into the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// It was paced here.
    #[default]
    Paced,
    /// It was done elsewhere, with the sound file on the phone, and logged as a whole.
    Elsewhere,
}

/// A session. Its sets are entries of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRecord {
    /// When it began, which names it.
    pub began: Stamp,
    /// The day on which it began, for whoever trained.
    pub day: Date,
    /// When it ended; nothing while it is under way, or where the program was killed.
    pub ended: Option<Stamp>,
    /// The id of the preset or routine, as slug; empty for a bare tempo or a line.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whom it is for, which decides what is asked and how much pain is within its rules.
    pub tier: Tier,
    /// How it came here.
    pub origin: Origin,
    /// How hard it was as a whole (session RPE on the CR-10 scale, Foster 2021); asked afterwards.
    pub effort: Option<Score>,
    /// The worst pain during it; asked in published programmes.
    pub worst_pain: Option<Score>,
    /// The pain right after it; asked in published programmes.
    pub pain_after: Option<Score>,
    /// In somebody's own words; mostly empty.
    pub note: String,
}
