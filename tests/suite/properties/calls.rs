//! What is said over the whole library: no word reaches into the next phase or into another word.

use downbeat::store::presets::{Library, Written};
use downbeat::training::call::{CallKind, Calling, Counting, Turn};
use downbeat::training::edit::Edit;
use downbeat::training::preset::LEAD_IN;
use downbeat::training::routine::Routine;
use downbeat::training::timeline::Timeline;
use std::collections::BTreeSet;
use std::time::Duration;

/// Every way of counting, with every announcement.
fn callings() -> impl Iterator<Item = Calling> {
    let ways = [Counting::Up, Counting::Down, Counting::Silent];
    ways.into_iter().flat_map(move |reps| {
        ways.into_iter().flat_map(move |seconds| {
            [Turn::End, Turn::Start].map(|turn| Calling {
                reps,
                turn,
                seconds,
                ..Calling::default()
            })
        })
    })
}

/// Everything that comes with the program, in each of its weeks.
fn everything() -> Vec<Routine> {
    let library = Library::new(Written::default(), LEAD_IN);
    let routines = library.entries().iter();
    let routines = routines.map(|entry| entry.routine.as_ref().unwrap());
    routines
        .flat_map(|routine| (1..=12).map(|week| routine.at_week(week)))
        .collect()
}

/// The first word that is in the way of something, if one is.
fn in_the_way(timeline: &Timeline) -> Option<String> {
    let mut silent = Duration::ZERO;
    for call in timeline
        .calls()
        .iter()
        .filter(|call| call.kind != CallKind::Done)
    {
        let phase = timeline.at(call.at)?;
        if call.at < silent || call.end() >= phase.end {
            return Some(format!(
                "{call:?} in {phase:?}, the word before ends at {silent:?}"
            ));
        }
        silent = call.end();
    }
    None
}

#[test]
fn no_word_reaches_into_the_next_phase_at_any_tempo_of_the_library() {
    let mut kinds = BTreeSet::new();
    for routine in everything() {
        for calling in callings() {
            let timeline = Timeline::called(&routine, &[], calling);
            assert_eq!(in_the_way(&timeline), None, "{} {calling:?}", routine.id);
            kinds.extend(timeline.calls().iter().map(|call| call.kind.as_str()));
        }
    }
    assert_eq!(
        kinds.len(),
        6,
        "not everything is said in the library: {kinds:?}"
    );
}

/// A word that was begun may ring on over what a key began in the middle of it; nothing else may.
#[test]
fn an_edit_says_nothing_that_is_in_the_way() {
    for routine in everything().into_iter().step_by(12) {
        let before = Timeline::of(&routine);
        for step in 1..40u32 {
            let at = before.total() * step / 41;
            let edits = [
                Edit::EndSet,
                Edit::Skip,
                Edit::RedoSet,
                Edit::Slower(Duration::from_millis(500)),
            ];
            for after in edits.into_iter().filter_map(|edit| before.edited(at, edit)) {
                let mut silent = Duration::ZERO;
                for call in after
                    .calls()
                    .iter()
                    .filter(|call| call.kind != CallKind::Done)
                {
                    assert!(call.at >= silent, "{} at {at:?}: {call:?}", routine.id);
                    silent = call.end();
                    let phase = after.at(call.at).unwrap();
                    assert!(
                        call.at < at || silent < phase.end,
                        "{} at {at:?}: {call:?}",
                        routine.id
                    );
                }
            }
        }
    }
}
