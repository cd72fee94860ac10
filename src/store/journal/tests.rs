//! What is put is what is read back, in every order in which it is asked for.

mod exchange;

use super::*;
use crate::store::write::Existing;
use crate::training::journal::{
    Answer, Counted, Load, Origin, PracticeRecord, Score, SessionRecord, SetRecord, Sign, TensionMs,
};
use crate::training::practice::{Mean, Practised};
use crate::training::preset::{Goal, Side, Tier};
use crate::training::region::Region;
use jiff::ToSpan as _;
use jiff::civil::date;

const DAY_MS: i64 = 86_400_000;

fn stamp(number: i64) -> Stamp {
    Stamp::from_millis(1_790_000_000_000 + number * DAY_MS)
}

fn session(number: i64) -> SessionRecord {
    SessionRecord {
        began: stamp(number),
        day: date(2026, 9, 21).saturating_add(number.days()),
        ended: Some(stamp(number).next()),
        id: "leg-day".to_owned(),
        name: "Leg day".to_owned(),
        tier: Tier::Published,
        origin: Origin::Elsewhere,
        effort: Score::new(7),
        worst_pain: None,
        pain_after: Score::new(0),
        note: "heavy, \"good\"\n\0=1+1".to_owned(),
    }
}

fn set(number: i64, bout: u16, exercise: &str) -> SetRecord {
    SetRecord {
        session: stamp(number),
        bout,
        attempt: 1,
        at: stamp(number).next(),
        preset: "squat".to_owned(),
        exercise: exercise.to_owned(),
        tempo: "4-0-1-0".to_owned(),
        set: u32::from(bout),
        side: Some(Side::Left),
        planned: 8,
        goal: Goal::AtLeast(6),
        paced: 8,
        done: Answer::Given(7),
        broke: vec![6, 7],
        load: Answer::Assumed(Load::Body(Some("-20.5 lb".parse().unwrap()))),
        reserve: Answer::Missing,
        tension: TensionMs {
            eccentric_ms: 28_000,
            concentric_ms: 7_000,
            isometric_ms: 0,
        },
        interruptions: 2,
        counted: Counted::Abandoned,
    }
}

fn morning(number: i64) -> Morning {
    Morning {
        soreness: [
            (Region::LowerBack, Score::MOST),
            (Region::Calves, Score::NONE),
        ]
        .into(),
        sleep: Score::new(7),
        slept_min: Some(450),
        sign: Some(Sign::None),
        weight: Some("72.5 kg".parse().unwrap()),
        protein: Some(false),
        ..Morning::of(session(number).day)
    }
}

fn practice(number: i64) -> PracticeRecord {
    let phase = |kind: &str, spread_ms| Mean {
        kind: kind.to_owned(),
        nominal_ms: 4_000,
        mean_ms: 3_400,
        spread_ms,
        count: 12,
    };
    PracticeRecord {
        at: stamp(number),
        practised: Practised {
            tempo: "4-0-1-0".to_owned(),
            on: session(number).day,
            phases: vec![phase("lower", Some(310)), phase("lift", None)],
        },
    }
}

/// In the order in which they are handed over.
fn everything() -> Vec<Entry> {
    let of = |number| {
        [
            Entry::Session(session(number)),
            Entry::Set(set(number, 1, "Squat")),
            Entry::Set(set(number, 2, "Row")),
            Entry::Set(SetRecord {
                attempt: 2,
                ..set(number, 2, "Row")
            }),
        ]
    };
    let mut entries: Vec<Entry> = (0..3).flat_map(of).collect();
    entries.extend([1, 2].map(|number| Entry::Morning(morning(number))));
    entries.extend([5, 6].map(|number| Entry::Practice(practice(number))));
    entries
}

fn journal(entries: &[Entry]) -> (tempfile::TempDir, Journal) {
    let folder = tempfile::tempdir().unwrap();
    let opened = Journal::open(&folder.path().join("data/downbeat/journal.db")).unwrap();
    assert_eq!(opened.notice, None);
    let mut journal = opened.journal;
    journal.put(entries).unwrap();
    (folder, journal)
}

fn all(journal: &Journal) -> Vec<Entry> {
    let mut entries = Vec::new();
    journal
        .entries(|entry| {
            entries.push(entry);
            Ok::<(), JournalError>(())
        })
        .unwrap();
    entries
}

#[test]
fn every_entry_comes_back_as_it_was_put_in_whatever_order() {
    let mut entries = everything();
    entries.reverse();
    let (folder, journal) = journal(&entries);
    assert_eq!(all(&journal), everything());
    for entry in everything() {
        assert_eq!(journal.entry(entry.key()).unwrap(), Some(entry));
    }
    drop(journal);
    let again = Journal::open(&folder.path().join("data/downbeat/journal.db")).unwrap();
    assert_eq!(all(&again.journal), everything());
}

