//! Journeys off the main road: gates, the help, the last set, questions left open, what interrupts.

use super::super::lifter::Lifter;
use super::super::screens::states::{draft, gated, preset, ready};
use downbeat::app::action::{Action, Key, Mode};
use downbeat::app::bindings::action;
use downbeat::app::message::{Effect, Message, SoundReport};
use downbeat::app::session::Asking;
use downbeat::app::summary::Summary;
use downbeat::app::{Home, Light, Screen, View};
use downbeat::training::memory::Memory;
use downbeat::training::timeline::SegmentKind;
use downbeat::training::transport::State;
use std::time::Duration;

#[test]
fn mute_and_help_work_on_every_screen() {
    for keys in ["", " ", " qq"] {
        let mut lifter = Lifter::seasoned();
        lifter.press(keys).press("m");
        assert!(lifter.app.muted && lifter.effects.contains(&Effect::Mute(true)));
        lifter.press("?");
        assert_eq!(lifter.app.mode(), Mode::Help);
        for key in [
            Key::Char(' '),
            Key::Enter,
            Key::Esc,
            Key::Char('ü'),
            Key::Ctrl('x'),
        ] {
            assert!(
                action(Mode::Help, key).is_some(),
                "{key:?} turns a page or leads back"
            );
        }
    }
}

#[test]
fn the_help_is_turned_by_any_key_and_left_after_its_last_page() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(12.0).press("?");
    let small = ratatui::layout::Rect::new(0, 0, 40, 12);
    let mut pages = 0;
    while lifter.app.mode() == Mode::Help {
        pages += 1;
        let pressed = action(Mode::Help, Key::Char('x')).expect("any key");
        let meant = downbeat::ui::meaning(&lifter.app, small, pressed);
        lifter.send(Message::Do(meant));
    }
    assert!((2..24).contains(&pages), "{pages}");
    assert_eq!(lifter.state(), State::Running, "and does nothing else");
    lifter
        .press("?")
        .send(Message::Do(action(Mode::Help, Key::Esc).expect("leaves")));
    assert_eq!(lifter.app.mode(), Mode::Session);
}

#[test]
fn a_set_that_ends_under_the_help_leads_to_the_summary() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(300.0).press("?").wait(200.0);
    assert_eq!(lifter.app.mode(), Mode::Help);
    lifter.send(Message::Do(Action::Close));
    assert_eq!(lifter.summary().reps(), "8 8 8");
}

#[test]
fn the_last_set_asks_for_its_reps_too_and_waits_for_the_answer() {
    let mut lifter = Lifter::starting(preset(draft("One set", "Squat", "4-0-1-0", 1, 8)));
    lifter.wait(10.0 + 32.0).press("x").wait(60.0);
    assert_eq!(
        lifter.app.mode(),
        Mode::Question,
        "there is no next set that would answer it"
    );
    lifter.press(">⏎");
    assert_eq!(lifter.summary().reps(), "6");
}

#[test]
fn an_answer_that_is_shown_counts_whatever_ends_the_program() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(10.0 + 32.0).press("x<<").wait(1.0);
    let clock = lifter.clock;
    assert_eq!(Summary::of(lifter.session(), clock).reps(), "3");
    lifter.send(Message::Do(Action::Interrupt));
    assert_eq!(lifter.effects.last(), Some(&Effect::Quit));
    assert_eq!(lifter.summary().reps(), "3", "left for the shell");
}

#[test]
fn interrupting_with_nothing_done_leaves_nothing_to_report() {
    let mut lifter = Lifter::seasoned();
    lifter
        .press(" ")
        .wait(12.0)
        .send(Message::Do(Action::Interrupt));
    assert_eq!(lifter.effects.last(), Some(&Effect::Quit));
    assert!(!matches!(
        lifter.app.screen,
        Screen::Session(_) | Screen::Summary(_)
    ));
}

#[test]
fn a_session_from_the_shell_with_nothing_done_quits() {
    let mut lifter = Lifter::seasoned();
    lifter.app.home = Home::Shell;
    lifter.press(" ").wait(3.0).press("q");
    assert_eq!(lifter.effects.last(), Some(&Effect::Quit));
}

#[test]
fn a_gate_waits_for_space_and_for_nothing_else() {
    let mut lifter = Lifter::starting(gated());
    while !matches!(lifter.state(), State::Waiting { .. }) {
        lifter.wait(0.5);
    }
    lifter.wait(600.0);
    assert!(
        matches!(lifter.state(), State::Waiting { .. }),
        "plates take their time"
    );
    lifter.press(" ").wait(0.2);
    assert_eq!(lifter.state(), State::Running);
    assert_eq!(
        lifter.now().0,
        SegmentKind::LeadIn,
        "time to get to the bar"
    );
    lifter.wait(10.0);
    assert_eq!(lifter.now(), (SegmentKind::Lift, 1, 1));
}

#[test]
fn a_clicker_that_moves_on_says_ready_at_a_gate() {
    let mut lifter = Lifter::starting(gated());
    while !matches!(lifter.state(), State::Waiting { .. }) {
        lifter.wait(0.5);
    }
    lifter.press("n").wait(0.2);
    assert_eq!(lifter.state(), State::Running);
}

