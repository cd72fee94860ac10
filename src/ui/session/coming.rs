//! What comes next, and what is to be known about it: the exercise, the set, its reps, the load, the preset's own words.

use super::super::pacing::Sentence;
use super::look;
use crate::app::session::Session;
use crate::training::prescription::Scheme;
use crate::training::preset::{Goal, Preset, Side, Sides};
use crate::training::text::visible as harmless;
use crate::training::timeline::{Segment, SegmentKind, Timeline};
use std::time::Duration;

/// What comes after a wait: `Next: set 2 of 3 · 8 reps · DOWN first`, in a superset with the name of the exercise.
pub(super) fn next(session: &Session, clock: Duration) -> Option<Sentence> {
    let timeline = session.transport.timeline();
    let here = session.segment(clock);
    let work = timeline.next_work(session.transport.position_at(clock))?;
    if let Some(within) = here.filter(|here| here.same_bout(work)) {
        return Some(next_rep(session, within, work));
    }
    let other = here.filter(|here| here.part != work.part);
    let name = other.map_or_else(String::new, |_| {
        format!(
            "{} · ",
            harmless(&session.routine.called(usize::from(work.part)))
        )
    });
    let [long, middle, short] = set(timeline, work);
    Some(Sentence::new(
        [
            format!("Next: {name}{long}"),
            format!("Next: {name}{middle}"),
            format!("Next: {name}{short}"),
            format!("Next: {}", name.trim_end_matches(" · ")),
            format!("Next: {short}"),
        ]
        .into_iter()
        .filter(|words| words != "Next: "),
    ))
}

/// The rep behind a pause within a set, and how much weight comes off before it.
fn next_rep(session: &Session, here: &Segment, work: &Segment) -> Sentence {
    let timeline = session.transport.timeline();
    let rep = format!("Next: rep {} of {}", work.rep, timeline.reps_planned(work));
    let set = format!("still set {} of {}", here.set, timeline.sets(here));
    match percent_off(session, here) {
        Some(percent) => Sentence::new([
            format!("{rep} · {percent} % lighter · {set}"),
            format!("{rep} · {percent} % lighter"),
            format!("{percent} % lighter"),
        ]),
        None => Sentence::new([format!("{rep} · {set}"), rep]),
    }
}

/// A set in words, from the longest wording to the shortest.
fn set(timeline: &Timeline, work: &Segment) -> [String; 3] {
    let side = work.side.map_or_else(String::new, |side| {
        format!(" · {}", side.as_str().to_uppercase())
    });
    let set = format!("set {} of {}{side}", work.set, timeline.sets(work));
    let reps = reps(timeline, work);
    let first = match work.kind {
        SegmentKind::Hold | SegmentKind::Beat => String::new(),
        _ => format!(" · {} first", look(timeline, work).2),
    };
    [
        format!("{set} · {reps}{first}"),
        format!("{set} · {reps}"),
        set,
    ]
}

/// `8 reps`, `6–8 reps`, `AMRAP`.
fn reps(timeline: &Timeline, work: &Segment) -> String {
    let planned = timeline.reps_planned(work);
    let noun = match work.kind {
        SegmentKind::Hold => "hold",
        SegmentKind::Beat if !work.is_own_pace() => "stroke",
        _ => "rep",
    };
    let plural = if planned == 1 { "" } else { "s" };
    match timeline.goal(work) {
        Goal::Exactly => format!("{planned} {noun}{plural}"),
        Goal::AtLeast(least) => format!("{least}–{planned} {noun}s"),
        Goal::AsMany => "AMRAP".to_owned(),
        Goal::AsTolerated => format!("up to {planned} {noun}{plural}"),
    }
}

/// What is to be known of the set that comes: when to end it, and how heavy it is.
pub(super) fn circumstances(session: &Session, clock: Duration) -> Vec<Sentence> {
    let timeline = session.transport.timeline();
    let within = |work: &&Segment| {
        session
            .segment(clock)
            .is_some_and(|here| here.same_bout(work))
    };
    let work = timeline.next_work(session.transport.position_at(clock));
    let Some(work) = work.filter(|work| !within(work)) else {
        return Vec::new();
    };
    let part = timeline.part(work);
    let load = part
        .map(|part| harmless(&part.load))
        .filter(|load| !load.is_empty() && !super::beside::says_load(session, load));
    let what = if super::beside::asks_for_load(session) {
        "Planned"
    } else {
        "LOAD"
    };
    let load = load.map(|load| Sentence::from(format!("{what} {load}")));
    goal(timeline, work).into_iter().chain(load).collect()
}

