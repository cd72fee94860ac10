//! A preset as it is being written: what stands in each row, whether it makes sense or not.
//!
//! Values are kept as they were typed. `reading.rs` makes a preset of them, or says what is wrong and where.

use super::quick;
use super::row::Row;
use crate::training::exercise::{Exercise, Path, Start};
use crate::training::length;
use crate::training::line;
use crate::training::prescription::{Pacing, Prescription, Rest, Scheme};
use crate::training::preset::{Draft, Gate, PresetId, Side, Sides, Unloaded};
use crate::training::tempo;
use std::time::Duration;

/// How a rep is paced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// At a tempo.
    Tempo,
    /// Each is a hold.
    Hold,
    /// Each is a steady stroke.
    Strokes,
    /// Each waits for a key.
    OwnPace,
}

/// What the time between sets is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    /// A rest behind each set.
    Rest,
    /// From one set's beginning to the next one's.
    Every,
}

/// How sets are shared between sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    /// Both at once.
    Both,
    /// One after the other.
    Each,
    /// Rep by rep.
    Alternating,
    /// One alone.
    Only,
}

/// Where the work comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// From the rows.
    Rows,
    /// From the line: the rows cannot say it, or somebody is typing it.
    Line(String),
}

/// What was typed in each row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Texts {
    pub(super) name: String,
    pub(super) exercise: String,
    pub(super) tempo: String,
    pub(super) hold: String,
    pub(super) stroke: String,
    pub(super) sets: String,
    pub(super) reps: String,
    pub(super) rest: String,
    pub(super) lead_in: String,
    pub(super) load: String,
    pub(super) cue: String,
}

/// A preset as it is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What it began as: whatever has no row stays as it was.
    pub(super) base: Draft,
    pub(super) texts: Texts,
    pub(super) source: Source,
    pub(super) kind: Kind,
    pub(super) lockout: Gate,
    pub(super) between: Between,
    pub(super) share: Share,
    pub(super) first: Side,
    /// `None` is what is usual for the exercise.
    pub(super) start: Option<Start>,
    /// `None` is what is usual for the exercise.
    path: Option<Path>,
    pub(super) unloaded: Unloaded,
    /// Whether the weeks of a programme stay.
    pub(super) keeps_weeks: bool,
    /// `None` follows the name.
    pub(super) id: Option<String>,
}

impl Form {
    /// The form of a draft. Without an id of its own it gets one that follows its name.
    pub(super) fn of(base: Draft, id: Option<&PresetId>) -> Self {
        let mut form = Self {
            texts: Texts {
                name: base.name.clone(),
                exercise: base.exercise.name.clone(),
                tempo: "4-0-1-0".to_owned(),
                hold: "30s".to_owned(),
                stroke: "3s".to_owned(),
                lead_in: length::short(base.lead_in),
                load: base.load.clone(),
                cue: base.cue.clone(),
                ..Texts::default()
            },
            source: Source::Rows,
            kind: Kind::Tempo,
            lockout: base.work.lockout,
            between: Between::Rest,
            share: Share::Both,
            first: Side::Left,
            start: None,
            path: None,
            unloaded: base.unloaded,
            keeps_weeks: true,
            id: id.map(|id| id.as_str().to_owned()),
            base,
        };
        let (work, sides) = (form.base.work.clone(), form.base.sides);
        form.ways(&form.base.exercise.clone());
        form.fill(&work, sides);
        form
    }

    /// Writes work into the rows, as far as they can say it.
    fn fill(&mut self, work: &Prescription, sides: Sides) {
        self.kind = match &work.pacing {
            Pacing::Tempo(_) | Pacing::BySet(_) | Pacing::ByRep(_) => Kind::Tempo,
            Pacing::Hold(_) => Kind::Hold,
            Pacing::Strokes(_) => Kind::Strokes,
            Pacing::OwnPace => Kind::OwnPace,
        };
        if let Some(tempo) = work.tempos().first() {
            self.texts.tempo = tempo.to_string();
        }
        match work.pacing {
            Pacing::Hold(hold) => self.texts.hold = length::short(hold),
            Pacing::Strokes(stroke) => self.texts.stroke = length::short(stroke),
            _ => {}
        }
        self.texts.sets = work.sets.to_string();
        let reps: Vec<String> = work.reps.iter().map(Scheme::to_string).collect();
        self.texts.reps = reps.join(", ");
        let (between, rest) = match work.rest {
            Rest::Between(rest) => (Between::Rest, rest),
            Rest::Every(every) => (Between::Every, every),
        };
        self.between = between;
        self.texts.rest = length::short(rest);
        self.share(sides);
        self.source = if has_rows(work) {
            Source::Rows
        } else {
            Source::Line(line::work(work, sides))
        };
    }

    /// Notes what of an exercise is not as usual.
    fn ways(&mut self, exercise: &Exercise) {
        let usual = Exercise::named(&exercise.name);
        self.start = (exercise.start != usual.start).then_some(exercise.start);
        self.path = (exercise.path != usual.path).then_some(exercise.path);
    }

    /// Takes over how sides share the work.
    fn share(&mut self, sides: Sides) {
        let share = match sides {
            Sides::Both => Share::Both,
            Sides::Each(_) => Share::Each,
            Sides::Alternating(_) => Share::Alternating,
            Sides::Only(_) => Share::Only,
        };
        self.first = sides.first().unwrap_or(self.first);
        self.share = share;
    }

