//! How heavy an exercise was, a line for each tempo.
//!
//! The load of a session at a tempo is its heaviest set that counts, be the load said or assumed. Over more than a year it is
//! the heaviest of the month. Loads of other kinds than the latest (a weight, a weight per hand, more or less than the body,
//! a band) cannot be compared with it: they are told in words and not drawn. What is in the other unit is converted into that
//! of the latest, to a tenth. Body weight alone is drawn as 0; what it was nobody asks.

use super::measure::{Measure, in_unit, is_heavier, tenths_in, visible_load};
use super::sentence::{counted, full};
use super::{LiftRow, Sentence, Slots, Step, named};
use crate::training::journal::{Answer, Load, Mass, Stamp, Unit};
use crate::training::text::visible;
use jiff::civil::Date;
use std::cmp::Reverse;

/// The load of a session, or of a month, at one tempo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The day on which it was lifted.
    pub day: Date,
    /// Which of the tempos.
    pub tempo: usize,
    /// What was lifted.
    pub load: Load,
    /// Whether nobody said so.
    pub assumed: bool,
    /// What it is a point of: a session or a month.
    within: i64,
}

/// How heavy an exercise was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loads {
    /// What was lifted.
    pub exercise: String,
    /// The tempos, in the order in which they first came.
    pub tempos: Vec<String>,
    /// In how many sessions each tempo was lifted, with a load or without.
    pub sessions: Vec<u32>,
    /// The loads, the latest last.
    pub points: Vec<Point>,
    /// The session that each tempo was last seen in.
    last: Vec<Option<Stamp>>,
}

impl Loads {
    /// How heavy an exercise was in these sets, which come in the order of their days.
    pub fn of(exercise: String, slots: &Slots, sets: impl IntoIterator<Item = LiftRow>) -> Self {
        let mut loads = Self {
            exercise,
            ..Self::default()
        };
        for set in sets {
            loads.add(slots, &set);
        }
        loads.settle();
        loads
    }

    pub(super) fn add(&mut self, slots: &Slots, row: &LiftRow) {
        let tempo = self.tempo(&row.tempo);
        if let (Some(last), Some(sessions)) =
            (self.last.get_mut(tempo), self.sessions.get_mut(tempo))
            && *last != Some(row.session)
        {
            *last = Some(row.session);
            *sessions += 1;
        }
        let Some(load) = row.load.value() else {
            return;
        };
        let within = match slots.step() {
            Step::Week => row.session.millis(),
            Step::Month => slots
                .of(row.day)
                .and_then(|slot| i64::try_from(slot).ok())
                .unwrap_or(0),
        };
        let point = Point {
            day: row.day,
            tempo,
            load: load.clone(),
            assumed: matches!(row.load, Answer::Assumed(_)),
            within,
        };
        let mut same = self
            .points
            .iter_mut()
            .rev()
            .take_while(|other| other.within == within);
        match same
            .find(|other| other.tempo == tempo && Measure::of(&other.load) == Measure::of(load))
        {
            Some(other) if is_heavier(&point.load, &other.load) => *other = point,
            Some(_) => {}
            None => self.points.push(point),
        }
    }

    fn tempo(&mut self, tempo: &str) -> usize {
        if let Some(known) = self.tempos.iter().position(|known| known == tempo) {
            return known;
        }
        self.tempos.push(tempo.to_owned());
        self.sessions.push(0);
        self.last.push(None);
        self.tempos.len() - 1
    }

    /// The heaviest of a month may lie behind that of another tempo.
    pub(super) fn settle(&mut self) {
        self.points.sort_by_key(|point| point.day);
    }

    /// What is drawn: the kind and the unit of the latest load.
    pub fn measure(&self) -> Option<(Measure, Unit)> {
        let latest = self.points.last()?;
        let measure = Measure::of(&latest.load);
        let of_kind = self
            .points
            .iter()
            .rev()
            .filter(|point| Measure::of(&point.load) == measure);
        let unit = of_kind
            .filter_map(|point| point.load.mass())
            .map(Mass::unit)
            .next();
        Some((measure, unit.unwrap_or_default()))
    }

    /// What can be drawn: points of the latest kind with their numbers, in tenths of its unit. None of bands.
    pub fn drawn(&self) -> Vec<(&Point, i32)> {
        let Some((measure, unit)) = self.measure() else {
            return Vec::new();
        };
        let tenths = |point: &Point| match (&point.load, measure) {
            (Load::Band(_), _) => None,
            (load, _) if Measure::of(load) != measure => None,
            (load, _) => Some(load.mass().map_or(0, |mass| tenths_in(mass, unit))),
        };
        let points = self.points.iter();
        points
            .filter_map(|point| Some((point, tenths(point)?)))
            .collect()
    }

