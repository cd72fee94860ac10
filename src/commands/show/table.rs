//! The dry run for people: what it is, the totals, what deserves a second look, then every phase on its own line.

use std::io::Write;

use anyhow::Result;

use crate::commands::Chosen;
use crate::training::length::{clock, seconds};
use crate::training::preset::Side;
use crate::training::text::visible;
use crate::training::timeline::{Segment, Timeline};
use crate::training::{advice, facts};

/// Text under a heading is broken before this column.
const WIDTH: usize = 96;
/// Where the text beside a heading begins.
const MARGIN: usize = 11;

/// Writes the whole page.
pub(super) fn write(chosen: &Chosen, timeline: &Timeline, out: &mut impl Write) -> Result<()> {
    writeln!(out, "{}", title(chosen))?;
    for (heading, text) in facts::of(&chosen.routine, timeline) {
        paragraph(heading, &text, out)?;
    }
    for note in notes(chosen) {
        paragraph("Note", &note, out)?;
    }
    writeln!(out)?;
    rows(timeline, out)
}

fn title(chosen: &Chosen) -> String {
    let name = visible(&chosen.routine.name);
    match &chosen.id {
        Some(id) if id.as_str() != name => format!("{name} ({id})"),
        _ => name.into_owned(),
    }
}

/// How the tempo was read, and what deserves a second look.
fn notes(chosen: &Chosen) -> Vec<String> {
    let mut notes: Vec<String> = chosen.notes.clone();
    for note in chosen.routine.presets().flat_map(advice::notes) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

fn paragraph(heading: &str, text: &str, out: &mut impl Write) -> Result<()> {
    let mut line = format!("{heading:MARGIN$}");
    let mut width = MARGIN;
    for word in visible(text).split(' ') {
        let letters = unicode_width::UnicodeWidthStr::width(word);
        if width > MARGIN && width + 1 + letters > WIDTH {
            writeln!(out, "{line}")?;
            line = " ".repeat(MARGIN);
            width = MARGIN;
        } else if width > MARGIN {
            line.push(' ');
            width += 1;
        }
        line.push_str(word);
        width += letters;
    }
    Ok(writeln!(out, "{line}")?)
}

fn rows(timeline: &Timeline, out: &mut impl Write) -> Result<()> {
    let sided = timeline
        .segments()
        .iter()
        .any(|segment| segment.side.is_some());
    let side = if sided { "  side" } else { "" };
    writeln!(
        out,
        "{:>9}  {:>7}  {:16}  {:7}  {:>4}  {:>6}{side}",
        "at", "lasts", "phase", "cue", "set", "rep"
    )?;
    for segment in timeline.segments() {
        writeln!(out, "{}", row(segment).trim_end())?;
    }
    Ok(())
}

fn row(segment: &Segment) -> String {
    let counted = |number: u32| {
        if number == 0 {
            String::new()
        } else {
            number.to_string()
        }
    };
    let gate = if segment.gate {
        "  waits for a key"
    } else {
        ""
    };
    format!(
        "{:>9}  {:>7}  {:16}  {:7}  {:>4}  {:>6}  {}{gate}",
        clock(segment.start),
        format!("{} s", seconds(segment.duration())),
        segment.kind.as_str(),
        segment.say.as_str(),
        counted(segment.set),
        counted(segment.rep),
        segment.side.map(Side::as_str).unwrap_or_default(),
    )
}
