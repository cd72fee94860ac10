//! What a form says: a preset, or what is wrong and in which row.

use super::form::{Between, Form, Kind, Source};
use super::quick;
use super::row::Row;
use crate::training::prescription::{Pacing, Prescription, Rest, Scheme};
use crate::training::preset::{Draft, Gate, Preset, PresetError, PresetId};
use crate::training::tempo;
use crate::training::{length, line};
use std::fmt::Display;
use std::time::Duration;

/// Something that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The row.
    pub row: Row,
    /// What is wrong and what to write instead.
    pub text: String,
}

/// What is wrong so far.
#[derive(Debug, Default)]
pub(super) struct Faults(pub(super) Vec<Fault>);

impl Faults {
    /// Takes a value, or notes why there is none.
    pub(super) fn take<T>(&mut self, row: Row, value: Result<T, impl Display>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(error) => {
                let text = error.to_string();
                self.0.push(Fault { row, text });
                None
            }
        }
    }
}

/// A name that people can read.
pub(super) fn name(text: &str) -> Result<String, &'static str> {
    let name = text.trim();
    if name.is_empty() {
        Err("there is no name yet: write what you want to find it by")
    } else {
        Ok(name.to_owned())
    }
}

/// The id that is written, or one that follows the name.
pub(super) fn id(
    written: Option<&str>,
    name: &str,
    is_taken: &dyn Fn(&str) -> bool,
) -> Result<PresetId, String> {
    let Some(written) = written else {
        return Ok(line::propose_id(name, "preset", is_taken));
    };
    if is_taken(written) {
        return Err(format!(
            "another entry has the id {written}: write one of its own"
        ));
    }
    written
        .parse()
        .map_err(|error: PresetError| error.to_string())
}

impl Form {
    /// The preset that the form says.
    pub(super) fn read(&self, is_taken: &dyn Fn(&str) -> bool) -> Result<Preset, Vec<Fault>> {
        // What a line says besides the work stands in the rows once somebody is done with it.
        let mut settled = self.clone();
        settled.settle();
        settled.read_settled(is_taken)
    }

    fn read_settled(&self, is_taken: &dyn Fn(&str) -> bool) -> Result<Preset, Vec<Fault>> {
        let mut faults = Faults::default();
        let name = faults.take(Row::Name, name(&self.texts.name));
        let written = self.id.as_deref();
        let id = faults.take(Row::Id, id(written, &self.texts.name, is_taken));
        let work = match &self.source {
            Source::Rows => self.rows_say(&mut faults),
            Source::Line(text) => faults
                .take(Row::Line, quick::read(text))
                .map(|said| said.work),
        };
        let lead_in = faults.take(Row::LeadIn, length::read(&self.texts.lead_in));
        let (Some(name), Some(id), Some(work), Some(lead_in)) = (name, id, work, lead_in) else {
            return Err(faults.0);
        };
        let mut draft = Draft {
            id,
            name,
            exercise: self.exercise(),
            work,
            sides: self.sides(),
            lead_in,
            unloaded: self.unloaded,
            cue: self.texts.cue.trim().to_owned(),
            load: self.texts.load.trim().to_owned(),
            ..self.base.clone()
        };
        if !self.keeps_weeks {
            draft.weeks.clear();
        }
        Preset::new(draft).map_err(|error| {
            vec![Fault {
                row: self.row_of(&error),
                text: error.to_string(),
            }]
        })
    }

    /// The work that the rows say, where they make sense.
    pub(super) fn rows_work(&self) -> Option<Prescription> {
        self.rows_say(&mut Faults::default())
    }

    fn rows_say(&self, faults: &mut Faults) -> Option<Prescription> {
        let pacing = match self.kind {
            Kind::Tempo => {
                let reading = faults.take(Row::Tempo, tempo::read(&self.texts.tempo));
                reading.map(|reading| Pacing::Tempo(reading.tempo))
            }
            Kind::Hold => faults
                .take(Row::Hold, length::read(&self.texts.hold))
                .map(Pacing::Hold),
            Kind::Strokes => faults
                .take(Row::Stroke, length::read(&self.texts.stroke))
                .map(Pacing::Strokes),
            Kind::OwnPace => Some(Pacing::OwnPace),
        };
        let sets = faults.take(Row::Sets, sets(&self.texts.sets));
        let reps = faults.take(Row::Reps, reps(&self.texts.reps, sets));
        let rest = faults.take(Row::Rest, length::read(&self.texts.rest));
        Some(Prescription {
            pacing: pacing?,
            sets: sets?,
            reps: reps?,
            rest: between(self.between, rest?),
            lockout: match self.kind {
                Kind::Tempo => self.lockout,
                Kind::Hold | Kind::Strokes | Kind::OwnPace => Gate::Open,
            },
        })
    }

    /// The row in which a limit of presets is broken.
    fn row_of(&self, error: &PresetError) -> Row {
        let rows = self.source == Source::Rows;
        match error {
            PresetError::Long {
                field: "lead_in", ..
            } => Row::LeadIn,
            PresetError::Id(_) => Row::Id,
            PresetError::Name(_) => Row::Name,
            _ if !rows => Row::Line,
            PresetError::Long { field, .. } | PresetError::Short { field, .. } => match *field {
                "hold" => Row::Hold,
                "stroke" => Row::Stroke,
                "rest" | "every" => Row::Rest,
                _ => Row::Reps,
            },
            PresetError::DoesNotFit { .. } | PresetError::Unpaced => Row::Rest,
            PresetError::Sets(_) | PresetError::Steps(_) => Row::Sets,
            PresetError::NoTempo => Row::Tempo,
            PresetError::Reps(_) | PresetError::TooMuch(_) | PresetError::Drop(_) => Row::Reps,
        }
    }
}

fn between(between: Between, length: Duration) -> Rest {
    match between {
        Between::Rest => Rest::Between(length),
        Between::Every => Rest::Every(length),
    }
}

fn sets(text: &str) -> Result<u32, String> {
    let text = text.trim();
    text.parse::<u32>()
        .ok()
        .filter(|sets| (1..=crate::training::preset::MAX_SETS).contains(sets))
        .ok_or_else(|| {
            let most = crate::training::preset::MAX_SETS;
            format!("`{text}` is no number of sets: write 1 to {most}")
        })
}

/// The reps of all sets, or of each, as in `12, 10, 8`.
fn reps(text: &str, sets: Option<u32>) -> Result<Vec<Scheme>, String> {
    let schemes = text
        .split(',')
        .map(|one| one.parse::<Scheme>().map_err(|error| error.to_string()))
        .collect::<Result<Vec<_>, _>>()?;
    if let Some(scheme) = schemes
        .iter()
        .find(|scheme| !matches!(scheme, Scheme::Straight(_)))
    {
        return Err(format!(
            "{scheme} is a cluster or a drop set: write the work in the line above, as in 3x{scheme} @4010"
        ));
    }
    match (u32::try_from(schemes.len()), sets) {
        (Ok(many @ 2..), Some(sets)) if many != sets => Err(format!(
            "these are {many} numbers for {sets} sets: write one for each set, or one for all"
        )),
        _ => Ok(schemes),
    }
}
