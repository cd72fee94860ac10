//! The values of the settings that stand in for sound, or set the screen against it.

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};
use std::fmt;

/// When the whole screen flashes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Flash {
    /// Where nothing is heard: in the last three seconds of a rest and where a set ends
    #[default]
    Auto,
    /// There, and wherever a phase begins
    On,
    /// Never
    Off,
}

/// Whether the terminal's bell counts where there is no sound.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Bell {
    /// Where there is no sound, and not over SSH
    #[default]
    Auto,
    /// Never
    Off,
}

/// How much later than the device says the sound is heard, in whole milliseconds from -500 to 500.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Offset(i16);

impl Offset {
    /// The nearest one that exists.
    pub fn nearest(millis: i32) -> Self {
        let most = 500;
        Self(i16::try_from(millis.clamp(-most, most)).unwrap_or_default())
    }

    /// Milliseconds; below zero where it is heard sooner.
    pub fn millis(self) -> i16 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Offset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Offset;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number of milliseconds from -500 to 500")
            }
            fn visit_i64<E: de::Error>(self, millis: i64) -> Result<Offset, E> {
                match i16::try_from(millis) {
                    Ok(within @ -500..=500) => Ok(Offset(within)),
                    _ => Err(E::custom(format!(
                        "{millis} ms is out of range: write a whole number from -500 to 500 (above 0 where the sound comes late)"
                    ))),
                }
            }
        }
        deserializer.deserialize_any(Reader)
    }
}
