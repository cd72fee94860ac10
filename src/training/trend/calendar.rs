//! The days on which somebody trained, and with how many sets that count.

use super::sentence::{counted, full};
use super::{Sentence, Slots, Step};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The days of training.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    /// The sets of each day that has any.
    pub sets: BTreeMap<Date, u32>,
}

impl Calendar {
    pub(super) fn add(&mut self, day: Date, sets: u32) {
        if sets > 0 {
            *self.sets.entry(day).or_default() += sets;
        }
    }

    pub(super) fn sentence(&self, slots: &Slots) -> Sentence {
        let Some((last, _)) = self.sets.last_key_value() else {
            return Sentence::new(
                format!(
                    "No training {}: every set that is paced marks its day here.",
                    slots.window().within()
                ),
                "No training yet: paced sets fill this",
            );
        };
        let days = counted(self.sets.len() as u64, "training day");
        Sentence::new(
            format!(
                "{days} {}, the last on {}",
                slots.window().within(),
                full(*last)
            ),
            format!("{days}, last {}", last.strftime("%a %-d %b")),
        )
    }

    pub(super) fn rows(&self, slots: &Slots) -> Vec<String> {
        let mut by_slot: BTreeMap<usize, Vec<(Date, u32)>> = BTreeMap::new();
        for (day, sets) in &self.sets {
            if let Some(slot) = slots.of(*day) {
                by_slot.entry(slot).or_default().push((*day, *sets));
            }
        }
        by_slot
            .into_iter()
            .map(|(slot, days)| format!("{}: {}", slots.heading(slot), told(slots, &days)))
            .collect()
    }
}

/// `Mon 9 sets, Wed 8 sets`, or of a month `12 training days, 104 sets`.
fn told(slots: &Slots, days: &[(Date, u32)]) -> String {
    match slots.step() {
        Step::Week => {
            let day = |(day, sets): &(Date, u32)| {
                format!("{} {}", day.strftime("%a"), counted(*sets, "set"))
            };
            days.iter().map(day).collect::<Vec<_>>().join(", ")
        }
        Step::Month => {
            let sets: u32 = days.iter().map(|(_, sets)| sets).sum();
            format!(
                "{}, {}",
                counted(days.len() as u64, "training day"),
                counted(sets, "set")
            )
        }
    }
}
