//! The JSON of a dry run. Its keys, their order and its words are fixed: programs read it.
//!
//! One object: `preset` (null for a bare tempo), `tempo` (null where it varies), `total_s`, `approximate`,
//! `tension_s` {`eccentric`, `concentric`, `isometric`}, `segments` [{`start_s`, `duration_s`, `kind`, `tempo`, `set`, `rep`, `side`, `exercise`,
//! `gate`}], `cues` [{`at_s`, `kind`, `say`}] and `calls`, what the voice says, of the same form.

use std::io::Write;

use anyhow::Result;
use serde::{Serialize, Serializer};

use super::seconds;
use crate::commands::{Chosen, json};
use crate::training::cue::Cue;
use crate::training::timeline::{Segment, Timeline};

/// Writes the object on one line.
pub(super) fn write(chosen: &Chosen, timeline: &Timeline, out: &mut impl Write) -> Result<()> {
    let tension = timeline.tension();
    let run = DryRun {
        preset: chosen
            .id
            .as_ref()
            .map(crate::training::preset::PresetId::as_str),
        tempo: chosen
            .routine
            .as_solo()
            .and_then(crate::training::preset::Preset::tempo)
            .map(|tempo| tempo.to_string()),
        total_s: seconds(timeline.total()),
        approximate: timeline.is_approximate(),
        tension_s: Tension {
            eccentric: seconds(tension.eccentric),
            concentric: seconds(tension.concentric),
            isometric: seconds(tension.isometric),
        },
        segments: Segments(timeline),
        cues: Cues(timeline),
        calls: Calls(timeline),
    };
    json::print(&run, out)
}

#[derive(Serialize)]
struct DryRun<'t> {
    preset: Option<&'t str>,
    tempo: Option<String>,
    total_s: f64,
    approximate: bool,
    tension_s: Tension,
    segments: Segments<'t>,
    cues: Cues<'t>,
    calls: Calls<'t>,
}

#[derive(Serialize)]
struct Tension {
    eccentric: f64,
    concentric: f64,
    isometric: f64,
}

/// The rows are made one by one while they are written: a timeline may hold hundreds of thousands.
struct Segments<'t>(&'t Timeline);

impl Serialize for Segments<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(
            self.0
                .segments()
                .iter()
                .map(|segment| segment_row(self.0, segment)),
        )
    }
}

struct Cues<'t>(&'t Timeline);

impl Serialize for Cues<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.cues().iter().map(cue_row))
    }
}

struct Calls<'t>(&'t Timeline);

impl Serialize for Calls<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows = self.0.calls().iter().map(|call| CallRow {
            at_s: seconds(call.at),
            kind: call.kind.as_str(),
            say: call.word.text(),
        });
        serializer.collect_seq(rows)
    }
}

#[derive(Serialize)]
struct CallRow {
    at_s: f64,
    kind: &'static str,
    say: String,
}

#[derive(Serialize)]
struct SegmentRow<'t> {
    start_s: f64,
    duration_s: f64,
    kind: &'static str,
    tempo: Option<String>,
    set: Option<u32>,
    rep: Option<u32>,
    side: Option<&'static str>,
    exercise: Option<&'t str>,
    gate: bool,
}

fn segment_row<'t>(timeline: &'t Timeline, segment: &Segment) -> SegmentRow<'t> {
    let counted = |number: u32| (number > 0).then_some(number);
    SegmentRow {
        start_s: seconds(segment.start),
        duration_s: seconds(segment.duration()),
        kind: segment.kind.as_str(),
        tempo: timeline.tempo(segment).map(|tempo| tempo.to_string()),
        set: counted(segment.set),
        rep: counted(segment.rep),
        side: segment.side.map(crate::training::preset::Side::as_str),
        exercise: timeline
            .exercise(segment)
            .map(|exercise| exercise.name.as_str())
            .filter(|name| !name.is_empty()),
        gate: segment.gate,
    }
}

#[derive(Serialize)]
struct CueRow {
    at_s: f64,
    kind: &'static str,
    say: &'static str,
}

fn cue_row(cue: &Cue) -> CueRow {
    CueRow {
        at_s: seconds(cue.at),
        kind: cue.kind.as_str(),
        say: cue.say.as_str(),
    }
}