#[test]
fn a_set_can_be_ended_and_done_again_at_lock_out() {
    let at_lockout = || {
        let mut lifter = Lifter::starting(gated());
        while !matches!(lifter.state(), State::Waiting { .. }) {
            lifter.wait(0.5);
        }
        lifter.press(" ").wait(10.5);
        while !matches!(lifter.state(), State::Waiting { .. }) {
            lifter.wait(0.1);
        }
        assert_eq!(lifter.now(), (SegmentKind::Lift, 1, 1));
        lifter
    };
    let mut ended = at_lockout();
    ended.press("x").wait(0.2);
    assert_eq!(
        (ended.now().0, ended.app.mode()),
        (SegmentKind::Rest, Mode::Question)
    );
    let mut again = at_lockout();
    again.press("r").wait(5.2);
    assert_eq!(
        (
            again.now(),
            again
                .session()
                .segment(again.clock)
                .map(|segment| segment.attempt)
        ),
        ((SegmentKind::Lift, 1, 1), Some(2))
    );
}

#[test]
fn the_volume_goes_in_steps_and_stops_at_both_ends() {
    let mut lifter = Lifter::seasoned();
    lifter.press("0");
    assert_eq!(
        lifter.effects.last(),
        Some(&Effect::Volume(0)),
        "full already"
    );
    lifter.press("9");
    assert_eq!(lifter.effects.last(), Some(&Effect::Volume(-3)));
    assert!(
        lifter
            .app
            .notice
            .as_ref()
            .is_some_and(|notice| notice.text.contains("−3 dB"))
    );
    lifter.press(&"9".repeat(40));
    assert_eq!(lifter.app.volume_db, downbeat::app::SOFTEST_DB);
}

#[test]
fn view_and_light_change_on_every_screen() {
    for keys in ["", " "] {
        let mut lifter = Lifter::seasoned();
        lifter.press(keys).press("vd");
        assert_eq!(
            (lifter.app.view, lifter.app.light),
            (View::Bar, Light::Night)
        );
        lifter.press("vd");
        assert_eq!(
            (lifter.app.view, lifter.app.light),
            (View::Flood, Light::Day)
        );
    }
}

#[test]
fn an_interruption_pauses_a_count_in_and_a_rest() {
    let mut counting = Lifter::seasoned();
    counting
        .press(" ")
        .wait(12.0)
        .press(" ")
        .wait(1.0)
        .press(" ")
        .wait(1.0);
    let stood = counting.session().transport.position_at(counting.clock);
    let since = counting.clock;
    counting.clock += Duration::from_secs(100);
    counting.send(Message::Interrupted { since });
    assert_eq!(counting.state(), State::Held);
    assert_eq!(
        counting.session().transport.position_at(counting.clock),
        stood
    );
    let mut resting = Lifter::seasoned();
    resting.press(" ").wait(10.0 + 40.0 + 30.0);
    let since = resting.clock;
    resting.clock += Duration::from_secs(1000);
    resting
        .send(Message::Interrupted { since })
        .press(" ")
        .wait(3.2);
    assert_eq!(
        (resting.state(), resting.now().0),
        (State::Running, SegmentKind::Rest)
    );
    let left = resting.session().segment(resting.clock).map(|rest| {
        rest.end
            .saturating_sub(resting.session().transport.position_at(resting.clock))
    });
    assert!(
        left.is_some_and(|left| left > Duration::from_secs(89)),
        "{left:?}"
    );
}

#[test]
fn the_sound_that_opens_is_named_in_the_lead_in() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ");
    let said = |lifter: &Lifter| {
        let geometry = downbeat::ui::pacing::Geometry::of(ratatui::layout::Rect::new(0, 0, 80, 24));
        let picture = downbeat::ui::session::picture(&lifter.app, lifter.session(), geometry);
        let words: Vec<String> = picture
            .lines
            .iter()
            .flat_map(|line| line.wordings().to_vec())
            .collect();
        words.join("\n")
    };
    assert!(said(&lifter).contains("being opened"));
    lifter.send(Message::Sound(SoundReport::On("Speakers".to_owned())));
    assert!(said(&lifter).contains("Hear ticks? sound on: Speakers"));
    lifter.press("m");
    assert!(said(&lifter).contains("m turns it on"));
    lifter
        .press("m")
        .send(Message::Sound(SoundReport::Off("no sound card".to_owned())));
    assert!(said(&lifter).contains("watch the screen"));
}

#[test]
fn at_the_question_whether_to_leave_space_goes_on_and_pauses_nothing() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(20.0).press("q ").wait(1.0);
    assert_eq!(
        (lifter.session().asking, lifter.state()),
        (Asking::Nothing, State::Running)
    );
    lifter.press(" ").wait(1.0).press("q ").wait(1.0);
    assert!(
        matches!(lifter.state(), State::CountIn { .. }),
        "out of a pause it goes on as ever"
    );
}

#[test]
fn what_starts_where_is_not_remembered_for_an_exercise_without_a_name() {
    let mut unnamed = draft("4-0-1-0", "", "4-0-1-0", 3, 8);
    unnamed.exercise = downbeat::training::exercise::Exercise::unnamed();
    let mut lifter = Lifter::before(vec![ready(preset(unnamed))], Memory::default());
    lifter.press("s");
    assert!(lifter.app.memory.starts.is_empty());
    assert!(lifter.app.notice.is_some(), "and says why");
}

#[test]
fn the_easy_dose_is_named_as_it_is() {
    let mut lifter = Lifter::before(
        vec![ready(preset(draft("Power", "Squat", "2-0-X-0", 4, 4)))],
        Memory::default(),
    );
    lifter.press(" ");
    let geometry = downbeat::ui::pacing::Geometry::of(ratatui::layout::Rect::new(0, 0, 80, 24));
    let picture = downbeat::ui::session::picture(&lifter.app, lifter.session(), geometry);
    let asked = picture
        .lines
        .first()
        .and_then(|line| line.wordings().first())
        .cloned();
    assert!(asked.is_some_and(|asked| asked.contains("2×4") && asked.contains("4×4")));
}
