//! Choosing what to train: looking for it, naming what is lifted, following a programme, pasting a message.

use super::super::lifter::Lifter;
use downbeat::app::action::{Key, Mode};
use downbeat::app::message::Message;
use downbeat::app::picker::{Entry, Group, Open};
use downbeat::app::{App, Overlay, Screen};
use downbeat::store::presets::{Library, Written};
use downbeat::training::memory::Memory;
use downbeat::training::timeline::SegmentKind;
use jiff::civil::date;
use std::time::Duration;

/// Somebody before the whole library.
fn before_the_library() -> Lifter {
    let library = Library::new(Written::default(), Duration::from_secs(10));
    let entries = library.entries().iter().map(|entry| Entry {
        id: entry.id.clone(),
        origin: entry.origin,
        kind: entry.kind,
        routine: entry.routine.clone().map_err(|_problems| String::new()),
    });
    let memory = Memory {
        introduced: true,
        ..Memory::default()
    };
    let mut lifter = Lifter::before(entries.collect(), memory);
    lifter.app.today = date(2026, 11, 17);
    lifter
}

fn id(app: &App) -> &str {
    app.picker.current().map_or("", |entry| entry.id.as_str())
}

fn groups(app: &App) -> Vec<Group> {
    let mut groups: Vec<Group> = app.picker.rows.iter().map(|row| row.group).collect();
    groups.dedup();
    groups
}

#[test]
fn a_few_letters_find_a_preset_and_enter_keeps_the_cursor_on_it() {
    let mut lifter = before_the_library();
    lifter.press("/heel drop");
    assert_eq!(lifter.app.mode(), Mode::Search);
    assert_eq!(id(&lifter.app), "achilles-heel-drop");
    lifter.press("⏎");
    assert_eq!(
        (lifter.app.mode(), id(&lifter.app)),
        (Mode::Picker, "achilles-heel-drop")
    );
    assert!(lifter.app.picker.rows.len() > 20, "the whole list is back");
}

#[test]
fn leaving_a_search_leaves_the_cursor_where_it_is_and_letters_are_verbs_again() {
    let mut lifter = before_the_library();
    lifter.press("/zqzq");
    assert!(lifter.app.picker.rows.is_empty(), "and nothing was quit");
    lifter.key(Key::Esc);
    assert_eq!(lifter.app.mode(), Mode::Picker);
    lifter.press("j");
    assert_eq!(id(&lifter.app), "eccentric-4-2");
}

#[test]
fn what_is_for_experts_is_listed_when_it_is_asked_for() {
    let mut lifter = before_the_library();
    let expert = |lifter: &Lifter| groups(&lifter.app).contains(&Group::Expert);
    assert!(!expert(&lifter));
    lifter.press("a");
    assert!(expert(&lifter));
    lifter.press("a").press("/bfr⏎");
    assert!(expert(&lifter), "it was looked for by its name");
    assert_eq!(id(&lifter.app), "bfr-75");
}

#[test]
fn favourites_and_what_was_used_last_come_first() {
    let mut lifter = before_the_library();
    lifter.press("jjj*");
    assert_eq!(groups(&lifter.app)[0], Group::First);
    assert_eq!(id(&lifter.app), "controlled-2-2", "the cursor goes along");
    lifter.press("/power⏎ ").wait(3.0).press("q");
    let first: Vec<&str> = (0..2)
        .map(|row| lifter.app.picker.entry(row).unwrap().id.as_str())
        .collect();
    assert_eq!(first, ["controlled-2-2", "power-2-x"]);
}

#[test]
fn what_is_lifted_is_asked_once_and_kept_for_the_preset() {
    let mut lifter = before_the_library();
    lifter.press("xdeadl⏎");
    assert_eq!(lifter.app.memory.lifts["eccentric-4-1"], "Deadlift");
    lifter.press(" ").wait(10.5);
    assert_eq!(
        lifter.now().0,
        SegmentKind::Lift,
        "a deadlift begins with the lift"
    );
    // Nobody has to say.
    let mut lifter = before_the_library();
    lifter.press("x⏎");
    assert!(lifter.app.memory.lifts.is_empty());
    assert_eq!(lifter.app.mode(), Mode::Picker);
}

#[test]
fn a_programme_is_followed_from_a_day_on_and_stands_at_the_top() {
    let mut lifter = before_the_library();
    lifter.press("/heel drop⏎f");
    for _ in 0..10 {
        lifter.key(Key::Backspace);
    }
    lifter.press("2026-11-99⏎");
    let Open::Following(following) = &lifter.app.picker.open else {
        panic!()
    };
    assert!(following.error.as_ref().unwrap().contains("2026-01-31"));
    lifter.key(Key::Backspace).key(Key::Backspace).press("02⏎⏎");
    assert_eq!(groups(&lifter.app)[0], Group::Followed);
    let (entry, memory) = (lifter.app.picker.entry(0).unwrap(), &lifter.app.memory);
    let programme = entry.routine().unwrap().programme.unwrap();
    let follow = memory.followed(&entry.id).unwrap();
    let words = |lifter: &Lifter| {
        let follow = lifter.app.memory.followed("achilles-heel-drop").unwrap();
        follow.words(programme, lifter.app.today)
    };
    assert_eq!(follow.week(programme, lifter.app.today), 3);
    assert_eq!(
        words(&lifter),
        "week 3 of 12 · morning · yesterday not logged"
    );
    // Its sources and its pain rule are shown before it starts for the first time.
    lifter.press(" ");
    assert_eq!(lifter.app.mode(), Mode::About);
    lifter.press("⏎").wait(0.1);
    assert!(matches!(lifter.app.screen, Screen::Session(_)));
    assert_eq!(words(&lifter), "week 3 of 12 · evening");
    lifter.press("q ");
    assert_eq!(lifter.app.overlay, Overlay::None, "they are shown once");
}

#[test]
fn a_message_of_a_coach_is_pasted_and_trained() {
    let mut lifter = before_the_library();
    let text = "A1 DB RDL 3x10 @4010 r60, A2 row 3x10/side @3011 r90";
    lifter.send(Message::Paste(text.to_owned()));
    assert_eq!(lifter.app.mode(), Mode::Pasted);
    let Open::Pasted(pasted) = &lifter.app.picker.open else {
        panic!()
    };
    assert!(pasted.message.unread().is_empty());
    assert_eq!(
        pasted.message.read_back(),
        "A1 DB RDL · 3×10 · lower 4, lift 1 · starts DOWN · rest 60 s → \
         A2 Row · 3×10 · each side · lower 3, lift 1, pause 1 · starts UP · rest 90 s"
    );
    lifter.press("⏎").wait(10.5);
    assert_eq!(lifter.now(), (SegmentKind::Lower, 1, 1));
    let timeline = lifter.session().transport.timeline();
    let names: Vec<&str> = timeline
        .parts()
        .iter()
        .map(|part| part.name.as_str())
        .collect();
    assert_eq!(names, ["DB RDL", "Row"]);
    // The second exercise is due behind a minute of rest, on the left first.
    lifter.wait(50.0 + 60.0);
    assert_eq!(lifter.now(), (SegmentKind::Lift, 1, 1));
}

#[test]
fn a_paste_that_is_no_message_says_what_to_write_and_changes_nothing() {
    let mut lifter = before_the_library();
    lifter.send(Message::Paste("q\nrm -rf\u{1b}[2J".to_owned()));
    lifter.press("⏎");
    assert!(matches!(lifter.app.screen, Screen::Picker));
    assert!(lifter.app.notice.is_some());
    lifter.key(Key::Esc);
    assert_eq!(lifter.app.mode(), Mode::Picker);
}
