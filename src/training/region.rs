//! Regions of the body: where soreness is asked about, and which of them an exercise trains.

use super::exercise::Exercise;
use serde::{Deserialize, Serialize};

/// A region of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// The calves.
    Calves,
    /// The front of the thighs.
    FrontThighs,
    /// The back of the thighs.
    Hamstrings,
    /// The inside of the thighs.
    Groin,
    /// The buttocks.
    Glutes,
    /// The lower back.
    LowerBack,
    /// The upper back.
    UpperBack,
    /// The belly and its sides.
    Trunk,
    /// The chest.
    Chest,
    /// The shoulders.
    Shoulders,
    /// The upper arms.
    UpperArms,
    /// The forearms.
    Forearms,
}

impl Region {
    /// All of them, from the ground up.
    pub const ALL: [Self; 12] = [
        Self::Calves,
        Self::FrontThighs,
        Self::Hamstrings,
        Self::Groin,
        Self::Glutes,
        Self::LowerBack,
        Self::UpperBack,
        Self::Trunk,
        Self::Chest,
        Self::Shoulders,
        Self::UpperArms,
        Self::Forearms,
    ];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Calves => "calves",
            Self::FrontThighs => "front thighs",
            Self::Hamstrings => "hamstrings",
            Self::Groin => "groin",
            Self::Glutes => "glutes",
            Self::LowerBack => "lower back",
            Self::UpperBack => "upper back",
            Self::Trunk => "trunk",
            Self::Chest => "chest",
            Self::Shoulders => "shoulders",
            Self::UpperArms => "upper arms",
            Self::Forearms => "forearms",
        }
    }
}

/// The regions that an exercise trains, the foremost first; empty where that is not known.
pub fn trained(_exercise: &Exercise) -> &'static [Region] {
    &[]
}
