//! `downbeat journal report`: one page of text for the physiotherapist. It can be printed and pasted, so it is
//! 79 columns wide and needs nothing but letters.

use std::io::Write;

use anyhow::Result;
use jiff::civil::Date;

use crate::training::journal::Score;
use crate::training::text::visible;
use crate::training::trend::{
    Effort, Figure, Loads, Middle, Report, Step, Tallies, Trends, counted, seconds,
};
use crate::ui::theme::Glyphs;
use crate::ui::widgets::text::wrapped;

/// Columns.
const WIDE: u16 = 79;
/// Columns of the table behind the first.
const CELLS: [usize; 9] = [8, 7, 7, 7, 8, 7, 9, 7, 7];
/// How many notes a page has room for.
const NOTES: usize = 8;

/// Prints it.
///
/// # Errors
/// When it cannot be written.
pub fn print(report: &Report, out: &mut impl Write) -> Result<()> {
    let Report {
        trends,
        loads,
        tallies,
        notes,
    } = report;
    let slots = &trends.slots;
    let (from, to) = (day(slots.first()), day(slots.today()));
    writeln!(
        out,
        "{}",
        format!("Training from {from} to {to}").to_uppercase()
    )?;
    paragraph(&told(tallies), out)?;

    writeln!(out, "\nLOADS (the heaviest set of a session)")?;
    let lines: Vec<String> = loads.iter().flat_map(Loads::by_tempo).collect();
    listed(&lines, "none", out)?;

    writeln!(out)?;
    table(trends, out)?;

    for figure in [Figure::Soreness, Figure::Sleep] {
        answered(trends, figure, out)?;
    }
    writeln!(out, "\nASSUMED RATHER THAN SAID")?;
    paragraph(&assumed(tallies, &trends.efforts.slots), out)?;
    writeln!(out, "\nNOTES")?;
    noted(notes, out)?;
    writeln!(out)?;
    paragraph(
        "Written by Downbeat, which paces sets and sees nobody: loads, reps, soreness and pain are as they were logged.",
        out,
    )
}

/// The answer of a figure, and what has to be said beside it.
fn answered(trends: &Trends, figure: Figure, out: &mut impl Write) -> Result<()> {
    writeln!(out, "\n{}", figure.title().to_uppercase())?;
    let caveat = figure.caveat().filter(|_| !trends.is_empty(figure));
    let caveat = caveat.map_or_else(String::new, |caveat| format!(" {}", caveat.long));
    let sentence = trends.sentence(figure).long;
    paragraph(&format!("{}.{caveat}", sentence.trim_end_matches('.')), out)
}

/// As many notes as there is room for, the latest first.
fn noted(notes: &[(Date, String)], out: &mut impl Write) -> Result<()> {
    let line = |(on, note): &(Date, String)| format!("{}: {}", day(*on), visible(note));
    let lines: Vec<String> = notes.iter().take(NOTES).map(line).collect();
    listed(&lines, "none", out)?;
    let more = notes.len().saturating_sub(NOTES);
    if more > 0 {
        writeln!(out, "  and {} before", counted(more as u64, "note"))?;
    }
    Ok(())
}

fn day(day: Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

/// What was done, in a sentence or two.
fn told(tallies: &Tallies) -> String {
    let elsewhere = match tallies.elsewhere {
        0 => String::new(),
        some => format!(" ({some} done elsewhere and logged as a whole)"),
    };
    format!(
        "{}{elsewhere}, {} that count. Sets done again, which do not: {}. Sets in which the tempo was said to break: {}. \
         Interruptions: {}.",
        counted(tallies.sessions, "session"),
        counted(tallies.sets, "set"),
        tallies.abandoned,
        tallies.broken,
        tallies.interruptions,
    )
}

/// What nobody said.
fn assumed(tallies: &Tallies, efforts: &[Effort]) -> String {
    let missing: u32 = efforts
        .iter()
        .map(|effort| effort.sessions - effort.known)
        .sum();
    format!(
        "Of {}: reps taken from what was paced in {}, loads taken from the last time or the plan in {}, no load in {}, reps \
         left not said in {}. Of {}: effort or length not known of {missing}.",
        counted(tallies.sets, "set"),
        tallies.assumed_reps,
        tallies.assumed_loads,
        tallies.missing_loads,
        tallies.missing_reserves,
        counted(tallies.sessions, "session"),
    )
}

/// A line for each week or month, under the names of the columns.
fn table(trends: &Trends, out: &mut impl Write) -> Result<()> {
    let slots = &trends.slots;
    let step = match slots.step() {
        Step::Week => "BY WEEK",
        Step::Month => "BY MONTH",
    };
    let names = [
        "sessions", "ecc", "con", "iso", "during", "after", "morning", "load", "sleep",
    ];
    row(step, &names.map(str::to_owned), out)?;
    let rows = trends.tension.slots.iter().zip(&trends.efforts.slots);
    let rows = rows.zip(&trends.pain.slots).zip(&trends.sleep.slots);
    for (index, (((tension, effort), pain), night)) in rows.enumerate() {
        let cells = [
            effort.sessions.to_string(),
            seconds(tension.eccentric_ms).to_string(),
            seconds(tension.concentric_ms).to_string(),
            seconds(tension.isometric_ms).to_string(),
            score(pain.during),
            score(pain.after),
            score(pain.morning),
            load(*effort),
            night
                .quality()
                .as_ref()
                .map_or_else(dash, Middle::to_string),
        ];
        row(&day(slots.begin(index)), &cells, out)?;
    }
    paragraph(
        "Weeks begin on Monday. Seconds under tension: eccentric, concentric, isometric. Worst pain: during a session, right \
         after it, in a joint or tendon on a morning; 0 none, 10 the worst imaginable. Load: effort (0 to 10) times minutes, \
         rests included; with a + the answers of some sessions are missing. Sleep: the middle night, 0 terrible, 10 \
         excellent. A dash: not asked or not answered.",
        out,
    )
}

fn row(begin: &str, cells: &[String; 9], out: &mut impl Write) -> Result<()> {
    write!(out, "{begin:<12}")?;
    for (cell, width) in cells.iter().zip(CELLS) {
        write!(out, "{cell:>width$}")?;
    }
    Ok(writeln!(out)?)
}

fn score(score: Option<Score>) -> String {
    score.as_ref().map_or_else(dash, Score::to_string)
}

fn load(effort: Effort) -> String {
    match effort.known {
        0 => dash(),
        _ if effort.is_partial() => format!("{}+", effort.load),
        _ => effort.load.to_string(),
    }
}

fn dash() -> String {
    "-".to_owned()
}

fn listed(lines: &[String], nothing: &str, out: &mut impl Write) -> Result<()> {
    if lines.is_empty() {
        writeln!(out, "  {nothing}")?;
    }
    for line in lines {
        for (part, indent) in wrapped(line, WIDE - 4, Glyphs::Blocks)
            .iter()
            .zip(["  "].into_iter().chain(std::iter::repeat("    ")))
        {
            writeln!(out, "{indent}{part}")?;
        }
    }
    Ok(())
}

fn paragraph(words: &str, out: &mut impl Write) -> Result<()> {
    for line in wrapped(words, WIDE, Glyphs::Blocks) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
