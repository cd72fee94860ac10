//! Taps in a set, and four seconds felt without one.

use super::super::lifter::{Lifter, squat};
use downbeat::app::action::Mode;
use downbeat::app::four::{Four, LeftOut, Stage, line};
use downbeat::app::message::{Effect, Message, Tap};
use downbeat::app::{Home, Screen};
use downbeat::training::timeline::SegmentKind;
use std::time::Duration;

/// A tap whose key was pressed so many milliseconds before the app hears of it.
fn tap_before(lifter: &mut Lifter, millis: u64) {
    let audible = lifter.clock.saturating_sub(Duration::from_millis(millis));
    lifter.send(Message::Tap(Tap {
        audible,
        machine: audible,
    }));
}

fn four(lifter: &Lifter) -> &Four {
    match &lifter.app.screen {
        Screen::Four(four) => four,
        other => panic!("no four but {other:?}"),
    }
}

/// Somebody who feels four seconds; the tries in seconds.
fn felt(tries: &[f64]) -> Lifter {
    let mut lifter = Lifter::seasoned();
    lifter.press("4");
    for length in tries {
        lifter.wait(0.7).press(" ").wait(*length).press("t");
    }
    lifter
}

#[test]
fn the_end_of_a_session_says_what_the_tapped_seconds_were() {
    let mut lifter = Lifter::seasoned();
    // The lead-in is ten seconds. Three reps: on time, turned 0.4 s early, and on time again.
    lifter.press(" ").wait(10.08);
    for turn in [4.0, 1.0, 3.6, 1.4, 4.0] {
        lifter.press("t").wait(turn);
    }
    lifter.press("t").press("q").press("q");
    let timing = &lifter.summary().timing;
    assert_eq!(timing.taps, 6);
    let text = lifter.summary().text();
    for words in [
        "lowering: your four seconds were 3.9 ± 0.2\n  mean 3.867 s, spread 0.231 s, 3 measured\n",
        "  tenths longer or shorter: 0 -4 0\n",
        "lifting: your one second was 1.2 ± 0.3\n",
        "turn-arounds were tapped",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn a_session_without_taps_says_nothing_of_them() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(42.0).press("qq");
    assert!(lifter.summary().timing.is_empty());
    assert!(!lifter.summary().text().contains("your"));
}

#[test]
fn a_tap_counts_from_its_key_and_not_from_when_the_app_hears_of_it() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(10.08 + 0.15);
    tap_before(&mut lifter, 150);
    lifter.wait(4.0 + 0.2);
    tap_before(&mut lifter, 350);
    lifter.wait(2.0).press("qq");
    let phases = &lifter.summary().timing.phases;
    assert_eq!(phases[0].lengths.measured, [Duration::from_secs(4)]);
}

#[test]
fn the_end_of_the_last_rep_can_be_tapped_when_the_summary_stands_already() {
    let mut lifter = Lifter::starting(squat());
    // Behind three sets of eight and two rests, the last lift: tapped 0.1 s late at both ends.
    let end = 10.0 + 3.0 * 40.0 + 2.0 * 120.0 + 0.08;
    lifter.wait(end - 0.9).press("t").wait(1.0);
    assert_eq!(lifter.app.mode(), Mode::Summary);
    lifter.press("t");
    let lifting = &lifter.summary().timing.phases[0].lengths;
    assert_eq!(lifting.measured, [Duration::from_secs(1)]);
    lifter.wait(1.0).press("t");
    assert_eq!(lifter.summary().timing.taps, 2);
}

#[test]
fn a_tap_before_the_end_counts_though_the_summary_stands_when_the_app_hears_of_it() {
    let mut lifter = Lifter::starting(squat());
    let end = 10.0 + 3.0 * 40.0 + 2.0 * 120.0 + 0.08;
    lifter.wait(end - 1.0).press("t").wait(1.05);
    assert_eq!(lifter.app.mode(), Mode::Summary);
    tap_before(&mut lifter, 150);
    let lifting = &lifter.summary().timing.phases[0].lengths;
    assert_eq!(lifting.measured, [Duration::from_millis(900)]);
}

