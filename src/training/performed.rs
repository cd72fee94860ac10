//! What was really done: the part of a timeline that was played, set against what the lifter says.
//!
//! Planned, paced and done are kept apart. Time under tension counts moving phases and loaded pauses of reps that were
//! paced to their end and are kept: a rep that was cut, corrected away, or belongs to an attempt that was done again,
//! does not count.

use super::preset::{Goal, Side};
use super::timeline::{Segment, SegmentKind, Tension, Timeline};
use std::time::Duration;

/// How long before the key a rep must have been complete to be proposed as done: somebody who fails a rep racks the
/// bar and walks to the keyboard while the pacing goes on. Our own choice.
pub const WALK: Duration = Duration::from_secs(3);

/// Names one attempt at one bout: at a set, or at one side of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BoutId {
    /// The bout, counted from 1 in the order in which they were planned.
    pub bout: u16,
    /// Counts from 1.
    pub attempt: u32,
}

impl BoutId {
    /// The bout of a segment of work.
    pub fn of(segment: &Segment) -> Self {
        Self {
            bout: segment.bout,
            attempt: segment.attempt,
        }
    }
}

/// What the lifter says about a bout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Correction {
    /// Which bout.
    pub bout: BoutId,
    /// Reps that were really done.
    pub done: u32,
}

/// One bout as it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bout {
    /// Which one.
    pub id: BoutId,
    /// The step of the routine, counted from 0.
    pub part: u16,
    /// The set within the step, counted from 1.
    pub set: u32,
    /// The side, where sides are worked one by one.
    pub side: Option<Side>,
    /// Reps (or holds, or strokes) that were planned.
    pub planned: u32,
    /// What that number meant.
    pub goal: Goal,
    /// Reps that were paced to their end.
    pub paced: u32,
    /// Reps that count: as paced, unless the lifter said otherwise.
    pub done: u32,
    /// Tension of the reps that count.
    pub tension: Tension,
    /// Whether it was done again, so that it counts for nothing.
    pub abandoned: bool,
}

/// A session as it went, up to a position.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Performed {
    /// The bouts in order, abandoned attempts among them.
    pub bouts: Vec<Bout>,
}

impl Performed {
    /// What was done up to a position, given what the lifter corrected.
    pub fn of(timeline: &Timeline, position: Duration, corrections: &[Correction]) -> Self {
        let segments = timeline.segments();
        let begun = segments.partition_point(|segment| segment.start < position);
        let mut bouts: Vec<Bout> = segments
            .get(..begun)
            .unwrap_or_default()
            .chunk_by(Segment::same_bout)
            .filter_map(|bout| performed(timeline, bout, position, corrections))
            .collect();
        // A further attempt follows the one that it replaces at once.
        let mut next: Option<BoutId> = None;
        for bout in bouts.iter_mut().rev() {
            bout.abandoned = next.is_some_and(|next| next.bout == bout.id.bout);
            next = Some(bout.id);
        }
        Self { bouts }
    }

    /// The bouts that count: those in which something was done, be it a hold that was not held to its end.
    pub fn kept(&self) -> impl Iterator<Item = &Bout> {
        self.bouts.iter().filter(|bout| {
            let empty = bout.done == 0 && bout.tension.total().is_zero();
            !bout.abandoned && !empty
        })
    }

    /// Sets of which anything was done; both sides of a set are one.
    pub fn sets(&self) -> usize {
        let mut sets: Vec<_> = self.kept().map(|bout| (bout.part, bout.set)).collect();
        sets.dedup();
        sets.len()
    }

    /// Reps that count, over all bouts.
    pub fn reps(&self) -> u32 {
        self.kept().map(|bout| bout.done).sum()
    }

    /// Reps that were done where as many as possible were asked for.
    pub fn open_reps(&self) -> u32 {
        let open = self.kept().filter(|bout| bout.goal == Goal::AsMany);
        open.map(|bout| bout.done).sum()
    }

