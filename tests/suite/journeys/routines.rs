//! Journeys through routines and the rarer constructs: gates between exercises, turns, own pace, open ends.

use super::super::lifter::{Lifter, written};
use downbeat::app::Screen;
use downbeat::app::message::Effect;
use downbeat::app::session::Asking;
use downbeat::training::preset::Side;
use downbeat::training::timeline::SegmentKind;
use downbeat::training::transport::State;
use downbeat::ui::pacing::Tally;

/// Three exercises, two of them with sides and load.
pub(crate) const LEG_DAY: &str = r#"
[[routine]]
id = "leg-day"
name = "Leg day"
[[routine.step]]
exercise = "Squat"
tempo = "1-0-1-0"
sets = 2
reps = 2
rest = 20
lead_in = 5
load = "60 kg"
[[routine.step]]
exercise = "Row"
tempo = "3-0-1-1"
sets = 2
reps = "6-8"
rest = 30
sides = "each"
load = "24 kg"
lead_in = 5
[[routine.step]]
exercise = "Curl"
tempo = "2-0-1-0"
sets = 1
reps = "AMRAP"
"#;

/// In the lead-in of what a settings file says.
fn lifting(id: &str, settings: &str) -> Lifter {
    Lifter::starting(written(id, settings))
}

/// At the gate behind the squats, for some seconds.
fn at_the_gate() -> Lifter {
    let mut lifter = lifting("leg-day", LEG_DAY);
    lifter.wait(5.0 + 4.0 + 20.0 + 4.0 + 0.5).wait(42.0);
    lifter
}

#[test]
fn at_a_gate_the_next_exercise_is_named_and_the_wait_counts_up() {
    let mut lifter = at_the_gate();
    assert!(matches!(lifter.state(), State::Waiting { .. }));
    let picture = lifter.picture();
    assert_eq!(
        (
            picture.word.as_ref(),
            picture.digits.as_str(),
            picture.exercise.as_str()
        ),
        ("NEXT", "41", "2/3 Row")
    );
    assert_eq!(
        lifter.said(),
        [
            "NEXT Row · 3-0-1-1 · L first · 24 kg · SPACE when ready",
            "Set 1 of 2 · LEFT · 6–8 reps · UP first",
            "2 reps · ‹60 kg› · ? left · Enter accepts · arrows change · being logged"
        ]
    );
    lifter.wait(30.0);
    assert_eq!(lifter.picture().digits, "1:11");
    lifter.press(" ").wait(0.5);
    assert_eq!(lifter.now().0, SegmentKind::LeadIn);
    assert_eq!(
        lifter.said(),
        [
            "Next: set 1 of 2 · LEFT · 6–8 reps · UP first",
            "2 reps · ‹60 kg› · ? left · Enter accepts · arrows change · being logged",
            "6 to 8 reps: x ends the set",
            "LOAD 24 kg"
        ]
    );
}

#[test]
fn an_exercise_whose_bench_is_taken_is_put_off_at_the_gate() {
    let mut lifter = at_the_gate();
    let hinted = |lifter: &Lifter| lifter.picture().hints.iter().any(|hint| hint.key == "Tab");
    assert!(hinted(&lifter));
    lifter.press("⇥");
    let notice = lifter.app.notice.clone().unwrap().text;
    assert_eq!(notice, "Now Biceps curl; Row comes later");
    assert!(matches!(lifter.state(), State::Waiting { .. }));
    assert_eq!(lifter.picture().exercise, "3/3 Biceps curl");
    lifter.press(" ").wait(10.5);
    assert_eq!(lifter.picture().exercise, "3/3 Biceps curl");
    lifter.press("⇥");
    let notice = lifter.app.notice.clone().unwrap().text;
    assert!(notice.contains("the wait between two"), "{notice}");
    lifter.wait(10.0).press("x⏎").wait(3.0);
    assert!(
        lifter.said()[0].starts_with("NEXT Row"),
        "{:?}",
        lifter.said()
    );
    assert!(!hinted(&lifter));
    lifter.press("⇥");
    let notice = lifter.app.notice.clone().unwrap().text;
    assert_eq!(notice, "Row is the last one: nothing is left to do first");
}

#[test]
fn a_change_with_a_length_counts_down_before_it_waits_and_space_says_ready_early() {
    let slow = LEG_DAY.replace("name = \"Leg day\"", "name = \"Leg day\"\nchange = \"5m\"");
    let mut lifter = lifting("leg-day", &slow);
    lifter.wait(5.0 + 4.0 + 20.0 + 4.0 + 10.0);
    let picture = lifter.picture();
    assert_eq!(
        (picture.digits.as_str(), picture.word.as_ref()),
        ("4:51", "NEXT")
    );
    assert_eq!(picture.hints[0].does, "ready");
    let mut waits = lifting("leg-day", &slow);
    waits.wait(5.0 + 4.0 + 20.0 + 4.0 + 10.0).wait(300.0);
    assert_eq!(waits.picture().digits, "9");
    lifter.press(" ").wait(3.2);
    assert_eq!(lifter.now().0, SegmentKind::LeadIn);
}

