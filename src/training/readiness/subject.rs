//! What is about to be trained, as far as the rule asks.

use crate::training::history::{Intro, Lifted, intro, is_eccentric, slowest};
use crate::training::journal::{Diary, SetRecord};
use crate::training::preset::{Preset, Tier};
use crate::training::region::{Region, trained};
use crate::training::routine::Routine;
use crate::training::{exercise::Exercise, history};
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
        let mut running = routine
            .presets()
            .filter(|preset| is_eccentric(slowest(preset.work.tempos().iter().copied())))
            .filter_map(|preset| since(preset, diary, today));
        let easing = running.next().map_or(Easing::Over, Easing::Running);
        Self {
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
        if set.counted != crate::training::journal::Counted::Kept {
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

/// The first day of the intro block of a preset that is in it.
fn since(preset: &Preset, diary: &Diary, today: Date) -> Option<Option<Date>> {
    let lifted = history::Lifted::of(preset);
    match intro(diary.sessions.iter().rev(), &lifted, today) {
        Intro::New | Intro::Away(_) => Some(None),
        Intro::Running(first) => Some(Some(first)),
        Intro::Third(_) | Intro::Over => None,
    }
}
