//! An invented diary: 26 sessions in twelve weeks, with the mornings and the practices beside them.

use downbeat::store::journal::Journal;
use downbeat::training::journal::{
    Answer, Counted, Entry, Load, Morning, Origin, PracticeRecord, Score, SessionRecord, SetRecord,
    Stamp, TensionMs,
};
use downbeat::training::practice::{Mean, Practised};
use downbeat::training::preset::{Goal, Tier};
use downbeat::training::region::Region;
use downbeat::training::trend::{Trends, Window};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

/// A Friday.
pub(crate) const TODAY: Date = date(2026, 11, 27);
/// A Monday, twelve weeks before the end of that week.
const FIRST: Date = date(2026, 9, 7);
const DAY_MS: i64 = 86_400_000;
/// Half past five in the afternoon of the first day, in UTC.
const FIRST_MS: i64 = 1_788_802_200_000;

/// The days of training, counted from the first: Mondays and Thursdays, and two Saturdays.
fn days() -> Vec<i64> {
    let mut days: Vec<i64> = (0..12).flat_map(|week| [7 * week, 7 * week + 3]).collect();
    days.extend([19, 61]);
    days.sort_unstable();
    days
}

/// Everything in it.
pub(crate) fn entries() -> Vec<Entry> {
    let mut entries = Vec::new();
    for (number, day) in (0..).zip(days()) {
        entries.extend(session(number, day));
    }
    entries.extend(
        (1..82)
            .filter(|day| day % 9 != 5)
            .map(|day| Entry::Morning(morning(day))),
    );
    entries.extend((0..8).map(|number| Entry::Practice(practice(number))));
    entries
}

/// A journal in a folder of its own, with all of it.
pub(crate) fn journal() -> (tempfile::TempDir, Journal) {
    let folder = tempfile::tempdir().expect("a folder");
    let opened = Journal::open(&folder.path().join("journal.db")).expect("a journal");
    let mut journal = opened.journal;
    journal.put(&entries()).expect("it is kept");
    (folder, journal)
}

/// What it shows of an exercise.
pub(crate) fn trends(exercise: Option<&str>, window: Window) -> Trends {
    let (_folder, journal) = journal();
    journal
        .trends(exercise, window, TODAY)
        .expect("it can be read")
}

fn day(number: i64) -> Date {
    FIRST.saturating_add(number.days())
}

fn stamp(number: i64, minutes: i64) -> Stamp {
    Stamp::from_millis(FIRST_MS + number * DAY_MS + minutes * 60_000)
}

fn score(number: i64) -> Option<Score> {
    u8::try_from(number.clamp(0, 10)).ok().and_then(Score::new)
}

pub(crate) fn session(number: i64, on: i64) -> Vec<Entry> {
    let began = stamp(on, 0);
    let mut entries = vec![Entry::Session(SessionRecord {
        began,
        day: day(on),
        ended: Some(stamp(on, 40 + number % 5 * 4)),
        id: "evening".to_owned(),
        name: "Evening".to_owned(),
        tier: Tier::General,
        origin: if number == 20 {
            Origin::Elsewhere
        } else {
            Origin::Paced
        },
        effort: score(5 + number % 4).filter(|_| number % 9 != 4),
        worst_pain: score(4 - number / 6).filter(|_| number % 3 == 0),
        pain_after: score(3 - number / 6).filter(|_| number % 3 == 0),
        note: if number == 3 {
            "knee felt odd".to_owned()
        } else {
            String::new()
        },
    })];
    // Three weeks with a stop at the bottom.
    let (tempo, held) = if (8..14).contains(&number) {
        ("3-1-1-0", 8)
    } else {
        ("4-0-1-0", 0)
    };
    let kilos = 57.5 + 2.5 * f64::from(u8::try_from(number / 8).expect("small"));
    let kilos = if held > 0 { kilos - 5.0 } else { kilos };
    for bout in 1..=3_u16 {
        let mut squat = set(began, bout, on, "Squat", tempo);
        squat.load = Answer::Given(format!("{kilos} kg").parse().expect("a load"));
        squat.tension.isometric_ms = held * 1000;
        if number % 7 == 2 && bout == 3 {
            squat.broke = vec![7, 8];
            squat.interruptions = 1;
        }
        entries.push(Entry::Set(squat));
    }
    let mut again = set(began, 3, on, "Squat", tempo);
    again.counted = Counted::Abandoned;
    again.attempt = 2;
    entries.extend((number == 5).then_some(Entry::Set(again)));
    for bout in 4..=u16::try_from(4 + number % 3).expect("small") {
        let mut row = set(began, bout, on, "Row", "3-0-1-1");
        let load: Load = "24 kg per hand".parse().expect("a load");
        row.load = if number % 2 == 0 {
            Answer::Given(load)
        } else {
            Answer::Assumed(load)
        };
        row.tension.isometric_ms = 8000;
        entries.push(Entry::Set(row));
    }
    entries
}

fn set(session: Stamp, bout: u16, on: i64, exercise: &str, tempo: &str) -> SetRecord {
    SetRecord {
        session,
        bout,
        attempt: 1,
        at: stamp(on, i64::from(bout) * 4),
        preset: exercise.to_lowercase(),
        exercise: exercise.to_owned(),
        tempo: tempo.to_owned(),
        set: if bout > 3 {
            u32::from(bout) - 3
        } else {
            u32::from(bout)
        },
        side: None,
        planned: 8,
        goal: Goal::Exactly,
        paced: 8,
        done: if bout == 3 {
            Answer::Given(7)
        } else {
            Answer::Assumed(8)
        },
        broke: Vec::new(),
        load: Answer::Missing,
        reserve: Answer::Given(2),
        tension: TensionMs {
            eccentric_ms: if tempo.starts_with('4') {
                32_000
            } else {
                24_000
            },
            concentric_ms: 8_000,
            isometric_ms: 0,
        },
        interruptions: 0,
        counted: Counted::Kept,
    }
}

fn morning(number: i64) -> Morning {
    let after = days()
        .into_iter()
        .filter(|day| *day < number)
        .max()
        .map_or(9, |day| number - day);
    let sore = if after > 3 {
        0
    } else {
        5 - after - number / 30
    };
    let regions = [(Region::FrontThighs, sore), (Region::Glutes, sore - 1)];
    let soreness = regions
        .into_iter()
        .filter_map(|(region, sore)| Some((region, score(sore)?)));
    Morning {
        soreness: soreness.collect(),
        joint_pain: score(if number < 40 { 2 - after / 2 } else { 0 }),
        sleep: score(5 + (number * 7) % 5 - i64::from(after == 1)),
        slept_min: (number % 4 != 0).then(|| 400 + u16::try_from(number * 13 % 90).expect("small")),
        recovery: score(6),
        weight: (number % 14 == 1).then(|| "80 kg".parse().expect("a weight")),
        ..Morning::of(day(number))
    }
}

fn practice(number: u64) -> PracticeRecord {
    let on = i64::try_from(number).expect("small") * 10 + 2;
    let mean = |kind: &str, nominal_ms, mean_ms| Mean {
        kind: kind.to_owned(),
        nominal_ms,
        mean_ms,
        spread_ms: Some(210),
        count: 8,
    };
    PracticeRecord {
        at: stamp(on, 90),
        practised: Practised {
            tempo: "4-0-1-0".to_owned(),
            on: day(on),
            phases: vec![
                mean("lower", 4000, 3400 + number * 80),
                mean("lift", 1000, 1300 - number * 30),
            ],
        },
    }
}