#[test]
fn a_timed_change_goes_on_by_itself() {
    let timed = LEG_DAY.replace(
        "name = \"Leg day\"",
        "name = \"Leg day\"\nchange = \"1m\"\nwait = false",
    );
    let mut lifter = lifting("leg-day", &timed);
    lifter.wait(5.0 + 4.0 + 20.0 + 4.0 + 10.0);
    assert_eq!(lifter.said()[0], "Next: Row · 3-0-1-1 · L first · 24 kg");
    assert_eq!(lifter.picture().hints[0].does, "pause");
    lifter.wait(50.5);
    assert_eq!(lifter.now().0, SegmentKind::LeadIn);
}

#[test]
fn the_load_and_the_place_in_the_routine_are_shown_before_the_first_set() {
    let lifter = lifting("leg-day", LEG_DAY);
    let load = "LOAD 60 kg · digits change it".to_owned();
    assert!(lifter.said().contains(&load), "{:?}", lifter.said());
    assert_eq!(lifter.picture().exercise, "1/3 Squat");
}

#[test]
fn a_set_before_the_gate_can_be_done_again_at_it() {
    let mut lifter = at_the_gate();
    lifter.press("r").wait(5.5);
    assert_eq!(lifter.now(), (SegmentKind::Lower, 2, 1));
    assert_eq!(lifter.picture().exercise, "1/3 Squat");
    lifter.wait(10.0);
    assert!(matches!(lifter.state(), State::Waiting { .. }));
}

#[test]
fn in_a_superset_the_rest_names_who_comes_next() {
    let mut lifter = lifting(
        "pair",
        r#"
        [[routine]]
        id = "pair"
        [[routine.step]]
        exercise = "Bench press"
        tempo = "1-0-1-0"
        sets = 3
        reps = 2
        rest = 60
        lead_in = 1
        group = "A"
        [[routine.step]]
        exercise = "Row"
        tempo = "1-0-1-0"
        sets = 3
        reps = 8
        sides = "each"
        first = "right"
        load = "24 kg"
        group = "A"
        "#,
    );
    lifter.wait(6.0);
    assert_eq!(lifter.now().0, SegmentKind::Rest);
    assert_eq!(
        lifter.said(),
        [
            "Next: A2 Row · set 1 of 3 · RIGHT · 8 reps · UP first",
            "2 reps · load ‹?› · ? left · Enter accepts · arrows change · being logged",
            "LOAD 24 kg"
        ]
    );
}

const SWINGS: &str = r#"
[[preset]]
id = "swings"
exercise = "Swing"
pace = "own"
sets = 2
reps = 3
rest = 30
lead_in = 1
"#;

#[test]
fn at_the_lifters_own_pace_space_says_that_a_rep_is_done_whenever_it_is() {
    let mut lifter = lifting("swings", SWINGS);
    lifter.wait(1.6);
    let picture = lifter.picture();
    assert_eq!(
        (picture.word.as_ref(), picture.digits.as_str()),
        ("YOUR PACE", "")
    );
    lifter.press(" ").wait(0.5);
    assert_eq!(
        lifter.now(),
        (SegmentKind::Beat, 1, 2),
        "before its usual time"
    );
    lifter.wait(60.0);
    assert_eq!(lifter.now(), (SegmentKind::Beat, 1, 2));
    let picture = lifter.picture();
    assert_eq!(
        (picture.word.as_ref(), picture.digits.as_str()),
        ("YOUR PACE", "")
    );
    assert_eq!(picture.reps.map(Tally::number), Some(2));
    lifter.press(" ").wait(0.5);
    assert_eq!(lifter.now(), (SegmentKind::Beat, 1, 3), "and long after it");
    lifter.press(" ").wait(0.5);
    assert_eq!(lifter.now().0, SegmentKind::Rest);
    lifter.press("qq");
    assert_eq!(lifter.summary().reps(), "3");
}

#[test]
fn a_set_at_the_lifters_own_pace_that_is_ended_proposes_all_of_its_reps() {
    for waited in [0.6, 60.0] {
        let mut lifter = lifting("swings", SWINGS);
        lifter.wait(1.0).wait(waited).press("x");
        let Asking::Reps(question) = lifter.session().asking else {
            panic!("nothing is asked")
        };
        assert_eq!((question.done, question.planned), (3, 3));
        lifter.press("<⏎").wait(0.5).press("qq");
        assert_eq!(lifter.summary().reps(), "2");
    }
}

