//! The tempos of a timeline, over all nudges: past reps keep theirs, reps to come have the newest.

use super::segment::{Segment, SegmentKind};
use crate::training::tempo::{Pace, Tempo};
use std::time::Duration;

/// A table in generations of equal length: first the tempos as planned, then, for each nudge, what became of each.
///
/// A place is an index plus one, so that 0 can stand for no tempo. The same prescription stands at the same distance
/// from the start of each generation: a set that is done again finds its newest pace without a search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::training) struct Tempos {
    table: Vec<Tempo>,
    /// The step of the routine that each tempo of a generation belongs to.
    parts: Vec<u16>,
}

impl Tempos {
    /// The place of a tempo of a step while planning. Only neighbours are shared: a search would make planning quadratic.
    pub(in crate::training) fn intern(&mut self, tempo: Tempo, part: u16) -> u32 {
        if (self.table.last(), self.parts.last()) != (Some(&tempo), Some(&part)) {
            self.table.push(tempo);
            self.parts.push(part);
        }
        place(self.table.len() - 1)
    }

    /// The tempo at a place.
    pub(in crate::training) fn get(&self, place: u32) -> Option<Tempo> {
        self.table.get(index(place)?).copied()
    }

    /// Adds a generation in which every timed lowering of a step is changed, as far as a tempo allows it.
    pub(in crate::training) fn nudge(&mut self, part: u16, change: impl Fn(Duration) -> Duration) {
        let newest = self.table.len().saturating_sub(self.parts.len());
        let newest = self.table.iter().skip(newest).zip(&self.parts);
        let nudged: Vec<Tempo> = newest
            .map(|(&tempo, of)| {
                if *of == part {
                    with_lower(tempo, &change)
                } else {
                    tempo
                }
            })
            .collect();
        self.table.extend(nudged);
    }

    /// A segment to come, at the pace of the newest generation.
    pub(in crate::training) fn newest(&self, segment: Segment) -> Segment {
        let Some(index) = index(segment.tempo) else {
            return segment;
        };
        let generation = self.parts.len();
        let first = self.table.len().saturating_sub(generation);
        let tempo = place(first + index % generation.max(1));
        let length = match (segment.kind, self.get(tempo)) {
            (SegmentKind::Lower, Some(tempo)) => tempo.lower().nominal(),
            _ => segment.duration(),
        };
        Segment {
            tempo,
            ..segment.lasting(length)
        }
    }
}

fn place(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(0)
}

fn index(place: u32) -> Option<usize> {
    usize::try_from(place).ok()?.checked_sub(1)
}

fn with_lower(tempo: Tempo, change: impl Fn(Duration) -> Duration) -> Tempo {
    match tempo.lower() {
        Pace::Timed(lower) if !lower.is_zero() => tempo.with_lower(change(lower)).unwrap_or(tempo),
        _ => tempo,
    }
}
