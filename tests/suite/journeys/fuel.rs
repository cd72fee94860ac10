//! Fuel: the weight is asked once, the tick is the day's, and nothing else that was answered that day is touched.

use super::Lifter;
use downbeat::app::Screen;
use downbeat::app::journal::{Reply, Request};
use downbeat::app::message::{Effect, Message};
use downbeat::training::journal::{Diary, Entry, Mass, Morning, Score, Unit};
use jiff::civil::date;

const TODAY: i8 = 27;

fn morning(day: i8) -> Morning {
    Morning::of(date(2026, 11, day))
}

fn weight(text: &str) -> Option<Mass> {
    Mass::read(text, Unit::Kg).ok()
}

/// Somebody on the tab, to whom the journal answered with these mornings.
fn on_the_tab(mornings: Vec<Morning>) -> Lifter {
    let mut lifter = Lifter::seasoned();
    lifter.app.today = date(2026, 11, TODAY);
    lifter.press("w");
    let sessions = Vec::new();
    let diary = Box::new(Diary {
        mornings,
        sessions,
        ..Diary::default()
    });
    lifter.send(Message::Journal(Reply::Diary(diary)));
    lifter
}

/// The mornings that were handed to the journal, one after the other.
fn kept(lifter: &Lifter) -> Vec<Morning> {
    let entries = lifter.effects.iter().filter_map(|effect| match effect {
        Effect::Journal(Request::Keep(entries)) => Some(entries),
        _ => None,
    });
    let mornings = entries.flatten().filter_map(|entry| match entry {
        Entry::Morning(morning) => Some(morning.clone()),
        _ => None,
    });
    mornings.collect()
}

#[test]
fn a_weight_is_typed_once_and_kept_with_the_day() {
    let mut lifter = on_the_tab(Vec::new());
    lifter.press("82.5⏎");
    let expected = Morning {
        weight: weight("82.5"),
        ..morning(TODAY)
    };
    assert_eq!(kept(&lifter), [expected]);
    // A fortnight later it still stands, and nobody has to give it again.
    let old = Morning {
        weight: weight("80"),
        ..morning(12)
    };
    let lifter = on_the_tab(vec![old]);
    let Screen::Journal(journal) = &lifter.app.screen else {
        panic!("no journal");
    };
    assert_eq!(journal.fuel.weight(), weight("80"));
    assert!(kept(&lifter).is_empty());
}

#[test]
fn a_weight_in_pounds_stays_in_pounds() {
    let mut lifter = Lifter::seasoned();
    lifter.app.unit = Unit::Lb;
    lifter.app.today = date(2026, 11, TODAY);
    lifter.press("w");
    lifter.send(Message::Journal(Reply::Diary(Box::default())));
    lifter.press("176⏎");
    assert_eq!(kept(&lifter)[0].weight, weight("176 lb"));
}

#[test]
fn the_tick_is_set_and_taken_back_and_the_days_answers_stay() {
    let answered = Morning {
        sleep: Score::new(7),
        weight: weight("80"),
        ..morning(TODAY)
    };
    let mut lifter = on_the_tab(vec![answered.clone()]);
    lifter.press("  ");
    let ticked = Morning {
        protein: Some(true),
        ..answered.clone()
    };
    assert_eq!(kept(&lifter), [ticked, answered]);
}

#[test]
fn a_weight_that_is_none_changes_nothing_and_says_what_to_write() {
    let mut lifter = on_the_tab(Vec::new());
    lifter.press("8⏎");
    assert!(kept(&lifter).is_empty());
    let notice = lifter.app.notice.as_ref().expect("something is said");
    assert!(notice.text.contains("from 30 to 250 kg"), "{}", notice.text);
    lifter.press("⌃u82⏎");
    assert_eq!(kept(&lifter)[0].weight, weight("82"));
}

#[test]
fn before_the_journal_has_answered_nothing_is_written() {
    let mut lifter = Lifter::seasoned();
    lifter.app.today = date(2026, 11, TODAY);
    lifter.press("w 8");
    assert!(kept(&lifter).is_empty());
    // Nor after another tab, which may have changed the day's entry.
    let mut lifter = on_the_tab(vec![morning(TODAY)]);
    lifter.press("t").press("w").press(" ");
    assert!(kept(&lifter).is_empty());
}
