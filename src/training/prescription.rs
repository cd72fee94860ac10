//! What a coach writes: so many sets of so many reps, at a tempo, with a rest. It is the short form of a preset's work, in
//! which people write, read and change it; [`Prescription::expand`] makes the sets of efforts of it that are planned.

mod reps;
#[cfg(test)]
mod tests;
mod words;

use super::preset::{Effort, Gate, Interlude, Set, Work};
use super::tempo::Tempo;
use std::time::Duration;

pub use reps::{AMRAP_CAP, DROP, DROP_CHANGE, INTRA, Reps, Scheme, SchemeError};

/// The time between two sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rest {
    /// That long behind each set but the last.
    Between(Duration),
    /// Each set begins that long after the one before: every minute on the minute.
    Every(Duration),
}

/// How a rep is paced.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Pacing {
    /// Every rep at one tempo.
    Tempo(Tempo),
    /// A tempo for each set: a ladder over sets. The last one goes on. Never empty.
    BySet(Vec<Tempo>),
    /// A tempo for each rep of a set: a ladder within the set. The last one goes on. Never empty.
    ByRep(Vec<Tempo>),
    /// Each rep is an isometric hold.
    Hold(Duration),
    /// Each rep is a steady stroke, to or fro.
    Strokes(Duration),
    /// Nobody paces it: each rep waits for a key.
    OwnPace,
}

/// Sets of reps with their pace and rest.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Prescription {
    /// How many sets.
    pub sets: u32,
    /// The reps of each set. Where there are fewer than sets, the last goes on. Never empty.
    pub reps: Vec<Scheme>,
    /// How each rep is paced.
    pub pacing: Pacing,
    /// Whether the end of each lift waits for a key.
    pub lockout: Gate,
    /// The time between sets.
    pub rest: Rest,
}

impl Prescription {
    /// Straight sets of equal reps at one tempo.
    pub fn straight(tempo: Tempo, sets: u32, reps: u32, rest: Duration) -> Self {
        Self {
            sets,
            reps: vec![Scheme::Straight(Reps::Exactly(reps))],
            pacing: Pacing::Tempo(tempo),
            lockout: Gate::Open,
            rest: Rest::Between(rest),
        }
    }

    /// The same with lists that say nothing twice: one entry where all sets are alike, else one for each set.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        let sets = usize::try_from(self.sets).unwrap_or(usize::MAX);
        one_for_each(&mut self.reps, sets);
        match &mut self.pacing {
            Pacing::BySet(tempos) => one_for_each(tempos, sets),
            Pacing::ByRep(tempos) => {
                // The last tempo goes on by itself.
                while let [.., one, last] = tempos.as_slice()
                    && one == last
                {
                    tempos.pop();
                }
            }
            _ => {}
        }
        if let Pacing::BySet(tempos) | Pacing::ByRep(tempos) = &self.pacing
            && let [tempo] = tempos.as_slice()
        {
            self.pacing = Pacing::Tempo(*tempo);
        }
        self
    }

    /// The reps of a set, counted from 0.
    pub fn scheme(&self, set: usize) -> Option<&Scheme> {
        self.reps.get(set).or_else(|| self.reps.last())
    }

    /// The tempo of a rep, both counted from 0; `None` where no tempo paces it.
    pub fn tempo(&self, set: usize, rep: usize) -> Option<Tempo> {
        let of =
            |tempos: &[Tempo], index: usize| tempos.get(index).or_else(|| tempos.last()).copied();
        match &self.pacing {
            Pacing::Tempo(tempo) => Some(*tempo),
            Pacing::BySet(tempos) => of(tempos, set),
            Pacing::ByRep(tempos) => of(tempos, rep),
            Pacing::Hold(_) | Pacing::Strokes(_) | Pacing::OwnPace => None,
        }
    }

    /// Every tempo that is written, in order.
    pub fn tempos(&self) -> &[Tempo] {
        match &self.pacing {
            Pacing::Tempo(tempo) => std::slice::from_ref(tempo),
            Pacing::BySet(tempos) | Pacing::ByRep(tempos) => tempos,
            Pacing::Hold(_) | Pacing::Strokes(_) | Pacing::OwnPace => &[],
        }
    }

    /// The sets in full.
    pub fn expand(&self) -> Vec<Set> {
        let sets = usize::try_from(self.sets).unwrap_or(usize::MAX);
        (0..sets).filter_map(|set| self.expand_set(set)).collect()
    }

    fn expand_set(&self, set: usize) -> Option<Set> {
        let scheme = self.scheme(set)?;
        let mut work = Vec::new();
        let mut rep = 0;
        for (index, group) in scheme.groups().enumerate() {
            if let (1.., Some((length, what))) = (index, scheme.interlude()) {
                let effort = Effort::Change { length, what };
                work.push(Work { effort, times: 1 });
            }
            rep = self.add_group(&mut work, set, rep, group);
        }
        let goal = scheme.goal();
        Some(Set { work, goal })
    }

    /// Adds reps of the same effort as one, and returns the number of the rep that comes behind them.
    fn add_group(&self, work: &mut Vec<Work>, set: usize, first: usize, count: u32) -> usize {
        let next = first.saturating_add(usize::try_from(count).unwrap_or(usize::MAX));
        // Only a ladder within the set has more than one tempo in it, and only for as many reps as it has rungs.
        let rungs = match &self.pacing {
            Pacing::ByRep(tempos) => tempos.len(),
            _ => 1,
        };
        let mut from = first;
        while from < next {
            let alone = from + 1 < rungs;
            let to = if alone { from + 1 } else { next };
            if let Some(effort) = self.effort(set, from) {
                let times = u32::try_from(to - from).unwrap_or(u32::MAX);
                work.push(Work { effort, times });
            }
            from = to;
        }
        next
    }

    fn effort(&self, set: usize, rep: usize) -> Option<Effort> {
        Some(match self.pacing {
            Pacing::Hold(length) => Effort::Hold(length),
            Pacing::Strokes(length) => Effort::Beat(length),
            Pacing::OwnPace => Effort::OwnPace,
            Pacing::Tempo(_) | Pacing::BySet(_) | Pacing::ByRep(_) => Effort::Rep {
                tempo: self.tempo(set, rep)?,
                lockout: self.lockout,
            },
        })
    }
}

/// Makes a list as long as there are sets, the last entry going on; a single entry where all are alike.
fn one_for_each<T: Clone + PartialEq>(list: &mut Vec<T>, sets: usize) {
    if let Some(last) = list.last().cloned() {
        list.resize(sets.max(1), last);
    }
    if let [first, rest @ ..] = list.as_slice()
        && rest.iter().all(|entry| entry == first)
    {
        list.truncate(1);
    }
}

impl Scheme {
    fn interlude(&self) -> Option<(Duration, Interlude)> {
        match self {
            Self::Straight(_) => None,
            Self::Cluster { intra, .. } => Some((*intra, Interlude::Break)),
            Self::Drop {
                percent, change, ..
            } => Some((*change, Interlude::Drop { percent: *percent })),
        }
    }
}
