//! The dose in a few letters, for lists and titles: `3×8`, `12,10,8`, `4×(2+2+2)`, `5×45 s`, `10×5 every 1:00`.

use super::{Pacing, Prescription, Rest, Scheme};
use crate::training::length;
use crate::training::preset::{Preset, Sides};
use crate::training::routine::Routine;

impl Prescription {
    /// Sets and reps, without tempo and rest.
    pub fn dose(&self) -> String {
        let schemes: Vec<String> = self
            .reps
            .iter()
            .map(|scheme| self.reps_of(scheme))
            .collect();
        let reps = match schemes.as_slice() {
            [one] => format!("{}×{one}", self.sets),
            many => many.join(","),
        };
        match self.rest {
            Rest::Between(_) => reps,
            Rest::Every(every) => format!("{reps} every {}", length::clock(every)),
        }
    }

    fn reps_of(&self, scheme: &Scheme) -> String {
        let reps = match scheme {
            Scheme::Straight(reps) => reps.to_string(),
            Scheme::Cluster { .. } | Scheme::Drop { .. } => format!("({scheme})"),
        };
        match self.pacing {
            Pacing::Hold(hold) if reps == "1" => length::short(hold),
            Pacing::Hold(hold) => format!("{reps}×{}", length::short(hold)),
            Pacing::Strokes(stroke) => format!("{reps}×{}", length::short(stroke)),
            _ => reps,
        }
    }
}

impl Preset {
    /// Sets and reps, `/side` where each side does them.
    pub fn dose(&self) -> String {
        let side = match self.sides {
            Sides::Both => "",
            Sides::Each(_) | Sides::Alternating(_) => "/side",
            Sides::Only(side) => return format!("{} {}", self.work.dose(), side.as_str()),
        };
        format!("{}{side}", self.work.dose())
    }

    /// What is lifted, or the preset's name where nobody said; nothing where that is only the tempo again.
    pub fn title(&self) -> &str {
        let named_by_tempo = self
            .tempo()
            .is_some_and(|tempo| tempo.to_string() == self.name);
        match (self.exercise.name.as_str(), named_by_tempo) {
            ("", true) => "",
            ("", false) => &self.name,
            (exercise, _) => exercise,
        }
    }

    /// The tempo, or what stands in its place.
    pub fn pace(&self) -> String {
        match &self.work.pacing {
            Pacing::Tempo(tempo) => tempo.to_string(),
            Pacing::BySet(_) | Pacing::ByRep(_) => "ladder".to_owned(),
            Pacing::Hold(_) => "hold".to_owned(),
            Pacing::Strokes(_) => "strokes".to_owned(),
            Pacing::OwnPace => "own pace".to_owned(),
        }
    }
}

impl Routine {
    /// Sets and reps of a preset alone; else how many steps there are.
    pub fn dose(&self) -> String {
        self.as_solo()
            .map_or_else(|| format!("{} steps", self.steps.len()), Preset::dose)
    }

    /// What a step is called while others are done: `Row`, in a superset `A2 Row`; steps count from 0.
    pub fn called(&self, step: usize) -> String {
        let Some(preset) = self.presets().nth(step) else {
            return String::new();
        };
        let name = match preset.title() {
            "" => format!("exercise {}", step + 1),
            title => title.to_owned(),
        };
        let mut first = 0;
        for turns in self.chunks() {
            let place = step.checked_sub(first).filter(|place| *place < turns.len());
            let group = turns.first().and_then(|step| step.group);
            if let (Some(place), Some(group)) = (place, group) {
                return format!("{}{} {name}", group.letter(), place + 1);
            }
            first += turns.len();
        }
        name
    }

    /// The tempo of a preset alone, or what stands in its place; nothing where the exercises differ.
    pub fn pace(&self) -> String {
        let mut paces = self.presets().map(Preset::pace);
        let first = paces.next().unwrap_or_default();
        if paces.all(|pace| pace == first) {
            first
        } else {
            "varies".to_owned()
        }
    }
}
