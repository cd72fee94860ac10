//! Years of daily training, invented: a hundred thousand sets in ten of them.

use downbeat::store::journal::Journal;
use downbeat::training::journal::{
    Answer, Counted, Entry, Load, Mass, Morning, Origin, Score, SessionRecord, SetRecord, Stamp,
    TensionMs, Unit,
};
use downbeat::training::preset::{Goal, Tier};
use downbeat::training::region::Region;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use std::path::Path;

const DAY_MS: i64 = 86_400_000;
const SET_MS: i64 = 180_000;
/// Sets of each exercise, on each day.
const SETS: u16 = 3;
/// What is done on every third day; 27 sets a day are a hundred thousand in ten years.
pub(crate) const EXERCISES: [[&str; 9]; 3] = [
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
pub(crate) const TODAY: Date = date(2026, 11, 27);

/// Makes a journal of so many years.
pub(crate) fn make(path: &Path, years: i32) {
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
pub(crate) fn day(number: i32, day: Date, entries: &mut Vec<Entry>) {
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
    let mass = Mass::new(40_000 + steps * 2_500, Unit::Kg);
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
