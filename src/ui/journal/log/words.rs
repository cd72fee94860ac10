//! Sessions and sets in words. What was assumed stands in brackets, as in the questions.

use crate::app::journal::log::{day_in_words, title};
use crate::training::journal::{
    Answer, Counted, Load, Origin, PastSession, SetRecord, Stamp, TensionMs,
};
use crate::training::length::clock;
use crate::training::preset::{Side, Tier};
use crate::training::text::visible;
use crate::ui::widgets::questions::answered;
use jiff::civil::Date;
use std::time::Duration;

/// So many sets with the same reps are counted, and not written one by one.
const MANY: usize = 5;

/// A session in a row of the list: day, what was done, reps, load, what was left, and whether it was done elsewhere.
pub(super) fn cells(past: &PastSession, today: Date, is_narrow: bool) -> Vec<String> {
    let day = day_in_words(past.session.day, today);
    let day = match day.split_once(' ') {
        // The weekday, or the day of another year, goes where there is no room for it.
        Some((_, rest)) if is_narrow => rest.to_owned(),
        _ => day,
    };
    vec![
        day,
        visible(title(past)).into_owned(),
        reps(past),
        loads(past),
        left(past),
        elsewhere(past).to_owned(),
    ]
}

/// A session in a sentence, with everything that a row of the list may leave out.
pub(super) fn in_full(past: &PastSession) -> String {
    let name = visible(&past.session.name);
    let name = if past.session.name == title(past) {
        String::new()
    } else {
        name.into_owned()
    };
    let elsewhere = match elsewhere(past) {
        "" => "",
        _ => "done elsewhere",
    };
    joined(
        [
            name,
            sets(past),
            reps(past),
            loads(past),
            left(past),
            elsewhere.to_owned(),
        ],
        " · ",
    )
}

/// When it was, for how long, and where.
pub(super) fn when(past: &PastSession) -> String {
    let session = &past.session;
    let length = session.ended.map(|ended| minutes(session.began, ended));
    joined(
        [
            session.day.strftime("%a %-d %b %Y").to_string(),
            length.unwrap_or_default(),
            elsewhere(past).to_owned(),
        ],
        " · ",
    )
}

/// What was said of it as a whole: `effort 7 · worst pain 2 · pain after 0`.
pub(super) fn said(past: &PastSession) -> String {
    let session = &past.session;
    let score = |score: Option<crate::training::journal::Score>| {
        answered(&score.map_or(Answer::Missing, Answer::Given))
    };
    let mut parts = vec![format!("effort {}", score(session.effort))];
    if session.tier == Tier::Published || session.worst_pain.or(session.pain_after).is_some() {
        parts.push(format!("worst pain {}", score(session.worst_pain)));
        parts.push(format!("pain after {}", score(session.pain_after)));
    }
    parts.join(" · ")
}

/// All of it in numbers: `3 sets · 23 reps · tension 1:55: 1:32 eccentric, 0:23 concentric`.
pub(super) fn totals(past: &PastSession) -> String {
    let all: u32 = past
        .kept()
        .map(SetRecord::reps)
        .fold(0, u32::saturating_add);
    let sum = past
        .kept()
        .fold(TensionMs::default(), |sum, set| TensionMs {
            eccentric_ms: sum.eccentric_ms.saturating_add(set.tension.eccentric_ms),
            concentric_ms: sum.concentric_ms.saturating_add(set.tension.concentric_ms),
            isometric_ms: sum.isometric_ms.saturating_add(set.tension.isometric_ms),
        });
    let about = past.kept().any(is_nominal);
    joined(
        [sets(past), format!("{all} reps"), phases(sum, about)],
        " · ",
    )
}

/// The headings of a session's sets, and the column that gives way.
pub(super) const SET_HEADINGS: [&str; 13] = [
    "Set", "Exercise", "Done", "Load", "Left", "Tension", "Tempo", "Planned", "Paced", "Ecc",
    "Con", "Iso", "Broke in",
];

/// A set in a row. The exercise is named where there are several.
pub(super) fn set_cells(set: &SetRecord, past: &PastSession) -> Vec<String> {
    let side = match set.side {
        Some(Side::Left) => " L",
        Some(Side::Right) => " R",
        None => "",
    };
    let redone = match set.counted {
        Counted::Abandoned => " redone",
        Counted::Kept => "",
    };
    let exercise = if is_one_exercise(past) {
        String::new()
    } else {
        visible(&set.exercise).into_owned()
    };
    let phase = |millis: u64| match millis {
        0 => String::new(),
        _ => length(millis),
    };
    let tension = set.tension;
    vec![
        format!("{}{side}{redone}", set.set),
        exercise,
        answered(&set.done),
        short(&set.load),
        answered(&set.reserve),
        total(tension, is_nominal(set)),
        visible(&set.tempo).into_owned(),
        set.planned.to_string(),
        set.paced.to_string(),
        phase(tension.eccentric_ms),
        phase(tension.concentric_ms),
        phase(tension.isometric_ms),
        broke(set),
    ]
}

