//! The timeline: segments that meet end to end and cues at exact times.
//!
//! Everything that is seen or heard is a pure function of a timeline and a position. Positions and lengths are
//! [`Duration`]s from the timeline's start: integer nanoseconds, never rounded to a sample or a frame in here.

mod fade;
mod part;
mod segment;
mod tempos;

use super::call::{self, Call, Calling};
use super::cue::{self, Cue, Say};
use super::exercise::Exercise;
use super::preset::{Goal, Side};
use super::tempo::{Pace, Tempo};
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

pub use fade::Fade;
pub use part::Part;
pub use segment::{Handle, Segment, SegmentKind, Tension};
pub(super) use tempos::Tempos;

/// What was planned, before any edit: what a set that is done again is copied from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    /// The segments as planned.
    pub(super) segments: Arc<Vec<Segment>>,
    /// The bouts in order, each a set on one side; a segment names its bout by the place in here plus one.
    pub(super) bouts: Vec<PlannedBout>,
    /// The steps of the routine, in the order of [`Segment::part`].
    pub(super) parts: Vec<Part>,
    /// What is counted and announced.
    pub(super) calling: Calling,
    /// Where cues fade, if they do.
    pub(super) fade: Option<Fade>,
}

/// A set on one side, as planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlannedBout {
    /// The step of the routine.
    pub(super) part: u16,
    pub(super) set: u32,
    pub(super) side: Option<Side>,
    /// Reps, holds or strokes.
    pub(super) reps: u32,
    pub(super) goal: Goal,
    /// Its segments in the plan; what stands behind them is the wait that follows, if there is one.
    pub(super) segments: Range<usize>,
}

/// An immutable plan of everything that will be seen and heard.
///
/// **Invariant:** segments are not empty, begin at zero and meet exactly; cues are sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Shared with the plan until something is edited.
    pub(super) segments: Arc<Vec<Segment>>,
    pub(super) cues: Vec<Cue>,
    calls: Vec<Call>,
    pub(super) tempos: Tempos,
    pub(super) plan: Arc<Plan>,
    facts: Facts,
}

/// What is asked of a timeline for every frame, found once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Facts {
    /// Index of the first closed gate.
    gate: Option<usize>,
    approximate: bool,
    tension_approximate: bool,
    tension: Tension,
}

impl Timeline {
    /// Puts the parts together.
    pub(super) fn assemble(segments: Arc<Vec<Segment>>, tempos: Tempos, plan: Arc<Plan>) -> Self {
        Self::rebuilt_from(&[], &[], segments, tempos, plan, Duration::ZERO)
    }

    /// Puts the parts together again. What this timeline says before `from` is kept, all else is derived anew.
    pub(super) fn reassemble(
        &self,
        segments: Arc<Vec<Segment>>,
        tempos: Tempos,
        plan: Arc<Plan>,
        from: Duration,
    ) -> Self {
        Self::rebuilt_from(&self.cues, &self.calls, segments, tempos, plan, from)
    }

    fn rebuilt_from(
        cues: &[Cue],
        calls: &[Call],
        segments: Arc<Vec<Segment>>,
        tempos: Tempos,
        plan: Arc<Plan>,
        from: Duration,
    ) -> Self {
        let facts = facts(&segments, &tempos);
        let cues = cue::all(&segments, plan.calling.notices, cues, from);
        Self {
            calls: call::all(&segments, &plan, &cues, calls, from),
            cues,
            segments,
            tempos,
            plan,
            facts,
        }
    }

    /// The segments in order.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The cues in order.
    pub fn cues(&self) -> &[Cue] {
        &self.cues
    }

    /// What is said, in order.
    pub fn calls(&self) -> &[Call] {
        &self.calls
    }

    /// What is said from a position up to, but not at, another.
    pub fn calls_between(&self, range: Range<Duration>) -> &[Call] {
        let from = self.calls.partition_point(|call| call.at < range.start);
        let to = self.calls.partition_point(|call| call.at < range.end);
        self.calls.get(from..to).unwrap_or_default()
    }

    /// Whether a word is being said at a position.
    pub fn is_spoken(&self, at: Duration) -> bool {
        let begun = self.calls.partition_point(|call| call.at <= at);
        let last = begun.checked_sub(1).and_then(|last| self.calls.get(last));
        last.is_some_and(|call| at < call.end())
    }

    /// What is counted and announced.
    pub fn calling(&self) -> Calling {
        self.plan.calling
    }

    /// Where the last segment ends.
    pub fn total(&self) -> Duration {
        self.segments
            .last()
            .map_or(Duration::ZERO, |segment| segment.end)
    }

    /// The index of the segment at a position; `None` at and past the end.
    pub fn index_at(&self, position: Duration) -> Option<usize> {
        let index = self
            .segments
            .partition_point(|segment| segment.end <= position);
        (index < self.segments.len()).then_some(index)
    }

    /// The segment at a position, in logarithmic time; `None` at and past the end.
    pub fn at(&self, position: Duration) -> Option<&Segment> {
        self.segments.get(self.index_at(position)?)
    }

    /// The first closed gate: time cannot go on past the end of this segment. Constant time.
    pub fn gate(&self) -> Option<&Segment> {
        self.segments.get(self.facts.gate?)
    }

