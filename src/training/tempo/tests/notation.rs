//! Every notation that was seen in the wild or can be mistaken for one, row by row: what it reads as, or what the error says.

use crate::training::tempo::Tempo;

/// Input, canonical form, number of the row.
const ACCEPTED: &[(u32, &str, &str)] = &[
    (1, "4010", "4-0-1-0"),
    (2, "40X0", "4-0-X-0"),
    (3, "30x1", "3-0-X-1"),
    (4, "@30X1", "3-0-X-1"),
    (5, "tempo 3110", "3-1-1-0"),
    (5, "Tempo: 3-1-1-0", "3-1-1-0"),
    (5, "TEMPO  =  3110", "3-1-1-0"),
    (6, "4-0-1-0", "4-0-1-0"),
    (7, "4/0/1/0", "4-0-1-0"),
    (8, "4 0 1 0", "4-0-1-0"),
    (9, "4.0.1.0", "4-0-1-0"),
    (10, "3.1.X.1", "3-1-X-1"),
    (11, "4,0,1,0", "4-0-1-0"),
    (11, "4, 0, 1, 0", "4-0-1-0"),
    (12, "4:0:1:0", "4-0-1-0"),
    (13, "4|0|1|0", "4-0-1-0"),
    (13, "4_0_1_0", "4-0-1-0"),
    (14, "10-0-10-0", "10-0-10-0"),
    (15, "10/0/10", "10-0-10-0"),
    (16, "30-0-A-0", "30-0-A-0"),
    (17, "1.5-0-1.5-0", "1.5-0-1.5-0"),
    (18, "1,5-0-1,5-0", "1.5-0-1.5-0"),
    (18, "1,5 0 1,5 0", "1.5-0-1.5-0"),
    (19, "2.5/1/X/0", "2.5-1-X-0"),
    (20, "31×1", "3-1-X-1"),
    (21, "4–0–1–0", "4-0-1-0"),
    (21, "4−0—1‑0", "4-0-1-0"),
    (22, "4s-0s-1s-0s", "4-0-1-0"),
    (23, "401", "4-0-1-0"),
    (23, "2-0-2", "2-0-2-0"),
    (23, "40X", "4-0-X-0"),
    (24, "4:1", "4-0-1-0"),
    (24, "4-1", "4-0-1-0"),
    (24, "4/1", "4-0-1-0"),
    (25, "40A0", "4-0-A-0"),
    (25, "4-0-a-0", "4-0-A-0"),
    (26, "X0X0", "X-0-X-0"),
    (27, "00X0", "0-0-X-0"),
    (28, "A0X0", "A-0-X-0"),
    (29, "４０１０", "4-0-1-0"),
    (30, " 4 - 0 - 1 - 0 ", "4-0-1-0"),
    (31, "2.5.1.0", "2-5-1-0"),
    (32, "3232", "3-2-3-2"),
];

