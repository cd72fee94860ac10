//! The keys that say what is done: all of them, or those that differ from what they build on.

use toml_edit::{Array, Table, Value};

use super::{Wait, put as put_key, span, text};
use crate::training::prescription::{
    DROP, DROP_CHANGE, INTRA, Pacing, Prescription, Reps, Rest, Scheme,
};
use crate::training::tempo::Tempo;

/// Puts the keys. What stands on a base inherits every key that it leaves out.
pub(super) fn put(table: &mut Table, work: &Prescription, base: Option<&Prescription>) {
    let differs = |is: &dyn Fn(&Prescription) -> bool| base.is_none_or(|base| !is(base));
    if differs(&|base| base.pacing == work.pacing) {
        pacing(table, &work.pacing);
    }
    let usual = base.map_or(Wait::Open, |base| base.lockout);
    if work.lockout != usual {
        let written = match work.lockout {
            Wait::Closed => "wait",
            Wait::Open => "go",
        };
        put_key(table, "lockout", text(written));
    }
    // A hold is done once, where nobody says how often.
    let once = matches!(work.pacing, Pacing::Hold(_)) && work.reps == [Scheme::exactly(1)];
    let reps_differ = differs(&|base| base.reps == work.reps) && !(base.is_none() && once);
    let listed = reps_differ && work.reps.len() > 1;
    if !listed && differs(&|base| base.sets == work.sets) {
        put_key(table, "sets", i64::from(work.sets));
    }
    if reps_differ {
        reps(table, &work.reps);
    }
    if differs(&|base| base.rest == work.rest) {
        match work.rest {
            Rest::Between(rest) => put_key(table, "rest", text(&span(rest))),
            Rest::Every(every) => put_key(table, "every", text(&span(every))),
        }
    }
}

fn pacing(table: &mut Table, pacing: &Pacing) {
    let list = |tempos: &[Tempo]| -> Array {
        tempos
            .iter()
            .map(|tempo| text(&tempo.to_string()))
            .collect()
    };
    match pacing {
        Pacing::Tempo(tempo) => put_key(table, "tempo", text(&tempo.to_string())),
        Pacing::BySet(tempos) => put_key(table, "tempo_by_set", list(tempos)),
        Pacing::ByRep(tempos) => put_key(table, "tempo_by_rep", list(tempos)),
        Pacing::Hold(length) => put_key(table, "hold", text(&span(*length))),
        Pacing::Strokes(length) => put_key(table, "stroke", text(&span(*length))),
        Pacing::OwnPace => put_key(table, "pace", text("own")),
    }
}

/// The reps, and their pauses: as keys where all sets share them, else with each set's reps.
fn reps(table: &mut Table, schemes: &[Scheme]) {
    let shared = Pauses::of(schemes);
    let value = |scheme: &Scheme| match scheme {
        Scheme::Straight(Reps::Exactly(reps)) => Value::from(i64::from(*reps)),
        scheme if shared.is_some() => text(&scheme.to_string()),
        scheme => text(&with_pauses(scheme)),
    };
    match schemes {
        [one] => put_key(table, "reps", value(one)),
        many => put_key(table, "reps", many.iter().map(value).collect::<Array>()),
    }
    let shared = shared.unwrap_or_default();
    if let Some(intra) = shared.intra.filter(|intra| *intra != INTRA) {
        put_key(table, "intra", text(&span(intra)));
    }
    if let Some((percent, change)) = shared.drop {
        if change != DROP_CHANGE {
            put_key(table, "change", text(&span(change)));
        }
        if percent != DROP {
            put_key(table, "drop", i64::from(percent));
        }
    }
}

/// What the sets have in common.
#[derive(Default)]
struct Pauses {
    intra: Option<std::time::Duration>,
    drop: Option<(u32, std::time::Duration)>,
}

impl Pauses {
    /// `None` where two sets differ in them.
    fn of(schemes: &[Scheme]) -> Option<Self> {
        let mut shared = Self::default();
        for scheme in schemes {
            match scheme {
                Scheme::Straight(_) => {}
                Scheme::Cluster { intra, .. } => {
                    if *shared.intra.get_or_insert(*intra) != *intra {
                        return None;
                    }
                }
                Scheme::Drop {
                    percent, change, ..
                } => {
                    let own = (*percent, *change);
                    if *shared.drop.get_or_insert(own) != own {
                        return None;
                    }
                }
            }
        }
        Some(shared)
    }
}

/// `2+2+2 intra 15s`, `10>8>8 drop 25% change 15s`.
fn with_pauses(scheme: &Scheme) -> String {
    match scheme {
        Scheme::Straight(_) => scheme.to_string(),
        Scheme::Cluster { intra, .. } => format!("{scheme} intra {}", span(*intra)),
        Scheme::Drop {
            percent, change, ..
        } => format!("{scheme} drop {percent}% change {}", span(*change)),
    }
}
