//! What was felt in a practice, and how it is said.

use super::{Plan, Practised, Way};
use crate::training::length::seconds;
use crate::training::tap::{PhaseTiming, Taps, Timing};
use crate::training::timeline::Timeline;
use jiff::civil::Date;
use std::time::Duration;

/// So few phases say nothing.
const FEW: usize = 2;

/// The part of a practice in which was tapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// With cues, which the taps followed.
    Cued,
    /// Without.
    Blind,
}

/// What a practice came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Felt {
    /// What was practised.
    pub plan: Plan,
    /// Where the taps were that count: blind, if there were any, else with cues.
    pub part: Part,
    /// What they tell.
    pub timing: Timing,
    /// What the same tempo was the last time.
    pub before: Option<Practised>,
}

impl Felt {
    /// What taps on the timeline of a plan tell.
    pub fn of(plan: &Plan, timeline: &Timeline, taps: &Taps, before: Option<Practised>) -> Self {
        let blind_from = plan.fade().map_or(Duration::MAX, |fade| fade.to);
        let is_blind = |tap: &Duration| *tap >= blind_from;
        let taps = taps.positions().iter().copied();
        let (blind, cued): (Vec<Duration>, Vec<Duration>) = taps.partition(is_blind);
        let (part, timing) = if blind.is_empty() {
            let cued: Taps = cued.into_iter().collect();
            (Part::Cued, Timing::paced(timeline, &cued))
        } else {
            let blind: Taps = blind.into_iter().collect();
            (Part::Blind, Timing::blind(&blind, &plan.phases()))
        };
        Self {
            plan: plan.clone(),
            part,
            timing,
            before: before.filter(|_| plan.way() == Way::Thirds),
        }
    }

    /// Whether so little was tapped that it says nothing.
    pub fn is_little(&self) -> bool {
        let phases = self.timing.phases.iter();
        phases
            .map(|phase| phase.lengths.measured.len())
            .sum::<usize>()
            < FEW
    }

    /// What is worth keeping until the next time.
    pub fn to_keep(&self, today: Date) -> Option<Practised> {
        let kept = self.part == Part::Blind && !self.is_little();
        kept.then(|| Practised::of(&self.plan, &self.timing, today))
    }

    /// What was practised: `4-0-1-0, blind`; `4-0-1-0 to 7 s`.
    pub fn title(&self) -> String {
        let tempo = self.plan.tempo();
        match (self.plan.way(), self.part) {
            (Way::Ladder(ladder), _) => format!("{tempo} to {} s", seconds(ladder.target)),
            (Way::Thirds, Part::Blind) => format!("{tempo}, blind"),
            (Way::Thirds, Part::Cued) => format!("{tempo}, with cues"),
        }
    }

    /// What to do for there to be something to say; nothing where there is.
    pub fn advice(&self) -> Option<&'static str> {
        match self.plan.way() {
            _ if !self.is_little() => None,
            Way::Thirds => Some(
                "Too few taps to say how long your seconds were: in the blind third, press Space at every turn-around.",
            ),
            Way::Ladder(_) => {
                Some("Nothing was tapped: t at every turn-around says how long your seconds were.")
            }
        }
    }

    /// The last time in lines, one for each phase that was felt now too: `lowering before: 3.1 ± 0.5 on 12 Nov`.
    pub fn before(&self) -> Vec<String> {
        let Some(before) = &self.before else {
            return Vec::new();
        };
        let phases = self.timing.phases.iter().filter(|_| !self.is_little());
        let line = |phase: &PhaseTiming| {
            let mean = before.of_phase(phase.kind, phase.lengths.nominal)?;
            Some(format!(
                "{} before: {mean} on {}",
                phase.name(),
                before.day()
            ))
        };
        phases.filter_map(line).collect()
    }

    /// Everything as plain text, ending with a line break.
    pub fn text(&self) -> String {
        let mut lines = vec![format!("Practised {}", self.title())];
        if let Some(advice) = self.advice() {
            lines.push(advice.to_owned());
        } else {
            lines.extend(self.timing.lines());
            lines.extend(self.before());
        }
        lines.join("\n") + "\n"
    }
}