/// A set in a sentence: everything that is known of it.
pub(super) fn set_in_full(set: &SetRecord) -> String {
    let side = set.side.map_or("", Side::as_str);
    let name = joined([format!("Set {}", set.set), side.to_owned()], " ");
    let redone = match set.counted {
        Counted::Abandoned => "done again, counts for nothing",
        Counted::Kept => "",
    };
    let broke = match broke(set).as_str() {
        "" => String::new(),
        reps => format!("tempo broke in {reps}"),
    };
    let stops = match set.interruptions {
        0 => String::new(),
        1 => "interrupted once".to_owned(),
        times => format!("interrupted {times} times"),
    };
    joined(
        [
            name,
            visible(&set.exercise).into_owned(),
            visible(&set.tempo).into_owned(),
            format!("planned {}", set.planned),
            format!("paced {}", set.paced),
            format!("done {}", answered(&set.done)),
            format!("load {}", answered(&set.load)),
            format!("left {}", answered(&set.reserve)),
            redone.to_owned(),
            broke,
            stops,
            phases(set.tension, is_nominal(set)),
        ],
        " · ",
    )
}

/// Whether one thing was done in it, and no other.
fn is_one_exercise(past: &PastSession) -> bool {
    let exercises: Vec<&str> = past.sets.iter().map(|set| set.exercise.as_str()).collect();
    exercises.windows(2).all(|pair| pair.first() == pair.last())
}

/// Reps of the sets that count, `8 8 (7)`; how many sets there are, where several things were done.
fn reps(past: &PastSession) -> String {
    if !is_one_exercise(past) {
        return sets(past);
    }
    let all: Vec<&SetRecord> = past.kept().collect();
    let is_given = |set: &SetRecord| matches!(set.done, Answer::Given(_));
    let runs = all.chunk_by(|one, next| is_given(one) == is_given(next));
    let words = runs.map(|run| {
        let reps = series(run);
        match run.first() {
            Some(first) if is_given(first) => reps,
            _ => format!("({reps})"),
        }
    });
    words.collect::<Vec<String>>().join(" ")
}

/// `8 8 7`; many of the same are counted, `10×12`.
fn series(sets: &[&SetRecord]) -> String {
    let same = sets.chunk_by(|one, next| one.reps() == next.reps());
    let words = same.map(|same| {
        let reps = same.first().map_or(0, |set| set.reps()).to_string();
        if same.len() < MANY {
            vec![reps; same.len()].join(" ")
        } else {
            format!("{}×{reps}", same.len())
        }
    });
    words.collect::<Vec<String>>().join(" ")
}

fn sets(past: &PastSession) -> String {
    let mut sets: Vec<_> = past.kept().map(|set| (&set.exercise, set.set)).collect();
    sets.sort_unstable();
    sets.dedup();
    match sets.len() {
        0 => "no sets".to_owned(),
        1 => "1 set".to_owned(),
        many => format!("{many} sets"),
    }
}

/// The loads of one exercise, each once.
fn loads(past: &PastSession) -> String {
    let mut loads: Vec<String> = Vec::new();
    if is_one_exercise(past) {
        for set in past.kept().filter(|set| set.load != Answer::Missing) {
            let load = short(&set.load);
            if !loads.contains(&load) {
                loads.push(load);
            }
        }
    }
    loads.join(", ")
}

/// A load in a cell: `60 kg`, `24 kg each`, `bw+10 kg`.
fn short(load: &Answer<Load>) -> String {
    let short = |load: Load| match load {
        Load::PerHand(mass) => format!("{mass} each"),
        Load::Body(None) => "bw".to_owned(),
        Load::Body(Some(mass)) if mass.thousandths() < 0 => format!("bw{mass}"),
        Load::Body(Some(mass)) => format!("bw+{mass}"),
        Load::Weight(_) | Load::Band(_) => load.to_string(),
    };
    answered(&load.clone().map(short))
}

/// What was left at the end of the last set, of one exercise.
fn left(past: &PastSession) -> String {
    let last = past.kept().next_back().filter(|_| is_one_exercise(past));
    match last.map(|set| set.reserve) {
        Some(Answer::Missing) | None => String::new(),
        Some(Answer::Given(left)) => format!("{left} left"),
        Some(Answer::Assumed(left)) => format!("({left} left)"),
    }
}

fn elsewhere(past: &PastSession) -> &'static str {
    match past.session.origin {
        Origin::Elsewhere => "elsewhere",
        Origin::Paced => "",
    }
}

fn broke(set: &SetRecord) -> String {
    let reps: Vec<String> = set.broke.iter().map(u32::to_string).collect();
    reps.join(" ")
}

/// Whether an explosive lift counts in it, whose length is nominal.
fn is_nominal(set: &SetRecord) -> bool {
    set.tempo.contains('X')
}

/// `0:40`, and `~0:40` where it is nominal.
fn total(tension: TensionMs, is_nominal: bool) -> String {
    let about = if is_nominal { "~" } else { "" };
    format!("{about}{}", length(tension.total_ms()))
}

/// `tension 0:40: 0:32 eccentric, 0:08 concentric`.
fn phases(tension: TensionMs, is_nominal: bool) -> String {
    let parts = [
        (tension.eccentric_ms, "eccentric"),
        (tension.concentric_ms, "concentric"),
        (tension.isometric_ms, "isometric"),
    ];
    let parts = parts.map(|(millis, name)| match millis {
        0 => String::new(),
        _ => format!("{} {name}", length(millis)),
    });
    match tension.total_ms() {
        0 => String::new(),
        _ => format!(
            "tension {}: {}",
            total(tension, is_nominal),
            joined(parts, ", ")
        ),
    }
}

/// To the second: parts of one are for whoever exports.
fn length(millis: u64) -> String {
    clock(Duration::from_secs(millis.saturating_add(500) / 1000))
}

fn minutes(began: Stamp, ended: Stamp) -> String {
    let millis = ended.millis().saturating_sub(began.millis()).max(0);
    format!("{} min", millis.saturating_add(30_000) / 60_000)
}

fn joined(parts: impl IntoIterator<Item = String>, between: &str) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(between)
}
