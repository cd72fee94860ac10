//! The keys that say what is done: shared by a `[[preset]]`, its `[[preset.week]]`s and the `[[routine.step]]`s. What is left
//! out is taken from what they build on.

use std::fmt;
use std::time::Duration;

use serde::Deserialize;
use serde::de::{self, Deserializer, SeqAccess, Visitor};

use crate::store::values::{Percent, Rest as Wait, Sets};
use crate::training::prescription::{Pacing, Prescription, Reps, Rest, Scheme};
use crate::training::preset::Gate;
use crate::training::tempo::Tempo;

/// The names of the keys.
pub(super) const KEYS: [&str; 15] = [
    "tempo",
    "tempo_by_set",
    "tempo_by_rep",
    "hold",
    "stroke",
    "pace",
    "lockout",
    "sets",
    "reps",
    "intra",
    "change",
    "drop",
    "rest",
    "every",
    "load",
];

/// The keys as they were written.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Work {
    tempo: Option<Tempo>,
    tempo_by_set: Option<Vec<Tempo>>,
    tempo_by_rep: Option<Vec<Tempo>>,
    hold: Option<Wait>,
    stroke: Option<Wait>,
    pace: Option<Pace>,
    lockout: Option<Lockout>,
    sets: Option<Sets>,
    reps: Option<Schemes>,
    intra: Option<Wait>,
    change: Option<Wait>,
    drop: Option<Percent>,
    rest: Option<Wait>,
    every: Option<Wait>,
    pub(super) load: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Pace {
    Own,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Lockout {
    Wait,
    Go,
}

impl Work {
    /// The work, on top of what `base` says. What nobody says is what `downbeat start 4-0-1-0` would do: three sets of eight,
    /// two minutes apart.
    ///
    /// # Errors
    /// Keys that are missing or contradict each other, as a sentence.
    pub(super) fn onto(self, base: Option<&Prescription>) -> Result<Prescription, String> {
        let pacing = match self.pacing()? {
            Some(pacing) => pacing,
            None => base
                .map(|base| base.pacing.clone())
                .ok_or("this preset has no tempo: add one, such as tempo = \"4-0-1-0\"")?,
        };
        let listed = self.reps.as_ref().map_or(0, |reps| reps.0.len());
        let sets = match (self.sets, base) {
            (Some(sets), _) if usize::try_from(sets.number()).is_ok_and(|sets| sets < listed) => {
                return Err(format!(
                    "reps lists {listed} sets and sets says {}: leave sets out",
                    sets.number()
                ));
            }
            (Some(sets), _) => sets.number(),
            (None, _) if listed > 1 => u32::try_from(listed).unwrap_or(u32::MAX),
            (None, Some(base)) => base.sets,
            (None, None) => 3,
        };
        let rest = match (self.rest, self.every) {
            (Some(_), Some(_)) => return Err("write either rest or every, not both".to_owned()),
            (Some(rest), None) => Rest::Between(rest.duration()),
            (None, Some(every)) => Rest::Every(every.duration()),
            (None, None) => base.map_or(Rest::Between(Duration::from_secs(120)), |base| base.rest),
        };
        let lockout = match self.lockout {
            Some(Lockout::Wait) => Gate::Closed,
            Some(Lockout::Go) => Gate::Open,
            None => base.map_or(Gate::Open, |base| base.lockout),
        };
        let reps = self.schemes(&pacing, base)?;
        Ok(Prescription {
            sets,
            reps,
            pacing,
            lockout,
            rest,
        })
    }

    fn pacing(&self) -> Result<Option<Pacing>, String> {
        let hold = |wait: &Wait| wait.duration();
        let mut given = [
            self.tempo.map(Pacing::Tempo),
            self.tempo_by_set.clone().map(Pacing::BySet),
            self.tempo_by_rep.clone().map(Pacing::ByRep),
            self.hold.as_ref().map(hold).map(Pacing::Hold),
            self.stroke.as_ref().map(hold).map(Pacing::Strokes),
            self.pace.map(|Pace::Own| Pacing::OwnPace),
        ]
        .into_iter()
        .flatten();
        let first = given.next();
        match given.next() {
            None => Ok(first),
            Some(_) => Err(
                "write only one of tempo, tempo_by_set, tempo_by_rep, hold, stroke and pace"
                    .to_owned(),
            ),
        }
    }

    fn schemes(self, pacing: &Pacing, base: Option<&Prescription>) -> Result<Vec<Scheme>, String> {
        let paused = self.reps.as_ref().is_some_and(|reps| reps.1);
        if paused && (self.intra.is_some() || self.change.is_some() || self.drop.is_some()) {
            return Err(
                "the pauses stand with the reps already: write them there, or as keys, not both"
                    .to_owned(),
            );
        }
        let mut reps = match (self.reps, pacing, base) {
            (Some(Schemes(reps, _)), ..) => reps,
            (None, _, Some(base)) => base.reps.clone(),
            (None, Pacing::Hold(_), None) => vec![Scheme::exactly(1)],
            (None, Pacing::Tempo(_) | Pacing::BySet(_) | Pacing::ByRep(_), None) => {
                vec![Scheme::exactly(8)]
            }
            (None, Pacing::Strokes(_) | Pacing::OwnPace, None) => {
                return Err("this preset does not say how many: add reps = 20".to_owned());
            }
        };
        let mut used = [
            self.intra.is_none(),
            self.change.is_none() && self.drop.is_none(),
        ];
        for scheme in &mut reps {
            match scheme {
                Scheme::Straight(_) => {}
                Scheme::Cluster { intra, .. } => {
                    used[0] = true;
                    *intra = self.intra.map_or(*intra, Wait::duration);
                }
                Scheme::Drop {
                    change, percent, ..
                } => {
                    used[1] = true;
                    *change = self.change.map_or(*change, Wait::duration);
                    *percent = self.drop.map_or(*percent, Percent::number);
                }
            }
        }
        match used {
            [false, _] => {
                Err("intra is the pause within a cluster: write reps = \"2+2+2\"".to_owned())
            }
            [_, false] => {
                Err("change and drop belong to a drop set: write reps = \"10>8>8\"".to_owned())
            }
            _ => Ok(reps),
        }
    }
}

/// The reps of one set, or of each in turn; and whether any says its own pauses.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Schemes(Vec<Scheme>, bool);

/// Reps of one set, and whether they say their pauses.
struct Written(Scheme, bool);

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SchemeReader)
    }
}

