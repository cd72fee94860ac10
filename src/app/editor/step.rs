//! What − and + do in each row of a preset.

use super::form::{Between, Form, Kind, Share, Source};
use super::row::Row;
use crate::training::exercise::{Exercise, Start};
use crate::training::length;
use crate::training::prescription::{Reps, Scheme};
use crate::training::preset::{Gate, Unloaded};
use crate::training::tempo::{Field, Pace};
use std::time::Duration;

/// A phase of a rep, or a stroke.
const PHASE: Duration = Duration::from_millis(500);
/// A hold, a lead-in.
const SECONDS: Duration = Duration::from_secs(5);
/// A rest.
const REST: Duration = Duration::from_secs(15);

/// Less or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Less,
    More,
}

impl By {
    /// The neighbour in a list that goes round.
    pub(super) fn neighbour<T: Copy + PartialEq>(self, all: &[T], now: T) -> T {
        let at = all.iter().position(|one| *one == now).unwrap_or(0);
        let to = match self {
            Self::More => at + 1,
            Self::Less => at + all.len().saturating_sub(1),
        };
        to.checked_rem(all.len())
            .and_then(|to| all.get(to).copied())
            .unwrap_or(now)
    }

    fn number(self, number: u32) -> u32 {
        match self {
            Self::More => number.saturating_add(1),
            Self::Less => number.saturating_sub(1).max(1),
        }
    }

    /// A length, stopping at nothing. It goes to whole steps.
    pub(super) fn length(self, length: Duration, step: Duration) -> Duration {
        let steps = length.as_nanos() / step.as_nanos();
        let whole = length.as_nanos().is_multiple_of(step.as_nanos());
        let to = match self {
            Self::More => steps + 1,
            Self::Less if whole => steps.saturating_sub(1),
            Self::Less => steps,
        };
        u32::try_from(to).map_or(length, |to| step.saturating_mul(to))
    }

    /// A length as it was typed; one that makes no sense stays as it is.
    pub(super) fn text(self, text: &str, step: Duration) -> String {
        length::read(text).map_or_else(
            |_| text.to_owned(),
            |length| length::short(self.length(length, step)),
        )
    }
}

impl Form {
    /// One step in a row.
    pub(super) fn step(&mut self, row: Row, by: By) {
        match row {
            Row::Tempo => self.step_phase(Field::Lower, by),
            Row::Phase(field) => self.step_phase(field, by),
            Row::Hold => self.texts.hold = by.text(&self.texts.hold, SECONDS),
            Row::Stroke => self.texts.stroke = by.text(&self.texts.stroke, PHASE),
            Row::Rest => self.texts.rest = by.text(&self.texts.rest, REST),
            Row::LeadIn => self.texts.lead_in = by.text(&self.texts.lead_in, SECONDS),
            Row::Sets => {
                if let Ok(sets) = self.texts.sets.trim().parse() {
                    self.texts.sets = by.number(sets).to_string();
                }
            }
            Row::Reps => self.step_reps(by),
            _ => self.choose(row, by),
        }
    }

    fn choose(&mut self, row: Row, by: By) {
        match row {
            Row::Kind => self.step_kind(by),
            Row::Lockout => {
                self.lockout = by.neighbour(&[Gate::Open, Gate::Closed], self.lockout);
            }
            Row::Between => {
                self.between = by.neighbour(&[Between::Rest, Between::Every], self.between);
            }
            Row::Sides => {
                let all = [Share::Both, Share::Each, Share::Alternating, Share::Only];
                self.share = by.neighbour(&all, self.share);
                self.rewrite_line();
            }
            Row::First => {
                self.first = self.first.other();
                self.rewrite_line();
            }
            Row::Start => {
                let usual = Exercise::named(&self.texts.exercise).start;
                let start = match self.start.unwrap_or(usual) {
                    Start::Lower => Start::Lift,
                    Start::Lift => Start::Lower,
                };
                self.start = (start != usual).then_some(start);
            }
            Row::Unloaded => {
                let all = [
                    Unloaded::Neither,
                    Unloaded::Stretched,
                    Unloaded::Contracted,
                    Unloaded::Both,
                ];
                self.unloaded = by.neighbour(&all, self.unloaded);
            }
            Row::Weeks => self.keeps_weeks = !self.keeps_weeks,
            _ => {}
        }
    }

    /// Another kind is written in rows, wherever the work came from before.
    fn step_kind(&mut self, by: By) {
        if self.source != Source::Rows {
            self.source = Source::Rows;
            return;
        }
        let all = [Kind::Tempo, Kind::Hold, Kind::Strokes, Kind::OwnPace];
        let was_hold = self.kind == Kind::Hold;
        self.kind = by.neighbour(&all, self.kind);
        // One hold in a set is usual, one rep is not.
        if self.kind == Kind::Hold && self.texts.reps == "8" {
            "1".clone_into(&mut self.texts.reps);
        } else if was_hold && self.texts.reps == "1" {
            "8".clone_into(&mut self.texts.reps);
        }
    }

