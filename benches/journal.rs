//! What ten years of daily training cost: opening the journal, a day's diary, the first page of the log, the last sessions of
//! every exercise of a routine, the trends, and looking the whole file over.
//!
//! A hundred years, a million sets, are measured too where `DOWNBEAT_BENCH_CENTURY` is set: making them takes a minute.

#[path = "made/years.rs"]
mod made;

use divan::{Bencher, black_box};
use downbeat::store::journal::Journal;
use downbeat::training::trend::Window;
use made::{EXERCISES, TODAY, day, make};
use std::path::Path;
use std::sync::OnceLock;
use tempfile::TempDir;

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
