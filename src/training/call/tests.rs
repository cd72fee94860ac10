//! Where words stand, and that none is ever in the way of a phase or of another word.

use super::*;
use crate::training::cue::CueKind;
use crate::training::edit::Edit;
use crate::training::exercise::Exercise;
use crate::training::prescription::{Pacing, Scheme};
use crate::training::preset::{Draft, Preset, Side, Sides};
use crate::training::routine::Routine;
use crate::training::timeline::{Segment, SegmentKind, Timeline};
use proptest::prelude::*;

fn draft(tempo: &str, sets: u32, reps: u32, rest: u64) -> Draft {
    let rest = Duration::from_secs(rest);
    let tempo = tempo.parse().unwrap();
    Draft::straight(
        "trial".parse().unwrap(),
        Exercise::unnamed(),
        tempo,
        sets,
        reps,
        rest,
    )
}

fn plan(draft: Draft, calling: Calling) -> Timeline {
    let routine = Routine::solo(Preset::new(draft).unwrap());
    Timeline::called(&routine, &[], calling)
}

fn spoken(timeline: &Timeline) -> String {
    let line = |call: &Call| {
        let at = call.at.as_secs_f64();
        format!("{at:7.2} {} {}\n", call.kind.as_str(), call.word.text())
    };
    timeline.calls().iter().map(line).collect()
}

fn counting(reps: Counting, turn: Turn, seconds: Counting) -> Calling {
    Calling {
        reps,
        turn,
        seconds,
        ..Calling::default()
    }
}

#[test]
fn a_slow_set_is_spoken_as_a_coach_would() {
    insta::assert_snapshot!(spoken(&plan(
        draft("4-0-1-0", 2, 4, 35),
        Calling::default()
    )));
}

#[test]
fn a_hold_is_announced_half_way_and_counted_out() {
    let mut hold = draft("4-0-1-0", 1, 1, 0);
    hold.work.pacing = Pacing::Hold(Duration::from_secs(45));
    hold.work.reps = vec![Scheme::exactly(1)];
    insta::assert_snapshot!(spoken(&plan(hold, Calling::default())));
}

#[test]
fn sides_are_named_before_they_begin() {
    let mut each = draft("3-1-2-0", 1, 2, 0);
    each.sides = Sides::Each(Side::Left);
    let mut turns = draft("3-1-2-0", 1, 2, 0);
    turns.sides = Sides::Alternating(Side::Left);
    let both = [each, turns].map(|draft| spoken(&plan(draft, Calling::default())));
    insta::assert_snapshot!(both.join("---\n"));
}

