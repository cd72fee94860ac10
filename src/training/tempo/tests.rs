//! The rules of a tempo, its form in a file, and what holds for any of them.

mod notation;

use std::time::Duration;

use proptest::prelude::*;
use serde::Deserialize;

use super::{Field, LONGEST, Pace, SHORTEST, Tempo, TempoError, read};

fn tempo(text: &str) -> Tempo {
    text.parse().unwrap()
}

#[test]
fn a_reading_that_took_something_for_granted_says_so() {
    let note = |text| read(text).unwrap().note.unwrap_or_default();
    for text in ["401", "2-0-2", "40X", "10/0/10", "4.0.1"] {
        assert!(
            note(text).starts_with("Three fields are read as lower, pause stretched, lift"),
            "{text}"
        );
    }
    for text in ["4:1", "4-1", "4/1", "4 1"] {
        assert!(
            note(text).starts_with("Two fields are read as lower and lift"),
            "{text}"
        );
    }
    for text in ["2.5.1.0", "4,0,1,0"] {
        assert!(
            note(text).starts_with("Points and commas are read as separators"),
            "{text}"
        );
    }
    for text in ["4010", "4-0-1-0", "1.5-0-1.5-0", "4 0 1 0"] {
        assert_eq!(note(text), "", "{text}");
    }
}

#[test]
fn a_lowering_that_is_not_paced_gives_a_warning() {
    let warnings = |text| tempo(text).warnings().join(" ");
    assert!(warnings("X0X0").contains("fast lowering"));
    assert!(warnings("00X0").contains("not paced"));
    assert!(warnings("A0X0").contains("lift-only"));
    assert_eq!(warnings("4010"), "");
    assert_eq!(warnings("30-0-A-0"), "");
}

#[test]
fn an_error_repeats_no_control_characters_and_no_whole_paste() {
    let hostile = format!("4-\u{7f}\u{1b}[2J\u{7}{}-1-0", "z".repeat(9_999));
    let messages = [
        hostile.parse::<Tempo>().unwrap_err().to_string(),
        "four\u{9b}five".parse::<Tempo>().unwrap_err().to_string(),
        format!("4-{}-1-0", "z".repeat(9_999))
            .parse::<Tempo>()
            .unwrap_err()
            .to_string(),
    ];
    for message in messages {
        assert!(!message.contains(char::is_control), "{message:?}");
        assert!(message.len() < 160, "{message}");
    }
}

#[test]
fn x_counts_one_second_and_a_two_and_both_make_a_length_approximate() {
    let length = |text| (tempo(text).rep_length(), tempo(text).is_approximate());
    assert_eq!(length("4-0-1-0"), (Duration::from_secs(5), false));
    assert_eq!(length("1.5-0-1.25-0.25"), (Duration::from_secs(3), false));
    assert_eq!(length("3-1-X-1"), (Duration::from_secs(6), true));
    assert_eq!(length("30-0-A-0"), (Duration::from_secs(32), true));
}

#[test]
fn nudging_the_lowering_keeps_to_the_limits() {
    let nudged = |seconds: f64| tempo("4-0-1-0").with_lower(Duration::from_secs_f64(seconds));
    assert_eq!(nudged(3.5), Ok(tempo("3.5-0-1-0")));
    assert_eq!(nudged(0.0), Ok(tempo("0-0-1-0")));
    assert_eq!(
        nudged(0.1),
        Err(TempoError::TooShort {
            field: Field::Lower
        })
    );
    assert_eq!(
        nudged(120.5),
        Err(TempoError::TooLong {
            field: Field::Lower
        })
    );
    assert_eq!(
        nudged(3.125),
        Err(TempoError::TooFine {
            field: Field::Lower
        })
    );
    let assisted = tempo("4-0-A-0").with_lower(Duration::ZERO);
    assert_eq!(assisted, Err(TempoError::NothingToPace));
}

#[derive(Debug, PartialEq, Deserialize)]
struct File {
    tempo: Tempo,
}

fn from_toml(value: &str) -> Result<Tempo, String> {
    toml::from_str::<File>(&format!("tempo = {value}"))
        .map(|file| file.tempo)
        .map_err(|error| error.message().to_owned())
}

#[test]
fn the_named_form_reads_as_the_written_one() {
    let pairs = [
        (
            "{ lower = 4, stretched = 0, lift = 1, contracted = 0 }",
            "4-0-1-0",
        ),
        (
            "{ contracted = 1, lift = \"explosive\", stretched = 1, lower = 3.25 }",
            "3.25-1-X-1",
        ),
        (
            "{ lower = 30, stretched = 0, lift = \"assisted\", contracted = 0 }",
            "30-0-A-0",
        ),
        ("{ lower = \"A\", lift = \"x\" }", "A-0-X-0"),
        ("{ lower = 0.2, lift = 120.0 }", "0.2-0-120-0"),
        ("\"tempo 4:1\"", "4-0-1-0"),
    ];
    for (value, expected) in pairs {
        assert_eq!(from_toml(value), Ok(tempo(expected)), "{value}");
    }
}

