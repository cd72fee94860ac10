//! `downbeat list`: the presets and routines, as a table for people and as JSON for programs.

mod json;

use std::io::Write;

use anyhow::Result;

use crate::cli::ListArgs;
use crate::store::presets::{DEFAULT, Entry, Library, Origin};
use crate::training::length::clock;
use crate::training::preset::Tier;
use crate::training::routine::Routine;
use crate::training::text::visible;
use crate::training::timeline::Timeline;
use unicode_width::UnicodeWidthStr as _;

/// Prints the list.
pub(super) fn run(args: &ListArgs, library: &Library, out: &mut impl Write) -> Result<()> {
    if args.json {
        return json::print(library, out);
    }
    let width = library
        .entries()
        .iter()
        .map(|entry| visible(&entry.id).len())
        .max()
        .unwrap_or(0);
    for (heading, group) in groups(library, args.all) {
        writeln!(out, "{heading}")?;
        table(&group, width, out)?;
        writeln!(out)?;
    }
    if !args.all {
        writeln!(
            out,
            "downbeat list --all shows those for experts and clinics, too."
        )?;
    }
    Ok(writeln!(
        out,
        "Show one: downbeat show {DEFAULT}    Do it: downbeat start {DEFAULT}"
    )?)
}

/// The person's own, and what is built in by its tier; expert ones only where they are asked for.
fn groups(library: &Library, all: bool) -> Vec<(&'static str, Vec<&Entry>)> {
    let of = |wanted: &dyn Fn(&Entry) -> bool| -> Vec<&Entry> {
        library
            .entries()
            .iter()
            .filter(|entry| wanted(entry))
            .collect()
    };
    let tier = |tier: Tier| {
        of(&move |entry| {
            let routine = entry.routine.as_ref().ok();
            entry.origin == Origin::BuiltIn
                && routine.is_some_and(|routine| routine.about.tier == tier)
        })
    };
    let mut groups = vec![
        ("Your own", of(&|entry| entry.origin == Origin::Own)),
        ("Built in", tier(Tier::General)),
        (
            "Published programmes, for information: use them under a clinician's plan",
            tier(Tier::Published),
        ),
    ];
    if all {
        groups.push(("For experts and clinics", tier(Tier::Expert)));
    }
    groups.retain(|(_, entries)| !entries.is_empty());
    groups
}

fn table(entries: &[&Entry], width: usize, out: &mut impl Write) -> Result<()> {
    for entry in entries {
        let id = visible(&entry.id);
        match &entry.routine {
            Ok(routine) => writeln!(out, "  {id:width$}  {}", columns(routine))?,
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

/// What is done, of a programme in its first week.
fn columns(routine: &Routine) -> String {
    let routine = routine.at_week(1);
    let timeline = Timeline::of(&routine);
    let mark = if timeline.is_approximate() { "~" } else { "" };
    let total = format!("{mark}{}", clock(timeline.total()));
    let name = visible(&routine.name);
    let dose = routine.dose();
    let room = " ".repeat(12usize.saturating_sub(dose.width()));
    format!("{:9}  {dose}{room}  {total:>6}  {name}", routine.pace())
}
