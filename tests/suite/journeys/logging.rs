//! What a session writes into the journal by itself, and what is asked beside the clock.

use super::Lifter;
use crate::lifter::written;
use downbeat::app::Screen;
use downbeat::app::action::Mode;
use downbeat::app::journal::{Reply, Request};
use downbeat::app::message::{Effect, Message};
use downbeat::training::journal::{
    Answer, Counted, Entry, Key, Load, Origin, PastSession, SessionRecord, SetRecord, Stamp,
};
use downbeat::training::memory::Memory;
use downbeat::training::preset::Tier;
use jiff::civil::date;

/// Everything that was handed to the journal so far, the newest of each key.
fn kept(lifter: &Lifter) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::new();
    for effect in &lifter.effects {
        if let Effect::Journal(Request::Keep(entries)) = effect {
            for entry in entries {
                all.retain(|old| old.key() != entry.key());
                all.push(entry.clone());
            }
        }
    }
    all.sort_by_key(Entry::key);
    all
}

fn sets(lifter: &Lifter) -> Vec<SetRecord> {
    let sets = kept(lifter).into_iter().filter_map(|entry| match entry {
        Entry::Set(set) => Some(set),
        _ => None,
    });
    sets.collect()
}

fn session(lifter: &Lifter) -> Option<SessionRecord> {
    kept(lifter).into_iter().find_map(|entry| match entry {
        Entry::Session(session) => Some(session),
        _ => None,
    })
}

fn load(text: &str) -> Load {
    text.parse().unwrap()
}

/// Somebody who has done three sets of squats with 60 kg before.
fn with_past() -> Lifter {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ");
    let mut template = Lifter::seasoned();
    template.press(" ").wait(400.0);
    let mut before = sets(&template);
    for (set, reps) in before.iter_mut().zip([8, 8, 7]) {
        set.done = Answer::Given(reps);
        set.load = Answer::Given(load("60 kg"));
        set.reserve = Answer::Given(2);
    }
    let past = PastSession {
        session: session(&template).unwrap(),
        sets: before,
    };
    lifter.send(Message::Journal(Reply::Past(vec![(
        "Squat".to_owned(),
        vec![past],
    )])));
    lifter
}

#[test]
fn a_set_is_handed_over_the_moment_it_ends_with_what_was_paced() {
    let mut lifter = Lifter::seasoned();
    lifter.app.wall = Stamp::from_millis(1_000);
    lifter.app.today = date(2026, 11, 27);
    lifter.press(" ").wait(10.0 + 39.8);
    assert_eq!(sets(&lifter), [], "the last rep is not over");
    lifter.wait(0.3);
    let begun = session(&lifter).expect("the first set brings the session along");
    assert_eq!(
        (begun.began, begun.ended),
        (Stamp::from_millis(1_000), None)
    );
    assert_eq!(
        (begun.day, begun.origin),
        (date(2026, 11, 27), Origin::Paced)
    );
    let [set] = sets(&lifter).try_into().unwrap();
    assert_eq!(
        (set.exercise.as_str(), set.tempo.as_str()),
        ("Squat", "4-0-1-0")
    );
    assert_eq!(
        (set.planned, set.paced, set.done),
        (8, 8, Answer::Assumed(8))
    );
    assert_eq!(set.tension.eccentric_ms, 32_000);
    assert_eq!((set.load, set.reserve), (Answer::Missing, Answer::Missing));
}

#[test]
fn digits_in_a_rest_say_how_heavy_it_was_and_hold_for_the_sets_that_come() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(10.0 + 42.0);
    assert_eq!(lifter.app.mode(), Mode::Resting);
    lifter.press("62.5⏎");
    assert_eq!(sets(&lifter)[0].load, Answer::Given(load("62.5 kg")));
    lifter.press("↓2⏎");
    assert_eq!(sets(&lifter)[0].reserve, Answer::Given(2));
    assert_eq!(
        sets(&lifter)[0].done,
        Answer::Given(8),
        "Enter took all of it"
    );
    lifter.wait(160.0);
    assert_eq!(sets(&lifter)[1].load, Answer::Assumed(load("62.5 kg")));
}