    /// Tension that counts, over all bouts.
    pub fn tension(&self) -> Tension {
        self.kept().fold(Tension::default(), |sum, bout| Tension {
            eccentric: sum.eccentric + bout.tension.eccentric,
            concentric: sum.concentric + bout.tension.concentric,
            isometric: sum.isometric + bout.tension.isometric,
        })
    }
}

/// The tempo of a bout, as far as it was begun by a position: `4-0-1-0`; each once, with `>` between them, where it varies.
pub fn tempo(timeline: &Timeline, bout: BoutId, position: Duration) -> String {
    let mut tempos: Vec<String> = Vec::new();
    let begun = mine(timeline, bout).filter(|segment| segment.start < position);
    for tempo in begun.filter_map(|segment| timeline.tempo(segment)) {
        let tempo = tempo.to_string();
        if !tempos.contains(&tempo) {
            tempos.push(tempo);
        }
    }
    tempos.join(">")
}

/// Where a bout ends, as it is planned.
pub fn ended(timeline: &Timeline, bout: BoutId) -> Duration {
    mine(timeline, bout)
        .map(|segment| segment.end)
        .max()
        .unwrap_or_default()
}

/// Reps of the bout at hand that were complete long enough before a key to be proposed as done.
pub fn proposed(timeline: &Timeline, bout: BoutId, position: Duration) -> u32 {
    reps_complete(timeline, bout, position.saturating_sub(WALK))
}

/// Reps of a bout that were paced to their end by a position.
pub fn reps_complete(timeline: &Timeline, bout: BoutId, position: Duration) -> u32 {
    complete(mine(timeline, bout), position)
}

/// The segments of a bout. Exercises can change places, so bouts need not be in the order of their numbers.
fn mine(timeline: &Timeline, bout: BoutId) -> impl Iterator<Item = &Segment> {
    let segments = timeline.segments().iter();
    segments.filter(move |segment| segment.in_bout() && BoutId::of(segment) == bout)
}

/// Where a rep was paced to its end, all before it were: the number of the last is how many. One that nobody paces is done
/// when a key says so, and not when time has come to its gate.
fn complete<'a>(bout: impl Iterator<Item = &'a Segment>, position: Duration) -> u32 {
    let waits = |segment: &Segment| segment.gate && segment.is_own_pace();
    bout.filter(|segment| segment.completes_rep && segment.end <= position && !waits(segment))
        .map(|segment| segment.rep)
        .max()
        .unwrap_or(0)
}

/// One bout from its segments; `None` where no work of it has begun.
fn performed(
    timeline: &Timeline,
    segments: &[Segment],
    position: Duration,
    corrections: &[Correction],
) -> Option<Bout> {
    let first = segments.iter().find(|segment| segment.kind.is_work())?;
    let id = BoutId::of(first);
    let paced = complete(segments.iter(), position);
    let said = corrections
        .iter()
        .rev()
        .find(|correction| correction.bout == id);
    let mut bout = Bout {
        id,
        part: first.part,
        set: first.set,
        side: timeline.planned(first).and_then(|bout| bout.side),
        planned: timeline.reps_planned(first),
        goal: timeline.goal(first),
        paced,
        done: said.map_or(paced, |correction| correction.done),
        tension: Tension::default(),
        abandoned: false,
    };
    for segment in segments {
        count(&mut bout, segment, position);
    }
    Some(bout)
}

fn count(bout: &mut Bout, segment: &Segment, position: Duration) {
    // A hold counts for as long as it was held; a rep counts whole or not at all.
    let counts = segment.rep <= bout.done.min(bout.paced)
        || segment.kind == SegmentKind::Hold && bout.done >= bout.paced;
    if counts {
        bout.tension.add(
            segment.kind,
            segment.end.min(position).saturating_sub(segment.start),
        );
    }
}

#[cfg(test)]
mod tests;
