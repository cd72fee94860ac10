//! Lengths of time as people write them: `90`, `90s`, `2m`, `2:00`, `1m30s`, `:120`. Rests, lead-ins and the file's keys all
//! read them here, so that one spelling means one thing everywhere.

use std::time::Duration;

/// The longest length that is read; anything longer is a slip of the fingers.
pub const LONGEST: Duration = Duration::from_secs(24 * 3600);

/// Why a text is not a length. Displays as a sentence that says what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LengthError {
    /// Nothing was written.
    #[error("a length is missing: write seconds such as 90, or 2m, or 2:00")]
    Empty,
    /// It is not one of the spellings.
    #[error("`{0}` is not a length: write seconds such as 90, or 90s, 2m, 1m30s, 2:00")]
    Unreadable(String),
    /// `2:75`: in `minutes:seconds` the seconds go up to 59.
    #[error("`{0}` has more than 59 after a colon: write 1m75s, or carry over as in 2:15")]
    Overflow(String),
    /// Over [`LONGEST`].
    #[error("`{0}` is longer than a day: write a length up to 24h")]
    TooLong(String),
}

/// The longest night that is believed, in minutes.
pub const LONGEST_NIGHT_MIN: u16 = 16 * 60;

/// A text that is not the length of a night. Displays as a sentence that says what to write instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("write hours slept as 7:30, 7.5, 7h30m or 8, at most 16")]
pub struct NightError;

/// Reads a length: seconds (`90`, `1.5`, `:120`), units (`90s`, `2m`, `1h5m`, `1m30s`) or colons (`2:00`, `1:02:00`).
///
/// # Errors
/// [`LengthError`], whose sentence says what to write instead.
pub fn read(text: &str) -> Result<Duration, LengthError> {
    let trimmed = text.trim();
    let compact: String = trimmed
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| {
            if c == ',' {
                '.'
            } else {
                c.to_ascii_lowercase()
            }
        })
        .collect();
    let shown = || super::text::visible(trimmed).into_owned();
    if compact.is_empty() {
        return Err(LengthError::Empty);
    }
    let length = match compact.split_once(':') {
        Some(("", seconds)) => seconds_of(seconds),
        Some(_) => colons(&compact, &shown)?,
        None => seconds_of(&compact).or_else(|| units(&compact)),
    };
    let length = length.ok_or_else(|| LengthError::Unreadable(shown()))?;
    if length > LONGEST {
        Err(LengthError::TooLong(shown()))
    } else {
        Ok(length)
    }
}

/// A length as a clock shows it: `0:05`, `2:00`, `1:02:00`; parts of a second are kept only where there are any (`0:01.5`).
pub fn clock(length: Duration) -> String {
    let seconds = length.as_secs();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let part = fraction(length);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{rest:02}{part}")
    } else {
        format!("{minutes}:{rest:02}{part}")
    }
}

/// The length of a night, in minutes, as people write it: `7:30 h`.
pub fn night(minutes: impl Into<u32>) -> String {
    let minutes = minutes.into();
    format!("{}:{:02} h", minutes / 60, minutes % 60)
}

/// Reads the length of a night, in minutes: `7:30`, `7.5`, `7h30`, `7h 30m`, `8`. A number alone is hours, as nobody counts a
/// night in seconds.
///
/// # Errors
/// It is none of these, or longer than [`LONGEST_NIGHT_MIN`].
pub fn read_night(text: &str) -> Result<u16, NightError> {
    let minutes = night_minutes(text).filter(|minutes| *minutes <= LONGEST_NIGHT_MIN);
    minutes.ok_or(NightError)
}

fn night_minutes(text: &str) -> Option<u16> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let compact = compact.to_ascii_lowercase().replace(',', ".");
    let parts = compact.split_once([':', 'h']);
    let (hours, minutes) = match parts {
        Some((hours, rest)) => (
            hours,
            rest.trim_end_matches("min").trim_end_matches(['m', 'h']),
        ),
        None => (compact.as_str(), ""),
    };
    let minutes: u16 = match minutes {
        "" => 0,
        digits => digits.parse().ok().filter(|minutes| *minutes < 60)?,
    };
    let (whole, part) = hours.split_once('.').unwrap_or((hours, ""));
    let hours: u16 = whole.parse().ok().filter(|hours| *hours < 100)?;
    let tenths: u16 = match (part.len(), parts) {
        (0, _) => 0,
        // Half an hour and a quarter are written so; with a colon behind it nobody knows what it means.
        (1 | 2, None) => format!("{part:0<2}").parse().ok()?,
        _ => return None,
    };
    Some(hours * 60 + tenths * 60 / 100 + minutes)
}

/// A length as people write it in a line: seconds below a minute (`45s`), else as on a clock (`2:00`).
pub fn short(length: Duration) -> String {
    if length < Duration::from_secs(60) {
        format!("{}s", seconds(length))
    } else {
        clock(length)
    }
}

/// A length in seconds, in as few digits as say it exactly: `40`, `1.5`.
pub fn seconds(length: Duration) -> String {
    format!("{}{}", length.as_secs(), fraction(length))
}

