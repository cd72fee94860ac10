//! Steps of weight that can be loaded: plates come in pairs, and nobody has all sizes.

use crate::training::journal::{Load, Mass, Unit};

/// The pairs of plates that gyms usually have, both together, in thousandths: 0.5, 1, 1.25, 2.5 and 5 kg. Our own list.
const KG: [i32; 5] = [1_000, 2_000, 2_500, 5_000, 10_000];
/// 1.25, 2.5, 5 and 10 lb.
const LB: [i32; 4] = [2_500, 5_000, 10_000, 20_000];
/// A small step for slow lowering, in per cent (2–5 %: the low end of what the ACSM gives).
const LEAST: i64 = 2;
const MOST: i64 = 5;
/// How much comes off where the lowering grows, in per cent: 15, and never outside of 10 to 20. Our own choice.
const OFF: i64 = 15;
const OFF_LEAST: i64 = 10;
const OFF_MOST: i64 = 20;

fn pairs(unit: Unit) -> &'static [i32] {
    match unit {
        Unit::Kg => &KG,
        Unit::Lb => &LB,
    }
}

/// A load with the smallest usual plates more.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Heavier {
    pub(super) load: Load,
    pub(super) share: Share,
}

/// How much of the load a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    /// Within 2 to 5 %, or less where plates are not big enough.
    Small,
    /// More than 5 %, because nothing smaller is usual.
    Big,
    /// Nobody knows: the body counts, too.
    Unknown,
}

/// The next load; nothing for a band, or the body alone.
pub(super) fn heavier(load: &Load) -> Option<Heavier> {
    let mass = load.mass()?;
    let pairs = pairs(mass.unit());
    let smallest = *pairs.first()?;
    let (step, share) = if matches!(load, Load::Body(_)) {
        (smallest, Share::Unknown)
    } else {
        if mass.thousandths() <= 0 {
            return None;
        }
        let per_cent = |step: i32| (i64::from(step) * 100, i64::from(mass.thousandths()));
        let within = |step: &&i32| {
            let (step, whole) = per_cent(**step);
            (whole * LEAST..=whole * MOST).contains(&step)
        };
        let fit = pairs.iter().find(within).copied();
        let (least, whole) = per_cent(smallest);
        match fit {
            Some(step) => (step, Share::Small),
            None if least > whole * MOST => (smallest, Share::Big),
            None => (*pairs.last()?, Share::Small),
        }
    };
    let more = Mass::new(mass.thousandths().checked_add(step)?, mass.unit())?;
    Some(Heavier {
        load: load.with_mass(more),
        share,
    })
}

/// A load with 15 % off, rounded to what can be loaded within 10 to 20 %; nothing where the load is no weight.
pub(super) fn lighter(load: &Load) -> Option<Load> {
    let (Load::Weight(mass) | Load::PerHand(mass)) = load else {
        return None;
    };
    let whole = i64::from(mass.thousandths());
    if whole <= 0 {
        return None;
    }
    let band = whole * (100 - OFF_MOST)..=whole * (100 - OFF_LEAST);
    let wanted = whole * (100 - OFF);
    let rounded = |step: i64| (wanted + step * 50) / (step * 100) * step;
    let steps: [i64; 4] = match mass.unit() {
        Unit::Kg => [2_500, 1_000, 500, 1],
        Unit::Lb => [5_000, 2_500, 1_000, 1],
    };
    let mut rounded = steps.into_iter().map(rounded);
    let less = rounded.find(|less| band.contains(&(less * 100)))?;
    let mass = Mass::new(i32::try_from(less).ok()?, mass.unit())?;
    Some(load.with_mass(mass))
}
