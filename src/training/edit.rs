//! Edits in mid-set: each gives a new timeline whose past is identical and whose future differs.
//!
//! Because nothing before the position of the edit may change, the newest timeline describes the whole past, and a
//! position never has to go back: a set that is done again is put into the future as a further attempt.

mod splice;

use super::cue::Say;
use super::preset::MAX_WAIT;
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
    /// A wait shrinks to a count of three, whether a gate is behind it or not; a set ends.
    Skip,
    /// A wait grows, by an hour at most. One that ends with a key has no need of it.
    MoreRest(Duration),
    /// From the next rep on, the lowering of its exercise takes this much longer.
    Slower(Duration),
    /// From the next rep on, the lowering of its exercise takes this much less.
    Faster(Duration),
    /// The gate at the end of the segment at hand lets time through. A rep that nobody paces is over with it.
    OpenGate,
    /// The exercise that comes next changes places with the one behind it: its bench is taken.
    Defer,
}

impl Timeline {
    /// The timeline after an edit at a position, or `None` where the edit changes nothing there.
    ///
    /// Everything before `at` is identical: segments, what they were planned to be, and cues. Of the segment at hand only
    /// the end may change, and where that is a wait its planned end with it.
    #[must_use]
    pub fn edited(&self, at: Duration, edit: Edit) -> Option<Self> {
        self.edited_in(self.index_at(at)?, at, edit)
    }

    /// The same where time stands at the first closed gate, which `at` has reached: the segment at hand is the one that
    /// ends there.
    pub(super) fn edited_at_gate(&self, at: Duration, edit: Edit) -> Option<Self> {
        let index = self.gate_index()?;
        match edit {
            Edit::OpenGate => self.gate_opened(index, at),
            _ => self.edited_in(index, at, edit),
        }
    }

    fn edited_in(&self, index: usize, at: Duration, edit: Edit) -> Option<Self> {
        let current = self.segments.get(index)?;
        match edit {
            Edit::Skip if current.kind.is_work() => Some(self.set_ended(index, at)),
            Edit::EndSet => current.in_bout().then(|| self.set_ended(index, at)),
            Edit::RedoSet => self.set_redone(index, at),
            Edit::Skip => self.skipped(index, at),
            Edit::MoreRest(more) => {
                let wait = !current.kind.is_work() && !current.gate && !more.is_zero();
                wait.then(|| self.with_wait(index, current.end + more.min(MAX_WAIT), at))
            }
            Edit::Slower(by) => self.nudged(index, at, |lower| {
                lower.saturating_add(by).min(MAX_LOWER.max(lower))
            }),
            Edit::Faster(by) => self.nudged(index, at, |lower| {
                lower.saturating_sub(by).max(MIN_LOWER.min(lower))
            }),
            Edit::OpenGate if current.is_own_pace() => self.rep_done(index, at),
            Edit::OpenGate => self.gate_opened(index, at),
            Edit::Defer => self.deferred(index, at),
        }
    }

    /// The same without gates, for where no key can be pressed: everything takes its nominal time, and what comes between
    /// two exercises at least so long.
    #[must_use]
    pub fn unattended(&self, change: Duration) -> Self {
        let open = |segment: &Segment| {
            let gated = segment.gate && segment.is_change_of_exercise();
            let least = if gated { change } else { Duration::ZERO };
            Segment {
                gate: false,
                ..segment.lasting(segment.duration().max(least))
            }
        };
        let segments = self.joined(Vec::new(), self.segments.iter().map(open));
        self.rebuilt(segments, self.tempos.clone(), Duration::ZERO)
    }

    /// This timeline as far as it was played, and from the first set on another: what is wanted when somebody chooses
    /// more reps or the other start during the lead-in. It comes as planned, without the nudges of this one. `None` once the
    /// first set has begun.
    #[must_use]
    pub fn replanned(&self, at: Duration, other: &Self) -> Option<Self> {
        if at.is_zero() {
            return Some(other.clone());
        }
        let lead_in = *self.segments.first()?;
        if lead_in.kind != SegmentKind::LeadIn || lead_in.end <= at {
            return None;
        }
        let work = other.segments.iter().copied();
        let work = work.skip_while(|segment| segment.kind == SegmentKind::LeadIn);
        let segments = other.joined(vec![lead_in], work);
        Some(self.reassemble(
            Arc::new(segments),
            other.tempos.clone(),
            Arc::clone(&other.plan),
            at,
        ))
    }

    /// Opens the gate at the end of a segment: nothing before or behind it moves.
    fn gate_opened(&self, index: usize, at: Duration) -> Option<Self> {
        self.segments.get(index).filter(|segment| segment.gate)?;
        let mut segments = self.segments.to_vec();
        segments.get_mut(index)?.gate = false;
        Some(self.rebuilt(segments, self.tempos.clone(), at))
    }

    fn set_ended(&self, index: usize, at: Duration) -> Self {
        let bout = self.segments.get(index).copied();
        let future = self
            .after(index)
            .skip_while(|segment| bout.is_some_and(|bout| segment.same_bout(&bout)));
        self.spliced(self.past(index, at), future, at)
    }

    fn skipped(&self, index: usize, at: Duration) -> Option<Self> {
        let wait = self.segments.get(index)?;
        let end = at + SKIP_TO;
        if wait.gate {
            let opened = self.gate_opened(index, at)?;
            return Some(opened.with_wait(index, end.min(wait.end), at));
        }
        (end < wait.end).then(|| self.with_wait(index, end, at))
    }