#[test]
fn enter_takes_last_times_numbers_and_going_on_leaves_them_assumed() {
    let mut lifter = with_past();
    lifter.wait(10.0 + 42.0);
    assert_eq!(sets(&lifter)[0].load, Answer::Assumed(load("60 kg")));
    assert_eq!(sets(&lifter)[0].reserve, Answer::Missing);
    lifter.press("⏎");
    assert_eq!(sets(&lifter)[0].load, Answer::Given(load("60 kg")));
    assert_eq!(sets(&lifter)[0].reserve, Answer::Given(2));
    lifter.wait(160.0 + 160.0);
    assert_eq!(sets(&lifter)[1].load, Answer::Assumed(load("60 kg")));
    assert_eq!(sets(&lifter)[1].done, Answer::Assumed(8));
}

#[test]
fn the_lead_in_shows_last_times_load_and_reps() {
    let lifter = with_past();
    let said = lifter.said().join("\n");
    assert!(said.contains("LOAD 60 kg · last 8 8 7, 2 left"), "{said}");
}

#[test]
fn the_load_can_be_said_in_the_lead_in() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(2.0).press("lband red⏎").wait(50.0);
    assert_eq!(sets(&lifter)[0].load, Answer::Assumed(load("band red")));
}

#[test]
fn nine_kilograms_or_ninety_are_typed_as_they_are() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(10.0 + 42.0).press("90⏎");
    assert_eq!(sets(&lifter)[0].load, Answer::Given(load("90 kg")));
}

#[test]
fn reps_in_which_the_tempo_broke_are_marked_by_one_key() {
    let mut lifter = Lifter::seasoned();
    lifter
        .press(" ")
        .wait(10.0 + 2.0)
        .press("k")
        .wait(5.0)
        .press("kk");
    lifter.wait(5.0).press("k").wait(35.0);
    assert_eq!(sets(&lifter)[0].broke, [1, 3]);
    assert_eq!(sets(&lifter)[0].clean_reps(), 6);
}

#[test]
fn a_set_done_again_keeps_the_first_attempt_as_abandoned() {
    let mut lifter = Lifter::seasoned();
    lifter
        .press(" ")
        .wait(10.0 + 12.0)
        .press("r")
        .wait(6.0 + 41.0);
    let counted: Vec<Counted> = sets(&lifter).iter().map(|set| set.counted).collect();
    assert_eq!(counted, [Counted::Abandoned, Counted::Kept]);
}

#[test]
fn leaving_in_mid_set_keeps_the_reps_that_were_done() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(10.0 + 12.0).press("qq");
    let [set] = sets(&lifter).try_into().unwrap();
    assert_eq!((set.done, set.planned), (Answer::Assumed(2), 8));
    assert!(session(&lifter).unwrap().ended.is_some());
}

#[test]
fn a_session_left_before_its_first_rep_is_none() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(3.0).press("q");
    assert_eq!(kept(&lifter), []);
}

#[test]
fn pauses_within_a_set_are_counted() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(10.0 + 12.0).press(" ").wait(20.0);
    lifter.press(" ").wait(3.0 + 30.0);
    assert_eq!(sets(&lifter)[0].interruptions, 1);
}

#[test]
fn reps_said_after_an_early_end_correct_the_record() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(10.0 + 32.0).press("x>⏎").wait(0.2);
    assert_eq!(sets(&lifter)[0].done, Answer::Given(6));
    assert_eq!(sets(&lifter)[0].tension.eccentric_ms, 24_000);
    // Too many were said: the answer in the rest has the last word.
    lifter.press("↑4⏎");
    assert_eq!(sets(&lifter)[0].done, Answer::Given(4));
    assert_eq!(sets(&lifter)[0].tension.eccentric_ms, 16_000);
}

