//! The intro block: the first weeks of an exercise with a slow lowering, or the first weeks of it after a break.

use super::{Lifted, is_eccentric, slowest_of};
use crate::training::journal::PastSession;
use jiff::civil::Date;

/// More days than these without the exercise are a break: three weeks (domain: load strategy, 3).
const BREAK: i32 = 21;
/// The intro block lasts two weeks; in the third there are three sets. Our own choice.
const BLOCK: i32 = 14;
const THIRD_WEEK: i32 = 21;

/// The most reps of a set in the easy dose of the first two weeks. Our own choice.
pub const EASED_REPS: u32 = 6;

/// Where somebody is with an exercise and a slow lowering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intro {
    /// It was never done this slowly.
    New,
    /// It was done so more than three weeks ago, on this day last.
    Away(Date),
    /// It began, anew or for the first time, less than two weeks ago, on this day.
    Running(Date),
    /// It is in its third week.
    Third(Date),
    /// It has been done for longer.
    Over,
}

impl Intro {
    /// Whether the numbers of the intro block hold: its first two weeks.
    pub fn is_running(self) -> bool {
        matches!(self, Self::New | Self::Away(_) | Self::Running(_))
    }
}

/// Where somebody is on a day; `sessions` has the latest first.
pub fn intro<'s>(
    sessions: impl IntoIterator<Item = &'s PastSession>,
    lifted: &Lifted,
    today: Date,
) -> Intro {
    let slow = |session: &&PastSession| {
        let mut sets = session.sets.iter();
        sets.any(|set| lifted.did(set) && is_eccentric(slowest_of(set)))
    };
    let mut days = sessions
        .into_iter()
        .filter(slow)
        .map(|session| session.session.day);
    let Some(latest) = days.next() else {
        return Intro::New;
    };
    if between(latest, today) > BREAK {
        return Intro::Away(latest);
    }
    let mut first = latest;
    for day in days {
        if between(day, first) > BREAK {
            break;
        }
        first = day;
    }
    match between(first, today) {
        ..BLOCK => Intro::Running(first),
        BLOCK..THIRD_WEEK => Intro::Third(first),
        _ => Intro::Over,
    }
}

/// Days from one day to a later one.
fn between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}
