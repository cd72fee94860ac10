//! Putting a past and a future together: the past stays as it was, the future moves in time to meet it.

use super::SKIP_TO;
use crate::training::timeline::{Segment, SegmentKind, Tempos, Timeline};
use std::sync::Arc;
use std::time::Duration;

impl Timeline {
    /// The segments up to `at`: those before `index`, and the one at `index` cut short where any of it has passed. One that has
    /// been paced to the gate at its end is whole; only a rep that nobody paces is not done before a key says so.
    pub(super) fn past(&self, index: usize, at: Duration) -> Vec<Segment> {
        let mut past = self.before(index);
        let current = self.segments.get(index).copied();
        let begun = current.filter(|current| current.start < at);
        past.extend(begun.map(|current| Segment {
            end: at,
            completes_rep: current.completes_rep && current.end <= at && !current.is_own_pace(),
            gate: false,
            ..current
        }));
        past
    }

    /// The segments before `index`, with room for what is to follow.
    pub(super) fn before(&self, index: usize) -> Vec<Segment> {
        let mut before = Vec::with_capacity(self.segments.len() + 1);
        before.extend_from_slice(self.segments.get(..index).unwrap_or_default());
        before
    }

    pub(super) fn after(&self, index: usize) -> impl Iterator<Item = Segment> {
        let after = self.segments.get(index + 1..).unwrap_or_default();
        after.iter().copied()
    }

    pub(super) fn spliced(
        &self,
        past: Vec<Segment>,
        future: impl Iterator<Item = Segment>,
        at: Duration,
    ) -> Self {
        let segments = self.joined(past, future);
        self.rebuilt(segments, self.tempos.clone(), at)
    }

    pub(super) fn rebuilt(&self, segments: Vec<Segment>, tempos: Tempos, at: Duration) -> Self {
        let plan = Arc::clone(&self.plan);
        self.reassemble(Arc::new(segments), tempos, plan, at)
    }

    /// Joins `future` to `past`, moving it in time so that it begins where the past ends. Where each set is to begin so
    /// long after the one before, the rests between them take what is left of that.
    pub(super) fn joined(
        &self,
        mut past: Vec<Segment>,
        future: impl Iterator<Item = Segment>,
    ) -> Vec<Segment> {
        let mut cursor = past.last().map_or(Duration::ZERO, |segment| segment.end);
        let mut latest = latest_set(&past);
        for segment in future {
            let every = self.part(&segment).and_then(|part| part.every);
            let usual = segment.duration();
            let length = match (segment.kind, every, latest) {
                (SegmentKind::Rest, Some(every), Some((_, begun))) => {
                    rest_of(every, cursor.saturating_sub(begun), usual)
                }
                _ => usual,
            };
            if segment.in_bout() && latest.is_none_or(|(set, _)| set != set_of(&segment)) {
                latest = Some((set_of(&segment), cursor));
            }
            let placed = segment.placed(cursor, length);
            cursor = placed.end;
            past.push(placed);
        }
        past
    }
}

/// What tells the sets of a timeline apart; both sides of one and all attempts at it are the same set.
fn set_of(segment: &Segment) -> (u16, u32) {
    (segment.part, segment.set)
}

/// The last set of which anything was done, and when it began.
fn latest_set(past: &[Segment]) -> Option<((u16, u32), Duration)> {
    let set = set_of(past.iter().rfind(|segment| segment.in_bout())?);
    let first = past
        .iter()
        .find(|segment| segment.in_bout() && set_of(segment) == set)?;
    Some((set, first.start))
}

/// The rest that is left when a set and all that came with it took so long. Where that is no time to rest in, the next
/// set begins one round later.
fn rest_of(every: Duration, taken: Duration, usual: Duration) -> Duration {
    let least = taken + SKIP_TO.min(usual);
    let mut rounds = every;
    while rounds < least && !every.is_zero() {
        rounds += every;
    }
    rounds.saturating_sub(taken)
}
