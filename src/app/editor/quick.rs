//! The one place where the work of a preset becomes a line of text, and a line becomes the work of a preset.
//!
//! It is how everything is edited that has no rows of its own: ladders, clusters and drop sets.

use crate::training::exercise::Exercise;
use crate::training::length;
use crate::training::prescription::{Pacing, Prescription, Rest, Scheme};
use crate::training::preset::{Draft, Gate, Side, Sides};
use crate::training::tempo::Tempo;
use std::time::Duration;

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    /// What is lifted, where the line says so.
    pub(super) exercise: Option<Exercise>,
    pub(super) work: Prescription,
    pub(super) sides: Sides,
}

/// The rest where none is written.
const REST: Duration = Duration::from_secs(120);

/// Reads `3x8 @4010 rest 2m`, `12,10,8 @4010`, `3x8/side @4010,3010,2010 rest 90`, `4x2+2+2 @20X0`.
pub(super) fn read(text: &str) -> Result<Parts, String> {
    let mut words = text.split_whitespace().peekable();
    let dose = words.next().unwrap_or_default();
    let (dose, sides) = match dose.strip_suffix("/side") {
        Some(dose) => (dose, Sides::Each(Side::Left)),
        None => (dose, Sides::Both),
    };
    let (sets, reps) = sets_and_reps(dose)?;
    let mut pacing = None;
    let mut rest = Rest::Between(REST);
    while let Some(word) = words.next() {
        if let Some(tempos) = word.strip_prefix('@') {
            pacing = Some(ladder(tempos)?);
        } else if word == "rest" || word == "every" {
            let written = words.next().unwrap_or_default();
            let length = length::read(written).map_err(|error| error.to_string())?;
            rest = if word == "rest" {
                Rest::Between(length)
            } else {
                Rest::Every(length)
            };
        } else {
            return Err(format!("`{word}` is not understood: {USAGE}"));
        }
    }
    let pacing = pacing.ok_or_else(|| format!("There is no tempo: {USAGE}"))?;
    Ok(Parts {
        exercise: None,
        work: Prescription {
            sets,
            reps,
            pacing,
            lockout: Gate::Open,
            rest,
        },
        sides,
    })
}

const USAGE: &str = "write sets, tempo and rest, as in 3x8 @4010 rest 2m";

fn sets_and_reps(text: &str) -> Result<(u32, Vec<Scheme>), String> {
    let scheme = |text: &str| text.parse::<Scheme>().map_err(|error| error.to_string());
    if let Some((sets, reps)) = text.split_once(['x', 'X', '×']) {
        let sets = sets
            .parse()
            .map_err(|_no_number| format!("`{sets}` is no number of sets: {USAGE}"))?;
        return Ok((sets, vec![scheme(reps)?]));
    }
    let reps = text.split(',').map(scheme).collect::<Result<Vec<_>, _>>()?;
    let sets = u32::try_from(reps.len()).unwrap_or(u32::MAX);
    Ok((sets, reps))
}

/// Tempos with commas between them are a ladder over sets, with `>` one within the set.
fn ladder(text: &str) -> Result<Pacing, String> {
    let all = |sign: char| -> Result<Vec<Tempo>, String> {
        let tempos = text.split(sign).map(str::parse::<Tempo>);
        tempos
            .collect::<Result<_, _>>()
            .map_err(|error| error.to_string())
    };
    Ok(if text.contains('>') {
        Pacing::ByRep(all('>')?)
    } else if text.contains(',') {
        Pacing::BySet(all(',')?)
    } else {
        Pacing::Tempo(
            text.parse()
                .map_err(|error: crate::training::tempo::TempoError| error.to_string())?,
        )
    })
}

/// The work of a draft as a line that reads back as the same; `None` where no line says it.
pub(super) fn write(draft: &Draft) -> Option<String> {
    let line = written(draft)?;
    let back = read(&line).ok()?;
    let same = back.work.canonical() == draft.work.clone().canonical()
        && std::mem::discriminant(&back.sides) == std::mem::discriminant(&draft.sides);
    same.then_some(line)
}

fn written(draft: &Draft) -> Option<String> {
    let work = &draft.work;
    let schemes: Vec<String> = work.reps.iter().map(ToString::to_string).collect();
    let dose = match schemes.as_slice() {
        [one] => format!("{}x{one}", work.sets),
        many => many.join(","),
    };
    let side = match draft.sides {
        Sides::Both => "",
        Sides::Each(_) => "/side",
        Sides::Alternating(_) | Sides::Only(_) => return None,
    };
    let joined = |tempos: &[Tempo], sign: &str| {
        let tempos: Vec<String> = tempos.iter().map(ToString::to_string).collect();
        tempos.join(sign)
    };
    let tempo = match &work.pacing {
        Pacing::Tempo(tempo) => tempo.to_string(),
        Pacing::BySet(tempos) => joined(tempos, ","),
        Pacing::ByRep(tempos) => joined(tempos, ">"),
        Pacing::Hold(_) | Pacing::Strokes(_) | Pacing::OwnPace => return None,
    };
    let rest = match work.rest {
        Rest::Between(rest) => format!("rest {}", length::short(rest)),
        Rest::Every(every) => format!("every {}", length::short(every)),
    };
    Some(format!("{dose}{side} @{tempo} {rest}"))
}
