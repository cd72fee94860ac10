//! Taps without a clock to follow: only the tempo is known, and some taps are missing or doubled.
//!
//! Each tap is put at the beginning of one of the phases so that the lengths between taps fit the tempo best as a whole: a
//! small dynamic programme over taps and phases. A length that spans several phases, because a tap is missing, measures none.
//! It is done twice: first against the tempo, then against what this lifter usually makes of it, so that somebody whose
//! seconds are short is not taken for somebody who forgets to tap.

use super::{Taps, Timing};
use crate::training::timeline::SegmentKind;
use std::time::Duration;

/// Two taps that are nearer than this, and than half of the shortest phase, are one that was doubled.
const DOUBLED: Duration = Duration::from_millis(350);
/// What it costs to take a length for nothing that has to do with the tempo.
const BROKEN: f64 = 12.0;
/// What it costs to begin in a later phase than the first, where all else is equal.
const LATER: f64 = 0.01;

/// What lengths between taps are compared with.
struct Expected {
    /// The length of each phase.
    phases: Vec<Duration>,
    /// A length that is so much longer or shorter, as a natural logarithm, costs 1.
    usual: f64,
    /// What a missing tap costs.
    missed: f64,
}

impl Expected {
    /// The tempo itself: people are off it by a third, and rarely forget to tap.
    fn of_tempo(phases: &[Phase]) -> Self {
        Self {
            phases: phases.iter().map(|phase| phase.nominal).collect(),
            usual: 0.25,
            missed: 2.0,
        }
    }

    /// What this lifter does: the middle one of the lengths that were found for each phase. Nobody is off their own lengths as
    /// much as off the tempo.
    fn of_lifter(&self, lengths: &[Duration], found: &[Option<usize>]) -> Self {
        let usual = |(index, nominal): (usize, &Duration)| {
            let mine = found.iter().zip(lengths);
            let mine = mine.filter(|(found, _)| **found == Some(index));
            let mut mine: Vec<Duration> = mine.map(|(_, length)| *length).collect();
            mine.sort_unstable();
            mine.get(mine.len() / 2).copied().unwrap_or(*nominal)
        };
        Self {
            phases: self.phases.iter().enumerate().map(usual).collect(),
            usual: 0.15,
            missed: 0.5,
        }
    }

    /// What it costs to take a length for so many phases from one on.
    fn fit(&self, length: Duration, from: usize, steps: usize) -> f64 {
        let phases = self.phases.iter().cycle().skip(from).take(steps);
        let expected: Duration = phases.sum();
        let off = length.div_duration_f64(expected).ln() / self.usual;
        off * off + self.missed * super::count(steps.saturating_sub(1))
    }
}

/// A phase of a tempo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phase {
    /// The kind: a moving phase or a pause.
    pub kind: SegmentKind,
    /// Its length; a phase of nought is left out of the list.
    pub nominal: Duration,
}

/// How a tap at the beginning of a phase was come to.
#[derive(Debug, Clone, Copy)]
struct Way {
    cost: f64,
    /// The phase at whose beginning the tap before was.
    from: usize,
    step: Step,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// One phase lies between the two taps.
    Measured,
    /// Several do, or nobody knows.
    Unmeasured,
}

impl Timing {
    /// What taps tell where there was no clock to follow, against the phases of a tempo in the order in which they are done,
    /// over and over.
    pub fn blind(taps: &Taps, phases: &[Phase]) -> Self {
        let mut timing = Self {
            taps: taps.positions().len(),
            ..Self::default()
        };
        let shortest = phases.iter().map(|phase| phase.nominal).min();
        let Some(shortest) = shortest.filter(|shortest| !shortest.is_zero()) else {
            return timing;
        };
        let taps = single(taps.positions(), DOUBLED.min(shortest / 2));
        let lengths: Vec<Duration> = taps
            .windows(2)
            .filter_map(|pair| Some(pair.last()?.saturating_sub(*pair.first()?)))
            .collect();
        let tempo = Expected::of_tempo(phases);
        let lifter = tempo.of_lifter(&lengths, &best(&lengths, &tempo));
        for (index, length) in best(&lengths, &lifter).into_iter().zip(&lengths) {
            if let Some(phase) = index.and_then(|index| phases.get(index)) {
                timing.note(phase.kind, phase.nominal, *length);
            }
        }
        timing
    }
}

/// The taps without those that double another.
fn single(taps: &[Duration], doubled: Duration) -> Vec<Duration> {
    let mut single: Vec<Duration> = Vec::new();
    for tap in taps {
        if single.last().is_none_or(|last| *tap >= *last + doubled) {
            single.push(*tap);
        }
    }
    single
}

/// The phase that each length is, as an index; nothing where it is none or several.
fn best(lengths: &[Duration], expected: &Expected) -> Vec<Option<usize>> {
    let mut costs: Vec<f64> = std::iter::successors(Some(0.0), |cost| Some(cost + LATER))
        .take(expected.phases.len())
        .collect();
    let mut ways: Vec<Vec<Way>> = Vec::new();
    for length in lengths {
        let row: Vec<Way> = (0..expected.phases.len())
            .filter_map(|to| cheapest(&costs, to, *length, expected))
            .collect();
        costs = row.iter().map(|way| way.cost).collect();
        ways.push(row);
    }
    let last = costs.iter().enumerate();
    let mut at = last
        .min_by(|(_, a), (_, b)| a.total_cmp(b))
        .map_or(0, |(at, _)| at);
    let mut found: Vec<Option<usize>> = Vec::new();
    for row in ways.iter().rev() {
        let Some(way) = row.get(at) else { break };
        found.push((way.step == Step::Measured).then_some(way.from));
        at = way.from;
    }
    found.reverse();
    found
}

/// The cheapest way to a phase over a length.
fn cheapest(costs: &[f64], to: usize, length: Duration, expected: &Expected) -> Option<Way> {
    let ways = costs.iter().enumerate().flat_map(|(from, cost)| {
        let broken = Way {
            cost: cost + BROKEN,
            from,
            step: Step::Unmeasured,
        };
        // Once round, or a second time.
        let ahead = (to + costs.len() - from - 1) % costs.len() + 1;
        let rounds = [ahead, ahead + costs.len()].map(|steps| Way {
            cost: cost + expected.fit(length, from, steps),
            from,
            step: if steps == 1 {
                Step::Measured
            } else {
                Step::Unmeasured
            },
        });
        rounds.into_iter().chain([broken])
    });
    ways.min_by(|a, b| a.cost.total_cmp(&b.cost))
}
