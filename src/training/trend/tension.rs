//! Time under tension by what the muscle did, of all exercises, a week or a month at a time.

use super::{Sentence, Slots};
use crate::training::journal::TensionMs;

/// Time under tension of each slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tensions {
    /// The slots, the present one last.
    pub slots: Vec<TensionMs>,
}

impl Tensions {
    pub(super) fn new(count: usize) -> Self {
        Self {
            slots: vec![TensionMs::default(); count],
        }
    }

    pub(super) fn add(&mut self, slot: usize, more: TensionMs) {
        if let Some(tension) = self.slots.get_mut(slot) {
            tension.eccentric_ms = tension.eccentric_ms.saturating_add(more.eccentric_ms);
            tension.concentric_ms = tension.concentric_ms.saturating_add(more.concentric_ms);
            tension.isometric_ms = tension.isometric_ms.saturating_add(more.isometric_ms);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.slots.iter().all(|tension| tension.total_ms() == 0)
    }

    pub(super) fn sentence(&self, slots: &Slots) -> Sentence {
        if self.is_empty() {
            return Sentence::new(
                format!(
                    "Nothing {}: every set that is paced fills this.",
                    slots.window().within()
                ),
                "Nothing yet: a paced set fills this",
            );
        }
        let mut latest = self.slots.iter().rev().copied();
        let now = latest.next().unwrap_or_default();
        let word = slots.step().word();
        let parts = |tension: TensionMs| {
            format!(
                "{} eccentric, {} concentric, {} isometric",
                seconds(tension.eccentric_ms),
                seconds(tension.concentric_ms),
                seconds(tension.isometric_ms)
            )
        };
        let Some(before) = latest.next() else {
            let total = seconds(now.total_ms());
            return Sentence::new(
                format!("{total} s this {word} so far: {}", parts(now)),
                format!("{total} s, {} of them eccentric", seconds(now.eccentric_ms)),
            );
        };
        let (so_far, total) = (seconds(now.total_ms()), seconds(before.total_ms()));
        Sentence::new(
            format!(
                "Last {word} {total} s: {}; this {word} {so_far} s",
                parts(before)
            ),
            format!("Last {word} {total} s, this {so_far} s so far"),
        )
    }

    pub(super) fn rows(&self, slots: &Slots) -> Vec<String> {
        let row = |(index, tension): (usize, &TensionMs)| {
            format!(
                "{}: {} s, {} s eccentric, {} s concentric, {} s isometric",
                slots.heading(index),
                seconds(tension.total_ms()),
                seconds(tension.eccentric_ms),
                seconds(tension.concentric_ms),
                seconds(tension.isometric_ms)
            )
        };
        if self.is_empty() {
            return Vec::new();
        }
        self.slots.iter().enumerate().map(row).collect()
    }
}

/// Whole seconds, to the nearest.
pub(crate) fn seconds(millis: u64) -> u64 {
    millis.saturating_add(500) / 1000
}
