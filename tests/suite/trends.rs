//! Trends and the report from the journal's file: what is read with sums is what the entries say one by one.

use crate::diary;
use downbeat::commands::journal::report;
use downbeat::store::journal::Journal;
use downbeat::training::journal::{Counted, Entry, SessionRecord, SetRecord};
use downbeat::training::mobility;
use downbeat::training::trend::{Gather, LiftRow, SessionRow, Trends, Window, WorkRow};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The same figures from the entries themselves.
fn one_by_one(entries: &[Entry], exercise: &str, window: Window, today: Date) -> Trends {
    let sessions: BTreeMap<_, &SessionRecord> = entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Session(session) => Some((session.began, session)),
            _ => None,
        })
        .collect();
    let sets: Vec<(Date, &SetRecord)> = entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Set(set) => Some((sessions[&set.session].day, set)),
            _ => None,
        })
        .collect();
    let kept = || sets.iter().filter(|(_, set)| set.counted == Counted::Kept);
    let earliest = sessions.values().map(|session| session.day).min();
    let mut gather = Gather::new(window, today, earliest);
    for session in sessions.values() {
        gather.session(&SessionRow::of(session));
    }
    for (day, set) in kept() {
        gather.worked(&WorkRow {
            day: *day,
            sets: 1,
            tension: set.tension,
        });
    }
    let within = |day: &Date| (gather.span().0..=gather.span().1).contains(day);
    let trained: BTreeSet<_> = sets
        .iter()
        .filter(|(day, _)| within(day))
        .map(|(day, set)| (set.exercise.clone(), set.session, *day))
        .collect();
    for (exercise, _, day) in &trained {
        gather.trained(*day, exercise);
    }
    let names: BTreeSet<String> = sets.iter().map(|(_, set)| set.exercise.clone()).collect();
    gather.choose(Some(exercise), &names.into_iter().collect::<Vec<_>>());
    for (day, set) in kept().filter(|(_, set)| set.exercise == exercise) {
        gather.lift(&LiftRow::of((*set).clone(), *day));
    }
    for entry in entries {
        match entry {
            Entry::Morning(morning) => gather.morning(morning),
            Entry::Practice(practice) => {
                gather.practice(practice.practised.on, &practice.practised);
            }
            Entry::Session(_) | Entry::Set(_) => {}
        }
    }
    gather.finish()
}

#[test]
fn what_is_read_with_sums_is_what_the_entries_say() {
    let (_folder, journal) = diary::journal();
    let entries = diary::entries();
    let before_all_of_it = jiff::civil::date(2026, 8, 1);
    for today in [
        diary::TODAY,
        jiff::civil::date(2026, 10, 4),
        jiff::civil::date(2028, 3, 1),
        before_all_of_it,
    ] {
        for window in [Window::Weeks(1), Window::TWELVE, Window::YEAR, Window::All] {
            for exercise in ["Squat", "Row"] {
                let read = journal.trends(Some(exercise), window, today).unwrap();
                let told = one_by_one(&entries, exercise, window, today);
                assert_eq!(read, told, "{exercise}, {window:?}, {today}");
            }
        }
    }
}

#[test]
fn the_exercise_of_most_sessions_is_looked_at_first_and_those_before_the_span_are_still_named() {
    let (_folder, journal) = diary::journal();
    let trends = journal
        .trends(None, Window::TWELVE, jiff::civil::date(2028, 3, 1))
        .unwrap();
    let names: Vec<&str> = trends
        .exercises
        .iter()
        .map(|trained| trained.name.as_str())
        .collect();
    assert_eq!(names, ["Row", "Squat"]);
    assert!(trends.exercises.iter().all(|trained| trained.sessions == 0));
}

#[test]
fn warming_up_and_rolling_are_no_training() {
    let (_folder, mut journal) = diary::journal();
    let look = |journal: &Journal| {
        let trends = journal.trends(None, Window::TWELVE, diary::TODAY).unwrap();
        (
            trends,
            journal.report(Window::TWELVE, diary::TODAY).unwrap(),
        )
    };
    let before = look(&journal);
    for (number, id) in (0..).zip(mobility::ALL.iter().cycle().take(60)) {
        let mut around = Vec::new();
        for mut entry in diary::session(100, 20 + number) {
            match &mut entry {
                Entry::Session(session) => {
                    session.began = session.began.next();
                    session.id = (*id).to_owned();
                    session.note.clear();
                }
                Entry::Set(set) => {
                    set.session = set.session.next();
                    set.exercise = "Arm circle".to_owned();
                }
                Entry::Morning(_) | Entry::Practice(_) => {}
            }
            around.push(entry);
        }
        journal.put(&around).unwrap();
    }
    assert_eq!(look(&journal), before);
}

#[test]
fn where_nothing_but_mobility_was_done_no_exercise_is_looked_at() {
    let (_folder, mut journal) = diary::journal();
    let keys: Vec<_> = diary::entries().iter().map(Entry::key).collect();
    journal.remove(&keys).unwrap();
    let mut entries = diary::session(0, 20);
    if let Entry::Session(session) = &mut entries[0] {
        session.id = mobility::WARM_UP.to_owned();
    }
    journal.put(&entries).unwrap();
    let trends = journal.trends(None, Window::All, diary::TODAY).unwrap();
    assert_eq!(trends.exercises, []);
}

#[test]
fn a_report_of_twelve_weeks() {
    let (_folder, journal) = diary::journal();
    let report = journal.report(Window::TWELVE, diary::TODAY).unwrap();
    let mut page = Vec::new();
    report::print(&report, &mut page).unwrap();
    let page = String::from_utf8(page).unwrap();
    assert!(page.lines().count() <= 60, "it is one page");
    assert!(
        page.lines().all(|line| line.chars().count() <= 79),
        "{page}"
    );
    insta::assert_snapshot!("report", page);
}

#[test]
fn the_text_of_the_trends() {
    let text = diary::trends(Some("Squat"), Window::Weeks(3)).all_text();
    insta::assert_snapshot!("text", text.join("\n"));
}

#[test]
fn a_report_of_an_empty_journal_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let opened = Journal::open(&folder.path().join("journal.db")).unwrap();
    let report = opened
        .journal
        .report(Window::Weeks(1), diary::TODAY)
        .unwrap();
    let mut page = Vec::new();
    report::print(&report, &mut page).unwrap();
    let page = String::from_utf8(page).unwrap();
    assert!(
        page.starts_with(
            "TRAINING FROM 23 NOV 2026 TO 27 NOV 2026\n0 sessions, 0 sets that count."
        ),
        "{page}"
    );
    assert!(
        page.contains("LOADS (the heaviest set of a session)\n  none\n"),
        "{page}"
    );
}
