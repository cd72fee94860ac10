//! The values that a setting or a flag may take. The file and the command line read the same types, so that both accept the
//! same spellings and nothing invalid passes either edge.

mod heard;
mod signs;

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use clap::ValueEnum;
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};

use crate::training::length;
pub use heard::{Counted, CountedAt, Cues, Level, NoticeList, Volume};
pub use signs::{Bell, Flash, Offset};

/// Which colours are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Bright, to be read from three metres
    #[default]
    Day,
    /// Dark red and amber, for a room with the lights off
    Night,
}

/// How the pacing screen is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// The whole terminal is the bar
    #[default]
    Flood,
    /// A bar beside the digits: few bytes, few colours
    Bar,
}

/// How many pictures a second are drawn at most, 1 to 120.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fps(u8);

impl Fps {
    /// Pictures in a second.
    pub fn per_second(self) -> u8 {
        self.0
    }

    fn from_number(number: i64) -> Result<Self, String> {
        match u8::try_from(number) {
            Ok(per_second @ 1..=120) => Ok(Self(per_second)),
            _ => Err(format!(
                "{number} pictures a second are not possible: write a whole number from 1 to 120"
            )),
        }
    }
}

impl FromStr for Fps {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = text
            .parse()
            .map_err(|_unreadable| "write a whole number from 1 to 120".to_owned())?;
        Self::from_number(number)
    }
}

/// The `fps` setting: a number, or `"auto"` for what suits the terminal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FrameRate {
    /// 60 on this machine, 30 over SSH and on very large terminals.
    #[default]
    Auto,
    /// That many, whatever the terminal.
    Fixed(Fps),
}

impl<'de> Deserialize<'de> for FrameRate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = FrameRate;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("\"auto\" or a whole number from 1 to 120")
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<FrameRate, E> {
                Fps::from_number(number)
                    .map(FrameRate::Fixed)
                    .map_err(E::custom)
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<FrameRate, E> {
                match text {
                    "auto" => Ok(FrameRate::Auto),
                    _ => text.parse().map(FrameRate::Fixed).map_err(E::custom),
                }
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// Samples a second of a sound file, 8,000 to 192,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampleRate(u32);

impl SampleRate {
    /// Samples in a second.
    pub fn hertz(self) -> u32 {
        self.0
    }
}

impl FromStr for SampleRate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.parse() {
            Ok(hertz @ 8_000..=192_000) => Ok(Self(hertz)),
            _ => Err("write samples a second from 8000 to 192000, such as 44100".to_owned()),
        }
    }
}

/// A length of time of at most `LONGEST` seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length<const LONGEST: u64>(Duration);

/// The count-down before a set: up to ten minutes.
pub type LeadIn = Length<600>;
/// The pause between two sets: up to an hour.
pub type Rest = Length<3600>;

impl<const LONGEST: u64> Length<LONGEST> {
    /// A length known when the program is built; longer ones are cut.
    pub const fn of_seconds(seconds: u64) -> Self {
        Self(Duration::from_secs(if seconds < LONGEST {
            seconds
        } else {
            LONGEST
        }))
    }

    /// How long it is.
    pub fn duration(self) -> Duration {
        self.0
    }
}

impl<const LONGEST: u64> FromStr for Length<LONGEST> {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let length = length::read(text).map_err(|error| error.to_string())?;
        let longest = Duration::from_secs(LONGEST);
        if length <= longest {
            Ok(Self(length))
        } else {
            Err(format!(
                "{} is too long here: write {} at most",
                length::clock(length),
                length::clock(longest)
            ))
        }
    }
}

impl<'de, const LONGEST: u64> Deserialize<'de> for Length<LONGEST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<const LONGEST: u64>;
        impl<const LONGEST: u64> Visitor<'_> for Reader<LONGEST> {
            type Value = Length<LONGEST>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a length such as 90 (seconds), \"2m\" or \"2:00\"")
            }
            fn visit_i64<E: de::Error>(self, seconds: i64) -> Result<Self::Value, E> {
                self.visit_str(&seconds.to_string())
            }
            fn visit_f64<E: de::Error>(self, seconds: f64) -> Result<Self::Value, E> {
                self.visit_str(&seconds.to_string())
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// A whole number from 1 to `MOST`: there is always something to do, and a slip of the fingers is noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count<const MOST: u32>(u32);

/// Sets of a preset.
pub type Sets = Count<100>;
/// A week of a programme.
pub type WeekNumber = Count<520>;
/// How often a day.
pub type PerDay = Count<24>;
/// Per cent of a weight, some of which stays.
pub type Percent = Count<99>;

impl<const MOST: u32> Count<MOST> {
    /// The number itself.
    pub fn number(self) -> u32 {
        self.0
    }

    fn from_number(number: i64) -> Result<Self, String> {
        match u32::try_from(number) {
            Ok(count) if (1..=MOST).contains(&count) => Ok(Self(count)),
            _ => Err(format!(
                "{number} is out of range: write a whole number from 1 to {MOST}"
            )),
        }
    }
}

impl<const MOST: u32> FromStr for Count<MOST> {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = text
            .parse()
            .map_err(|_unreadable| format!("write a whole number from 1 to {MOST}"))?;
        Self::from_number(number)
    }
}

impl<'de, const MOST: u32> Deserialize<'de> for Count<MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<const MOST: u32>;
        impl<const MOST: u32> Visitor<'_> for Reader<MOST> {
            type Value = Count<MOST>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a whole number from 1 to {MOST}")
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
                Count::from_number(number).map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_bounded_where_it_is_read() {
        assert_eq!(
            "2m".parse::<Rest>().unwrap().duration(),
            Duration::from_secs(120)
        );
        assert_eq!(
            "11m".parse::<LeadIn>().unwrap_err(),
            "11:00 is too long here: write 10:00 at most"
        );
    }

    #[test]
    fn counts_start_at_one_and_end_where_slips_begin() {
        assert_eq!("8".parse::<PerDay>().unwrap().number(), 8);
        for text in ["0", "101", "-1", "2.5", "many", "99999999999999999999"] {
            assert!(
                text.parse::<Sets>().unwrap_err().contains("from 1 to 100"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_frame_rate_is_from_1_to_120() {
        assert_eq!("60".parse::<Fps>().unwrap().per_second(), 60);
        assert!(
            "0".parse::<Fps>().is_err()
                && "121".parse::<Fps>().is_err()
                && "x".parse::<Fps>().is_err()
        );
    }
}
