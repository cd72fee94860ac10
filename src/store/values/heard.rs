//! Values of what is heard: which layers, how loud, and what a voice counts.

use std::fmt;

use clap::ValueEnum;
use serde::de::{self, Deserializer, SeqAccess, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use crate::training::call::{Counting, Notice, Notices, Turn};

/// Which cues are heard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Cues {
    /// Ticks each second, an accent at every turn-around
    Classic,
    /// The same, and a tone that glides with the handle: falling on the way down, rising on the way up
    Guide,
    /// Ticks, and a voice that says what comes next and counts the reps
    Voice,
    /// Ticks, the tone and the voice
    #[default]
    Full,
}

const SOFTEST: i8 = -48;

/// How loud the cues are, in whole decibels: -48, as soft as the volume keys make it, to 0, full.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Volume(i8);

impl Volume {
    /// The nearest one that exists.
    pub fn nearest(decibels: i8) -> Self {
        Self(decibels.clamp(SOFTEST, 0))
    }

    /// Decibels, 0 or less.
    pub fn decibels(self) -> i8 {
        self.0
    }

    fn from_number(decibels: i64) -> Result<Self, String> {
        match i8::try_from(decibels) {
            Ok(within @ SOFTEST..=0) => Ok(Self(within)),
            _ => Err(format!(
                "{decibels} dB is out of range: write a whole number from -48 (faint) to 0 (full)"
            )),
        }
    }
}

impl<'de> Deserialize<'de> for Volume {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Volume;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number from -48 (faint) to 0 (full)")
            }
            fn visit_i64<E: de::Error>(self, decibels: i64) -> Result<Volume, E> {
                Volume::from_number(decibels).map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// How loud one layer of the sound is: a volume, or `"off"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level(Option<Volume>);

impl Level {
    /// The nearest one that exists; `None` is off.
    pub fn nearest(decibels: Option<i8>) -> Self {
        Self(decibels.map(Volume::nearest))
    }

    /// Decibels, 0 or less; `None` is off.
    pub fn decibels(self) -> Option<i8> {
        self.0.map(Volume::decibels)
    }
}

impl Default for Level {
    fn default() -> Self {
        Self(Some(Volume::default()))
    }
}

impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.decibels() {
            Some(decibels) => serializer.serialize_i8(decibels),
            None => serializer.serialize_str("off"),
        }
    }
}

impl<'de> Deserialize<'de> for Level {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Level;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number from -48 (faint) to 0 (full), or \"off\"")
            }
            fn visit_i64<E: de::Error>(self, decibels: i64) -> Result<Level, E> {
                let volume = Volume::from_number(decibels).map_err(E::custom)?;
                Ok(Level(Some(volume)))
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Level, E> {
                match text {
                    "off" => Ok(Level(None)),
                    _ => Err(E::invalid_value(de::Unexpected::Str(text), &self)),
                }
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// How something is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Counted {
    /// One, two, three.
    Up,
    /// How many are left.
    Down,
    /// Not at all.
    Silent,
}

impl From<Counting> for Counted {
    fn from(counting: Counting) -> Self {
        match counting {
            Counting::Up => Self::Up,
            Counting::Down => Self::Down,
            Counting::Silent => Self::Silent,
        }
    }
}

impl From<Counted> for Counting {
    fn from(counted: Counted) -> Self {
        match counted {
            Counted::Up => Self::Up,
            Counted::Down => Self::Down,
            Counted::Silent => Self::Silent,
        }
    }
}

/// When a rep is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CountedAt {
    /// When it is done.
    #[default]
    End,
    /// When it begins.
    Start,
}

impl From<Turn> for CountedAt {
    fn from(turn: Turn) -> Self {
        match turn {
            Turn::End => Self::End,
            Turn::Start => Self::Start,
        }
    }
}

impl From<CountedAt> for Turn {
    fn from(at: CountedAt) -> Self {
        match at {
            CountedAt::End => Self::End,
            CountedAt::Start => Self::Start,
        }
    }
}

/// What is announced, as a list of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoticeList(Notices);

impl NoticeList {
    /// The notices that are given.
    pub fn notices(self) -> Notices {
        self.0
    }

    /// The name of a notice in the file.
    pub fn name(notice: Notice) -> &'static str {
        match notice {
            Notice::LastRep => "last rep",
            Notice::HalfWay => "half way",
            Notice::ThirtySeconds => "30 s",
            Notice::TenSeconds => "10 s",
            Notice::ThreeTwoOne => "3-2-1",
        }
    }
}

impl Default for NoticeList {
    fn default() -> Self {
        Self(Notices::ALL)
    }
}

impl From<Notices> for NoticeList {
    fn from(notices: Notices) -> Self {
        Self(notices)
    }
}

impl Serialize for NoticeList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Self::name))
    }
}

impl<'de> Deserialize<'de> for NoticeList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = NoticeList;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let names = Notice::ALL.map(|notice| format!("\"{}\"", NoticeList::name(notice)));
                write!(f, "a list of any of {}", names.join(", "))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<NoticeList, A::Error> {
                let mut notices = Vec::new();
                while let Some(name) = names.next_element::<String>()? {
                    let is_meant = |notice: &Notice| NoticeList::name(*notice) == name;
                    let notice = Notice::ALL.into_iter().find(is_meant);
                    notices.push(notice.ok_or_else(|| {
                        de::Error::invalid_value(de::Unexpected::Str(&name), &self)
                    })?);
                }
                Ok(NoticeList(notices.into_iter().collect()))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}
