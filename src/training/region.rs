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
///
/// At most three, those that are sore the day after: what an exercise merely steadies is left out, because every region of
/// what is about to be trained is asked about. Our own choice.
pub fn trained(exercise: &Exercise) -> &'static [Region] {
    let named = |names: &[&str]| {
        let mut names = names.iter();
        names.any(|name| name.eq_ignore_ascii_case(&exercise.name))
    };
    let mut rows = TRAINED.iter();
    rows.find(|(names, _)| named(names))
        .map_or(&[], |(_, regions)| regions)
}

/// The exercises that are known, and those of the built-in library, with what each of them trains.
const TRAINED: &[(&[&str], &[Region])] = &[
    (
        &[
            "Squat",
            "Front squat",
            "Goblet squat",
            "Hack squat",
            "Split squat",
            "Bulgarian split squat",
            "Chair squat",
            "Body-weight squat",
            "Lunge",
            "Step-down",
            "Leg press",
        ],
        &[Region::FrontThighs, Region::Glutes],
    ),
    (
        &[
            "Decline squat",
            "Single-leg decline squat",
            "Leg extension",
            "Knee-extension hold",
            "Wall sit",
            "Foam rolling, quads",
            "Hip flexor stretch",
        ],
        &[Region::FrontThighs],
    ),
    (
        &["Romanian deadlift", "Good morning", "Deadlift"],
        &[Region::Hamstrings, Region::Glutes, Region::LowerBack],
    ),
    (
        &["Trap bar deadlift"],
        &[Region::FrontThighs, Region::Glutes, Region::LowerBack],
    ),
    (
        &["Hip thrust", "Glute bridge"],
        &[Region::Glutes, Region::Hamstrings],
    ),
    (
        &[
            "Nordic curl",
            "Leg curl",
            "Seated leg curl",
            "Lying leg curl",
            "Extender",
            "Glider",
            "Foam rolling, hamstrings",
            "Leg swing to the front",
        ],
        &[Region::Hamstrings],
    ),
    (&["Diver"], &[Region::Hamstrings, Region::Glutes]),
    (
        &[
            "Foam rolling, glutes",
            "Foam rolling, outer hip",
            "Hip circle",
        ],
        &[Region::Glutes],
    ),
    (&["Copenhagen", "Leg swing to the side"], &[Region::Groin]),
    (
        &["World's greatest lunge"],
        &[Region::FrontThighs, Region::Groin],
    ),
    (
        &[
            "Heel drop",
            "Heel drop, straight knee",
            "Heel drop, bent knee",
            "Heel raise",
            "Seated heel raise",
            "Standing heel raise",
            "Leg-press heel raise",
            "Two-leg heel raise",
            "One-leg heel raise",
            "Two-up-one-down heel raise",
            "Rebounding heel raise",
            "Heel raise on a towel",
            "Calf machine",
            "Calf stretch",
            "Foam rolling, calf",
        ],
        &[Region::Calves],
    ),
    (
        &["March on the spot"],
        &[Region::FrontThighs, Region::Calves],
    ),
    (
        &[
            "Bench press",
            "Incline bench press",
            "Dumbbell bench press",
            "Floor press",
            "Push-up",
            "Push-up from the floor",
            "Wall push-up",
            "Dip",
        ],
        &[Region::Chest, Region::UpperArms, Region::Shoulders],
    ),
    (&["Chest fly"], &[Region::Chest]),
    (
        &[
            "Pull-up",
            "Chin-up",
            "Row",
            "Seated row",
            "Inverted row",
            "Lat pulldown",
        ],
        &[Region::UpperBack, Region::UpperArms],
    ),
    (
        &["Bent-over row"],
        &[Region::UpperBack, Region::UpperArms, Region::LowerBack],
    ),
    (&["Straight-arm pulldown"], &[Region::UpperBack]),
    (
        &["Overhead press", "Shoulder press"],
        &[Region::Shoulders, Region::UpperArms],
    ),
    (
        &[
            "Lateral raise",
            "Shoulder abduction",
            "Shoulder abduction with band",
            "Arm circle",
        ],
        &[Region::Shoulders],
    ),
    (&["Biceps curl", "Triceps pushdown"], &[Region::UpperArms]),
    (&["Hammer curl"], &[Region::UpperArms, Region::Forearms]),
    (&["Rubber-bar twist", "Wrist lowering"], &[Region::Forearms]),
    (&["Cable crunch", "Chair recline"], &[Region::Trunk]),
    (&["Cat-cow"], &[Region::LowerBack]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::exercise;

    #[test]
    fn every_known_exercise_has_its_regions() {
        for name in exercise::names() {
            let regions = trained(&Exercise::named(name));
            assert!((1..=3).contains(&regions.len()), "{name}: {regions:?}");
        }
    }

    #[test]
    fn a_name_stands_in_one_row_and_finds_it_whatever_its_case() {
        let mut names: Vec<&str> = TRAINED
            .iter()
            .flat_map(|(names, _)| *names)
            .copied()
            .collect();
        for name in &names {
            let lower = Exercise {
                name: name.to_lowercase(),
                ..Exercise::named(name)
            };
            assert_eq!(trained(&lower), trained(&Exercise::named(name)));
        }
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn of_an_unknown_exercise_nothing_is_claimed() {
        for name in ["", "Machine", "Zercher carry"] {
            assert!(trained(&Exercise::named(name)).is_empty());
        }
    }
}
