//! Journeys that end in the middle and are gone on with.

use super::super::lifter::{Lifter, squat, written};
use super::routines::LEG_DAY;
use downbeat::app::Screen;
use downbeat::app::action::{Key, Mode};
use downbeat::app::bindings::action;
use downbeat::app::message::Effect;
use downbeat::app::picker::Entry;
use downbeat::training::memory::Memory;
use downbeat::training::routine::Routine;
use downbeat::training::timeline::SegmentKind;

/// Some day, in seconds since 1970.
const TODAY: u64 = 1_800_000_000;

/// What was last written down, as it is read when the program is next opened.
fn remembered(lifter: &Lifter) -> Memory {
    let last = lifter.effects.iter().rev().find_map(|effect| match effect {
        Effect::Remember(memory) => Some(memory.clone()),
        _ => None,
    });
    let mut memory = last.expect("something was remembered");
    memory.stamp(TODAY);
    memory
}

/// Opens the interface later, when the word means this.
fn opened(memory: Memory, routine: &Routine, later: u64) -> Lifter {
    let mut lifter = Lifter::before(vec![Entry::from(routine.clone())], memory);
    lifter.app.offer_to_resume(Some(routine), TODAY + later);
    lifter
}

fn leg_day() -> Routine {
    written("leg-day", LEG_DAY)
}

/// Killed in the second set of rows.
fn killed() -> Memory {
    let mut lifter = Lifter::starting(leg_day());
    lifter.wait(5.0 + 4.0 + 20.0 + 4.0 + 2.0).press(" ");
    lifter
        .wait(5.0 + 10.0)
        .press("x⏎")
        .wait(11.0)
        .press("x⏎n")
        .wait(3.5);
    assert_eq!(lifter.now(), (SegmentKind::Lift, 2, 1));
    remembered(&lifter)
}

#[test]
fn a_routine_goes_on_with_the_set_at_which_it_was_left() {
    let mut lifter = opened(killed(), &leg_day(), 3600);
    assert_eq!(lifter.app.mode(), Mode::Resume);
    assert_eq!(
        lifter.app.offer.as_ref().unwrap().place(),
        "exercise 2, set 2"
    );
    lifter.press("⏎").wait(5.5);
    assert_eq!(lifter.now(), (SegmentKind::Lift, 2, 1));
    assert_eq!(lifter.picture().exercise, "2/3 Row");
    lifter.wait(60.0).press("qq");
    let done: Vec<(u16, u32)> = lifter
        .summary()
        .performed
        .kept()
        .map(|bout| (bout.part, bout.set))
        .collect();
    assert_eq!(done[0], (1, 2), "only what was done in this session counts");
}

#[test]
fn a_session_that_is_gone_on_with_is_not_forgotten_before_it_is_done() {
    let mut again = opened(killed(), &leg_day(), 60);
    again.press("⏎").wait(2.0);
    let memory = remembered(&again);
    assert_eq!(memory.interrupted.unwrap().done, [2, 1, 0]);
    let mut left = opened(killed(), &leg_day(), 60);
    left.press("⏎")
        .wait(7.0)
        .press("x⏎n")
        .wait(16.0)
        .press("x⏎")
        .wait(3.0);
    assert_eq!(remembered(&left).interrupted.unwrap().done, [2, 2, 0]);
}

#[test]
fn any_other_key_forgets_and_does_nothing_else() {
    for key in [
        Key::Char('j'),
        Key::Char('q'),
        Key::Tab,
        Key::Down,
        Key::Char('ü'),
    ] {
        let mut lifter = opened(killed(), &leg_day(), 60);
        let action = action(lifter.app.mode(), key).unwrap();
        lifter.send(downbeat::app::message::Message::Do(action));
        assert_eq!(
            (&lifter.app.screen, lifter.app.mode()),
            (&Screen::Picker, Mode::Picker)
        );
        assert_eq!(remembered(&lifter).interrupted, None);
    }
}

#[test]
fn half_an_escape_sequence_forgets_nothing() {
    for key in [Key::Esc, Key::Char('['), Key::Char('O'), Key::Char('A')] {
        assert_eq!(action(Mode::Resume, key), None);
    }
}

#[test]
fn nothing_is_offered_the_next_day_or_where_it_no_longer_fits() {
    assert_eq!(opened(killed(), &leg_day(), 13 * 3600).app.offer, None);
    let longer = written("leg-day", &LEG_DAY.replace("sets = 2", "sets = 3"));
    assert_eq!(opened(killed(), &longer, 60).app.offer, None);
    let mut gone = Lifter::before(Vec::new(), killed());
    gone.app.offer_to_resume(None, TODAY);
    assert_eq!(
        (gone.app.mode(), gone.app.memory.interrupted),
        (Mode::Picker, None)
    );
}

#[test]
fn what_was_done_to_its_end_is_forgotten_and_so_is_what_is_begun_anew() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(60.0);
    assert_eq!(remembered(&lifter).interrupted.unwrap().done, [1]);
    lifter.wait(160.0);
    assert_eq!(remembered(&lifter).interrupted.unwrap().done, [2]);
    lifter.press("r").wait(1.0);
    assert_eq!(
        remembered(&lifter).interrupted.unwrap().done,
        [1],
        "it is done again"
    );
    lifter.wait(400.0);
    assert_eq!(remembered(&lifter).interrupted, None);
    let mut anew = Lifter::before(vec![squat().into()], killed());
    anew.press(" ").wait(1.0);
    assert_eq!(remembered(&anew).interrupted, None);
}

#[test]
fn a_quit_in_mid_workout_keeps_what_was_done() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(60.0).press("qq");
    assert_eq!(remembered(&lifter).interrupted.unwrap().done, [1]);
}

#[test]
fn a_single_set_is_nothing_to_go_on_with() {
    let one = "[[preset]]\nid = 'one'\ntempo = '1-0-1-0'\nsets = 1\nreps = 3\nlead_in = 1";
    let mut lifter = Lifter::starting(written("one", one));
    lifter.wait(3.0).wait(1.0);
    assert_eq!(remembered(&lifter).interrupted, None);
}

#[test]
fn the_easy_dose_of_a_newcomer_is_gone_on_with_as_such() {
    let mut lifter = Lifter::with(Memory::default());
    lifter.press(" ⏎").wait(10.0 + 30.0 + 5.0);
    let again = opened(remembered(&lifter), &Routine::solo(squat()), 60);
    assert_eq!(again.app.offer.as_ref().unwrap().place(), "set 2");
    assert_eq!(again.app.offer.unwrap().routine.dose(), "2×6");
}
