//! The one model of a prescription: sets of efforts with their rests, sides and gates, of one exercise.
//!
//! Every surface (TOML, the compact line, the editor, the command line, the library) writes the short form, a
//! [`Prescription`], and [`Timeline::plan`] reads nothing but the sets that it expands to. A [`Preset`] that exists is
//! within the limits written here.
//!
//! [`Timeline::plan`]: super::timeline::Timeline::plan

mod about;
mod effort;
mod error;
mod id;
mod side;
mod weeks;

use super::exercise::Exercise;
use super::prescription::{Pacing, Prescription, Rest, Scheme};
use super::tempo::{SHORTEST, Tempo};
use std::time::Duration;

pub use about::{About, Programme, Tier};
pub use effort::{Effort, Gate, Goal, Interlude, OWN_PACE, Set, Work};
pub use error::PresetError;
pub use id::PresetId;
pub use side::{Side, Sides};
pub use weeks::Week;

/// Longest name that is still a name, in characters.
pub const MAX_NAME: usize = 80;
/// Most sets in one preset.
pub const MAX_SETS: u32 = 100;
/// Most efforts in one preset, over all of its sets: a timeline of that many reps still plans in milliseconds.
pub const MAX_EFFORTS: u64 = 100_000;
/// Longest session. A second takes a tick, and so it is the length that bounds the memory a timeline takes.
pub const MAX_TOTAL: Duration = Duration::from_secs(1_000_000);
/// Longest rest, hold or change.
pub const MAX_WAIT: Duration = Duration::from_secs(3600);
/// Longest lead-in.
pub const MAX_LEAD_IN: Duration = Duration::from_secs(600);
/// Lead-in before the first set: long enough to walk from the keyboard to the bar.
pub const LEAD_IN: Duration = Duration::from_secs(10);
/// Time to change sides within a set.
pub const SWITCH: Duration = Duration::from_secs(10);

/// The pauses of a rep in which nothing is held: they are breaks and no tension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unloaded {
    /// Every pause is loaded.
    #[default]
    Neither,
    /// The pause in the stretched position.
    Stretched,
    /// The pause in the contracted position.
    Contracted,
    /// Both.
    Both,
}

impl Unloaded {
    /// Whether the pause in the stretched position is a break.
    pub fn stretched(self) -> bool {
        matches!(self, Self::Stretched | Self::Both)
    }

    /// Whether the pause in the contracted position is a break.
    pub fn contracted(self) -> bool {
        matches!(self, Self::Contracted | Self::Both)
    }
}

/// The parts of a preset before they are checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// See [`PresetId`].
    pub id: PresetId,
    /// The name people see.
    pub name: String,
    /// What is lifted.
    pub exercise: Exercise,
    /// The work.
    pub work: Prescription,
    /// Time before the first set.
    pub lead_in: Duration,
    /// How sets are shared between sides.
    pub sides: Sides,
    /// Pauses that are breaks.
    pub unloaded: Unloaded,
    /// A sentence to be read while it is done, with `{side}` where the side is to stand; mostly empty.
    pub cue: String,
    /// How heavy, in a person's words: `24 kg`, `15RM`, `body weight`; mostly empty.
    pub load: String,
    /// What changes from some week on, in order of the weeks.
    pub weeks: Vec<Week>,
    /// Whether it is a programme with an end.
    pub programme: Option<Programme>,
    /// Purpose and evidence.
    pub about: About,
}

impl Draft {
    /// A preset that is nothing but its work: both sides at once, named after its id.
    pub fn new(id: PresetId, exercise: Exercise, work: Prescription) -> Self {
        Self {
            name: id.as_str().to_owned(),
            id,
            exercise,
            work,
            lead_in: LEAD_IN,
            sides: Sides::default(),
            unloaded: Unloaded::default(),
            cue: String::new(),
            load: String::new(),
            weeks: Vec::new(),
            programme: None,
            about: About::default(),
        }
    }

    /// Straight sets of equal reps at one tempo.
    pub fn straight(
        id: PresetId,
        exercise: Exercise,
        tempo: Tempo,
        sets: u32,
        reps: u32,
        rest: Duration,
    ) -> Self {
        Self::new(
            id,
            exercise,
            Prescription::straight(tempo, sets, reps, rest),
        )
    }
}

/// A prescription within the limits of this module, and what it expands to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preset {
    draft: Draft,
    sets: Vec<Set>,
}

impl Preset {
    /// Checks a draft.
    ///
    /// # Errors
    /// The first limit that it breaks, in words.
    pub fn new(mut draft: Draft) -> Result<Self, PresetError> {
        check_name(&draft.name)?;
        within("lead_in", draft.lead_in, MAX_LEAD_IN)?;
        for week in &mut draft.weeks {
            check(&mut week.work, draft.sides)?;
        }
        let sets = check(&mut draft.work, draft.sides)?;
        Ok(Self { draft, sets })
    }

