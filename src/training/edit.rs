//! Edits in mid-set: each gives a new timeline whose past is identical and whose future differs.
//!
//! Because nothing before the position of the edit may change, the newest timeline describes the whole past, and a
//! position never has to go back: a set that is done again is put into the future as a further attempt.

use super::cue::Say;
use super::tempo::{Pace, Tempo};
use super::timeline::{Handle, Segment, SegmentKind, Timeline};
use std::sync::Arc;
use std::time::Duration;

/// What is left of a wait that is skipped: the count of three.
pub const SKIP_TO: Duration = Duration::from_secs(3);
/// Time to get back under the bar before a set is done again.
pub const REDO_LEAD_IN: Duration = Duration::from_secs(5);
/// The shortest lowering that a nudge reaches.
pub const MIN_LOWER: Duration = Duration::from_millis(500);
/// The longest lowering that a nudge reaches.
pub const MAX_LOWER: Duration = Duration::from_secs(120);

/// A change to what is to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// The set, on this side, ends here; what follows it begins.
    EndSet,
    /// The set, on this side, is done again from its first rep.
    RedoSet,
    /// A wait shrinks to a count of three; a set ends.
    Skip,
    /// A wait grows.
    MoreRest(Duration),
    /// From the next rep on, lowering takes this much longer.
    Slower(Duration),
    /// From the next rep on, lowering takes this much less.
    Faster(Duration),
    /// The gate that time stands at, or is nearing, lets it through.
    OpenGate,
}

impl Timeline {
    /// The timeline after an edit at a position, or `None` where the edit changes nothing there.
    ///
    /// Everything before `at` is identical: segments, what they were planned to be, and cues.
    #[must_use]
    pub fn edited(&self, at: Duration, edit: Edit) -> Option<Self> {
        let index = self.index_at(at)?;
        let current = self.segments.get(index)?;
        match edit {
            Edit::EndSet | Edit::Skip if current.kind.is_work() => Some(self.end_set(index, at)),
            Edit::EndSet => None,
            Edit::RedoSet => self.redo_set(index, at),
            Edit::Skip => {
                let end = at + SKIP_TO;
                (end < current.end).then(|| self.with_wait(index, end, at))
            }
            Edit::MoreRest(_) if current.kind.is_work() || current.gate => None,
            Edit::MoreRest(more) => Some(self.with_wait(index, current.end + more, at)),
            Edit::Slower(by) => self.nudged(index, at, |lower| (lower + by).min(MAX_LOWER)),
            Edit::Faster(by) => self.nudged(index, at, |lower| {
                lower.saturating_sub(by).max(MIN_LOWER.min(lower))
            }),
            Edit::OpenGate => self.gate_opened(index, at),
        }
    }

    /// The segments up to `at`: those before `index`, and the one at `index` cut short where any of it has passed.
    fn past(&self, index: usize, at: Duration) -> Vec<Segment> {
        let mut past = self.segments.get(..index).unwrap_or_default().to_vec();
        if let Some(&current) = self
            .segments
            .get(index)
            .filter(|current| current.start < at)
        {
            past.push(Segment {
                end: at,
                completes_rep: false,
                gate: false,
                ..current
            });
        }
        past
    }

    /// Joins `future` to `past`, moving it in time so that it begins where the past ends.
    fn rejoin(
        &self,
        mut past: Vec<Segment>,
        future: impl Iterator<Item = Segment>,
        at: Duration,
    ) -> Self {
        let mut cursor = past.last().map_or(Duration::ZERO, |segment| segment.end);
        for segment in future {
            let length = segment.duration();
            past.push(Segment {
                start: cursor,
                end: cursor + length,
                planned_end: cursor + length,
                ..segment
            });
            cursor += length;
        }
        self.rebuilt(past, self.tempos.clone(), at)
    }

    fn rebuilt(&self, segments: Vec<Segment>, tempos: Vec<Tempo>, at: Duration) -> Self {
        let mut edited = Self {
            segments,
            cues: Vec::new(),
            exercises: self.exercises.clone(),
            tempos,
            planned: Arc::clone(&self.planned),
        };
        edited.cue_up(&self.cues, at);
        edited
    }

    fn end_set(&self, index: usize, at: Duration) -> Self {
        let after = self.segments.get(index + 1..).unwrap_or_default();
        let bout = self.segments.get(index);
        let future = after
            .iter()
            .skip_while(|segment| bout.is_some_and(|bout| segment.same_bout(bout)));
        self.rejoin(self.past(index, at), future.copied(), at)
    }

    /// The wait at `index` ends at `end` instead. Its own fade or flood is shown over the new length.
    fn with_wait(&self, index: usize, end: Duration, at: Duration) -> Self {
        let mut past = self.segments.get(..=index).unwrap_or_default().to_vec();
        if let Some(wait) = past.last_mut() {
            wait.end = end;
            wait.planned_end = end;
        }
        let after = self.segments.get(index + 1..).unwrap_or_default();
        self.rejoin(past, after.iter().copied(), at)
    }