#[test]
fn a_nudged_lowering_is_kept_as_it_was_performed() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(11.0).press(">").wait(50.0);
    assert_eq!(sets(&lifter)[0].tempo, "4-0-1-0>4.5-0-1-0");
}

#[test]
fn a_note_begun_in_a_rest_is_kept_when_the_next_set_begins() {
    let mut lifter = Lifter::seasoned();
    lifter
        .press(" ")
        .wait(10.0 + 42.0)
        .press("oleft knee clicks");
    assert_eq!(lifter.app.mode(), Mode::Answer, "no letter skips the rest");
    lifter.wait(121.0);
    assert_eq!(session(&lifter).unwrap().note, "left knee clicks");
}

#[test]
fn the_end_asks_how_hard_it_was_and_about_the_last_set() {
    let mut lifter = Lifter::seasoned();
    lifter
        .press(" ")
        .wait(10.0 + 320.0 + 39.9)
        .wait(0.2)
        .wait(0.1);
    lifter.press("7");
    assert_eq!(session(&lifter).unwrap().effort.map(u8::from), Some(7));
    lifter.press("↑1↑80⏎⏎");
    let last = sets(&lifter).pop().unwrap();
    assert_eq!(
        (last.load, last.reserve),
        (Answer::Given(load("80 kg")), Answer::Given(1))
    );
    assert_eq!(lifter.app.screen, Screen::Picker);
}

#[test]
fn a_published_programme_asks_for_pain_and_not_for_reps_left() {
    let text = "[[preset]]\nid = 'heels'\nname = 'Heels'\ntier = 'published'\nexercise = 'Heel drop'\n\
                tempo = '3-0-3-0'\nsets = 2\nreps = 3\nrest = '30s'\nsource = 'a paper'\n";
    let mut lifter = Lifter::before(
        vec![written("heels", text).into()],
        Memory {
            introduced: true,
            shown: vec!["heels".to_owned()],
            ..Memory::default()
        },
    );
    lifter.press(" ").wait(10.0 + 19.0);
    lifter.press("⏎").wait(60.0);
    lifter.press("↓4↓2⏎");
    let session = session(&lifter).unwrap();
    assert_eq!(session.tier, Tier::Published);
    assert_eq!(session.worst_pain.map(u8::from), Some(4));
    assert_eq!(session.pain_after.map(u8::from), Some(2));
    assert!(
        sets(&lifter)
            .iter()
            .all(|set| set.reserve == Answer::Missing)
    );
}

#[test]
fn a_load_that_is_said_later_leaves_earlier_sets_as_they_were() {
    let mut lifter = with_past();
    lifter.wait(10.0 + 42.0).wait(160.0).press("70⏎");
    let loads: Vec<_> = sets(&lifter).iter().map(|set| set.load.clone()).collect();
    assert_eq!(
        loads,
        [Answer::Assumed(load("60 kg")), Answer::Given(load("70 kg"))]
    );
}

#[test]
fn an_answer_that_is_taken_back_is_gone_from_the_record() {
    let mut lifter = with_past();
    lifter.wait(10.0 + 42.0).press("↓3");
    assert_eq!(sets(&lifter)[0].reserve, Answer::Given(3));
    lifter.press("⌫");
    assert_eq!(sets(&lifter)[0].reserve, Answer::Missing);
    lifter.press("↑↑5");
    assert_eq!(sets(&lifter)[0].done, Answer::Given(5));
    lifter.press("⌫");
    assert_eq!(sets(&lifter)[0].done, Answer::Assumed(8));
}

#[test]
fn a_number_that_is_half_typed_when_the_rest_ends_is_no_answer() {
    let mut lifter = with_past();
    lifter.wait(10.0 + 42.0).press("6").wait(121.0).wait(40.0);
    let loads: Vec<_> = sets(&lifter).iter().map(|set| set.load.clone()).collect();
    assert_eq!(
        loads,
        [
            Answer::Assumed(load("60 kg")),
            Answer::Assumed(load("60 kg"))
        ]
    );
}

