//! The last set of an exercise in a session, and the 2-for-2 rule that is read off two of them.

use super::{Cited, Lifted};
use crate::training::journal::{Load, PastSession, SetRecord};
use crate::training::preset::Goal;
use crate::training::text::visible;
use jiff::civil::Date;

/// How many reps are to be left beyond the goal (2-for-2: the rule as strength coaches teach it).
const SPARE: u32 = 2;

/// The last set of an exercise in one session. Where it was done on each side, the weaker side stands for both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastSet {
    /// The day of the session.
    pub day: Date,
    /// Which set of the exercise it was, counted from 1.
    pub set: u32,
    /// How heavy it was, said or taken over from the time before; `None` where nobody ever said.
    pub load: Option<Load>,
    /// The tempo as it was performed.
    pub tempo: String,
    /// Reps that were planned.
    pub planned: u32,
    /// What that number meant.
    pub goal: Goal,
    /// Reps that were done.
    pub reps: u32,
    /// Reps that somebody said were left; what was only assumed does not count.
    pub reserve: Option<u8>,
    /// Reps done and reps left together, where it was said.
    reach: Option<u32>,
}

impl LastSet {
    /// The last set of an exercise that counts in a session.
    pub fn of(session: &PastSession, lifted: &Lifted) -> Option<Self> {
        let kept = || session.sets.iter().filter(|set| lifted.did(set));
        let number = kept().map(|set| set.set).max()?;
        let sides: Vec<&SetRecord> = kept().filter(|set| set.set == number).collect();
        let last = sides.last()?;
        let said: Option<Vec<(u32, u8)>> = sides
            .iter()
            .map(|set| Some((set.reps(), *set.reserve.given()?)))
            .collect();
        let reach = |(reps, left): &(u32, u8)| reps.saturating_add(u32::from(*left));
        let said = said.as_deref().unwrap_or_default();
        Some(Self {
            day: session.session.day,
            set: number,
            load: last.load.value().cloned(),
            tempo: last.tempo.clone(),
            planned: last.planned,
            goal: last.goal,
            reps: sides.iter().map(|set| set.reps()).min()?,
            reserve: said.iter().map(|(_, left)| *left).min(),
            reach: said.iter().map(reach).min(),
        })
    }

    /// The reps that were aimed at. A set of as many as possible, or as tolerated, has no goal to be beyond. In a range it is
    /// the lower number: what is done above it is done beyond the goal.
    pub fn aimed(&self) -> Option<u32> {
        match self.goal {
            Goal::Exactly => Some(self.planned),
            Goal::AtLeast(reps) => Some(reps),
            Goal::AsMany | Goal::AsTolerated => None,
        }
    }

    /// Whether two reps were to spare: done and left together reach the goal and two more. Paced sets end at their goal, so
    /// counting alone could never show it.
    pub fn had_spare(&self) -> bool {
        let wanted = self.aimed().map(|goal| goal.saturating_add(SPARE));
        self.reach
            .zip(wanted)
            .is_some_and(|(reach, wanted)| reach >= wanted)
    }

    /// Whether another one was the same piece of work: the same set with the same load, tempo and goal.
    fn is_like(&self, other: &Self) -> bool {
        (self.set, &self.load, &self.tempo, self.planned, self.goal)
            == (
                other.set,
                &other.load,
                &other.tempo,
                other.planned,
                other.goal,
            )
    }

    /// What it says.
    pub fn cited(&self, lifted: &Lifted) -> Cited {
        let load = self.load.as_ref().map_or_else(String::new, |load| {
            format!("{} ", visible(&load.to_string()))
        });
        let left = self
            .reserve
            .map_or_else(String::new, |left| format!(", {left} left"));
        let of = self
            .aimed()
            .map_or_else(String::new, |goal| format!(" of {goal}"));
        let words = format!("{}, last set {load}{}{of}{left}", lifted.name(), self.reps);
        Cited::new(self.day, words)
    }
}

/// The last sets of the two latest sessions, where both had two reps to spare at the same load, tempo and goal: the 2-for-2
/// rule. `sessions` has the latest first; those without a set of the exercise that counts are passed over.
///
/// What was done on one day counts once, by its latest session: a workout that was left and gone on with is two sessions in the
/// journal. The last set has the same number both times, and it is one that was the last to be planned: whoever left after the
/// first of three sets was fresh in it.
pub fn spare_twice<'s>(
    sessions: impl IntoIterator<Item = &'s PastSession>,
    lifted: &Lifted,
) -> Option<[LastSet; 2]> {
    let mut sets = sessions
        .into_iter()
        .filter_map(|session| LastSet::of(session, lifted));
    let latest = sets.next()?;
    let before = sets.find(|before| before.day != latest.day)?;
    let met = latest.set >= lifted.sets
        && latest.had_spare()
        && before.had_spare()
        && latest.is_like(&before);
    met.then_some([latest, before])
}
