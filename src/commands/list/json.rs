//! The list for programs.
//!
//! One object, `{"presets": […], "routines": […]}`, which stays as it is; keys may be added. Each preset has, in this order:
//! `id`, `name`, `origin` (`own` or `built-in`), `tier` (`general`, `published` or `expert`), `exercise` (null where none is named), `start`
//! (`lower` or `lift`), `tempo` (null where it varies or there is none), `sets`, `reps` (null where they vary), `dose` (sets and reps in short),
//! `rest_s` (null where sets begin at fixed times), `sides` (`both`, `each`, `alternate`, `left` or `right`), `total_s` (of a programme, in week 1), `approximate`,
//! `purpose`, `schedule`, `published`, `ours`, `source`, `pain` (null where there is none) and `error`. `error` is null, or says what is wrong with
//! a preset in the person's own file; then everything between `origin` and `error` is null. A routine has the same without the keys
//! from `exercise` to `sides`, and `steps` in their place: `exercise`, `start`, `tempo`, `dose` and `group` (a letter, or null) of each.

use std::io::Write;

use anyhow::Result;
use serde::Serialize;

use crate::commands::json;
use crate::commands::show::seconds;
use crate::store::presets::{Entry, Kind, Library, Origin};
use crate::store::problem::Problem;
use crate::training::prescription::Rest;
use crate::training::preset::{About, Preset, Set, Side, Sides};
use crate::training::routine::{Routine, Step};
use crate::training::timeline::Timeline;

/// Prints everything, whatever its tier.
pub(super) fn print(library: &Library, out: &mut impl Write) -> Result<()> {
    let of = |kind: Kind| {
        library
            .entries()
            .iter()
            .filter(move |entry| entry.kind == kind)
    };
    let list = List {
        presets: of(Kind::Preset).map(PresetRow::new).collect(),
        routines: of(Kind::Routine).map(RoutineRow::new).collect(),
    };
    json::print(&list, out)
}

#[derive(Serialize)]
struct List<'e> {
    presets: Vec<PresetRow<'e>>,
    routines: Vec<RoutineRow<'e>>,
}

#[derive(Serialize)]
struct PresetRow<'e> {
    #[serde(flatten)]
    head: Head<'e>,
    exercise: Option<&'e str>,
    start: Option<String>,
    tempo: Option<String>,
    sets: Option<u32>,
    reps: Option<u32>,
    dose: Option<String>,
    rest_s: Option<f64>,
    sides: Option<&'static str>,
    #[serde(flatten)]
    tail: Tail<'e>,
}

#[derive(Serialize)]
struct RoutineRow<'e> {
    #[serde(flatten)]
    head: Head<'e>,
    steps: Option<Vec<StepRow<'e>>>,
    #[serde(flatten)]
    tail: Tail<'e>,
}

#[derive(Serialize)]
struct StepRow<'e> {
    exercise: Option<&'e str>,
    start: String,
    tempo: Option<String>,
    dose: String,
    group: Option<char>,
}

/// What stands at the beginning of every row.
#[derive(Serialize)]
struct Head<'e> {
    id: &'e str,
    name: Option<&'e str>,
    origin: &'static str,
    tier: Option<&'static str>,
}

/// What stands at the end of every row.
#[derive(Serialize)]
struct Tail<'e> {
    total_s: Option<f64>,
    approximate: Option<bool>,
    purpose: Option<&'e str>,
    schedule: Option<&'e str>,
    published: Option<&'e str>,
    ours: Option<&'e str>,
    source: Option<&'e str>,
    pain: Option<&'e str>,
    error: Option<String>,
}

impl<'e> PresetRow<'e> {
    fn new(entry: &'e Entry) -> Self {
        let preset = entry.preset();
        Self {
            head: Head::new(entry),
            exercise: preset.and_then(|preset| written(&preset.exercise.name)),
            start: preset.map(|preset| preset.exercise.start.to_string()),
            tempo: preset
                .and_then(Preset::tempo)
                .map(|tempo| tempo.to_string()),
            sets: preset.map(|preset| preset.work.sets),
            reps: preset.and_then(reps),
            dose: preset.map(Preset::dose),
            rest_s: preset.and_then(|preset| match preset.work.rest {
                Rest::Between(rest) => Some(seconds(rest)),
                Rest::Every(_) => None,
            }),
            sides: preset.map(|preset| sides(preset.sides)),
            tail: Tail::new(entry),
        }
    }
}

impl<'e> RoutineRow<'e> {
    fn new(entry: &'e Entry) -> Self {
        let steps = entry.routine.as_ref().ok().map(|routine| &routine.steps);
        Self {
            head: Head::new(entry),
            steps: steps.map(|steps| steps.iter().map(StepRow::new).collect()),
            tail: Tail::new(entry),
        }
    }
}

impl<'e> StepRow<'e> {
    fn new(step: &'e Step) -> Self {
        let preset = &step.preset;
        Self {
            exercise: written(&preset.exercise.name),
            start: preset.exercise.start.to_string(),
            tempo: preset.tempo().map(|tempo| tempo.to_string()),
            dose: preset.dose(),
            group: step.group.map(crate::training::routine::Group::letter),
        }
    }
}

impl<'e> Head<'e> {
    fn new(entry: &'e Entry) -> Self {
        let routine = entry.routine.as_ref().ok();
        Self {
            id: &entry.id,
            name: routine.map(|routine| routine.name.as_str()),
            origin: match entry.origin {
                Origin::Own => "own",
                Origin::BuiltIn => "built-in",
            },
            tier: routine.map(|routine| routine.about.tier.as_str()),
        }
    }
}

impl<'e> Tail<'e> {
    fn new(entry: &'e Entry) -> Self {
        let routine: Option<&'e Routine> = entry.routine.as_ref().ok();
        let timeline = routine.map(|routine| Timeline::of(&routine.at_week(1)));
        let about = |read: fn(&'e About) -> &'e String| {
            routine
                .map(|routine| read(&routine.about))
                .and_then(|text| written(text))
        };
        Self {
            total_s: timeline.as_ref().map(|timeline| seconds(timeline.total())),
            approximate: timeline.as_ref().map(Timeline::is_approximate),
            purpose: about(|about| &about.purpose),
            schedule: about(|about| &about.schedule),
            published: about(|about| &about.published),
            ours: about(|about| &about.ours),
            source: about(|about| &about.source),
            pain: about(|about| &about.pain),
            error: entry
                .routine
                .as_ref()
                .err()
                .and_then(|problems| problems.first())
                .map(Problem::in_one_line),
        }
    }
}

fn written(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// The reps of every set, where they are alike.
fn reps(preset: &Preset) -> Option<u32> {
    let mut sets = preset.sets().iter().map(Set::reps);
    let first = sets.next()?;
    sets.all(|reps| reps == first).then_some(first)
}

fn sides(sides: Sides) -> &'static str {
    match sides {
        Sides::Both => "both",
        Sides::Each(_) => "each",
        Sides::Alternating(_) => "alternate",
        Sides::Only(Side::Left) => "left",
        Sides::Only(Side::Right) => "right",
    }
}
