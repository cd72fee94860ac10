//! A warm-up before a session and a roller behind it: offered where they belong, each once, and nothing is lost on the way.

use super::Lifter;
use crate::lifter::{squat, written};
use downbeat::app::action::Action;
use downbeat::app::hints::hints;
use downbeat::app::journal::{Reply, Request};
use downbeat::app::message::{Effect, Message};
use downbeat::app::{Home, Screen};
use downbeat::training::exercise::Start;
use downbeat::training::journal::{Answer, Entry, Stamp};
use downbeat::training::memory::Memory;
use downbeat::training::timeline::SegmentKind;

/// Somebody who knows the program, in front of a list with the routines of mobility at its end.
fn lifter() -> Lifter {
    let memory = Memory {
        introduced: true,
        ..Memory::default()
    };
    let mobility = ["warmup-dynamic", "foam-roll-lower", "ankle-hip-static"];
    let mobility = mobility.map(|id| written(id, "").into());
    let list = std::iter::once(squat().into()).chain(mobility);
    Lifter::before(list.collect(), memory)
}

fn name(lifter: &Lifter) -> &str {
    &lifter.session().routine.name
}

fn keys(lifter: &Lifter) -> Vec<&'static str> {
    hints(&lifter.app).iter().map(|hint| hint.key).collect()
}

/// What was handed to the journal: the name of each session, and how many sets of it.
fn logged(lifter: &Lifter) -> Vec<(String, usize)> {
    let entries = lifter.effects.iter().filter_map(|effect| match effect {
        Effect::Journal(Request::Keep(entries)) => Some(entries),
        _ => None,
    });
    let mut found: Vec<(Stamp, String, Vec<u16>)> = Vec::new();
    for entry in entries.flatten() {
        match entry {
            Entry::Session(session) => {
                if !found.iter().any(|(began, ..)| *began == session.began) {
                    found.push((session.began, session.name.clone(), Vec::new()));
                }
            }
            Entry::Set(set) => {
                let mut sessions = found.iter_mut();
                let session = sessions.find(|(began, ..)| *began == set.session);
                let (.., bouts) = session.expect("a set comes behind its session");
                if !bouts.contains(&set.bout) {
                    bouts.push(set.bout);
                }
            }
            Entry::Morning(_) | Entry::Practice(_) => {}
        }
    }
    let counted = found.into_iter();
    counted
        .map(|(_, name, bouts)| (name, bouts.len()))
        .collect()
}

#[test]
fn a_warm_up_is_done_first_and_the_session_begins_with_its_own_lead_in() {
    let mut lifter = lifter();
    lifter.press(" ");
    assert!(
        lifter
            .said()
            .iter()
            .any(|said| said.contains("w warms up first: 7 min")),
        "{:?}",
        lifter.said()
    );
    lifter.app.wall = Stamp::from_millis(1_000);
    lifter.wait(4.0).press("w");
    assert_eq!(name(&lifter), "Dynamic warm-up");
    assert!(
        lifter
            .said()
            .iter()
            .any(|said| said.starts_with("Then ") && said.contains("q goes there at once"))
    );
    lifter.app.wall = Stamp::from_millis(430_000);
    // Seven minutes later, to the end of it and a little further.
    let total = lifter.session().transport.timeline().total().as_secs_f64();
    lifter.wait(total + 0.2);
    assert_eq!(
        lifter
            .session()
            .routine
            .as_solo()
            .map(|one| one.exercise.name.as_str()),
        Some("Squat")
    );
    assert_eq!(lifter.now().0, SegmentKind::LeadIn);
    lifter.wait(9.0);
    assert_eq!(lifter.now().0, SegmentKind::LeadIn);
    lifter.wait(1.5);
    assert_eq!(lifter.now(), (SegmentKind::Lower, 1, 1));
    let played = lifter.effects.iter().rev().find_map(|effect| match effect {
        Effect::Play(transport) => Some(transport.as_ref()),
        _ => None,
    });
    assert_eq!(
        played,
        Some(&lifter.session().transport),
        "what is seen is what is heard"
    );
}

#[test]
fn a_warm_up_that_is_left_leads_to_the_session_too() {
    let mut lifter = lifter();
    lifter.press(" ").press("w").wait(60.0).press("q");
    let said = lifter.said();
    assert!(
        said[0].contains("End the warm-up? q again goes on to"),
        "{said:?}"
    );
    lifter.press("q");
    assert_eq!(lifter.now().0, SegmentKind::LeadIn);
    assert_eq!(lifter.sets(), 3);
    // In its lead-in one key does.
    let mut lifter = self::lifter();
    lifter.press(" ").press("w").wait(3.0).press("q");
    assert_eq!(lifter.sets(), 3);
}

