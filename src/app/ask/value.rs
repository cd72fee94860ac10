//! What can be asked, and what an answer can be: limits, steps, and the words for both.

use super::typed;
use crate::training::evidence::Topic;
use crate::training::journal::{Answer, Load, Mass, Sign, Unit};
use crate::training::length::night;
use crate::training::region::Region;
use std::fmt;

/// The most reps left that can be said. People are off by about one (Halperin 2022), and by more the more are left: far from
/// failure it is a guess. Our own choice.
const MOST_LEFT: u32 = 10;
/// A night that is believed, in minutes.
const LONGEST_NIGHT_MIN: u16 = 16 * 60;
/// A step of a night, in minutes.
const NIGHT_STEP_MIN: u16 = 15;

/// Something that is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ask {
    /// Reps done, of so many that were planned.
    Reps {
        /// The most that can have been done.
        planned: u32,
    },
    /// How heavy.
    Load,
    /// Reps left.
    Reserve,
    /// Reps in which the tempo broke.
    Broke {
        /// How many reps there were.
        of: u32,
    },
    /// How hard the session was.
    Effort,
    /// The worst pain during it.
    WorstPain,
    /// The pain now.
    PainAfter,
    /// How sore a region is.
    Soreness(Region),
    /// Pain in a joint or a tendon.
    JointPain,
    /// How the night was.
    Sleep,
    /// How long it was.
    Slept,
    /// How recovered somebody feels.
    Recovery,
    /// Whether something stops training.
    Sign,
    /// Body weight.
    Weight,
    /// Whether the day's protein was eaten.
    Protein,
    /// Which region is to be asked about, too.
    Another,
    /// A note.
    Note,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A number on a scale, or of reps.
    Number(u32),
    /// Reps by their numbers, ascending.
    Reps(Vec<u32>),
    /// A load.
    Load(Load),
    /// A weight.
    Mass(Mass),
    /// A length of a night, in minutes.
    Minutes(u16),
    /// One of the signs.
    Sign(Sign),
    /// Yes or no.
    Tick(bool),
    /// A region of the body.
    Region(Region),
    /// Words.
    Text(String),
}

