//! The counters of a session and what is lifted: which rep of which set of which exercise.

use super::super::pacing::{Picture, Tally};
use crate::app::session::Session;
use crate::training::preset::Goal;
use crate::training::text::visible as harmless;
use crate::training::timeline::{Segment, SegmentKind, Timeline};
use std::time::Duration;

/// Reps and sets. Before a set the counters are those of the set that comes; in a rest, how many sets of what comes are done.
pub(super) fn count(picture: &mut Picture, session: &Session, clock: Duration) {
    let timeline = session.transport.timeline();
    let position = session.transport.position_at(clock);
    let Some(now) = session.segment(clock) else {
        let last = timeline.segments().last();
        let sets = last.map_or(0, |last| timeline.sets(last));
        picture.sets = Some(Tally {
            done: sets,
            under_way: false,
            of: Some(sets),
        });
        return;
    };
    let at_work = now.kind.is_work();
    let resting = now.kind == SegmentKind::Rest;
    let work = match timeline.next_work(position) {
        Some(work) if !at_work => work,
        _ => now,
    };
    let within = now.same_bout(work);
    picture.reps = (!resting)
        .then(|| reps(timeline, work, at_work, within))
        .flatten();
    picture.sets = Some(Tally {
        done: work.set.saturating_sub(1),
        under_way: !resting,
        of: Some(timeline.sets(work)),
    });
    picture.side = if resting { None } else { work.side };
}

/// What is lifted, or comes behind a rest, in a routine with its place in it: `2/5 Row`.
pub(super) fn title(session: &Session, segment: Option<&Segment>) -> String {
    let resting = segment.filter(|here| here.kind == SegmentKind::Rest);
    let next = resting.and_then(|rest| session.transport.timeline().next_work(rest.end));
    let step = next
        .or(segment)
        .map_or(0, |segment| usize::from(segment.part));
    let Some(preset) = session.routine.presets().nth(step) else {
        return String::new();
    };
    let title = harmless(preset.title());
    match session.routine.steps.len() {
        1 => title.into_owned(),
        steps => format!("{}/{steps} {title}", step + 1)
            .trim_end()
            .to_owned(),
    }
}

/// The reps of a set that is being done, or comes. As many as possible are counted up and towards nothing.
fn reps(timeline: &Timeline, work: &Segment, at_work: bool, within: bool) -> Option<Tally> {
    let planned = timeline.reps_planned(work);
    let open = timeline.goal(work) == Goal::AsMany;
    (planned > 0 && (within || !open)).then(|| Tally {
        done: if within {
            work.rep.saturating_sub(1)
        } else {
            0
        },
        under_way: at_work,
        of: (!open).then_some(planned),
    })
}
