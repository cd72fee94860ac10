//! The card: what is read between two files on the phone. Plain text, one short line for each thing.

use std::time::Duration;

use super::phone::Piece;
use crate::training::length::{clock, seconds};
use crate::training::prescription::{Pacing, Rest};
use crate::training::preset::{Gate, Goal, OWN_PACE, Preset, Sides};
use crate::training::routine::{Change, Group};
use crate::training::tempo::{Pace, Tempo};
use crate::training::text::visible;

/// All of the card.
pub(super) fn text(
    title: &str,
    date: &str,
    pieces: &[Piece],
    change: Change,
    lasting: &str,
) -> String {
    let files = counted(pieces.len(), "file");
    let mut lines = vec![
        title.to_owned(),
        format!("{files}, {lasting} of sound, made by Downbeat on {date}."),
    ];
    for (index, piece) in pieces.iter().enumerate() {
        lines.push(String::new());
        if index > 0 {
            lines.extend([between(change), String::new()]);
        }
        lines.push(format!("{} · {}", piece.file, piece.lasting));
        let group = piece.routine.steps.first().and_then(|step| step.group);
        let together = piece.routine.as_solo().is_none();
        for (place, preset) in (1..).zip(piece.routine.presets()) {
            let called = called(preset, group.filter(|_| together), place);
            lines.extend(exercise(&called, preset, together));
        }
    }
    lines.push(String::new());
    let lines: Vec<_> = lines.iter().map(|line| visible(line)).collect();
    lines.join("\n")
}

/// `3 files`.
pub(super) fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// What is lifted, or else the preset's name.
pub(super) fn name(preset: &Preset) -> &str {
    match preset.title() {
        "" => &preset.name,
        title => title,
    }
}

fn called(preset: &Preset, group: Option<Group>, place: usize) -> String {
    match group {
        Some(group) => format!("{}{place} {}", group.letter(), name(preset)),
        None => name(preset).to_owned(),
    }
}

fn between(change: Change) -> String {
    match (change.gate, change.length) {
        (Gate::Closed, Duration::ZERO) => "Start the next file when you are ready.".to_owned(),
        (Gate::Closed, length) => {
            format!(
                "Start the next file when you are ready, in {} or so.",
                clock(length)
            )
        }
        (Gate::Open, Duration::ZERO) => "Start the next file at once.".to_owned(),
        (Gate::Open, length) => format!("Start the next file after {}.", clock(length)),
    }
}

/// What stands on the card for one exercise.
fn exercise(called: &str, preset: &Preset, together: bool) -> Vec<String> {
    let work = &preset.work;
    let parts = [
        called.to_owned(),
        pace(preset),
        preset.dose(),
        preset.load.clone(),
    ];
    let mut parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.dedup();
    let mut lines = vec![parts.join(" · ")];
    match work.rest {
        Rest::Between(rest) if !rest.is_zero() && together => {
            lines.push(format!("Rest {} after it.", clock(rest)));
        }
        Rest::Between(rest) if !rest.is_zero() && work.sets > 1 => {
            lines.push(format!("Rest {} between sets.", clock(rest)));
        }
        Rest::Between(_) | Rest::Every(_) => {}
    }
    if !preset.cue.is_empty() {
        lines.push(preset.cue.replace("{side}", side(preset.sides)));
    }
    lines.extend(nominal(preset));
    let indented = lines.into_iter().map(|line| format!("   {line}"));
    indented.collect()
}

/// The tempo; of a ladder every rung.
fn pace(preset: &Preset) -> String {
    match &preset.work.pacing {
        Pacing::BySet(tempos) => format!("{} set by set", rungs(tempos)),
        Pacing::ByRep(tempos) => format!("{} rep by rep", rungs(tempos)),
        _ => preset.pace(),
    }
}

fn rungs(tempos: &[Tempo]) -> String {
    let tempos: Vec<String> = tempos.iter().map(ToString::to_string).collect();
    tempos.join(", ")
}

fn side(sides: Sides) -> &'static str {
    match sides {
        Sides::Only(side) => side.as_str(),
        Sides::Both | Sides::Each(_) | Sides::Alternating(_) => "left or right",
    }
}

/// What the program would wait for, or leave to the lifter, and a file cannot.
fn nominal(preset: &Preset) -> Vec<String> {
    let mut said = Vec::new();
    let tempos = preset.work.tempos();
    let any = |pace: Pace| {
        tempos
            .iter()
            .any(|tempo| [tempo.lower(), tempo.lift()].contains(&pace))
    };
    for (letter, pace) in [("X", Pace::Explosive), ("A", Pace::Assisted)] {
        if any(pace) {
            let length = seconds(pace.nominal());
            said.push(format!("{letter} takes {length} s in the file."));
        }
    }
    if preset.work.lockout == Gate::Closed {
        said.push("The file does not wait at lock-out: it goes on at the tempo.".to_owned());
    }
    if preset.work.pacing == Pacing::OwnPace {
        let length = seconds(OWN_PACE);
        said.push(format!(
            "At your own pace: the file gives each rep {length} s."
        ));
    }
    let open = preset.sets().iter().find(|set| set.goal == Goal::AsMany);
    if let Some(set) = open {
        let reps = set.reps();
        said.push(format!(
            "As many reps as possible: the file paces {reps}; skip ahead when you are done sooner."
        ));
    }
    said
}
