//! Journeys: a person's keys and the passing of time, against the pure app. No terminal, no sound, no clock.

mod byways;
mod choosing;
mod editing;
mod fuel;
mod logged;
mod logging;
mod mobility;
mod morning;
mod offered;
mod practice;
mod resumed;
mod routines;
mod taps;

use super::lifter::Lifter;
use downbeat::app::action::Mode;
use downbeat::app::message::{Effect, Message, SoundReport};
use downbeat::app::session::Asking;
use downbeat::app::{Home, Screen};
use downbeat::training::exercise::Start;
use downbeat::training::memory::Memory;
use downbeat::training::timeline::SegmentKind;
use downbeat::training::transport::State;
use std::time::Duration;

#[test]
fn space_alone_carries_a_whole_workout() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(11.0);
    assert_eq!(lifter.now(), (SegmentKind::Lower, 1, 1));
    lifter.wait(39.5);
    assert_eq!(lifter.now().0, SegmentKind::Rest);
    lifter.wait(160.0 + 160.0);
    assert_eq!(lifter.summary().reps(), "8 8 8");
    assert_eq!(
        lifter.summary().performed.tension().eccentric,
        Duration::from_secs(96)
    );
    lifter.press(" ");
    assert_eq!(lifter.app.screen, Screen::Picker);
}

#[test]
fn a_newcomer_is_asked_once_and_gets_the_easy_dose_with_enter() {
    let mut lifter = Lifter::with(Memory::default());
    lifter.press("⏎");
    assert_eq!(lifter.app.mode(), Mode::Intro);
    lifter.wait(60.0).press("⏎").wait(10.5);
    assert_eq!(
        lifter.now(),
        (SegmentKind::Lower, 1, 1),
        "time stood still until the answer"
    );
    assert_eq!(lifter.sets(), 2);
    lifter.press("qq").press(" ");
    assert_ne!(lifter.app.mode(), Mode::Intro);
}

#[test]
fn a_newcomer_may_take_the_full_dose() {
    let mut lifter = Lifter::with(Memory::default());
    lifter.press("⏎3").wait(11.0);
    assert_eq!(lifter.sets(), 3);
}

#[test]
fn a_pause_counts_back_in_and_goes_on_where_it_stopped() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(12.0).press(" ").wait(0.2);
    let stood = lifter.session().transport.position_at(lifter.clock);
    assert_eq!(lifter.state(), State::Held);
    lifter.wait(300.0).press(" ").wait(1.0);
    assert!(matches!(lifter.state(), State::CountIn { .. }));
    lifter.wait(2.08);
    assert_eq!(lifter.state(), State::Running);
    assert_eq!(lifter.session().transport.position_at(lifter.clock), stood);
}

#[test]
fn ending_a_set_asks_for_the_reps_and_does_not_count_the_walk_to_the_keyboard() {
    let mut lifter = Lifter::seasoned();
    // Six reps are complete after 30 s of work; the key comes 2 s later, when the seventh is being lowered.
    lifter.press(" ").wait(10.0 + 32.0).press("x");
    let Asking::Reps(question) = lifter.session().asking else {
        panic!("nothing is asked")
    };
    assert_eq!((question.done, question.planned), (5, 8));
    assert_eq!(lifter.app.mode(), Mode::Question);
    lifter.press(">⏎").wait(1.0);
    assert_eq!(lifter.now().0, SegmentKind::Rest);
    lifter.press("qq");
    assert_eq!(lifter.summary().reps(), "6");
    assert_eq!(
        lifter.summary().performed.tension().total(),
        Duration::from_secs(30)
    );
}

#[test]
fn an_unanswered_question_is_answered_by_the_next_set() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(10.0 + 32.0).press("x").wait(121.0);
    assert_eq!(lifter.now(), (SegmentKind::Lower, 2, 1));
    assert_eq!(lifter.session().asking, Asking::Nothing);
    lifter.press("qq");
    assert_eq!(lifter.summary().reps(), "5");
}

#[test]
fn a_set_done_again_counts_once() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(10.0 + 12.0).press("r").wait(4.0);
    assert_eq!(lifter.now().0, SegmentKind::LeadIn);
    lifter.wait(1.5);
    assert_eq!(lifter.now(), (SegmentKind::Lower, 1, 1));
    lifter.wait(40.0);
    assert_eq!(lifter.now().0, SegmentKind::Rest);
    lifter.press("qq");
    assert_eq!(lifter.summary().reps(), "8");
    assert_eq!(
        lifter.summary().performed.bouts.len(),
        2,
        "the attempt is kept as abandoned"
    );
}

