//! What may be said about training today, from a person's own entries: a rule with clauses that are tried in a fixed order,
//! the first that hits wins, and every verdict comes with the clauses and the entries that it rests on.
//!
//! The order (domain: recovery, "a rule that can be defended") is STOP, BACK OFF, HOLD, PROGRESS; where nothing hits it is HOLD, because nothing
//! calls for a change. An answer that is missing makes its clause false and is listed; PROGRESS needs all of its answers. The
//! numbers are this program's own choice, found by simulation, and validated by nobody. Nothing here is turned into a score:
//! readiness numbers are noisy, and one unusual number a day is mere chance.

mod baseline;
mod clause;
mod cut;
mod day;
mod pain;
mod rule;
mod subject;
#[cfg(test)]
mod tests;
mod text;
mod words;

pub use baseline::{Baseline, Item, Unusual};
pub use clause::Clause;
pub use pain::ceiling;
pub use subject::{Easing, Subject};
pub use text::{heading, lines};
pub use words::{FOOTER, STOP_TEXT, sentence};

use super::history::Cited;
use super::journal::{Diary, Sign, Stamp};
use super::region::Region;
use day::Day;
use jiff::civil::Date;

/// What is suggested. It is never more than a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Do not train this area now.
    Stop,
    /// About half the sets, or lighter, or another part of the body, or rest.
    BackOff,
    /// Repeat last time's numbers.
    Hold,
    /// One small step may be taken.
    Progress,
    /// Nothing was said today, so nothing is suggested.
    None,
}

impl Verdict {
    /// The word in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stop => "stop",
            Self::BackOff => "back-off",
            Self::Hold => "hold",
            Self::Progress => "progress",
            Self::None => "none",
        }
    }
}

/// A clause that hit, with what made it hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The clause of the rule.
    pub clause: Clause,
    /// What was found, as a sentence.
    pub words: String,
    /// The entries that it was found in.
    pub entries: Vec<Cited>,
}

/// An answer that the rule asked for and did not find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Whether there is a sign that stops training.
    Sign,
    /// The soreness of a region that is about to be trained.
    Soreness(Region),
    /// The soreness of anything, where it is not known what is about to be trained.
    AnySoreness,
    /// Pain in a joint or a tendon, today.
    JointPain,
    /// How the night was.
    Sleep,
    /// Perceived recovery.
    Recovery,
    /// The worst pain during the session of that day.
    PainDuring(Date),
    /// The pain after the session of that day.
    PainAfter(Date),
    /// The joint or tendon pain on the morning of that day, behind a session.
    NextMorning(Date),
    /// Enough mornings to know the usual level of joint and tendon pain.
    UsualPain,
    /// The reps that were left in the last set of an exercise on that day; the exercise by its place in the subject.
    Reserve(usize, Date),
}

/// Something to be told beside the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// A published programme keeps its own days and doses: two clauses are left out, those about pain are not.
    Published,
    /// It is not known what is about to be trained, so the sorest region that was asked about counts.
    RegionsUnknown,
    /// There is no personal baseline, so the clauses about unusual numbers are left out.
    NoBaseline,
}

/// What is suggested, and everything that it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// What is suggested.
    pub verdict: Verdict,
    /// The sign that stops training, where one was given.
    pub sign: Option<Sign>,
    /// The clauses that led to it, in the order of the rule; empty only where nothing is suggested.
    pub reasons: Vec<Reason>,
    /// What is unusual and was not acted on.
    pub shown: Vec<Unusual>,
    /// What was not answered.
    pub missing: Vec<Missing>,
    /// How much is known of what is usual.
    pub baseline: Baseline,
    /// What else is to be told.
    pub notes: Vec<Note>,
}

/// Goes through the rule for what is about to be trained. `now` is needed for the 48 hours alone.
pub fn advise(diary: &Diary, today: Date, now: Stamp, subject: &Subject) -> Advice {
    let day = Day::new(diary, today, now, subject);
    let Some(day) = day else {
        return Advice {
            verdict: Verdict::None,
            sign: None,
            reasons: Vec::new(),
            shown: Vec::new(),
            missing: Vec::new(),
            baseline: Baseline::of(diary, today),
            notes: Vec::new(),
        };
    };
    let (verdict, reasons) = rule::first_hit(&day);
    let acted_on = |unusual: &Unusual| {
        reasons.iter().any(|reason| match reason.clause {
            Clause::UnusualAndBad | Clause::Unusual => true,
            clause => {
                let mut entries = reason.entries.iter();
                clause.item() == Some(unusual.item) && entries.any(|entry| entry.day == today)
            }
        })
    };
    let shown = day.unusual.iter().filter(|unusual| !acted_on(unusual));
    let shown = shown.cloned().collect();
    Advice {
        verdict,
        sign: day.morning.sign.filter(|sign| *sign != Sign::None),
        reasons,
        shown,
        missing: day.missing(),
        baseline: day.baseline,
        notes: day.notes(),
    }
}
