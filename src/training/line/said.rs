//! The read-back: what was understood, in words, so that a person sees a misreading before it is trained.

use super::{Message, Reading, Understood};
use crate::training::exercise::{Exercise, Start};
use crate::training::length::{seconds, short};
use crate::training::prescription::{Pacing, Prescription, Rest, Scheme};
use crate::training::preset::{Gate, Side, Sides, Unloaded};
use crate::training::tempo::{Pace, Tempo};
use crate::training::text::visible;
use std::time::Duration;

/// Tempos of a ladder that are spelled out.
const RUNGS: usize = 6;

impl Message {
    /// Every exercise with an arrow to the next; of one that is wrong, its mistake.
    pub fn read_back(&self) -> String {
        let readings: Vec<String> = self.readings.iter().map(Reading::read_back).collect();
        readings.join(" → ")
    }
}

impl Reading {
    /// `A1 DB RDL · 3×10 · lower 4, lift 1 · starts DOWN · rest 60 s`, or what is wrong.
    pub fn read_back(&self) -> String {
        let label = self
            .label
            .map(|label| format!("{label} "))
            .unwrap_or_default();
        match &self.outcome {
            Ok(understood) => format!("{label}{}", understood.read_back()),
            Err(error) => format!("{label}{error}"),
        }
    }
}

impl Understood {
    /// In words, without its label.
    pub fn read_back(&self) -> String {
        let work = &self.work;
        let mut parts = vec![visible(&self.exercise.name).into_owned(), dose(work)];
        parts.push(sides(self.sides));
        parts.push(pace(work));
        parts.push(pauses(work));
        parts.push(start(&self.exercise, work));
        if work.lockout == Gate::Closed {
            parts.push("waits at lock-out".to_owned());
        }
        parts.push(match self.unloaded {
            Unloaded::Neither => String::new(),
            Unloaded::Stretched => "breaks while stretched".to_owned(),
            Unloaded::Contracted => "breaks while contracted".to_owned(),
            Unloaded::Both => "every pause a break".to_owned(),
        });
        parts.push(match work.rest {
            Rest::Every(every) => format!("a set every {}", plain(every)),
            Rest::Between(Duration::ZERO) => "no rest".to_owned(),
            Rest::Between(rest) => format!("rest {}", plain(rest)),
        });
        parts.extend(
            self.lead_in
                .map(|length| format!("lead-in {}", plain(length))),
        );
        parts.push(visible(&self.load).into_owned());
        parts.push(match self.cue.as_str() {
            "" => String::new(),
            cue => format!("“{}”", visible(cue)),
        });
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }
}

/// The dose; how often a set begins is said behind it.
fn dose(work: &Prescription) -> String {
    let rest = Rest::Between(Duration::ZERO);
    Prescription {
        rest,
        ..work.clone()
    }
    .dose()
}

fn sides(sides: Sides) -> String {
    let first = |first: Side, text: &str| match first {
        Side::Left => text.to_owned(),
        Side::Right => format!("{text}, right first"),
    };
    match sides {
        Sides::Both => String::new(),
        Sides::Each(side) => first(side, "each side"),
        Sides::Alternating(side) => first(side, "sides in turns, rep by rep"),
        Sides::Only(side) => format!("{} side only", side.as_str()),
    }
}

fn pace(work: &Prescription) -> String {
    match &work.pacing {
        Pacing::Tempo(tempo) => phases(*tempo),
        Pacing::BySet(tempos) => format!("tempo by set: {}", ladder(tempos)),
        Pacing::ByRep(tempos) => format!("tempo by rep: {}", ladder(tempos)),
        Pacing::Hold(length) => format!("hold {}", plain(*length)),
        Pacing::Strokes(length) => format!("strokes of {}", plain(*length)),
        Pacing::OwnPace => "at your own pace".to_owned(),
    }
}

fn ladder(tempos: &[Tempo]) -> String {
    let mut rungs: Vec<String> = tempos.iter().take(RUNGS).map(ToString::to_string).collect();
    if tempos.len() > RUNGS {
        rungs.push("…".to_owned());
    }
    rungs.join(", ")
}

/// `lower 4, pause 1, lift fast`, in the order of the fields.
fn phases(tempo: Tempo) -> String {
    let moving = |pace: Pace, name: &str| match pace {
        Pace::Timed(length) if length.is_zero() => None,
        Pace::Timed(length) => Some(format!("{name} {}", seconds(length))),
        Pace::Explosive => Some(format!("{name} fast")),
        Pace::Assisted => Some(format!("{name} with help")),
    };
    let pause =
        |length: Duration| (!length.is_zero()).then(|| format!("pause {}", seconds(length)));
    let phases = [
        moving(tempo.lower(), "lower"),
        pause(tempo.stretched()),
        moving(tempo.lift(), "lift"),
        pause(tempo.contracted()),
    ];
    phases.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The pauses of clusters and drop sets, where they are alike in all sets.
fn pauses(work: &Prescription) -> String {
    let mut said: Vec<String> = Vec::new();
    for scheme in &work.reps {
        let pause = match scheme {
            Scheme::Straight(_) => continue,
            Scheme::Cluster { intra, .. } => format!("{} s within", seconds(*intra)),
            Scheme::Drop {
                percent, change, ..
            } => {
                format!("drop {percent} % in {} s", seconds(*change))
            }
        };
        if !said.contains(&pause) {
            said.push(pause);
        }
    }
    said.join(", ")
}

/// Where a rep begins; a hold begins nowhere.
fn start(exercise: &Exercise, work: &Prescription) -> String {
    if work.tempos().is_empty() {
        return String::new();
    }
    let first = match exercise.start {
        Start::Lower => exercise.lower_word(),
        Start::Lift => exercise.lift_word(),
    };
    format!("starts {first}")
}

/// `60 s`, `2:00`.
fn plain(length: Duration) -> String {
    if length <= Duration::from_secs(90) {
        format!("{} s", seconds(length))
    } else {
        short(length)
    }
}
