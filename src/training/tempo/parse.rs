//! Reads the notations that lifters, programmes and papers use, and refuses what can be read in two ways.
//!
//! ```text
//! tempo     = [ "@" | "tempo" [ ":" | "=" ] ] ( compact | separated )
//! compact   = three or four of: digit, X, A
//! separated = two to four fields, one and the same separator between them
//! separator = "-" "/" ":" "|" "_" blanks; "." or "," where there are two or more and nothing else separates
//! field     = number [ "s" ] | X | A
//! number    = one to three digits [ "." or "," and one or two digits ]
//! ```

use std::time::Duration;

use unicode_normalization::UnicodeNormalization;

use super::error::echo;
use super::{Field, Pace, Tempo, TempoError};

/// What separates fields wherever it stands. A point or a comma may also be a decimal's, a blank may be padding.
const MARKS: [char; 5] = ['-', '/', ':', '|', '_'];
const POINTS: [char; 2] = ['.', ','];

const FOUR: [Field; 4] = [
    Field::Lower,
    Field::PauseStretched,
    Field::Lift,
    Field::PauseContracted,
];
const TWO: [Field; 2] = [Field::Lower, Field::Lift];

const NOTE_THREE: &str =
    "Three fields are read as lower, pause stretched, lift: no pause contracted.";
const NOTE_TWO: &str = "Two fields are read as lower and lift: no pauses.";
const NOTE_POINTS: &str =
    "Points and commas are read as separators here: write decimals as in 2.5-0-1-0.";

/// A tempo and what the reader took for granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The tempo.
    pub tempo: Tempo,
    /// Says how a text was read that another person may mean otherwise.
    pub note: Option<&'static str>,
}

/// Reads a tempo in any of the notations at the top of this file, and says so where it had to choose.
///
/// # Errors
/// The text breaks the grammar, or a rule of [`Tempo::new`].
pub fn read(text: &str) -> Result<Reading, TempoError> {
    let text = normalized(text);
    let body = without_prefix(&text);
    read_body(body).map_err(|error| {
        if is_several(body) {
            TempoError::SeveralTempos
        } else {
            error
        }
    })
}

/// Brings look-alikes to one form: full-width digits, the multiplication sign, and every dash.
fn normalized(text: &str) -> String {
    text.nfkc()
        .map(|c| match c {
            '×' => 'X',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            _ => c,
        })
        .collect()
}

fn without_prefix(text: &str) -> &str {
    let text = text.trim();
    if let Some(body) = text.strip_prefix('@') {
        return body.trim_start();
    }
    match text.split_at_checked("tempo".len()) {
        Some((word, body)) if word.eq_ignore_ascii_case("tempo") => {
            let body = body.trim_start();
            body.strip_prefix([':', '=']).unwrap_or(body).trim_start()
        }
        _ => text,
    }
}

fn read_body(body: &str) -> Result<Reading, TempoError> {
    if body.is_empty() {
        return Err(TempoError::Empty);
    }
    if let Some(digit) = body.chars().find(|c| c.is_numeric() && !c.is_ascii_digit()) {
        return Err(TempoError::ForeignDigit { digit });
    }
    if let Some(found) = body.chars().find(|&c| !may_stand_in_a_tempo(c)) {
        return Err(TempoError::UnknownSeparator { found });
    }
    let Some(separator) = separator(body)? else {
        return compact(body);
    };
    let reading = assembled(&split(body, separator)?)?;
    let note = POINTS.contains(&separator).then_some(NOTE_POINTS);
    Ok(Reading {
        note: reading.note.or(note),
        ..reading
    })
}

/// Letters and `~` belong to no tempo, but the error about them is another one than that about a separator.
fn may_stand_in_a_tempo(c: char) -> bool {
    c.is_alphanumeric()
        || c.is_whitespace()
        || MARKS.contains(&c)
        || POINTS.contains(&c)
        || c == '~'
}

/// Whether each of several words is a tempo of its own.
fn is_several(body: &str) -> bool {
    let mut words = body
        .split_whitespace()
        .map(|word| read_body(without_prefix(word)).is_ok());
    words.next() == Some(true) && words.next() == Some(true) && words.all(|is_tempo| is_tempo)
}

/// Finds the one separator; none means that the characters themselves are the fields.
fn separator(body: &str) -> Result<Option<char>, TempoError> {
    let mut marks = body.chars().filter(|c| MARKS.contains(c));
    if let Some(first) = marks.next() {
        return match marks.find(|&c| c != first) {
            Some(second) => Err(TempoError::MixedSeparators { first, second }),
            None => Ok(Some(first)),
        };
    }
    match point_separator(body)? {
        Some(point) => Ok(Some(point)),
        None => Ok(body.contains(char::is_whitespace).then_some(' ')),
    }
}

/// Finds out whether points or commas separate the fields, or belong to decimals.
fn point_separator(body: &str) -> Result<Option<char>, TempoError> {
    let mut points = body.chars().filter(|c| POINTS.contains(c));
    let Some(first) = points.next() else {
        return Ok(None);
    };
    let count = body.matches(first).count();
    let has_blank = body.contains(char::is_whitespace);
    // "4, 0, 1, 0" separates by commas, "1,5 0 1,5 0" by blanks.
    let is_beside_blank = body.split(first).any(|part| part.trim() != part);
    match points.find(|&c| c != first) {
        Some(second) if !has_blank => Err(TempoError::MixedSeparators { first, second }),
        None if count >= 2 && (is_beside_blank || !has_blank) => Ok(Some(first)),
        _ if is_beside_blank => Err(TempoError::MixedSeparators { first, second: ' ' }),
        _ => Ok(None),
    }
}

