//! The picture of a session at the app's moment: words, colours, counters and sentences.

use super::footer::hints_of;
use super::live::{Doing, Visible, visible};
use super::pacing::{Geometry, Motion, Next, Picture, Side, Tally};
use super::theme::Tone;
use crate::app::App;
use crate::app::message::SoundReport;
use crate::app::session::{Asking, Session};
use crate::training::cue::Say;
use crate::training::exercise::{Motion as Movement, Start};
use crate::training::length::clock as minutes;
use crate::training::preset;
use crate::training::text::visible as harmless;
use crate::training::timeline::{Handle, Segment, SegmentKind, Timeline};
use std::time::Duration;

/// The picture of the app's session as it stands at the app's moment.
pub fn picture(app: &App, session: &Session, geometry: Geometry) -> Picture {
    let clock = app.now.audible;
    let seen = visible(session, clock, geometry);
    let segment = session.segment(clock);
    let (tone, motion, word) = segment.map_or((Tone::Rest, Motion::Still, "DONE"), |segment| {
        look(session.transport.timeline(), segment)
    });
    let mut picture = Picture::new(tone, motion, word);
    picture.level = seen.level;
    picture.digits = digits(&seen, segment);
    match seen.doing {
        Doing::Held if session.asking == Asking::Intro => {}
        Doing::Held => picture.badges.push("PAUSED"),
        Doing::Pausing => picture.badges.push("pausing…"),
        Doing::CountIn => picture.badges.push("GET READY"),
        Doing::Waiting => picture.word = "READY",
        Doing::Running | Doing::Finished => {}
    }
    if app.muted {
        picture.badges.push("MUTED");
    }
    counters(&mut picture, session, clock);
    picture.exercise = title(session);
    picture.tempo = tempo(session, segment);
    picture.next = if seen.announced {
        announced(session, segment)
    } else {
        None
    };
    picture.lines = lines(app, session);
    picture.notice = app
        .notice
        .as_ref()
        .map(|notice| harmless(&notice.text).into_owned());
    picture.hints = hints_of(app);
    picture
}

/// Colour, direction and word of a segment.
pub(super) fn look(timeline: &Timeline, segment: &Segment) -> (Tone, Motion, &'static str) {
    let exercise = timeline.exercise(segment);
    let spoken = |movement| exercise.map_or("", |exercise| exercise.word(movement));
    let motion = match segment.handle {
        Handle::Falls => Motion::Falling,
        Handle::Rises => Motion::Rising,
        Handle::High | Handle::Low | Handle::Idle => Motion::Still,
    };
    match segment.kind {
        SegmentKind::Lower => (Tone::Down, motion, spoken(Movement::Lower)),
        SegmentKind::Lift if segment.say == Say::Drive => {
            (Tone::Up, motion, spoken(Movement::ExplosiveLift))
        }
        SegmentKind::Lift => (Tone::Up, motion, spoken(Movement::Lift)),
        SegmentKind::Assist => (Tone::Reset, motion, spoken(Movement::Assist)),
        SegmentKind::PauseStretched | SegmentKind::PauseContracted | SegmentKind::Hold => {
            (Tone::Hold, motion, spoken(Movement::Pause))
        }
        SegmentKind::Break => (Tone::Rest, motion, "BREAK"),
        SegmentKind::Beat => (
            if motion == Motion::Falling {
                Tone::Down
            } else {
                Tone::Up
            },
            motion,
            "ROLL",
        ),
        SegmentKind::LeadIn => (Tone::Lead, Motion::Still, "READY"),
        SegmentKind::Switch => (Tone::Reset, Motion::Still, "SWITCH"),
        SegmentKind::Change => (Tone::Rest, Motion::Still, "NEXT"),
        SegmentKind::Rest => (Tone::Rest, Motion::Still, "REST"),
    }
}

fn digits(seen: &Visible, segment: Option<&Segment>) -> String {
    let long = seen.seconds >= 60
        || segment.is_some_and(|segment| segment.kind == SegmentKind::Rest && seen.seconds > 9);
    match segment {
        None => String::new(),
        // How long an explosive lift takes is the lifter's business.
        Some(segment) if segment.say == Say::Drive => String::new(),
        Some(_) if long => minutes(Duration::from_secs(seen.seconds)),
        Some(_) => seen.seconds.to_string(),
    }
}

/// Reps and sets. Before a set the counters are those of the set that comes.
fn counters(picture: &mut Picture, session: &Session, clock: Duration) {
    let timeline = session.transport.timeline();
    let position = session.transport.position_at(clock);
    let Some(now) = session.segment(clock) else {
        return;
    };
    let Some(work) = timeline
        .next_work(position)
        .filter(|_| now.kind != SegmentKind::Rest)
        .or(Some(now))
    else {
        return;
    };
    let at_work = now.kind.is_work();
    let resting = now.kind == SegmentKind::Rest;
    let planned = timeline.reps_planned(work);
    let done = if at_work {
        work.rep.saturating_sub(1)
    } else {
        0
    };
    picture.reps = (!resting && planned > 0).then_some(Tally {
        done,
        under_way: at_work,
        of: Some(planned),
    });
    let set = if resting {
        now.set
    } else {
        work.set.saturating_sub(1)
    };
    picture.sets = Some(Tally {
        done: set,
        under_way: !resting,
        of: Some(timeline.sets()),
    });
    picture.side = work.side.map(|side| match side {
        preset::Side::Left => Side::Left,
        preset::Side::Right => Side::Right,
    });
}

