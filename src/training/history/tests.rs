//! What is read off earlier sessions.

use super::fixture::{TODAY, ago, session};
use super::*;
use crate::training::journal::PastSession;

fn squat() -> Lifted {
    Lifted {
        exercise: Exercise::named("Squat"),
        preset: "any".to_owned(),
        sets: 1,
    }
}

fn past(sessions: &[(i32, &str)]) -> Vec<PastSession> {
    sessions
        .iter()
        .map(|(days, written)| session(*days, written))
        .collect()
}

fn spared(latest: &str, before: &str) -> bool {
    spare_twice(&past(&[(2, latest), (4, before)]), &squat()).is_some()
}

#[test]
fn two_reps_to_spare_are_reps_done_and_reps_left_in_the_last_set() {
    assert!(spared("8/8,8/8+2", "8/8,8/8+2"));
    assert!(spared("8/8+0,8/8+3", "8/8+0,8/8+2"));
    assert!(!spared("8/8+2,8/8+1", "8/8+2,8/8+2"));
    assert!(!spared("8/8+2", "8/8+1"));
    assert!(!spared("7/8+2", "8/8+2"));
    assert!(spared("7/8+3", "8/8+2"));
}

#[test]
fn reps_above_the_lower_end_of_a_range_count_and_what_has_no_goal_has_none_to_spare() {
    assert!(spared("8/6-8+0", "7/6-8+1"));
    assert!(!spared("7/6-8+0", "8/6-8+0"));
    assert!(!spared("20/AMRAP+5", "20/AMRAP+5"));
}

#[test]
fn only_what_somebody_said_is_left_counts() {
    assert!(!spared("8/8+~3", "8/8+3"));
    assert!(!spared("8/8+3", "8/8+?"));
}

#[test]
fn load_tempo_and_goal_are_the_same_in_both() {
    assert!(!spared("8/8+3_@62", "8/8+3_@60"));
    assert!(!spared("8/8+3_t4-0-1-0", "8/8+3_t3-0-1-0"));
    assert!(!spared("9/9+3", "8/8+3"));
    assert!(spared("8/8+3_@-", "8/8+3_@-"));
    assert!(!spared("8/8+3_@-", "8/8+3"));
}

#[test]
fn the_two_sessions_follow_each_other() {
    let met = |sessions: &[(i32, &str)]| spare_twice(&past(sessions), &squat()).is_some();
    assert!(!met(&[(2, "8/8+2")]));
    assert!(!met(&[(2, "8/8+2"), (4, "8/8+2_@55"), (6, "8/8+2")]));
    assert!(met(&[(2, "8/8+2"), (3, "8/8+0_xRow"), (4, "8/8+2")]));
}

#[test]
fn what_was_done_on_one_day_counts_once() {
    let met = |sessions: &[(i32, &str)]| spare_twice(&past(sessions), &squat()).is_some();
    assert!(!met(&[(2, "8/8+2"), (2, "8/8+2")]));
    assert!(met(&[(2, "8/8+2"), (2, "8/8+2"), (4, "8/8+2")]));
    assert!(!met(&[(2, "8/8+2"), (2, "8/8+2"), (4, "8/8+1")]));
}

#[test]
fn the_last_set_is_the_last_that_is_planned_and_the_same_in_both() {
    let spared = |sets: u32, latest: &str, before: &str| {
        let lifted = Lifted { sets, ..squat() };
        spare_twice(&past(&[(2, latest), (4, before)]), &lifted).is_some()
    };
    let all = "8/8,8/8,8/8+3";
    assert!(spared(3, all, all));
    assert!(!spared(3, "8/8+3", "8/8+3"), "left after the first, twice");
    assert!(!spared(3, all, "8/8+3"));
    assert!(!spared(3, "8/8+3", all));
    assert!(!spared(4, all, all), "there is one more now");
    assert!(spared(2, all, all), "there is one less now");
}