fn fraction(length: Duration) -> String {
    let digits = format!(".{:09}", length.subsec_nanos());
    digits
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

fn colons(compact: &str, shown: &dyn Fn() -> String) -> Result<Option<Duration>, LengthError> {
    let mut total = Duration::ZERO;
    let mut places = 0;
    for field in compact.split(':') {
        let Some(value) = seconds_of(field) else {
            return Ok(None);
        };
        if places > 0 && value >= Duration::from_secs(60) {
            return Err(LengthError::Overflow(shown()));
        }
        if total > LONGEST {
            return Err(LengthError::TooLong(shown()));
        }
        total = total * 60 + value;
        places += 1;
    }
    Ok((places <= 3).then_some(total))
}

/// `1h5m`, `2min`, `1m30s`: each unit once, the larger before the smaller; the last may be left out (`1m30`).
fn units(compact: &str) -> Option<Duration> {
    let mut total = Duration::ZERO;
    let mut smallest = u64::MAX;
    let mut rest = compact;
    while !rest.is_empty() {
        let digits = rest
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(rest.len());
        let (number, after) = rest.split_at_checked(digits)?;
        let letters = after
            .find(|c: char| !c.is_ascii_lowercase())
            .unwrap_or(after.len());
        let (unit, next) = after.split_at_checked(letters)?;
        let scale = match unit {
            "h" => 3600,
            "m" | "min" => 60,
            "s" | "sec" => 1,
            "" if smallest == 60 && next.is_empty() => 1,
            _ => return None,
        };
        if scale >= smallest {
            return None;
        }
        smallest = scale;
        total = total.checked_add(seconds_of(number)?.checked_mul(u32::try_from(scale).ok()?)?)?;
        rest = next;
    }
    Some(total)
}

/// A plain number of seconds with at most nine places, counted in nanoseconds so that nothing is rounded.
fn seconds_of(text: &str) -> Option<Duration> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let plain = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if !plain(whole) || !plain(part) || whole.len() > 9 || part.len() > 9 {
        return None;
    }
    Some(Duration::new(
        whole.parse().ok()?,
        format!("{part:0<9}").parse().ok()?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_usual_spelling_of_a_length_is_read() {
        for (text, milliseconds) in [
            ("90", 90_000),
            ("90s", 90_000),
            ("1m30s", 90_000),
            ("1m30", 90_000),
            ("1:30", 90_000),
            (":90", 90_000),
            ("2m", 120_000),
            ("2:00", 120_000),
            (":120", 120_000),
            ("2 min", 120_000),
            (" 2 M ", 120_000),
            ("1.5", 1_500),
            ("1,5s", 1_500),
            ("0", 0),
            ("0s", 0),
            ("0:00.5", 500),
            ("1:02:03", 3_723_000),
            ("1h5m", 3_900_000),
            ("1.5m", 90_000),
            ("24h", 86_400_000),
        ] {
            assert_eq!(
                read(text),
                Ok(Duration::from_millis(milliseconds)),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_not_a_length_is_refused_with_what_to_write() {
        for text in [
            "", "soon", "-5", "1m2m", "30s1m", "1:2:3:4", "1e3", "inf", "٣", "5 x", ".", "1..5",
            ":", "2:", "1m30x",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
        assert!(
            read("2mm")
                .unwrap_err()
                .to_string()
                .contains("write seconds such as 90")
        );
        assert!(matches!(read("2:75"), Err(LengthError::Overflow(_))));
        assert!(matches!(read("25h"), Err(LengthError::TooLong(_))));
        assert!(matches!(
            read("999999999:59:59"),
            Err(LengthError::TooLong(_))
        ));
        assert!(
            !read("\u{1b}[2J")
                .unwrap_err()
                .to_string()
                .contains('\u{1b}')
        );
    }

    #[test]
    fn a_length_is_shown_as_a_clock_and_as_seconds() {
        assert_eq!(clock(Duration::from_secs(120)), "2:00");
        assert_eq!(clock(Duration::from_millis(1_500)), "0:01.5");
        assert_eq!(clock(Duration::from_secs(3_725)), "1:02:05");
        assert_eq!(seconds(Duration::from_secs(40)), "40");
        assert_eq!(seconds(Duration::from_millis(1_250)), "1.25");
    }

    #[test]
    fn a_night_is_read_as_people_write_it() {
        for (written, minutes) in [
            ("7:30", 450),
            ("7.5", 450),
            ("7,25", 435),
            ("7:30 h", 450),
            ("7h30", 450),
            ("7h30m", 450),
            ("7h 30m", 450),
            ("8", 480),
            ("8h", 480),
            ("16", 960),
        ] {
            assert_eq!(read_night(written), Ok(minutes), "{written}");
        }
        for wrong in ["", "long", "7:75", "7.5:30", "7.555", ":30", "16:01", "450"] {
            assert_eq!(read_night(wrong), Err(NightError), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn reading_what_was_shown_gives_the_same_length(nanoseconds in 0..86_400_000_000_000_u64) {
            let length = Duration::from_nanos(nanoseconds);
            prop_assert_eq!(read(&clock(length)), Ok(length));
            prop_assert_eq!(read(&seconds(length)), Ok(length));
        }

        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = read(&text);
        }
    }
}
