//! Pauses, gates and other plans, at exact times.

use super::*;
use crate::training::exercise::{Exercise, Start};
use crate::training::preset::{Draft, Gate, Preset};
use crate::training::timeline::SegmentKind;

fn s(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

fn draft(tempo: &str, sets: u32, reps: u32) -> Draft {
    let (id, tempo) = ("any".parse().unwrap(), tempo.parse().unwrap());
    Draft::straight(id, Exercise::unnamed(), tempo, sets, reps, s(60.0))
}

fn plan(draft: Draft) -> Timeline {
    Timeline::plan(&Preset::new(draft).unwrap())
}

/// Two sets of 4-0-1-0, from 100 s of the clock on.
fn session() -> Transport {
    Transport::new(Arc::new(plan(draft("4-0-1-0", 2, 2))), s(100.0))
}

/// One set of 2-0-X-0 without a lead-in, each lift of which waits for a key.
fn gated() -> Transport {
    let mut draft = draft("2-0-X-0", 1, 2);
    draft.lead_in = Duration::ZERO;
    draft.work.lockout = Gate::Closed;
    Transport::new(Arc::new(plan(draft)), Duration::ZERO)
}

#[test]
fn before_the_beginning_the_position_is_zero() {
    let transport = session();
    assert_eq!(transport.position_at(Duration::ZERO), Duration::ZERO);
    assert_eq!(transport.position_at(s(103.5)), s(3.5));
    assert_eq!(transport.state_at(s(103.5)), State::Running);
}

#[test]
fn resuming_counts_three_seconds_and_goes_on_where_it_stood() {
    let mut transport = session();
    transport.pause(s(112.0));
    assert_eq!(transport.state_at(s(500.0)), State::Held);
    transport.resume(s(500.0));
    let left = s(0.5);
    assert_eq!(transport.state_at(s(502.5)), State::CountIn { left });
    assert_eq!(transport.position_at(s(502.999)), s(12.0));
    assert_eq!(transport.position_at(s(503.25)), s(12.25));
}

#[test]
fn a_pause_during_the_count_holds_again() {
    let mut transport = session();
    transport.pause(s(112.0));
    transport.resume(s(120.0));
    transport.pause(s(121.0));
    assert_eq!(transport.state_at(s(130.0)), State::Held);
    transport.resume(s(130.0));
    assert_eq!(transport.position_at(s(134.0)), s(13.0));
}

#[test]
fn pausing_twice_resuming_while_running_and_pausing_at_the_end_change_nothing() {
    let mut transport = session();
    let before = transport.clone();
    transport.resume(s(105.0));
    transport.go_on(s(105.0));
    transport.pause(s(9_000.0));
    assert_eq!(transport, before);
    assert_eq!(transport.state_at(s(9_000.0)), State::Finished);
    transport.pause(s(105.0));
    let held = transport.clone();
    transport.pause(s(107.0));
    assert_eq!(transport, held);
}

#[test]
fn the_clock_of_a_position_is_right_before_within_and_behind_a_pause() {
    let mut transport = session();
    transport.pause(s(112.0));
    assert_eq!(transport.clock_of(s(5.0)), Some(s(105.0)));
    assert_eq!(transport.clock_of(s(12.0)), Some(s(112.0)));
    assert_eq!(transport.clock_of(s(12.5)), None);
    transport.resume(s(120.0));
    assert_eq!(transport.clock_of(s(12.0)), Some(s(112.0)));
    assert_eq!(transport.clock_of(s(12.5)), Some(s(123.5)));
    let total = transport.timeline().total();
    assert_eq!(transport.clock_of(total), Some(total + s(111.0)));
    assert_eq!(transport.clock_of(total + s(0.1)), None);
}

#[test]
fn an_edit_while_paused_changes_what_comes_and_not_where_it_stands() {
    let mut transport = session();
    transport.pause(s(112.0));
    assert!(transport.edit(s(115.0), Edit::EndSet));
    assert_eq!(transport.position_at(s(116.0)), s(12.0));
    let now = transport.segment_at(s(116.0)).unwrap();
    assert_eq!((now.kind, now.start), (SegmentKind::Rest, s(12.0)));
    transport.resume(s(120.0));
    assert!(transport.edit(s(121.0), Edit::Skip));
    assert_eq!(
        transport.segment_at(s(126.5)).unwrap().kind,
        SegmentKind::Lower
    );
}

#[test]
fn time_stands_at_a_closed_gate_until_it_is_opened_and_goes_on_at_once() {
    let mut transport = gated();
    assert_eq!(transport.limit(), s(3.0));
    assert_eq!(transport.position_at(s(8.0)), s(3.0));
    let since = s(5.0);
    assert_eq!(transport.state_at(s(8.0)), State::Waiting { since });
    assert_eq!(
        transport.segment_at(s(8.0)).unwrap().kind,
        SegmentKind::Lift
    );
    assert!(!transport.edit(s(8.0), Edit::MoreRest(s(15.0))));
    assert!(transport.edit(s(8.0), Edit::OpenGate));
    assert_eq!(transport.position_at(s(8.5)), s(3.5));
    assert_eq!(transport.position_at(s(5.0)), s(3.0));
    assert_eq!(transport.clock_of(s(3.0)), Some(s(3.0)));
    assert_eq!(transport.clock_of(s(3.5)), Some(s(8.5)));
}

#[test]
fn a_gate_behind_the_last_lift_is_waited_at_before_the_end() {
    let mut transport = gated();
    assert!(transport.edit(s(2.5), Edit::OpenGate));
    let since = s(1.0);
    assert_eq!(transport.state_at(s(7.0)), State::Waiting { since });
    assert!(transport.edit(s(7.0), Edit::OpenGate));
    assert_eq!(transport.state_at(s(7.0)), State::Finished);
}

#[test]
fn a_gate_opened_while_paused_at_it_lets_through_after_the_count() {
    let mut transport = gated();
    transport.pause(s(6.0));
    assert!(!transport.edit(s(7.0), Edit::MoreRest(s(15.0))));
    assert!(transport.edit(s(7.0), Edit::OpenGate));
    assert_eq!(transport.state_at(s(7.0)), State::Held);
    assert_eq!(transport.position_at(s(5.0)), s(3.0));
    transport.resume(s(8.0));
    assert_eq!(transport.position_at(s(12.0)), s(4.0));
}

#[test]
fn a_set_that_ends_or_begins_anew_at_a_gate_leaves_the_gate() {
    for (edit, next) in [
        (Edit::EndSet, State::Finished),
        (Edit::RedoSet, State::Running),
    ] {
        let mut transport = gated();
        assert!(transport.edit(s(8.0), edit));
        assert_eq!(transport.state_at(s(8.0)), next);
        assert_eq!(transport.position_at(s(8.0)), s(3.0));
    }
    let mut paused = gated();
    paused.pause(s(6.0));
    assert!(paused.edit(s(7.0), Edit::RedoSet));
    assert_eq!(paused.state_at(s(7.0)), State::Held);
}

#[test]
fn another_plan_is_taken_during_the_lead_in_as_it_is_being_played() {
    let mut transport = session();
    assert!(transport.edit(s(104.0), Edit::Skip));
    let heard = transport.timeline().cues_between(s(0.0)..s(5.0)).to_vec();
    let mut other = draft("4-0-1-0", 3, 8);
    other.exercise.start = Start::Lift;
    assert!(transport.exchange(s(105.0), &plan(other)));
    let timeline = transport.timeline();
    assert_eq!(timeline.cues_between(s(0.0)..s(5.0)), heard);
    assert_eq!(timeline.at(s(6.9)).unwrap().kind, SegmentKind::LeadIn);
    assert_eq!(timeline.at(s(7.0)).unwrap().kind, SegmentKind::Lift);
    let sets = timeline.sets(timeline.at(s(7.0)).unwrap());
    assert_eq!((sets, timeline.total()), (3, s(7.0 + 240.0)));
}

#[test]
fn no_other_plan_is_taken_once_the_first_set_has_begun() {
    let mut transport = session();
    let before = transport.clone();
    assert!(!transport.exchange(s(110.0), &plan(draft("3-0-1-0", 1, 1))));
    assert_eq!(transport, before);
    assert!(transport.exchange(s(100.0), &plan(draft("3-0-1-0", 1, 1))));
    assert_eq!(transport.timeline().total(), s(14.0));
}
