//! What it takes to open the trends of ten and of a hundred years of daily training: 100,000 and 1,000,000 sets.
//! `cargo bench --bench trends`; it takes some minutes, most of them for making the journals, and some 400 MB for temporary files.
//!
//! Of 100,000 sets the trends have to open in under 100 ms, whatever the window.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use downbeat::store::journal::Journal;
use downbeat::training::journal::{
    Answer, Counted, Entry, Load, Mass, Morning, Origin, PracticeRecord, Score, SessionRecord,
    SetRecord, Stamp, TensionMs, Unit,
};
use downbeat::training::practice::{Mean, Practised};
use downbeat::training::preset::{Goal, Tier};
use downbeat::training::region::Region;
use downbeat::training::trend::Window;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 27);
const DAY_MS: i64 = 86_400_000;
const NOW_MS: i64 = 1_795_800_000_000;
/// Sets of a day: nine exercises, three sets each.
const SETS: u16 = 27;
const EXERCISES: [&str; 12] = [
    "Squat",
    "Bench press",
    "Row",
    "Deadlift",
    "Overhead press",
    "Pull-up",
    "Calf raise",
    "Leg curl",
    "Split squat",
    "Curl",
    "Triceps extension",
    "Plank",
];
/// How often a window is opened; the best time counts.
const TIMES: usize = 5;

fn main() -> Result<()> {
    for sets in [100_000_u32, 1_000_000] {
        let folder = tempfile::tempdir()?;
        let mut journal = Journal::open(&folder.path().join("journal.db"))?.journal;
        let days = sets.div_ceil(u32::from(SETS));
        fill(&mut journal, days)?;
        for window in [Window::TWELVE, Window::YEAR, Window::All] {
            let mut best = Duration::MAX;
            for _ in 0..TIMES {
                let begun = Instant::now();
                let trends = journal.trends(Some("Squat"), window, TODAY)?;
                best = best.min(begun.elapsed());
                anyhow::ensure!(!trends.calendar.sets.is_empty());
            }
            println!(
                "{sets} sets, {}: {:.1} ms",
                window.words(),
                best.as_secs_f64() * 1000.0
            );
        }
        println!("memory at its highest: {}", peak().unwrap_or_default());
    }
    Ok(())
}

/// The most memory that this process has had, where the system says so.
fn peak() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().to_owned())
}

fn fill(journal: &mut Journal, days: u32) -> Result<()> {
    let mut entries = Vec::new();
    for back in (0..i64::from(days)).rev() {
        day(back, &mut entries)?;
        if entries.len() > 20_000 || back == 0 {
            journal.put(&entries)?;
            entries.clear();
        }
    }
    Ok(())
}

fn day(back: i64, entries: &mut Vec<Entry>) -> Result<()> {
    let day = TODAY.checked_sub(back.days())?;
    let began = Stamp::from_millis(NOW_MS - back * DAY_MS);
    let later = |minutes: i64| Stamp::from_millis(began.millis() + minutes * 60_000);
    let score = |number: i64| {
        u8::try_from(number.rem_euclid(11))
            .ok()
            .and_then(Score::new)
    };
    entries.push(Entry::Session(SessionRecord {
        began,
        day,
        ended: Some(later(70)),
        id: "whole-body".to_owned(),
        name: "Whole body".to_owned(),
        tier: Tier::General,
        origin: Origin::Paced,
        effort: score(back),
        worst_pain: None,
        pain_after: None,
        note: String::new(),
    }));
    for bout in 0..SETS {
        let place = usize::from(bout / 3) + usize::try_from(back % 4)?;
        let exercise = EXERCISES
            .get(place % EXERCISES.len())
            .context("an exercise")?;
        let thousandths = 60_000 + i32::try_from(back % 40)? * 500;
        entries.push(Entry::Set(SetRecord {
            session: began,
            bout: bout + 1,
            attempt: 1,
            at: later(i64::from(bout) * 2 + 2),
            preset: "whole-body".to_owned(),
            exercise: (*exercise).to_owned(),
            tempo: if back / 60 % 2 == 0 {
                "4-0-1-0"
            } else {
                "3-1-1-0"
            }
            .to_owned(),
            set: u32::from(bout % 3) + 1,
            side: None,
            planned: 8,
            goal: Goal::Exactly,
            paced: 8,
            done: Answer::Assumed(8),
            broke: if bout % 5 == 0 {
                vec![7, 8]
            } else {
                Vec::new()
            },
            load: Answer::Given(Load::Weight(
                Mass::new(thousandths, Unit::Kg).context("a mass")?,
            )),
            reserve: Answer::Given(2),
            tension: TensionMs {
                eccentric_ms: 32_000,
                concentric_ms: 8_000,
                isometric_ms: 0,
            },
            interruptions: 0,
            counted: Counted::Kept,
        }));
    }
    let regions = [Region::FrontThighs, Region::Chest, Region::UpperBack];
    let soreness = regions
        .iter()
        .filter_map(|region| Some((*region, score(back)?)));
    entries.push(Entry::Morning(Morning {
        soreness: soreness.collect(),
        joint_pain: Some(Score::NONE),
        sleep: score(back),
        slept_min: Some(430),
        recovery: score(back),
        ..Morning::of(day)
    }));
    if back % 7 == 0 {
        entries.push(Entry::Practice(PracticeRecord {
            at: began.next(),
            practised: Practised {
                tempo: "4-0-1-0".to_owned(),
                on: day,
                phases: vec![Mean {
                    kind: "lower".to_owned(),
                    nominal_ms: 4_000,
                    mean_ms: 3_700,
                    spread_ms: Some(200),
                    count: 8,
                }],
            },
        }));
    }
    Ok(())
}
