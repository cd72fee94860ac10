//! A routine: presets in order, some of them in turns, with a change between them. Whatever is trained is one: a preset
//! alone is a routine of one step.

use super::prescription::{Reps, Scheme};
use super::preset::{
    About, Gate, MAX_EFFORTS, MAX_WAIT, Preset, PresetError, PresetId, Programme, Sides, check_name,
};
use std::fmt;
use std::ops::RangeInclusive;
use std::time::Duration;

/// Most steps in a routine.
pub const MAX_STEPS: usize = 50;

/// Who wrote something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It comes with the program.
    BuiltIn,
    /// It stands in the person's own file.
    Own,
}

/// What something was written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A `[[preset]]`.
    Preset,
    /// A `[[routine]]`.
    Routine,
}

impl Kind {
    /// The word in TOML.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Preset => "preset",
            Self::Routine => "routine",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Whose sets are done in turns: the letter that coaches write, as in A1 and A2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group(char);

impl Group {
    /// The group of a letter from A to Z, whatever its case.
    pub fn new(letter: char) -> Option<Self> {
        letter
            .is_ascii_alphabetic()
            .then(|| Self(letter.to_ascii_uppercase()))
    }

    /// The letter.
    pub fn letter(self) -> char {
        self.0
    }
}

/// One exercise of a routine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What is done.
    pub preset: Preset,
    /// Neighbours of the same group are done in turns, set by set: a superset or a circuit.
    pub group: Option<Group>,
    /// The weeks in which it is done; weeks count from 1.
    pub weeks: RangeInclusive<u32>,
}

impl Step {
    /// A step by itself, in every week.
    pub fn new(preset: Preset) -> Self {
        Self {
            preset,
            group: None,
            weeks: 1..=u32::MAX,
        }
    }
}

/// What comes between two exercises, or two supersets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// How long it takes; nominal where a key ends it.
    pub length: Duration,
    /// Whether a key ends it: plates are being loaded.
    pub gate: Gate,
}

impl Default for Change {
    /// It waits for a key from the beginning.
    fn default() -> Self {
        Self {
            length: Duration::ZERO,
            gate: Gate::Closed,
        }
    }
}

/// The parts of a routine before they are checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoutineDraft {
    /// The name that never changes.
    pub id: PresetId,
    /// The name people see.
    pub name: String,
    /// The steps in order.
    pub steps: Vec<Step>,
    /// What comes between them.
    pub change: Change,
    /// Whether it is a programme with an end.
    pub programme: Option<Programme>,
    /// Purpose and evidence.
    pub about: About,
}

/// A routine within the limits of this module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routine(RoutineDraft);

impl Routine {
    /// Checks a draft.
    ///
    /// # Errors
    /// The first limit that it breaks, in words.
    pub fn new(draft: RoutineDraft) -> Result<Self, PresetError> {
        check_name(&draft.name)?;
        if !(1..=MAX_STEPS).contains(&draft.steps.len()) {
            return Err(PresetError::Steps(draft.steps.len()));
        }
        if draft.change.length > MAX_WAIT {
            return Err(PresetError::Long {
                field: "change",
                length: draft.change.length,
                most: MAX_WAIT,
            });
        }
        let efforts = |preset: &Preset| -> u64 {
            let reps = preset.sets().iter().map(|set| u64::from(set.reps()));
            reps.sum::<u64>() * u64::from(preset.sides.times())
        };
        let all = draft.steps.iter().map(|step| efforts(&step.preset)).sum();
        if all > MAX_EFFORTS {
            return Err(PresetError::TooMuch(all));
        }
        Ok(Self(draft))
    }

    /// A preset alone.
    pub fn solo(preset: Preset) -> Self {
        Self(RoutineDraft {
            id: preset.id.clone(),
            name: preset.name.clone(),
            change: Change::default(),
            programme: preset.programme,
            about: preset.about.clone(),
            steps: vec![Step::new(preset)],
        })
    }

    /// A copy to change and check again.
    pub fn draft(&self) -> RoutineDraft {
        self.0.clone()
    }

    /// The preset, where it is one alone.
    pub fn as_solo(&self) -> Option<&Preset> {
        match self.steps.as_slice() {
            [step] => Some(&step.preset),
            _ => None,
        }
    }

    /// The presets in order.
    pub fn presets(&self) -> impl Iterator<Item = &Preset> {
        self.steps.iter().map(|step| &step.preset)
    }

    /// The names of its exercises in order, each once; what has no name has no history and is left out.
    pub fn exercises(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for preset in self.presets() {
            let name = &preset.exercise.name;
            if !name.is_empty() && !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    }

    /// The same with every preset changed.
    ///
    /// # Errors
    /// What `change` says, or the limit that the routine breaks afterwards.
    pub fn map(
        &self,
        change: impl Fn(&Preset) -> Result<Preset, PresetError>,
    ) -> Result<Self, PresetError> {
        let mut draft = self.draft();
        for step in &mut draft.steps {
            step.preset = change(&step.preset)?;
        }
        Self::new(draft)
    }

    /// What is done in a week, counted from 1, and no more weeks.
    #[must_use]
    pub fn at_week(&self, week: u32) -> Self {
        let mut draft = self.draft();
        draft.steps.retain(|step| step.weeks.contains(&week));
        for step in &mut draft.steps {
            step.preset = step.preset.at_week(week);
            step.weeks = 1..=u32::MAX;
        }
        // A week in which nothing is due: there is nothing better to show than all of it.
        Self::new(draft).unwrap_or_else(|_| self.clone())
    }

    /// An easy dose for somebody new to it: of each exercise that many sets and reps at most.
    #[must_use]
    pub fn eased(&self, sets: u32, reps: u32) -> Self {
        let eased = self.map(|preset| {
            let mut draft = preset.draft();
            draft.work.sets = draft.work.sets.min(sets);
            if !draft.work.tempos().is_empty() {
                for scheme in &mut draft.work.reps {
                    if scheme.paced() > reps {
                        *scheme = Scheme::Straight(Reps::Exactly(reps));
                    }
                }
            }
            Preset::new(draft)
        });
        eased.unwrap_or_else(|_| self.clone())
    }

    /// The steps as they are done: neighbours of a group together, everything else by itself.
    pub(super) fn chunks(&self) -> impl Iterator<Item = &[Step]> {
        self.steps
            .chunk_by(|one, next| one.group.is_some() && one.group == next.group)
    }

    /// Each of its chunks as a routine of its own, in order: a step by itself, or those that are done in turns.
    #[must_use]
    pub fn apart(&self) -> Vec<Self> {
        let chunk = |steps: &[Step]| {
            Self(RoutineDraft {
                steps: steps.to_vec(),
                ..self.draft()
            })
        };
        self.chunks().map(chunk).collect()
    }

    /// Whether any of it is worked side by side.
    pub fn has_sides(&self) -> bool {
        self.presets().any(|preset| preset.sides != Sides::Both)
    }
}

impl std::ops::Deref for Routine {
    type Target = RoutineDraft;

    fn deref(&self) -> &RoutineDraft {
        &self.0
    }
}

impl From<Preset> for Routine {
    fn from(preset: Preset) -> Self {
        Self::solo(preset)
    }
}