fn split(body: &str, separator: char) -> Result<Vec<&str>, TempoError> {
    if separator == ' ' {
        return Ok(body.split_whitespace().collect());
    }
    let fields: Vec<&str> = body.split(separator).map(str::trim).collect();
    if fields
        .iter()
        .any(|field| field.contains(char::is_whitespace))
    {
        return Err(TempoError::MixedSeparators {
            first: separator,
            second: ' ',
        });
    }
    Ok(fields)
}

/// Reads a text without separators, where each character is a field.
fn compact(body: &str) -> Result<Reading, TempoError> {
    let is_unit = |c: char| c.is_ascii_digit() || matches!(c, 'X' | 'x' | 'A' | 'a');
    let fields: Vec<&str> = body.split("").filter(|field| !field.is_empty()).collect();
    let text = || echo(body);
    let is_compact = body.chars().all(is_unit);
    match *fields.as_slice() {
        [lower, lift] if is_compact && assembled(&fields).is_ok() => {
            Err(TempoError::TwoCharacters {
                text: text(),
                lower: echo(lower),
                lift: echo(lift),
            })
        }
        [_] | [_, _] if is_compact => Err(TempoError::OneField { text: text() }),
        [_, _, _] | [_, _, _, _] if is_compact => assembled(&fields),
        _ if is_compact => Err(TempoError::Ambiguous { text: text() }),
        _ if seconds(Field::Lower, body).is_ok() => Err(TempoError::OneField { text: text() }),
        // A slip of the finger in a tempo, as against a word that is no tempo at all.
        [_, _, _] | [_, _, _, _] if body.starts_with(is_unit) && !body.contains(POINTS) => {
            assembled(&fields)
        }
        _ => Err(TempoError::Unreadable { text: text() }),
    }
}

/// Gives each text its place. Two fields are lower and lift; of three, the pause contracted is left out.
fn assembled(fields: &[&str]) -> Result<Reading, TempoError> {
    let (places, note): (&[Field], _) = match fields.len() {
        2 => (&TWO, Some(NOTE_TWO)),
        3 => (&FOUR, Some(NOTE_THREE)),
        4 => (&FOUR, None),
        _ if fields.first() == Some(&"") => {
            return Err(TempoError::EmptyField {
                field: Field::Lower,
            });
        }
        count => return Err(TempoError::TooManyFields { count }),
    };
    let (mut lower, mut lift) = (Pace::Timed(Duration::ZERO), Pace::Timed(Duration::ZERO));
    let (mut stretched, mut contracted) = (Duration::ZERO, Duration::ZERO);
    for (&place, text) in places.iter().zip(fields) {
        match place {
            Field::Lower => lower = pace(place, text)?,
            Field::PauseStretched => stretched = pause(place, text)?,
            Field::Lift => lift = pace(place, text)?,
            Field::PauseContracted => contracted = pause(place, text)?,
        }
    }
    let tempo = Tempo::new(lower, stretched, lift, contracted)?;
    Ok(Reading { tempo, note })
}

/// Reads a moving phase. Its limits are checked by [`Tempo::new`].
pub(super) fn pace(field: Field, text: &str) -> Result<Pace, TempoError> {
    match text {
        "X" | "x" => Ok(Pace::Explosive),
        "A" | "a" => Ok(Pace::Assisted),
        _ => seconds(field, text).map(Pace::Timed),
    }
}

/// Reads a pause. Its limits are checked by [`Tempo::new`].
pub(super) fn pause(field: Field, text: &str) -> Result<Duration, TempoError> {
    let cannot_be = |letter| TempoError::PauseIsTimed { field, letter };
    match text {
        "X" | "x" => Err(cannot_be('X')),
        "A" | "a" => Err(cannot_be('A')),
        _ => seconds(field, text),
    }
}

/// Reads a number of seconds, exactly: a binary fraction never takes part.
fn seconds(field: Field, text: &str) -> Result<Duration, TempoError> {
    if text.is_empty() {
        return Err(TempoError::EmptyField { field });
    }
    let number = text.strip_suffix(['s', 'S']).unwrap_or(text);
    let (whole, decimals) = number.split_once(POINTS).unwrap_or((number, "0"));
    let (Some(whole_seconds), Some(decimal_value)) = (digits(whole), digits(decimals)) else {
        return Err(not_a_number(field, text));
    };
    if whole.len() > 3 {
        return Err(TempoError::TooLong { field });
    }
    let hundredths = match decimals.len() {
        1 => decimal_value * 10,
        2 => decimal_value,
        _ => return Err(TempoError::TooFine { field }),
    };
    Ok(Duration::from_secs(whole_seconds) + Duration::from_millis(hundredths * 10))
}

/// The value of ASCII digits; beyond any tempo's length it saturates.
fn digits(text: &str) -> Option<u64> {
    if text.is_empty() {
        return None;
    }
    text.chars().try_fold(0_u64, |value, c| {
        let digit = c.to_digit(10)?;
        Some(value.saturating_mul(10).saturating_add(u64::from(digit)))
    })
}

/// Finds the most helpful thing to say about a field that is no number.
fn not_a_number(field: Field, text: &str) -> TempoError {
    let with_zeros = text.replace(['O', 'o'], "0");
    if text.starts_with('-') {
        TempoError::Negative { field }
    } else if with_zeros != text && seconds(field, &with_zeros).is_ok() {
        TempoError::LetterForZero { field }
    } else if text.contains('~') {
        TempoError::Range {
            field,
            text: echo(text),
        }
    } else {
        TempoError::NotANumber {
            field,
            text: echo(text),
        }
    }
}