/// Value, what the error says.
const WRONG_VALUES: &[(&str, &str)] = &[
    (
        "{ lower = 4, eccentric = 0, lift = 1 }",
        "unknown field `eccentric`, expected one of `lower`, `stretched`, `lift`, `contracted`",
    ),
    ("{ lower = 4 }", "missing field `lift`"),
    (
        "{ lower = -4, lift = 1 }",
        "Lower is negative: write 0 or more seconds",
    ),
    (
        "{ lower = 4, lift = 1, stretched = \"explosive\" }",
        "Pause stretched cannot be X: write seconds, or 0 for no pause; X and A are for the lower and the lift, as in 3-0-X-0",
    ),
    (
        "{ lower = 4, lift = true }",
        "invalid type: boolean `true`, expected seconds, \"explosive\" or \"assisted\" for Lift",
    ),
    (
        "{ lower = 4, lift = nan }",
        "Lift cannot be \"NaN\": write seconds in digits, as in 4 or 1.5, X (explosive) or A (assisted)",
    ),
    (
        "{ lower = 1e300, lift = 1 }",
        "Lower is over 120 s: write 120 or less",
    ),
    (
        "{ lower = 4, lift = 1.2345 }",
        "Lift is finer than a hundredth of a second: write at most two decimals, as in 1.25",
    ),
    (
        "{ lower = 4, lift = 0 }",
        "Lift cannot be 0: write seconds, X (explosive) or A (assisted), as in 4-0-1-0 or 4-0-X-0",
    ),
    (
        "4010",
        "invalid type: integer `4010`, expected a tempo in quotes, as in \"4-0-1-0\", or { lower = 4, stretched = 0, lift = 1, contracted = 0 }",
    ),
    (
        "\"41\"",
        "41 can be read in two ways: for lower 4 and lift 1 write 4:1 or 4-0-1-0",
    ),
];

#[test]
fn a_wrong_value_in_a_file_says_what_to_write_instead() {
    for (value, message) in WRONG_VALUES {
        assert_eq!(from_toml(value), Err((*message).to_owned()), "{value}");
    }
}

#[test]
fn an_error_in_the_named_form_points_at_the_value() {
    let text = "tempo = { lower = 4, lift = 1, stretched = \"X\" }";
    let error = toml::from_str::<File>(text).unwrap_err();
    assert_eq!(error.span().and_then(|span| text.get(span)), Some("\"X\""));
}

fn any_length() -> impl Strategy<Value = Duration> {
    let hundredth = Duration::from_millis(10);
    let (shortest, longest) = (SHORTEST.as_millis() / 10, LONGEST.as_millis() / 10);
    prop_oneof![
        Just(Duration::ZERO),
        (0_u64..=120).prop_map(Duration::from_secs),
        (shortest..=longest).prop_map(move |n| hundredth * u32::try_from(n).unwrap()),
    ]
}

fn any_pace() -> impl Strategy<Value = Pace> {
    prop_oneof![
        4 => any_length().prop_map(Pace::Timed),
        1 => Just(Pace::Explosive),
        1 => Just(Pace::Assisted),
    ]
}

fn any_tempo() -> impl Strategy<Value = Tempo> {
    (any_pace(), any_length(), any_pace(), any_length()).prop_filter_map(
        "not a valid tempo",
        |(lower, stretched, lift, contracted)| Tempo::new(lower, stretched, lift, contracted).ok(),
    )
}

proptest! {
    #[test]
    fn what_is_printed_reads_back_as_the_same_tempo(tempo in any_tempo()) {
        prop_assert_eq!(tempo.to_string().parse(), Ok(tempo));
        prop_assert_eq!(read(&tempo.to_string()).unwrap().note, None);
    }

    #[test]
    fn any_separator_between_the_fields_reads_the_same(tempo in any_tempo(), separator in "[-/:|_ ]| [-/:|_] ") {
        prop_assert_eq!(tempo.to_string().replace('-', &separator).parse(), Ok(tempo));
    }

    #[test]
    fn no_text_makes_the_reader_panic_or_print_control_characters(text in "\\PC*|[0-9XAxasO.,:;/|_~@\\s\u{1b}×–-]{0,24}|.*") {
        if let Err(error) = text.parse::<Tempo>() {
            prop_assert!(!error.to_string().contains(char::is_control));
        }
    }

    #[test]
    fn a_tempo_that_was_read_keeps_the_rules(text in "[0-9XA]{3,4}|([0-9]{1,3}(\\.[0-9]{1,2})?-){3}[0-9]{1,3}") {
        if let Ok(tempo) = text.parse::<Tempo>() {
            let again = Tempo::new(tempo.lower(), tempo.stretched(), tempo.lift(), tempo.contracted());
            prop_assert_eq!(again, Ok(tempo));
            prop_assert!(tempo.rep_length() >= SHORTEST);
        }
    }
}