    pub(super) fn gate_index(&self) -> Option<usize> {
        self.facts.gate
    }

    /// The cues from a position up to, but not at, another. A cue at the very end of the timeline is at
    /// [`Timeline::total`], so that a range which is to contain it ends behind that.
    pub fn cues_between(&self, range: Range<Duration>) -> &[Cue] {
        let from = self.cues.partition_point(|cue| cue.at < range.start);
        let to = self.cues.partition_point(|cue| cue.at < range.end);
        self.cues.get(from..to).unwrap_or_default()
    }

    /// The tempo at which a segment is paced; `None` outside reps.
    pub fn tempo(&self, segment: &Segment) -> Option<Tempo> {
        self.tempos.get(segment.tempo)
    }

    /// The step of the routine that a segment belongs to, or leads to.
    pub fn part(&self, of: &Segment) -> Option<&Part> {
        self.plan.parts.get(usize::from(of.part))
    }

    /// The steps of the routine as they were planned, done or not.
    pub fn parts(&self) -> &[Part] {
        &self.plan.parts
    }

    /// What is lifted in a segment, or about to be.
    pub fn exercise(&self, of: &Segment) -> Option<&Exercise> {
        self.part(of).map(|part| &part.exercise)
    }

    /// Whether any length is nominal: an explosive lift, an assisted return, a closed gate.
    pub fn is_approximate(&self) -> bool {
        self.facts.approximate
    }

    /// Whether any length within a set is nominal. How long somebody waits between exercises has nothing to do with tension.
    pub fn is_tension_approximate(&self) -> bool {
        self.facts.tension_approximate
    }

    /// Time under tension as planned, nominal lengths included.
    pub fn tension(&self) -> Tension {
        self.facts.tension
    }

    /// How many sets were planned for the step of a segment.
    pub fn sets(&self, of: &Segment) -> u32 {
        self.part(of).map_or(0, |part| part.sets)
    }

    /// How many reps (or holds, or strokes) were planned for the side and set of a segment; 0 outside sets.
    pub fn reps_planned(&self, of: &Segment) -> u32 {
        self.planned(of).map_or(0, |bout| bout.reps)
    }

    /// How many reps were asked for over all sets and sides. Where it was as many as possible, no number was.
    pub fn all_reps(&self) -> u32 {
        let bouts = self.plan.bouts.iter();
        let closed = bouts.filter(|bout| bout.goal != Goal::AsMany);
        closed.map(|bout| bout.reps).sum()
    }

    /// What the number of reps means for the set of a segment.
    pub fn goal(&self, of: &Segment) -> Goal {
        self.planned(of).map_or(Goal::Exactly, |bout| bout.goal)
    }

    pub(super) fn planned(&self, of: &Segment) -> Option<&PlannedBout> {
        self.plan.bouts.get(usize::from(of.bout).checked_sub(1)?)
    }

    /// How many sets of each step are behind a position, those that were done in another session included.
    pub fn sets_done(&self, position: Duration) -> Vec<u32> {
        let mut done: Vec<u32> = self.plan.parts.iter().map(|part| part.sets).collect();
        let next = self
            .segments
            .partition_point(|segment| segment.end <= position);
        let next = self.facts.gate.map_or(next, |gate| gate.min(next));
        let ahead = self.segments.get(next..).unwrap_or_default().iter();
        for segment in ahead.filter(|segment| segment.in_bout()) {
            if let Some(done) = done.get_mut(usize::from(segment.part)) {
                *done = (*done).min(segment.set.saturating_sub(1));
            }
        }
        done
    }

    /// Whether another exercise follows the one that a change leads to, so that they can change places.
    pub fn can_defer(&self, change: &Segment) -> bool {
        let behind = self
            .segments
            .partition_point(|segment| segment.start < change.end);
        let mut behind = self.segments.get(behind..).unwrap_or_default().iter();
        change.is_change_of_exercise() && behind.any(Segment::is_change_of_exercise)
    }

    /// The first segment of work at or after a position.
    pub fn next_work(&self, position: Duration) -> Option<&Segment> {
        let from = self.index_at(position)?;
        self.segments
            .get(from..)?
            .iter()
            .find(|segment| segment.kind.is_work())
    }
}

fn facts(segments: &[Segment], tempos: &Tempos) -> Facts {
    let mut facts = Facts {
        gate: segments.iter().position(|segment| segment.gate),
        approximate: false,
        tension_approximate: false,
        tension: Tension::default(),
    };
    for segment in segments {
        facts.tension.add(segment.kind, segment.duration());
        let nominal = is_nominal(segment, tempos);
        facts.approximate |= nominal;
        facts.tension_approximate |= nominal && segment.kind.is_work();
    }
    facts
}

fn is_nominal(segment: &Segment, tempos: &Tempos) -> bool {
    let explosive_lowering = || {
        let tempo = tempos.get(segment.tempo);
        tempo.is_some_and(|tempo| tempo.lower() == Pace::Explosive)
    };
    segment.gate
        || match segment.kind {
            SegmentKind::Assist => true,
            SegmentKind::Lift => segment.say == Say::Drive,
            SegmentKind::Lower => explosive_lowering(),
            _ => false,
        }
}
