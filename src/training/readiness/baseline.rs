//! What is usual for a person: the last 28 days, today left out, and how far today is from it.

use super::day::soreness;
use crate::training::journal::{Diary, Morning};
use crate::training::region::Region;
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::ops::Range;

/// How many days the baseline goes back.
const WINDOW: i64 = 28;
/// How many entries it takes.
pub(super) const ENOUGH: usize = 10;
/// A spread below this is not believed: the typical error of one answer is about a point.
const LEAST_SPREAD: f64 = 1.0;
/// From here on down, in spreads below the usual, a number is unusual.
const UNUSUAL: f64 = -1.5;

/// The days of the baseline of a day.
pub(super) fn window(today: Date) -> Range<Date> {
    let from = today.checked_sub(WINDOW.days());
    from.unwrap_or(Date::MIN)..today
}

/// What is asked every morning and has a baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Item {
    /// The soreness of what is about to be trained.
    Soreness,
    /// Pain in a joint or a tendon.
    JointPain,
    /// How the night was.
    Sleep,
    /// Perceived recovery.
    Recovery,
}

impl Item {
    /// All of them, in the order of the questions.
    pub const ALL: [Self; 4] = [Self::Soreness, Self::JointPain, Self::Sleep, Self::Recovery];

    /// What was answered, from 0 to 10.
    pub(super) fn of(self, morning: &Morning, regions: Option<&[Region]>) -> Option<u8> {
        match self {
            Self::Soreness => soreness(morning, regions).map(|(_, score)| score),
            Self::JointPain => morning.joint_pain,
            Self::Sleep => morning.sleep,
            Self::Recovery => morning.recovery,
        }
        .map(u8::from)
    }

    /// Whether a higher number is the worse one.
    fn high_is_worse(self) -> bool {
        matches!(self, Self::Soreness | Self::JointPain)
    }

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Soreness => "soreness",
            Self::JointPain => "joint or tendon pain",
            Self::Sleep => "sleep quality",
            Self::Recovery => "recovery",
        }
    }
}

/// A number that is unusually bad for this person.
#[derive(Debug, Clone, PartialEq)]
pub struct Unusual {
    /// What was asked.
    pub item: Item,
    /// Today's answer.
    pub today: u8,
    /// The mean of the baseline.
    pub usual: f64,
}

/// How much is known of what is usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Baseline {
    /// Enough, from so many mornings.
    Ready(usize),
    /// Not enough yet.
    New(usize),
    /// Not enough any more: there was a break. Of mornings beyond the diary's eight weeks only the number is known, and ten of them
    /// are taken for a baseline that was.
    Rebuilding(usize),
}

impl Baseline {
    /// What is known on a day.
    pub fn of(diary: &Diary, today: Date) -> Self {
        let days: Vec<Date> = diary
            .mornings
            .iter()
            .filter(|morning| morning.day < today && is_entry(morning))
            .map(|morning| morning.day)
            .collect();
        let within = |window: Range<Date>| days.iter().filter(|day| window.contains(day)).count();
        let entries = within(window(today));
        let ended = |day: &Date| {
            day.tomorrow()
                .is_ok_and(|end| within(window(end)) >= ENOUGH)
        };
        if entries >= ENOUGH {
            Self::Ready(entries)
        } else if diary.earlier >= ENOUGH || days.iter().any(ended) {
            Self::Rebuilding(entries)
        } else {
            Self::New(entries)
        }
    }

    /// Whether it holds enough.
    pub fn is_ready(self) -> bool {
        matches!(self, Self::Ready(_))
    }

    /// How many entries it has, and how many it takes.
    pub fn entries(self) -> (usize, usize) {
        let (Self::Ready(entries) | Self::New(entries) | Self::Rebuilding(entries)) = self;
        (entries, ENOUGH)
    }
}

/// Whether any of what has a baseline was answered.
fn is_entry(morning: &Morning) -> bool {
    Item::ALL
        .iter()
        .any(|item| item.of(morning, None).is_some())
}

/// What is unusually bad today, where there is a baseline. An item that was answered on fewer than ten of the days before has no baseline of its own.
pub(super) fn unusual(diary: &Diary, today: &Morning, regions: Option<&[Region]>) -> Vec<Unusual> {
    let window = window(today.day);
    let past = || {
        let mornings = diary.mornings.iter();
        mornings.filter(|morning| window.contains(&morning.day))
    };
    let of = |item: Item| {
        let now = item.of(today, regions)?;
        let before: Vec<f64> = past()
            .filter_map(|morning| item.of(morning, regions))
            .map(f64::from)
            .collect();
        let usual = Usual::of(&before)?;
        let above = (f64::from(now) - usual.mean) / usual.spread;
        let z = if item.high_is_worse() { -above } else { above };
        (z <= UNUSUAL).then_some(Unusual {
            item,
            today: now,
            usual: usual.mean,
        })
    };
    Item::ALL.into_iter().filter_map(of).collect()
}

/// Mean and sample standard deviation, the latter at least a point.
struct Usual {
    mean: f64,
    spread: f64,
}

impl Usual {
    fn of(answers: &[f64]) -> Option<Self> {
        if answers.len() < ENOUGH {
            return None;
        }
        let count = f64::from(u32::try_from(answers.len()).ok()?);
        let mean = answers.iter().sum::<f64>() / count;
        let squares: f64 = answers.iter().map(|answer| (answer - mean).powi(2)).sum();
        let spread = (squares / (count - 1.0)).sqrt().max(LEAST_SPREAD);
        Some(Self { mean, spread })
    }
}