#[test]
fn reps_are_counted_up_or_down_when_they_end_or_begin() {
    let reps = |reps, turn| {
        let timeline = plan(
            draft("3-0-2-0", 1, 4, 0),
            counting(reps, turn, Counting::Silent),
        );
        let of_reps = timeline
            .calls()
            .iter()
            .filter(|call| call.kind == CallKind::Rep);
        of_reps
            .map(|call| call.word.text())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(reps(Counting::Up, Turn::End), "1 2 last one");
    assert_eq!(reps(Counting::Up, Turn::Start), "1 2 3 last one");
    assert_eq!(reps(Counting::Down, Turn::End), "3 2 last one");
    assert_eq!(reps(Counting::Down, Turn::Start), "4 3 2 last one");
    assert_eq!(reps(Counting::Silent, Turn::End), "last one");
}

#[test]
fn seconds_are_counted_up_or_down() {
    let seconds = |seconds| {
        let timeline = plan(
            draft("4-0-1-0", 1, 1, 0),
            counting(Counting::Silent, Turn::End, seconds),
        );
        let of_seconds = timeline
            .calls()
            .iter()
            .filter(|call| call.kind == CallKind::Second);
        of_seconds
            .map(|call| call.word.text())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(seconds(Counting::Up), "2 3 4");
    assert_eq!(seconds(Counting::Down), "3 2 1");
    assert_eq!(seconds(Counting::Silent), "");
}

#[test]
fn without_notices_nothing_is_counted_down_or_announced_at_its_end() {
    let silent = Calling {
        notices: Notices::NONE,
        ..Calling::default()
    };
    let timeline = plan(draft("4-0-1-0", 2, 3, 40), silent);
    assert!(
        timeline
            .calls()
            .iter()
            .all(|call| call.kind != CallKind::Count)
    );
    assert!(
        timeline
            .calls()
            .iter()
            .all(|call| call.word != Word::LastOne)
    );
    assert!(timeline.cues().iter().all(|cue| cue.kind != CueKind::Count));
}

/// No word reaches into the beginning of a phase or into another word, but for the one at the very end.
fn check(timeline: &Timeline) -> Result<(), TestCaseError> {
    let mut free = Duration::ZERO;
    for call in timeline.calls() {
        prop_assert!(call.at >= free, "{call:?} begins before {free:?}");
        if call.kind == CallKind::Done {
            prop_assert_eq!(call.at, timeline.total());
            continue;
        }
        free = call.end();
        let phase = timeline.at(call.at).unwrap();
        prop_assert!(
            call.end() < phase.end,
            "{call:?} reaches into the phase behind {phase:?}"
        );
        prop_assert!(
            call.kind == CallKind::Count || call.at > phase.start || call.kind == CallKind::Second
        );
    }
    Ok(())
}

fn callings() -> impl Strategy<Value = Calling> {
    let counting = || {
        prop_oneof![
            Just(Counting::Up),
            Just(Counting::Down),
            Just(Counting::Silent)
        ]
    };
    let turn = prop_oneof![Just(Turn::End), Just(Turn::Start)];
    (counting(), turn, counting(), 0u8..32).prop_map(|(reps, turn, seconds, bits)| Calling {
        reps,
        turn,
        seconds,
        notices: Notices(bits),
    })
}

fn tempos() -> impl Strategy<Value = String> {
    let tenths =
        |most: u32| (0..=most).prop_map(|tenths| format!("{}.{}", tenths / 10, tenths % 10));
    (tenths(80), tenths(30), tenths(50), tenths(30), 0..4u8).prop_map(
        |(lower, long, lift, short, odd)| match odd {
            0 => format!("{lower}-{long}-X-{short}"),
            1 => format!("{lower}-{long}-A-{short}"),
            _ => format!("{lower}-{long}-{lift}-{short}"),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_reaches_into_a_phase_or_into_another_word(tempo in tempos(), reps in 1..40u32, calling in callings()) {
        let Ok(tempo) = tempo.parse() else { return Ok(()) };
        let rest = Duration::from_secs(31);
        let draft = Draft::straight("trial".parse().unwrap(), Exercise::unnamed(), tempo, 2, reps, rest);
        let Ok(preset) = Preset::new(draft) else { return Ok(()) };
        check(&Timeline::called(&Routine::solo(preset), &[], calling))?;
    }

    /// What was said may have been heard already.
    #[test]
    fn an_edit_changes_no_word_before_it(at in 0..90_000u64, edit in 0..5usize, calling in callings()) {
        let before = plan(draft("3.3-1-2-0.5", 3, 4, 20), calling);
        let edits = [
            Edit::EndSet,
            Edit::RedoSet,
            Edit::Skip,
            Edit::Slower(Duration::from_millis(500)),
            Edit::MoreRest(Duration::from_secs(15)),
        ];
        let at = Duration::from_millis(at);
        let Some(after) = before.edited(at, edits[edit]) else { return Ok(()) };
        let said = |timeline: &Timeline| -> Vec<Call> {
            timeline.calls().iter().filter(|call| call.at < at).copied().collect()
        };
        prop_assert_eq!(said(&before), said(&after));
        // Nothing is said twice in a segment, and what did not change is said as it was.
        let words = |timeline: &Timeline, segment: &Segment| -> Vec<(CallKind, Word)> {
            let calls = timeline.calls_between(segment.start..segment.end);
            calls.iter().map(|call| (call.kind, call.word)).collect()
        };
        for segment in after.segments().iter().filter(|segment| segment.kind != SegmentKind::LeadIn) {
            let mut once = words(&after, segment);
            // A longer rest has ten seconds left once more.
            once.retain(|(kind, _)| *kind != CallKind::Count);
            once.sort_unstable();
            let all = once.len();
            once.dedup();
            prop_assert_eq!(all, once.len(), "twice in {:?}: {:?}", segment, once);
        }
        let whole = before.at(at).filter(|here| after.at(at) == Some(*here) && edit >= 3);
        if let Some(here) = whole.filter(|here| here.kind.is_work()) {
            let open = |words: Vec<(CallKind, Word)>| words.into_iter().filter(|(kind, _)| *kind != CallKind::Second).collect::<Vec<_>>();
            prop_assert_eq!(open(words(&before, here)), open(words(&after, here)));
        }
        for pair in after.calls().windows(2).filter(|pair| pair[1].at >= at && pair[1].kind != CallKind::Done) {
            prop_assert!(pair[0].end() <= pair[1].at, "{:?}", pair);
        }
    }
}
