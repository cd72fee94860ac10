//! Taps in a paced set: each belongs to the turn-around of the timeline that is nearest, if one is near.

use super::{Taps, Timing, Turn};
use crate::training::cue::Say;
use crate::training::tempo::Pace;
use crate::training::timeline::{Segment, SegmentKind, Timeline};
use std::collections::BTreeMap;
use std::time::Duration;

/// Nobody who taps a turn-around is further off than this.
const FARTHEST: Duration = Duration::from_secs(1);

/// A turn-around: where a phase of a rep begins or ends.
struct Boundary {
    /// How far off a tap may be.
    reach: Duration,
    tap: Option<Duration>,
}

impl Timing {
    /// What taps tell of a set that was paced. Each tap belongs to the turn-around that is nearest, if it is nearer than half
    /// of the shorter phase beside it and a second; of two taps for one, the nearer counts. A phase is measured where both of
    /// its ends were tapped.
    pub fn paced(timeline: &Timeline, taps: &Taps) -> Self {
        let mut boundaries = boundaries(timeline);
        for tap in taps.positions() {
            assign(&mut boundaries, *tap);
        }
        let tapped = |at: Duration| boundaries.get(&at)?.tap;
        let mut timing = Self {
            taps: taps.positions().len(),
            ..Self::default()
        };
        for segment in timeline.segments() {
            let ends = tapped(segment.start).zip(tapped(segment.end));
            if let Some((begun, ended)) = ends.filter(|_| is_measured(timeline, segment)) {
                let length = ended.saturating_sub(begun);
                timing.note(segment.kind, segment.duration(), length);
            }
        }
        let turn = |(due, boundary): (&Duration, &Boundary)| {
            let tapped = boundary.tap?;
            Some(Turn { due: *due, tapped })
        };
        timing.turns = boundaries.iter().filter_map(turn).collect();
        timing
    }
}

/// Where the phases of reps begin and end. Where one was cut short there is no turn-around.
fn boundaries(timeline: &Timeline) -> BTreeMap<Duration, Boundary> {
    let mut boundaries: BTreeMap<Duration, Boundary> = BTreeMap::new();
    let paced = |segment: &&Segment| timeline.tempo(segment).is_some() && !segment.is_own_pace();
    for segment in timeline.segments().iter().filter(paced) {
        let reach = FARTHEST.min(segment.duration() / 2);
        let end = (!segment.is_cut()).then_some(segment.end);
        for at in [segment.start].into_iter().chain(end) {
            let boundary = boundaries
                .entry(at)
                .or_insert(Boundary { reach, tap: None });
            boundary.reach = boundary.reach.min(reach);
        }
    }
    boundaries
}

/// Gives a tap to the turn-around that is nearest.
fn assign(boundaries: &mut BTreeMap<Duration, Boundary>, tap: Duration) {
    let before = boundaries.range(..=tap).next_back().map(|(at, _)| *at);
    let behind = boundaries.range(tap..).next().map(|(at, _)| *at);
    let nearest = before
        .into_iter()
        .chain(behind)
        .min_by_key(|at| at.abs_diff(tap));
    let Some((at, boundary)) = nearest.and_then(|at| Some((at, boundaries.get_mut(&at)?))) else {
        return;
    };
    let nearer = |other: Duration| at.abs_diff(tap) < at.abs_diff(other);
    if at.abs_diff(tap) <= boundary.reach && boundary.tap.is_none_or(nearer) {
        boundary.tap = Some(tap);
    }
}

/// Whether a segment is a phase whose length somebody was asked for: how long an explosive lift takes is nobody's target.
fn is_measured(timeline: &Timeline, segment: &Segment) -> bool {
    let explosive = match segment.kind {
        SegmentKind::Lower => timeline
            .tempo(segment)
            .is_some_and(|tempo| tempo.lower() == Pace::Explosive),
        SegmentKind::Lift => segment.say == Say::Drive,
        SegmentKind::PauseStretched | SegmentKind::PauseContracted => false,
        _ => return false,
    };
    !explosive && !segment.is_cut() && !segment.is_own_pace()
}
