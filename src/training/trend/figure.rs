//! The figures, their titles, and what has to be said beside each of them.

use super::Sentence;
use crate::training::evidence::Topic;

/// One of the charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Figure {
    /// How heavy the chosen exercise was.
    #[default]
    Load,
    /// The most clean reps of it.
    Bests,
    /// Time under tension by phase.
    Tension,
    /// The days of training.
    Calendar,
    /// How hard the sessions were.
    Effort,
    /// Soreness after the seconds of lowering.
    Soreness,
    /// Pain during, after, and on the morning.
    Pain,
    /// The nights.
    Sleep,
    /// Practised seconds.
    Accuracy,
}

impl Figure {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::Load,
        Self::Bests,
        Self::Tension,
        Self::Calendar,
        Self::Effort,
        Self::Soreness,
        Self::Pain,
        Self::Sleep,
        Self::Accuracy,
    ];

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Load => "Load",
            Self::Bests => "Clean reps",
            Self::Tension => "Time under tension",
            Self::Calendar => "Training days",
            Self::Effort => "Session load",
            Self::Soreness => "Soreness after lowering",
            Self::Pain => "Pain",
            Self::Sleep => "Sleep",
            Self::Accuracy => "Practised seconds",
        }
    }

    /// What is said of where it comes from.
    pub fn topic(self) -> Topic {
        match self {
            Self::Load => Topic::Progress,
            Self::Bests => Topic::Reserve,
            Self::Tension => Topic::Tension,
            Self::Calendar => Topic::Spacing,
            Self::Effort => Topic::Effort,
            Self::Soreness => Topic::Soreness,
            Self::Pain => Topic::Pain,
            Self::Sleep => Topic::Sleep,
            Self::Accuracy => Topic::Metronome,
        }
    }

    /// What has to be said beside it. Where the short form is empty, the long one may be left out where there is no room.
    pub fn caveat(self) -> Option<Sentence> {
        let (long, short) = match self {
            // Minutes include rests (domain: derived numbers).
            Self::Effort => (
                "Effort (0 to 10) times minutes. The minutes include rests, so slow tempos with long rests raise it.",
                "Effort × minutes, rests included.",
            ),
            // What must not be claimed: that soreness is growth, or its absence a wasted session.
            Self::Soreness => (
                "Soreness is no measure of what training did: none is no failure, and more is no success. A morning may \
                 follow several days of training.",
                "Soreness does not measure progress.",
            ),
            Self::Sleep => (
                "Quality: 0 terrible, 10 excellent, asked each morning (adapted from a scale for seven days).",
                "",
            ),
            Self::Pain => (
                "0 none, 10 the worst imaginable; the worst that was said. A dash: it was not asked or answered.",
                "",
            ),
            Self::Bests => (
                "A clean rep was done, and nobody marked the tempo as broken in it.",
                "",
            ),
            Self::Load => ("The heaviest set of each session that counts.", ""),
            Self::Tension => (
                "Of the reps that were done: moving phases and loaded pauses, all exercises.",
                "",
            ),
            Self::Accuracy => (
                "Without sound or picture: how long each phase was felt, against what was meant.",
                "",
            ),
            Self::Calendar => return None,
        };
        Some(Sentence::new(long, short))
    }

    /// Whether it is about the chosen exercise alone.
    pub fn is_of_exercise(self) -> bool {
        matches!(self, Self::Load | Self::Bests)
    }
}
