//! How somebody rose: the questions of the morning, each of which may be left unanswered.

use super::{Mass, Score};
use crate::training::region::Region;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Something that stops training and wants more than a rule of thumb (domain: recovery, STOP).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// Somebody looked at the list, and there is none of them.
    None,
    /// Sudden or sharp pain.
    SharpPain,
    /// Swelling.
    Swelling,
    /// Numbness, or loss of strength in one limb.
    Numbness,
    /// Dark, cola-coloured urine.
    DarkUrine,
    /// Pain in the chest.
    ChestPain,
    /// Dizziness.
    Dizziness,
    /// Fever.
    Fever,
}

impl Sign {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::None,
        Self::SharpPain,
        Self::Swelling,
        Self::Numbness,
        Self::DarkUrine,
        Self::ChestPain,
        Self::Dizziness,
        Self::Fever,
    ];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::SharpPain => "sudden or sharp pain",
            Self::Swelling => "swelling",
            Self::Numbness => "numbness, or strength lost in one limb",
            Self::DarkUrine => "dark urine",
            Self::ChestPain => "chest pain",
            Self::Dizziness => "dizziness",
            Self::Fever => "fever",
        }
    }
}

/// What was answered on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Morning {
    /// The day, which names it.
    pub day: Date,
    /// Soreness of each region that was asked about: 0 none, 10 worst imaginable.
    pub soreness: BTreeMap<Region, Score>,
    /// Pain in a joint or a tendon: 0 none, 10 worst imaginable.
    pub joint_pain: Option<Score>,
    /// How the night was: 0 terrible, 10 excellent (an adapted scale: Snyder 2018 asks about seven days).
    pub sleep: Option<Score>,
    /// How long it was, in minutes.
    pub slept_min: Option<u16>,
    /// Perceived recovery: 0 very poorly recovered, 10 very well recovered (Laurent 2011).
    pub recovery: Option<Score>,
    /// A sign that stops training.
    pub sign: Option<Sign>,
    /// Body weight.
    pub weight: Option<Mass>,
    /// Whether the day's protein was eaten.
    pub protein: Option<bool>,
}

impl Morning {
    /// A day on which nothing was answered yet.
    pub fn of(day: Date) -> Self {
        Self {
            day,
            soreness: BTreeMap::new(),
            joint_pain: None,
            sleep: None,
            slept_min: None,
            recovery: None,
            sign: None,
            weight: None,
            protein: None,
        }
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        *self == Self::of(self.day)
    }

    /// The sorest region that was asked about.
    pub fn sorest(&self) -> Option<Score> {
        self.soreness.values().copied().max()
    }
}
