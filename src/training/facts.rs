//! What there is to say of a preset or a routine, under a heading each: what it is for, what is done, how long it takes, and
//! where its numbers come from.

use super::exercise::Start;
use super::length::{clock, seconds};
use super::prescription::{Pacing, Rest};
use super::preset::{Preset, Side, Sides, Tier};
use super::routine::{Routine, Step};
use super::tempo::{Pace, Tempo};
use super::timeline::{Tension, Timeline};
use std::time::Duration;

/// The facts, most important first. A programme is told as it is in the week that it was resolved to.
pub fn of(routine: &Routine, timeline: &Timeline) -> Vec<(&'static str, String)> {
    let about = &routine.about;
    let mut facts = vec![("For", about.purpose.clone())];
    if about.tier != Tier::General {
        facts.push(("Tier", about.tier.to_string()));
    }
    match routine.as_solo() {
        Some(preset) => facts.extend([
            ("Exercise", preset.exercise.name.clone()),
            ("Tempo", tempos(preset)),
            ("Work", work(preset)),
            ("Load", preset.load.clone()),
        ]),
        None => facts.extend(routine.steps.iter().map(|step| ("Step", one_line(step)))),
    }
    facts.extend([
        ("Schedule", about.schedule.clone()),
        ("Total", total(timeline)),
        ("Tension", tension(timeline)),
        ("Published", about.published.clone()),
        ("Ours", about.ours.clone()),
        ("Pain rule", about.pain.clone()),
        ("Source", about.source.clone()),
    ]);
    facts.retain(|(_, text)| !text.is_empty());
    facts
}

/// `A Row · 3-0-1-1 · 3×10/side · rest 1:30 · 24 kg`.
fn one_line(step: &Step) -> String {
    let preset = &step.preset;
    let group = step.group.map(|group| format!("{} ", group.letter()));
    let load = Some(&preset.load).filter(|load| !load.is_empty());
    format!(
        "{}{} · {} · {}{}{}",
        group.unwrap_or_default(),
        preset.name,
        preset.pace(),
        preset.dose(),
        rest(preset).replace(", ", " · "),
        load.map_or_else(String::new, |load| format!(" · {load}")),
    )
}

/// Every tempo in words.
fn tempos(preset: &Preset) -> String {
    let start = preset.exercise.start;
    let tempos = preset.work.tempos().iter();
    tempos
        .map(|tempo| spelled(*tempo, start))
        .collect::<Vec<_>>()
        .join("; ")
}

/// `4-0-1-0: 4 s down, 1 s up`, in the order in which it is done.
fn spelled(tempo: Tempo, start: Start) -> String {
    let moving = |pace: Pace, way: &str| match pace {
        Pace::Timed(length) if length.is_zero() => None,
        Pace::Timed(length) => Some(format!("{} s {way}", seconds(length))),
        Pace::Explosive => Some(format!("{way} as fast as possible")),
        Pace::Assisted => Some(format!("{way} with help")),
    };
    let held =
        |length: Duration| (!length.is_zero()).then(|| format!("{} s pause", seconds(length)));
    let mut phases = [
        moving(tempo.lower(), "lowering"),
        held(tempo.stretched()),
        moving(tempo.lift(), "lifting"),
        held(tempo.contracted()),
    ];
    if start == Start::Lift {
        phases.rotate_left(2);
    }
    format!(
        "{tempo}: {}",
        phases.into_iter().flatten().collect::<Vec<_>>().join(", ")
    )
}

/// `3 sets of 8 reps on each side, rest 2:00`.
fn work(preset: &Preset) -> String {
    let work = &preset.work;
    let side = match preset.sides {
        Sides::Both => "",
        Sides::Each(_) => " on each side",
        Sides::Alternating(_) => " on each side, in turns",
        Sides::Only(Side::Left) => " on the left",
        Sides::Only(Side::Right) => " on the right",
    };
    let schemes: Vec<String> = work.reps.iter().map(ToString::to_string).collect();
    let reps = schemes.join(", ");
    let plural = if reps == "1" { "" } else { "s" };
    let each = match &work.pacing {
        Pacing::Hold(hold) if reps == "1" => format!("{} hold", clock(*hold)),
        Pacing::Hold(hold) => format!("{reps} holds of {}", clock(*hold)),
        Pacing::Strokes(stroke) => format!("{reps} stroke{plural} of {} s", seconds(*stroke)),
        Pacing::OwnPace => format!("{reps} rep{plural} at your own pace"),
        Pacing::ByRep(_) => format!("{reps} rep{plural}, each at its own tempo"),
        Pacing::BySet(_) => format!("{reps} rep{plural}, each set at its own tempo"),
        Pacing::Tempo(_) => format!("{reps} rep{plural}"),
    };
    format!(
        "{} set{} of {each}{side}{}",
        work.sets,
        if work.sets == 1 { "" } else { "s" },
        rest(preset)
    )
}

fn rest(preset: &Preset) -> String {
    match preset.work.rest {
        _ if preset.work.sets == 1 => String::new(),
        Rest::Between(rest) => format!(", rest {}", clock(rest)),
        Rest::Every(every) => format!(", a set every {}", clock(every)),
    }
}

fn total(timeline: &Timeline) -> String {
    let lead_in = timeline
        .next_work(Duration::ZERO)
        .map_or(Duration::ZERO, |segment| segment.start);
    format!(
        "{}{}, {} of it lead-in",
        mark(timeline),
        clock(timeline.total()),
        clock(lead_in)
    )
}

fn tension(timeline: &Timeline) -> String {
    let tension: Tension = timeline.tension();
    let mark = if timeline.is_tension_approximate() {
        "~"
    } else {
        ""
    };
    format!(
        "{mark}{}: {mark}{} eccentric, {mark}{} concentric, {mark}{} isometric",
        clock(tension.total()),
        clock(tension.eccentric),
        clock(tension.concentric),
        clock(tension.isometric)
    )
}

/// What contains X or A is nominal.
fn mark(timeline: &Timeline) -> &'static str {
    if timeline.is_approximate() { "~" } else { "" }
}
