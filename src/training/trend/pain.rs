//! The worst pain of each week or month: during a session, right after it, and in a joint or tendon on a morning.

use super::sentence::score;
use super::{Sentence, SessionRow, Slots};
use crate::training::journal::{Morning, Score};

/// The worst of a slot; nothing where it was not asked or not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Worst {
    /// During a session.
    pub during: Option<Score>,
    /// Right after one.
    pub after: Option<Score>,
    /// In a joint or a tendon on a morning.
    pub morning: Option<Score>,
}

impl Worst {
    fn is_empty(self) -> bool {
        self == Self::default()
    }

    fn and(self, other: Self) -> Self {
        Self {
            during: self.during.max(other.during),
            after: self.after.max(other.after),
            morning: self.morning.max(other.morning),
        }
    }

    fn words(self) -> String {
        let Self {
            during,
            after,
            morning,
        } = self;
        format!(
            "{} during, {} after, {} on a morning",
            score(during),
            score(after),
            score(morning)
        )
    }
}

/// The worst pain of each slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pain {
    /// The slots, the present one last.
    pub slots: Vec<Worst>,
}

impl Pain {
    pub(super) fn new(count: usize) -> Self {
        Self {
            slots: vec![Worst::default(); count],
        }
    }

    pub(super) fn session(&mut self, slot: usize, row: &SessionRow) {
        self.add(
            slot,
            Worst {
                during: row.worst_pain,
                after: row.pain_after,
                morning: None,
            },
        );
    }

    pub(super) fn morning(&mut self, slot: usize, morning: &Morning) {
        self.add(
            slot,
            Worst {
                morning: morning.joint_pain,
                ..Worst::default()
            },
        );
    }

    fn add(&mut self, slot: usize, more: Worst) {
        if let Some(worst) = self.slots.get_mut(slot) {
            *worst = worst.and(more);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.slots.iter().all(|worst| worst.is_empty())
    }

    pub(super) fn sentence(&self, slots: &Slots) -> Sentence {
        if self.is_empty() {
            return Sentence::new(
                format!(
                    "Nothing {}: the questions of the morning fill this, and in published programmes those of the session.",
                    slots.window().within()
                ),
                "Nothing yet: the mornings fill this",
            );
        }
        let worst = self
            .slots
            .iter()
            .copied()
            .fold(Worst::default(), Worst::and);
        let Worst {
            during,
            after,
            morning,
        } = worst;
        let within = slots.window().within();
        Sentence::new(
            format!("The worst {within}: {}", worst.words()),
            format!(
                "Worst: mornings {}, during {}, after {}",
                score(morning),
                score(during),
                score(after)
            ),
        )
    }

    pub(super) fn rows(&self, slots: &Slots) -> Vec<String> {
        let answered = self
            .slots
            .iter()
            .enumerate()
            .filter(|(_, worst)| !worst.is_empty());
        answered
            .map(|(index, worst)| format!("{}: {}", slots.heading(index), worst.words()))
            .collect()
    }
}
