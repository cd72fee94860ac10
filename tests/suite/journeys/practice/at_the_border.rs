//! Where the cues end and the blind part begins: early taps, interruptions, buttons, notices, and leaving at once.

use super::{at_the_door, blind, felt, practice, tap};
use downbeat::app::action::Mode;
use downbeat::app::message::{Button, Effect, Message, Playback};
use downbeat::training::practice::Part;
use std::time::Duration;

#[test]
fn an_early_first_tap_neither_pauses_nor_is_lost() {
    let mut lifter = at_the_door();
    lifter.press(" ").wait(130.08 - 0.3).press(" ");
    for (lower, lift) in [(3.4, 1.2), (3.1, 1.0)] {
        lifter.wait(lower).press(" ").wait(lift).press(" ");
    }
    assert_eq!(lifter.app.mode(), Mode::Blind);
    assert_eq!(practice(&lifter).blind_taps(), 5);
    lifter.press("q");
    let felt = felt(&lifter);
    assert_eq!((felt.part, felt.timing.taps), (Part::Blind, 5));
    assert_eq!(
        felt.timing.phases[0].lengths.measured,
        [3_400, 3_100].map(Duration::from_millis)
    );
}

#[test]
fn a_tap_at_the_turn_around_before_the_blind_part_is_none_of_it() {
    let mut lifter = at_the_door();
    lifter.press(" ").wait(130.08 - 0.9).press(" ");
    assert_eq!(lifter.app.mode(), Mode::Blind);
    assert_eq!(practice(&lifter).blind_taps(), 0);
    lifter.press("q");
    assert_eq!(felt(&lifter).part, Part::Cued);
}

#[test]
fn interrupted_just_before_the_blind_part_it_can_be_gone_on_with() {
    let mut lifter = at_the_door();
    lifter.press(" ").wait(129.5);
    let since = lifter.clock;
    lifter.clock += Duration::from_secs(60);
    lifter.send(Message::Interrupted { since }).wait(0.1);
    assert_eq!(lifter.app.mode(), Mode::Practice);
    lifter.press(" ").wait(4.0).wait(1.0).press(" ");
    assert_eq!(lifter.app.mode(), Mode::Blind);
    assert_eq!(practice(&lifter).blind_taps(), 1);
}

#[test]
fn ctrl_c_in_the_blind_part_keeps_what_was_felt() {
    let mut lifter = blind();
    tap(&mut lifter, &[(3.4, 1.0), (3.6, 1.0)]);
    lifter.effects.clear();
    lifter.press("⌃c");
    assert_eq!(felt(&lifter).part, Part::Blind);
    let memory = lifter.app.memory.clone();
    assert_eq!(memory.practised.len(), 1);
    assert!(lifter.effects.contains(&Effect::Remember(memory)));
    assert_eq!(lifter.effects.last(), Some(&Effect::Quit));
}

#[test]
fn buttons_pause_a_practice_and_leave_its_blind_part_alone() {
    let mut lifter = at_the_door();
    assert_eq!(lifter.app.playback(), None);
    lifter.press(" ").wait(30.0);
    assert_eq!(lifter.app.playback(), Some(Playback::Playing));
    lifter.send(Message::Button(Button::Toggle)).wait(1.0);
    assert_eq!(lifter.app.playback(), Some(Playback::Paused));
    lifter.send(Message::Button(Button::Next)).wait(1.0);
    assert_eq!(lifter.app.playback(), Some(Playback::Paused));
    lifter.send(Message::Button(Button::Play)).wait(4.0);
    assert_eq!(lifter.app.playback(), Some(Playback::Playing));
    let mut lifter = blind();
    lifter.effects.clear();
    lifter.send(Message::Button(Button::Toggle)).wait(1.0);
    lifter.send(Message::Button(Button::Pause)).wait(1.0);
    assert_eq!(lifter.app.mode(), Mode::Blind);
    assert_eq!(
        (lifter.effects.len(), practice(&lifter).blind_taps()),
        (0, 0)
    );
}

#[test]
fn what_was_said_before_the_blind_part_is_gone_in_it() {
    let mut lifter = at_the_door();
    lifter.press(" ").wait(127.0).press("9");
    assert!(lifter.app.has_notice());
    lifter.wait(3.08);
    assert_eq!(lifter.app.mode(), Mode::Blind);
    assert!(!lifter.app.has_notice());
}
