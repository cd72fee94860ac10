//! Why something cannot be practised, in sentences that say what can.

use super::length::Length;
use crate::training::length::short;
use crate::training::preset::PresetError;
use crate::training::tempo::Tempo;
use std::time::Duration;

/// Why there is no plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PracticeError {
    /// A routine of several exercises.
    #[error(
        "It has several exercises: practise one of them by itself, such as `downbeat practise 4-0-1-0`"
    )]
    Several,
    /// Holds, strokes, or reps at one's own pace.
    #[error(
        "There is no rep at a tempo in it to be practised: choose one with a tempo, such as `downbeat practise 4-0-1-0`"
    )]
    Unpaced,
    /// Several tempos.
    #[error(
        "Its tempo changes on the way: practise one of them by itself, such as `downbeat practise 4-0-1-0`"
    )]
    Varies,
    /// X or A; the same with seconds in their place.
    #[error(
        "X and A have no length that could be felt: practise it with seconds, such as `downbeat practise {0}`"
    )]
    Untimed(Tempo),
    /// Nothing to lower slowly.
    #[error(
        "{0} has no lowering to be practised: the first number is its seconds, as in `downbeat practise 4-0-1-0`"
    )]
    NoLowering(Tempo),
    /// The target of a ladder is where it begins, or below.
    #[error("A ladder goes up to more than the lowering of {0}: write a longer --ladder")]
    Target(Tempo),
    /// Longer than any practice.
    #[error("That takes {}, and a practice is no longer than {}: take a faster tempo, or a ladder of fewer steps", short(*needed), short(Length::LONGEST.duration()))]
    TooSlow {
        /// What it would take.
        needed: Duration,
    },
    /// Longer than the practice that was asked for.
    #[error("{} is too short for it: write at least --for {least}", short(given.duration()))]
    DoesNotFit {
        /// What was asked for.
        given: Length,
        /// The shortest that is possible.
        least: Length,
    },
    /// Beyond what can be trained at all.
    #[error("It cannot be practised so: {0}")]
    Limits(#[from] PresetError),
}
