//! What ten years of daily training cost: opening the journal, a day's diary, the first page of the log, the last sessions of
//! every exercise of a routine, the trends, and looking the whole file over.
//!
//! A hundred years, a million sets, are measured too where `DOWNBEAT_BENCH_CENTURY` is set: making them takes a minute.

use divan::{Bencher, black_box};
use downbeat::store::journal::Journal;
use downbeat::training::journal::{
    Answer, Counted, Entry, Load, Morning, Origin, Score, SessionRecord, SetRecord, Stamp,
    TensionMs, Unit,
};
use downbeat::training::preset::{Goal, Tier};
use downbeat::training::region::Region;
use downbeat::training::trend::Window;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use std::path::Path;
use std::sync::OnceLock;
use tempfile::TempDir;

const DAY_MS: i64 = 86_400_000;
const SET_MS: i64 = 180_000;
/// Sets of each exercise, on each day.
const SETS: u16 = 3;
/// What is done on every third day; 27 sets a day are a hundred thousand in ten years.
const EXERCISES: [[&str; 9]; 3] = [
    [
        "Squat",
        "Romanian deadlift",
        "Leg press",
        "Leg curl",
        "Leg extension",
        "Calf raise",
        "Soleus raise",
        "Hip thrust",
        "Split squat",
    ],
    [
        "Bench press",
        "Overhead press",
        "Dip",
        "Pushdown",
        "Fly",
        "Lateral raise",
        "Push-up",
        "Incline press",
        "Close-grip press",
    ],
    [
        "Deadlift",
        "Row",
        "Lat pulldown",
        "Pull-up",
        "Curl",
        "Face pull",
        "Reverse fly",
        "Shrug",
        "Wrist curl",
    ],
];
/// On the last days of the years that are made.
const TODAY: Date = date(2026, 11, 27);

/// The journals, each made once.
static TEN: OnceLock<TempDir> = OnceLock::new();
static HUNDRED: OnceLock<TempDir> = OnceLock::new();

fn main() {
    divan::main();
    // Nothing that is static goes away by itself.
    for folder in [&TEN, &HUNDRED].into_iter().filter_map(OnceLock::get) {
        let _ = std::fs::remove_dir_all(folder.path());
    }
}

/// Years that are measured.
fn years() -> Vec<i32> {
    let century = std::env::var_os("DOWNBEAT_BENCH_CENTURY").is_some();
    [10].into_iter().chain(century.then_some(100)).collect()
}

/// A journal of that many years, made once.
fn made(years: i32) -> &'static Path {
    let made = if years == 10 { &TEN } else { &HUNDRED };
    let folder = made.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        make(&folder.path().join("journal.db"), years);
        folder
    });
    let path = folder.path().join("journal.db");
    Box::leak(path.into_boxed_path())
}

fn make(path: &Path, years: i32) {
    let mut journal = Journal::open(path).expect("a journal").journal;
    let days = years * 365;
    let mut entries = Vec::new();
    for back in (0..days).rev() {
        let number = days - back;
        day(number, TODAY.saturating_sub(back.days()), &mut entries);
        if back % 100 == 0 {
            journal.put(&entries).expect("put");
            entries.clear();
        }
    }
}

/// A day of training, its sets and its morning. Loads rise slowly, soreness goes up and down.
fn day(number: i32, day: Date, entries: &mut Vec<Entry>) {
    let days = i64::from((day - date(1970, 1, 1)).get_days());
    let began = Stamp::from_millis(days * DAY_MS + 64_800_000);
    let turn = usize::try_from(number % 3).unwrap_or(0);
    entries.push(Entry::Session(SessionRecord {
        began,
        day,
        ended: Some(Stamp::from_millis(began.millis() + 27 * SET_MS)),
        id: ["legs", "push", "pull"][turn].to_owned(),
        name: ["Legs", "Push", "Pull"][turn].to_owned(),
        tier: Tier::General,
        origin: Origin::Paced,
        effort: Score::new(u8::try_from(5 + number % 4).unwrap_or(5)),
        worst_pain: None,
        pain_after: None,
        note: if number % 7 == 0 {
            "Slept badly; kept the weights.".to_owned()
        } else {
            String::new()
        },
    }));
    for (place, exercise) in (0_u16..).zip(EXERCISES[turn]) {
        entries.extend((1..=SETS).map(|set| Entry::Set(one(began, number, place, set, exercise))));
    }
    let score = |number: i32| Score::new(u8::try_from(number.rem_euclid(7)).unwrap_or(0));
    entries.push(Entry::Morning(Morning {
        soreness: [Region::FrontThighs, Region::Chest, Region::UpperBack]
            .into_iter()
            .zip(0..)
            .filter_map(|(region, place)| Some((region, score(number * 5 + place)?)))
            .collect(),
        joint_pain: score(number / 9),
        sleep: score(number + 3),
        slept_min: Some(420),
        recovery: score(number + 2),
        ..Morning::of(day)
    }));
}

