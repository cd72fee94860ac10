//! The words of the advice. They describe what was entered and leave the decision to whoever trains; none of them claims to
//! measure recovery or to predict anything.

use super::{Advice, Baseline, Missing, Note, Subject, Unusual, Verdict};
use crate::training::history::{Lifted, day};
use crate::training::journal::Sign;
use std::fmt;

/// Stands under every suggestion.
pub const FOOTER: &str = "A rule of thumb from your own entries. It does not diagnose, predict injury or measure recovery. How you feel on the day beats the number.";

/// Stands under STOP: when somebody else should look at it.
pub const STOP_TEXT: [&str; 3] = [
    "If there is sudden or sharp pain, swelling, numbness, strength lost in one limb, fever or dizziness, or pain that stays at 6 or more, see a doctor.",
    "Chest pain: call for emergency help.",
    "Severe swelling, weakness and dark urine in the days after hard or unaccustomed work can be muscle that breaks down (rhabdomyolysis): go to emergency care at once.",
];

pub(super) const NOTHING: &str = "Nothing calls for a change.";
pub(super) const IN_INTRO: &str =
    "These are the first two weeks of a slow lowering, or of coming back to it.";
pub(super) const SPARE_TWICE: &str = "Two reps to spare in the last set, twice in a row.";
pub(super) const REPS_LEFT: &str = "Two or more reps were left in the last set.";
pub(super) const FEW_UNUSUAL: &str = "Fewer than two answers are unusual for you.";

/// What the verdict says.
pub fn sentence(advice: &Advice) -> &'static str {
    match advice.verdict {
        Verdict::Stop => stop(advice.sign),
        Verdict::BackOff => {
            "Many lifters would do about half today, or go lighter, or train another part of the body, or rest. You decide."
        }
        Verdict::Hold => "Repeat last time.",
        Verdict::Progress => {
            "You hit the target with two reps to spare twice, and you report little soreness. If you wish: +1 rep per set, or the smallest plate (2–5 %), or +1 s lowering: one of them."
        }
        Verdict::None => "No suggestion: nothing was entered today.",
    }
}

/// What comes first at STOP: what the sign calls for (domain: recovery, "a rule that can be defended", and exertional
/// rhabdomyolysis).
fn stop(sign: Option<Sign>) -> &'static str {
    match sign {
        Some(Sign::ChestPain) => "Call for emergency help now. Do not train.",
        Some(Sign::DarkUrine) => "Go to emergency care now. Do not train.",
        Some(Sign::Fever | Sign::Dizziness) => "Do not train today. If it lasts, see a doctor.",
        Some(Sign::Numbness | Sign::Swelling | Sign::SharpPain) => {
            "Do not train this area now, and see a doctor."
        }
        Some(Sign::None) | None => "Do not train this area now.",
    }
}

/// `You report sleep quality 3 (usually 7.1) and recovery 4 (usually 7.0), which is unusual for you.`
pub(super) fn unusual_for_you(unusual: &[Unusual]) -> String {
    let words: Vec<String> = unusual.iter().map(Unusual::to_string).collect();
    format!("You report {}, which is unusual for you.", listed(&words))
}

/// `a`, `a and b`, `a, b and c`.
fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

impl fmt::Display for Unusual {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} (usually {:.1})",
            self.item.words(),
            self.today,
            self.usual
        )
    }
}

impl Baseline {
    /// Where it is, as long as it is not ready.
    pub fn words(self) -> Option<String> {
        let (entries, enough) = self.entries();
        match self {
            Self::Ready(_) => None,
            Self::New(_) => Some(format!(
                "No personal baseline yet ({entries} of {enough} entries)."
            )),
            Self::Rebuilding(_) => Some(format!("Baseline rebuilding, {entries} of {enough}.")),
        }
    }
}

impl Missing {
    /// What was not answered.
    pub fn words(self, subject: &Subject) -> String {
        match self {
            Self::Sign => "signs that stop training".to_owned(),
            Self::Soreness(region) => format!("soreness, {}", region.words()),
            Self::AnySoreness => "soreness".to_owned(),
            Self::JointPain => "joint or tendon pain".to_owned(),
            Self::Sleep => "sleep quality".to_owned(),
            Self::Recovery => "recovery".to_owned(),
            Self::PainDuring(on) => format!("worst pain during the session of {}", day(on)),
            Self::PainAfter(on) => format!("pain after the session of {}", day(on)),
            Self::NextMorning(on) => format!("joint or tendon pain on {}", day(on)),
            Self::UsualPain => "joint or tendon pain on three mornings before".to_owned(),
            Self::Reserve(place, on) => {
                let name = subject.lifted.get(place).map(Lifted::name);
                format!(
                    "reps left in the last set of {} on {}",
                    name.unwrap_or_default(),
                    day(on)
                )
            }
        }
    }
}

impl Note {
    /// What is to be told.
    pub fn words(self) -> &'static str {
        match self {
            Self::Published => {
                "A published programme keeps its own days and doses: the 48 hours and the first weeks are left out of the rule. The clauses about pain are not."
            }
            Self::RegionsUnknown => {
                "Not every muscle that is about to be trained is known, so the sorest region that you were asked about counts."
            }
            Self::NoBaseline => {
                "What is unusual for you is not known yet, so those clauses are left out."
            }
        }
    }
}
