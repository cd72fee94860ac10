//! `downbeat list`: the presets, as a table for people and as JSON for programs.
//!
//! The JSON is one object, `{"presets": […]}`, and stays as it is; keys may be added. Each preset has, in this order:
//! `id`, `name`, `origin` (`own` or `built-in`), `exercise` (null where none is named), `start` (`lower` or `lift`), `tempo` (null
//! where it varies), `sets`, `reps` (null where they vary), `rest_s`, `sides` (`both`, `each`, `left` or `right`), `total_s`, `approximate`,
//! `purpose`, `published`, `ours`, `source` (null where there is none) and `error`. `error` is null, or says what is wrong with a preset in the
//! person's own file; then everything between `origin` and `error` is null.

use std::io::Write;

use anyhow::Result;
use serde::Serialize;

use super::json;
use super::show::seconds;
use crate::cli::ListArgs;
use crate::store::presets::{Entry, Library, Origin};
use crate::store::problem::Problem;
use crate::training::length::clock;
use crate::training::preset::{Preset, Side, Sides};
use crate::training::text::visible;
use crate::training::timeline::Timeline;

/// Prints the list.
pub(super) fn run(args: &ListArgs, library: &Library, out: &mut impl Write) -> Result<()> {
    if args.json {
        let presets: Vec<Row<'_>> = library.entries().iter().map(Row::new).collect();
        return json::print(&List { presets }, out);
    }
    let own = |entry: &&Entry| entry.origin == Origin::Own;
    let width = library
        .entries()
        .iter()
        .map(|entry| visible(&entry.id).len())
        .max()
        .unwrap_or(0);
    let (mine, shipped): (Vec<&Entry>, Vec<&Entry>) = library.entries().iter().partition(own);
    if !mine.is_empty() {
        writeln!(out, "Your own")?;
        table(&mine, width, out)?;
        writeln!(out, "\nBuilt in")?;
    }
    table(&shipped, width, out)?;
    Ok(writeln!(
        out,
        "\nShow one: downbeat show {0}    Do it: downbeat start {0}",
        crate::store::presets::DEFAULT
    )?)
}

fn table(entries: &[&Entry], width: usize, out: &mut impl Write) -> Result<()> {
    for entry in entries {
        let id = visible(&entry.id);
        match &entry.preset {
            Ok(preset) => writeln!(out, "  {id:width$}  {}", columns(preset))?,
            Err(problems) => {
                let first = problems
                    .first()
                    .map(|problem| format!("line {}: {}", problem.line, problem.sentence));
                writeln!(
                    out,
                    "  {id:width$}  cannot be used: {}",
                    first.unwrap_or_default()
                )?;
            }
        }
    }
    Ok(())
}

fn columns(preset: &Preset) -> String {
    let tempo = preset
        .tempo()
        .map_or_else(|| "varies".to_owned(), |tempo| tempo.to_string());
    let reps = reps(preset).map_or_else(|| "?".to_owned(), |reps| reps.to_string());
    let side = if matches!(preset.sides, Sides::Each(_)) {
        "/side"
    } else {
        ""
    };
    let work = format!("{}x{reps}{side}", preset.sets().count());
    let timeline = Timeline::plan(preset);
    let mark = if timeline.is_approximate() { "~" } else { "" };
    let total = format!("{mark}{}", clock(timeline.total()));
    let name = visible(&preset.name);
    format!("{tempo:9}  {work:9}  {total:>6}  {name}")
}

/// The reps of every set, where they are alike.
fn reps(preset: &Preset) -> Option<u32> {
    let mut sets = preset
        .sets()
        .map(|set| set.work.iter().map(|work| work.times).sum());
    let first = sets.next()?;
    sets.all(|reps: u32| reps == first).then_some(first)
}

#[derive(Serialize)]
struct List<'e> {
    presets: Vec<Row<'e>>,
}

#[derive(Serialize)]
struct Row<'e> {
    id: &'e str,
    name: Option<&'e str>,
    origin: &'static str,
    exercise: Option<&'e str>,
    start: Option<String>,
    tempo: Option<String>,
    sets: Option<usize>,
    reps: Option<u32>,
    rest_s: Option<f64>,
    sides: Option<&'static str>,
    total_s: Option<f64>,
    approximate: Option<bool>,
    purpose: Option<&'e str>,
    published: Option<&'e str>,
    ours: Option<&'e str>,
    source: Option<&'e str>,
    error: Option<String>,
}

impl<'e> Row<'e> {
    fn new(entry: &'e Entry) -> Self {
        let text = |read: fn(&'e Preset) -> &'e String| {
            entry
                .preset
                .as_ref()
                .ok()
                .map(read)
                .map(String::as_str)
                .filter(|text| !text.is_empty())
        };
        let preset = entry.preset.as_ref().ok();
        let timeline = preset.map(Timeline::plan);
        Self {
            id: &entry.id,
            name: text(|preset| &preset.name),
            origin: match entry.origin {
                Origin::Own => "own",
                Origin::BuiltIn => "built-in",
            },
            exercise: text(|preset| &preset.exercise.name),
            start: preset.map(|preset| preset.exercise.start.to_string()),
            tempo: preset
                .and_then(Preset::tempo)
                .map(|tempo| tempo.to_string()),
            sets: preset.map(|preset| preset.sets().count()),
            reps: preset.and_then(reps),
            rest_s: preset
                .and_then(|preset| preset.blocks.first())
                .map(|block| seconds(block.rest)),
            sides: preset.map(|preset| sides(preset.sides)),
            total_s: timeline.as_ref().map(|timeline| seconds(timeline.total())),
            approximate: timeline.as_ref().map(Timeline::is_approximate),
            purpose: text(|preset| &preset.about.purpose),
            published: text(|preset| &preset.about.published),
            ours: text(|preset| &preset.about.ours),
            source: text(|preset| &preset.about.source),
            error: entry
                .preset
                .as_ref()
                .err()
                .and_then(|problems| problems.first())
                .map(Problem::in_one_line),
        }
    }
}

fn sides(sides: Sides) -> &'static str {
    match sides {
        Sides::Both => "both",
        Sides::Each(_) => "each",
        Sides::Only(Side::Left) => "left",
        Sides::Only(Side::Right) => "right",
    }
}