#[test]
fn what_was_said_in_the_lead_in_stands_behind_the_warm_up() {
    let mut lifter = lifter();
    lifter
        .press(" ")
        .press("s")
        .press("60⏎")
        .press("w")
        .wait(30.0)
        .press("qq");
    let session = lifter.session();
    let squat = session.routine.as_solo().expect("a preset alone");
    assert_eq!(squat.exercise.start, Start::Lift);
    let load = session.log.as_ref().map(|log| log.load_of(0).clone());
    assert!(matches!(load, Some(Answer::Given(load)) if load.to_string() == "60 kg"));
    // Its last time is asked for again: the answer may have come while the warm-up was on the screen.
    lifter.send(Message::Journal(Reply::Past(vec![(
        "Squat".to_owned(),
        Vec::new(),
    )])));
    let session = lifter.session();
    assert_eq!(
        session
            .log
            .as_ref()
            .and_then(|log| log.past.as_ref())
            .map(Vec::len),
        Some(1)
    );
}

#[test]
fn it_is_offered_once_and_only_before_the_first_rep() {
    let mut lifter = lifter();
    lifter.press(" ");
    assert!(keys(&lifter).contains(&"w"));
    lifter.wait(12.0);
    assert!(!keys(&lifter).contains(&"w"));
    lifter.press("w");
    assert_eq!(
        lifter.now().0,
        SegmentKind::Lower,
        "a session is not thrown away for it"
    );
    let mut lifter = self::lifter();
    lifter.press(" ").press("w").wait(1.0).press("w").press("q");
    assert_eq!(lifter.now().0, SegmentKind::LeadIn);
    assert!(!keys(&lifter).contains(&"w"));
    lifter.press("w");
    assert_eq!(lifter.sets(), 3, "it was warmed up already");
}

#[test]
fn rolling_comes_behind_the_summary_and_then_home() {
    let mut lifter = lifter();
    lifter.press(" ").wait(400.0);
    assert!(keys(&lifter).contains(&"f"));
    lifter.press("f");
    assert_eq!(name(&lifter), "Foam rolling, legs and hips");
    assert!(!keys(&lifter).contains(&"w"));
    let total = lifter.session().transport.timeline().total().as_secs_f64();
    lifter.wait(total + 0.2);
    assert_eq!(lifter.app.screen, Screen::Picker);
}

#[test]
fn nothing_is_offered_around_mobility_itself() {
    for below in 1..=3 {
        let mut lifter = lifter();
        lifter.press(&"j".repeat(below)).press(" ");
        assert!(!keys(&lifter).contains(&"w"), "{}", name(&lifter));
        lifter.press("w");
        assert!(lifter.session().planned().is_none());
        let total = lifter.session().transport.timeline().total().as_secs_f64();
        for _ in 0..40 {
            lifter.wait(total / 20.0);
        }
        assert!(!lifter.summary().reps().is_empty());
        assert!(!keys(&lifter).contains(&"f"));
        lifter.press("f");
        lifter.summary();
    }
}

#[test]
fn each_of_the_three_is_a_session_of_its_own_in_the_journal() {
    let mut lifter = lifter();
    let stamp = |lifter: &mut Lifter, millis| lifter.app.wall = Stamp::from_millis(millis);
    stamp(&mut lifter, 1_000);
    lifter.press(" ").wait(2.0);
    stamp(&mut lifter, 3_000);
    lifter.press("w").wait(100.0);
    stamp(&mut lifter, 103_000);
    lifter.press("qq").wait(400.0);
    stamp(&mut lifter, 503_000);
    lifter.press("f").wait(100.0).press("qq");
    let logged = logged(&lifter);
    let names: Vec<&str> = logged.iter().map(|(name, _)| name.as_str()).collect();
    let squat = lifter.app.picker.entries[0]
        .routine()
        .map(|one| one.name.clone());
    assert_eq!(
        names,
        [
            "Dynamic warm-up",
            squat.as_deref().unwrap(),
            "Foam rolling, legs and hips"
        ]
    );
    assert_eq!(logged[1].1, 3);
}

#[test]
fn the_shell_is_told_of_the_session_and_not_of_the_rolling() {
    let mut lifter = lifter();
    lifter.app.home = Home::Shell;
    lifter.press(" ").wait(400.0);
    let summary = lifter.summary().clone();
    lifter.press("f").wait(50.0);
    assert_eq!(lifter.session().reported(lifter.clock), summary);
    lifter.press("qq");
    assert_eq!(lifter.summary(), &summary);
    assert_eq!(lifter.effects.last(), Some(&Effect::Quit));
}

#[test]
fn whoever_stops_at_once_in_a_warm_up_begins_nothing_more() {
    let mut lifter = lifter();
    lifter.press(" ").press("w").wait(60.0);
    lifter.send(Message::Do(Action::Interrupt));
    assert_eq!(lifter.summary().name, "Dynamic warm-up");
    assert_eq!(lifter.effects.last(), Some(&Effect::Quit));
}
