//! What the scenarios cannot write: amounts past all bounds, and nanoseconds at boundaries.

use super::*;
use crate::training::exercise::Exercise;
use crate::training::preset::{Draft, Gate, Preset};
use crate::training::routine::Routine;

const NANO: Duration = Duration::from_nanos(1);

fn s(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn just_before(seconds: u64) -> Duration {
    s(seconds).saturating_sub(NANO)
}

/// Lead-in to 10 s, a set to 20 s, rest to 80 s, a set to 90 s.
fn timeline() -> Timeline {
    let (id, tempo) = ("any".parse().unwrap(), "4-0-1-0".parse().unwrap());
    let draft = Draft::straight(id, Exercise::unnamed(), tempo, 2, 2, s(60));
    Timeline::plan(&Preset::new(draft).unwrap())
}

#[test]
fn no_amount_is_too_large() {
    let timeline = timeline();
    let rested = timeline.edited(s(30), Edit::MoreRest(Duration::MAX));
    assert_eq!(rested.unwrap().total(), timeline.total() + MAX_WAIT);
    let slow = timeline.edited(s(30), Edit::Slower(Duration::MAX)).unwrap();
    assert_eq!(slow.total(), s(80) + (MAX_LOWER + s(1)) * 2);
    let fast = timeline.edited(s(30), Edit::Faster(Duration::MAX)).unwrap();
    assert_eq!(fast.total(), s(80) + (MIN_LOWER + s(1)) * 2);
}

#[test]
fn a_nudge_that_no_tempo_can_write_changes_nothing() {
    assert_eq!(timeline().edited(s(30), Edit::Slower(NANO)), None);
    assert_eq!(timeline().edited(s(30), Edit::Slower(Duration::ZERO)), None);
}

#[test]
fn a_nanosecond_before_its_end_the_segment_is_still_at_hand() {
    let timeline = timeline();
    let end = |at, edit| timeline.edited(at, edit).map(|edited| edited.total());
    assert_eq!(end(just_before(10), Edit::EndSet), None);
    assert_eq!(end(s(10), Edit::EndSet), Some(s(80)));
    assert_eq!(end(just_before(20), Edit::EndSet), Some(just_before(90)));
    assert_eq!(end(s(20), Edit::EndSet), None);
    assert_eq!(end(just_before(90), Edit::EndSet), Some(just_before(90)));
    assert_eq!(end(s(90), Edit::EndSet), None);
    let redone = Some(just_before(90) + REDO_LEAD_IN + s(10));
    assert_eq!(end(just_before(90), Edit::RedoSet), redone);
    assert_eq!(end(s(77), Edit::Skip), None);
    assert_eq!(end(just_before(77), Edit::Skip), Some(just_before(90)));
}

#[test]
fn ending_the_only_set_before_anything_was_played_leaves_nothing() {
    let (id, tempo) = ("any".parse().unwrap(), "4-0-1-0".parse().unwrap());
    let mut draft = Draft::straight(id, Exercise::unnamed(), tempo, 1, 2, s(60));
    draft.lead_in = Duration::ZERO;
    let timeline = Timeline::plan(&Preset::new(draft).unwrap());
    let ended = timeline.edited(Duration::ZERO, Edit::EndSet).unwrap();
    assert_eq!(ended.total(), Duration::ZERO);
    assert_eq!((ended.segments(), ended.cues()), (&[][..], &[][..]));
    assert_eq!(ended.at(Duration::ZERO), None);
}

#[test]
fn where_no_key_can_be_pressed_nothing_waits_for_one() {
    let mut draft = Routine::solo(preset("2-0-X-1")).draft();
    draft.steps.push(draft.steps[0].clone());
    for (written, change) in [(0, 60), (20, 60), (300, 300)] {
        draft.change.length = s(written);
        let timeline = Timeline::of(&Routine::new(draft.clone()).unwrap());
        let alone = timeline.unattended(s(60));
        assert!(timeline.gate().is_some() && alone.gate().is_none());
        let lasting = |timeline: &Timeline| {
            let mut segments = timeline.segments().iter();
            segments
                .find(|segment| segment.is_change_of_exercise())
                .unwrap()
                .duration()
        };
        assert_eq!(lasting(&alone), s(change));
        let more = lasting(&alone).saturating_sub(lasting(&timeline));
        assert_eq!(alone.total(), timeline.total() + more);
    }
}

fn preset(tempo: &str) -> Preset {
    let (id, tempo) = ("any".parse().unwrap(), tempo.parse().unwrap());
    let mut draft = Draft::straight(id, Exercise::unnamed(), tempo, 2, 2, s(60));
    draft.work.lockout = Gate::Closed;
    Preset::new(draft).unwrap()
}