    /// A copy to change and check again.
    pub fn draft(&self) -> Draft {
        self.draft.clone()
    }

    /// The sets in order.
    pub fn sets(&self) -> &[Set] {
        &self.sets
    }

    /// The one tempo of all reps, or `None` where there is none or it varies.
    pub fn tempo(&self) -> Option<Tempo> {
        let mut tempos = self
            .sets
            .iter()
            .flat_map(|set| &set.work)
            .filter_map(|work| match work.effort {
                Effort::Rep { tempo, .. } => Some(tempo),
                _ => None,
            });
        let first = tempos.next()?;
        tempos.all(|tempo| tempo == first).then_some(first)
    }
}

impl std::ops::Deref for Preset {
    type Target = Draft;

    fn deref(&self) -> &Draft {
        &self.draft
    }
}

/// A name can be read and fits in a list.
pub(super) fn check_name(name: &str) -> Result<(), PresetError> {
    match name.trim().chars().count() {
        1..=MAX_NAME => Ok(()),
        count => Err(PresetError::Name(count)),
    }
}

/// Checks the work, and brings it into its canonical form once it is known to be small enough.
fn check(work: &mut Prescription, sides: Sides) -> Result<Vec<Set>, PresetError> {
    if !(1..=MAX_SETS).contains(&work.sets) {
        return Err(PresetError::Sets(work.sets));
    }
    *work = work.clone().canonical();
    let times = sides.times();
    check_pacing(work)?;
    let mut efforts = 0u64;
    for set in 0..work.sets {
        let scheme = usize::try_from(set).ok().and_then(|set| work.scheme(set));
        let groups = scheme.ok_or(PresetError::Reps(0))?.groups();
        for reps in groups {
            if reps == 0 {
                return Err(PresetError::Reps(reps));
            }
            efforts = efforts.saturating_add(u64::from(reps) * u64::from(times));
        }
    }
    if efforts > MAX_EFFORTS {
        return Err(PresetError::TooMuch(efforts));
    }
    let sets = work.expand();
    let worked = sets.iter().fold(Duration::ZERO, |sum, set| {
        sum.saturating_add(set.length().saturating_mul(times))
    });
    within("all the work", worked, MAX_TOTAL)?;
    match work.rest {
        Rest::Between(rest) => within("rest", rest, MAX_WAIT)?,
        Rest::Every(_) if work.pacing == Pacing::OwnPace || work.lockout == Gate::Closed => {
            return Err(PresetError::Unpaced);
        }
        Rest::Every(every) => check_every(&sets, sides, every)?,
    }
    Ok(sets)
}

fn check_pacing(work: &Prescription) -> Result<(), PresetError> {
    match &work.pacing {
        Pacing::BySet(tempos) | Pacing::ByRep(tempos) if tempos.is_empty() => {
            return Err(PresetError::NoTempo);
        }
        Pacing::Tempo(_) | Pacing::BySet(_) | Pacing::ByRep(_) | Pacing::OwnPace => {}
        Pacing::Hold(length) => hold("hold", *length)?,
        Pacing::Strokes(length) => hold("stroke", *length)?,
    }
    for scheme in &work.reps {
        match scheme {
            Scheme::Straight(_) => {}
            Scheme::Cluster { intra, .. } => within("intra", *intra, MAX_WAIT)?,
            Scheme::Drop {
                change, percent, ..
            } => {
                within("change", *change, MAX_WAIT)?;
                if !(1..100).contains(percent) {
                    return Err(PresetError::Drop(*percent));
                }
            }
        }
    }
    Ok(())
}

/// Each set, with all that belongs to it, is to be over before the next one begins.
fn check_every(sets: &[Set], sides: Sides, every: Duration) -> Result<(), PresetError> {
    within("every", every, MAX_WAIT)?;
    let switches = if matches!(sides, Sides::Each(_)) {
        SWITCH
    } else {
        Duration::ZERO
    };
    let longest = sets.iter().map(|set| set.length() * sides.times()).max();
    let longest = longest.unwrap_or_default() + switches;
    if longest < every {
        Ok(())
    } else {
        Err(PresetError::DoesNotFit {
            work: longest,
            every,
        })
    }
}

fn hold(field: &'static str, length: Duration) -> Result<(), PresetError> {
    within(field, length, MAX_WAIT)?;
    if length < SHORTEST {
        return Err(PresetError::Short { field, length });
    }
    Ok(())
}

fn within(field: &'static str, length: Duration, most: Duration) -> Result<(), PresetError> {
    if length > most {
        Err(PresetError::Long {
            field,
            length,
            most,
        })
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
