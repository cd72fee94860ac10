//! Which rows a preset shows, and the words in those that choose: only what its kind needs.

use super::form::{Between, Form, Kind, Share, Source};
use super::row::Row;
use crate::training::exercise::{Exercise, Start};
use crate::training::preset::{Gate, Side, Unloaded};
use crate::training::tempo::{self, Field, Pace, Tempo};

const PHASES: [Row; 4] = [
    Row::Phase(Field::Lower),
    Row::Phase(Field::PauseStretched),
    Row::Phase(Field::Lift),
    Row::Phase(Field::PauseContracted),
];

impl Form {
    /// The rows from the top to the bottom, without what leads away.
    pub(super) fn rows(&self) -> Vec<Row> {
        let mut rows = vec![Row::Name, Row::Exercise, Row::Line, Row::Kind];
        let from_rows = self.source == Source::Rows;
        if from_rows {
            rows.extend(self.paced());
            rows.extend([Row::Sets, Row::Reps, Row::Between, Row::Rest]);
        }
        rows.push(Row::Sides);
        if self.share != Share::Both {
            rows.push(Row::First);
        }
        if self.kind == Kind::Tempo {
            rows.push(Row::Start);
            if self.has_pauses() || self.unloaded != Unloaded::Neither {
                rows.push(Row::Unloaded);
            }
        }
        rows.extend([Row::LeadIn, Row::Load, Row::Cue]);
        if !self.base.weeks.is_empty() {
            rows.push(Row::Weeks);
        }
        rows.push(Row::Id);
        rows
    }

    /// The rows that say how a rep is paced.
    fn paced(&self) -> Vec<Row> {
        match self.kind {
            Kind::Tempo => {
                let mut rows = vec![Row::Tempo];
                rows.extend(PHASES);
                let explosive = self
                    .tempo()
                    .is_some_and(|tempo| tempo.lift() == Pace::Explosive);
                if explosive || self.lockout == Gate::Closed {
                    rows.push(Row::Lockout);
                }
                rows
            }
            Kind::Hold => vec![Row::Hold],
            Kind::Strokes => vec![Row::Stroke],
            Kind::OwnPace => Vec::new(),
        }
    }

    fn tempo(&self) -> Option<Tempo> {
        let reading = tempo::read(&self.texts.tempo).ok()?;
        Some(reading.tempo)
    }

    fn has_pauses(&self) -> bool {
        // A ladder may have pauses anywhere.
        self.source != Source::Rows
            || self
                .tempo()
                .is_some_and(|tempo| !(tempo.stretched() + tempo.contracted()).is_zero())
    }

    /// What a row is called, where that depends on the kind.
    pub fn label(&self, row: Row) -> &'static str {
        match (row, self.kind, self.between) {
            (Row::Reps, Kind::Hold, _) => "Holds",
            (Row::Reps, Kind::Strokes, _) => "Strokes",
            (Row::Rest, _, Between::Every) => "Every",
            (Row::First, ..) if matches!(self.share, Share::Each | Share::Alternating) => {
                "Begins with"
            }
            _ => row.label(),
        }
    }

    /// The words in a row that chooses.
    pub fn words(&self, row: Row) -> Option<String> {
        let words = match row {
            Row::Kind => match (&self.source, self.kind) {
                (Source::Line(_), _) => "the line above",
                (Source::Rows, Kind::Tempo) => "a tempo",
                (Source::Rows, Kind::Hold) => "holds",
                (Source::Rows, Kind::Strokes) => "strokes",
                (Source::Rows, Kind::OwnPace) => "yourself",
            },
            Row::Lockout => match self.lockout {
                Gate::Open => "time goes on",
                Gate::Closed => "a key goes on",
            },
            Row::Between => match self.between {
                Between::Rest => "a rest",
                Between::Every => "a clock",
            },
            Row::Sides => match self.share {
                Share::Both => "both at once",
                Share::Each => "each in every set",
                Share::Alternating => "in turns, rep by rep",
                Share::Only => "one alone",
            },
            Row::First => match self.first {
                Side::Left => "left",
                Side::Right => "right",
            },
            Row::Start => return Some(self.start_words()),
            Row::Unloaded => match self.unloaded {
                Unloaded::Neither => "no pause",
                Unloaded::Stretched => "pause stretched",
                Unloaded::Contracted => "pause contracted",
                Unloaded::Both => "both pauses",
            },
            Row::Weeks => return Some(self.weeks_words()),
            _ => return None,
        };
        Some(words.to_owned())
    }

    fn start_words(&self) -> String {
        let known = Exercise::named(&self.texts.exercise);
        let start = match self.start.unwrap_or(known.start) {
            Start::Lower => "the lowering",
            Start::Lift => "the lift",
        };
        if self.start.is_none() && Exercise::known(&known.name).is_some() {
            format!("{start} (as usual)")
        } else {
            start.to_owned()
        }
    }

    fn weeks_words(&self) -> String {
        let weeks: Vec<String> = self
            .base
            .weeks
            .iter()
            .map(|week| week.from.to_string())
            .collect();
        let weeks = weeks.join(", ");
        if self.keeps_weeks {
            format!("changes in week {weeks} stay")
        } else {
            format!("changes in week {weeks} go")
        }
    }
}
