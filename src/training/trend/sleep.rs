//! The nights: middle quality and middle length of each week or month.

use super::sentence::counted;
use super::{Middle, Sentence, Slots};
use crate::training::journal::Morning;
use crate::training::length;

/// The nights of a slot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Night {
    qualities: Vec<u16>,
    minutes: Vec<u16>,
}

impl Night {
    /// How good a night in the middle was, 0 to 10.
    pub fn quality(&self) -> Option<Middle> {
        Middle::of(self.qualities.clone())
    }

    /// How long one was, in minutes.
    pub fn minutes(&self) -> Option<Middle> {
        Middle::of(self.minutes.clone())
    }

    /// How many nights were answered for.
    pub fn answered(&self) -> usize {
        self.qualities.len().max(self.minutes.len())
    }
}

/// The nights of each slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nights {
    /// The slots, the present one last.
    pub slots: Vec<Night>,
}

impl Nights {
    pub(super) fn new(count: usize) -> Self {
        Self {
            slots: vec![Night::default(); count],
        }
    }

    pub(super) fn add(&mut self, slot: usize, morning: &Morning) {
        if let Some(night) = self.slots.get_mut(slot) {
            night
                .qualities
                .extend(morning.sleep.map(|score| u16::from(score.get())));
            night.minutes.extend(morning.slept_min);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.slots.iter().all(|night| night.answered() == 0)
    }

    /// All nights together.
    fn whole(&self) -> Night {
        let qualities = self
            .slots
            .iter()
            .flat_map(|night| night.qualities.iter().copied());
        let minutes = self
            .slots
            .iter()
            .flat_map(|night| night.minutes.iter().copied());
        Night {
            qualities: qualities.collect(),
            minutes: minutes.collect(),
        }
    }

    pub(super) fn sentence(&self, slots: &Slots) -> Sentence {
        let latest = self
            .slots
            .iter()
            .enumerate()
            .rev()
            .find(|(_, night)| night.answered() > 0);
        let Some((index, latest)) = latest else {
            return Sentence::new(
                format!(
                    "Nothing {}: the questions of the morning, on Today, fill this.",
                    slots.window().within()
                ),
                "Nothing yet: the mornings fill this",
            );
        };
        let whole = self.whole();
        let nights = counted(whole.answered() as u64, "night");
        let word = slots.step().word();
        let when = match self.slots.len() - index {
            1 => format!("this {word}"),
            2 => format!("last {word}"),
            _ => format!("{word} of {}", slots.label(index)),
        };
        Sentence::new(
            format!(
                "A night in the middle of {nights}: {}; {when}: {}",
                said(&whole),
                said(latest)
            ),
            format!("{} ({when})", capital(&said(latest))),
        )
    }

    pub(super) fn rows(&self, slots: &Slots) -> Vec<String> {
        let answered = self
            .slots
            .iter()
            .enumerate()
            .filter(|(_, night)| night.answered() > 0);
        let row = |(index, night): (usize, &Night)| {
            let nights = counted(night.answered() as u64, "night");
            format!(
                "{}: {} in the middle of {nights}",
                slots.heading(index),
                said(night)
            )
        };
        answered.map(row).collect()
    }
}

/// `quality 7, 7:10 h`.
fn said(night: &Night) -> String {
    let quality = night.quality().map(|quality| format!("quality {quality}"));
    let length = night
        .minutes()
        .map(|minutes| length::night(minutes.rounded()));
    let parts: Vec<String> = [quality, length].into_iter().flatten().collect();
    parts.join(", ")
}

/// As it begins a sentence.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