/// Input, what the error says, number of the row.
const REFUSED: &[(u32, &str, &str)] = &[
    (
        33,
        "",
        "The tempo is empty: write lower, pause, lift, pause in seconds, as in 4-0-1-0",
    ),
    (
        33,
        " tempo: ",
        "The tempo is empty: write lower, pause, lift, pause in seconds, as in 4-0-1-0",
    ),
    (
        34,
        "4",
        "4 alone is no tempo: write lower, pause, lift, pause in seconds, as in 4-0-1-0",
    ),
    (
        34,
        "2.5",
        "2.5 alone is no tempo: write lower, pause, lift, pause in seconds, as in 4-0-1-0",
    ),
    (
        34,
        "30s",
        "30s alone is no tempo: write lower, pause, lift, pause in seconds, as in 4-0-1-0",
    ),
    (
        35,
        "41",
        "41 can be read in two ways: for lower 4 and lift 1 write 4:1 or 4-0-1-0",
    ),
    (
        35,
        "30",
        "30 alone is no tempo: write lower, pause, lift, pause in seconds, as in 4-0-1-0",
    ),
    (
        36,
        "10010",
        "10010 can be read in several ways: put a separator between the fields, as in 10-0-1-0",
    ),
    (
        36,
        "100100",
        "100100 can be read in several ways: put a separator between the fields, as in 10-0-1-0",
    ),
    (
        37,
        "4-0/1-0",
        "\"-\" and \"/\" are mixed: put the same separator between all fields, as in 4-0-1-0; a field is one length, not a range",
    ),
    (
        37,
        "4-0 1-0",
        "\"-\" and a blank are mixed: put the same separator between all fields, as in 4-0-1-0; a field is one length, not a range",
    ),
    (
        37,
        "4, 0 1 0",
        "\",\" and a blank are mixed: put the same separator between all fields, as in 4-0-1-0; a field is one length, not a range",
    ),
    (
        37,
        "1.5,0,1.5,0",
        "\".\" and \",\" are mixed: put the same separator between all fields, as in 4-0-1-0; a field is one length, not a range",
    ),
    (
        38,
        "4-0-1-0-2",
        "5 fields are too many: write four, lower, pause, lift, pause, as in 4-0-1-0",
    ),
    (
        39,
        "-4-0-1-0",
        "Lower is empty or negative: write its seconds, or 0 for none, between the separators, as in 4-0-1-0",
    ),
    (
        39,
        "4--1-0",
        "Pause stretched is empty or negative: write its seconds, or 0 for none, between the separators, as in 4-0-1-0",
    ),
    (
        40,
        "4-X-1-0",
        "Pause stretched cannot be X: write seconds, or 0 for no pause; X and A are for the lower and the lift, as in 3-0-X-0",
    ),
    (
        40,
        "4X10",
        "Pause stretched cannot be X: write seconds, or 0 for no pause; X and A are for the lower and the lift, as in 3-0-X-0",
    ),
    (
        41,
        "401A",
        "Pause contracted cannot be A: write seconds, or 0 for no pause; X and A are for the lower and the lift, as in 3-0-X-0",
    ),
    (
        42,
        "A0A0",
        "There is nothing to pace: write seconds or X for Lower or Lift, as in 4-0-A-0",
    ),
    (
        42,
        "0-0-A-0",
        "There is nothing to pace: write seconds or X for Lower or Lift, as in 4-0-A-0",
    ),
    (
        43,
        "4000",
        "Lift cannot be 0: write seconds, X (explosive) or A (assisted), as in 4-0-1-0 or 4-0-X-0",
    ),
    (
        43,
        "4-0-0-0",
        "Lift cannot be 0: write seconds, X (explosive) or A (assisted), as in 4-0-1-0 or 4-0-X-0",
    ),
    (
        44,
        "0000",
        "Lift cannot be 0: write seconds, X (explosive) or A (assisted), as in 4-0-1-0 or 4-0-X-0",
    ),
    (45, "200-0-1-0", "Lower is over 120 s: write 120 or less"),
    (
        45,
        "4-0-1-9000",
        "Pause contracted is over 120 s: write 120 or less",
    ),
    (
        46,
        "0.1-0-1-0",
        "Lower is under 0.2 s: write 0.2 or more, or 0 for none",
    ),
    (
        46,
        "4-0-1.255-0",
        "Lift is finer than a hundredth of a second: write at most two decimals, as in 1.25",
    ),
    (
        47,
        "four-0-1-0",
        "Lower cannot be \"four\": write seconds in digits, as in 4 or 1.5, X (explosive) or A (assisted)",
    ),
    (
        47,
        "4-0-1-O",
        "Pause contracted has the letter O: write the digit 0",
    ),
    (
        47,
        "4O10",
        "Pause stretched has the letter O: write the digit 0",
    ),
    (
        47,
        "squat",
        "\"squat\" is no tempo: write lower, pause, lift, pause in seconds, as in 4-0-1-0",
    ),
    (
        48,
        "4-2~3-1-0",
        "Pause stretched is a range, 2~3: write one length, as in 2",
    ),
    (
        48,
        "2-4 0 1 0",
        "\"-\" and a blank are mixed: put the same separator between all fields, as in 4-0-1-0; a field is one length, not a range",
    ),
    (
        49,
        "1e3-0-1-0",
        "Lower cannot be \"1e3\": write seconds in digits, as in 4 or 1.5, X (explosive) or A (assisted)",
    ),
    (
        49,
        "inf-0-1-0",
        "Lower cannot be \"inf\": write seconds in digits, as in 4 or 1.5, X (explosive) or A (assisted)",
    ),
    (
        49,
        "4-.5-1-0",
        "Pause stretched cannot be \".5\": write seconds in digits, as in 4 or 1.5, or 0 for no pause",
    ),
    (
        50,
        "4;0;1;0",
        "\";\" does not separate fields: write \"-\" instead, as in 4-0-1-0",
    ),
    (
        51,
        "٤٠١٠",
        "\"٤\" is not one of the digits 0 to 9: write the tempo with these, as in 4-0-1-0",
    ),
    (
        51,
        "٤-0-1-0",
        "\"٤\" is not one of the digits 0 to 9: write the tempo with these, as in 4-0-1-0",
    ),
    (
        52,
        "3-1-1-0 3-1-1-0",
        "These are several tempos: write one, as in 4-0-1-0",
    ),
    (
        52,
        "4010, 3110",
        "\",\" and a blank are mixed: put the same separator between all fields, as in 4-0-1-0; a field is one length, not a range",
    ),
];

#[test]
fn every_accepted_notation_reads_as_its_canonical_form() {
    for (row, input, canonical) in ACCEPTED {
        let read = input.parse::<Tempo>().map(|tempo| tempo.to_string());
        assert_eq!(read.as_deref(), Ok(*canonical), "row {row}: {input:?}");
    }
}

#[test]
fn every_refused_notation_says_what_to_write_instead() {
    for (row, input, message) in REFUSED {
        let error = input.parse::<Tempo>().map_err(|error| error.to_string());
        assert_eq!(error, Err((*message).to_owned()), "row {row}: {input:?}");
    }
}

#[test]
fn the_tables_leave_no_row_out() {
    for row in 1..=52 {
        let rows = ACCEPTED.iter().chain(REFUSED);
        assert!(rows.clone().any(|&(number, ..)| number == row), "row {row}");
    }
}