impl Value {
    /// The number, if it is one.
    pub fn number(&self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Reps(reps) => f.write_str(&typed::list(reps)),
            Self::Load(load) => load.fmt(f),
            Self::Mass(mass) => mass.fmt(f),
            Self::Minutes(minutes) => f.write_str(&night(*minutes)),
            Self::Sign(sign) => f.write_str(sign.words()),
            Self::Tick(true) => f.write_str("yes"),
            Self::Tick(false) => f.write_str("no"),
            Self::Region(region) => f.write_str(region.words()),
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl Ask {
    /// The question in a few words.
    pub fn title(self) -> String {
        match self {
            Self::Reps { .. } => "Reps done".to_owned(),
            Self::Load => "Load".to_owned(),
            Self::Reserve => "Reps left".to_owned(),
            Self::Broke { .. } => "Tempo broke in rep".to_owned(),
            Self::Effort => "How hard was it".to_owned(),
            Self::WorstPain => "Worst pain during".to_owned(),
            Self::PainAfter => "Pain now".to_owned(),
            Self::Soreness(region) => format!("Soreness, {}", region.words()),
            Self::JointPain => "Joint or tendon pain".to_owned(),
            Self::Sleep => "Sleep quality".to_owned(),
            Self::Slept => "Hours slept".to_owned(),
            Self::Recovery => "Recovery".to_owned(),
            Self::Sign => "Warning signs".to_owned(),
            Self::Weight => "Body weight".to_owned(),
            Self::Protein => "Protein eaten".to_owned(),
            Self::Another => "Another region".to_owned(),
            Self::Note => "Note".to_owned(),
        }
    }

    /// What the ends of its scale mean, or how it is written.
    pub fn scale(self) -> &'static str {
        match self {
            Self::Reps { .. } => "as counted",
            Self::Load => "60, 24 per hand, bw+10, band red",
            Self::Reserve => "how many more you could have done",
            Self::Broke { .. } => "their numbers: 3 7",
            Self::Effort => "0 rest · 5 hard · 10 maximal",
            Self::WorstPain | Self::PainAfter | Self::Soreness(_) | Self::JointPain => {
                "0 none · 10 worst imaginable"
            }
            Self::Sleep => "0 terrible · 10 excellent",
            Self::Slept => "7:30, 7.5 or 8",
            Self::Recovery => "0 very poorly · 10 very well recovered",
            Self::Sign => "0 none · Right for the others",
            Self::Weight => "80 kg, 176 lb; optional",
            Self::Protein => "enough for the day; optional",
            Self::Another => "Left and Right choose, Enter asks",
            Self::Note => "in your own words",
        }
    }

    /// Where the question comes from; nothing where it explains itself.
    pub fn topic(self) -> Option<Topic> {
        match self {
            Self::Load => Some(Topic::Progress),
            Self::Reserve => Some(Topic::Reserve),
            Self::Effort => Some(Topic::Effort),
            Self::WorstPain | Self::PainAfter | Self::JointPain => Some(Topic::Pain),
            Self::Soreness(_) | Self::Another => Some(Topic::Soreness),
            Self::Sleep | Self::Slept => Some(Topic::Sleep),
            Self::Recovery => Some(Topic::Recovery),
            Self::Sign => Some(Topic::Stop),
            Self::Weight | Self::Protein => Some(Topic::Protein),
            Self::Broke { .. } => Some(Topic::Tempo),
            Self::Reps { .. } | Self::Note => None,
        }
    }

    /// The highest number that can be typed; `None` where the answer is no number.
    pub(super) fn most(self) -> Option<u32> {
        match self {
            Self::Reps { planned } => Some(planned),
            Self::Reserve => Some(MOST_LEFT),
            Self::Effort
            | Self::WorstPain
            | Self::PainAfter
            | Self::Soreness(_)
            | Self::JointPain
            | Self::Sleep
            | Self::Recovery => Some(10),
            Self::Broke { .. }
            | Self::Load
            | Self::Slept
            | Self::Sign
            | Self::Weight
            | Self::Protein
            | Self::Another
            | Self::Note => None,
        }
    }

    /// Whether it is written in a field.
    pub(super) fn is_written(self) -> bool {
        matches!(
            self,
            Self::Broke { .. } | Self::Load | Self::Slept | Self::Weight | Self::Note
        )
    }

    /// What stands in its field when that is opened.
    pub(super) fn written(answer: &Answer<Value>) -> String {
        answer.value().map(Value::to_string).unwrap_or_default()
    }

    /// Reads what was written.
    pub(super) fn read(self, text: &str, unit: Unit) -> Result<Value, String> {
        match self {
            Self::Load => Load::read(text, unit)
                .map(Value::Load)
                .map_err(|error| error.to_string()),
            Self::Broke { of } => typed::reps(text, of).map(Value::Reps).ok_or_else(|| {
                format!("Write the numbers of reps from 1 to {of}, such as 3 7; or nothing")
            }),
            Self::Weight => typed::weight(text, unit).map(Value::Mass),
            Self::Slept => typed::night(text)
                .filter(|minutes| *minutes <= LONGEST_NIGHT_MIN)
                .map(Value::Minutes)
                .ok_or_else(|| "Write hours slept as 7:30, 7.5 or 8, at most 16".to_owned()),
            _ => Ok(Value::Text(text.trim().to_owned())),
        }
    }

    /// The answer a step further; `None` where there is nothing to step.
    pub(super) fn stepped(self, answer: &Answer<Value>, by: i32, unit: Unit) -> Option<Value> {
        if let Some(most) = self.most() {
            let now = answer.value().and_then(Value::number);
            // The first step of an open question goes to the nearer end.
            let next = match now {
                None if by > 0 => 0,
                None => most,
                Some(now) => now.saturating_add_signed(by).min(most),
            };
            return Some(Value::Number(next));
        }
        match (self, answer.value()) {
            (Self::Load, Some(Value::Load(load))) => typed::next_load(load, by).map(Value::Load),
            (Self::Weight, Some(Value::Mass(mass))) => {
                typed::next_weight(*mass, by).map(Value::Mass)
            }
            (Self::Weight, None) => {
                let usual = match unit {
                    Unit::Kg => 75_000,
                    Unit::Lb => 165_000,
                };
                Mass::new(usual, unit).map(Value::Mass)
            }
            (Self::Slept, now) => {
                let now = match now {
                    Some(Value::Minutes(minutes)) => *minutes,
                    _ => 8 * 60 - NIGHT_STEP_MIN,
                };
                let next = if by > 0 {
                    now.saturating_add(NIGHT_STEP_MIN)
                } else {
                    now.saturating_sub(NIGHT_STEP_MIN)
                };
                Some(Value::Minutes(next.min(LONGEST_NIGHT_MIN)))
            }
            (Self::Sign, now) => {
                let now = match now {
                    Some(Value::Sign(sign)) => Sign::ALL.iter().position(|one| one == sign),
                    _ => None,
                };
                let next = now.map_or(0, |now| now.saturating_add_signed(by.signum() as isize));
                let last = Sign::ALL.len() - 1;
                Sign::ALL.get(next.min(last)).copied().map(Value::Sign)
            }
            (Self::Protein, now) => Some(Value::Tick(now != Some(&Value::Tick(true)))),
            _ => None,
        }
    }
}
