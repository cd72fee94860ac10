//! From a preset to its line. Whatever is written is read again before anybody gets it, so that a line never says something
//! else than its preset.

use super::{name, read};
use crate::training::exercise::{Exercise, Path};
use crate::training::length::{clock, seconds};
use crate::training::prescription::{AMRAP_CAP, Pacing, Prescription, Reps, Rest, Scheme};
use crate::training::preset::{Draft, Gate, LEAD_IN, Side, Sides, Unloaded};
use crate::training::tempo::Tempo;
use crate::training::text::is_unfit;
use std::time::Duration;

/// What of a preset has no line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoLine {
    /// It changes from week to week.
    #[error(
        "a programme that changes with the weeks has no line: only its first week would fit in one"
    )]
    Weeks,
    /// Its name, load or cue holds quotes or control characters.
    #[error("a name, load or cue with quotes or control characters has no line")]
    Text,
    /// Something that the reader would take for something else.
    #[error("it would be read as something else")]
    Other,
}

/// The line of a preset: exercise, work, sides, lead-in, load and cue. Its name, id and evidence have no place in a line.
///
/// # Errors
/// What of it cannot be said in a line.
pub fn write(draft: &Draft) -> Result<String, NoLine> {
    if !draft.weeks.is_empty() {
        return Err(NoLine::Weeks);
    }
    let texts = [&draft.exercise.name, &draft.load, &draft.cue];
    let awkward = |c: char| is_unfit(c) || "\"“”″＂".contains(c);
    if texts.iter().any(|text| text.contains(awkward)) {
        return Err(NoLine::Text);
    }
    let work = work(&draft.work, draft.sides);
    // Behind a name "hold" would be a part of it, as in "Plank hold"; a length in the dose says it as well.
    let bare = work.strip_prefix("hold ");
    let bare = bare.filter(|_| !draft.exercise.name.is_empty());
    let mut words = vec![
        named(&draft.exercise.name),
        bare.unwrap_or(&work).to_owned(),
    ];
    if draft.lead_in != LEAD_IN {
        words.push(format!("lead-in {}", length(draft.lead_in)));
    }
    words.extend(manner(&draft.exercise));
    words.push(match draft.unloaded {
        Unloaded::Neither => String::new(),
        Unloaded::Stretched => "unloaded stretched".to_owned(),
        Unloaded::Contracted => "unloaded contracted".to_owned(),
        Unloaded::Both => "unloaded stretched contracted".to_owned(),
    });
    let quoted = |key: &str, text: &str| match text {
        "" => String::new(),
        text => format!("{key} \"{text}\""),
    };
    words.push(loaded(&draft.load).unwrap_or_else(|| quoted("load", &draft.load)));
    words.push(quoted("cue", &draft.cue));
    words.retain(|word| !word.is_empty());
    let line = words.join(" ");
    if says(&line, draft) {
        Ok(line)
    } else {
        Err(NoLine::Other)
    }
}

/// Whether a line is read as the preset it was made of.
fn says(line: &str, draft: &Draft) -> bool {
    let message = read(line);
    let understood = match message.understood().as_deref() {
        Ok([one]) => (*one).clone(),
        _ => return false,
    };
    let again = understood.draft(draft.id.clone(), LEAD_IN);
    again
        == Draft {
            name: again.name.clone(),
            programme: again.programme,
            about: again.about.clone(),
            work: draft.work.clone().canonical(),
            ..draft.clone()
        }
}