impl<'de> Deserialize<'de> for Schemes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SchemesReader)
    }
}

const EXPECTED: &str =
    "a number of reps from 1 to 100000, or \"6-8\", \"AMRAP\", \"2+2+2\" or \"10>8>8\"";

struct SchemeReader;

impl Visitor<'_> for SchemeReader {
    type Value = Written;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Written, E> {
        match u32::try_from(number) {
            Ok(reps @ 1..=100_000) => Ok(Written(Scheme::Straight(Reps::Exactly(reps)), false)),
            _ => Err(E::custom(format!(
                "{number} is out of range: write a whole number from 1 to 100000"
            ))),
        }
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Written, E> {
        let scheme = text.parse().map_err(E::custom)?;
        let paused = ["intra", "change", "drop"];
        let lower = text.to_ascii_lowercase();
        Ok(Written(
            scheme,
            paused.iter().any(|key| lower.contains(key)),
        ))
    }
}

struct SchemesReader;

impl<'de> Visitor<'de> for SchemesReader {
    type Value = Schemes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{EXPECTED}, or a list of these, one for each set")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Schemes, E> {
        SchemeReader
            .visit_i64(number)
            .map(|Written(scheme, paused)| Schemes(vec![scheme], paused))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Schemes, E> {
        SchemeReader
            .visit_str(text)
            .map(|Written(scheme, paused)| Schemes(vec![scheme], paused))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Schemes, A::Error> {
        let (mut schemes, mut any) = (Vec::new(), false);
        while let Some(Written(scheme, paused)) = list.next_element()? {
            schemes.push(scheme);
            any |= paused;
        }
        if schemes.is_empty() {
            return Err(de::Error::custom(
                "the list is empty: write the reps of each set, as in [12, 10, 8]",
            ));
        }
        Ok(Schemes(schemes, any))
    }
}