    /// The wait at `index` ends at `end` instead. Its own fade or flood is shown over the new length.
    fn with_wait(&self, index: usize, end: Duration, at: Duration) -> Self {
        let mut past = self.before(index);
        let wait = self.segments.get(index);
        past.extend(wait.map(|wait| wait.lasting(end.saturating_sub(wait.start))));
        self.spliced(past, self.after(index), at)
    }

    fn set_redone(&self, index: usize, at: Duration) -> Option<Self> {
        let so_far = self.segments.get(..=index)?;
        let current = *so_far.last()?;
        if current.kind == SegmentKind::LeadIn {
            // The set at hand has not begun: there is nothing to do again.
            return None;
        }
        let bout = *so_far.iter().rev().find(|segment| segment.in_bout())?;
        let planned = self.plan.bouts.get(usize::from(bout.bout) - 1)?;
        let attempt = bout.attempt + 1;
        let reps = self.plan.segments.get(planned.segments.clone())?.iter();
        let again = reps.map(|&segment| Segment {
            attempt,
            ..self.tempos.newest(segment)
        });
        let wait = self.wait_again(&current, planned.segments.end);
        let rest = self
            .after(index)
            .skip_while(|segment| segment.same_bout(&bout));
        let future = std::iter::once(lead_in(&bout, attempt))
            .chain(again)
            .chain(wait)
            .chain(rest);
        Some(self.spliced(self.past(index, at), future, at))
    }

    /// Changes the lowering from the next rep on, which is the one that begins at `at` if one does.
    fn nudged(
        &self,
        index: usize,
        at: Duration,
        change: impl Fn(Duration) -> Duration,
    ) -> Option<Self> {
        let mut past = self.before(self.next_rep(index, at)?);
        let mut tempos = self.tempos.clone();
        let future = self.segments.get(past.len()..)?;
        let next = future.iter().find(|segment| segment.kind.is_work())?;
        tempos.nudge(next.part, change);
        let differs = |segment: &Segment| {
            tempos.get(tempos.newest(*segment).tempo) != self.tempos.get(segment.tempo)
        };
        if !future.iter().any(differs) {
            return None;
        }
        past = self.joined(past, future.iter().map(|&segment| tempos.newest(segment)));
        Some(self.rebuilt(past, tempos, at))
    }

    /// The rep that nobody paces is done: it ends at `at`.
    fn rep_done(&self, index: usize, at: Duration) -> Option<Self> {
        let rep = *self.segments.get(index).filter(|rep| rep.start < at)?;
        let mut past = self.before(index);
        past.push(Segment {
            end: at,
            gate: false,
            ..rep
        });
        Some(self.spliced(past, self.after(index), at))
    }

    /// In the wait behind a set that is done again the wait itself is due again, in its full planned length. A change leads
    /// to the exercise that comes next now, which need not be the one that was to follow when the set was planned.
    fn wait_again(&self, current: &Segment, behind: usize) -> Option<Segment> {
        if current.in_bout() {
            return None;
        }
        if !current.is_change_of_exercise() {
            let planned = self.plan.segments.get(behind).copied();
            return planned.filter(|wait| !wait.in_bout());
        }
        let mut planned = self.plan.segments.iter();
        let change = planned.find(|segment| segment.is_change_of_exercise())?;
        Some(Segment {
            part: current.part,
            ..*change
        })
    }

    /// Between two exercises, the one that comes next is done behind the one that was to follow it. The changes that lead to
    /// them say so.
    fn deferred(&self, index: usize, at: Duration) -> Option<Self> {
        let is_change = Segment::is_change_of_exercise;
        let current = *self.segments.get(index).filter(|here| is_change(here))?;
        let future: Vec<Segment> = self.after(index).collect();
        let ends = future.iter().position(is_change)?;
        let (next, rest) = future.split_at(ends);
        let (between, rest) = rest.split_first()?;
        let ends = rest.iter().position(is_change).unwrap_or(rest.len());
        let (other, rest) = rest.split_at(ends);
        let leads = |change: Segment, to: &Segment| Segment {
            part: to.part,
            ..change
        };
        let mut past = self.before(index);
        past.push(leads(current, between));
        let between = [leads(*between, &current)];
        let swapped = other.iter().chain(&between).chain(next).chain(rest);
        Some(self.spliced(past, swapped.copied(), at))
    }

    /// How long the lowering of the next rep takes, which is what a nudge at a position changes.
    pub fn next_lower(&self, at: Duration) -> Option<Duration> {
        let next = self.next_rep(self.index_at(at)?, at)?;
        let mut future = self.segments.get(next..)?.iter();
        let tempo = future.find_map(|segment| self.tempo(segment))?;
        Some(tempo.lower().nominal())
    }

    /// The index of the first segment that does not belong to a rep which has begun before `at`.
    fn next_rep(&self, index: usize, at: Duration) -> Option<usize> {
        let current = self.segments.get(index)?;
        let of_this_rep =
            |segment: &&Segment| segment.same_bout(current) && segment.rep == current.rep;
        let before = index.checked_sub(1).and_then(|i| self.segments.get(i));
        if current.start == at && before.as_ref().is_none_or(|before| !of_this_rep(before)) {
            return Some(index);
        }
        let more = self.segments.get(index + 1..)?.iter();
        Some(index + 1 + more.take_while(of_this_rep).count())
    }
}

fn lead_in(bout: &Segment, attempt: u32) -> Segment {
    Segment {
        kind: SegmentKind::LeadIn,
        handle: Handle::Idle,
        say: Say::Ready,
        gate: false,
        completes_rep: false,
        rep: 0,
        tempo: 0,
        bout: 0,
        attempt,
        ..bout.lasting(REDO_LEAD_IN)
    }
}

#[cfg(test)]
mod tests;