    fn redo_set(&self, index: usize, at: Duration) -> Option<Self> {
        let so_far = self.segments.get(..=index)?;
        let bout = *so_far.iter().rev().find(|segment| segment.kind.is_work())?;
        let after = self.segments.get(index + 1..).unwrap_or_default();
        let rest = after
            .iter()
            .skip_while(|segment| segment.same_bout(&bout))
            .copied();
        // In the wait behind the set the wait itself is due again, in its full planned length.
        let mine = |segment: &&Segment| segment.set == bout.set && segment.side == bout.side;
        let last = self
            .planned
            .iter()
            .rposition(|segment| segment.kind.is_work() && mine(&segment));
        let wait = last
            .and_then(|last| self.planned.get(last + 1))
            .filter(|_| !so_far.last().is_some_and(|current| current.kind.is_work()))
            .copied();
        let attempt = bout.attempt + 1;
        let again = self
            .planned
            .iter()
            .filter(|segment| segment.kind.is_work())
            .filter(mine);
        let again = again.map(|segment| Segment {
            attempt,
            ..*segment
        });
        let lead_in = lead_in(&bout, attempt);
        let future = std::iter::once(lead_in)
            .chain(again)
            .chain(wait)
            .chain(rest);
        let redone = self.rejoin(self.past(index, at), future, at);
        Some(redone.repaced(&bout, at))
    }

    /// Gives the reps of a set that is done again the lowering that was nudged to before.
    fn repaced(self, bout: &Segment, at: Duration) -> Self {
        let planned = self
            .planned
            .iter()
            .find(|segment| segment.set == bout.set && segment.kind.is_work());
        let (Some(was), Some(is)) = (planned.and_then(|s| self.tempo(s)), self.tempo(bout)) else {
            return self;
        };
        let (Pace::Timed(was), Pace::Timed(is)) = (was.lower(), is.lower()) else {
            return self;
        };
        let attempt = bout.attempt + 1;
        let first = self.segments.iter().position(|segment| {
            (segment.set, segment.side, segment.attempt) == (bout.set, bout.side, attempt)
        });
        let last = first.map(|first| {
            let run = self.segments.get(first..).unwrap_or_default();
            first
                + run
                    .iter()
                    .take_while(|segment| segment.attempt == attempt)
                    .count()
        });
        match (first, last) {
            (Some(first), Some(last)) if was != is => self.lowered(first..last, at, |lower| {
                (lower + is).saturating_sub(was).max(MIN_LOWER)
            }),
            _ => self,
        }
    }

    fn nudged(
        &self,
        index: usize,
        at: Duration,
        change: impl Fn(Duration) -> Duration,
    ) -> Option<Self> {
        let current = self.segments.get(index)?;
        let of_this_rep =
            |segment: &Segment| segment.same_bout(current) && segment.rep == current.rep;
        let after = self.segments.get(index + 1..)?;
        let first = index
            + 1
            + after
                .iter()
                .take_while(|segment| of_this_rep(segment))
                .count();
        let nudged = self.clone().lowered(first..self.segments.len(), at, change);
        (nudged.segments != self.segments).then_some(nudged)
    }

    /// Changes the length of the lowering in a range of segments, and with it where all that follows begins.
    fn lowered(
        self,
        range: std::ops::Range<usize>,
        at: Duration,
        change: impl Fn(Duration) -> Duration,
    ) -> Self {
        let mut tempos = self.tempos.clone();
        let mut segments = self.segments.clone();
        let mut cursor = Duration::ZERO;
        for (index, segment) in segments.iter_mut().enumerate() {
            let mut length = segment.duration();
            let tempo = self.tempo(segment).filter(|_| range.contains(&index));
            if let Some(slower) = tempo.and_then(|tempo| with_lower(tempo, &change)) {
                segment.tempo = intern(&mut tempos, slower);
                if segment.kind == SegmentKind::Lower {
                    length = slower.lower().nominal();
                }
            }
            if index >= range.start {
                *segment = Segment {
                    start: cursor,
                    end: cursor + length,
                    planned_end: cursor + length,
                    ..*segment
                };
            }
            cursor = segment.end;
        }
        self.rebuilt(segments, tempos, at)
    }

    fn gate_opened(&self, index: usize, at: Duration) -> Option<Self> {
        let mut segments = self.segments.clone();
        segments
            .get_mut(index..)?
            .iter_mut()
            .find(|segment| segment.gate)?
            .gate = false;
        Some(self.rebuilt(segments, self.tempos.clone(), at))
    }
}

fn with_lower(tempo: Tempo, change: impl Fn(Duration) -> Duration) -> Option<Tempo> {
    let Pace::Timed(lower) = tempo.lower() else {
        return None;
    };
    if lower.is_zero() {
        return None;
    }
    tempo.with_lower(change(lower)).ok()
}

fn intern(tempos: &mut Vec<Tempo>, tempo: Tempo) -> u16 {
    let index = tempos
        .iter()
        .position(|&known| known == tempo)
        .unwrap_or_else(|| {
            tempos.push(tempo);
            tempos.len() - 1
        });
    u16::try_from(index + 1).unwrap_or(u16::MAX)
}

fn lead_in(bout: &Segment, attempt: u32) -> Segment {
    Segment {
        start: Duration::ZERO,
        end: REDO_LEAD_IN,
        planned_end: REDO_LEAD_IN,
        kind: SegmentKind::LeadIn,
        handle: Handle::Idle,
        say: Say::Ready,
        gate: false,
        completes_rep: false,
        rep: 0,
        tempo: 0,
        attempt,
        ..*bout
    }
}