    /// Lines: what can be drawn, cut where the tempo changes.
    pub fn segments(&self) -> Vec<(usize, Vec<(Date, i32)>)> {
        let mut segments: Vec<(usize, Vec<(Date, i32)>)> = Vec::new();
        for (point, tenths) in self.drawn() {
            let place = (point.day, tenths);
            match segments.last_mut() {
                Some((tempo, line)) if *tempo == point.tempo => line.push(place),
                _ => segments.push((point.tempo, vec![place])),
            }
        }
        segments
    }

    /// The tempo of a number as it is shown.
    pub fn tempo_words(&self, tempo: usize) -> String {
        match self.tempos.get(tempo).map_or("", String::as_str) {
            "" => "no tempo".to_owned(),
            tempo => visible(tempo).into_owned(),
        }
    }

    pub(super) fn sentence(&self, slots: &Slots) -> Sentence {
        let exercise = visible(named(&self.exercise)).into_owned();
        let Some(latest) = self.points.last() else {
            let within = slots.window().within();
            if self.tempos.is_empty() {
                return Sentence::new(
                    format!(
                        "Nothing {within}: a set that is paced with its load begins a line here."
                    ),
                    "Nothing yet: a paced set fills this",
                );
            }
            return Sentence::new(
                format!(
                    "{exercise}: no load {within}. Type it in the lead-in or in a rest, and it is drawn here."
                ),
                "No load yet: type it in a rest",
            );
        };
        let what = self.told(latest);
        let others = match self.tempos.len().saturating_sub(1) {
            0 => String::new(),
            others => format!("; {}", counted(others as u64, "other tempo")),
        };
        let (at, short) = match self.tempos.get(latest.tempo).map(String::as_str) {
            Some("") | None => (String::new(), String::new()),
            Some(tempo) => (
                format!(" at {}", visible(tempo)),
                format!("{}: ", visible(tempo)),
            ),
        };
        Sentence::new(
            format!("{exercise}{at}: {what}{others}"),
            format!("{short}{what}"),
        )
    }

    /// From the first load of a tempo to its latest: `57.5 → 65 kg, 26 sessions`.
    fn told(&self, latest: &Point) -> String {
        let kind = Measure::of(&latest.load);
        let alike =
            |point: &&Point| point.tempo == latest.tempo && Measure::of(&point.load) == kind;
        let first = self.points.iter().find(alike).unwrap_or(latest);
        let sessions = self.sessions.get(latest.tempo).copied().unwrap_or(0);
        format!(
            "{}, {}",
            self.change(first, latest),
            counted(sessions, "session")
        )
    }

    /// A line for each tempo, the latest first: `Squat at 4-0-1-0: 57.5 → 65 kg, 26 sessions`.
    pub fn by_tempo(&self) -> Vec<String> {
        let exercise = visible(named(&self.exercise));
        let line = |tempo: usize| {
            let latest = self.points.iter().rev().find(|point| point.tempo == tempo);
            let sessions = self.sessions.get(tempo).copied().unwrap_or(0);
            let what = match latest {
                Some(latest) => self.told(latest),
                None => format!("no load, {}", counted(sessions, "session")),
            };
            format!("{exercise} at {}: {what}", self.tempo_words(tempo))
        };
        let mut tempos: Vec<usize> = (0..self.tempos.len()).collect();
        tempos.sort_by_key(|tempo| Reverse(self.last.get(*tempo).copied().flatten()));
        tempos.into_iter().map(line).collect()
    }

    /// `57.5 → 65 kg`.
    fn change(&self, first: &Point, latest: &Point) -> String {
        let (from, to) = (visible_load(&first.load), visible_load(&latest.load));
        let Some((_, unit)) = self.measure() else {
            return to;
        };
        if first.load == latest.load {
            return to;
        }
        match (first.load.mass(), &latest.load) {
            (Some(mass), Load::Weight(_) | Load::PerHand(_)) => {
                format!("{} → {to}", in_unit(mass, unit))
            }
            _ => format!("{from} → {to}"),
        }
    }

    pub(super) fn rows(&self) -> Vec<String> {
        let row = |point: &Point| {
            let assumed = if point.assumed { ", assumed" } else { "" };
            let (day, load) = (full(point.day), visible_load(&point.load));
            format!(
                "{day}: {load} at {}{assumed}",
                self.tempo_words(point.tempo)
            )
        };
        self.points.iter().map(row).collect()
    }
}