    fn step_phase(&mut self, field: Field, by: By) {
        let Ok(reading) = crate::training::tempo::read(&self.texts.tempo) else {
            return;
        };
        let tempo = reading.tempo;
        let stepped = match field {
            Field::Lower => Pace::to_string(&pace(tempo.lower(), by, Duration::ZERO)),
            Field::Lift => Pace::to_string(&pace(tempo.lift(), by, PHASE)),
            Field::PauseStretched => length::seconds(by.length(tempo.stretched(), PHASE)),
            Field::PauseContracted => length::seconds(by.length(tempo.contracted(), PHASE)),
        };
        self.set_text(Row::Phase(field), &stepped);
    }

    /// Every number of reps by one.
    fn step_reps(&mut self, by: By) {
        let schemes = self.texts.reps.split(',').map(str::parse::<Scheme>);
        let Ok(schemes) = schemes.collect::<Result<Vec<_>, _>>() else {
            return;
        };
        let stepped: Vec<String> = schemes
            .into_iter()
            .map(|scheme| match scheme {
                Scheme::Straight(reps) => stepped(reps, by).to_string(),
                other => other.to_string(),
            })
            .collect();
        self.texts.reps = stepped.join(", ");
    }
}

fn stepped(reps: Reps, by: By) -> Reps {
    match reps {
        Reps::Exactly(reps) => Reps::Exactly(by.number(reps)),
        Reps::AsTolerated(reps) => Reps::AsTolerated(by.number(reps)),
        Reps::Amrap { cap } => Reps::Amrap {
            cap: by.number(cap),
        },
        Reps::Range { least, most } => {
            let width = most.saturating_sub(least);
            let least = by.number(least);
            Reps::Range {
                least,
                most: least.saturating_add(width),
            }
        }
    }
}

/// A moving phase: below its shortest time it is as fast as possible, above that it is timed again.
fn pace(pace: Pace, by: By, least: Duration) -> Pace {
    match (pace, by) {
        (Pace::Timed(length), By::Less) if length <= least => {
            if least.is_zero() {
                pace
            } else {
                Pace::Explosive
            }
        }
        (Pace::Timed(length), _) => Pace::Timed(by.length(length, PHASE)),
        (Pace::Explosive | Pace::Assisted, By::More) => Pace::Timed(PHASE),
        (Pace::Explosive | Pace::Assisted, By::Less) => pace,
    }
}

#[cfg(test)]
mod tests {
    use super::super::form::blank;
    use super::*;

    fn form() -> Form {
        Form::of(blank("under-test".parse().unwrap()).unwrap(), None)
    }

    fn stepped(row: Row, from: &str, by: &[By]) -> String {
        let mut form = form();
        form.set_text(row, from);
        for by in by {
            form.step(row, *by);
        }
        form.text(row).unwrap()
    }

    #[test]
    fn lengths_go_to_whole_steps_and_stop_at_nothing() {
        use By::{Less, More};
        for (row, from, by, to) in [
            (Row::Rest, "2m", &[More][..], "2:15"),
            (Row::Rest, "100", &[Less], "1:30"),
            (Row::Rest, "20", &[Less, Less, Less], "0s"),
            (Row::LeadIn, "10", &[Less], "5s"),
            (Row::Rest, "soon", &[More], "soon"),
            (Row::Sets, "3", &[Less, Less, Less, Less], "1"),
            (Row::Reps, "12, 10,8", &[More], "13, 11, 9"),
            (Row::Reps, "6-8", &[Less], "5-7"),
            (Row::Reps, "AMRAP", &[More], "AMRAP 51"),
        ] {
            assert_eq!(stepped(row, from, by), to, "{row:?} {from}");
        }
    }

    #[test]
    fn below_its_shortest_time_a_lift_is_explosive_and_above_that_it_is_timed_again() {
        use By::{Less, More};
        let lift = Row::Phase(Field::Lift);
        assert_eq!(stepped(lift, "1", &[Less, Less]), "X");
        assert_eq!(stepped(lift, "1", &[Less, Less, Less, More]), "0.5");
        assert_eq!(stepped(Row::Phase(Field::Lower), "0.5", &[Less, Less]), "0");
        assert_eq!(
            stepped(Row::Phase(Field::PauseStretched), "0", &[Less, More]),
            "0.5"
        );
    }

    #[test]
    fn another_kind_takes_the_dose_that_is_usual_for_it() {
        let mut form = form();
        form.step(Row::Kind, By::More);
        assert_eq!((form.kind, form.texts.reps.as_str()), (Kind::Hold, "1"));
        form.step(Row::Kind, By::Less);
        assert_eq!((form.kind, form.texts.reps.as_str()), (Kind::Tempo, "8"));
    }
}
