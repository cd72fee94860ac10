//! Media keys and the buttons of a headset, as the app takes them.

use crate::lifter::Lifter;
use downbeat::app::message::{Button, Message, Playback};
use downbeat::training::timeline::SegmentKind;
use downbeat::training::transport::State;

fn press(lifter: &mut Lifter, button: Button) -> State {
    lifter.send(Message::Button(button)).wait(0.2);
    lifter.state()
}

/// In the first rep.
fn lifting() -> Lifter {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(12.0);
    lifter
}

#[test]
fn a_button_pauses_and_goes_on_and_each_knows_when_there_is_nothing_to_do() {
    let mut lifter = lifting();
    assert_eq!(press(&mut lifter, Button::Play), State::Running);
    assert_eq!(press(&mut lifter, Button::Pause), State::Held);
    assert_eq!(press(&mut lifter, Button::Pause), State::Held);
    let counting = |state| matches!(state, State::CountIn { .. });
    assert!(counting(press(&mut lifter, Button::Play)));
    assert!(counting(press(&mut lifter, Button::Play)));
    assert_eq!(press(&mut lifter, Button::Toggle), State::Held);
    assert!(counting(press(&mut lifter, Button::Toggle)));
}

#[test]
fn a_button_reaches_the_session_under_the_help() {
    let mut lifter = lifting();
    lifter.press("?");
    assert_eq!(press(&mut lifter, Button::Toggle), State::Held);
}

#[test]
fn next_cuts_a_wait_short_and_never_ends_a_set() {
    let mut lifter = lifting();
    press(&mut lifter, Button::Next);
    assert_eq!(lifter.now(), (SegmentKind::Lower, 1, 1));
    lifter.wait(45.0);
    assert_eq!(lifter.now().0, SegmentKind::Rest);
    press(&mut lifter, Button::Next);
    lifter.wait(3.0);
    assert_eq!(lifter.now(), (SegmentKind::Lower, 2, 1));
}

#[test]
fn the_desktop_is_told_what_a_session_does_and_nothing_without_one() {
    let mut lifter = Lifter::seasoned();
    lifter.send(Message::Tick);
    assert_eq!(lifter.app.playback(), None);
    let nothing = lifter.app.clone();
    lifter.send(Message::Button(Button::Toggle));
    assert_eq!(lifter.app, nothing);
    lifter.press(" ");
    assert_eq!(lifter.app.playback(), Some(Playback::Playing));
    lifter.press(" ");
    assert_eq!(lifter.app.playback(), Some(Playback::Paused));
    lifter.press("qq");
    assert_eq!(lifter.app.playback(), None);
}
