//! The most clean reps of one set, for each tempo and load of an exercise. A clean rep was done, and nobody said that the
//! tempo broke in it; a set done again counts once, as it was done last.

use super::measure::{kilograms, visible_load};
use super::sentence::{counted, full};
use super::{LiftRow, Sentence, Slots, named};
use crate::training::journal::Load;
use crate::training::text::visible;
use jiff::civil::Date;

/// How many are named in the sentence.
const NAMED: usize = 3;

/// A best set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Best {
    /// The tempo; empty where there was none.
    pub tempo: String,
    /// The load, where there was one.
    pub load: Option<Load>,
    /// Its clean reps.
    pub clean: u32,
    /// The day on which so many were first done.
    pub day: Date,
}

/// The best sets of an exercise: the tempo that was trained last first, within it the heaviest load first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bests {
    /// What was lifted.
    pub exercise: String,
    /// The sets.
    pub sets: Vec<Best>,
    /// The tempos, the latest first.
    tempos: Vec<String>,
}

impl Bests {
    pub(super) fn add(&mut self, row: &LiftRow) {
        if self.tempos.first() != Some(&row.tempo) {
            self.tempos.retain(|tempo| *tempo != row.tempo);
            self.tempos.insert(0, row.tempo.clone());
        }
        if row.clean == 0 {
            return;
        }
        let load = row.load.value();
        let same = |best: &&mut Best| best.tempo == row.tempo && best.load.as_ref() == load;
        match self.sets.iter_mut().find(same) {
            Some(best) if row.clean > best.clean => (best.clean, best.day) = (row.clean, row.day),
            Some(_) => {}
            None => self.sets.push(Best {
                tempo: row.tempo.clone(),
                load: load.cloned(),
                clean: row.clean,
                day: row.day,
            }),
        }
    }

    pub(super) fn settle(&mut self) {
        let tempos = &self.tempos;
        let place = |best: &Best| tempos.iter().position(|tempo| *tempo == best.tempo);
        self.sets.sort_by(|one, other| {
            let heavy = |best: &Best| kilograms(best.load.as_ref().and_then(Load::mass));
            let heavier = heavy(other).total_cmp(&heavy(one));
            place(one).cmp(&place(other)).then(heavier)
        });
    }

    pub(super) fn sentence(&self, slots: &Slots) -> Sentence {
        let Some(first) = self.sets.first() else {
            return Sentence::new(
                format!(
                    "Nothing {}: every set that is paced fills this.",
                    slots.window().within()
                ),
                "Nothing yet: a paced set fills this",
            );
        };
        let of_tempo = || self.sets.iter().filter(|best| best.tempo == first.tempo);
        let named_sets = |most: usize| {
            let words = of_tempo().take(most).map(|best| match &best.load {
                Some(load) => format!("{} with {}", best.clean, visible_load(load)),
                None => counted(best.clean, "rep"),
            });
            words.collect::<Vec<_>>().join(", ")
        };
        let exercise = visible(named(&self.exercise));
        let (at, short) = match visible(&first.tempo) {
            tempo if tempo.is_empty() => (String::new(), String::new()),
            tempo => (format!(" at {tempo}"), format!("{tempo}: ")),
        };
        Sentence::new(
            format!(
                "{exercise}{at}, most clean reps in a set: {}",
                named_sets(NAMED)
            ),
            format!("{short}{}", named_sets(2)),
        )
    }

    pub(super) fn rows(&self) -> Vec<String> {
        self.sets
            .iter()
            .map(|best| format!("{}: {}", best.what(), best.did()))
            .collect()
    }
}

impl Best {
    /// `4-0-1-0, 65 kg`.
    pub fn what(&self) -> String {
        let tempo = match self.tempo.as_str() {
            "" => "no tempo",
            tempo => tempo,
        };
        let load = self
            .load
            .as_ref()
            .map_or_else(|| "no load".to_owned(), visible_load);
        format!("{}, {load}", visible(tempo))
    }

    /// `8 clean reps, Sat 21 Nov 2026`.
    fn did(&self) -> String {
        format!("{}, {}", counted(self.clean, "clean rep"), full(self.day))
    }
}