#[test]
fn an_abandoned_attempt_counts_for_nothing() {
    assert!(spared("8/8+2,-3/8+0", "8/8+2"));
    assert!(!spared("-8/8+2", "8/8+2"));
}

#[test]
fn of_two_sides_the_weaker_one_counts() {
    assert!(spared("L8/8+2,R8/8+2", "L8/8+4,R8/8+2"));
    assert!(!spared("L8/8+2,R8/8+1", "L8/8+2,R8/8+2"));
    assert!(!spared("L8/8+2,R8/8+?", "L8/8+2,R8/8+2"));
}

#[test]
fn the_load_of_the_next_time_is_the_last_that_is_known_of_the_latest_session() {
    let next = |sessions: &[(i32, &str)]| {
        let past = past(sessions);
        last_load(&past).map(ToString::to_string)
    };
    assert_eq!(next(&[]), None);
    assert_eq!(
        next(&[(2, "8/8_@62"), (4, "8/8_@60")]).as_deref(),
        Some("62 kg")
    );
    assert_eq!(next(&[(2, "8/8_@-"), (4, "8/8_@60")]), None);
    // An abandoned attempt says nothing, be it the last set or all there is.
    let mut sets = past(&[(2, "8/8,8/8,-3/8")]);
    sets[0].sets[0].load = crate::training::journal::Answer::Assumed("50".parse().unwrap());
    sets[0].sets[1].load = crate::training::journal::Answer::Missing;
    assert_eq!(last_load(&sets).unwrap().to_string(), "50 kg");
    assert_eq!(
        next(&[(2, "-8/8_@62"), (4, "8/8_@60")]).as_deref(),
        Some("60 kg")
    );
}

#[test]
fn the_intro_block_is_two_weeks_from_the_first_session_or_the_first_after_three_weeks() {
    let at = |days: &[i32]| {
        let sessions: Vec<_> = days.iter().map(|days| session(*days, "8/8")).collect();
        intro(&sessions, &squat(), TODAY)
    };
    assert_eq!(at(&[]), Intro::New);
    assert_eq!(at(&[20]), Intro::Third(ago(20)));
    assert_eq!(at(&[21]), Intro::Over);
    assert_eq!(at(&[22]), Intro::Away(ago(22)));
    assert_eq!(at(&[1, 13]), Intro::Running(ago(13)));
    assert_eq!(at(&[1, 14]), Intro::Third(ago(14)));
    assert_eq!(at(&[1, 8, 20]), Intro::Third(ago(20)));
    assert_eq!(at(&[1, 8, 21]), Intro::Over);
    assert_eq!(at(&[3, 24, 26]), Intro::Over);
    assert_eq!(at(&[3, 25, 26]), Intro::Running(ago(3)));
}

#[test]
fn only_sets_of_the_exercise_with_a_slow_lowering_count_for_the_block() {
    let after = |written: &str| intro(&[session(1, written), session(30, "8/8")], &squat(), TODAY);
    assert_eq!(after("8/8_t3-0-1-0"), Intro::Running(ago(1)));
    for other in ["8/8_t2-0-2-0", "8/8_xRow", "-8/8", "8/8_tX-0-1-0"] {
        assert_eq!(after(other), Intro::Away(ago(30)), "{other}");
    }
}

#[test]
fn a_session_is_told_in_one_line() {
    let line = |written: &str| in_one_line(&session(1, written).sets);
    assert_eq!(line("8/8,8/8,7/8"), "60 kg 8 8 7");
    assert_eq!(line("L8/8,R7/8,L8/8,R8/8"), "60 kg 8/7 8/8");
    assert_eq!(line("8/8,8/8_@-"), "8 8");
    let mut sets = session(1, "8/8,8/8").sets;
    sets[1].load = "65"
        .parse()
        .map(crate::training::journal::Answer::Given)
        .unwrap();
    assert_eq!(in_one_line(&sets), "60 kg 8 65 kg 8");
}
