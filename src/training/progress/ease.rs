//! The intro block: an easier beginning for whoever is new to a slow lowering, or has been away from it.

use super::apply::changed;
use super::plates::lighter;
use super::{Change, Choice, Kind, Offer};
use crate::training::history::{Cited, Intro, LastSet, Lifted, day, in_one_line};
use crate::training::journal::PastSession;
use crate::training::preset::Preset;
use jiff::ToSpan as _;
use jiff::civil::Date;

/// The dose of the first two weeks, from 1 to 2 sets of 6 to 8 (domain: load strategy, 3). Our own choice.
const SETS: u32 = 2;
const REPS: u32 = 6;
/// Sets in the third week.
const THIRD: u32 = 3;
/// Sessions a week in the first two.
const A_WEEK: usize = 2;

/// The offer of a stage of the block, where it makes anything easier.
pub(super) fn offer(
    preset: &Preset,
    lifted: &Lifted,
    past: &[PastSession],
    stage: Intro,
    today: Date,
) -> Option<Offer> {
    let reps = Some(REPS);
    let (kind, change) = match stage {
        Intro::New | Intro::Away(_) | Intro::Running(_) => {
            (Kind::EaseIn, Change::Dose { sets: SETS, reps })
        }
        Intro::Third(_) => {
            let (sets, reps) = (THIRD, None);
            (Kind::ThirdWeek, Change::Dose { sets, reps })
        }
        Intro::Over => return None,
    };
    let easier = changed(preset, change).ok()?;
    let begins = matches!(stage, Intro::New | Intro::Away(_));
    let mut sets = past
        .iter()
        .filter_map(|session| LastSet::of(session, lifted));
    let before = sets.next().and_then(|last| last.load);
    let less = before.as_ref().filter(|_| begins).and_then(lighter);
    if easier.work == preset.work && less.is_none() {
        return None;
    }
    let dose = easier.dose();
    let words = if begins {
        format!("{dose}, lighter")
    } else {
        dose
    };
    let short = match kind {
        Kind::ThirdWeek => format!("Third week: {words}"),
        _ => format!("Ease in: {words}"),
    };
    Some(Offer {
        kind,
        sentence: format!(
            "{}{short}{}",
            opening(stage, lifted, past),
            often(stage, past, lifted, today)
        ),
        short,
        entries: cited(past, lifted),
        choices: vec![Choice {
            change,
            load: less,
            words,
        }],
    })
}

/// What was done the last time, or that there was no such time.
fn opening(stage: Intro, lifted: &Lifted, past: &[PastSession]) -> String {
    match stage {
        Intro::New => "New with a slow lowering. ".to_owned(),
        Intro::Running(first) | Intro::Third(first) => format!("Begun on {}. ", day(first)),
        Intro::Away(_) | Intro::Over => match cited(past, lifted).first() {
            Some(last) => format!("Last here {}: {}. ", day(last.day), last.words),
            None => String::new(),
        },
    }
}

/// That two sessions a week are enough, where there were two.
fn often(stage: Intro, past: &[PastSession], lifted: &Lifted, today: Date) -> String {
    let week_ago = today.checked_sub(7.days()).unwrap_or(Date::MIN);
    let of_week = past.iter().filter(|session| {
        session.session.day > week_ago && session.sets.iter().any(|set| lifted.did(set))
    });
    match (stage, of_week.count()) {
        (Intro::Running(_), count @ A_WEEK..) => {
            format!(". It was done {count} times in 7 days: two a week are enough for now")
        }
        _ => String::new(),
    }
}

/// The last time, in one line.
fn cited(past: &[PastSession], lifted: &Lifted) -> Vec<Cited> {
    let lines = past.iter().filter_map(|session| {
        let line = in_one_line(session.sets.iter().filter(|set| lifted.did(set)));
        (!line.is_empty()).then(|| Cited::new(session.session.day, line))
    });
    lines.take(1).collect()
}
