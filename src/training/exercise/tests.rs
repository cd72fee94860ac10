//! The table of exercises holds together, and words follow the handle.

use std::collections::HashMap;

use super::*;

#[test]
fn a_name_is_found_whatever_its_case_hyphens_blanks_and_plural() {
    for name in [
        "Pull-up",
        "pullup",
        "PULL UP",
        " pull  -  up ",
        "pull_ups",
        "Pull‑Ups",
    ] {
        assert_eq!(Exercise::named(name).name, "Pull-up", "{name}");
    }
    assert_eq!(Exercise::named("bench").name, "Bench press");
    assert_eq!(Exercise::named("rdl").name, "Romanian deadlift");
    assert_eq!(Exercise::named("Leg presses").name, "Leg presses");
    assert!(known::find("lat pull-down").is_some());
    assert!(known::find("press").is_none());
    assert!(known::find("").is_none());
}

#[test]
fn no_two_exercises_share_a_name_or_an_alias() {
    let mut owners = HashMap::new();
    for known in known::KNOWN {
        for name in [known.name].iter().chain(known.aliases) {
            let other = owners.insert(known::key(name), known.name);
            assert_eq!(other, None, "{name} of {}", known.name);
            assert_eq!(Exercise::named(name).name, known.name);
        }
    }
    assert!(known::KNOWN.len() >= 40);
}

#[test]
fn an_unknown_exercise_keeps_its_name_and_starts_with_the_lowering() {
    let exercise = Exercise::named("  Zercher   squat ");
    assert_eq!(
        (exercise.name.as_str(), exercise.start, exercise.path),
        ("Zercher squat", Start::Lower, Path::Normal)
    );
    assert_eq!(Exercise::unnamed().name, "");
}

const LIFT_FIRST: &[&str] = &[
    "deadlift",
    "pull-up",
    "chin-up",
    "row",
    "curl",
    "overhead press",
    "floor press",
    "lat pulldown",
    "leg extension",
    "leg curl",
    "heel raise",
    "hip thrust",
    "calf machine",
    "push-up from the floor",
    "copenhagen",
    "lateral raise",
];

const LOWER_FIRST: &[&str] = &[
    "squat",
    "bench press",
    "dip",
    "push-up",
    "split squat",
    "romanian deadlift",
    "heel drop",
    "nordic",
    "decline squat",
];

#[test]
fn the_start_is_that_of_the_movement() {
    for (start, names) in [(Start::Lift, LIFT_FIRST), (Start::Lower, LOWER_FIRST)] {
        for name in names {
            assert!(known::find(name).is_some(), "{name}");
            assert_eq!(Exercise::named(name).start, start, "{name}");
        }
    }
}

/// The words on the screen, in this order.
const MOTIONS: [Motion; 5] = [
    Motion::Lower,
    Motion::Lift,
    Motion::ExplosiveLift,
    Motion::Pause,
    Motion::Assist,
];
const UP: [&str; 5] = ["DOWN", "UP", "UP!", "HOLD", "RESET"];
const PULL: [&str; 5] = ["RETURN", "PULL", "PULL!", "HOLD", "RESET"];
const PUSH: [&str; 5] = ["RETURN", "PUSH", "PUSH!", "HOLD", "RESET"];

fn words(name: &str, path: Path) -> [&'static str; 5] {
    let exercise = Exercise {
        path,
        ..Exercise::named(name)
    };
    MOTIONS.map(|motion| exercise.word(motion))
}

#[test]
fn words_follow_the_handle() {
    assert_eq!(words("Squat", Path::Normal), UP);
    assert_eq!(words("Bench press", Path::Normal), UP);
    assert_eq!(words("Belt thing", Path::Inverted), PULL);
    assert_eq!(words("Seated dip PRESS", Path::Inverted), PUSH);
    for known in known::KNOWN {
        let expected = match (known.path, known.name) {
            (Path::Normal, _) => UP,
            (Path::Inverted, "Triceps pushdown") => PUSH,
            (Path::Inverted, _) => PULL,
        };
        assert_eq!(words(known.name, known.path), expected, "{}", known.name);
    }
    assert_eq!(Exercise::named("pulldown").lift_word(), "PULL");
    assert_eq!(Exercise::named("pulldown").lower_word(), "RETURN");
}

#[derive(Debug, PartialEq, Deserialize)]
struct File {
    exercise: Exercise,
}

fn from_toml(value: &str) -> Result<Exercise, String> {
    toml::from_str::<File>(&format!("exercise = {value}"))
        .map(|file| file.exercise)
        .map_err(|error| error.message().to_owned())
}

#[test]
fn a_table_in_a_file_takes_what_it_leaves_out_from_the_known_exercise() {
    let lift_first = Exercise {
        start: Start::Lift,
        ..Exercise::named("Squat")
    };
    assert_eq!(
        from_toml("\"lat pulldown\""),
        Ok(Exercise::named("Lat pulldown"))
    );
    assert_eq!(
        from_toml("{ name = \"lat pulldown\" }"),
        Ok(Exercise::named("Lat pulldown"))
    );
    assert_eq!(
        from_toml("{ name = \"squats\", start = \"lift\" }"),
        Ok(lift_first)
    );
    let own = Exercise {
        name: "Belt".to_owned(),
        start: Start::Lower,
        path: Path::Inverted,
    };
    assert_eq!(
        from_toml("{ name = \"Belt\", path = \"inverted\" }"),
        Ok(own)
    );
}

#[test]
fn a_wrong_exercise_in_a_file_says_what_to_write_instead() {
    let pairs = [
        ("{ start = \"lift\" }", "missing field `name`"),
        (
            "{ name = \"Row\", starts = \"lift\" }",
            "unknown field `starts`, expected one of `name`, `start`, `path`",
        ),
        (
            "{ name = \"Row\", start = \"up\" }",
            "unknown variant `up`, expected `lower` or `lift`",
        ),
        (
            "3",
            "invalid type: integer `3`, expected the exercise's name in quotes, or { name = \"Belt squat\", start = \"lower\", path = \"normal\" }",
        ),
    ];
    for (value, message) in pairs {
        assert_eq!(from_toml(value), Err(message.to_owned()), "{value}");
    }
}

#[test]
fn a_start_reads_as_it_prints() {
    for start in [Start::Lower, Start::Lift] {
        assert_eq!(start.to_string().parse(), Ok(start));
    }
    assert_eq!(" LIFT ".parse(), Ok(Start::Lift));
    assert_eq!("up".parse::<Start>(), Err(StartError));
}
