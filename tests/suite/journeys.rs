//! Journeys: a person's keys and the passing of time, against the pure app. No terminal, no sound, no clock.

use super::lifter::Lifter;
use super::screens::states::{draft, gated, preset};
use downbeat::app::action::{Action, Key, Mode};
use downbeat::app::bindings::action;
use downbeat::app::message::{Effect, Message, SoundReport};
use downbeat::app::picker::Entry;
use downbeat::app::session::Asking;
use downbeat::app::summary::Summary;
use downbeat::app::{Home, Light, Screen, View};
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
    assert_eq!(lifter.session().transport.timeline().sets(), 2);
    lifter.press("qq").press(" ");
    assert_ne!(lifter.app.mode(), Mode::Intro);
}

#[test]
fn a_newcomer_may_take_the_full_dose() {
    let mut lifter = Lifter::with(Memory::default());
    lifter.press("⏎3").wait(11.0);
    assert_eq!(lifter.session().transport.timeline().sets(), 3);
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
    // Six reps are complete after 30 s of work; the key comes 4 s later, when the seventh is nearly lowered.
    lifter.press(" ").wait(10.0 + 34.0).press("x");
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
    lifter.press(" ").wait(10.0 + 34.0).press("x").wait(121.0);
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
    assert!((2..10).contains(&pages), "{pages}");
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

#[test]
fn the_last_set_asks_for_its_reps_too_and_waits_for_the_answer() {
    let mut lifter = Lifter::starting(preset(draft("One set", "Squat", "4-0-1-0", 1, 8)));
    lifter.wait(10.0 + 34.0).press("x").wait(60.0);
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
    lifter.press(" ").wait(10.0 + 34.0).press("x<<").wait(1.0);
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
    assert_eq!((lifter.now().0, lifter.now().1), (SegmentKind::Lift, 2));
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
        lifter.press(" ").wait(0.5);
        while !matches!(lifter.state(), State::Waiting { .. }) {
            lifter.wait(0.1);
        }
        assert_eq!(lifter.now(), (SegmentKind::Lift, 2, 1));
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
        ((SegmentKind::Lift, 2, 1), Some(2))
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
    let left = resting
        .session()
        .segment(resting.clock)
        .map(|rest| rest.end - resting.session().transport.position_at(resting.clock));
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
    let mut lifter = Lifter::before(vec![Entry::Ready(preset(unnamed))], Memory::default());
    lifter.press("s");
    assert!(lifter.app.memory.starts.is_empty());
    assert!(lifter.app.notice.is_some(), "and says why");
}

#[test]
fn the_easy_dose_is_named_as_it_is() {
    let mut lifter = Lifter::before(
        vec![Entry::Ready(preset(draft(
            "Power", "Squat", "2-0-X-0", 4, 4,
        )))],
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