fn one(began: Stamp, number: i32, place: u16, set: u16, exercise: &str) -> SetRecord {
    let bout = place * SETS + set;
    let steps = number / 60 % 40;
    let mass = downbeat::training::journal::Mass::new(40_000 + steps * 2_500, Unit::Kg);
    let reps = 8 - u32::from(set) / 2;
    SetRecord {
        session: began,
        bout,
        attempt: 1,
        at: Stamp::from_millis(began.millis() + i64::from(bout) * SET_MS),
        preset: "eccentric-4-1".to_owned(),
        exercise: exercise.to_owned(),
        tempo: if steps % 2 == 0 { "4-0-1-0" } else { "3-1-1-0" }.to_owned(),
        set: u32::from(set),
        side: None,
        planned: 8,
        goal: Goal::Exactly,
        paced: 8,
        done: Answer::Given(reps),
        broke: if set == 3 { vec![7] } else { Vec::new() },
        load: mass.map_or(Answer::Missing, |mass| Answer::Given(Load::Weight(mass))),
        reserve: Answer::Assumed(2),
        tension: TensionMs {
            eccentric_ms: u64::from(reps) * 4_000,
            concentric_ms: u64::from(reps) * 1_000,
            isometric_ms: 0,
        },
        interruptions: 0,
        counted: Counted::Kept,
    }
}

#[divan::bench(args = years(), sample_count = 20)]
fn open_and_show_the_log(bencher: Bencher<'_, '_>, years: i32) {
    let path = made(years);
    bencher.bench_local(|| {
        let journal = Journal::open(black_box(path)).expect("a journal").journal;
        journal.sessions_before(None, 20).expect("a page")
    });
}

#[divan::bench(args = years(), sample_count = 20)]
fn diary(bencher: Bencher<'_, '_>, years: i32) {
    let journal = Journal::open(made(years)).expect("a journal").journal;
    bencher.bench_local(|| journal.diary(black_box(TODAY)).expect("a diary"));
}

#[divan::bench(args = years(), sample_count = 20)]
fn a_page_of_the_log(bencher: Bencher<'_, '_>, years: i32) {
    let journal = Journal::open(made(years)).expect("a journal").journal;
    bencher.bench_local(|| {
        journal
            .sessions_before(black_box(None), 20)
            .expect("a page")
    });
}

#[divan::bench(args = years(), sample_count = 20)]
fn the_last_sessions_of_nine_exercises(bencher: Bencher<'_, '_>, years: i32) {
    let journal = Journal::open(made(years)).expect("a journal").journal;
    let names = EXERCISES[0].map(str::to_owned);
    bencher.bench_local(|| {
        journal
            .of_exercises(black_box(&names), 6)
            .expect("sessions")
    });
}

#[divan::bench(args = years(), sample_count = 10)]
fn trends_of_twelve_weeks(bencher: Bencher<'_, '_>, years: i32) {
    trends(bencher, years, Window::TWELVE);
}

#[divan::bench(args = years(), sample_count = 10)]
fn trends_of_a_year(bencher: Bencher<'_, '_>, years: i32) {
    trends(bencher, years, Window::YEAR);
}

#[divan::bench(args = years(), sample_count = 10)]
fn trends_of_everything(bencher: Bencher<'_, '_>, years: i32) {
    trends(bencher, years, Window::All);
}

fn trends(bencher: Bencher<'_, '_>, years: i32, window: Window) {
    let journal = Journal::open(made(years)).expect("a journal").journal;
    bencher.bench_local(|| {
        journal
            .trends(black_box(Some("Squat")), window, TODAY)
            .expect("trends")
    });
}

#[divan::bench(args = years(), sample_count = 20)]
fn log_a_set(bencher: Bencher<'_, '_>, years: i32) {
    let mut journal = Journal::open(made(years)).expect("a journal").journal;
    let mut entries = Vec::new();
    day(years * 365, TODAY, &mut entries);
    let set = entries.get(1..2).expect("a set").to_vec();
    bencher.bench_local(|| journal.put(black_box(&set)).expect("put"));
}

#[divan::bench(args = years(), sample_count = 5)]
fn look_the_file_over(bencher: Bencher<'_, '_>, years: i32) {
    let path = made(years);
    bencher.bench_local(|| {
        let connection = rusqlite::Connection::open(path).expect("a journal");
        connection.pragma_query_value(None, "quick_check", |row| row.get::<_, String>(0))
    });
}

#[divan::bench(args = years(), sample_count = 5)]
fn look_the_file_over_with_its_indices(bencher: Bencher<'_, '_>, years: i32) {
    let path = made(years);
    bencher.bench_local(|| {
        let connection = rusqlite::Connection::open(path).expect("a journal");
        connection.pragma_query_value(None, "integrity_check", |row| row.get::<_, String>(0))
    });
}
