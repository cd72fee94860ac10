//! The dry run for people: what it is, the totals, what deserves a second look, then every phase on its own line.

use std::io::Write;
use std::time::Duration;

use anyhow::Result;

use crate::commands::Chosen;
use crate::training::exercise::Start;
use crate::training::length::{clock, seconds};
use crate::training::preset::{Effort, Preset, Side, Sides};
use crate::training::tempo::{Pace, Tempo};
use crate::training::text::visible;
use crate::training::timeline::{Segment, Tension, Timeline};

/// Text under a heading is broken before this column.
const WIDTH: usize = 96;
/// Where the text beside a heading begins.
const MARGIN: usize = 11;

/// Writes the whole page.
pub(super) fn write(chosen: &Chosen, timeline: &Timeline, out: &mut impl Write) -> Result<()> {
    let preset = &chosen.preset;
    writeln!(out, "{}", title(chosen))?;
    for (heading, text) in facts(preset, timeline) {
        paragraph(heading, &text, out)?;
    }
    for note in notes(chosen) {
        paragraph("Note", &note, out)?;
    }
    writeln!(out)?;
    rows(timeline, out)
}

fn title(chosen: &Chosen) -> String {
    let name = visible(&chosen.preset.name);
    match &chosen.id {
        Some(id) if id.as_str() != name => format!("{name} ({id})"),
        _ => name.into_owned(),
    }
}

fn facts(preset: &Preset, timeline: &Timeline) -> Vec<(&'static str, String)> {
    let about = &preset.about;
    let facts = [
        ("For", about.purpose.clone()),
        ("Exercise", preset.exercise.name.clone()),
        (
            "Tempo",
            preset
                .tempo()
                .map(|tempo| spelled(tempo, preset.exercise.start))
                .unwrap_or_default(),
        ),
        ("Work", work(preset)),
        ("Total", total(timeline)),
        ("Tension", tension(timeline)),
        ("Published", about.published.clone()),
        ("Ours", about.ours.clone()),
        ("Source", about.source.clone()),
    ];
    facts
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .collect()
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

fn work(preset: &Preset) -> String {
    let sets: Vec<u32> = preset
        .sets()
        .map(|set| set.work.iter().map(|work| work.times).sum())
        .collect();
    let each = match preset.sides {
        Sides::Both => "",
        Sides::Each(_) => " on each side",
        Sides::Only(Side::Left) => " on the left",
        Sides::Only(Side::Right) => " on the right",
    };
    let reps = match sets.as_slice() {
        [first, rest @ ..] if rest.iter().all(|reps| reps == first) => first.to_string(),
        _ => sets
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", "),
    };
    let rest = match preset.blocks.first() {
        Some(block) if block.sets.len() > 1 => format!(", rest {}", clock(block.rest)),
        _ => String::new(),
    };
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    format!(
        "{} set{} of {reps} rep{}{each}{rest}",
        sets.len(),
        plural(sets.len()),
        if reps == "1" { "" } else { "s" }
    )
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
    let mark = mark(timeline);
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

/// What deserves a second look. Notes, never refusals: there are published programmes beyond each of these.
fn notes(chosen: &Chosen) -> Vec<String> {
    let preset = &chosen.preset;
    let tempo = preset.tempo();
    let mut notes: Vec<String> = chosen.note.map(str::to_owned).into_iter().collect();
    notes.extend(
        tempo
            .into_iter()
            .flat_map(Tempo::warnings)
            .map(str::to_owned),
    );
    if tempo.is_some_and(|tempo| tempo.rep_length() > Duration::from_secs(10)) {
        notes.push(
            "A rep lasts more than 10 s: growth was probably less there (Schoenfeld 2015)."
                .to_owned(),
        );
    }
    let longest = longest_set(preset);
    if longest > Duration::from_secs(120) {
        notes.push(format!(
            "A set lasts {}: over 2 minutes of tension is a lot for one set.",
            clock(longest)
        ));
    }
    if preset
        .blocks
        .iter()
        .any(|block| block.sets.len() > 1 && block.rest.is_zero())
    {
        notes.push("There is no rest between the sets: --rest 2m adds some.".to_owned());
    }
    notes
}

fn longest_set(preset: &Preset) -> Duration {
    let length = |effort: Effort| match effort {
        Effort::Rep { tempo, .. } => tempo.rep_length(),
        Effort::Hold(length) => length,
        Effort::Beat(_) | Effort::Change { .. } => Duration::ZERO,
    };
    preset
        .sets()
        .map(|set| {
            set.work
                .iter()
                .map(|work| length(work.effort) * work.times)
                .sum()
        })
        .max()
        .unwrap_or_default()
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