#[test]
fn on_the_summary_of_a_session_that_was_left_nothing_is_tapped() {
    let mut lifter = Lifter::seasoned();
    lifter
        .press(" ")
        .wait(10.08)
        .press("t")
        .wait(4.0)
        .press("t");
    lifter.wait(2.0).press("qq").wait(1.0);
    let timing = lifter.summary().timing.clone();
    lifter.press("t");
    assert_eq!(lifter.summary().timing, timing);
}

#[test]
fn a_tap_changes_nothing_but_a_mark_on_the_screen() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(12.0);
    let before = lifter.picture();
    lifter.effects.clear();
    lifter.press("t");
    let after = lifter.picture();
    assert_eq!(after.badges, ["tap ● 1"]);
    assert_eq!((before.digits, before.word), (after.digits, after.word));
    assert_eq!(lifter.effects, []);
    lifter.press("t");
    assert_eq!(lifter.picture().badges, ["tap ○ 2"]);
}

#[test]
fn while_time_stands_still_a_tap_is_none() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(12.0).press(" ").wait(5.0).press("t");
    lifter.press(" ").wait(1.0).press("t");
    assert!(lifter.session().taps.positions().is_empty());
}

#[test]
fn tension_is_the_same_with_taps_and_without() {
    let tension = |keys: &str| {
        let mut lifter = Lifter::seasoned();
        lifter
            .press(" ")
            .wait(11.0)
            .press(keys)
            .wait(20.0)
            .press(keys);
        lifter.press("qq");
        lifter.summary().performed.tension()
    };
    assert_eq!(tension("t"), tension(""));
}

#[test]
fn five_tries_give_a_line_to_copy_and_the_same_key_begins_again() {
    let mut lifter = felt(&[3.8, 4.1, 3.6, 3.9, 4.0]);
    let result = "My four seconds: 3.8 · 4.1 · 3.6 · 3.9 · 4.0 s, 3.88 ± 0.19 (downbeat four)";
    assert_eq!(four(&lifter).result().map(line).as_deref(), Some(result));
    lifter.effects.clear();
    lifter.press("c");
    assert_eq!(lifter.effects, [Effect::Copy(result.to_owned())]);
    lifter.press(" ");
    assert_eq!(four(&lifter).stage, Stage::Ready(None));
    assert!(four(&lifter).tries.measured.is_empty());
    // Until all five are felt again, the ones before are the result.
    lifter.press(" ").wait(4.0).press("⏎");
    assert_eq!(four(&lifter).result().map(line).as_deref(), Some(result));
}

#[test]
fn a_slip_and_a_try_that_was_left_do_not_count() {
    let mut lifter = felt(&[4.2, 0.3]);
    assert_eq!(four(&lifter).stage, Stage::Ready(Some(LeftOut::Slip)));
    lifter.press(" ").wait(31.0).press(" ");
    assert_eq!(four(&lifter).stage, Stage::Ready(Some(LeftOut::Away)));
    assert_eq!(four(&lifter).tries.measured, [Duration::from_millis(4_200)]);
    assert_eq!(
        four(&lifter).result().map(line).as_deref(),
        Some("My four seconds: 4.2 s (downbeat four)")
    );
}

#[test]
fn nothing_on_the_screen_changes_between_two_presses() {
    let mut lifter = felt(&[3.9]);
    lifter.press("c").press(" ").press("9mvc");
    let area = ratatui::layout::Rect::new(0, 0, 80, 24);
    assert!(!lifter.app.has_notice());
    assert_eq!(downbeat::ui::next_change(&lifter.app, area, 60), None);
}

#[test]
fn four_seconds_lead_back_to_where_they_were_begun() {
    let mut lifter = felt(&[4.0]);
    assert_eq!(lifter.app.mode(), Mode::Four);
    lifter.press("q");
    assert_eq!(lifter.app.screen, Screen::Picker);
    let mut lifter = felt(&[4.0]);
    lifter.app.home = Home::Shell;
    lifter.effects.clear();
    lifter.press("q");
    assert_eq!(lifter.effects, [Effect::Quit]);
}

#[test]
fn a_tap_takes_back_the_wish_to_leave() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(12.0).press("qt").press("q");
    assert_eq!(lifter.now().0, SegmentKind::Lower);
}
