//! Trends: what the journal shows over weeks, one plain value for each chart, with its answer in a sentence and all of it as
//! text.
//!
//! A [`Gather`] is fed with small rows as they come out of the journal, and keeps sums and what is drawn, not sets: of each day,
//! each exercise and each session of the chosen exercise a few numbers. What cannot be known is not drawn, and what is assumed is said to be. Nothing in here rates
//! anybody: there are no ratios of recent to usual load, no monotony, no strain (domain: derived numbers).
//!
//! Rules that hold for all figures:
//!
//! - A week begins on Monday and belongs to the day on which it begins. Spans of more than a year are told by the month.
//! - A session belongs to the day on which it began. Sets that were abandoned add nothing to a sum and are no point of a chart;
//!   how often an exercise was trained is told by the sessions in which a set of it was begun.
//! - [Mobility](super::mobility) is no training: whoever reads the journal leaves it out.
//! - A middle value is the median; of scores nothing else makes sense, for their steps are not known to be equal.

mod accuracy;
mod bests;
mod calendar;
mod effort;
mod figure;
mod gather;
mod load;
mod measure;
mod median;
mod pain;
mod report;
mod sentence;
mod sleep;
mod slots;
mod soreness;
mod tension;
#[cfg(test)]
pub(crate) mod tests;

pub use accuracy::{Accuracy, Felt};
pub use bests::{Best, Bests};
pub use calendar::Calendar;
pub use effort::{Effort, Efforts};
pub use figure::Figure;
pub use gather::{Gather, LiftRow, SessionRow, WorkRow};
pub use load::{Loads, Point};
pub use measure::Measure;
pub(crate) use measure::tenths;
pub use median::Middle;
pub use pain::{Pain, Worst};
pub use report::{Report, Tallies};
pub use sentence::Sentence;
pub(crate) use sentence::counted;
pub use sleep::{Night, Nights};
pub use slots::{Slots, Step, Window};
pub use soreness::{Aftermath, Soreness};
pub use tension::Tensions;
pub(crate) use tension::seconds;

/// An exercise that has a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trained {
    /// Its name; empty where nobody said what was lifted.
    pub name: String,
    /// In how many sessions of the span a set of it was begun.
    pub sessions: u32,
}

impl Trained {
    /// Its name as it is shown.
    pub fn shown(&self) -> &str {
        named(&self.name)
    }
}

/// What an exercise is called on the screen.
pub(crate) fn named(exercise: &str) -> &str {
    if exercise.is_empty() {
        "Unnamed exercise"
    } else {
        exercise
    }
}

/// Everything that is shown of a span of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trends {
    /// How much is looked at.
    pub window: Window,
    /// The weeks or months of it.
    pub slots: Slots,
    /// The exercises that have a history, the most trained of the span first.
    pub exercises: Vec<Trained>,
    /// How heavy the chosen exercise was.
    pub loads: Loads,
    /// The best sets of it.
    pub bests: Bests,
    /// Time under tension.
    pub tension: Tensions,
    /// Soreness after the seconds of lowering.
    pub soreness: Soreness,
    /// The nights.
    pub sleep: Nights,
    /// The worst pain.
    pub pain: Pain,
    /// How hard the sessions were.
    pub efforts: Efforts,
    /// How long practised seconds were felt to be.
    pub accuracy: Accuracy,
    /// The days of training.
    pub calendar: Calendar,
}

impl Trends {
    /// The answer of a figure, in one sentence.
    pub fn sentence(&self, figure: Figure) -> Sentence {
        let slots = &self.slots;
        match figure {
            Figure::Load => self.loads.sentence(slots),
            Figure::Bests => self.bests.sentence(slots),
            Figure::Tension => self.tension.sentence(slots),
            Figure::Soreness => self.soreness.sentence(slots),
            Figure::Sleep => self.sleep.sentence(slots),
            Figure::Pain => self.pain.sentence(slots),
            Figure::Effort => self.efforts.sentence(slots),
            Figure::Accuracy => self.accuracy.sentence(slots),
            Figure::Calendar => self.calendar.sentence(slots),
        }
    }

    /// Everything that a figure shows, a line for each thing, as it is read out: each line can be understood alone.
    pub fn text(&self, figure: Figure) -> Vec<String> {
        let slots = &self.slots;
        let rows = match figure {
            Figure::Load => self.loads.rows(),
            Figure::Bests => self.bests.rows(),
            Figure::Tension => self.tension.rows(slots),
            Figure::Soreness => self.soreness.rows(),
            Figure::Sleep => self.sleep.rows(slots),
            Figure::Pain => self.pain.rows(slots),
            Figure::Effort => self.efforts.rows(slots),
            Figure::Accuracy => self.accuracy.rows(),
            Figure::Calendar => self.calendar.rows(slots),
        };
        let mut lines = vec![format!(
            "{}. {}",
            figure.title(),
            self.sentence(figure).long
        )];
        lines.extend(rows);
        if lines.len() > 1 {
            lines.extend(figure.caveat().map(|caveat| caveat.long));
        }
        lines
    }

    /// All figures as text, with an empty line between them.
    pub fn all_text(&self) -> Vec<String> {
        let figures = Figure::ALL.map(|figure| self.text(figure));
        figures.join(&String::new())
    }

    /// Whether there is nothing behind a figure yet.
    pub fn is_empty(&self, figure: Figure) -> bool {
        match figure {
            Figure::Load => self.loads.points.is_empty(),
            Figure::Bests => self.bests.sets.is_empty(),
            Figure::Tension => self.tension.is_empty(),
            Figure::Soreness => self.soreness.days.is_empty(),
            Figure::Sleep => self.sleep.is_empty(),
            Figure::Pain => self.pain.is_empty(),
            Figure::Effort => self.efforts.is_empty(),
            Figure::Accuracy => self.accuracy.felt.is_empty(),
            Figure::Calendar => self.calendar.sets.is_empty(),
        }
    }
}
