//! Lines against their read-back: what is understood, what is refused and with which words.

use super::*;
use crate::training::exercise::{Path, Start};
use crate::training::routine::Routine;
use crate::training::text::is_unfit;
use proptest::prelude::*;

fn back(text: &str) -> String {
    let message = read(text);
    tiles(text, &message);
    let unread = message.unread_in(text);
    let unread = unread.iter().map(|words| format!(" ‹{words}›"));
    message.read_back() + &unread.collect::<String>()
}

/// Every character that is not blank is in just one part, and the parts are in order.
fn tiles(text: &str, message: &Message) {
    let mut end = 0;
    for part in &message.parts {
        let between = text
            .get(end..part.span.start)
            .expect("parts are in order, at characters");
        let blank = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}');
        assert!(
            between.chars().all(blank),
            "{between:?} of {text:?} is dropped"
        );
        end = part.span.end;
    }
    let rest = text.get(end..).expect("parts end at characters");
    assert!(
        rest.trim_matches(['\u{200b}', '\u{feff}', ' ', '\t', '\u{a0}'])
            .trim()
            .is_empty(),
        "{rest:?}"
    );
}

#[track_caller]
fn reads(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| back(text) != *expected)
        .map(|(text, expected)| format!("{text}\n  is       {}\n  expected {expected}", back(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_construct_of_a_prescription_is_read() {
    reads(&[
        (
            "3x8 @4010 rest 2m",
            "3×8 · lower 4, lift 1 · starts DOWN · rest 2:00",
        ),
        (
            "12,10,8 @40A0",
            "12,10,8 · lower 4, lift with help · starts DOWN · rest 2:00",
        ),
        (
            "3x15/side @4-0-A-0",
            "3×15 · each side · lower 4, lift with help · starts DOWN · rest 2:00",
        ),
        ("hold 4x2:00 rest 2:00", "4×2:00 · hold 2:00 · rest 2:00"),
        ("hold 5x45s", "5×45s · hold 45 s · rest 2:00"),
        (
            "4x(2+2+2) @20X0 intra 20s rest 3m",
            "4×(2+2+2) · lower 2, lift fast · 20 s within · starts DOWN · rest 3:00",
        ),
        (
            "emom 10: 5 @20X1",
            "10×5 · lower 2, lift fast, pause 1 · starts DOWN · a set every 60 s",
        ),
        (
            "every 90s 8: 5 @20X1",
            "8×5 · lower 2, lift fast, pause 1 · starts DOWN · a set every 90 s",
        ),
        (
            "3xAMRAP @2020",
            "3×AMRAP · lower 2, lift 2 · starts DOWN · rest 2:00",
        ),
        (
            "3xAMRAP to 30 @2020",
            "3×AMRAP 30 · lower 2, lift 2 · starts DOWN · rest 2:00",
        ),
        (
            "4x6-8 @30X1",
            "4×6-8 · lower 3, lift fast, pause 1 · starts DOWN · rest 2:00",
        ),
        (
            "10>8>8 drop 20% change 10s @2010",
            "1×(10>8>8) · lower 2, lift 1 · drop 20 % in 10 s · starts DOWN · rest 2:00",
        ),
        (
            "3x8 @2010>3010>4010",
            "3×8 · tempo by set: 2-0-1-0, 3-0-1-0, 4-0-1-0 · starts DOWN · rest 2:00",
        ),
        (
            "1x6 @1010>2010>3010 by rep",
            "1×6 · tempo by rep: 1-0-1-0, 2-0-1-0, 3-0-1-0 · starts DOWN · rest 2:00",
        ),
        ("3x20 strokes 3s", "3×20×3s · strokes of 3 s · rest 2:00"),
        ("strokes 3x20 3s", "3×20×3s · strokes of 3 s · rest 2:00"),
        ("3x8 hold 20s", "3×8×20s · hold 20 s · rest 2:00"),
        ("hold 5x4x3s", "5×4×3s · hold 3 s · rest 2:00"),
        ("Plank 3x45s", "Plank · 3×45s · hold 45 s · rest 2:00"),
        ("18x2 hold 7s rest 20s", "18×2×7s · hold 7 s · rest 20 s"),
        ("3x10 own pace", "3×10 · at your own pace · rest 2:00"),
        (
            "3x15 as tolerated @30A0",
            "3×15 as tolerated · lower 3, lift with help · starts DOWN · rest 2:00",
        ),
        (
            "3x8 @4010 alternating",
            "3×8 · sides in turns, rep by rep · lower 4, lift 1 · starts DOWN · rest 2:00",
        ),
        (
            "3x8 @4010 left only",
            "3×8 · left side only · lower 4, lift 1 · starts DOWN · rest 2:00",
        ),
        (
            "3x8/side @4010 right first",
            "3×8 · each side, right first · lower 4, lift 1 · starts DOWN · rest 2:00",
        ),
        (
            "3x8 @40X0 wait at lockout lead-in 5s start lift 24 kg cue \"both up\"",
            "3×8 · lower 4, lift fast · starts UP · waits at lock-out · rest 2:00 · lead-in 5 s · 24 kg · “both up”",
        ),
        (
            "3x8 @3132 unloaded stretched no rest 15RM",
            "3×8 · lower 3, pause 1, lift 3, pause 2 · starts DOWN · breaks while stretched · no rest · 15RM",
        ),
        (
            "12,(2+2 intra 15s),(8 as tolerated) @2010",
            "12,(2+2),8 as tolerated · lower 2, lift 1 · 15 s within · starts DOWN · rest 2:00",
        ),
    ]);
}

#[test]
fn people_write_the_same_in_many_ways() {
    let same = "3×8 · lower 4, lift 1 · starts DOWN · rest 90 s";
    for text in [
        "3x8 @4010 rest 90",
        "3 x 8 @4010 rest 90s",
        "3×8 @ 4010 r90",
        "３×８ ＠4010 R90",
        "@4010 3X8 rest: 1:30",
        "3 sets of 8 @4-0-1-0, 90 s rest",
        "3 sets x 8 reps tempo 4010 rest :90",
        "8 reps x3 sets @4/0/1/0 r 90",
        "3x8 4010 rest 1m30",
        "3x8, tempo: 4–0–1–0; rest 1.5 min",
        "3x8\n@4010\nrest 90 sec",
        "3*8 @4 0 1 0 90\" rest",
        "3x8 reps @ 4 - 0 - 1 - 0 rest 1'30\"",
        "8, 8, 8 @4010 r90",
    ] {
        assert_eq!(back(text), same, "{text}");
    }
}

#[test]
fn a_coachs_message_is_a_superset() {
    let text = "A1 DB RDL 3x10 @4010 r60, A2 row 3x10/side @3011 r90";
    assert_eq!(
        back(text),
        "A1 DB RDL · 3×10 · lower 4, lift 1 · starts DOWN · rest 60 s → \
         A2 Row · 3×10 · each side · lower 3, lift 1, pause 1 · starts UP · rest 90 s"
    );
    for text in [
        "A1) DB RDL 3x10 @4010 r60\nA2) row 3x10/side @3011 r90",
        "• A1. DB RDL – 3 × 10 @4010, r60\r\n• A2. Row – 3 × 10 / side @3011, r90\r\n",
        "a1: DB RDL 3x10 @4010 rest 60s; a2: ROW 3x10 each side @3011 rest 90s",
        "A1 DB RDL 3x10 @4010 r60 → A2 Row 3x10 per leg @3011 r90",
        "A1 DB RDL\n3x10 @4010\nrest 60\n\nA2 Rows\n3x10/side\n@3011\nrest 90",
        "A1 DB RDL 10 @4010 r60; A2 row 10/side @3011 r90; x3",
        "A1 DB RDL 10 @4010 r60\nA2 row 10/side @3011 r90\n3 rounds",
    ] {
        let message = read(text);
        let routine = message.routine("day".parse().unwrap(), "Day", Duration::from_secs(10));
        let routine = routine.unwrap_or_else(|error| panic!("{text}: {error}"));
        let shown: Vec<_> = routine
            .steps
            .iter()
            .map(|step| {
                let preset = &step.preset;
                let name = preset.exercise.name.to_lowercase();
                (
                    name,
                    step.group.map(crate::training::routine::Group::letter),
                    preset.dose(),
                    preset.work.rest,
                )
            })
            .collect();
        let rest =
            |seconds| super::super::prescription::Rest::Between(Duration::from_secs(seconds));
        assert_eq!(
            shown,
            [
                ("db rdl".to_owned(), Some('A'), "3×10".to_owned(), rest(60)),
                (
                    "row".to_owned(),
                    Some('A'),
                    "3×10/side".to_owned(),
                    rest(90)
                ),
            ],
            "{text}"
        );
        assert!(
            message.unread().is_empty(),
            "{text}: {:?}",
            message.unread_in(text)
        );
    }
}

#[test]
fn exercises_without_letters_or_with_letters_alone_are_done_one_after_the_other() {
    for text in [
        "squat 3x5 @30X1, bench 3x8 @3010",
        "1. squat 3x5 @30X1\n2. bench 3x8 @3010",
        "A. squat 3x5 @30X1\nB. bench 3x8 @3010",
        "Leg day\nsquat 3x5 @30X1\nbench 3x8 @3010",
        "squat\n3x5 @30X1\nbench\n3x8 @3010",
    ] {
        let message = read(text);
        let routine = message.routine("day".parse().unwrap(), "Day", Duration::ZERO);
        let routine = routine.unwrap_or_else(|error| panic!("{text}: {error}"));
        let names: Vec<_> = routine
            .presets()
            .map(|preset| preset.exercise.name.as_str())
            .collect();
        assert_eq!(names, ["Squat", "Bench press"], "{text}");
        assert!(
            routine.steps.iter().all(|step| step.group.is_none()),
            "{text}"
        );
    }
    assert_eq!(
        read("Leg day\nsquat 3x5 @30X1\nbench 3x8 @3010")
            .title
            .as_deref(),
        Some("Leg day")
    );
}

#[test]
fn an_exercise_of_a_superset_without_a_rest_goes_straight_on() {
    reads(&[(
        "A1 squat 3x5 @30X1 A2 dip 3x8 @3010 B1 row 2x8 @2010",
        "A1 Squat · 3×5 · lower 3, lift fast, pause 1 · starts DOWN · no rest → \
         A2 Dip · 3×8 · lower 3, lift 1 · starts DOWN · rest 2:00 → \
         B1 Row · 2×8 · lower 2, lift 1 · starts UP · rest 2:00",
    )]);
}

#[test]
fn gear_is_left_out_to_find_the_exercise_and_stays_in_its_name() {
    for (text, name, start) in [
        ("DB RDL", "DB RDL", Start::Lower),
        ("kettlebell deadlift", "kettlebell deadlift", Start::Lift),
        ("DB bench", "Dumbbell bench press", Start::Lower),
        ("barbell row", "Bent-over row", Start::Lift),
        ("1-arm DB row", "1-arm DB row", Start::Lift),
        ("Single-leg RDL", "Single-leg RDL", Start::Lower),
        ("Heel drop", "Heel drop", Start::Lower),
        ("Clean and press", "Clean and press", Start::Lower),
        ("EZ bar curl", "EZ bar curl", Start::Lift),
        ("BW pull-up", "BW pull-up", Start::Lift),
        ("Zercher squat", "Zercher squat", Start::Lower),
        ("\"Row, 3 stops\"", "Row, 3 stops", Start::Lower),
    ] {
        for line in [format!("{text} 3x10 @4010"), format!("3x10 {text} @4010")] {
            let message = read(&line);
            let understood = message.understood().unwrap();
            let exercise = &understood[0].exercise;
            assert_eq!(
                (exercise.name.as_str(), exercise.start),
                (name, start),
                "{line}"
            );
            assert!(message.unread().is_empty(), "{line}");
        }
    }
    let down = read("cable pushdown 3x10 @3010");
    assert_eq!(down.understood().unwrap()[0].exercise.path, Path::Inverted);
}

#[test]
fn what_is_not_understood_is_there_as_unread() {
    reads(&[
        (
            "3x8 @4010 rest 2m slow and controlled",
            "3×8 · lower 4, lift 1 · starts DOWN · rest 2:00 ‹slow and controlled›",
        ),
        (
            "Squat 3x8 @4010, no belt please",
            "Squat · 3×8 · lower 4, lift 1 · starts DOWN · rest 2:00 ‹no belt please›",
        ),
        (
            "Squat 3x8 @4010 ☺\u{1b}]q",
            "Squat · 3×8 · lower 4, lift 1 · starts DOWN · rest 2:00 ‹☺^[]q›",
        ),
    ]);
}

#[test]
fn what_can_be_read_in_two_ways_is_refused_with_both() {
    for (text, both) in [
        ("5x5x5 @4010", ["5x5", "hold 5x5x5s"]),
        ("4-6 x5 @4010", ["write 5x4-6", "4-6 reps x5 sets"]),
        ("8 @4010", ["1x8", "8x1"]),
        ("3x10 4010 2010", ["@4010>2010", "by rep"]),
        ("3x8 @41", ["4:1", "4-0-1-0"]),
        ("squat 30x1", ["@30x1", "30 sets of 1"]),
        ("squat 10-8-6", ["@10-8-6", "10,8,6"]),
        ("3x8 @4010 rest 2", ["2s", "2m"]),
        ("3x8 @4010 45s", ["rest 45s", "hold 45s"]),
        ("hold 5x45", ["hold 5x45s", "5x45 hold 3s"]),
        ("3x8 @4010 left", ["left only", "left first"]),
        ("3x8 @4010 right first", ["/side", "alternating"]),
        ("12,10,8 as tolerated @4010", ["last set", "all of them"]),
        ("3x5 @30X1 225", ["225 kg", "rest 225s"]),
    ] {
        let shown = read(text).understood().unwrap_err().to_string();
        assert!(
            both.iter().all(|one| shown.contains(one)),
            "{text}: {shown}"
        );
    }
}

#[test]
fn every_error_is_one_sentence_with_what_to_write_instead() {
    for text in [
        "",
        "   ",
        "hello world",
        "3x8",
        "@4010",
        "3 sets @4010",
        "squat rest 2m",
        "3x8 @4010 hold 5s",
        "3x8 5x5 @4010",
        "3x8 @4010 rest 2m rest 3m",
        "emom 10: 5 @4010 rest 2m",
        "emom 10: 20 @4010",
        "3x12,10 @4010",
        "2x8 @2010>3010>4010",
        "3x8 @4010 intra 20s",
        "3x8 @4010 drop 20%",
        "0x8 @4010",
        "3x0 @4010",
        "3x8-6 @4010",
        "101x8 @4010",
        "99999999999x8 @4010",
        "3x8 @4010 rest 2-3 min",
        "3x8 @4010 rest 25h",
        "3x8 @4010 rest 2h",
        "strokes 3x20",
        "hold",
        "left only 3x8/side @4010",
        "3x8 @4010 cue \"both",
        "10>8>8 drop 0% @4010",
        "hold 5x0.1s",
        "3x8 @4-0-1-O",
        "A1 squat 3x5 @3010, B1 dip 3x5 @3010, A2 row 3x5 @3010",
    ] {
        let message = read(text);
        tiles(text, &message);
        let error = message
            .routine("any".parse().unwrap(), "Any", Duration::ZERO)
            .expect_err(text);
        let shown = error.to_string();
        let says_what = ["write", "move", "mend"]
            .iter()
            .any(|word| shown.contains(word));
        assert!(says_what && !shown.contains('\n'), "{text}: {shown}");
        assert!(
            text.get(error.span.clone()).is_some(),
            "{text}: {:?}",
            error.span
        );
    }
}

#[test]
fn every_text_of_the_documentation_is_read_back_as_it_says() {
    for text in [
        "3x8 @4010 rest 2m",
        "4x6-8 @30X1",
        "10x5 @20X1 every 90s",
        "3x10 own pace",
        "hold 3x30s/side",
        "emom: 10x5 @20X1",
        "emom 10 min: 5 reps @20X1",
        "every minute 10: 5 @20X1",
        "3 x max @2010",
        "3x8 @4010 RPE 8",
        "3x8 @ 70% @4010",
        "3x8 @4010 70% of 1RM",
        "2 sets 12 reps each leg @3010",
        "3x10 e/s @3010",
        "3x8 @4010 starts UP",
        "3x8 x3s",
    ] {
        let message = read(text);
        assert!(
            message.understood().is_ok(),
            "{text}: {}",
            message.read_back()
        );
        assert!(message.unread().is_empty(), "{text}");
    }
}

#[test]
fn ids_are_slugs_that_nobody_has() {
    let id = |name: &str| propose_id(name, "preset", &|id| id == "db-rdl").to_string();
    assert_eq!(id("Übung, schräg"), "ubung-schrag");
    assert_eq!(id("DB RDL"), "db-rdl-2");
    assert_eq!(id("1-arm row"), "my-1-arm-row");
    assert_eq!(id("スクワット"), "preset");
    assert_eq!(id(&"x".repeat(300)).len(), 48);
}

#[test]
fn a_programme_and_a_quoted_name_have_no_line_and_it_is_said_which() {
    let understood = read("squat 3x8 @4010").understood().unwrap()[0].clone();
    let mut draft = understood.draft("a".parse().unwrap(), Duration::from_secs(10));
    assert_eq!(write(&draft).as_deref(), Ok("Squat 3x8 @4010 rest 2m"));
    draft.exercise.name = "The \"Squat\"".to_owned();
    assert_eq!(write(&draft), Err(NoLine::Text));
    draft.exercise.name = "Rest 90 2x8 left".to_owned();
    let line = write(&draft).unwrap();
    assert_eq!(line, "\"Rest 90 2x8 left\" 3x8 @4010 rest 2m");
    draft.weeks.push(super::super::preset::Week {
        from: 2,
        work: draft.work.clone(),
        load: String::new(),
    });
    assert_eq!(write(&draft), Err(NoLine::Weeks));
}

#[test]
fn a_large_paste_is_read_in_time_that_grows_with_its_length_alone() {
    for piece in [
        "A1 DB RDL 3x10 @4010 r60, ",
        "1+1+",
        "1>1>",
        "4-4-",
        "(",
        "(1+1",
        "1,",
        "@4010>",
        "x",
        "\"a",
        "load \"a ",
        "a-",
        "1:",
        "left ",
        "3x8 ",
        "e\u{301}",
        "@4 0 1 ",
        "Squat\n",
        "8, ",
        "hold ",
        "'",
        "rest 2-3 ",
    ] {
        let text = piece.repeat(if piece.len() > 20 { 100_000 } else { 30_000 } / piece.len());
        let start = std::time::Instant::now();
        let message = read(&text);
        let _ = message.routine("any".parse().unwrap(), "Any", Duration::ZERO);
        let took = start.elapsed();
        assert!(took < Duration::from_secs(20), "{piece:?} took {took:?}");
    }
}

/// Pieces of lines in any order: nearer to what breaks a reader than letters at random.
fn jumble() -> impl Strategy<Value = String> {
    let pieces = [
        "3x8",
        "3",
        "8",
        "x",
        "×",
        "@4010",
        "@",
        "4-0-1-0",
        "rest",
        "2m",
        "90",
        ":120",
        ",",
        ";",
        "\n",
        " ",
        " ",
        "(2+2+2)",
        "(",
        ")",
        "+",
        ">",
        "-",
        "/side",
        "/",
        "A1",
        "A2)",
        "1.",
        "hold",
        "45s",
        "emom",
        "every",
        ":",
        "10:",
        "AMRAP",
        "as tolerated",
        "left",
        "first",
        "only",
        "squat",
        "DB",
        "RDL",
        "load",
        "\"",
        "24 kg",
        "%",
        "drop 20%",
        "intra",
        "by rep",
        "30X1",
        "→",
        "\u{1b}",
        "é",
        "sets",
        "reps",
        "99999999999",
        "0",
        "own pace",
        "strokes",
        "start",
        "lift",
        "lead-in",
        "\u{202e}",
        "\u{3000}",
        "３",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..24)
        .prop_map(|pieces| pieces.concat())
}

fn holds(text: &str) {
    let message = read(text);
    tiles(text, &message);
    assert!(!message.read_back().chars().any(is_unfit), "{text:?}");
    assert!(!message.unread_in(text).concat().chars().any(is_unfit));
    let id = message.propose_id(&|_| false);
    match message.routine(id, &message.name(), Duration::from_secs(10)) {
        Err(error) => assert!(!error.to_string().chars().any(is_unfit), "{text:?}"),
        // Whatever is understood has a line that says the same.
        Ok(routine) => routine
            .presets()
            .for_each(|preset| match write(&preset.draft()) {
                Ok(line) => again(&line, &routine, preset),
                Err(reason) => assert_ne!(reason, NoLine::Weeks, "{text:?}"),
            }),
    }
}

fn again(line: &str, _: &Routine, preset: &crate::training::preset::Preset) {
    let message = read(line);
    let all = message
        .understood()
        .unwrap_or_else(|error| panic!("{line}: {error}"));
    assert_eq!(
        (&all[0].work, all[0].sides),
        (&preset.work, preset.sides),
        "{line}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn no_text_panics_or_loses_a_character(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn no_jumble_panics_or_loses_a_character(text in jumble()) {
        holds(&text);
    }
}