#[test]
fn a_rep_for_which_no_key_came_is_not_done() {
    let mut lifter = lifting("swings", SWINGS);
    lifter.wait(1.6).press(" ").wait(60.0).press("qq");
    assert_eq!(lifter.summary().reps(), "1");
}

#[test]
fn as_many_as_possible_are_counted_without_an_end() {
    let mut lifter = lifting(
        "open",
        "[[preset]]\nid = 'open'\ntempo = '1-0-1-0'\nreps = 'AMRAP'\nlead_in = 5",
    );
    assert!(
        lifter
            .said()
            .contains(&"As many reps as you can: x ends the set".to_owned())
    );
    assert_eq!(lifter.picture().reps, None);
    lifter.wait(5.0 + 8.5);
    let reps = lifter.picture().reps.unwrap();
    assert_eq!((reps.number(), reps.of), (5, None));
}

#[test]
fn the_sentence_of_a_preset_names_the_side_at_work() {
    let mut lifter = lifting(
        "calf",
        "[[preset]]\nid = 'calf'\nexercise = { name = 'Calf', start = 'lower' }\ntempo = '3-0-1-0'\nreps = 1\nsides = 'each'\n\
         lead_in = 1\ncue = 'both up – {side} down'\n",
    );
    lifter.wait(2.0);
    assert_eq!(lifter.said(), ["both up – LEFT down"]);
    lifter.wait(4.0 + 10.0);
    assert_eq!(lifter.said(), ["both up – RIGHT down"]);
}

#[test]
fn each_rep_of_alternating_sides_shows_its_side() {
    let mut lifter = lifting(
        "lunges",
        "[[preset]]\nid = 'lunges'\ntempo = '1-0-1-0'\nreps = 2\nsides = 'alternate'\nlead_in = 1",
    );
    lifter.wait(1.5);
    let seen = |lifter: &Lifter| {
        let picture = lifter.picture();
        (
            picture.side.map(Side::as_str),
            picture.reps.map(Tally::number),
        )
    };
    assert_eq!(seen(&lifter), (Some("left"), Some(1)));
    lifter.wait(2.0);
    assert_eq!(seen(&lifter), (Some("right"), Some(1)));
    lifter.wait(2.0);
    assert_eq!(seen(&lifter), (Some("left"), Some(2)));
}

#[test]
fn pauses_within_a_set_say_what_they_are_for() {
    let in_pause = |reps: &str| {
        let settings = format!(
            "[[preset]]\nid = 'any'\ntempo = '1-0-1-0'\nsets = 2\nreps = '{reps}'\nlead_in = 1\nload = '20 kg'"
        );
        let mut lifter = lifting("any", &settings);
        lifter.wait(1.0 + 4.0 + 1.0);
        lifter
    };
    let drop = in_pause("2>2");
    assert_eq!(drop.picture().word, "DROP −20 %");
    assert_eq!(
        drop.said(),
        ["Next: rep 3 of 4 · 20 % lighter · still set 1 of 2"]
    );
    let mut cluster = in_pause("2+2");
    assert_eq!(cluster.picture().word, "BREATHE");
    assert_eq!(cluster.said(), ["Next: rep 3 of 4 · still set 1 of 2"]);
    cluster.press("n").wait(3.2);
    assert_eq!(
        cluster.now(),
        (SegmentKind::Lower, 1, 3),
        "skipping shortens the pause"
    );
    let mut ended = in_pause("2+2");
    ended.press("x").wait(0.2);
    assert_eq!(
        ended.now().0,
        SegmentKind::Rest,
        "x ends the set in its pause too"
    );
}

#[test]
fn space_during_an_explosive_lift_lets_it_through_at_lock_out() {
    let mut lifter = lifting(
        "power",
        "[[preset]]\nid = 'power'\nexercise = { name = 'Press', start = 'lower' }\ntempo = '2-0-X-1'\nreps = 2\n\
         lockout = 'wait'\nlead_in = 1",
    );
    lifter.wait(1.0 + 2.5).press(" ").wait(1.0);
    assert_eq!(
        (lifter.state(), lifter.now().0),
        (State::Running, SegmentKind::PauseContracted)
    );
}

#[test]
fn the_summary_of_a_routine_tells_each_exercise() {
    let mut lifter = at_the_gate();
    lifter
        .press(" ")
        .wait(5.0 + 12.0)
        .press("x⏎")
        .wait(1.0)
        .press("qq");
    let Screen::Summary(summary) = &lifter.app.screen else {
        panic!("no summary")
    };
    assert_eq!(
        summary.text(),
        "Leg day\n3 sets · 5 of 36 reps\nSquat · 2 2 · 0:08\nRow · 1 · 0:05\n\
         time under tension 0:13 (0:07 eccentric, 0:05 concentric, 0:01 isometric)\n"
    );
    lifter.press("y");
    assert!(matches!(lifter.effects.last(), Some(Effect::Copy(text)) if text.contains("Row")));
}
