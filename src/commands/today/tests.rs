//! From the journal's file to what is printed.

use super::*;
use crate::training::history::fixture::{TODAY, ago, session};
use crate::training::journal::{Entry, Morning, Score, Sign};
use crate::training::region::Region;
use jiff::tz::TimeZone;
use tempfile::TempDir;

fn noon() -> Zoned {
    TODAY.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap()
}

/// A home with nothing but the path of a journal.
fn home() -> (TempDir, Paths) {
    let folder = tempfile::tempdir().unwrap();
    let paths = Paths {
        journal: Some(folder.path().join("journal.db")),
        ..Paths::default()
    };
    (folder, paths)
}

fn keep(paths: &Paths, entries: &[Entry]) {
    let mut journal = Journal::open(paths.journal.as_deref().unwrap())
        .unwrap()
        .journal;
    journal.put(entries).unwrap();
}

/// Squats with two reps to spare on two days, in a preset of that id.
fn squats(id: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    for days in [3, 6, 16, 30] {
        let mut past = session(days, "4*6/6+2_t4-0-2-1");
        id.clone_into(&mut past.session.id);
        entries.push(Entry::Session(past.session));
        entries.extend(past.sets.into_iter().map(Entry::Set));
    }
    entries
}

fn morning(soreness: u8) -> Entry {
    let score = Score::new;
    Entry::Morning(Morning {
        soreness: [Region::FrontThighs, Region::Glutes]
            .map(|region| (region, score(soreness).unwrap()))
            .into(),
        joint_pain: score(0),
        sleep: score(7),
        recovery: score(7),
        sign: Some(Sign::None),
        ..Morning::of(TODAY)
    })
}

fn asked(words: &str) -> TodayArgs {
    TodayArgs {
        wanted: Some(words)
            .filter(|words| !words.is_empty())
            .map(|words| words.parse().unwrap()),
        json: false,
    }
}

fn printed(words: &str, paths: &Paths) -> String {
    let mut out = Vec::new();
    text(&tell(&asked(words), paths, &noon()).unwrap(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn without_a_journal_nothing_is_suggested_and_none_is_made() {
    let (folder, paths) = home();
    let printed = printed("controlled-2-2", &paths);
    assert!(
        printed.starts_with("Today, 27 Nov, for Controlled 2:2:\nNo suggestion"),
        "{printed}"
    );
    assert_eq!(folder.path().read_dir().unwrap().count(), 0);
}

#[test]
fn it_is_about_what_was_trained_last_and_offers_one_step() {
    let (_folder, paths) = home();
    keep(&paths, &squats("eccentric-4-2"));
    keep(&paths, &[morning(2)]);
    let printed = printed("", &paths);
    assert!(
        printed.starts_with("Today, 27 Nov, for Eccentric 4:2, paused at the top:\nPROGRESS."),
        "{printed}"
    );
    assert!(printed.contains("\nSquat\nTwo reps to spare, twice. If you wish: 7 reps, or 62 kg, or 5 s down: one of them.\n"), "{printed}");
}

#[test]
fn rolling_behind_a_session_is_not_what_was_trained_last() {
    let (_folder, paths) = home();
    keep(&paths, &squats("eccentric-4-2"));
    let mut rolled = session(1, "1/1_xRoll");
    rolled.session.id = crate::training::mobility::ROLLING.to_owned();
    keep(&paths, &[Entry::Session(rolled.session)]);
    assert!(printed("", &paths).starts_with("Today, 27 Nov, for Eccentric 4:2"));
}

#[test]
fn what_is_named_is_what_it_is_about() {
    let (_folder, paths) = home();
    keep(&paths, &squats("eccentric-4-2"));
    keep(&paths, &[morning(5)]);
    assert!(
        printed("eccentric-4-2", &paths)
            .contains("HOLD. Repeat last time.\n- Soreness is 5 of 10: front thighs.")
    );
    // The biceps were not asked about.
    let curls = printed("curl 3x8 @2020", &paths);
    assert!(curls.contains("- Nothing calls for a change."), "{curls}");
    assert!(
        curls.contains("Not answered: soreness, upper arms."),
        "{curls}"
    );
}

#[test]
fn what_was_trained_last_and_is_in_no_file_is_known_by_its_exercises() {
    let mut memory = Memory::default();
    memory.started("controlled-2-2");
    let about = |written: &str| {
        let sessions = vec![
            session(5, "8/8_ieccentric-4-2"),
            session(3, written),
            session(1, "8/8_iwarmup-dynamic"),
        ];
        let diary = Diary {
            sessions,
            ..Diary::default()
        };
        find(None, &Config::default(), &memory, &diary, TODAY).unwrap()
    };
    for written in ["3*8/8_t3-0-1-0_itaken-out", "3*8/8_t3-0-1-0_i_e"] {
        let routine = about(written);
        let presets: Vec<(String, String)> = routine
            .presets()
            .map(|preset| (preset.exercise.name.clone(), preset.dose()))
            .collect();
        assert_eq!(presets, [("Squat".to_owned(), "3×8".to_owned())]);
        assert_eq!(routine.name, "Any");
    }
    assert_eq!(about("8/8_ieccentric-4-2_e").id.as_str(), "eccentric-4-2");
    // Nobody knows what was lifted.
    assert_eq!(about("8/8_i_x").id.as_str(), "controlled-2-2");
}

#[test]
fn a_session_of_another_preset_or_an_easy_dose_is_not_cut_short() {
    let (_folder, paths) = home();
    keep(&paths, &[morning(2)]);
    let mut past = session(3, "2*6/6+1_t4-0-2-1");
    "eccentric-4-2".clone_into(&mut past.session.id);
    keep(&paths, &[Entry::Session(past.session)]);
    let sets: Vec<Entry> = past.sets.into_iter().map(Entry::Set).collect();
    keep(&paths, &sets);
    let printed = printed("eccentric-4-2", &paths);
    assert!(!printed.contains("cut short"), "{printed}");
}

#[test]
fn the_json_has_the_keys_that_the_help_names() {
    let (_folder, paths) = home();
    keep(&paths, &squats("eccentric-4-2"));
    keep(&paths, &[morning(2)]);
    let told = tell(&asked(""), &paths, &noon()).unwrap();
    let row = serde_json::to_value(json::Row::of(&told)).unwrap();
    let keys: Vec<&String> = row.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        [
            "day", "id", "name", "tier", "verdict", "says", "reasons", "stop", "unusual",
            "missing", "baseline", "notes", "offers", "footer", "notice"
        ]
    );
    assert_eq!(row["verdict"], "progress");
    assert_eq!(row["reasons"][0]["clause"], "spare-twice");
    assert_eq!(row["reasons"][0]["entries"][0]["day"], ago(3).to_string());
    assert_eq!(row["offers"][0]["choices"][1]["load"], "62 kg");
    assert_eq!(row["offers"][0]["choices"][0]["dose"], "4×7");
    assert_eq!(row["offers"][0]["choices"][2]["pace"], "5-0-2-1");
}
