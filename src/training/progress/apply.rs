//! How a change is made in a preset.

use super::Change;
use crate::training::prescription::{Pacing, Prescription, Reps, Scheme};
use crate::training::preset::{Preset, PresetError};
use crate::training::tempo::{Pace, Tempo};
use std::time::Duration;

/// A preset with a change made.
///
/// # Errors
/// Where that would be no preset.
pub(super) fn changed(preset: &Preset, change: Change) -> Result<Preset, PresetError> {
    let mut draft = preset.draft();
    let work = &mut draft.work;
    match change {
        Change::Load => {}
        Change::Dose { sets, reps } => {
            work.sets = work.sets.min(sets);
            for scheme in &mut work.reps {
                if let (Scheme::Straight(written), Some(reps)) = (&mut *scheme, reps)
                    && written.paced() > reps
                {
                    *scheme = Scheme::exactly(reps);
                }
            }
        }
        Change::Reps(aim) => {
            let more = aimed(work).map_or(0, |now| i64::from(aim) - i64::from(now));
            for scheme in &mut work.reps {
                raise(scheme, more);
            }
        }
        Change::Lowering(more) => work.pacing = slower(&work.pacing, more),
    }
    Preset::new(draft)
}

/// The reps that the last set aims at; nothing where it has no such number, or several.
pub(super) fn aimed(work: &Prescription) -> Option<u32> {
    let last = usize::try_from(work.sets).ok()?.checked_sub(1)?;
    match work.scheme(last)? {
        Scheme::Straight(Reps::Exactly(reps)) => Some(*reps),
        Scheme::Straight(Reps::Range { least, .. }) => Some(*least),
        Scheme::Straight(Reps::Amrap { .. } | Reps::AsTolerated(_))
        | Scheme::Cluster { .. }
        | Scheme::Drop { .. } => None,
    }
}

fn raise(scheme: &mut Scheme, more: i64) {
    let raised = |reps: u32| u32::try_from(i64::from(reps) + more).unwrap_or(reps).max(1);
    if let Scheme::Straight(reps) = scheme {
        match *reps {
            Reps::Exactly(number) => *reps = Reps::Exactly(raised(number)),
            Reps::Range { least, most } if raised(least) < most => {
                let least = raised(least);
                *reps = Reps::Range { least, most };
            }
            Reps::Range { least, .. } => *reps = Reps::Exactly(raised(least)),
            Reps::Amrap { .. } | Reps::AsTolerated(_) => {}
        }
    }
}

/// The same pace with a longer lowering, wherever one is timed.
fn slower(pacing: &Pacing, more: Duration) -> Pacing {
    let all = |tempos: &[Tempo]| tempos.iter().map(|tempo| longer(*tempo, more)).collect();
    match pacing {
        Pacing::Tempo(tempo) => Pacing::Tempo(longer(*tempo, more)),
        Pacing::BySet(tempos) => Pacing::BySet(all(tempos)),
        Pacing::ByRep(tempos) => Pacing::ByRep(all(tempos)),
        other => other.clone(),
    }
}

fn longer(tempo: Tempo, more: Duration) -> Tempo {
    match tempo.lower() {
        Pace::Timed(length) => tempo.with_lower(length + more).unwrap_or(tempo),
        Pace::Explosive | Pace::Assisted => tempo,
    }
}