#[test]
fn a_rest_can_be_cut_to_three_seconds_or_made_longer() {
    let mut lifter = Lifter::seasoned();
    lifter
        .press(" ")
        .wait(10.0 + 40.0 + 10.0)
        .press("+")
        .wait(124.0);
    assert_eq!(lifter.now().0, SegmentKind::Rest);
    lifter.wait(1.5);
    assert_eq!(lifter.now(), (SegmentKind::Lower, 2, 1));
    lifter.wait(40.0).press("n").wait(2.9);
    assert_eq!(lifter.now().0, SegmentKind::Rest);
    lifter.wait(0.4);
    assert_eq!(lifter.now(), (SegmentKind::Lower, 3, 1));
}

#[test]
fn a_nudge_makes_the_next_rep_slower_and_leaves_the_current_one() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(11.0).press(">").wait(4.3);
    assert_eq!(lifter.now(), (SegmentKind::Lower, 1, 2));
    lifter.wait(4.2);
    assert_eq!(lifter.now(), (SegmentKind::Lower, 1, 2), "4.5 s now");
    lifter.wait(0.4);
    assert_eq!(lifter.now(), (SegmentKind::Lift, 1, 2));
}

#[test]
fn leaving_in_mid_set_is_asked_once_and_any_other_key_goes_on() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(20.0).press("q");
    assert_eq!(lifter.session().asking, Asking::Quit);
    lifter.press("m");
    assert!(matches!(lifter.app.screen, Screen::Session(_)));
    lifter.press("q").wait(1.0).press("q");
    assert_eq!(lifter.summary().reps(), "2");
}

#[test]
fn leaving_before_the_first_rep_leads_home_without_a_question() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(3.0).press("q");
    assert_eq!(lifter.app.screen, Screen::Picker);
    assert!(lifter.effects.contains(&Effect::Silence));
}

#[test]
fn a_session_from_the_shell_leads_back_to_the_shell() {
    let mut lifter = Lifter::seasoned();
    lifter.app.home = Home::Shell;
    lifter.press(" ").wait(400.0).press(" ");
    assert_eq!(lifter.effects.last(), Some(&Effect::Quit));
}

#[test]
fn the_other_start_is_taken_before_the_first_rep_and_remembered() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(2.0).press("s").wait(9.0);
    assert_eq!(lifter.now(), (SegmentKind::Lift, 1, 1));
    assert_eq!(lifter.app.memory.starts.get("Squat"), Some(&Start::Lift));
    lifter.press("s");
    assert_eq!(lifter.now().0, SegmentKind::Lift, "too late to change it");
}

#[test]
fn a_sleeping_computer_pauses_the_set_where_it_was_last_heard() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(12.0);
    let heard = lifter.clock;
    lifter.clock += Duration::from_secs(3600);
    lifter.send(Message::Interrupted { since: heard }).wait(1.0);
    assert_eq!(lifter.state(), State::Held);
    assert_eq!(
        lifter.session().transport.position_at(lifter.clock),
        Duration::from_millis(11_920)
    );
}

#[test]
fn losing_the_sound_is_a_notice_and_the_set_goes_on() {
    let mut lifter = Lifter::seasoned();
    lifter.send(Message::Sound(SoundReport::On("card".into())));
    lifter.press(" ").wait(12.0);
    lifter
        .send(Message::Sound(SoundReport::Lost(
            "the device is gone".into(),
        )))
        .wait(1.0);
    let notice = lifter.app.notice.clone().expect("a notice");
    assert!(notice.text.contains("the set goes on"), "{}", notice.text);
    assert_eq!(lifter.state(), State::Running);
    lifter.wait(10.0);
    assert_eq!(lifter.app.notice, None, "notices go away");
}

#[test]
fn the_summary_is_copied_as_plain_text() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(400.0).press("y");
    let copied = lifter.effects.iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.as_str()),
        _ => None,
    });
    let expected = "squat-4-1 · Squat · 4-0-1-0\n3 sets · 24 of 24 reps (8 8 8)\n\
                    time under tension 2:00 (1:36 eccentric, 0:24 concentric)\n";
    assert_eq!(copied, Some(expected));
}
