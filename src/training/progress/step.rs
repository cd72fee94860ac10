//! One small step: a rep, the smallest plate, or a second.

use super::apply::{aimed, changed};
use super::plates::{Share, heavier};
use super::{Change, Choice, Kind, Offer};
use crate::training::history::{LastSet, Lifted, slowest, spare_twice};
use crate::training::journal::PastSession;
use crate::training::length::seconds;
use crate::training::prescription::{Pacing, Reps, Scheme};
use crate::training::preset::{Goal, Preset};
use crate::training::text::visible;
use std::time::Duration;
use unicode_width::UnicodeWidthStr as _;

/// Reps left in the last set that a step takes.
const LEFT: u8 = 2;
/// So many reps above what the preset says, the load comes before a further rep. Our own choice.
const REPS_FIRST: u32 = 2;
/// One step of the lowering.
const SECOND: Duration = Duration::from_secs(1);
/// Columns of the narrowest screen.
const NARROW: usize = 40;

/// The offer where 2-for-2 is met at the tempo that is about to be trained.
pub(super) fn offer(preset: &Preset, lifted: &Lifted, past: &[PastSession]) -> Option<Offer> {
    let [latest, before] = spare_twice(past, lifted)?;
    let enough = latest.reserve.is_some_and(|left| left >= LEFT);
    if !enough || written(preset)? != latest.tempo {
        return None;
    }
    let mut choices = Vec::new();
    let load = load(&latest, aimed(&preset.work));
    match reps(preset, &latest) {
        Some((rep, First::Rep)) => {
            choices.push(rep);
            choices.extend(load);
        }
        Some((rep, First::Load)) => {
            choices.extend(load);
            choices.push(rep);
        }
        None => choices.extend(load),
    }
    choices.extend(second(preset));
    let words: Vec<&str> = choices.iter().map(|choice| choice.words.as_str()).collect();
    let first = (*words.first()?).to_owned();
    let all = words.join(", or ");
    let one = if words.len() > 1 { ": one of them" } else { "" };
    Some(Offer {
        kind: Kind::Step,
        sentence: format!("Two reps to spare, twice. If you wish: {all}{one}"),
        short: if all.width() <= NARROW { all } else { first },
        entries: vec![latest.cited(lifted), before.cited(lifted)],
        choices,
    })
}

/// The tempo of the last set as a record writes it; nothing where reps are holds or strokes.
fn written(preset: &Preset) -> Option<String> {
    let work = &preset.work;
    match &work.pacing {
        Pacing::OwnPace => Some(String::new()),
        Pacing::Hold(_) | Pacing::Strokes(_) => None,
        Pacing::ByRep(tempos) => {
            let tempos: Vec<String> = tempos.iter().map(ToString::to_string).collect();
            Some(tempos.join(">"))
        }
        Pacing::Tempo(_) | Pacing::BySet(_) => {
            let last = usize::try_from(work.sets).ok()?.checked_sub(1)?;
            work.tempo(last, 0).map(|tempo| tempo.to_string())
        }
    }
}

/// Which step comes first.
enum First {
    Rep,
    Load,
}

/// A rep more than the last time, and whether that comes before more load. Within a range that goes on to its end.
fn reps(preset: &Preset, latest: &LastSet) -> Option<(Choice, First)> {
    let work = &preset.work;
    let written = aimed(work)?;
    let last = usize::try_from(work.sets).ok()?.checked_sub(1)?;
    let scheme = work.scheme(last)?;
    let most = match (scheme, latest.goal) {
        (Scheme::Straight(Reps::Range { most, .. }), Goal::AtLeast(_)) => Some(*most),
        _ => None,
    };
    let reached = most.map_or(latest.planned, |_| latest.reps);
    let aim = reached.checked_add(1)?;
    if most.is_some_and(|most| aim > most) {
        return None;
    }
    let first = if most.is_some() || aim <= written.saturating_add(REPS_FIRST) {
        First::Rep
    } else {
        First::Load
    };
    let change = Change::Reps(aim);
    changed(preset, change).ok()?;
    let words = format!("{aim} reps");
    let choice = Choice {
        change,
        load: None,
        words,
    };
    Some((choice, first))
}

/// The smallest plate more, at the reps that the preset aims at: that is said where they were more the last time.
fn load(latest: &LastSet, aim: Option<u32>) -> Option<Choice> {
    let heavier = heavier(latest.load.as_ref()?)?;
    let more = visible(&heavier.load.to_string()).into_owned();
    let words = match heavier.share {
        Share::Small | Share::Unknown => more,
        Share::Big => format!("{more} (over 5 %, but nothing smaller is usual)"),
    };
    let fewer = aim.filter(|aim| latest.aimed().is_some_and(|before| before > *aim));
    let back = fewer.map_or_else(String::new, |aim| format!(" for {aim} reps"));
    Some(Choice {
        change: Change::Load,
        load: Some(heavier.load),
        words: format!("{words}{back}"),
    })
}

/// A second of lowering more.
fn second(preset: &Preset) -> Option<Choice> {
    let now = slowest(preset.work.tempos().iter().copied()).filter(|now| !now.is_zero())?;
    let change = Change::Lowering(SECOND);
    let slower = changed(preset, change).ok()?;
    let then = slowest(slower.work.tempos().iter().copied())?;
    let lower = preset.exercise.lower_word().to_lowercase();
    (then > now).then(|| Choice {
        change,
        load: None,
        words: format!("{} s {lower}", seconds(then)),
    })
}