/// What is lifted, or the preset's name where nobody said; nothing where that is only the tempo again.
fn title(session: &Session) -> String {
    let preset = &session.preset;
    let named_by_tempo = preset
        .tempo()
        .is_some_and(|tempo| tempo.to_string() == preset.name);
    match (&preset.exercise.name, named_by_tempo) {
        (exercise, _) if !exercise.is_empty() => harmless(exercise).into_owned(),
        (_, true) => String::new(),
        (_, false) => harmless(&preset.name).into_owned(),
    }
}

fn tempo(session: &Session, segment: Option<&Segment>) -> String {
    let timeline = session.transport.timeline();
    let now = segment.and_then(|segment| timeline.tempo(segment));
    let next = || {
        segment
            .and_then(|segment| timeline.next_work(segment.end))
            .and_then(|work| timeline.tempo(work))
    };
    now.or_else(next)
        .or_else(|| session.preset.tempo())
        .map_or_else(String::new, |tempo| tempo.to_string())
}

/// What the edge announces: the segment behind this one, wherever its handle goes.
fn announced(session: &Session, segment: Option<&Segment>) -> Option<Next> {
    let next = session.transport.timeline().at(segment?.end)?;
    let (tone, motion, word) = look(session.transport.timeline(), next);
    Some(Next { tone, word, motion })
}

/// Sentences beneath the word, the most important first.
fn lines(app: &App, session: &Session) -> Vec<String> {
    let clock = app.now.audible;
    match session.asking {
        Asking::Intro => return introduction(session),
        Asking::Reps(question) => {
            let asked = format!("Reps done ‹{}› of {}", question.done, question.planned);
            return std::iter::once(asked)
                .chain(coming(session, clock))
                .collect();
        }
        Asking::Quit => {
            return vec!["Leave in mid-set? q again leaves, any other key goes on".to_owned()];
        }
        Asking::Nothing => {}
    }
    match session.segment(clock).map(|segment| segment.kind) {
        Some(SegmentKind::LeadIn) if session.before_first_rep(clock) => {
            let start = match session.preset.exercise.start {
                Start::Lower => format!("STARTS {} · s starts with the lift", lower_word(session)),
                Start::Lift => {
                    format!("STARTS {} · s starts with the lowering", lift_word(session))
                }
            };
            let mut lines = vec![start, sound_check(app)];
            lines.push(session_length(session));
            lines
        }
        Some(SegmentKind::Rest | SegmentKind::Switch | SegmentKind::Change) => {
            coming(session, clock).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn lower_word(session: &Session) -> &'static str {
    session.preset.exercise.lower_word()
}

fn lift_word(session: &Session) -> &'static str {
    session.preset.exercise.lift_word()
}

/// Asked once in a life; the sentence on danger signs is domain knowledge (exertional rhabdomyolysis).
fn introduction(session: &Session) -> Vec<String> {
    let sets = session.preset.sets().count();
    let reps = session
        .preset
        .sets()
        .next()
        .map_or(0, |set| set.work.iter().map(|work| work.times).sum::<u32>());
    vec![
        format!("New to slow lowering? 2×6, easy load · 3 for the full {sets}×{reps} · Enter"),
        "Stop and get help if a muscle swells badly, turns weak, or urine turns dark after unaccustomed work.".to_owned(),
    ]
}

fn sound_check(app: &App) -> String {
    if app.muted {
        return match &app.remote {
            Some(host) => format!("Sound plays on {}; m unmutes", harmless(host)),
            None => "Sound is off: m turns it on".to_owned(),
        };
    }
    match &app.sound {
        SoundReport::Opening | SoundReport::Asleep => "Sound is being opened…".to_owned(),
        SoundReport::On(name) => format!("Hear ticks? sound on: {}", harmless(name)),
        SoundReport::Off(why) => format!("No sound ({}): watch the screen", harmless(why)),
        SoundReport::Lost(why) => format!("Sound lost ({}): watch the screen", harmless(why)),
        SoundReport::NotBuilt => "Built without sound: watch the screen".to_owned(),
    }
}

fn session_length(session: &Session) -> String {
    let timeline = session.transport.timeline();
    let about = if timeline.is_approximate() { "~" } else { "" };
    format!("{about}{} in all", minutes(timeline.total()))
}

/// What comes after a wait: `Next: set 2 of 3 · 8 reps · DOWN first`.
fn coming(session: &Session, clock: Duration) -> Option<String> {
    let timeline = session.transport.timeline();
    let work = timeline.next_work(session.transport.position_at(clock))?;
    let (_, _, first) = look(session.transport.timeline(), work);
    let side = work.side.map_or_else(String::new, |side| {
        format!(" · {}", side.as_str().to_uppercase())
    });
    let reps = timeline.reps_planned(work);
    Some(format!(
        "Next: set {} of {}{side} · {reps} reps · {first} first",
        work.set,
        timeline.sets()
    ))
}