    /// Whether rows say the work, and no line.
    pub fn is_in_rows(&self) -> bool {
        self.source == Source::Rows
    }

    /// How sets are shared between sides, as the rows say it.
    pub(super) fn sides(&self) -> Sides {
        match self.share {
            Share::Both => Sides::Both,
            Share::Each => Sides::Each(self.first),
            Share::Alternating => Sides::Alternating(self.first),
            Share::Only => Sides::Only(self.first),
        }
    }

    /// What stands in a row that takes text.
    pub fn text(&self, row: Row) -> Option<String> {
        Some(match row {
            Row::Name => self.texts.name.clone(),
            Row::Exercise => self.texts.exercise.clone(),
            Row::Line => self.line(),
            Row::Tempo => self.texts.tempo.clone(),
            Row::Phase(field) => self.phase(field)?,
            Row::Hold => self.texts.hold.clone(),
            Row::Stroke => self.texts.stroke.clone(),
            Row::Sets => self.texts.sets.clone(),
            Row::Reps => self.texts.reps.clone(),
            Row::Rest => self.texts.rest.clone(),
            Row::LeadIn => self.texts.lead_in.clone(),
            Row::Load => self.texts.load.clone(),
            Row::Cue => self.texts.cue.clone(),
            Row::Id => self.id.clone().unwrap_or_default(),
            _ => return None,
        })
    }

    /// Writes in a row that takes text.
    pub(super) fn set_text(&mut self, row: Row, text: &str) {
        let place = match row {
            Row::Name => &mut self.texts.name,
            Row::Exercise => {
                (self.start, self.path) = (None, None);
                &mut self.texts.exercise
            }
            Row::Tempo => &mut self.texts.tempo,
            Row::Phase(field) => return self.set_phase(field, text),
            Row::Hold => &mut self.texts.hold,
            Row::Stroke => &mut self.texts.stroke,
            Row::Sets => &mut self.texts.sets,
            Row::Reps => &mut self.texts.reps,
            Row::Rest => &mut self.texts.rest,
            Row::LeadIn => &mut self.texts.lead_in,
            Row::Load => &mut self.texts.load,
            Row::Cue => &mut self.texts.cue,
            Row::Id => {
                self.id = (!text.is_empty()).then(|| text.to_owned());
                return;
            }
            Row::Line => return self.set_line(text),
            _ => return,
        };
        text.clone_into(place);
    }

    /// The work as a line, as far as there is one.
    fn line(&self) -> String {
        match &self.source {
            Source::Line(text) => text.clone(),
            Source::Rows => {
                let work = self.rows_work();
                work.map_or_else(String::new, |work| line::work(&work, self.sides()))
            }
        }
    }

    fn set_line(&mut self, text: &str) {
        self.source = if text.trim().is_empty() {
            Source::Rows
        } else {
            Source::Line(text.to_owned())
        };
    }

    /// Somebody is done with the line: what has rows is written there.
    pub(super) fn settle(&mut self) {
        let Source::Line(text) = &self.source else {
            return;
        };
        let Ok(said) = quick::read(text) else {
            return;
        };
        if !said.exercise.name.is_empty() {
            self.texts.exercise.clone_from(&said.exercise.name);
            self.ways(&said.exercise);
        } else if said.exercise.start == Start::Lift {
            let usual = Exercise::named(&self.texts.exercise).start;
            self.start = (usual != Start::Lift).then_some(Start::Lift);
        }
        if let Some(lead_in) = said.lead_in {
            self.texts.lead_in = length::short(lead_in);
        }
        for (said, place) in [
            (&said.load, &mut self.texts.load),
            (&said.cue, &mut self.texts.cue),
        ] {
            if !said.is_empty() {
                place.clone_from(said);
            }
        }
        if said.unloaded != Unloaded::Neither {
            self.unloaded = said.unloaded;
        }
        self.lockout = said.work.lockout;
        self.fill(&said.work, said.sides);
    }

    /// Where the line says the work, it says the sides, too: it is written anew when they change.
    pub(super) fn rewrite_line(&mut self) {
        let Source::Line(text) = &self.source else {
            return;
        };
        if let Ok(said) = quick::read(text) {
            self.source = Source::Line(line::work(&said.work, self.sides()));
        }
    }

    /// The exercise, as far as its name says it.
    pub(super) fn exercise(&self) -> Exercise {
        let usual = Exercise::named(&self.texts.exercise);
        Exercise {
            start: self.start.unwrap_or(usual.start),
            path: self.path.unwrap_or(usual.path),
            name: usual.name,
        }
    }
}

/// Whether rows can say it: one tempo, and sets in one go.
fn has_rows(work: &Prescription) -> bool {
    let straight = |scheme: &Scheme| matches!(scheme, Scheme::Straight(_));
    !matches!(work.pacing, Pacing::BySet(_) | Pacing::ByRep(_)) && work.reps.iter().all(straight)
}

/// The preset that a new form begins with: what is asked for most.
pub(super) fn blank(id: PresetId) -> Option<Draft> {
    let tempo = tempo::read("4-0-1-0").ok()?.tempo;
    let draft = Draft::straight(
        id,
        Exercise::unnamed(),
        tempo,
        3,
        8,
        Duration::from_secs(120),
    );
    Some(Draft {
        name: String::new(),
        ..draft
    })
}