#[test]
fn a_note_that_is_being_written_is_kept_whatever_ends_the_program() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(10.0 + 42.0).press("oleft knee");
    let effects = lifter.app.log_so_far();
    lifter.effects.extend(effects);
    assert_eq!(session(&lifter).unwrap().note, "left knee");

    let mut other = Lifter::seasoned();
    other.press(" ").wait(400.0).press("oheavy");
    let effects = other.app.log_so_far();
    other.effects.extend(effects);
    assert_eq!(session(&other).unwrap().note, "heavy");
}

#[test]
fn every_set_brings_its_session_along() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(10.0 + 42.0).wait(160.0);
    lifter.press("⏎").wait(160.0).press("↑1⏎");
    for effect in &lifter.effects {
        if let Effect::Journal(Request::Keep(entries)) = effect {
            assert!(
                matches!(entries.first(), Some(Entry::Session(_))),
                "{entries:?}"
            );
        }
    }
}

#[test]
fn the_end_asks_about_the_set_that_counts_and_not_about_an_attempt_that_does_not() {
    let mut lifter = Lifter::seasoned();
    // Two sets; the second is begun again and left in its first rep.
    lifter
        .press(" ")
        .wait(10.0 + 42.0)
        .wait(160.0)
        .press("r")
        .wait(7.0)
        .press("qq");
    lifter.press("↑2");
    let said: Vec<_> = sets(&lifter)
        .iter()
        .map(|set| (set.counted, set.reserve))
        .collect();
    assert_eq!(
        said,
        [
            (Counted::Kept, Answer::Given(2)),
            (Counted::Abandoned, Answer::Missing),
        ]
    );
}

#[test]
fn waiting_at_a_gate_is_no_interruption_and_the_set_is_over_when_the_last_rep_is() {
    let text = "[[preset]]\nid = 'swings'\nname = 'Swings'\nexercise = 'Kettlebell swing'\n\
                pace = 'own'\nsets = 2\nreps = 3\nrest = '1m'\n";
    let mut lifter = Lifter::starting(written("swings", text));
    lifter.wait(12.5);
    for _ in 0..2 {
        lifter.wait(5.0).press(" ").wait(0.2);
    }
    lifter.wait(5.0);
    assert_eq!(sets(&lifter), [], "the last rep waits for its key");
    lifter.press(" ").wait(0.3);
    let [set] = sets(&lifter).try_into().unwrap();
    assert_eq!((set.done, set.interruptions), (Answer::Assumed(3), 0));
    assert_eq!(lifter.app.mode(), Mode::Resting);
}

#[test]
fn what_could_not_be_kept_is_said_once_and_handed_over_with_the_next_set() {
    let mut lifter = Lifter::seasoned();
    lifter.press(" ").wait(10.0 + 42.0);
    let unkept: Vec<Key> = kept(&lifter).iter().map(Entry::key).collect();
    let why = "The disk is full: make room, and what was logged is kept with the next set";
    lifter.send(Message::Journal(Reply::Failed {
        unkept: unkept.clone(),
        why: why.to_owned(),
    }));
    assert_eq!(
        lifter
            .app
            .notice
            .as_ref()
            .map(|notice| notice.text.as_str()),
        Some(why)
    );
    lifter.effects.clear();
    lifter.wait(160.0);
    let again: Vec<Key> = kept(&lifter).iter().map(Entry::key).collect();
    assert!(unkept.iter().all(|key| again.contains(key)), "{again:?}");
}

#[test]
fn a_practice_goes_into_the_journal_and_is_no_set() {
    let mut lifter = Lifter::seasoned();
    lifter.press("p ").wait(70.0);
    assert_eq!(sets(&lifter), []);
}