#[test]
fn an_entry_takes_the_place_of_the_one_with_its_key_and_of_nothing_else() {
    let (_folder, mut journal) = journal(&everything());
    let mut changed = everything();
    for entry in &mut changed {
        match entry {
            Entry::Session(session) => session.effort = None,
            Entry::Set(set) => set.load = Answer::Given("band red".parse().unwrap()),
            Entry::Morning(morning) => morning.soreness = [(Region::Chest, Score::MOST)].into(),
            Entry::Practice(practice) => drop(practice.practised.phases.pop()),
        }
    }
    journal.put(&changed).unwrap();
    assert_eq!(all(&journal), changed);
}

#[test]
fn what_was_taken_away_is_given_back_and_can_be_put_again() {
    let (_folder, mut journal) = journal(&everything());
    let keys = [
        Key::Session(stamp(1)),
        set(0, 2, "").key(),
        Key::Morning(session(2).day),
        Key::Practice(stamp(5)),
        Key::Practice(stamp(99)),
    ];
    let taken = journal.remove(&keys).unwrap();
    assert_eq!(taken.len(), 7);
    let left = all(&journal);
    assert_eq!(left.len(), everything().len() - taken.len());
    assert!(taken.iter().all(|entry| !left.contains(entry)));
    journal.put(&taken).unwrap();
    assert_eq!(all(&journal), everything());
}

#[test]
fn a_set_without_its_session_is_refused_and_so_is_all_that_came_with_it() {
    let (_folder, mut journal) = journal(&[]);
    let entries = [Entry::Morning(morning(1)), Entry::Set(set(1, 1, "Squat"))];
    assert_eq!(journal.put(&entries), Err(JournalError::NoSession));
    assert_eq!(all(&journal), []);
    let endless = TensionMs {
        eccentric_ms: u64::MAX,
        ..TensionMs::default()
    };
    let entries = [
        Entry::Session(session(1)),
        Entry::Set(SetRecord {
            tension: endless,
            ..set(1, 1, "Squat")
        }),
    ];
    assert_eq!(journal.put(&entries), Err(JournalError::TooLarge));
    assert_eq!(all(&journal), []);
}

#[test]
fn pages_of_the_log_follow_each_other_without_a_gap_or_an_overlap() {
    let (_folder, journal) = journal(&everything());
    let first = journal.sessions_before(None, 2).unwrap();
    assert_eq!(
        first
            .iter()
            .map(|past| past.session.began)
            .collect::<Vec<_>>(),
        [stamp(2), stamp(1)]
    );
    assert_eq!(
        first.iter().map(|past| past.sets.len()).collect::<Vec<_>>(),
        [3, 3]
    );
    let second = journal.sessions_before(Some(stamp(1)), 2).unwrap();
    assert_eq!(
        second
            .iter()
            .map(|past| past.session.began)
            .collect::<Vec<_>>(),
        [stamp(0)]
    );
    assert_eq!(journal.sessions_before(Some(stamp(0)), 2).unwrap(), []);
}

#[test]
fn an_exercise_is_found_whatever_its_case_with_its_own_sets_alone() {
    let (_folder, journal) = journal(&everything());
    let found = journal
        .of_exercises(&["ROW".to_owned(), "Curl".to_owned()], 2)
        .unwrap();
    let [(row, past), (curl, none)] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(
        (row.as_str(), curl.as_str(), none.len()),
        ("ROW", "Curl", 0)
    );
    assert_eq!(
        past.iter()
            .map(|past| past.session.began)
            .collect::<Vec<_>>(),
        [stamp(2), stamp(1)]
    );
    assert!(
        past.iter()
            .all(|past| past.sets.iter().all(|set| set.exercise == "Row"))
    );
}

#[test]
fn a_diary_holds_eight_weeks_up_to_its_day() {
    let mut entries = Vec::new();
    for number in 0..70 {
        entries.extend([
            Entry::Session(session(number)),
            Entry::Set(set(number, 1, "Squat")),
        ]);
        entries.push(Entry::Morning(morning(number)));
    }
    let (_folder, journal) = journal(&entries);
    let diary = journal.diary(session(60).day).unwrap();
    let numbers: Vec<i64> = (5..=60).collect();
    let sessions: Vec<_> = diary
        .sessions
        .iter()
        .map(|past| past.session.clone())
        .collect();
    assert_eq!(
        sessions,
        numbers.iter().copied().map(session).collect::<Vec<_>>()
    );
    assert_eq!(
        diary.mornings,
        numbers.iter().copied().map(morning).collect::<Vec<_>>()
    );
    assert!(diary.sessions.iter().all(|past| past.sets.len() == 1));
    assert_eq!(diary.earlier, 5);
    assert_eq!(
        journal.mornings(session(3).day, session(4).day).unwrap(),
        [morning(3), morning(4)]
    );
}
