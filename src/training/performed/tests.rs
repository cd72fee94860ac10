//! What the lifter says, set against what was paced.

use super::*;
use crate::training::edit::Edit;
use crate::training::exercise::Exercise;
use crate::training::preset::{Draft, Preset};

fn s(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Two sets of two reps at 4-0-1-0, from 10 s and from 80 s on.
fn timeline() -> Timeline {
    let (id, tempo) = ("any".parse().unwrap(), "4-0-1-0".parse().unwrap());
    let draft = Draft::straight(id, Exercise::unnamed(), tempo, 2, 2, s(60));
    Timeline::plan(&Preset::new(draft).unwrap())
}

fn set(set: u32) -> BoutId {
    BoutId {
        bout: u16::try_from(set).unwrap(),
        attempt: 1,
    }
}

fn done(position: Duration, said: &[(u32, u32)]) -> (u32, Duration, usize) {
    let said: Vec<Correction> = said
        .iter()
        .map(|&(number, done)| Correction {
            bout: set(number),
            done,
        })
        .collect();
    let performed = Performed::of(&timeline(), position, &said);
    let tension = performed.tension().total();
    (performed.reps(), tension, performed.sets())
}

#[test]
fn only_whole_reps_count() {
    assert_eq!(done(s(10), &[]), (0, s(0), 0));
    assert_eq!(done(s(14), &[]), (0, s(0), 0));
    assert_eq!(done(s(15), &[]), (1, s(5), 1));
    assert_eq!(done(s(85), &[]), (3, s(15), 2));
    assert_eq!(done(s(500), &[]), (4, s(20), 2));
}

#[test]
fn a_rep_that_was_not_done_takes_its_tension_along() {
    assert_eq!(done(s(90), &[(1, 1)]), (3, s(15), 2));
    assert_eq!(done(s(90), &[(1, 0)]), (2, s(10), 1));
    assert_eq!(done(s(90), &[(1, 0), (1, 2)]), (4, s(20), 2));
}

#[test]
fn reps_beyond_those_paced_count_without_tension() {
    assert_eq!(done(s(90), &[(2, 4)]), (6, s(20), 2));
}

#[test]
fn the_seconds_it_takes_to_reach_the_keyboard_are_not_proposed_as_done() {
    let timeline = timeline();
    assert_eq!(proposed(&timeline, set(1), s(20)), 1);
    assert_eq!(proposed(&timeline, set(1), s(25)), 2);
    assert_eq!(proposed(&timeline, set(2), s(25)), 0);
}

#[test]
fn an_attempt_is_abandoned_once_the_next_one_has_begun() {
    let redone = timeline().edited(s(15), Edit::RedoSet).unwrap();
    let abandoned = |position| {
        let performed = Performed::of(&redone, position, &[]);
        let bouts = performed.bouts.iter();
        bouts.map(|bout| bout.abandoned).collect::<Vec<_>>()
    };
    assert_eq!(abandoned(s(19)), [false]);
    assert_eq!(abandoned(s(21)), [true, false]);
    assert_eq!(abandoned(s(500)), [true, false, false]);
}