/// Where the end of a set is the lifter's decision: how it is made.
fn goal(timeline: &Timeline, work: &Segment) -> Option<Sentence> {
    let planned = timeline.reps_planned(work);
    Some(match timeline.goal(work) {
        Goal::Exactly => return None,
        Goal::AtLeast(least) => Sentence::new([
            format!("{least} to {planned} reps: x ends the set"),
            format!("{least} to {planned}: x ends"),
        ]),
        Goal::AsMany => Sentence::new([
            "As many reps as you can: x ends the set",
            "All you can: x ends",
        ]),
        Goal::AsTolerated => Sentence::new([
            format!("As many as you tolerate, {planned} at most: x ends the set"),
            format!("Up to {planned} as tolerated: x ends the set"),
            format!("Up to {planned}: x ends"),
        ]),
    })
}

/// The exercise that comes next, and what opens the gate before it: `NEXT Row · 3-0-1-1 · L first · 24 kg · SPACE when
/// ready`. Beneath it its first set.
pub(super) fn exercise(session: &Session, change: &Segment) -> Vec<Sentence> {
    let timeline = session.transport.timeline();
    let step = usize::from(change.part);
    let (Some(preset), Some(work)) = (
        session.routine.presets().nth(step),
        timeline.next_work(change.end),
    ) else {
        return Vec::new();
    };
    let name = session.routine.called(step);
    let name = harmless(&name);
    let pace = timeline
        .tempo(work)
        .map_or_else(|| preset.dose(), |tempo| tempo.to_string());
    let (side, load) = (side(preset), harmless(&preset.load));
    let joined = |parts: &[&str]| {
        let parts = parts.iter().filter(|part| !part.is_empty());
        parts.copied().collect::<Vec<_>>().join(" · ")
    };
    let told = [
        joined(&[&name, &pace, side, &load]),
        joined(&[&name, side, &load]),
        joined(&[&name, side]),
        name.to_string(),
    ];
    let first = if change.gate {
        let ready = told
            .iter()
            .map(|told| format!("NEXT {told} · SPACE when ready"));
        let short = [
            format!("NEXT {name} · SPACE"),
            format!("{name} · SPACE"),
            "SPACE when ready".to_owned(),
            "SPACE".to_owned(),
        ];
        Sentence::question(ready.chain(short))
    } else {
        Sentence::new(told.map(|told| format!("Next: {told}")))
    };
    let [long, middle, short] = set(timeline, work).map(|words| capital(&words));
    std::iter::once(first)
        .chain([Sentence::new([long, middle, short])])
        .collect()
}

/// Which side begins.
fn side(preset: &Preset) -> &'static str {
    match preset.sides {
        Sides::Both => "",
        Sides::Each(Side::Left) | Sides::Alternating(Side::Left) => "L first",
        Sides::Each(Side::Right) | Sides::Alternating(Side::Right) => "R first",
        Sides::Only(Side::Left) => "L only",
        Sides::Only(Side::Right) => "R only",
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// The preset's own sentence, with the side at work in its place.
pub(super) fn cue(session: &Session, here: &Segment) -> Option<Sentence> {
    let part = session.transport.timeline().part(here)?;
    let side = here
        .side
        .map_or_else(String::new, |side| side.as_str().to_uppercase());
    let words = part.cue.replace("{side}", &side);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then(|| harmless(&words).into_owned().into())
}

/// How much weight comes off in a pause of a drop set.
pub(super) fn percent_off(session: &Session, here: &Segment) -> Option<u32> {
    if here.kind != SegmentKind::Change || here.is_change_of_exercise() {
        return None;
    }
    let preset = session.routine.presets().nth(usize::from(here.part))?;
    let set = usize::try_from(here.set).ok()?.checked_sub(1)?;
    match preset.work.scheme(set)? {
        Scheme::Drop { percent, .. } => Some(*percent),
        Scheme::Straight(_) | Scheme::Cluster { .. } => None,
    }
}
