//! What is said beneath the word of a session, the most important first, each in words for large and for small screens.

use super::super::live::Doing;
use super::super::pacing::Sentence;
use super::{beside, coming};
use crate::app::message::SoundReport;
use crate::app::session::{Asking, EASY, Question, Session, easy};
use crate::app::{App, Sleep};
use crate::training::exercise::Start;
use crate::training::length::clock as minutes;
use crate::training::routine::Routine;
use crate::training::text::visible as harmless;
use crate::training::timeline::{Segment, SegmentKind};
use std::time::Duration;

/// The sentences of the app's moment.
pub(super) fn lines(app: &App, session: &Session, doing: Doing) -> Vec<Sentence> {
    let clock = app.now.audible;
    let coming = || coming::next(session, clock);
    match session.asking {
        Asking::Intro => return introduction(&session.routine),
        Asking::Reps(question) => return std::iter::once(reps(question)).chain(coming()).collect(),
        Asking::Quit => return vec![leaving(session)],
        Asking::Nothing => {}
    }
    let Some(here) = session.segment(clock) else {
        return Vec::new();
    };
    match here.kind {
        SegmentKind::Change if here.is_change_of_exercise() => coming::exercise(session, here)
            .into_iter()
            .chain(beside::asked(app, session))
            .collect(),
        kind if kind.is_work() => at_work(session, here, doing),
        SegmentKind::LeadIn if session.before_first_rep(clock) => begins_with(session, clock)
            .into_iter()
            .chain(beside::asked(app, session))
            .chain(around(session, clock))
            .chain(coming::circumstances(session, clock))
            .chain([sound_check(app), length(app, session)])
            .collect(),
        _ => coming()
            .into_iter()
            .chain(beside::asked(app, session))
            .chain(coming::circumstances(session, clock))
            .collect(),
    }
}

/// What is read in mid-set: what a key does where one is waited for, and the preset's own sentence.
fn at_work(session: &Session, here: &Segment, doing: Doing) -> Vec<Sentence> {
    let waits = if here.is_own_pace() {
        Some(Sentence::new([
            "Space when the rep is done · x when the set is",
            "Space: rep done · x: set done",
            "Space: rep done",
            "Space",
        ]))
    } else {
        (doing == Doing::Waiting).then(|| {
            Sentence::question([
                "Take your time: Space when you are ready",
                "Space when ready",
            ])
        })
    };
    waits
        .into_iter()
        .chain(coming::cue(session, here))
        .collect()
}

/// Asked once in a life; the sentence on danger signs is domain knowledge (exertional rhabdomyolysis).
fn introduction(routine: &Routine) -> Vec<Sentence> {
    let (full, easy) = if routine.as_solo().is_some() {
        let full = routine.dose();
        let easy = easy(routine).map_or_else(|| full.clone(), |easy| easy.dose());
        (full, easy)
    } else {
        let (sets, reps) = EASY;
        (routine.dose(), format!("{sets}×{reps} of each"))
    };
    let asked = Sentence::question([
        format!("New to slow lowering? {easy}, easy load · 3 for the full {full} · Enter"),
        format!("New? Enter: easy {easy} · 3: full {full}"),
        format!("Enter {easy}, 3 for {full}"),
        format!("Enter {easy}"),
    ]);
    let signs = "Stop and get help if a muscle swells badly, turns weak, or urine turns dark after unaccustomed work.";
    vec![asked, signs.into()]
}

fn reps(Question { done, planned, .. }: Question) -> Sentence {
    Sentence::question([
        format!("Reps done ‹{done}› of {planned} · < > change it"),
        format!("Reps done ‹{done}› of {planned}"),
        format!("‹{done}› of {planned} done"),
        format!("‹{done}› of {planned}"),
    ])
}

fn leaving(session: &Session) -> Sentence {
    if let Some(planned) = session.planned() {
        let name = harmless(&planned.routine.name).into_owned();
        return Sentence::question([
            format!("End the warm-up? q again goes on to {name}, any other key stays"),
            format!("Warm-up over? q again: {name}"),
            "Warm-up over? q again".to_owned(),
            "q goes on".to_owned(),
        ]);
    }
    Sentence::question([
        "Leave now? q again leaves, Space goes on",
        "Leave? q again leaves",
        "q again leaves",
        "q leaves",
    ])
}

fn begins_with(session: &Session, clock: Duration) -> Option<Sentence> {
    let timeline = session.transport.timeline();
    let work = timeline.next_work(session.transport.position_at(clock))?;
    // What is only held, or paced by nobody, begins with no phase.
    timeline.tempo(work)?;
    let exercise = timeline.exercise(work)?;
    let (first, other) = match exercise.start {
        Start::Lower => (exercise.lower_word(), "lift"),
        Start::Lift => (exercise.lift_word(), "lowering"),
    };
    Some(Sentence::new([
        format!("STARTS {first} · s starts with the {other}"),
        format!("STARTS {first}"),
    ]))
}

/// What can be done first, or what comes behind what is done first.
fn around(session: &Session, clock: Duration) -> Option<Sentence> {
    if let Some(planned) = session.planned() {
        let name = harmless(&planned.routine.name).into_owned();
        return Some(Sentence::new([
            format!("Then {name} · q goes there at once"),
            format!("Then {name}"),
        ]));
    }
    let length = session.warm_up(clock)?.as_secs().div_ceil(60);
    Some(Sentence::new([
        format!("w warms up first: {length} min, then this"),
        format!("w: warm up first, {length} min"),
        "w warms up".to_owned(),
    ]))
}

fn sound_check(app: &App) -> Sentence {
    if app.muted {
        return match &app.remote {
            Some(host) => format!("Sound plays on {}; m unmutes", harmless(host)).into(),
            None => "Sound is off: m turns it on".into(),
        };
    }
    let because = |what: &str, why: &str| {
        Sentence::new([
            format!("{what} ({}): watch the screen", harmless(why)),
            format!("{what}: watch the screen"),
        ])
    };
    match &app.sound {
        SoundReport::Opening | SoundReport::Asleep => "Sound is being opened…".into(),
        SoundReport::On(name) => Sentence::new([
            format!("Hear ticks? sound on: {}", harmless(name)),
            "Hear ticks?".to_owned(),
        ]),
        SoundReport::Off(why) => because("No sound", why),
        SoundReport::Lost(why) => because("Sound lost", why),
        SoundReport::NotBuilt => "Built without sound: watch the screen".into(),
    }
}

fn length(app: &App, session: &Session) -> Sentence {
    let timeline = session.transport.timeline();
    let about = if timeline.is_approximate() { "~" } else { "" };
    let all = format!("{about}{} in all", minutes(whole_seconds(timeline.total())));
    match app.sleep {
        Sleep::Possible => {
            Sentence::new([format!("{all} · this computer may sleep meanwhile"), all])
        }
        Sleep::Prevented => all.into(),
    }
}

/// A skipped wait ends at no second that anybody would name.
fn whole_seconds(length: Duration) -> Duration {
    Duration::from_secs(length.as_secs() + u64::from(length.subsec_nanos() > 0))
}