/// The work and its sides, which always have a line: `3x8/side @4010 rest 2m`.
pub fn work(work: &Prescription, sides: Sides) -> String {
    let work = &work.clone().canonical();
    let mut words = vec![dose(work, sides)];
    words.extend(paced(work));
    if let [only] = work.reps.as_slice() {
        words.extend(pauses(only));
    }
    words.push(of_sides(sides).to_owned());
    if work.lockout == Gate::Closed {
        words.push("wait at lockout".to_owned());
    }
    match work.rest {
        // A single set without a word about rests.
        Rest::Between(rest) if work.sets == 1 && rest == Duration::from_secs(120) => {}
        Rest::Between(Duration::ZERO) => words.push("no rest".to_owned()),
        Rest::Between(rest) => words.push(format!("rest {}", length(rest))),
        Rest::Every(every) if is_emom(work) && every == MINUTE => {}
        Rest::Every(every) => words.push(format!("every {}", length(every))),
    }
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

const MINUTE: Duration = Duration::from_secs(60);

/// Whether it is written as coaches do, `emom 10: 5`.
fn is_emom(work: &Prescription) -> bool {
    let straight = matches!(
        work.reps.as_slice(),
        [Scheme::Straight(Reps::Exactly(_) | Reps::Range { .. })]
    );
    work.rest == Rest::Every(MINUTE) && straight && !is_short_hold(work)
}

/// Whether each set is one hold, `5x45s`.
fn is_short_hold(work: &Prescription) -> bool {
    let once = Scheme::exactly(1);
    matches!(work.pacing, Pacing::Hold(_)) && work.reps.iter().all(|reps| *reps == once)
}

fn dose(work: &Prescription, sides: Sides) -> String {
    let side = match sides {
        Sides::Each(_) => "/side",
        Sides::Both | Sides::Alternating(_) | Sides::Only(_) => "",
    };
    let sets = work.sets;
    if let (Pacing::Hold(hold), true) = (&work.pacing, is_short_hold(work)) {
        return format!(
            "hold {sets}x{}{side}",
            crate::training::length::short(*hold)
        );
    }
    match work.reps.as_slice() {
        [one] if is_emom(work) => format!("emom {sets}: {one}{side}"),
        [drop @ Scheme::Drop { .. }] if sets == 1 => format!("{drop}{side}"),
        [cluster @ (Scheme::Cluster { .. } | Scheme::Drop { .. })] => {
            format!("{sets}x({cluster}){side}")
        }
        [Scheme::Straight(Reps::Amrap { cap })] if *cap != AMRAP_CAP => {
            format!("{sets}xAMRAP to {cap}{side}")
        }
        [Scheme::Straight(Reps::AsTolerated(reps))] => format!("{sets}x{reps} as tolerated{side}"),
        [one] => format!("{sets}x{one}{side}"),
        many => {
            let many: Vec<String> = many.iter().map(listed).collect();
            format!("{}{side}", many.join(","))
        }
    }
}

/// The reps of one set among others: in brackets where it needs words.
fn listed(scheme: &Scheme) -> String {
    match scheme {
        Scheme::Straight(Reps::Exactly(_) | Reps::Range { .. }) => scheme.to_string(),
        Scheme::Straight(Reps::Amrap { cap }) => format!("(AMRAP to {cap})"),
        Scheme::Straight(Reps::AsTolerated(_)) => format!("({scheme})"),
        Scheme::Cluster { .. } | Scheme::Drop { .. } => {
            format!(
                "({scheme} {})",
                pauses(scheme).collect::<Vec<_>>().join(" ")
            )
        }
    }
}

fn pauses(scheme: &Scheme) -> impl Iterator<Item = String> {
    let words = match scheme {
        Scheme::Straight(_) => None,
        Scheme::Cluster { intra, .. } => Some(format!("intra {}", length(*intra))),
        Scheme::Drop {
            percent, change, ..
        } => Some(format!("drop {percent}% change {}", length(*change))),
    };
    words.into_iter()
}

fn paced(work: &Prescription) -> Option<String> {
    let ladder = |tempos: &[Tempo]| {
        let tempos: Vec<String> = tempos.iter().copied().map(compact).collect();
        format!("@{}", tempos.join(">"))
    };
    Some(match &work.pacing {
        Pacing::Tempo(tempo) => format!("@{}", compact(*tempo)),
        Pacing::BySet(tempos) => ladder(tempos),
        Pacing::ByRep(tempos) => format!("{} by rep", ladder(tempos)),
        Pacing::Hold(_) if is_short_hold(work) => return None,
        Pacing::Hold(hold) => format!("hold {}", length(*hold)),
        Pacing::Strokes(stroke) => format!("strokes {}", length(*stroke)),
        Pacing::OwnPace => "own pace".to_owned(),
    })
}

/// `4010` where every field is one character, as coaches write it.
fn compact(tempo: Tempo) -> String {
    let text = tempo.to_string();
    let fields = text.replace('-', "");
    if fields.len() == 4 { fields } else { text }
}

fn of_sides(sides: Sides) -> &'static str {
    match sides {
        Sides::Both | Sides::Each(Side::Left) => "",
        Sides::Each(Side::Right) => "right first",
        Sides::Alternating(Side::Left) => "alternating",
        Sides::Alternating(Side::Right) => "alternating right first",
        Sides::Only(Side::Left) => "left only",
        Sides::Only(Side::Right) => "right only",
    }
}

/// The name as it is, or in quotes where the reader would take a part of it for something else.
fn named(name: &str) -> String {
    let plain = name
        .chars()
        .all(|c| c.is_alphabetic() || c == ' ' || c == '-');
    let message = read(&format!("{name} 1x1 @4010"));
    let reads = message
        .understood()
        .is_ok_and(|all| matches!(all.as_slice(), [one] if one.exercise.name == name));
    match name {
        "" => String::new(),
        name if plain && reads && message.unread().is_empty() => name.to_owned(),
        name => format!("\"{name}\""),
    }
}

/// What is otherwise than the name says.
fn manner(exercise: &Exercise) -> Vec<String> {
    let known = name::exercise(&exercise.name);
    let mut words = Vec::new();
    if exercise.start != known.start {
        words.push(format!("start {}", exercise.start));
    }
    if exercise.path == Path::Inverted && known.path != Path::Inverted {
        words.push("path inverted".to_owned());
    }
    words
}

/// A load that is one without the word, as `24 kg` is.
fn loaded(load: &str) -> Option<String> {
    let message = read(&format!("1x1 @4010 {load}"));
    let is = message
        .understood()
        .is_ok_and(|all| matches!(all.as_slice(), [one] if one.load == load));
    (is && message.unread().is_empty() && !load.is_empty()).then(|| load.to_owned())
}

/// Whole minutes as `2m`, up to two minutes in seconds, else as a clock.
pub(super) fn length(length: Duration) -> String {
    let whole = length.subsec_nanos() == 0;
    match length.as_secs() {
        minutes if whole && minutes > 0 && minutes.is_multiple_of(60) && minutes < 3600 => {
            format!("{}m", minutes / 60)
        }
        ..120 => format!("{}s", seconds(length)),
        _ => clock(length),
    }
}
