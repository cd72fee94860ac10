//! What is about to be trained, as far as the rule asks.

use crate::training::exercise::Exercise;
use crate::training::history::{Intro, Lifted, intro, is_eccentric, slowest};
use crate::training::journal::{Counted, Diary, SetRecord};
use crate::training::preset::{Preset, Tier};
use crate::training::region::{Region, trained};
use crate::training::routine::Routine;
use jiff::civil::Date;

/// Whether the first two weeks of a slow lowering are under way in something that is about to be trained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Easing {
    /// They are, since that day; nothing where today would be the first.
    Running(Option<Date>),
    /// They are over, or nothing is lowered slowly.
    Over,
}

/// What is about to be trained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The id of the routine; empty where it has none.
    pub id: String,
    /// What is lifted.
    pub lifted: Vec<Lifted>,
    /// Whom it is for.
    pub tier: Tier,
    /// Whether an intro block is running.
    pub easing: Easing,
}

impl Subject {
    /// What a routine is about to train, as it will be done today.
    pub fn of(routine: &Routine, diary: &Diary, today: Date) -> Self {
        let slow = |preset: &&Preset| is_eccentric(slowest(preset.work.tempos().iter().copied()));
        let easing = |preset: &Preset| {
            let sessions = diary.trainings().rev();
            match intro(sessions, &Lifted::of(preset), today) {
                Intro::New | Intro::Away(_) => Easing::Running(None),
                Intro::Running(first) => Easing::Running(Some(first)),
                Intro::Third(_) | Intro::Over => Easing::Over,
            }
        };
        let mut stages = routine.presets().filter(slow).map(easing);
        let easing = stages.find(|easing| *easing != Easing::Over);
        let easing = easing.unwrap_or(Easing::Over);
        Self {
            id: routine.id.as_str().to_owned(),
            lifted: routine.presets().map(Lifted::of).collect(),
            tier: routine.about.tier,
            easing,
        }
    }

    /// The regions that are about to be trained, each once; nothing where one of them is not known.
    pub fn regions(&self) -> Option<Vec<Region>> {
        let mut regions = Vec::new();
        for lifted in &self.lifted {
            let of = lifted.regions();
            if of.is_empty() {
                return None;
            }
            regions.extend_from_slice(of);
        }
        regions.sort_unstable();
        regions.dedup();
        Some(regions).filter(|regions| !regions.is_empty())
    }

    /// Whether a set that counts trained a region that is about to be trained. What is not known to be another one may be the
    /// same: `in_doubt` says what to take it for.
    pub(super) fn shares(
        &self,
        set: &SetRecord,
        regions: Option<&[Region]>,
        in_doubt: bool,
    ) -> bool {
        if set.counted != Counted::Kept {
            return false;
        }
        if self.lifted.iter().any(|lifted| lifted.did(set)) {
            return true;
        }
        let of_set = trained(&Exercise::named(&set.exercise));
        match regions {
            Some(regions) if !of_set.is_empty() => {
                of_set.iter().any(|region| regions.contains(region))
            }
            _ => in_doubt,
        }
    }
}
