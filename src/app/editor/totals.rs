//! What a preset or a routine comes to: its lengths, one rep of it, and what deserves a second look.

use super::change::Item;
use crate::app::picker::one_rep;
use crate::training::advice;
use crate::training::preset::Preset;
use crate::training::routine::Routine;
use crate::training::timeline::Timeline;
use std::time::Duration;

/// Lengths, nominal where something in it has no length of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    /// One rep, hold or stroke; the first, where they differ.
    pub rep: Duration,
    /// The shortest and the longest set, of one side.
    pub set: (Duration, Duration),
    /// Time under tension in all.
    pub tension: Duration,
    /// Everything, from the lead-in to the end.
    pub all: Duration,
    /// Whether any of it is nominal.
    pub is_approximate: bool,
}

impl Totals {
    /// The lengths of what is trained.
    pub(super) fn of(item: &Item) -> Self {
        let routine = item.routine();
        let timeline = Timeline::of(&routine);
        let sets = || {
            let sets = routine.presets().flat_map(Preset::sets);
            sets.map(crate::training::preset::Set::length)
        };
        let first = routine.presets().next();
        let effort = first.and_then(|preset| Some(preset.sets().first()?.work.first()?.effort));
        Self {
            rep: effort.map_or(Duration::ZERO, crate::training::preset::Effort::length),
            set: (
                sets().min().unwrap_or_default(),
                sets().max().unwrap_or_default(),
            ),
            tension: timeline.tension().total(),
            all: timeline.total(),
            is_approximate: timeline.is_approximate(),
        }
    }
}

/// One rep of a preset without anything round it: the curve.
pub(super) fn rep(preset: &Preset) -> Option<Timeline> {
    let rep = one_rep(&Routine::solo(preset.clone()))?;
    Some(Timeline::plan(&rep))
}

/// What deserves a second look.
pub(super) fn notes(item: &Item) -> Vec<String> {
    match item {
        Item::Preset(preset) => advice::notes(preset),
        Item::Routine(_) => Vec::new(),
    }
}
