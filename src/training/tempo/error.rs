//! Why a text or four numbers are no tempo: each error names the field and says what to write instead.

use super::Field;

/// How much of what was typed an error repeats: enough to find it, not a whole paste.
const ECHO_CHARS: usize = 24;

/// Why something is no tempo.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TempoError {
    /// There is nothing but blanks or a prefix.
    #[error("The tempo is empty: write lower, pause, lift, pause in seconds, as in 4-0-1-0")]
    Empty,
    /// `4`, `2.5`, `X`.
    #[error("{text} alone is no tempo: write lower, pause, lift, pause in seconds, as in 4-0-1-0")]
    OneField {
        /// What was written.
        text: String,
    },
    /// `41`: forty-one, or four and one?
    #[error(
        "{text} can be read in two ways: for lower {lower} and lift {lift} write {lower}:{lift} or {lower}-0-{lift}-0"
    )]
    TwoCharacters {
        /// What was written.
        text: String,
        /// The first character.
        lower: String,
        /// The second character.
        lift: String,
    },
    /// `10010`: more than four characters, and nothing says where a field ends.
    #[error(
        "{text} can be read in several ways: put a separator between the fields, as in 10-0-1-0"
    )]
    Ambiguous {
        /// What was written.
        text: String,
    },
    /// A word, or anything else.
    #[error("\"{text}\" is no tempo: write lower, pause, lift, pause in seconds, as in 4-0-1-0")]
    Unreadable {
        /// What was written.
        text: String,
    },
    /// `4-0/1-0`.
    #[error(
        "{} and {} are mixed: put the same separator between all fields, as in 4-0-1-0; a field is one length, not a range",
        separator_name(*.first), separator_name(*.second)
    )]
    MixedSeparators {
        /// One of them.
        first: char,
        /// The other.
        second: char,
    },
    /// `4;0;1;0`.
    #[error("{} does not separate fields: write \"-\" instead, as in 4-0-1-0", separator_name(*.found))]
    UnknownSeparator {
        /// The character.
        found: char,
    },
    /// `4-0-1-0-2`.
    #[error("{count} fields are too many: write four, lower, pause, lift, pause, as in 4-0-1-0")]
    TooManyFields {
        /// How many there are.
        count: usize,
    },
    /// `3-1-1-0 3-1-1-0`.
    #[error("These are several tempos: write one, as in 4-0-1-0")]
    SeveralTempos,
    /// `4--1-0`, `-4-0-1-0`.
    #[error(
        "{field} is empty or negative: write its seconds, or 0 for none, between the separators, as in 4-0-1-0"
    )]
    EmptyField {
        /// Where.
        field: Field,
    },
    /// `4-X-1-0`, `401A`.
    #[error(
        "{field} cannot be {letter}: write seconds, or 0 for no pause; X and A are for the lower and the lift, as in 3-0-X-0"
    )]
    PauseIsTimed {
        /// Where.
        field: Field,
        /// X or A.
        letter: char,
    },
    /// `4-0-0-0`.
    #[error(
        "Lift cannot be 0: write seconds, X (explosive) or A (assisted), as in 4-0-1-0 or 4-0-X-0"
    )]
    LiftZero,
    /// `A0A0`, `0-0-A-0`.
    #[error("There is nothing to pace: write seconds or X for Lower or Lift, as in 4-0-A-0")]
    NothingToPace,
    /// `200-0-1-0`.
    #[error("{field} is over 120 s: write 120 or less")]
    TooLong {
        /// Where.
        field: Field,
    },
    /// `0.1-0-1-0`.
    #[error("{field} is under 0.2 s: write 0.2 or more, or 0 for none")]
    TooShort {
        /// Where.
        field: Field,
    },
    /// `1.255-0-1-0`.
    #[error(
        "{field} is finer than a hundredth of a second: write at most two decimals, as in 1.25"
    )]
    TooFine {
        /// Where.
        field: Field,
    },
    /// A negative number in the named form.
    #[error("{field} is negative: write 0 or more seconds")]
    Negative {
        /// Where.
        field: Field,
    },
    /// `four-0-1-0`.
    #[error("{field} cannot be \"{text}\": write seconds in digits, as in 4 or 1.5{}", letters_allowed(*.field))]
    NotANumber {
        /// Where.
        field: Field,
        /// What was written.
        text: String,
    },
    /// `4-0-1-O`.
    #[error("{field} has the letter O: write the digit 0")]
    LetterForZero {
        /// Where.
        field: Field,
    },
    /// `4-2~3-1-0`.
    #[error("{field} is a range, {text}: write one length, as in 2")]
    Range {
        /// Where.
        field: Field,
        /// What was written.
        text: String,
    },
    /// `٤٠١٠`.
    #[error(
        "\"{digit}\" is not one of the digits 0 to 9: write the tempo with these, as in 4-0-1-0"
    )]
    ForeignDigit {
        /// The character.
        digit: char,
    },
}

/// Makes what was typed fit to stand in an error: short, and without characters that a terminal obeys.
pub(super) fn echo(text: &str) -> String {
    let mut shown: String = text
        .chars()
        .take(ECHO_CHARS)
        .map(|c| {
            if c.is_control() {
                char::REPLACEMENT_CHARACTER
            } else {
                c
            }
        })
        .collect();
    if text.chars().nth(ECHO_CHARS).is_some() {
        shown.push('…');
    }
    shown
}

/// Names a character that is hard to see or unsafe to print.
fn separator_name(separator: char) -> String {
    if separator.is_whitespace() {
        "a blank".to_owned()
    } else {
        format!("\"{}\"", echo(separator.encode_utf8(&mut [0; 4])))
    }
}

/// The letters are worth a mention only where they are allowed.
const fn letters_allowed(field: Field) -> &'static str {
    match field {
        Field::Lower | Field::Lift => ", X (explosive) or A (assisted)",
        Field::PauseStretched | Field::PauseContracted => ", or 0 for no pause",
    }
}
