//! The clauses of the rule, in its order, each with the words of the rule itself and where its number comes from.

use super::{Item, Verdict};

/// A clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Clause {
    /// A sign that stops training.
    Sign,
    /// Joint or tendon pain of 6 or more, now.
    PainNow,
    /// Joint or tendon pain above the ceiling, today or in the last session.
    PainAboveCeiling,
    /// Joint or tendon pain not back to its usual level on the morning behind the last session.
    PainNextMorning,
    /// Joint or tendon pain rises from week to week.
    PainRising,
    /// Soreness of 7 or more in what is about to be trained.
    VerySore,
    /// Two unusual numbers, with soreness of 4 or more or recovery of 4 or less.
    UnusualAndBad,
    /// Soreness from 4 to 6 in what is about to be trained.
    Sore,
    /// Two unusual numbers.
    Unusual,
    /// A set of the last session ended before its goal, or was never begun.
    CutShort,
    /// Less than 48 hours since the same muscle was lowered slowly.
    Recent,
    /// The first two weeks.
    Intro,
    /// No other clause hit.
    Nothing,
    /// Two reps to spare twice.
    SpareTwice,
    /// Soreness of 3 or less.
    LittleSore,
    /// Joint or tendon pain of 2 or less, and not rising.
    LittlePain,
    /// Fewer than two unusual numbers.
    FewUnusual,
    /// Two or more reps left in the last set.
    RepsLeft,
}

impl Clause {
    /// What it leads to.
    pub fn verdict(self) -> Verdict {
        match self {
            Self::Sign | Self::PainNow => Verdict::Stop,
            Self::PainAboveCeiling
            | Self::PainNextMorning
            | Self::PainRising
            | Self::VerySore
            | Self::UnusualAndBad => Verdict::BackOff,
            Self::Sore
            | Self::Unusual
            | Self::CutShort
            | Self::Recent
            | Self::Intro
            | Self::Nothing => Verdict::Hold,
            Self::SpareTwice
            | Self::LittleSore
            | Self::LittlePain
            | Self::FewUnusual
            | Self::RepsLeft => Verdict::Progress,
        }
    }

    /// The answer that it acts on, where it is a single one.
    pub(super) fn item(self) -> Option<Item> {
        match self {
            Self::VerySore | Self::Sore => Some(Item::Soreness),
            Self::PainNow | Self::PainAboveCeiling | Self::PainNextMorning | Self::PainRising => {
                Some(Item::JointPain)
            }
            _ => None,
        }
    }

    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Sign => "sign",
            Self::PainNow => "pain-now",
            Self::PainAboveCeiling => "pain-above-ceiling",
            Self::PainNextMorning => "pain-next-morning",
            Self::PainRising => "pain-rising",
            Self::VerySore => "very-sore",
            Self::UnusualAndBad => "unusual-and-bad",
            Self::Sore => "sore",
            Self::Unusual => "unusual",
            Self::CutShort => "cut-short",
            Self::Recent => "recent",
            Self::Intro => "intro",
            Self::Nothing => "nothing",
            Self::SpareTwice => "spare-twice",
            Self::LittleSore => "little-sore",
            Self::LittlePain => "little-pain",
            Self::FewUnusual => "few-unusual",
            Self::RepsLeft => "reps-left",
        }
    }

    /// The rule as it is written, with the source of its number.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Sign => "any of the signs that stop training (our own list)",
            Self::PainNow => "joint or tendon pain of 6 or more now (our own number)",
            Self::PainAboveCeiling => {
                "joint or tendon pain above the ceiling, today or in the last session: 5 in published programmes (Thomeé 1997; Silbernagel 2007), 3 in all others (our own number)"
            }
            Self::PainNextMorning => {
                "joint or tendon pain not back to its usual level by the next morning (Silbernagel 2007); usual is what 9 of 10 mornings do not exceed, and a point more (our own definition)"
            }
            Self::PainRising => {
                "joint or tendon pain rising from week to week (Silbernagel 2007): upwards for one to three weeks, in the mornings by 1.5 points in all, during sessions by 2 (our own numbers)"
            }
            Self::VerySore => {
                "soreness of 7 or more in a muscle about to be trained (our own number)"
            }
            Self::UnusualAndBad => {
                "two or more unusual answers, with soreness of 4 or more or recovery of 4 or less (our own numbers, found by simulation)"
            }
            Self::Sore => "soreness from 4 to 6 in a muscle about to be trained (our own numbers)",
            Self::Unusual => {
                "two or more unusual answers: 1.5 standard deviations worse than your last 28 days (our own numbers, found by simulation)"
            }
            Self::CutShort => {
                "the last session was cut short: a set ended before its goal, or there were fewer than its own preset planned"
            }
            Self::Recent => {
                "less than 48 hours since the same muscle was lowered slowly, for 3 s or more (soreness is greatest after 24 to 72 h; the 3 s are our own)"
            }
            Self::Intro => {
                "the first two weeks of a slow lowering, or after three weeks without it (our own numbers)"
            }
            Self::Nothing => "no other clause hits",
            Self::SpareTwice => {
                "two reps to spare in the last set of two sessions in a row, at the same load, tempo and goal (the 2-for-2 rule)"
            }
            Self::LittleSore => {
                "soreness of 3 or less in a muscle about to be trained (our own number)"
            }
            Self::LittlePain => {
                "joint or tendon pain of 2 or less, and not rising (our own number)"
            }
            Self::FewUnusual => "fewer than two unusual answers",
            Self::RepsLeft => "two or more reps left in the last set (our own number)",
        }
    }
}
